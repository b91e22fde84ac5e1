"""Which case files changed since a look: told by the times of their folders, and by a note of every change of ours.

A record is added, replaced or taken away under its name, and that gives its folder the time of the clock, as both its
time of modification and its time of change. A clock is too coarse to trust: what happens twice within one tick gives
one time. So whoever has named a file, or is about to look, gives the folder a *mark*: a time of modification that no
clock gives. Whatever happens to its names afterwards takes the mark away, in the same tick too, and a restored backup
cannot put it back, because the time of change is the kernel's own.

Each of our writers also notes which cases took the folder from which stamp to which. So who looks follows the notes from
the stamp she knows to the one that is there, and looks at those files alone; where the notes do not lead there,
somebody else was at work, and she looks at every file. The notes are never trusted for more than that way.
"""

import contextlib
import itertools
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from register.disk import TEMPORARY, locked, opened_folder, read_regular
from register.numbers import is_case_number

LARGEST = 64 * 1024
_SECOND = 1_000_000_000
_MICROSECONDS = 1_000_000
# Where this process begins to count its marks, so that two processes hardly give the same within a tick.
_marks = itertools.count(os.getpid() * 7919)


class Stamp(NamedTuple):
    """What tells whether the names in a folder are still those of the last look."""

    inode: int
    mtime_ns: int
    ctime_ns: int

    @property
    def is_mark(self) -> bool:
        """Whether the next change is sure to give another stamp: the clock sets both times alike."""
        return self.mtime_ns != self.ctime_ns


class Note(NamedTuple):
    """The cases that were added or replaced, and the stamp the folder had afterwards."""

    numbers: tuple[str, ...]
    after: Stamp


def stamp_of(status: os.stat_result) -> Stamp:
    """The stamp of the folder that has this status."""
    return Stamp(status.st_ino, status.st_mtime_ns, status.st_ctime_ns)


def mark(folder: int) -> Stamp:
    """Give an open folder a mark, within the two seconds before it was changed. Raises OSError."""
    status = os.fstat(folder)
    second = (status.st_ctime_ns // _SECOND - 1) * _SECOND
    os.utime(folder, ns=(status.st_atime_ns, second + next(_marks) % _MICROSECONDS * 1000))
    return stamp_of(os.fstat(folder))


class Changes:
    """The notes of every change, in a file that all writers share; it holds numbers and times, and may be lost."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @contextlib.contextmanager
    def naming(self, folder: int, numbers: Iterable[str]) -> Iterator[None]:
        """The block gives or takes names of these cases in an open folder, and no other writer of ours does meanwhile.

        Raises OSError before the block. Afterwards it raises nothing: what could not be noted is found by looking.
        """
        with locked(self.file) as notes:
            before = stamp_of(os.fstat(folder))
            yield
            with contextlib.suppress(OSError):
                _append(notes, f"{','.join(numbers)} {_spelled(before)} {_spelled(mark(folder))}\n".encode())

    def noted(self) -> dict[Stamp, Note]:
        """The notes by the stamp they begin at; lines that are none are left out, and none are there if they are lost."""
        try:
            lines = read_regular(self.file, 2 * LARGEST).split(b"\n")
        except OSError:
            return {}
        return dict(filter(None, map(_read, lines)))

    def keep_marks(self) -> bool:
        """Whether the file system dates folders as marks need it: found out by trying, in a new folder beside the notes.

        Some round times to a second or two, some do not date a folder at all, and some may not be written to.
        """
        try:
            with tempfile.TemporaryDirectory(prefix=TEMPORARY, dir=self.file.parent) as made:
                return _shows_changes(Path(made))
        except OSError:
            return False


def _append(notes: int, line: bytes) -> None:
    """Add a line, alone with the file; one that grew too long begins anew."""
    size = os.fstat(notes).st_size
    if size > LARGEST:
        os.ftruncate(notes, 0)
        size = 0
    os.pwrite(notes, line, size)


def _spelled(stamp: Stamp) -> str:
    return " ".join(map(str, stamp))


def _read(line: bytes) -> tuple[Stamp, Note] | None:
    """The note in a line; None where the line is damaged or half written."""
    try:
        said, *times = line.decode("ascii").split(" ")
        inode, mtime, ctime, inode_after, mtime_after, ctime_after = map(int, times)
    except ValueError:
        return None
    numbers = tuple(said.split(","))
    if not all(map(is_case_number, numbers)):
        return None
    return Stamp(inode, mtime, ctime), Note(numbers, Stamp(inode_after, mtime_after, ctime_after))


def _shows_changes(folder: Path) -> bool:
    one, other, third = (folder / name for name in ("one", "other", "third"))
    changes: tuple[Callable[[], object], ...] = (
        one.touch,
        other.touch,
        lambda: one.replace(other),
        lambda: third.hardlink_to(other),
        third.unlink,
    )
    with opened_folder(folder) as handle:
        for change in changes:
            first, second = mark(handle), mark(handle)
            change()
            after = stamp_of(os.fstat(handle))
            if first.mtime_ns == second.mtime_ns or after == second or after.is_mark:
                return False
    return True
