"""The store: one JSON file a case. The only module that opens register files.

Writing: a temporary file in the same folder, fsync, link (create once) or rename (replace), fsync of the folder; only
then is it acknowledged. A crash at any instruction leaves the old file or the new one. After a failed fsync nothing is
tried again on that file: it is given up, and the caller is told (fsync errors are reported once; see the decisions).
Reading: regular files only, never followed, strict; what is damaged, foreign or newer is reported by name and left.
"""

import contextlib
import errno
import fcntl
import hashlib
import itertools
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from pydantic import ValidationError

from register.case import Case, Tombstone
from register.errors import CaseErased, CaseNotFound, RecordDamaged, RegisterBusy, StorageFailed
from register.numbers import is_case_number
from register.records import strict_json, to_bytes

LARGEST = 4_000_000
TEMPORARY = ".tmp-"
R_co = TypeVar("R_co", covariant=True)


@dataclass(frozen=True)
class Stored(Generic[R_co]):
    """A record as it lay on disk; `revision` is the SHA-256 of the exact bytes that were read."""

    record: R_co
    revision: str


@dataclass(frozen=True)
class Damage:
    """A file of the register that cannot be used: its name and what is wrong. It is left as it is."""

    name: str
    problem: str


@dataclass(frozen=True, order=True)
class Signature:
    """What tells cheaply that a file changed: name, size, modification time in ns, inode."""

    name: str
    size: int
    mtime_ns: int
    inode: int


