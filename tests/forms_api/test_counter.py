"""Opening the counter: what a crash left is swept, and a disk in trouble does not keep it shut."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from forms_api.counter import Counter, open_counter
from register.settings import Home
from register.store import FolderStore
from tests.factories import MONDAY, book, kept_case
from tests.forms_api.visitor import make_home


async def _pause(seconds: float) -> None:
    """Nobody waits in a test."""


def opened(home: Home) -> Counter:
    return open_counter(home, book(), clock=lambda: MONDAY, draw=bytes, pause=_pause)


def a_leftover(folder: Path) -> Path:
    case = kept_case(FolderStore(folder / "var" / "register"))
    left = folder / "var" / "register" / "cases" / "2026" / f".tmp-{case.number}.json"
    left.write_text("half of somebody's words", encoding="utf-8")
    return left


def test_what_a_crash_left_is_gone_when_the_counter_opens(tmp_path: Path) -> None:
    left = a_leftover(tmp_path)
    counter = opened(make_home(tmp_path))
    assert not left.exists()
    assert len(counter.index.holdings().cases) == 1


def test_the_counter_opens_on_a_disk_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = a_leftover(tmp_path)
    home = make_home(tmp_path)

    def refuse(*_: Any, **__: Any) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(os, "unlink", refuse)
    counter = opened(home)
    assert left.exists()
    assert len(counter.index.holdings().cases) == 1
