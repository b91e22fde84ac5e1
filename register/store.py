"""The store: one JSON file a case. The only module that opens register files.

Writing: a temporary file in the folder `writing`, fsync, link (create once) or rename (replace), fsync of the year's
folder; only then is it acknowledged. A crash at any instruction leaves the old file or the new one. Every writer holds
one lock that other processes respect too: who adds a case holds it together with others who add, so that their syncs
run side by side and the disk joins them; who confirms, changes, erases or sweeps holds it alone, so that nobody
acknowledges what another writer is about to take back. Names are given one at a time, and noted (`register.changes`).
Reading: regular files only, never followed, strict; what is damaged, foreign or newer is reported by name and left.
"""

import contextlib
import errno
import hashlib
import itertools
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from pydantic import ValidationError

from register.case import FORMAT, Case, Tombstone
from register.changes import Changes
from register.disk import (
    locked,
    make_private,
    opened_folder,
    read_regular,
    remove,
    sync_folder,
    told,
    write_new,
)
from register.errors import CaseErased, CaseNotFound, RecordDamaged, RecordUnread, RegisterBusy, StorageFailed
from register.numbers import is_case_number
from register.records import strict_json, to_bytes
from register.shelves import TEMPORARY, Shelves, Signature

LARGEST = 4_000_000
SIDE_BY_SIDE = 8
# Errors that say something about the one file; any other says that the disk or the process is in trouble.
_OF_THE_FILE = frozenset(
    {
        errno.ELOOP,
        errno.EINVAL,
        errno.EFBIG,
        errno.ENXIO,
        errno.ENODEV,
        errno.ENOTDIR,
        errno.EACCES,
        errno.EPERM,
    }
)
R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True)
class Stored(Generic[R_co]):
    """A record as it lay on disk; `revision` is the SHA-256 of the exact bytes that were read."""

    record: R_co
    revision: str


@dataclass(frozen=True)
class Damage:
    """A file of the register that cannot be used: its name and what is wrong. It is left as it is.

    `unread` where the disk could not read it, so that it may hold anything.
    """

    name: str
    problem: str
    unread: bool = False


class Store(Protocol):
    """What the house asks of a place for cases; nothing above it may assume a path."""

    def add(self, case: Case) -> Stored[Case]:
        """Keep a new case, durably. Raises FileExistsError if its number is taken, StorageFailed if not kept."""
        ...

    def read(self, number: str) -> Stored[Case]:
        """Raises CaseNotFound, CaseErased or RecordDamaged; StorageFailed where the trouble is not the file's."""
        ...

    def replace(self, old: Stored[Case], case: Case) -> Stored[Case]:
        """Keep the changed case if nobody changed it meanwhile; else RegisterBusy.

        After StorageFailed the old case or the new one is there, whole; it has not been acknowledged.
        """
        ...

    def erase(self, old: Stored[Case], tombstone: Tombstone) -> None:
        """Put the tombstone in the case's place."""
        ...

    def numbers(self) -> Iterator[str]:
        """The number of every case and tombstone."""
        ...


