"""The survey store: one answer a household, released in batches, and damage that harms nobody else."""

import errno
import json
import os
import stat
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.errors import RecordDamaged, RegisterError, SettingsRefused, StorageFailed
from register.surveys import survey_files, survey_store
from register.surveys.survey import Way
from register.surveys.survey_codes import code_tag, most_codes
from register.surveys.survey_records import Answers, Counts, Taken
from register.surveys.survey_store import SurveyStore, read_ended
from tests.factories import KEYS
from tests.surveys import CODES, METHOD, SAME, VOICES, question, survey, wave

WEB, PAPER = Way.WEB, Way.PAPER


def _answer(store: SurveyStore, *who: int) -> None:
    for number in who:
        assert store.add(CODES[number], VOICES[number], WEB) == Taken.KEPT


def _pending(store: SurveyStore) -> list[Path]:
    return sorted((store.folder / "pending").iterdir())


def _tag(number: int) -> str:
    return code_tag(KEYS, "2026h2", CODES[number])


def _said(answers: Answers) -> list[dict[str, str]]:
    return sorted(answers.answers, key=str)


def test_answers_wait_until_they_are_five_and_are_released_together(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, 0, 1, 2, 3)
    assert len(_pending(store)) == 4
    assert store.answers().answers == ()
    assert store.release() == 0
    _answer(store, 4)
    assert _pending(store) == []
    assert _said(store.answers()) == sorted(VOICES[:5], key=str)
    _answer(store, 5)
    assert len(store.answers().answers) == 5


def test_a_code_answers_once_while_its_answer_waits(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, 0)
    assert store.add(CODES[0], VOICES[0], WEB) == Taken.AGAIN
    assert store.add(CODES[0], VOICES[0], PAPER) == Taken.AGAIN
    assert store.add(CODES[0], VOICES[1], WEB) == Taken.USED
    assert _said(store.finish()) == [VOICES[0]]


def test_a_code_answers_once_after_its_answer_was_released(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, 0, 1, 2, 3, 4)
    for voice in VOICES[:2]:
        assert store.add(CODES[0], voice, WEB) == Taken.USED
    assert store.counts() == Counts(issued=20, web=5, paper=0)


def test_a_code_nobody_issued_is_unknown_also_when_it_is_of_another_wave(tmp_path: Path) -> None:
    store = wave(tmp_path, codes=10)
    other = wave(tmp_path, codes=20, id="2026h1")
    assert store.add(CODES[15], VOICES[0], WEB) == Taken.UNKNOWN
    assert other.add(CODES[15], VOICES[0], WEB) == Taken.KEPT
    assert _pending(store) == []


def test_fifty_at_once_with_one_code_are_one_answer(tmp_path: Path) -> None:
    store = wave(tmp_path)
    with ThreadPoolExecutor(16) as pool:
        taken = list(pool.map(lambda _: store.add(CODES[0], VOICES[0], WEB), range(50)))
    assert sorted(taken) == sorted([Taken.KEPT] + [Taken.AGAIN] * 49)


def test_twenty_at_once_with_their_own_codes_are_twenty_answers(tmp_path: Path) -> None:
    store = wave(tmp_path)
    with ThreadPoolExecutor(16) as pool:
        taken = list(pool.map(lambda n: store.add(CODES[n], VOICES[n], WEB), range(20)))
    assert taken == [Taken.KEPT] * 20
    assert _said(store.finish()) == sorted(VOICES, key=str)


def test_the_rest_joins_all_others_when_the_wave_ends_and_who_took_part_is_forgotten(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, *range(7))
    assert len(store.answers().answers) == 5
    final = store.finish()
    assert _said(final) == sorted(VOICES[:7], key=str)
    assert _tag(0) not in (store.folder / "codes.json").read_text()
    assert store.counts() == Counts(issued=20, web=7, paper=0)
    assert store.finish() == final
    assert store.add(CODES[19], VOICES[19], WEB) == Taken.ENDED
    with pytest.raises(RegisterError, match="2026h2 has ended"):
        store.issue(CODES)


def test_a_wave_without_codes_or_answers_ends_quietly(tmp_path: Path) -> None:
    store = SurveyStore(tmp_path, survey(), KEYS)
    assert store.counts() == Counts(0, 0, 0)
    assert store.add(CODES[0], VOICES[0], WEB) == Taken.UNKNOWN
    assert store.finish().answers == ()
    assert store.damage() == []


