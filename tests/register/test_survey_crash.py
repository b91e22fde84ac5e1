"""Killed at any instruction, the survey store loses no answer, doubles none, and leaves nothing half-made.

Every call to the system is preceded by a copy of the folder: the copies are what a `kill -9` at that moment leaves.
Each is opened as after a restart, and every household sends its answer again, as somebody would who saw no page.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from register.surveys.survey import Way
from register.surveys.survey_records import Taken
from register.surveys.survey_store import SurveyStore
from tests.factories import KEYS
from tests.surveys import CODES, VOICES, survey, wave

CALLS = ("open", "write", "fsync", "rename", "unlink", "utime", "mkdir")
HOUSEHOLDS = 7


class Recorder:
    """Copies a folder before each call to the system, and notes the calls made."""

    def __init__(self, folder: Path, copies: Path) -> None:
        self.folder, self.copies = folder, copies
        self.calls: list[tuple[str, str]] = []
        self._names: dict[int, str] = {}

    def patch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in CALLS:
            monkeypatch.setattr(os, name, self._around(name, getattr(os, name)))

    def _around(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def recorded(*args: Any, **kwargs: Any) -> Any:
            about = self._names.get(args[0], "?") if isinstance(args[0], int) else Path(args[0]).name
            self.calls.append((name, about))
            self._copy()
            result = call(*args, **kwargs)
            if name == "open":
                self._names[result] = about
            return result

        return recorded

    def _copy(self) -> None:
        """A plain copy, made with none of the calls that are watched for."""
        image = self.copies / f"{len(self.calls):04}"
        _system_copy(self.folder, image)


def _system_copy(folder: Path, image: Path) -> None:
    with pytest.MonkeyPatch.context() as plain:
        for name in CALLS:
            plain.setattr(os, name, ORIGINALS[name])
        shutil.copytree(folder, image)


ORIGINALS = {name: getattr(os, name) for name in CALLS}


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Recorder:
    """Seven households answer, of which five are a batch; then the wave ends."""
    home = tmp_path_factory.mktemp("home")
    store = wave(home, codes=HOUSEHOLDS)
    recorder = Recorder(home, tmp_path_factory.mktemp("copies"))
    with pytest.MonkeyPatch.context() as patched:
        recorder.patch(patched)
        for number in range(HOUSEHOLDS):
            store.add(CODES[number], VOICES[number], Way.WEB)
        store.finish()
    _system_copy(home, recorder.copies / "9999")
    return recorder


def test_no_crash_loses_or_doubles_an_answer(recorded: Recorder, tmp_path: Path) -> None:
    images = sorted(recorded.copies.iterdir())
    assert len(images) == len(recorded.calls) + 1 > 100
    for image in images:
        store = SurveyStore(_again(image, tmp_path), survey(), KEYS)
        assert store.damage() == []
        taken = {store.add(CODES[n], VOICES[n], Way.WEB) for n in range(HOUSEHOLDS)}
        assert taken <= {Taken.KEPT, Taken.AGAIN, Taken.USED, Taken.ENDED}
        final = store.finish()
        assert sorted(map(str, final.answers)) == sorted(map(str, VOICES[:HOUSEHOLDS])), image.name
        assert store.counts().web == HOUSEHOLDS


def test_no_crash_lets_a_household_change_what_was_acknowledged(recorded: Recorder, tmp_path: Path) -> None:
    second = [place for place, call in enumerate(recorded.calls) if call == ("open", "lock")][1]
    for image in sorted(recorded.copies.iterdir())[second:]:
        store = SurveyStore(_again(image, tmp_path), survey(), KEYS)
        assert store.add(CODES[0], VOICES[9], Way.WEB) in (Taken.USED, Taken.ENDED)


def test_nothing_of_a_crash_is_left_after_the_next_release(recorded: Recorder, tmp_path: Path) -> None:
    for image in sorted(recorded.copies.iterdir()):
        again = _again(image, tmp_path)
        SurveyStore(again, survey(), KEYS).finish()
        left = sorted(path.name for path in (again / "2026h2").rglob("*"))
        assert left in (["answers.json", "codes.json", "lock", "pending"], ["codes.json", "lock", "pending"])


def test_each_step_is_durable_before_the_next_begins(recorded: Recorder) -> None:
    """A power cut keeps what was synced: the folder is synced between a rename and whatever relies on it."""
    steps = [call for call in recorded.calls if call[0] in ("rename", "unlink", "fsync")]
    for place, (name, about) in enumerate(steps):
        following = steps[place + 1 :]
        if name == "rename":
            in_pending = len(about) > 60
            assert following[0] == ("fsync", "pending" if in_pending else "2026h2")
        if name == "unlink" and len(about) == 64:
            barrier = following.index(("fsync", "pending"))
            assert ("rename", ".tmp-answers.json") not in following[:barrier]


def test_new_content_is_durable_before_it_takes_its_name(recorded: Recorder) -> None:
    renames = [place for place, (name, _) in enumerate(recorded.calls) if name == "rename"]
    assert len(renames) == HOUSEHOLDS + 3 + 3 + 1
    for place in renames:
        about = recorded.calls[place][1]
        assert ("fsync", about) in recorded.calls[max(0, place - 6) : place]


def _again(image: Path, folder: Path) -> Path:
    """A fresh copy of an image, for one test to go on from."""
    return Path(shutil.copytree(image, folder / image.name))