class FolderStore:
    """The default store: a private local folder, `cases/YEAR/NUMBER.json`, mode 0700 and 0600."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_absolute():
            raise ValueError(f"{folder} must be absolute")
        self.folder = folder.resolve()
        self._cases, self._writing = self.folder / "cases", self.folder / "writing"
        self.shelves, self.changes = Shelves(self._cases), Changes(self._writing / "changes")
        self._durable: set[Path] = set()
        self._hands = ThreadPoolExecutor(SIDE_BY_SIDE)  # a thread begins when it is first needed
        with told():
            make_private(self._cases)
            make_private(self._writing)

    def add(self, case: Case) -> Stored[Case]:
        (added,) = self.add_all([case])
        if isinstance(added, Exception):
            raise added
        return added

    def add_all(self, cases: Iterable[Case]) -> list[Stored[Case] | Exception]:
        """Keep new cases together, at the price of one lock and one sync of the folder, and tell what became of each.

        Each is as durable as if it were added alone; in place of one that was not kept stands what `add` would raise.
        """
        additions = [_Addition(case) for case in cases]
        _refuse_doubles(additions)
        by_year: dict[str, list[_Addition]] = {}
        for one in additions:
            if not one.problem:
                by_year.setdefault(one.year, []).append(one)
        if by_year:
            self._add_to_years(by_year)
        return [one.outcome for one in additions]

    def confirm(self, number: str) -> Stored[Case | Tombstone]:
        """What another writer kept under a number, durable now, so that it may be acknowledged a second time.

        Raises CaseNotFound where that writer had to take it back, RecordDamaged or StorageFailed.
        """
        with told(), self._locked():
            stored = self.read_any(number)
            sync_folder(self._place(number).parent)
        return stored

    def read(self, number: str) -> Stored[Case]:
        stored = self.read_any(number)
        if isinstance(stored.record, Tombstone):
            raise CaseErased(number)
        return Stored(stored.record, stored.revision)

    def read_any(self, number: str) -> Stored[Case | Tombstone]:
        """The case or the tombstone in its place. Raises as `read` does, but for CaseErased."""
        data = self._bytes(number)
        return Stored(_parse(f"{number}.json", data), _revision(data))

    def replace(self, old: Stored[Case], case: Case) -> Stored[Case]:
        data = _checked(to_bytes(case))
        self._replace(old, data, case.number)
        return Stored(case, _revision(data))

    def erase(self, old: Stored[Case], tombstone: Tombstone) -> None:
        self._replace(old, to_bytes(tombstone), tombstone.number)

    def numbers(self) -> Iterator[str]:
        years, _ = self.shelves.years()
        return (number for year in years for number in self.shelves.numbers(year))

    def signatures(self) -> list[Signature]:
        """Every case file's signature, by name; what does not look like one is left to `foreign`."""
        years, _ = self.shelves.years()
        return [signature for year in years for signature in self.shelves.shelf(year).signatures.values()]

    def foreign(self) -> list[Damage]:
        """What has no business in the register's folders; it is reported and never touched."""
        years, odd = self.shelves.years()
        inside = [f"{year}/{name}" for year in years for name in self.shelves.shelf(year).foreign]
        return [foreign_file(name) for name in (*odd, *inside)]

    def sweep(self) -> int:
        """Remove temporary files that a crash left behind. Returns how many; no writer is disturbed."""
        with told(), self._locked():
            years, _ = self.shelves.years()
            folders = [self._writing, *(self._cases / year for year in years)]
            left = [path for folder in folders for path in folder.glob(f"{TEMPORARY}*") if not path.is_dir()]
            for path in left:
                path.unlink()
        return len(left)

    @contextlib.contextmanager
    def still(self) -> Iterator[None]:
        """Nobody adds or changes a case while the block runs; they wait. Raises StorageFailed."""
        with told(), self._locked():
            yield

    @contextlib.contextmanager
    def _locked(self, *, shared: bool = False) -> Iterator[None]:
        """The writers' lock, taken in turn: without turns, a stream of added cases could keep a change waiting for ever."""
        with contextlib.ExitStack() as held:
            with locked(self._writing / "turn"):
                held.enter_context(locked(self.folder / "lock", shared=shared))
            yield

    def _replace(self, old: Stored[Case], data: bytes, number: str) -> None:
        place = self._place(number)
        with told(), self._locked():
            if _revision(self._bytes(number)) != old.revision:
                raise RegisterBusy(number)
            with opened_folder(place.parent) as year:
                with self._temporary(number, data) as temporary, self.changes.naming(year, [number]):
                    temporary.rename(place)
                os.fsync(year)

    def _add_to_years(self, by_year: "Mapping[str, list[_Addition]]") -> None:
        try:
            with self._locked(shared=True):
                for year, additions in by_year.items():
                    self._add_to(self._cases / year, additions)
        except OSError as problem:
            _refuse(itertools.chain(*by_year.values()), problem)

    def _add_to(self, year: Path, additions: "list[_Addition]") -> None:
        """Add cases of one year; what the disk refuses is against those whom it concerns."""
        try:
            self._make_year(year)
            with opened_folder(year) as folder:
                linked = self._link(folder, additions)
                if linked:
                    self._sync(folder, linked)
        except OSError as problem:
            _refuse(additions, problem)

    def _sync(self, folder: int, linked: "list[_Addition]") -> None:
        """Make new names durable. Raises OSError; then they are taken back."""
        try:
            os.fsync(folder)
        except OSError:
            self._take_back(folder, linked)
            raise

    def _link(self, folder: int, additions: "list[_Addition]") -> "list[_Addition]":
        """Write each case durably beside its place, then give all of them their names; those that got it."""
        paths = self._write(additions)
        try:
            ready = [one for one in additions if not one.problem]
            if not ready:
                return []
            with self.changes.naming(folder, [one.number for one in ready]):
                for one in ready:
                    with one.trying():
                        os.link(paths[one.number], self._place(one.number))
            return [one for one in ready if not one.problem]
        finally:
            for path in paths.values():
                remove(path)

    def _write(self, additions: "list[_Addition]") -> dict[str, Path]:
        """Temporary files, side by side, because the disk joins syncs that are asked for at the same time."""
        paths = {one.number: self._beside(one.number) for one in additions}

        def write(one: _Addition) -> None:
            with one.trying():
                _write_own(paths[one.number], one.data)

        if len(additions) == 1:
            write(additions[0])
        else:
            list(self._hands.map(write, additions))
        return paths

    def _take_back(self, folder: int, linked: "list[_Addition]") -> None:
        """The names that could not be made durable, and a note of it, or at least the names."""
        places = [self._place(one.number) for one in linked]
        with contextlib.suppress(OSError), self.changes.naming(folder, [one.number for one in linked]):
            for place in places:
                remove(place)
        for place in places:
            remove(place)

    @contextlib.contextmanager
    def _temporary(self, number: str, data: bytes) -> Iterator[Path]:
        """A durable file of this writer's own, under the lock; gone afterwards, whatever happens."""
        path = self._beside(number)
        _write_own(path, data)
        try:
            yield path
        finally:
            remove(path)

    def _beside(self, number: str) -> Path:
        return self._writing / f"{TEMPORARY}{threading.get_native_id()}-{number}.json"

    def _bytes(self, number: str) -> bytes:
        if not is_case_number(number):
            raise CaseNotFound(number)
        place = self._place(number)
        try:
            _refuse_link(place.parent)
            return read_regular(place, LARGEST)
        except FileNotFoundError:
            raise CaseNotFound(number) from None
        except OSError as problem:
            if problem.errno == errno.EIO:
                raise RecordUnread(place.name, f"cannot be read: {problem.strerror}") from None
            if problem.errno in _OF_THE_FILE:
                raise RecordDamaged(place.name, f"cannot be read: {problem.strerror}") from None
            raise StorageFailed(errno.errorcode.get(problem.errno or 0, "EIO")) from problem

    def _place(self, number: str) -> Path:
        return self._cases / number[:4] / f"{number}.json"

    def _make_year(self, year: Path) -> None:
        """See to it that the year's folder is there and that its name will be there after a power cut."""
        if year in self._durable and year.is_dir():
            return
        _refuse_link(year)
        make_private(year)
        for folder in (self._cases, self.folder, self.folder.parent):
            sync_folder(folder)
        self._durable.add(year)


