"""The audit chain: an append-only log of looks and decisions; each line holds the SHA-256 of the line before.

A line: {"at", "by", "event", "about", "salt", "previous"}. No personal data: `about` is a case number, a period or a digest.
The salt is there because an approval publishes the digest of its line: without it, whoever tries all accounts and moments
against two digests that follow one another would know who approved, and when. Lines of older software have none.
"""

import contextlib
import errno
import fcntl
import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime, ValidationError

from register.disk import make_private, sync_folder, told, write_all
from register.errors import RecordDamaged
from register.records import Record, canonical, strict_json

START = "0" * 64
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC
_TAIL = 65_536
_SALT = 16


class AuditLine(Record):
    at: AwareDatetime
    by: str
    event: str
    about: str
    previous: str
    salt: str | None = None

    @property
    def data(self) -> bytes:
        """Its one spelling, without what it does not have."""
        return canonical(self.model_dump(mode="json", exclude_none=True))

    @property
    def digest(self) -> str:
        """What the next line holds, and the public approval of a release."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True)
class AuditLog:
    """The log in a file. `draw` gives the salt of each line."""

    file: Path
    draw: Callable[[int], bytes] = secrets.token_bytes  # noqa: TID251  the log is an edge: it writes the disk

    def append(self, *, at: datetime, by: str, event: str, about: str) -> str:
        """Write one line, durably; returns its digest, which the next line will hold. Raises StorageFailed."""
        with told():
            make_private(self.file.parent)
            handle = os.open(self.file, _FLAGS, 0o600)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX)
                previous = _digest_of_last(_mended(handle))
                salt = self.draw(_SALT).hex()
                line = AuditLine(at=at, by=by, event=event, about=about, previous=previous, salt=salt)
                write_all(handle, line.data + b"\n")
                os.fsync(handle)
                if previous == START:
                    sync_folder(self.file.parent)
            finally:
                os.close(handle)
        return line.digest

    def newest(self) -> list[AuditLine]:
        """The lines at the end, some hundreds at most, in their order: a hint for who asks often, and not checked.

        What cannot be read is left out. Raises StorageFailed.
        """
        with told(), contextlib.suppress(FileNotFoundError), self.file.open("rb") as log:
            start = max(0, log.seek(0, os.SEEK_END) - _TAIL)
            log.seek(start)
            raw = log.read().split(b"\n")[
                bool(start) : -1
            ]  # the first may be half a line, the last is empty or half
            return [line for line in map(_read, raw) if line]
        return []

    def since(self, offset: int) -> tuple[list[AuditLine], int]:
        """The whole lines from this place on, and the place behind them; all of them where the log is shorter than that.

        Not checked, and without what cannot be read. Raises StorageFailed.
        """
        with told(), contextlib.suppress(FileNotFoundError), self.file.open("rb") as log:
            start = offset if offset <= log.seek(0, os.SEEK_END) else 0
            log.seek(start)
            data = log.read()
            whole = data[: data.rfind(b"\n") + 1]
            return [line for line in map(_read, whole.split(b"\n")[:-1]) if line], start + len(whole)
        return [], 0

    def lines(self) -> Iterator[AuditLine]:
        """Every whole line, checked. Raises RecordDamaged naming the first line that breaks the chain."""
        expected = START
        data = self.file.read_bytes() if self.file.exists() else b""
        for count, raw in enumerate(data.split(b"\n")[:-1], start=1):
            line = _read(raw)
            if line is None:
                raise RecordDamaged(self.file.name, f"line {count} cannot be read")
            if line.previous != expected:
                raise RecordDamaged(self.file.name, f"line {count} does not follow the line before it")
            expected = hashlib.sha256(raw).hexdigest()
            yield line


def _read(raw: bytes) -> AuditLine | None:
    try:
        return AuditLine.model_validate(strict_json(raw))
    except (ValueError, ValidationError):
        return None


def _mended(handle: int) -> bytes:
    """The end of the log, from some whole line on; half a line that a crash left, never acknowledged, is cut off."""
    size = os.lseek(handle, 0, os.SEEK_END)
    tail = os.pread(handle, _TAIL, max(0, size - _TAIL))
    whole = tail[: tail.rfind(b"\n") + 1]
    if not whole and size > _TAIL:
        raise OSError(errno.EINVAL, "is no audit log")
    if len(whole) < len(tail):
        os.ftruncate(handle, size - len(tail) + len(whole))
    return whole


def _digest_of_last(data: bytes) -> str:
    lines = data.split(b"\n")[:-1]
    return hashlib.sha256(lines[-1]).hexdigest() if lines else START
