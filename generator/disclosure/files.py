"""Writing durably what the gate publishes and keeps: a file is there whole, or it is not there."""

import contextlib
import errno
import fcntl
import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from register.errors import RecordDamaged, StorageFailed
from register.settings import Home

PUBLIC: Final = 0o644
PRIVATE: Final = 0o600
_counter = itertools.count()


@dataclass(frozen=True)
class Places:
    """Where the gate's files lie: two public folders and two private ones."""

    releases: Path
    ledger: Path
    settlements: Path
    drafts: Path

    @classmethod
    def of(cls, home: Home) -> "Places":
        return cls(
            home.content / "releases", home.content / "ledger", home.var / "settlements", home.var / "drafts"
        )


def create_once(path: Path, data: bytes, mode: int) -> None:
    """Write a file that never changes. Raises RecordDamaged where other bytes are there, StorageFailed for the disk."""
    with _told():
        _make_folder(path.parent, mode)
        with _temporary(path.parent, data, mode) as temporary:
            try:
                os.link(temporary, path)
            except FileExistsError:
                if path.read_bytes() != data:
                    raise RecordDamaged(
                        path.name, "is there already with other bytes; it is never overwritten"
                    ) from None
        _sync_folder(path.parent)


def replace(path: Path, data: bytes, mode: int) -> None:
    """Write a file in the place of the old one. Raises StorageFailed; then the old one stands."""
    with _told():
        _make_folder(path.parent, mode)
        with _temporary(path.parent, data, mode) as temporary:
            temporary.replace(path)
        _sync_folder(path.parent)


def remove_folder(folder: Path) -> None:
    """Take away a folder of plain files, the folder's own files first."""
    with _told():
        for file in sorted(folder.iterdir()):
            file.unlink()
        folder.rmdir()


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One at a time, over all processes that publish from this folder."""
    with _told():
        _make_folder(folder, PRIVATE)
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, PRIVATE)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _make_folder(folder: Path, mode: int) -> None:
    folder.mkdir(mode=0o700 if mode == PRIVATE else 0o755, parents=True, exist_ok=True)


@contextlib.contextmanager
def _temporary(folder: Path, data: bytes, mode: int) -> Iterator[Path]:
    path = folder / f".tmp-{os.getpid()}-{next(_counter)}"
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        yield path
    finally:
        path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Disk trouble becomes StorageFailed, with its code and no path."""
    try:
        yield
    except OSError as problem:
        raise StorageFailed(errno.errorcode.get(problem.errno or 0, "EIO")) from problem
