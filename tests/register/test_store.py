"""The store: durable before acknowledged, once only, strict when reading, and never fatal."""

import errno
import json
import os
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from register.case import Case, Tombstone
from register.disk import locked
from register.errors import CaseErased, CaseNotFound, RecordDamaged, RegisterBusy, StorageFailed
from register.intake import open_case
from register.numbers import case_number
from register.records import LARGEST, to_bytes
from register.store import FolderStore
from register.stored import Stored
from register.terms import EraseReason, Step
from tests.factories import KEYS, PROJECT, answered, book, contact, instance, kept_case, step, submission
from tests.faulty_disk import ERRORS, each_fault, faulty_disk

PATIENCE = 600  # seconds; nobody waits so long but where it fails


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "register")


def file_of(store: FolderStore, number: str) -> Path:
    return store.folder / "cases" / number[:4] / f"{number}.json"


OTHERS = {"lock", "turn", "changes"}


def temporary_of(case: Case) -> str:
    """What this thread calls the file before it has its name."""
    return f".tmp-{threading.get_native_id()}-{case.number}.json"


def a_case(number: int = 1) -> Case:
    """A case that lies in no store of the test yet."""
    with tempfile.TemporaryDirectory() as elsewhere:
        return kept_case(FolderStore(Path(elsewhere)), number)


# What is kept and read back


def test_a_case_is_read_back_as_it_was_written(store: FolderStore) -> None:
    case = answered(kept_case(store))
    stored = store.replace(store.read(case.number), case)
    assert store.read(case.number) == stored
    assert stored.record == case
    assert file_of(store, case.number).read_bytes() == to_bytes(case)


def test_the_folder_must_be_absolute() -> None:
    with pytest.raises(ValueError, match="absolute"):
        FolderStore(Path("register"))


def test_a_number_is_taken_once(store: FolderStore) -> None:
    case = kept_case(store)
    with pytest.raises(FileExistsError):
        store.add(case)
    assert list(store.numbers()) == [case.number]


@pytest.mark.parametrize("number", ["2026-000-000-0", "../../etc/passwd", "", "2026-483-901-7\n"])
def test_what_is_no_number_or_has_no_file_is_not_found(store: FolderStore, number: str) -> None:
    with pytest.raises(CaseNotFound):
        store.read(number)


def test_an_erased_case_leaves_its_tombstone_and_nothing_about_a_person(store: FolderStore) -> None:
    case = kept_case(store)
    tombstone = Tombstone.of(case, EraseReason.RESIDENT_ASKED)
    store.erase(store.read(case.number), tombstone)
    assert store.read_any(case.number).record == tombstone
    assert list(store.numbers()) == [case.number]
    left = b"".join(path.read_bytes() for path in store.folder.rglob("*") if path.is_file()).decode()
    assert not any(value in left for value in (*contact().values(), *submission().answers.values()))
    with pytest.raises(CaseErased):
        store.read(case.number)


def test_a_changed_record_is_not_overwritten(store: FolderStore) -> None:
    case = kept_case(store)
    first = store.read(case.number)
    acknowledged = store.replace(first, step(case, Step.ACKNOWLEDGE))
    with pytest.raises(RegisterBusy):
        store.replace(first, step(case, Step.WITHDRAW))
    with pytest.raises(RegisterBusy):
        store.erase(first, Tombstone.of(case, EraseReason.RESIDENT_ASKED))
    assert store.read(case.number) == acknowledged


def test_a_record_taken_away_by_hand_is_not_written_again(store: FolderStore) -> None:
    case = kept_case(store)
    stored = store.read(case.number)
    file_of(store, case.number).unlink()
    with pytest.raises(CaseNotFound):
        store.replace(stored, step(case, Step.ACKNOWLEDGE))
    assert list(store.numbers()) == []


