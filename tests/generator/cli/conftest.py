"""An estate's folder and the `portal` command, run in this process."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from forms_api.desk.people.staff import Staff
from generator.cli.edges import system_draw
from generator.cli.folder import make_home
from generator.cli.main import main
from register.settings import Home
from register.terms import Role

PASSWORD = "a long evening 2026"
Portal = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "estate", system_draw)


@pytest.fixture
def staffed(home: Home) -> Home:
    """An estate with a handler and a manager."""
    staff = Staff(home.staff_file, system_draw)
    staff.add("wangfang", "王芳", Role.HANDLER, PASSWORD, must_change=False)
    staff.add("liweidong", "李卫东", Role.MANAGER, PASSWORD, must_change=False)
    return home


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
