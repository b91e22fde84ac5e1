"""Judging the private records of take-downs: each is of a sentence that is down, and what it says of two people is in the log.

Asked by `portal verify` alone: the sentence is down whatever its record says, and a build must not wait for that.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.disclosure.cases.listed import Tombstone
from generator.disclosure.drafts.takedown import CONFIRM, TakeDown, read_takedown
from generator.disclosure.releases.findings import Finding, Flaw
from generator.disclosure.releases.releases import ReleasedPeriod, current
from generator.disclosure.review.approval import TAKE_DOWN
from register.audit import AuditLine
from register.errors import RecordDamaged


def verify_takedowns(
    folder: Path, released: Sequence[ReleasedPeriod], decisions: Mapping[str, AuditLine]
) -> Iterator[Flaw]:
    """Every flaw of the records in a folder, beside the tombstones that are public and the lines of the log."""
    stones = {
        stone.ref: (one.release.period, stone)
        for one in current(released)
        for stone in one.release.tombstones
    }
    names = {file.stem for file in folder.glob("*.json")}
    for ref in sorted(names):
        problem = _problem(folder, ref, stones.get(ref), decisions)
        if problem:
            yield Flaw(Finding.TAKEDOWN, f"takedowns/{ref}.json", problem)
    for ref in sorted(stones.keys() - names):
        yield Flaw(Finding.UNRECORDED, ref)


def _problem(
    folder: Path, ref: str, shown: tuple[str, Tombstone] | None, decisions: Mapping[str, AuditLine]
) -> str | None:
    try:
        record = read_takedown(folder, ref)
    except RecordDamaged as damaged:
        return damaged.problem
    assert record is not None, "its file was just found"
    if shown is None or (record.ref, record.period, record.reason) != (ref, shown[0], shown[1].reason):
        return "is of no sentence that was taken down in that period for that reason"
    earlier = (line for line in decisions.values() if line.at <= record.at)
    if not any((line.event, line.by) == (TAKE_DOWN.event, record.by) for line in earlier):
        return f"no line of the log says that {record.by} took it down"
    return _unconfirmed(record, decisions)


def _unconfirmed(record: TakeDown, decisions: Mapping[str, AuditLine]) -> str | None:
    """Why the second person's word that it claims is none; None where it claims none."""
    word = (CONFIRM, record.confirmed_by, record.ref)
    given = {(line.event, line.by, line.about) for line in decisions.values()}
    if record.confirmed_by is None or (word in given and record.confirmed_by != record.by):
        return None
    return f"no line of the log says that {record.confirmed_by} confirmed it"