def test_nothing_is_kept_that_could_not_be_read_again(store: FolderStore) -> None:
    case = a_case()
    words = case.submission.model_copy(update={"answers": {"what": "长" * (LARGEST // 3)}})
    with pytest.raises(StorageFailed, match="EFBIG"):
        store.add(case.model_copy(update={"submission": words}))
    assert list(store.numbers()) == []


def test_half_a_character_touches_no_disk(store: FolderStore) -> None:
    case = a_case()
    words = case.submission.model_copy(update={"answers": {"what": "\ud800"}})
    with faulty_disk() as disk, pytest.raises(UnicodeEncodeError):
        store.add(case.model_copy(update={"submission": words}))
    assert disk.calls == []


def test_everything_is_its_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        store = FolderStore(tmp_path / "var" / "register")
        case = kept_case(store)
        store.replace(store.read(case.number), step(case, Step.ACKNOWLEDGE))
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "var").rglob("*") if path.is_dir()}
    assert modes | {stat.S_IMODE((tmp_path / "var").stat().st_mode)} == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in store.folder.rglob("*") if path.is_file()} == {
        0o600
    }


# What is damaged


def _symlink(path: Path) -> None:
    target = path.with_name("elsewhere")
    path.rename(target)
    path.symlink_to(target)


def _linked_to(target: str) -> Callable[[Path], None]:
    def link(path: Path) -> None:
        path.unlink()
        path.symlink_to(target)

    return link


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _huge(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(LARGEST + 1)


def _rewritten(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    def rewrite(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return rewrite


def _edited(change: Callable[[dict[str, Any]], Any]) -> Callable[[Path], None]:
    def edit(path: Path) -> None:
        value = json.loads(path.read_bytes())
        change(value)
        path.write_text(json.dumps(value), encoding="utf-8")

    return edit


DAMAGES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a link": (_symlink, "cannot be read"),
    "a link to nothing": (_linked_to("nowhere"), "cannot be read"),
    "a pipe": (_fifo, "not a regular file"),
    "a link to a device": (_linked_to("/dev/zero"), "cannot be read"),
    "a folder": (_directory, "not a regular file"),
    "huge": (_huge, "too large"),
    "empty": (_rewritten(lambda _: b""), "is not a record"),
    "torn": (_rewritten(lambda data: data[: len(data) // 2]), "is not a record"),
    "not UTF-8": (_rewritten(lambda data: data.replace("楼".encode(), b"\xff")), "is not a record"),
    "UTF-16": (_rewritten(lambda data: data.decode().encode("utf-16")), "is not a record"),
    "a key twice": (_rewritten(lambda data: data.replace(b"{", b'{"format": 1,', 1)), "is not a record"),
    "NaN": (_rewritten(lambda data: data.replace(b'"publish": true', b'"publish": NaN')), "is not a record"),
    "deeply nested": (_rewritten(lambda _: b"[" * 200_000), "is not a record"),
    "a list": (_rewritten(lambda _: b"[]"), "has no format"),
    "without format": (_edited(lambda v: v.pop("format")), "has no format"),
    "with format true": (_edited(lambda v: v.update(format=True)), "has no format"),
    "a newer format": (_edited(lambda v: v.update(format=2)), "newer format 2"),
    "an older format": (_edited(lambda v: v.update(format=0)), "format"),
    "another number inside": (
        _edited(lambda v: v.update(number=case_number(2026, b"x"))),
        "another case's number",
    ),
    "an unknown field": (_edited(lambda v: v["submission"].update(flat="1203")), "submission.flat"),
    "an unknown step": (_edited(lambda v: v["entries"][0].update(step="burn")), "entries.0.step"),
    "a step that cannot be": (_edited(lambda v: v["entries"].append({**v["entries"][0]})), "-"),
    "wrong particulars": (
        _edited(
            lambda v: v["entries"].append({**v["entries"][0], "step": "acknowledge", "particulars": {"x": 1}})
        ),
        "entries.1",
    ),
    "half a character": (
        _rewritten(lambda data: data.replace("楼道".encode(), b"\\ud800")),
        "does not fit its format",
    ),
    "a number for a word": (_edited(lambda v: v["submission"].update(publish="yes")), "submission.publish"),
}


def as_it_lies(place: Path) -> tuple[object, ...]:
    """What a file is, without the time of the last look."""
    status = place.lstat()
    return status.st_mode, status.st_ino, status.st_mtime_ns, place.read_bytes() if place.is_file() else None


@pytest.mark.parametrize("name", DAMAGES)
def test_damage_is_named_and_left_and_harms_no_other(store: FolderStore, name: str) -> None:
    spoil, problem = DAMAGES[name]
    case, other = kept_case(store, 1), kept_case(store, 2)
    stored = store.read(case.number)
    place = file_of(store, case.number)
    spoil(place)
    before = as_it_lies(place)
    with pytest.raises(RecordDamaged, match=problem) as damage:
        store.read(case.number)
    assert damage.value.name == place.name
    with pytest.raises((RegisterBusy, RecordDamaged)):
        store.replace(stored, step(case, Step.ACKNOWLEDGE))
    with pytest.raises((FileExistsError, RecordDamaged)):
        store.add(case)
    assert as_it_lies(place) == before
    assert store.read(other.number).record == other
    assert sorted(store.numbers()) == sorted([case.number, other.number])


def test_reading_damage_leaks_no_descriptor(store: FolderStore) -> None:
    case = kept_case(store)
    _directory(file_of(store, case.number))
    with faulty_disk() as disk:
        for _ in range(3):
            with pytest.raises(RecordDamaged):
                store.read(case.number)
    names = [name for name, _ in disk.calls]
    assert names.count("open") == names.count("close") == 3


def test_trouble_of_the_process_is_no_damage_of_the_file(store: FolderStore) -> None:
    case = kept_case(store)
    with faulty_disk(1, errno.EMFILE), pytest.raises(StorageFailed, match="EMFILE"):
        store.read(case.number)
    with faulty_disk(1, errno.EIO), pytest.raises(RecordDamaged, match=case.number):
        store.read(case.number)
    assert store.read(case.number).record == case


def test_foreign_files_are_reported_and_left(store: FolderStore) -> None:
    case = kept_case(store)
    year = file_of(store, case.number).parent
    (year / "notes.txt").write_text("x")
    (year / os.fsdecode(b"\xff.json")).write_text("{}")
    (year / ".tmp-folder").mkdir()
    (year.parent / "2025").mkdir()
    (year.parent / "2025" / f"{case.number}.json").write_text("{}")
    (year.parent / "stray.json").write_text("{}")
    (year.parent / "2024").symlink_to(year)
    (year / ".tmp-left").write_text("half")
    assert {damage.name for damage in store.foreign()} == {
        "2026/notes.txt", "2026/\\udcff.json", "2026/.tmp-folder", f"2025/{case.number}.json", "stray.json", "2024",
    }  # fmt: skip
    assert list(store.numbers()) == [case.number]


def test_a_linked_folder_is_neither_read_nor_written(store: FolderStore, tmp_path: Path) -> None:
    case = kept_case(store, 1)
    year = file_of(store, case.number).parent
    year.rename(tmp_path / "moved")
    year.symlink_to(tmp_path / "moved")
    with pytest.raises(RecordDamaged, match="linked folder"):
        store.read(case.number)
    with pytest.raises(StorageFailed, match="ELOOP"):
        FolderStore(store.folder).add(a_case(2))
    assert len(list((tmp_path / "moved").iterdir())) == 1


def test_a_file_in_the_place_of_a_year_is_told(store: FolderStore) -> None:
    (store.folder / "cases" / "2026").write_text("")
    with pytest.raises(StorageFailed, match="ENOTDIR"):
        store.add(a_case())
    assert [damage.name for damage in store.foreign()] == ["2026"]


def test_a_file_that_vanishes_while_it_is_listed_is_not_there(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = kept_case(store)
    listed = store.shelves.entries

    def vanishing(year: str = "") -> list[os.DirEntry[str]]:
        entries = listed(year)
        if year:
            file_of(store, case.number).unlink()
        return entries

    monkeypatch.setattr(store.shelves, "entries", vanishing)
    assert store.signatures() == []


# What the disk refuses


@pytest.mark.parametrize("error", ERRORS)
def test_adding_survives_a_fault_at_any_call(tmp_path: Path, error: int) -> None:
    case = a_case()
    for number in each_fault():
        store = FolderStore(tmp_path / str(number))
        with faulty_disk(number, error) as disk:
            kept = _attempt(lambda s=store: s.add(case))
        assert (case.number in list(store.numbers())) == kept
        if kept:
            assert store.read(case.number).record == case
        else:
            store.add(case)  # what failed can be tried again at once
        assert store.sweep() <= 1
        assert _names(store) == OTHERS | {f"{case.number}.json"}
        if not disk.failed():
            assert number > 15, "the walk saw too few calls to be true"
            return


@pytest.mark.parametrize("error", ERRORS)
def test_replacing_survives_a_fault_at_any_call(tmp_path: Path, error: int) -> None:
    for number in each_fault():
        store = FolderStore(tmp_path / str(number))
        old = Stored(kept_case(store), store.read(next(store.numbers())).revision)
        new = step(old.record, Step.ACKNOWLEDGE)
        with faulty_disk(number, error) as disk:
            kept = _attempt(lambda s=store, o=old, n=new: s.replace(o, n))
        found = store.read(new.number).record
        assert found == new if kept else found in (old.record, new)
        store.sweep()
        assert _names(store) == OTHERS | {f"{new.number}.json"}
        if not disk.failed():
            return


@pytest.mark.parametrize("error", ERRORS)
def test_erasing_survives_a_fault_at_any_call(tmp_path: Path, error: int) -> None:
    for number in each_fault():
        store = FolderStore(tmp_path / str(number))
        case = kept_case(store)
        tombstone = Tombstone.of(case, EraseReason.RETENTION_ENDED)
        old = store.read(case.number)
        with faulty_disk(number, error) as disk:
            kept = _attempt(lambda s=store, o=old, t=tombstone: s.erase(o, t))
        found = store.read_any(case.number).record
        assert found == tombstone if kept else found in (case, tombstone)
        store.sweep()
        assert _names(store) == OTHERS | {f"{case.number}.json"}
        if not disk.failed():
            return


@pytest.mark.parametrize("error", ERRORS)
def test_a_form_sent_again_after_a_fault_makes_one_case(tmp_path: Path, error: int) -> None:
    def send(store: FolderStore) -> Any:
        return open_case(
            submission(), contact(), instance=instance(), keys=KEYS, store=store, clockwork=book().clockwork
        )

    for number in each_fault():
        store = FolderStore(tmp_path / str(number))
        with faulty_disk(number, error) as disk:
            first = _attempt(lambda s=store: send(s))
        again = send(store)
        assert again.replay == first
        assert list(store.numbers()) == [again.case.number]
        if not disk.failed():
            return


@pytest.mark.parametrize("error", ERRORS)
def test_confirming_and_sweeping_tell_of_every_fault(tmp_path: Path, error: int) -> None:
    store = FolderStore(tmp_path / "register")
    case = kept_case(store)
    for number in each_fault():
        (file_of(store, case.number).parent / ".tmp-left").write_text("half")  # as an older program wrote
        with faulty_disk(number, error) as disk:
            told = _attempt(lambda: (store.confirm(case.number), store.sweep()))
        closing = told and disk.failed()
        assert store.read(case.number).record == case
        assert not closing or disk.calls[number - 1][0] == "close"
        if not disk.failed():
            assert store.sweep() == 0
            return


def _attempt(action: Callable[[], object]) -> bool:
    """Whether it was acknowledged; anything but the told error is a fault of ours."""
    try:
        action()
    except (StorageFailed, RecordDamaged):
        return False
    return True


def _names(store: FolderStore) -> set[str]:
    return {path.name for path in store.folder.rglob("*") if path.is_file()}


def test_when_even_the_undoing_fails_the_case_is_kept_and_a_retry_finds_it(store: FolderStore) -> None:
    case = a_case()
    with pytest.MonkeyPatch.context() as patch, faulty_disk() as disk:
        patch.setattr(os, "unlink", _always(errno.EIO))
        patch.setattr("register.case_files.sync_folder", _always(errno.EIO))
        with pytest.raises(StorageFailed):
            store.add(case)
    assert ("link", temporary_of(case)) not in disk.calls  # the year itself could not be made durable
    store.add(a_case(2))  # now it is
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "unlink", _always(errno.ENOENT))
        patch.setattr(os, "fsync", _refusing_folders(os.fsync))
        with pytest.raises(StorageFailed):
            store.add(case)
    assert store.confirm(case.number).record == case
    assert store.sweep() == 1
    assert file_of(store, case.number).stat().st_nlink == 1


def _always(error: int) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(error, os.strerror(error))

    return fail


def _refusing_folders(fsync: Callable[[int], None]) -> Callable[[int], None]:
    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(handle)

    return sync


def test_the_folder_cannot_be_made_where_the_disk_is_read_only(tmp_path: Path) -> None:
    with faulty_disk(1, errno.EROFS), pytest.raises(StorageFailed, match="EROFS"):
        FolderStore(tmp_path / "register")


def test_a_year_that_cannot_be_listed_is_told_rather_than_left_out(store: FolderStore) -> None:
    kept_case(store)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "scandir", _always(errno.EACCES))
        with pytest.raises(StorageFailed, match="EACCES"):
            list(store.numbers())


# What a power cut leaves


def _order(calls: list[tuple[str, str]], *wanted: tuple[str, str]) -> list[int]:
    """Where the last of each wanted call stands."""
    return [len(calls) - 1 - calls[::-1].index(call) for call in wanted]


def test_a_new_case_is_durable_before_it_has_its_name_and_its_name_before_it_is_acknowledged(
    store: FolderStore,
) -> None:
    case = a_case()
    with faulty_disk() as disk:
        store.add(case)
    temporary = temporary_of(case)
    order = _order(
        disk.calls, ("write", temporary), ("fsync", temporary), ("link", temporary), ("fsync", "2026")
    )
    assert order == sorted(order)
    parents = _order(
        disk.calls, ("mkdir", "2026"), ("fsync", "cases"), ("fsync", "register"), ("link", temporary)
    )
    assert parents == sorted(parents)


def test_a_year_made_by_a_process_that_died_is_made_durable_by_the_next(store: FolderStore) -> None:
    (store.folder / "cases" / "2026").mkdir()
    with faulty_disk() as disk:
        store.add(a_case())
    assert ("fsync", "cases") in disk.calls


def test_a_change_is_durable_before_it_takes_the_name(store: FolderStore) -> None:
    case = kept_case(store)
    old = store.read(case.number)
    with faulty_disk() as disk:
        store.replace(old, step(case, Step.ACKNOWLEDGE))
    temporary = temporary_of(case)
    order = _order(
        disk.calls, ("write", temporary), ("fsync", temporary), ("rename", temporary), ("fsync", "2026")
    )
    assert order == sorted(order)
    assert disk.calls[-2:] == [("close", "2026"), ("close", "lock")]


def test_nothing_is_synced_twice_after_its_sync_failed(store: FolderStore) -> None:
    case = a_case()
    store.add(a_case(2))
    with faulty_disk() as whole:
        store.add(case)
    at = whole.calls.index(("fsync", temporary_of(case))) + 1
    third = a_case(3)
    with faulty_disk(at, errno.EIO) as disk, pytest.raises(StorageFailed, match="EIO"):
        store.add(third)
    assert [call for call in disk.calls if call[0] == "fsync"] == [("fsync", temporary_of(third))]


# Many at once


def test_cases_are_added_side_by_side(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each writer waits in the sync of the folder for the other: were they one behind the other, neither came through."""
    store.add(a_case(1))
    both = threading.Barrier(2, timeout=PATIENCE)
    monkeypatch.setattr(os, "fsync", _told_of_folders(os.fsync, lambda _: both.wait()))
    outcomes = _together([lambda n=n: store.add(a_case(n)) for n in (2, 3)])
    assert outcomes == [None, None]
    assert len(list(store.numbers())) == 3


def test_cases_added_together_are_durable_each_and_share_one_sync_of_the_folder(store: FolderStore) -> None:
    there, cases = a_case(9), [a_case(number) for number in range(1, 5)]
    store.add(there)
    with faulty_disk() as disk:
        kept = store.add_all([*cases, cases[0], there])
    assert [isinstance(one, Stored) for one in kept] == [True] * 4 + [False] * 2
    assert all(isinstance(one, FileExistsError) for one in kept[4:])
    assert [store.read(case.number).record for case in cases] == cases
    assert disk.calls.count(("fsync", "2026")) == 1
    for case in cases:
        temporary = temporary_of(case)
        order = _order(disk.calls, ("fsync", temporary), ("link", temporary), ("fsync", "2026"))
        assert order == sorted(order)


@pytest.mark.parametrize("error", ERRORS)
def test_of_cases_added_together_just_those_are_kept_of_which_it_is_said(tmp_path: Path, error: int) -> None:
    cases = [a_case(number) for number in range(1, 4)]
    for number in each_fault():
        store = FolderStore(tmp_path / str(number))
        with faulty_disk(number, error) as disk:
            kept = store.add_all(cases)
        assert all(isinstance(one, Stored | StorageFailed) for one in kept)
        said = {case.number for case, one in zip(cases, kept, strict=True) if isinstance(one, Stored)}
        assert set(store.numbers()) == said
        store.sweep()
        again = store.add_all(cases)
        assert [isinstance(one, FileExistsError) for one in again] == [case.number in said for case in cases]
        assert set(store.numbers()) == {case.number for case in cases}
        if not disk.failed():
            return


def test_a_sync_that_fails_befalls_those_that_were_named_and_no_number_that_was_taken(
    store: FolderStore,
) -> None:
    there, fresh = a_case(1), a_case(2)
    store.add(there)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", _refusing_folders(os.fsync))
        taken, refused = store.add_all([there, fresh])
    assert isinstance(taken, FileExistsError)
    assert isinstance(refused, StorageFailed)
    assert list(store.numbers()) == [there.number]


def test_a_case_that_cannot_be_written_harms_none_that_is_added_with_it(store: FolderStore) -> None:
    broken, sound = a_case(1), a_case(2)
    words = broken.submission.model_copy(update={"answers": {"what": "\ud800"}})
    kept = store.add_all([broken.model_copy(update={"submission": words}), sound])
    assert isinstance(kept[0], UnicodeEncodeError)
    assert isinstance(kept[1], Stored)
    assert list(store.numbers()) == [sound.number]


def test_nobody_is_told_it_is_kept_before_a_sync_of_the_folder_that_began_after_it_had_its_name(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    cases = [a_case(number) for number in range(1, 17)]
    store.add(a_case(99))
    real, synced = os.fsync, set[str]()

    def sync(handle: int) -> None:
        named = set(store.numbers()) if stat.S_ISDIR(os.fstat(handle).st_mode) else set()
        real(handle)
        synced.update(named)

    monkeypatch.setattr(os, "fsync", sync)

    def send(case: Case) -> None:
        store.add(case)
        assert case.number in synced

    assert _together([lambda c=case: send(c) for case in cases]) == [None] * len(cases)


def test_a_sync_that_fails_fails_its_own_case_and_no_other(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(a_case(99))
    cases = [a_case(number) for number in range(1, 9)]
    turns = iter(range(100))
    monkeypatch.setattr(os, "fsync", _told_of_folders(os.fsync, lambda _: _fail_if(next(turns) % 2 == 0)))
    outcomes = _together([lambda c=case: store.add(c) for case in cases])
    assert sum(isinstance(problem, StorageFailed) for problem in outcomes) == 4
    monkeypatch.undo()
    kept = {case.number for case, problem in zip(cases, outcomes, strict=True) if problem is None}
    assert set(store.numbers()) == kept | {a_case(99).number}
    assert store.sweep() == 0


def test_the_folder_is_open_before_a_case_has_its_name_so_that_no_error_of_writing_is_missed(
    store: FolderStore,
) -> None:
    store.add(a_case(2))
    with faulty_disk() as disk:
        store.add(a_case())
    opened, linked = _order(disk.calls, ("open", "2026"), ("link", temporary_of(a_case())))
    assert opened < linked
    assert ("fsync", "2026") in disk.calls[linked:]


def test_who_confirms_waits_for_those_who_add(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that its writer must take back is acknowledged to nobody."""
    case = a_case()
    store.add(a_case(2))
    named, go_on = threading.Event(), threading.Event()

    def fail_late(_: int) -> None:
        named.set()
        assert go_on.wait(PATIENCE)
        raise OSError(errno.EIO, "late")

    outcomes: list[object] = []
    confirming = threading.Thread(
        target=lambda: outcomes.append(_outcome(lambda: store.confirm(case.number)))
    )
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _told_of_folders(os.fsync, fail_late))
        adding = threading.Thread(target=lambda: outcomes.append(_outcome(lambda: store.add(case))))
        adding.start()
        assert named.wait(PATIENCE)
        confirming.start()
        assert case.number in list(store.numbers())
        assert outcomes == []
        go_on.set()
        adding.join(PATIENCE)
        confirming.join(PATIENCE)
    assert {type(outcome) for outcome in outcomes} == {StorageFailed, CaseNotFound}


def test_a_change_that_waits_lets_no_later_case_go_past(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Stored(kept_case(store), store.read(next(store.numbers())).revision)
    second, third, changed = a_case(2), a_case(3), step(old.record, Step.ACKNOWLEDGE)
    order: list[str] = []
    adding, go_on = threading.Event(), threading.Event()

    def hold(_: int) -> None:
        order.append(threading.current_thread().name)
        adding.set()
        assert go_on.wait(PATIENCE)

    def begin(name: str, work: Callable[[], object]) -> threading.Thread:
        thread = threading.Thread(target=work, name=name)
        thread.start()
        return thread

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _told_of_folders(os.fsync, hold))
        threads = [begin("added", lambda: store.add(second))]
        assert adding.wait(PATIENCE)
        waits = threading.Event()
        patch.setattr("register.case_files.locked", _saying(locked, waits))
        threads.append(begin("changed", lambda: store.replace(old, changed)))
        assert waits.wait(PATIENCE)  # it stands at the head of the queue
        threads.append(begin("added later", lambda: store.add(third)))
        go_on.set()
        for thread in threads:
            thread.join(PATIENCE)
    assert order == ["added", "changed", "added later"]


def _saying(lock: Callable[..., Any], said: threading.Event) -> Callable[..., Any]:
    """The lock, and when somebody whose turn it is asks for it."""

    def asked(file: Path, **how: Any) -> Any:
        if file.name == "lock":
            said.set()
        return lock(file, **how)

    return asked


def _fail_if(wanted: bool) -> None:
    if wanted:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def _told_of_folders(fsync: Callable[[int], None], tell: Callable[[int], object]) -> Callable[[int], None]:
    """An fsync that tells of a folder before it is synced."""

    def sync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            tell(handle)
        fsync(handle)

    return sync


def _outcome(work: Callable[[], object]) -> Exception | None:
    """What it raised."""
    try:
        work()
    except Exception as problem:  # noqa: BLE001  whatever it is, the test tells
        return problem
    return None


def _together(works: list[Callable[[], object]]) -> list[Exception | None]:
    """What each raised, all begun at one moment, each in a thread of its own."""
    gate = threading.Barrier(len(works))

    def begun(work: Callable[[], object]) -> Exception | None:
        gate.wait()
        return _outcome(work)

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(begun, works))


def test_fifty_threads_sending_one_form_make_one_case(store: FolderStore) -> None:
    case = a_case()
    outcomes: list[str] = []
    gate = threading.Barrier(50)

    def send() -> None:
        gate.wait()
        try:
            store.add(case)
            outcomes.append("kept")
        except FileExistsError:
            outcomes.append("taken")

    threads = [threading.Thread(target=send) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["kept"] + ["taken"] * 49
    assert _names(store) == OTHERS | {f"{case.number}.json"}


def test_a_sweep_disturbs_nobody_who_writes(store: FolderStore) -> None:
    """Writers and sweepers share the lock: what a sweep takes away can only be a dead writer's."""
    cases = [a_case(number) for number in range(1, 31)]
    failed: list[Exception] = []

    def write() -> None:
        try:
            for case in cases:
                store.add(case)
        except Exception as problem:  # noqa: BLE001  whatever it is, the test tells
            failed.append(problem)

    writer = threading.Thread(target=write)
    writer.start()
    while writer.is_alive():
        assert store.sweep() == 0
    writer.join()
    assert failed == []
    assert len(list(store.numbers())) == 30


def test_a_leftover_of_the_same_name_is_no_obstacle(store: FolderStore) -> None:
    case = a_case()
    kept_case(store, 2)
    left = store.folder / "writing" / temporary_of(case)
    left.write_text("half of somebody's words")
    store.add(case)
    assert store.read(case.number).record == case
    assert not left.exists()


WRITER = """
import sys
from pathlib import Path
from register.errors import RegisterBusy
from register.store import FolderStore
from register.terms import Step
from tests.factories import contact, instance, kept_case, step
store = FolderStore(Path(sys.argv[1]))
case = kept_case(store, 7)
old = store.read(case.number)
print("ready", flush=True)
sys.stdin.readline()
try:
    store.replace(old, step(old.record, Step(sys.argv[2])))
    print("kept")
except RegisterBusy:
    print("busy")
"""


def test_processes_opening_one_case_make_one_and_changing_it_one_is_told_busy(store: FolderStore) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(store.folder), wish],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=PROJECT,
        )
        for wish in ("acknowledge", "withdraw", "acknowledge")
    ]  # fmt: skip
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    outcomes = []
    for process in processes:
        outcomes.append(process.communicate("\n")[0].strip())
        assert process.returncode == 0
    assert sorted(outcomes) == ["busy", "busy", "kept"]
    (number,) = store.numbers()
    assert len(store.read(number).record.entries) == 2


def test_while_it_is_still_nobody_adds_a_case_and_afterwards_it_is_added(store: FolderStore) -> None:
    added = threading.Event()

    def add() -> None:
        kept_case(store)
        added.set()

    with store.still():
        writer = threading.Thread(target=add)
        writer.start()
        assert list(store.numbers()) == []
        assert not added.is_set()
    writer.join(PATIENCE)
    assert len(list(store.numbers())) == 1


def test_nobody_changes_a_case_while_the_register_is_still(store: FolderStore) -> None:
    case = kept_case(store)
    with store.still():
        writer = threading.Thread(target=store.replace, args=(store.read(case.number), answered(case)))
        writer.start()
        assert store.read(case.number).record == case
    writer.join(PATIENCE)
    assert store.read(case.number).record == answered(case)