def test_paper_and_web_are_counted_and_kept_apart_from_the_answers(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, 0, 1, 2)
    store.add(CODES[3], VOICES[3], PAPER)
    assert store.counts() == Counts(issued=20, web=3, paper=1)
    store.add(CODES[4], VOICES[4], PAPER)
    assert store.counts() == Counts(issued=20, web=3, paper=2)
    assert (store.answers().web, store.answers().paper) == (3, 2)
    assert _said(store.answers()) == sorted(VOICES[:5], key=str)


def test_more_codes_can_be_issued_and_used_ones_stay_used(tmp_path: Path) -> None:
    store = wave(tmp_path, codes=5)
    _answer(store, 0, 1, 2, 3, 4)
    store.issue(CODES)
    assert store.counts().issued == 20
    assert store.add(CODES[0], VOICES[0], WEB) == Taken.USED
    _answer(store, 19)


def test_answers_that_do_not_fit_are_refused_before_anything_is_kept(tmp_path: Path) -> None:
    store = wave(tmp_path)
    with pytest.raises(ValueError, match="colour"):
        store.add(CODES[0], {**VOICES[0], "colour": "red"}, WEB)
    assert _pending(store) == []


def test_questions_cannot_change_once_codes_are_issued(tmp_path: Path) -> None:
    wave(tmp_path)
    changed = survey(question=[question("overall", required=True), question("new")])
    with pytest.raises(SettingsRefused, match=r"surveys/2026h2\.toml.*questions changed"):
        SurveyStore(tmp_path, changed, KEYS).counts()
    method = {**METHOD, "other": SAME}
    assert SurveyStore(tmp_path, survey(method=method), KEYS).counts().issued == 20


@pytest.mark.parametrize(
    "change", [{"opens": "2026-10-30"}, {"closes": "2026-12-02"}, {"paper_closes": "2026-12-31"}]
)
def test_dates_cannot_change_once_codes_are_issued(tmp_path: Path, change: dict[str, str]) -> None:
    SurveyStore(tmp_path, survey(), KEYS).counts()
    assert SurveyStore(tmp_path, survey(**change), KEYS).counts().issued == 0
    wave(tmp_path)
    with pytest.raises(SettingsRefused, match=r"2026h2\.toml.*2026-11-01, 2026-11-30, 2026-12-07"):
        SurveyStore(tmp_path, survey(**change), KEYS).counts()


def test_a_wave_from_before_dates_were_kept_has_those_of_its_next_codes(tmp_path: Path) -> None:
    store = wave(tmp_path, codes=5)
    file = store.folder / "codes.json"
    record = json.loads(file.read_text())
    del record["dates"]
    file.write_text(json.dumps(record))
    later = SurveyStore(tmp_path, survey(closes="2026-12-02"), KEYS)
    assert later.counts().issued == 5
    later.issue(CODES)
    with pytest.raises(SettingsRefused, match="dates changed"):
        store.counts()


@given(st.integers(1, 5000))
def test_codes_are_as_many_as_homes_and_a_few_for_lost_slips(households: int) -> None:
    assert households + 10 <= most_codes(households) <= max(households + 10, households * 1.05)


def test_answers_of_other_questions_are_never_mixed(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, 0, 1, 2, 3, 4)
    record = json.loads((store.folder / "answers.json").read_text())
    (store.folder / "answers.json").write_text(json.dumps({**record, "questions": "0" * 64}))
    with pytest.raises(SettingsRefused, match="questions changed"):
        store.answers()


def test_the_folder_is_private(tmp_path: Path) -> None:
    store = wave(tmp_path / "surveys")
    _answer(store, *range(6))
    modes = {stat.S_IMODE(path.stat().st_mode) for path in store.folder.rglob("*") if path.is_file()}
    folders = {stat.S_IMODE(path.stat().st_mode) for path in (store.folder, store.folder / "pending")}
    assert (modes, folders) == ({0o600}, {0o700})


