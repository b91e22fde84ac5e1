from pathlib import Path

import pytest

from generator.site.build import Staged, stage_site
from tests.generator.site.samples import ORIGIN, TODAY, make_home


def quiet(step: str, pages: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample estate with six released quarters. Read only."""
    return make_home(tmp_path_factory.mktemp("estate"))


@pytest.fixture(scope="session")
def staged(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Staged:
    """The sample site, built once. Read only."""
    return stage_site(home, tmp_path_factory.mktemp("staged"), today=TODAY, progress=quiet, origin=ORIGIN)
