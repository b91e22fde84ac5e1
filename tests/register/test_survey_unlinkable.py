"""Somebody with the whole disk, the keys and the list of who got which code tries to join answers to households.

What holds, and is said to the resident before she answers:
- Before her batch is released, he succeeds for the (at most four) answers that wait.
- After it, he does not: two estates in which the same households gave the same answers the other way round have the
  same disk, name by name, byte by byte, time by time. So nothing on it can tell them apart.
- Copies of the disk from before keep what they saw; and two copies, from before and after a release, tell which
  answers were in the batch, one of at least five.
"""

import json
import os
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from register.surveys.survey import Way
from register.surveys.survey_codes import code_tag
from register.surveys.survey_store import SurveyStore
from tests.factories import KEYS
from tests.surveys import CODES, VOICES, wave

Image = dict[str, tuple[bytes, int, int, int]]


def _answer(store: SurveyStore, order: list[int], voices: list[int]) -> None:
    for code, voice in zip(order, voices, strict=True):
        store.add(CODES[code], VOICES[voice], Way.WEB)


def _image(folder: Path) -> Image:
    """What lies on the disk: of each file its name, content, size, mode and time of change."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            status = path.stat()
            content = path.read_bytes()
            found[str(path.relative_to(folder))] = (
                content,
                status.st_size,
                status.st_mode,
                status.st_mtime_ns,
            )
    return found


def _dated(image: Image) -> Image:
    """Without the time of the lock file, which is made when the wave is: it holds nothing."""
    return {name: values for name, values in image.items() if not name.endswith("lock")}


def _joined(folder: Path) -> dict[int, dict[str, str]]:
    """The attack: for every code ever printed, whatever file holds its hash and an answer."""
    found = {}
    for number, code in enumerate(CODES):
        tag = code_tag(KEYS, "2026h2", code)
        for path in folder.rglob("*"):
            if path.is_file() and path.name == tag:
                found[number] = json.loads(path.read_bytes())["answers"]
    return found


def test_before_its_batch_an_answer_can_be_joined_as_the_resident_is_told(tmp_path: Path) -> None:
    _answer(wave(tmp_path), [0, 1, 2, 3], [3, 2, 1, 0])
    assert _joined(tmp_path) == {0: VOICES[3], 1: VOICES[2], 2: VOICES[1], 3: VOICES[0]}


@pytest.mark.parametrize("seed", range(5))
def test_after_its_batch_the_disk_is_the_same_whoever_said_what_and_when(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    images = []
    for estate in ("east", "west"):
        households, voices = list(range(10)), list(range(10))
        random.shuffle(households)
        random.shuffle(voices)
        _answer(wave(tmp_path / estate), households, voices)
        assert _joined(tmp_path / estate) == {}
        images.append(_dated(_image(tmp_path / estate)))
    assert images[0] == images[1]
    assert sorted(images[0]) == ["2026h2/answers.json", "2026h2/codes.json"]


def test_after_the_end_the_disk_does_not_even_tell_who_answered(tmp_path: Path) -> None:
    for estate, households in (("east", [0, 1, 2]), ("west", [7, 8, 9])):
        store = wave(tmp_path / estate)
        _answer(store, households, [0, 1, 2])
        store.finish()
    assert _dated(_image(tmp_path / "east")) == _dated(_image(tmp_path / "west"))


def test_no_time_on_the_disk_is_that_of_an_answer(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5])
    first_day = datetime(2026, 11, 1, tzinfo=UTC).timestamp()
    files = [path for path in store.folder.rglob("*") if path.is_file() and path.name != "lock"]
    assert len(files) == 3
    assert {path.stat().st_mtime for path in files} == {first_day}


def test_codes_and_answers_share_no_value_but_the_waves_own(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, [0, 1, 2, 3, 4], [4, 3, 2, 1, 0])
    codes = json.loads((store.folder / "codes.json").read_bytes())
    answers = json.loads((store.folder / "answers.json").read_bytes())
    assert set(_values(codes)) & set(_values(answers)) == {"2026h2", store.survey.digest, "1"}
    listed = list(codes["uses"])
    assert listed == sorted(listed)


def test_the_blocks_of_what_waited_hold_zeros_when_it_is_gone(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, [0, 1, 2, 3], [0, 1, 2, 3])
    handles = [os.open(path, os.O_RDONLY) for path in (store.folder / "pending").iterdir()]
    old_codes = os.open(store.folder / "codes.json", os.O_RDONLY)
    assert all(os.pread(handle, 4096, 0).strip(b"\0") for handle in handles)
    _answer(store, [4], [4])
    for handle in [*handles, old_codes]:
        content = os.pread(handle, 8192, 0)
        assert content
        assert not content.strip(b"\0")
        os.close(handle)


def test_two_copies_of_the_disk_tell_the_batch_and_no_more(tmp_path: Path) -> None:
    """The limit that is documented: between two releases at least five answers came, and at least five codes went."""
    store = wave(tmp_path)
    seen = []
    for number in range(15):
        _answer(store, [number], [number])
        codes = json.loads((store.folder / "codes.json").read_bytes())["uses"]
        seen.append((len(store.answers().answers), sum(use == "used" for use in codes.values())))
    for (answers, used), (more_answers, more_used) in pairwise(seen):
        assert (more_answers - answers, more_used - used) in ((0, 0), (5, 5))


def _values(value: object) -> list[str]:
    """Every value in a record, and the keys of the codes; the names of its fields say nothing."""
    if isinstance(value, dict):
        tags = [key for key in value if len(key) == 64]
        return [*tags, *(part for key in value if key not in _TOTALS for part in _values(value[key]))]
    if isinstance(value, list):
        return [part for item in value for part in _values(item)]
    return [str(value)]


_TOTALS = ("issued", "ended", "web", "paper")
