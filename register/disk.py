"""The disk: private folders, durable writing, and reading that follows nothing and waits for nothing.

After a failed fsync nothing is tried again on that file: the kernel reports such an error once and then forgets it
(ATC 2020, "Can applications recover from fsync failures?"). The file is given up, and the caller is told.
"""

import contextlib
import errno
import fcntl
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from register.errors import StorageFailed

# How files and folders are called until they have their name, so that whoever lists, sweeps or backs up knows them.
TEMPORARY = ".tmp-"
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_READING = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_CHUNK = 1 << 20


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Disk trouble becomes StorageFailed with the name of the error; that a name is taken stays FileExistsError."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as problem:
        raise StorageFailed(errno.errorcode.get(problem.errno or 0, "EIO")) from problem


@contextlib.contextmanager
def locked(file: Path, *, shared: bool = False) -> Iterator[int]:
    """A writers' lock that every thread and process respects; the kernel frees a dead one's.

    Those who share it hold it together; anybody else holds it alone. Gives a handle on the file.
    """
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        yield handle
    finally:
        with contextlib.suppress(OSError):  # the lock is free all the same, and what was written is written
            os.close(handle)


def make_private(folder: Path) -> None:
    """Make a folder, and what lacks above it, for its owner alone (0700); their names are durable then."""
    for path in reversed([p for p in (folder, *folder.parents) if not p.is_dir()]):
        with contextlib.suppress(
            FileExistsError
        ):  # made by another process, or no folder: opening it will tell
            path.mkdir(mode=0o700)
        sync_folder(path.parent)


def write_new(path: Path, data: bytes) -> None:
    """A new file of one's own (0600), its content durable; its name is only after `sync_folder`.

    Raises FileExistsError, or OSError; then no half-made file is left.
    """
    handle = os.open(path, _WRITING, 0o600)
    try:
        try:
            write_all(handle, data)
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        remove(path)
        raise


def write_all(handle: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]


def put(path: Path, data: bytes, mode: int = 0o600) -> None:
    """The file, whole and durable, in place of what had its name; readers see the old one or the new one.

    Its writers hold a lock of their own. Raises OSError; then the old one stands.
    """
    temporary = path.with_name(f"{TEMPORARY}{path.name}.part")  # ends like no file that is looked for
    remove(temporary)  # left there by a writer who died
    write_new(temporary, data)
    temporary.chmod(mode)
    temporary.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Raises OSError, also where it is no folder."""
    with opened_folder(folder) as handle:
        os.fsync(handle)


@contextlib.contextmanager
def opened_folder(folder: Path) -> Iterator[int]:
    """A handle on a folder, to sync it by. Who names files beside others opens it before he names his.

    The kernel tells an error of writing to every handle that was open when it happened, and to a later one only if
    nobody was told yet. So an error that another writer's sync met is met by this handle's sync too.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield handle
    finally:
        with contextlib.suppress(OSError):  # what was synced is durable
            os.close(handle)


def remove(path: Path) -> None:
    """Take a name away if it can be done; a leftover is swept at the next start."""
    with contextlib.suppress(OSError):
        path.unlink()


def read_regular(path: Path, largest: int) -> bytes:
    """The bytes of a regular file. Raises OSError for a link, pipe, device or folder, and for one over `largest`."""
    handle = os.open(path, _READING)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "is not a regular file")
        if status.st_size > largest:
            raise OSError(errno.EFBIG, "is too large")
        return b"".join(iter(lambda: os.read(handle, _CHUNK), b""))
    finally:
        os.close(handle)