def test_the_files_are_spelled_as_ever(tmp_path: Path) -> None:
    store = wave(tmp_path, codes=6)
    _answer(store, *range(6))
    digest = survey().digest
    codes = json.loads((store.folder / "codes.json").read_text())
    uses = {_tag(n): "used" if n < 5 else "unused" for n in range(6)}
    assert codes == {
        "format": 1,
        "survey": "2026h2",
        "questions": digest,
        "issued": 6,
        "uses": uses,
        "ended": False,
        "dates": ["2026-11-01", "2026-11-30", "2026-12-07"],
    }
    (waiting,) = _pending(store)
    assert waiting.name == _tag(5)
    assert json.loads(waiting.read_text()) == {"format": 1, "way": "web", "answers": VOICES[5]}
    answers = json.loads((store.folder / "answers.json").read_text())
    assert answers == {
        "format": 1,
        "survey": "2026h2",
        "questions": digest,
        "web": 5,
        "paper": 0,
        "answers": sorted(VOICES[:5], key=lambda voice: json.dumps(voice, sort_keys=True)),
        "merging": [],
    }


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda path: path.write_bytes(b"\xff"), "is not a record: UnicodeDecodeError"),
        (lambda path: path.write_text("[" * 100_000), "is not a record: RecursionError"),
        (lambda path: path.write_text("[]"), "does not fit its format in 1 places"),
        (lambda path: path.write_text('{"format": 2}'), "has the newer format 2; update the program"),
        (lambda path: path.write_text('{"format": 1}'), "does not fit its format in 2 places"),
        (lambda path: (path.unlink(), path.mkdir()), "cannot be read: is not a regular file"),
        (lambda path: (path.unlink(), path.symlink_to("../codes.json")), "cannot be read: Too many levels"),
        (lambda path: (path.unlink(), os.mkfifo(path)), "cannot be read: is not a regular file"),
    ],
)
def test_a_damaged_answer_is_reported_left_and_harms_no_other(
    tmp_path: Path, spoil: Callable[[Path], object], problem: str
) -> None:
    store = wave(tmp_path)
    _answer(store, 0, 1)
    spoil(store.folder / "pending" / _tag(0))
    (damage,) = store.damage()
    assert damage.name == f"pending/{_tag(0)[:8]}"
    assert problem in damage.problem
    with pytest.raises(RecordDamaged, match=r"pending/[0-9a-f]{8}:"):
        store.add(CODES[0], VOICES[0], WEB)
    _answer(store, 2, 3, 4)
    assert store.answers().answers == ()
    _answer(store, 5)
    assert _said(store.finish()) == sorted(VOICES[1:6], key=str)
    assert [path.name for path in _pending(store)] == [_tag(0)]


def test_a_damaged_answer_that_is_restored_after_the_end_still_counts(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, 0, 1)
    place = store.folder / "pending" / _tag(0)
    good = place.read_bytes()
    place.write_bytes(b"")
    assert len(store.finish().answers) == 1
    place.write_bytes(good)
    assert _said(store.finish()) == sorted(VOICES[:2], key=str)
    assert store.counts() == Counts(20, 2, 0)


@pytest.mark.parametrize("name", ["codes.json", "answers.json"])
def test_a_damaged_main_file_is_reported_and_never_rewritten(tmp_path: Path, name: str) -> None:
    store = wave(tmp_path)
    _answer(store, *range(5))
    (store.folder / name).write_bytes(b"{")
    assert [damage.name for damage in store.damage()] == [name]
    for deed in (store.release, store.finish, store.counts):
        with pytest.raises(RecordDamaged, match=name):
            deed()
    assert (store.folder / name).read_bytes() == b"{"


def test_an_answer_is_taken_though_the_released_ones_are_damaged(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, *range(5))
    good = (store.folder / "answers.json").read_bytes()
    (store.folder / "answers.json").write_bytes(b"{")
    _answer(store, *range(5, 12))
    (store.folder / "answers.json").write_bytes(good)
    assert store.release() == 7
    assert _said(store.answers()) == sorted(VOICES[:12], key=str)


def test_released_answers_that_vanish_are_missed(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, *range(6))
    (store.folder / "answers.json").unlink()
    (damage,) = store.damage()
    assert damage.problem == "holds 0 answers where 5 were released"
    with pytest.raises(RecordDamaged, match="holds 0 answers where 5 were released"):
        store.finish()


def test_strangers_in_the_folder_are_named_and_left(tmp_path: Path) -> None:
    store = wave(tmp_path)
    (store.folder / "pending" / "无.txt").write_text("x")
    (store.folder / "pending" / ".tmp-folder").mkdir()
    _answer(store, *range(5))
    assert [damage.name for damage in store.damage()] == [".tmp-folder", "\\u65e0.txt"]
    assert len(store.answers().answers) == 5


