from pathlib import Path

import pytest

from generator.site.making.build import Staged, stage_site
from tests.generator.site.samples import ORIGIN, TODAY, make_home
from tests.shared import made_once


def quiet(step: str, pages: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample estate with six released quarters. Read only."""
    return made_once(tmp_path_factory, "estate", make_home)


@pytest.fixture(scope="session")
def staged(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Staged:
    """The sample site, built once. Read only."""
    return made_once(
        tmp_path_factory,
        "staged",
        lambda folder: stage_site(home, folder, today=TODAY, progress=quiet, origin=ORIGIN),
    )