class Store(Protocol):
    """What the house asks of a place for cases; nothing above it may assume a path."""

    def add(self, case: Case) -> Stored[Case]:
        """Keep a new case, durably. Raises FileExistsError if its number is taken, StorageFailed if not kept."""
        ...

    def read(self, number: str) -> Stored[Case]:
        """Raises CaseNotFound, CaseErased or RecordDamaged."""
        ...

    def replace(self, old: Stored[Case], case: Case) -> Stored[Case]:
        """Keep the changed case if nobody changed it meanwhile; else RegisterBusy."""
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
        self.folder = folder
        self._cases = folder / "cases"
        self._counter = itertools.count()
        with _told():
            self._cases.mkdir(mode=0o700, parents=True, exist_ok=True)

    def add(self, case: Case) -> Stored[Case]:
        data = to_bytes(case)
        place = self._place(case.number)
        with _told():
            self._make_year(place.parent)
            with self._temporary(place.parent, data) as temporary:
                os.link(temporary, place)
            try:
                _sync_folder(place.parent)
            except OSError:
                place.unlink(missing_ok=True)
                raise
        return Stored(case, _revision(data))

    def confirm(self, number: str) -> None:
        """Make sure that a case seen on disk is durable before it is acknowledged a second time."""
        with _told():
            _sync_folder(self._place(number).parent)

    def read(self, number: str) -> Stored[Case]:
        stored = self.read_any(number)
        if isinstance(stored.record, Tombstone):
            raise CaseErased(number)
        return Stored(stored.record, stored.revision)

    def read_any(self, number: str) -> Stored[Case | Tombstone]:
        """The case or the tombstone in its place. Raises CaseNotFound or RecordDamaged."""
        if not is_case_number(number):
            raise CaseNotFound(number)
        place = self._place(number)
        try:
            data = _read_regular(place)
        except FileNotFoundError:
            raise CaseNotFound(number) from None
        except OSError as problem:
            raise RecordDamaged(place.name, f"cannot be read: {os.strerror(problem.errno or 0)}") from None
        return Stored(_parse(place.name, data), _revision(data))

    def replace(self, old: Stored[Case], case: Case) -> Stored[Case]:
        data = to_bytes(case)
        self._replace(old, data, case.number)
        return Stored(case, _revision(data))

    def erase(self, old: Stored[Case], tombstone: Tombstone) -> None:
        self._replace(old, to_bytes(tombstone), tombstone.number)

    def numbers(self) -> Iterator[str]:
        return (signature.name.removesuffix(".json") for signature in self.signatures())

    def signatures(self) -> list[Signature]:
        """Every case file's signature, by name; what does not look like one is left to `foreign`."""
        found = []
        for file in self._files():
            if is_case_number(file.name.removesuffix(".json")) and file.name.endswith(".json"):
                status = file.stat(follow_symlinks=False)
                found.append(Signature(file.name, status.st_size, status.st_mtime_ns, status.st_ino))
        return sorted(found)

    def foreign(self) -> list[Damage]:
        """Files that have no business in the register's folders; they are reported and never touched."""
        odd = []
        for file in self._files():
            if file.name.startswith(TEMPORARY):
                continue
            if not (file.name.endswith(".json") and is_case_number(file.name.removesuffix(".json"))):
                odd.append(Damage(ascii(file.name)[1:-1], "is not a case file"))
        return odd

    def sweep(self) -> int:
        """Remove temporary files that a crash left behind; only while nobody writes. Returns how many."""
        with self._lock():
            left = [file for file in self._files() if file.name.startswith(TEMPORARY)]
            for file in left:
                Path(file.path).unlink(missing_ok=True)
        return len(left)

    def _replace(self, old: Stored[Case], data: bytes, number: str) -> None:
        place = self._place(number)
        with _told(), self._lock():
            if _revision(_read_regular(place)) != old.revision:
                raise RegisterBusy(number)
            with self._temporary(place.parent, data) as temporary:
                temporary.rename(place)
            _sync_folder(place.parent)

    def _place(self, number: str) -> Path:
        return self._cases / number[:4] / f"{number}.json"

    def _make_year(self, year: Path) -> None:
        if not year.is_dir():
            year.mkdir(mode=0o700, exist_ok=True)
            _sync_folder(self._cases)

    def _files(self) -> Iterator[os.DirEntry[str]]:
        with os.scandir(self._cases) as years:
            folders = sorted(
                (entry for entry in years if entry.is_dir(follow_symlinks=False)), key=lambda e: e.name
            )
        for folder in folders:
            with os.scandir(folder) as files:
                yield from files

    @contextlib.contextmanager
    def _temporary(self, folder: Path, data: bytes) -> Iterator[Path]:
        """A durable temporary file beside its place; gone afterwards, whatever happens."""
        path = folder / f"{TEMPORARY}{os.getpid()}-{next(self._counter)}"
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            try:
                _write_all(handle, data)
                os.fsync(handle)
            finally:
                os.close(handle)
            yield path
        finally:
            with contextlib.suppress(
                OSError
            ):  # after a rename it is gone; a leftover is swept at the next start
                path.unlink()

    @contextlib.contextmanager
    def _lock(self) -> Iterator[None]:
        """The writers' lock, respected by every process on this folder."""
        handle = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Disk trouble becomes StorageFailed; that a name is taken stays what it is."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as problem:
        raise StorageFailed(errno.errorcode.get(problem.errno or 0, "EIO")) from problem


def _write_all(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _read_regular(place: Path) -> bytes:
    """The bytes of a regular file; links, pipes and devices are never followed or waited for."""
    handle = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        if status.st_size > LARGEST:
            raise OSError(errno.EFBIG, "too large")
        return file.read(LARGEST + 1)


def _parse(name: str, data: bytes) -> Case | Tombstone:
    try:
        value = strict_json(data)
    except (ValueError, RecursionError) as problem:
        raise RecordDamaged(name, f"is not a record: {type(problem).__name__}") from None
    if not isinstance(value, dict) or not isinstance(value.get("format"), int):
        raise RecordDamaged(name, "has no format")
    if value["format"] > 1:
        raise RecordDamaged(name, f"has the newer format {value['format']}; update the program")
    model: type[Case] | type[Tombstone] = Tombstone if value.get("erased") is True else Case
    try:
        record = model.model_validate_json(data)
    except ValidationError as problem:
        wrong = sorted({".".join(str(part) for part in error["loc"]) or "-" for error in problem.errors()})
        raise RecordDamaged(name, f"does not fit its format at: {', '.join(wrong[:5])}") from None
    if f"{record.number}.json" != name:
        raise RecordDamaged(name, "holds another case's number")
    return record


def _revision(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
