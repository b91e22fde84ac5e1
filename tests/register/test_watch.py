"""Looking at what changed alone gives what reading everything gives, whoever changed it and however."""

import contextlib
import errno
import os
import tempfile
import threading
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register import changes
from register.case import Case, Tombstone
from register.changes import LARGEST, Changes, Note, Stamp, mark, stamp_of
from register.disk import opened_folder
from register.errors import RecordDamaged, RegisterError, StorageFailed
from register.index import Holdings, Index
from register.intake import open_case
from register.records import to_bytes
from register.shelves import Shelves
from register.store import FolderStore
from register.stored import Damage
from register.terms import EraseReason, Step
from register.watch import ALL, followed
from tests.factories import KEYS, book, instance, kept_case, step, submission
from tests.faulty_disk import each_fault, faulty_disk

CASES = 6


@lru_cache
def cases() -> tuple[Case, ...]:
    """Cases of two years that lie in no store yet."""
    with tempfile.TemporaryDirectory() as elsewhere:
        store = FolderStore(Path(elsewhere))
        made = [kept_case(store, number) for number in range(1, CASES)]
        before = submission(received=submission().received.replace(year=2025))
        opened = open_case(
            before, None, instance=instance(CASES, 2025), keys=KEYS, store=store, clockwork=book().clockwork
        )
        return (*made, opened.case)


def read_all(folder: Path) -> Holdings:
    """What lies there, read file by file; nothing is marked or remembered."""
    store = FolderStore(folder)
    found: dict[str, Any] = {}
    damaged = store.foreign()
    for number in store.numbers():
        try:
            found[number] = store.read_any(number)
        except RecordDamaged as damage:
            damaged.append(Damage(damage.name, damage.problem))
    return Holdings(
        {n: stored for n, stored in found.items() if isinstance(stored.record, Case)},
        {n: stored.record for n, stored in found.items() if isinstance(stored.record, Tombstone)},
        tuple(damaged),
    )


