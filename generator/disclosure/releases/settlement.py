"""What a release settled, case by case: the private record that joins a public reference to a case number.

`HOME/var/settlements/2026-Q3.json`, mode 0600, one a period, format 1, golden file `tests/golden/settlement.json`.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError, model_validator

from generator.disclosure.cases.published import Digest, PeriodName, Ref
from generator.disclosure.releases.release import Release
from generator.disclosure.releases.releases import ReleasedPeriod
from register.errors import RecordDamaged
from register.records import Record, strict_json, to_bytes
from register.terms import CountedReason, Disclosure, Matter, WithholdingReason

FORMAT: Final = 1
Number = Annotated[str, Field(pattern=r"^\d{4}-\d{3}-\d{3}-\d$")]


class Settled(Record):
    """How a case was settled: listed under a reference, or counted or withheld for a reason."""

    disposition: Literal[Disclosure.LISTED, Disclosure.COUNTED, Disclosure.WITHHELD]
    reason: str | None = None
    ref: Ref | None = None

    @model_validator(mode="after")
    def _says_why(self) -> "Settled":
        listed = self.disposition == Disclosure.LISTED
        if listed != (self.ref is not None) or listed != (self.reason is None):
            raise ValueError("a listed case has a reference, any other a reason")
        if self.disposition == Disclosure.COUNTED:
            CountedReason(self.reason or "")
        if self.disposition == Disclosure.WITHHELD:
            WithholdingReason(self.reason or "")
        return self


class Settlement(Record):
    """The cases first registered by a release, each with the group it is shown in, and the cases it settled."""

    format: Literal[1] = FORMAT
    period: PeriodName
    release: Digest
    registered: dict[Number, Matter | None]
    settled: dict[Number, Settled]

    def count(self, disposition: Disclosure) -> int:
        return sum(settled.disposition == disposition for settled in self.settled.values())

    def references(self) -> dict[str, str]:
        """The public reference of every listed case, by case number."""
        return {number: settled.ref for number, settled in self.settled.items() if settled.ref}


def settlement_name(period: str) -> str:
    return f"{period}.json"


def parse_settlement(name: str, data: bytes) -> Settlement:
    """The record. Raises RecordDamaged naming the file."""
    try:
        strict_json(data)
        settlement = Settlement.model_validate_json(data)
    except (ValueError, ValidationError) as problem:
        raise RecordDamaged(name, f"is not a settlement: {type(problem).__name__}") from None
    if to_bytes(settlement) != data:
        raise RecordDamaged(name, "is not in the one spelling of a record; it was changed by hand")
    return settlement


def read_settlements(folder: Path, released: Sequence[ReleasedPeriod]) -> tuple[Settlement, ...]:
    """The settlement of every released period, in the order of release.

    Raises RecordDamaged naming the first that is missing, damaged, or does not agree with its release.
    """
    earliest: dict[str, ReleasedPeriod] = {}
    for one in released:
        earliest.setdefault(one.release.period, one)
    return tuple(_read(folder, one) for one in sorted(earliest.values(), key=lambda one: one.period))


def _read(folder: Path, one: ReleasedPeriod) -> Settlement:
    name = settlement_name(one.release.period)
    try:
        data = (folder / name).read_bytes()
    except OSError as problem:
        raise RecordDamaged(
            name,
            f"the settlement of a release cannot be read ({problem.strerror}); restore it from the backup",
        ) from None
    settlement = parse_settlement(name, data)
    difference = disagreement(settlement, one.release, one.first or one.sha256)
    if difference:
        raise RecordDamaged(name, difference)
    return settlement


def disagreement(settlement: Settlement, release: Release, first: str) -> str | None:
    """How a settlement differs from a release; None where they agree. `first` is the SHA-256 of its first revision."""
    balance = release.balance
    shown = Counter(matter for matter in settlement.registered.values() if matter)
    checks = {
        "belongs to another release": (settlement.period, settlement.release) == (release.period, first),
        "registers other cases than its release counts": len(settlement.registered) == balance.received,
        "groups the cases in another way than its release": shown
        == {group.matter: group.received for group in release.groups},
        "lists other references than its release": sorted(settlement.references().values())
        == sorted([entry.ref for entry in release.entries] + [stone.ref for stone in release.tombstones]),
        "counts another number of cases than its release": settlement.count(Disclosure.COUNTED)
        == balance.counted,
        "withholds another number of cases than its release": settlement.count(Disclosure.WITHHELD)
        == balance.withheld,
    }
    return next((problem for problem, agrees in checks.items() if not agrees), None)
