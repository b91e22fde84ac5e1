"""The files of a survey wave: written whole, dated alike, and wiped before they go.

Wiping overwrites a file's blocks in place. It is beyond a program's reach on drives that remap blocks and on file
systems that copy on write; there only an encrypted disk helps.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from register.disk import TEMPORARY, read_regular, remove, sync_folder, write_all, write_new
from register.errors import RecordDamaged
from register.records import strict_json, to_bytes
from register.surveys.survey_records import FORMAT, SurveyRecord

LARGEST = 32_000_000
_OF_THE_PROCESS = (errno.EMFILE, errno.ENFILE, errno.ENOMEM)  # they say nothing about the file
_OVERWRITING = os.O_WRONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
R = TypeVar("R", bound=SurveyRecord)


def read_record(path: Path, model: type[R], name: str) -> R:
    """A record. Raises FileNotFoundError, or RecordDamaged under this `name`; OSError where the process is in trouble."""
    try:
        data = read_regular(path, LARGEST)
    except FileNotFoundError:
        raise
    except OSError as problem:
        if problem.errno in _OF_THE_PROCESS:
            raise
        raise RecordDamaged(name, f"cannot be read: {problem.strerror}") from None
    try:
        value = strict_json(data)
    except (ValueError, RecursionError) as problem:
        raise RecordDamaged(name, f"is not a record: {type(problem).__name__}") from None
    if isinstance(value, dict) and isinstance(value.get("format"), int) and value["format"] > FORMAT:
        raise RecordDamaged(name, f"has the newer format {value['format']}; update the program")
    try:
        return model.model_validate_json(data, strict=True)
    except ValidationError as problem:
        raise RecordDamaged(name, f"does not fit its format in {problem.error_count()} places") from None


def put(path: Path, record: SurveyRecord, day: date) -> None:
    """Put a record in a file's place, durably, dated to `day`; of the record before nothing is left to read."""
    temporary = path.with_name(TEMPORARY + path.name)
    with contextlib.suppress(FileNotFoundError):
        wipe(temporary)
    write_new(temporary, to_bytes(record))
    try:
        _date(temporary, day)
        with _open_or_none(path) as before:
            temporary.rename(path)
            sync_folder(path.parent)
            # A file that has another name still is somebody's backup.
            if before is not None and os.fstat(before).st_nlink == 0:
                with contextlib.suppress(OSError):
                    _zero(before)
    except OSError:
        remove(temporary)
        raise


def wipe(path: Path) -> None:
    """Overwrite a file before taking its name away, so that its old blocks hold zeros."""
    handle = os.open(path, _OVERWRITING)
    try:
        _zero(handle)
    finally:
        os.close(handle)
    path.unlink()


def is_temporary(path: Path) -> bool:
    return path.name.startswith(TEMPORARY) and stat.S_ISREG(path.lstat().st_mode)


@contextlib.contextmanager
def _open_or_none(path: Path) -> Iterator[int | None]:
    try:
        handle = os.open(path, _OVERWRITING)
    except FileNotFoundError:
        yield None
        return
    try:
        yield handle
    finally:
        os.close(handle)


def _zero(handle: int) -> None:
    write_all(handle, bytes(os.fstat(handle).st_size))
    os.fsync(handle)


def _date(path: Path, day: date) -> None:
    moment = int(datetime.combine(day, time(), UTC).timestamp()) * 10**9
    os.utime(path, ns=(moment, moment))