class Register:
    """A register, and what people and programs do to it; each does nothing where it cannot be done."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stores = (FolderStore(folder), FolderStore(folder))
        self.kept: dict[str, bytes] = {}

    def place(self, case: Case) -> Path:
        return self.folder / "cases" / case.number[:4] / f"{case.number}.json"

    def add(self, which: int, case: Case) -> None:
        try:
            self.stores[which].add(case)
        except FileExistsError:
            self.stores[which].confirm(case.number)

    def change(self, which: int, case: Case) -> None:
        """Acknowledge it, then withdraw it; afterwards it is written as it was."""
        stored = self.stores[which].read(case.number)
        wish = {1: Step.ACKNOWLEDGE, 2: Step.WITHDRAW}.get(len(stored.record.entries))
        self.stores[which].replace(stored, step(stored.record, wish) if wish else stored.record)

    def erase(self, which: int, case: Case) -> None:
        stored = self.stores[which].read(case.number)
        self.stores[which].erase(stored, Tombstone.of(stored.record, EraseReason.RESIDENT_ASKED))

    def remove(self, which: int, case: Case) -> None:
        self.kept[case.number] = self.place(case).read_bytes()
        self.place(case).unlink()

    def put_back(self, which: int, case: Case) -> None:
        """As a restored backup: with the time it had, beside and then under its name."""
        data = self.kept.get(case.number, to_bytes(case))
        self.place(case).parent.mkdir(exist_ok=True)
        beside = self.place(case).with_suffix(".restored")
        beside.write_bytes(data)
        os.utime(beside, ns=(1, 1_700_000_000_000_000_000 + which))
        beside.replace(self.place(case))

    def remember_times(self) -> None:
        self.times = {year.name: year.stat().st_mtime_ns for year in self.stores[0].shelves.cases.iterdir()}

    def give_the_folder_its_old_time(self, which: int, case: Case) -> None:
        year = self.place(case).parent
        os.utime(year, ns=(1, self.times[year.name]))

    def lay_aside(self, which: int, case: Case) -> None:
        (self.place(case).parent / f"notes-{which}.txt").touch()

    def take_the_year_away(self, which: int, case: Case) -> None:
        self.place(case).parent.rename(self.folder / f"moved-{case.number[:4]}")

    def bring_the_year_back(self, which: int, case: Case) -> None:
        (self.folder / f"moved-{case.number[:4]}").rename(self.place(case).parent)

    def lose_the_notes(self, which: int, case: Case) -> None:
        self.stores[0].changes.file.unlink()

    def damage_the_notes(self, which: int, case: Case) -> None:
        notes = self.stores[0].changes.file
        data = notes.read_bytes()
        notes.write_bytes(data[: len(data) // 2] + b"\xff 1 2\n" * which + data[len(data) // 3 :])

    def edit(self, which: int, case: Case) -> None:
        """In its place, to the same length, and with its old time."""
        place = self.place(case)
        before, data = place.stat(), place.read_bytes()
        place.write_bytes(
            data.replace("5号楼".encode(), f"{6 + which}号楼".encode()) if which else b"{" + data[1:]
        )
        os.utime(place, ns=(before.st_atime_ns, before.st_mtime_ns))

    def spoil(self, which: int, case: Case) -> None:
        self.place(case).write_text("{" * (which + 1))


SEEN_AT_ONCE = (
    Register.add, Register.add, Register.change, Register.change, Register.erase, Register.remove, Register.put_back,
    Register.give_the_folder_its_old_time, Register.lay_aside, Register.take_the_year_away,
    Register.bring_the_year_back, Register.lose_the_notes, Register.damage_the_notes,
)  # fmt: skip
IN_PLACE = (Register.edit, Register.spoil)
Deed = Callable[[Register, int, Case], None]


Done = list[tuple[Deed, int, int, bool]]


def deeds(*kinds: Deed) -> st.SearchStrategy[Done]:
    """Deeds by one of two stores to one of the cases, and whether somebody looks afterwards."""
    one = st.tuples(st.sampled_from(kinds), st.integers(0, 1), st.integers(0, CASES - 1), st.booleans())
    return st.lists(one, min_size=1, max_size=12)


def live(done: Done, share: int, looks: Callable[[int], int] = lambda count: 1) -> None:
    """Every look gives what lies there; `looks` tells how many it takes, by the number of files."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)  # no power is cut here
        register = Register(Path(folder))
        for case in cases()[1:]:
            register.add(0, case)
        index = Index(FolderStore(register.folder), share)
        for _ in range(2):  # the second looks at names once more, whatever the share
            index.holdings()
        register.remember_times()
        for deed, which, number, looked in done:
            with contextlib.suppress(RegisterError, OSError):
                deed(register, which, cases()[number])
            if looked:
                there = read_all(register.folder)
                for _ in range(looks(len(there.cases) + len(there.damaged) + len(there.tombstones))):
                    held = index.holdings()
                assert held == there
                assert list(held.cases) == list(there.cases)


@settings(max_examples=80, deadline=None)
@given(deeds(*SEEN_AT_ONCE))
def test_whatever_is_done_to_names_is_seen_by_the_next_look_as_if_everything_were_read(
    done: Done,
) -> None:
    live(done, 0)


@settings(max_examples=40, deadline=None)
@given(deeds(*SEEN_AT_ONCE, *IN_PLACE))
def test_edits_in_place_are_seen_by_the_next_look_of_who_asks_for_all(
    done: Done,
) -> None:
    live(done, ALL)


@settings(max_examples=40, deadline=None)
@given(deeds(*SEEN_AT_ONCE, *IN_PLACE))
def test_edits_in_place_are_seen_when_every_file_had_its_turn(
    done: Done,
) -> None:
    live(done, 2, lambda count: count + 2)


# Each promise by itself


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """A register of six cases in two years."""
    register = Register(tmp_path / "register")
    for case in cases():
        register.add(0, case)
    return register


def counted(register: Register, patch: pytest.MonkeyPatch) -> list[str]:
    """What is asked of the disk for looking, from now on: years gone through, and files one by one."""
    asked: list[str] = []

    def asking(real: Callable[[Shelves, str], Any]) -> Callable[[Shelves, str], Any]:
        return lambda self, what: (asked.append(what), real(self, what))[1]

    patch.setattr(Shelves, "shelf", asking(Shelves.shelf))
    patch.setattr(Shelves, "signature", asking(Shelves.signature))
    return asked