class _Addition:
    """A case on its way into the register, and what was against it."""

    def __init__(self, case: Case) -> None:
        self.case, self.number, self.year, self.data = case, case.number, case.number[:4], b""
        self.problem: Exception | None = None
        with self.trying():
            self.data = _checked(to_bytes(case))

    @contextlib.contextmanager
    def trying(self) -> Iterator[None]:
        """What is refused in the block is against this case alone."""
        try:
            with told():
                yield
        except (FileExistsError, StorageFailed, UnicodeEncodeError) as problem:
            self.problem = problem

    @property
    def outcome(self) -> Stored[Case] | Exception:
        return self.problem or Stored(self.case, _revision(self.data))


def _refuse(additions: Iterable[_Addition], problem: OSError) -> None:
    """What befell all of them; each keeps what befell it before."""
    for one in additions:
        if not one.problem:
            with one.trying():
                raise problem


def _refuse_doubles(additions: Iterable[_Addition]) -> None:
    """Of two cases with one number, sent at the same moment, the first has it."""
    seen = set[str]()
    for one in additions:
        if one.number in seen:
            _refuse([one], FileExistsError(errno.EEXIST, "has been added just now"))
        seen.add(one.number)


def _write_own(path: Path, data: bytes) -> None:
    """A durable file of a name that no two living threads have: whoever left one there is dead."""
    try:
        write_new(path, data)
    except FileExistsError:
        path.unlink()
        write_new(path, data)


def foreign_file(name: str) -> Damage:
    """What is said of a name in the register's folders that is no case's."""
    return Damage(ascii(name)[1:-1], "is not a case file")


def _refuse_link(folder: Path) -> None:
    if folder.is_symlink():
        raise OSError(errno.ELOOP, "lies in a linked folder")


def _parse(name: str, data: bytes) -> Case | Tombstone:
    try:
        value = strict_json(data)
    except (ValueError, RecursionError) as problem:
        raise RecordDamaged(name, f"is not a record: {type(problem).__name__}") from None
    if not isinstance(value, dict) or type(value.get("format")) is not int:
        raise RecordDamaged(name, "has no format")
    if value["format"] > FORMAT:
        raise RecordDamaged(name, f"has the newer format {value['format']}; update the program")
    model: type[Case] | type[Tombstone] = Tombstone if value.get("erased") is True else Case
    try:
        record = model.model_validate_json(data, strict=True)
    except ValidationError as problem:
        wrong = sorted({".".join(str(part) for part in error["loc"]) or "-" for error in problem.errors()})
        raise RecordDamaged(name, f"does not fit its format at: {', '.join(wrong[:5])}") from None
    if f"{record.number}.json" != name:
        raise RecordDamaged(name, "holds another case's number")
    return record


def _checked(data: bytes) -> bytes:
    """Nothing is kept that could not be read again."""
    if len(data) > LARGEST:
        raise StorageFailed(errno.errorcode[errno.EFBIG])
    return data


def _revision(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
