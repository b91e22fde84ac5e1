from pathlib import Path

import pytest

from tests.forms_api.desk.office import Desk, open_desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk(tmp_path)
