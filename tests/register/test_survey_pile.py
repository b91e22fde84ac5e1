"""Many answers at once, what a code was used for, and reading a wave that has ended without touching it."""

from pathlib import Path

import pytest

from register.errors import RecordDamaged
from register.surveys.survey import Way
from register.surveys.survey_codes import make_codes
from register.surveys.survey_records import Taken
from register.surveys.survey_store import SurveyStore, read_ended
from tests.surveys import CODES, VOICES, draw, survey, wave


def _pile(*numbers: int) -> list[tuple[str, dict[str, str], Way]]:
    return [(CODES[number], VOICES[number], Way.PAPER) for number in numbers]


def _image(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_pile_is_kept_as_one_by_one_and_released_together(tmp_path: Path) -> None:
    pile, single = wave(tmp_path / "pile"), wave(tmp_path / "single")
    assert pile.add_all(_pile(*range(7))) == [Taken.KEPT] * 7
    for code, answers, way in _pile(*range(7)):
        single.add(code, answers, way)
    single.finish()
    pile.finish()
    assert pile.answers() == single.answers()
    assert not list((tmp_path / "pile" / "2026h2" / "pending").iterdir())


def test_in_a_pile_each_code_counts_once(tmp_path: Path) -> None:
    store = wave(tmp_path)
    (strange,) = make_codes(1, draw(5))
    other = [(CODES[0], VOICES[9], Way.WEB), (strange, VOICES[1], Way.WEB)]
    assert store.add_all(_pile(0, 0) + other) == [Taken.KEPT, Taken.AGAIN, Taken.USED, Taken.UNKNOWN]
    assert store.counts().paper == 1


def test_a_pile_with_one_answer_that_does_not_fit_is_refused_whole(tmp_path: Path) -> None:
    store = wave(tmp_path)
    before = _image(tmp_path)
    with pytest.raises(ValueError, match="overall"):
        store.add_all([*_pile(0, 1), (CODES[2], {}, Way.WEB)])
    assert _image(tmp_path) == before


def test_a_code_is_used_once_its_answer_is_released(tmp_path: Path) -> None:
    store = wave(tmp_path)
    store.add(*_pile(0)[0])
    assert (store.use_of(CODES[0]), store.use_of(make_codes(1, draw(5))[0])) == ("unused", None)
    store.add_all(_pile(1, 2, 3, 4))
    assert (store.use_of(CODES[0]), store.use_of(CODES[9])) == ("used", "unused")


def test_an_ended_wave_is_read_without_writing(tmp_path: Path) -> None:
    store = wave(tmp_path)
    assert read_ended(tmp_path, survey()) is None
    store.add_all(_pile(*range(6)))
    assert read_ended(tmp_path, survey()) is None
    store.finish()
    before = _image(tmp_path)
    kept = read_ended(tmp_path, survey())
    assert kept is not None
    assert (kept[0].issued, len(kept[1].answers)) == (20, 6)
    assert _image(tmp_path) == before
    changed = survey(question=[{**survey().question[0].model_dump(), "name": "other"}])
    assert read_ended(tmp_path, changed) is None


def test_a_damaged_file_of_an_ended_wave_is_named(tmp_path: Path) -> None:
    store: SurveyStore = wave(tmp_path)
    store.add_all(_pile(*range(6)))
    store.finish()
    (tmp_path / "2026h2" / "answers.json").write_text("{}")
    with pytest.raises(RecordDamaged, match=r"answers\.json"):
        read_ended(tmp_path, survey())