def test_a_look_asks_for_its_share_of_files_however_many_there_are_and_for_those_that_our_writers_changed(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, other = Index(FolderStore(register.folder), 2), cases()[0]
    index.holdings()
    asked = counted(register, monkeypatch)
    index.holdings()
    assert len(asked) == 2
    register.change(1, other)
    assert len(index.holdings().cases[other.number].record.entries) == 2
    assert len(asked) == 5
    assert "2026" not in asked


def test_what_somebody_elses_program_does_has_its_year_gone_through_and_no_other(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = Index(FolderStore(register.folder), 0)
    index.holdings()
    asked = counted(register, monkeypatch)
    register.change(0, cases()[0])
    register.remove(0, cases()[1])
    assert index.holdings() == read_all(register.folder)
    assert asked[:1] == ["2026"]
    assert "2025" not in asked[:1]


def test_a_year_that_is_taken_away_is_gone_at_once_and_there_again_when_it_is_brought_back(
    register: Register,
) -> None:
    """Whichever of its files was to have its turn."""
    for case in cases():
        index = Index(FolderStore(register.folder), 1)
        for deed in (Register.take_the_year_away, Register.bring_the_year_back):
            index.holdings()
            index.holdings()
            deed(register, 0, case)
            for _ in cases():
                assert index.holdings() == read_all(register.folder)


def test_nothing_changed_gives_the_very_same_holdings(register: Register) -> None:
    index = Index(FolderStore(register.folder), 0)
    held = index.holdings()
    assert index.holdings() is held
    register.lay_aside(0, cases()[0])
    seen = index.holdings()
    assert [damage.name for damage in seen.damaged] == ["2026/notes-0.txt"]
    assert index.holdings() is seen
    register.change(0, cases()[0])
    assert len(held.cases[cases()[0].number].record.entries) == 1, "who holds the old ones keeps them"


def test_a_folder_that_was_given_its_old_time_again_is_gone_through(register: Register) -> None:
    """As a restored backup does; the time of change is the kernel's own."""
    index = Index(FolderStore(register.folder), 0)
    for _ in range(2):
        index.holdings()
    register.remember_times()
    register.remove(0, cases()[1])
    register.give_the_folder_its_old_time(0, cases()[1])
    assert cases()[1].number not in index.holdings().cases


def test_a_look_leaves_a_mark_so_that_a_change_in_the_same_tick_of_the_clock_shows(
    register: Register,
) -> None:
    register.lay_aside(0, cases()[0])
    assert not register.stores[0].shelves.stamp("2026").is_mark
    Index(FolderStore(register.folder)).holdings()
    assert register.stores[0].shelves.stamp("2026").is_mark


@pytest.mark.parametrize("step", [2_000_000_000, 1_000_000_000, 1_000_000])
def test_where_times_are_too_coarse_for_marks_every_look_goes_through_every_file(
    register: Register, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    real = os.utime

    def coarse(path: Any, now: None = None, *, ns: tuple[int, int] | None = None) -> None:
        real(path, now, **({"ns": (ns[0], ns[1] // step * step)} if ns else {}))

    monkeypatch.setattr(os, "utime", coarse)
    index = Index(FolderStore(register.folder), 0)
    index.holdings()
    asked = counted(register, monkeypatch)
    index.holdings()
    assert asked == ["2025", "2026"]


def test_where_a_folder_is_not_dated_or_cannot_be_written_to_no_mark_is_trusted(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = register.stores[0].changes
    assert notes.keep_marks()
    with faulty_disk(1):
        assert not notes.keep_marks()
    monkeypatch.setattr(changes, "stamp_of", lambda status: Stamp(1, 2, 3))
    assert not notes.keep_marks()
    assert [path.name for path in notes.file.parent.glob(".tmp-*")] == []


def test_a_disk_in_trouble_is_told_and_nothing_is_missed_afterwards(register: Register) -> None:
    """Whatever call fails, the next look gives everything."""
    for fault in each_fault():
        index = Index(FolderStore(register.folder), 1)
        index.holdings()
        register.change(0, cases()[fault % 5])
        register.lay_aside(fault, cases()[0])
        with faulty_disk(fault, errno.EMFILE) as disk, contextlib.suppress(StorageFailed):
            index.holdings()
        assert index.holdings() == read_all(register.folder)
        if not disk.failed():
            assert fault > 8
            return


def test_who_looks_while_others_write_sees_every_case_that_was_acknowledged(tmp_path: Path) -> None:
    folder = tmp_path / "register"
    index, stores = Index(FolderStore(folder), 0), (FolderStore(folder), FolderStore(folder))
    kept: list[str] = []

    def write(store: FolderStore, own: tuple[Case, ...]) -> None:
        for case in own:
            kept.append(store.add(case).record.number)
            store.replace(store.read(case.number), step(case, Step.ACKNOWLEDGE))

    writers = [threading.Thread(target=write, args=(stores[n], cases()[n::2])) for n in (0, 1)]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        acknowledged = set(kept)
        assert acknowledged <= index.holdings().cases.keys()
    assert index.holdings() == read_all(folder)
    assert {len(stored.record.entries) for stored in index.holdings().cases.values()} == {2}


def test_a_name_that_no_stamp_told_of_is_found_when_every_file_had_its_turn(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if it had been given in the very moment in which a writer of ours left his mark."""
    index = Index(FolderStore(register.folder), 4)
    register.remove(0, cases()[0])
    index.holdings()
    stamps = {year: register.stores[0].shelves.stamp(year) for year in ("2025", "2026")}
    monkeypatch.setattr(Shelves, "stamp", lambda self, year: stamps[year])
    index.holdings()
    register.put_back(0, cases()[0])
    register.remove(0, cases()[1])
    for _ in range(3):
        held = index.holdings()
    assert held == read_all(register.folder)


def test_a_file_that_is_gone_when_its_turn_comes_is_gone_from_the_holdings(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if it had been taken in the very moment in which a writer of ours left his mark, after its names were compared."""
    index, last = Index(FolderStore(register.folder), 1), max(cases(), key=lambda case: case.number)
    index.holdings()
    index.holdings()
    stamps = {year: register.stores[0].shelves.stamp(year) for year in ("2025", "2026")}
    monkeypatch.setattr(Shelves, "stamp", lambda self, year: stamps[year])
    register.remove(0, last)
    monkeypatch.setattr(
        Shelves, "names", lambda self, year: pytest.fail("compared before every file had its turn")
    )
    held = [last.number in index.holdings().cases for _ in range(5)]
    assert held == [True] * 4 + [False]


def test_notes_lead_from_stamp_to_stamp_or_nowhere() -> None:
    one, two, three = (Stamp(1, number, 0) for number in range(3))
    notes = {one: Note(("a",), two), two: Note(("b", "c"), three)}
    assert followed(dict(notes), one, three) == {"a", "b", "c"}
    assert followed(dict(notes), two, three) == {"b", "c"}
    assert followed(dict(notes), one, one) == set()
    assert followed(dict(notes), three, one) is None
    assert followed({one: Note(("a",), two), two: Note(("b",), one)}, one, three) is None


def test_notes_begin_anew_when_they_grew_too_long_and_what_is_no_note_is_passed_over(
    register: Register,
) -> None:
    notes = register.stores[0].changes
    assert {note.numbers for note in notes.noted().values()} == {(case.number,) for case in cases()}
    with notes.file.open("ab") as file:
        file.write(b"2026-000-000-0 1 2 3 4 5 6\nwords\n" + b"x" * LARGEST)
    assert len(notes.noted()) == len(cases())
    register.change(0, cases()[0])
    (note,) = notes.noted().values()
    assert note.numbers == (cases()[0].number,)
    notes.file.unlink()
    assert notes.noted() == {}


def test_a_change_that_cannot_be_noted_is_kept_and_seen(register: Register) -> None:
    index = Index(FolderStore(register.folder), 0)
    index.holdings()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "pwrite", _refusing)
        register.change(0, cases()[0])
        patch.setattr(os, "utime", _refusing)
        register.change(0, cases()[1])
    assert index.holdings() == read_all(register.folder)


def _refusing(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "full")


def test_no_two_writers_change_names_at_the_same_time(tmp_path: Path) -> None:
    notes = Changes(tmp_path / "changes")
    inside: list[str] = []

    def change(number: str) -> None:
        with opened_folder(tmp_path) as folder, notes.naming(folder, [number]):
            inside.append(number)
            (tmp_path / number).touch()
            assert inside == [number]
            inside.clear()

    numbers = [case.number for case in cases()]
    notes.file.touch()
    with opened_folder(tmp_path) as folder:
        known = mark(folder)
    threads = [threading.Thread(target=change, args=(number,)) for number in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert followed(notes.noted(), known, stamp_of(tmp_path.stat())) == set(numbers)
