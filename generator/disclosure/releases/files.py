"""Writing durably what the gate publishes and keeps: a file is there whole, or it is not there."""

import contextlib
import fcntl
import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from register.disk import make_private, remove, sync_folder, told, write_new
from register.errors import RecordDamaged
from register.settings import Home

PUBLIC: Final = 0o644
PRIVATE: Final = 0o600
_counter = itertools.count()


@dataclass(frozen=True)
class Places:
    """Where the gate's files lie: two public folders and two private ones, and the log that says who decided."""

    releases: Path
    ledger: Path
    settlements: Path
    drafts: Path
    audit: Path

    @classmethod
    def of(cls, home: Home) -> "Places":
        return cls(
            releases=home.content / "releases",
            ledger=home.content / "ledger",
            settlements=home.var / "settlements",
            drafts=home.var / "drafts",
            audit=home.audit_file,
        )


def create_once(path: Path, data: bytes, mode: int) -> None:
    """Write a file that never changes. Raises RecordDamaged where other bytes are there, StorageFailed for the disk."""
    with told(), _temporary(path, data, mode) as temporary:
        try:
            os.link(temporary, path)
        except FileExistsError:
            if path.read_bytes() != data:
                raise RecordDamaged(
                    path.name, "is there already with other bytes; it is never overwritten"
                ) from None
        sync_folder(path.parent)


def replace(path: Path, data: bytes, mode: int) -> None:
    """Write a file in the place of the old one. Raises StorageFailed; then the old one stands."""
    with told(), _temporary(path, data, mode) as temporary:
        temporary.replace(path)
        sync_folder(path.parent)


def remove_file(path: Path) -> None:
    """Take a file away, durably. Raises StorageFailed."""
    with told():
        path.unlink()
        sync_folder(path.parent)


def remove_folder(folder: Path) -> None:
    """Take away a folder of plain files, in the order of their names."""
    with told():
        for file in sorted(folder.iterdir()):
            file.unlink()
        folder.rmdir()


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One at a time, over all processes that publish from this folder."""
    with told():
        make_private(folder)
        handle = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, PRIVATE)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


@contextlib.contextmanager
def _temporary(path: Path, data: bytes, mode: int) -> Iterator[Path]:
    """A whole, durable file beside `path`, whose folder is made where it is missing."""
    if mode == PRIVATE:
        make_private(path.parent)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.parent / f".tmp-{os.getpid()}-{next(_counter)}"
    try:
        write_new(temporary, data)
        temporary.chmod(mode)
        yield temporary
    finally:
        remove(temporary)
