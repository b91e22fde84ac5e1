from pathlib import Path

import pytest

from tests.forms_api.visitor import Visitor


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return Visitor(tmp_path)
