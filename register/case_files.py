"""Where case files lie, `cases/YEAR/NUMBER.json`, how one is read and written beside its place, and the writers' lock.

Only the store and those who add for it work with this: regular files only, never followed; what is written is durable.
"""

import contextlib
import errno
import threading
from collections.abc import Iterator
from pathlib import Path

from register.changes import Changes
from register.disk import TEMPORARY, locked, make_private, read_regular, remove, sync_folder, told, write_new
from register.errors import CaseNotFound, RecordDamaged, RecordUnread, StorageFailed
from register.numbers import is_case_number
from register.records import LARGEST
from register.shelves import Shelves

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


class CaseFiles:
    """The private folders of a register, mode 0700, and the files in them, mode 0600.

    Its methods raise OSError, but for `read`; the constructor raises StorageFailed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._cases, self._writing = folder / "cases", folder / "writing"
        self.shelves, self.changes = Shelves(self._cases), Changes(self._writing / "changes")
        self._durable: set[Path] = set()
        with told():
            make_private(self._cases)
            make_private(self._writing)

    def place(self, number: str) -> Path:
        return self._cases / number[:4] / f"{number}.json"

    def beside(self, number: str) -> Path:
        """Where this thread writes the file before it gets its name: a name that no two living threads have."""
        return self._writing / f"{TEMPORARY}{threading.get_native_id()}-{number}.json"

    def read(self, number: str) -> bytes:
        """The bytes kept under a number. Raises CaseNotFound, RecordDamaged, or StorageFailed for the disk's own trouble."""
        if not is_case_number(number):
            raise CaseNotFound(number)
        place = self.place(number)
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

    @contextlib.contextmanager
    def written(self, number: str, data: bytes) -> Iterator[Path]:
        """A durable file of this writer's own, under the lock; gone afterwards, whatever happens."""
        path = self.beside(number)
        write_own(path, data)
        try:
            yield path
        finally:
            remove(path)

    @contextlib.contextmanager
    def locked(self, *, shared: bool = False) -> Iterator[None]:
        """The writers' lock, taken in turn: without turns, a stream of added cases could keep a change waiting for ever."""
        with contextlib.ExitStack() as held:
            with locked(self._writing / "turn"):
                held.enter_context(locked(self.folder / "lock", shared=shared))
            yield

    def make_year(self, year: str) -> Path:
        """The year's folder; it is there, and its name will be there after a power cut."""
        folder = self._cases / year
        if folder in self._durable and folder.is_dir():
            return folder
        _refuse_link(folder)
        make_private(folder)
        for above in (self._cases, self.folder, self.folder.parent):
            sync_folder(above)
        self._durable.add(folder)
        return folder

    def sweep(self) -> int:
        """Remove what a crash left of temporary files, under the lock. Returns how many."""
        years, _ = self.shelves.years()
        folders = [self._writing, *(self._cases / year for year in years)]
        left = [path for folder in folders for path in folder.glob(f"{TEMPORARY}*") if not path.is_dir()]
        for path in left:
            path.unlink()
        return len(left)


def write_own(path: Path, data: bytes) -> None:
    """A durable file under a name of `beside`: whoever left one there is dead."""
    try:
        write_new(path, data)
    except FileExistsError:
        path.unlink()
        write_new(path, data)


def _refuse_link(folder: Path) -> None:
    if folder.is_symlink():
        raise OSError(errno.ELOOP, "lies in a linked folder")
