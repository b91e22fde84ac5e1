"""An estate's folder and the `portal` command, run in this process."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from forms_api.desk.people.staff import Staff
from generator.cli.demo.making import make_demo
from generator.cli.edges import system_draw
from generator.cli.folder import make_home
from generator.cli.main import main
from register.settings import ZONE, Home
from register.terms import Role
from tests.forms_api.desk.office import CHEAP
from tests.shared import made_once

PASSWORD = "a long evening 2026"
DEMO_DAY = datetime(2026, 11, 23, 12, 0, tzinfo=ZONE)
Portal = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "estate", system_draw)


@pytest.fixture
def staffed(home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """An estate with a handler and a manager."""
    home.staff_file.write_bytes(two_people(tmp_path_factory.getbasetemp()))
    home.staff_file.chmod(0o600)
    return home


@lru_cache
def two_people(folder: Path) -> bytes:
    """Their staff file; made once, with hashes as cheap as those of the desk's tests."""
    staff = Staff(folder / "two-people.json", system_draw, CHEAP)
    staff.add("wangfang", "王芳", Role.HANDLER, PASSWORD, must_change=False)
    staff.add("liweidong", "李卫东", Role.MANAGER, PASSWORD, must_change=False)
    return staff.file.read_bytes()


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The demo estate after two quarters. Read only."""
    return made_once(tmp_path_factory, "demo", lambda folder: live(folder / "estate"))


def live(folder: Path) -> Home:
    return make_demo(folder, today=DEMO_DAY, port=8000, desk_port=8001, progress=lambda _: None, periods=2)


@pytest.fixture
def portal() -> Portal:
    """`portal ARGUMENTS…`, with what is typed at its prompts."""

    return _run


@pytest.fixture(scope="session")
def portal_once() -> Portal:
    """The same, for what is made once for many tests."""
    return _run


def _run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=typed, catch_exceptions=False)
