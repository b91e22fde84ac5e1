"""What the register gives for a number: a record as it lay on disk, or what is wrong with its file."""

import errno
import hashlib
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from register.case import FORMAT, Case, Tombstone
from register.errors import RecordDamaged, StorageFailed
from register.records import LARGEST, strict_json, to_bytes

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


def foreign_file(name: str) -> Damage:
    """What is said of a name in the register's folders that is no case's."""
    return Damage(ascii(name)[1:-1], "is not a case file")


def spelled(record: Case | Tombstone) -> bytes:
    """The bytes of a record's file. Raises StorageFailed over `LARGEST`: nothing is kept that could not be read again."""
    data = to_bytes(record)
    if len(data) > LARGEST:
        raise StorageFailed(errno.errorcode[errno.EFBIG])
    return data


def parsed(name: str, data: bytes) -> Case | Tombstone:
    """The record in a file of this name. Raises RecordDamaged, which says what is wrong and quotes nothing."""
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


def revision_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
