"""The audit chain: an append-only log of looks and decisions; each line holds the SHA-256 of the line before.

A line: {"at", "by", "event", "about", "previous"}. No personal data: `about` is a case number, a period or a digest.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime, ValidationError

from register.errors import RecordDamaged
from register.records import Record, canonical, strict_json

START = "0" * 64


class AuditLine(Record):
    at: AwareDatetime
    by: str
    event: str
    about: str
    previous: str


@dataclass(frozen=True)
class AuditLog:
    file: Path

    def append(self, *, at: datetime, by: str, event: str, about: str) -> str:
        """Write one line, durably; returns its digest, which the next line will hold."""
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(
            self.file, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600
        )
        with os.fdopen(handle, "r+b") as log:
            fcntl.flock(handle, fcntl.LOCK_EX)
            previous = _digest_of_last(log.read())
            line = AuditLine(at=at, by=by, event=event, about=about, previous=previous)
            data = canonical(line.model_dump(mode="json"))
            log.write(data + b"\n")
            log.flush()
            os.fsync(handle)
        return hashlib.sha256(data).hexdigest()

    def lines(self) -> Iterator[AuditLine]:
        """Every line, checked. Raises RecordDamaged naming the first line that breaks the chain."""
        expected = START
        data = self.file.read_bytes() if self.file.exists() else b""
        for count, raw in enumerate(data.splitlines(), start=1):
            try:
                line = AuditLine.model_validate(strict_json(raw), strict=False)
            except (ValueError, ValidationError):
                raise RecordDamaged(self.file.name, f"line {count} cannot be read") from None
            if line.previous != expected:
                raise RecordDamaged(self.file.name, f"line {count} does not follow the line before it")
            expected = hashlib.sha256(raw).hexdigest()
            yield line


def _digest_of_last(data: bytes) -> str:
    lines = data.splitlines()
    return hashlib.sha256(lines[-1]).hexdigest() if lines else START