def test_answers_that_contradict_their_totals_are_damage(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, *range(5))
    record = json.loads((store.folder / "answers.json").read_text())
    (store.folder / "answers.json").write_text(json.dumps({**record, "web": 4}))
    codes = json.loads((store.folder / "codes.json").read_text())
    with pytest.raises(RecordDamaged, match=r"answers\.json"):
        store.answers()
    (store.folder / "codes.json").write_text(json.dumps({**codes, "issued": 21}))
    with pytest.raises(RecordDamaged, match=r"codes\.json"):
        store.counts()


def test_a_process_out_of_handles_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = wave(tmp_path)

    def refuse(path: Path, largest: int) -> bytes:
        raise OSError(errno.EMFILE, "too many open files")

    monkeypatch.setattr(survey_files, "read_regular", refuse)
    with pytest.raises(StorageFailed, match="EMFILE"):
        store.counts()


def test_a_full_disk_keeps_nothing_and_the_code_stays_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = wave(tmp_path)

    def full(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(survey_files, "write_new", full)
        with pytest.raises(StorageFailed, match="ENOSPC"):
            store.add(CODES[0], VOICES[0], WEB)
    assert _pending(store) == []
    assert store.add(CODES[0], VOICES[1], WEB) == Taken.KEPT


def test_an_answer_whose_name_is_not_durable_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = wave(tmp_path)

    def broken(folder: Path) -> None:
        raise OSError(errno.EIO, "broken")

    with monkeypatch.context() as patched:
        patched.setattr(survey_files, "sync_folder", broken)
        with pytest.raises(StorageFailed, match="EIO"):
            store.add(CODES[0], VOICES[0], WEB)
    assert _pending(store) == []


def test_an_answer_is_acknowledged_though_its_batch_cannot_be_released(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = wave(tmp_path)
    _answer(store, 0, 1, 2, 3)

    def full(path: Path) -> None:
        raise OSError(errno.EIO, "broken")

    with monkeypatch.context() as patched:
        patched.setattr(survey_store, "wipe", full)
        _answer(store, 4)
        assert store.counts() == Counts(20, 5, 0)
        assert store.damage() == []
        _answer(store, 5)
        assert store.counts() == Counts(20, 6, 0)
    assert store.release() == 0
    assert _said(store.answers()) == sorted(VOICES[:5], key=str)
    assert len(_pending(store)) == 1


def test_a_backups_hard_link_is_not_overwritten(tmp_path: Path) -> None:
    store = wave(tmp_path)
    _answer(store, *range(5))
    (tmp_path / "backup.json").hardlink_to(store.folder / "answers.json")
    before = (tmp_path / "backup.json").read_bytes()
    _answer(store, *range(5, 10))
    assert (tmp_path / "backup.json").read_bytes() == before


def test_that_an_old_version_cannot_be_wiped_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = wave(tmp_path)

    def broken(handle: int) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(survey_files, "_zero", broken)
    store.issue(CODES)
    assert store.counts().issued == 20


class TestReadEnded:
    """A wave that was finished is read without its keys and without writing; any other is none."""

    def test_of_a_finished_wave_codes_and_answers_are_read(self, tmp_path: Path) -> None:
        store = wave(tmp_path)
        assert read_ended(store.folder.parent, store.survey) is None
        _answer(store, 0, 1)
        assert read_ended(store.folder.parent, store.survey) is None
        kept = store.finish()
        ended = read_ended(store.folder.parent, store.survey)
        assert ended is not None
        assert (ended[0].ended, ended[1]) == (True, kept)

    def test_where_there_is_no_wave_there_is_nothing(self, tmp_path: Path) -> None:
        assert read_ended(tmp_path, survey()) is None

    def test_answers_to_other_questions_are_not_those_of_the_wave(self, tmp_path: Path) -> None:
        store = wave(tmp_path)
        store.finish()
        other = store.survey.model_copy(update={"question": (*store.survey.question[:-1],)})
        assert read_ended(store.folder.parent, other) is None


def test_an_answer_is_kept_although_its_batch_cannot_be_released(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = wave(tmp_path)
    _answer(store, 0, 1, 2, 3)

    def full(least: int) -> int:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as broken:
        broken.setattr(store, "_release", full)
        _answer(store, 4)
    assert len(_pending(store)) == 5
    _answer(store, 5)
    assert len(store.answers().answers) == 6
