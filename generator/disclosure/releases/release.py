"""The release of a period, the second person's word for it, and the mark left of one that was withdrawn.

No link back to a case. Format 1; `tests/golden/release.json` holds one of each field for ever.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.disclosure.cases.listed import Balance, Entry, Group, Table, Tombstone
from generator.disclosure.cases.published import FORMAT, Count, Digest, PeriodName, Published, Summary
from generator.disclosure.figures.indicators import Figure, MeasureName, Percent, Performance, is_none
from generator.disclosure.releases.own_records import OwnRecords


class LedgerHead(Published):
    """Head of the ledger after this release's batch: RFC 6962 root over `size` entries, `batch` of them new."""

    origin: str
    size: Count
    batch: Count
    root: Digest


class Thresholds(Published):
    """The rule in force, so that a reader can see what was hidden and why."""

    k: Count
    lag_days: Count
    percent_from: Count
    median_from: Count
    survey_from: Count


class Promised(Published):
    """The share promised for a measure, in per cent, as the rules had it when the release was made."""

    measure: MeasureName
    percent: Percent


class Correction(Published):
    """A figure corrected by this revision: `what` in codes (`correction.py` lists them), old, new, why.

    `new` is null for a descriptive figure that moved by fewer than k: announced, and corrected when it moves by more.
    """

    what: str
    old: str
    new: str | None
    why: Summary


class Release(Published):
    """All that is published of one period.

    `targets` are all that stood when it was made, also those of measures that the press computes: a period is judged by
    its own. None in releases from before they were kept, as are the estate's `own_records` (decision 0093).

    `salt` is what nobody can guess of the bytes (`drafts/salt.py`). None in releases from before there was one.
    """

    format: Literal[1] = FORMAT
    period: PeriodName
    revision: Annotated[int, Field(ge=1)]
    data_up_to: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    households: Annotated[int, Field(gt=0)]
    standards: str
    thresholds: Thresholds
    previous: Digest | None
    balance: Balance
    performance: Performance
    groups: tuple[Group, ...]
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...]
    targets: tuple[Promised, ...] | None = Field(None, exclude_if=is_none)
    own_records: OwnRecords | None = Field(None, exclude_if=is_none)
    salt: Digest | None = Field(None, exclude_if=is_none)
    entries: tuple[Entry, ...]
    tombstones: tuple[Tombstone, ...]
    corrections: tuple[Correction, ...]
    ledger: LedgerHead

    @model_validator(mode="after")
    def _agrees(self) -> "Release":
        places = len(self.entries) + len(self.tombstones)
        if places != self.balance.listed:
            raise ValueError(f"{places} entries and tombstones, but the balance lists {self.balance.listed}")
        received = sum(row.count for row in self.performance.received)
        if received != self.balance.received or self.ledger.batch != received:
            raise ValueError(
                f"received {received}, balance {self.balance.received}, ledger {self.ledger.batch} differ"
            )
        if self.groups and sum(group.received for group in self.groups) != received:
            raise ValueError("the groups do not add up to what was received")
        refs = [entry.ref for entry in self.entries] + [tombstone.ref for tombstone in self.tombstones]
        if len(set(refs)) != len(refs):
            raise ValueError("a reference is used twice")
        promised = self.promised()
        for figure in self.figures if self.targets is not None else ():
            if figure.target != promised.get(figure.measure):
                raise ValueError(f"{figure.measure} is judged by another target than the one that stood")
        return self

    def promised(self) -> dict[str, int]:
        """The targets it was made under, by measure, as far as it tells them."""
        if self.targets is not None:
            return {one.measure: one.percent for one in self.targets}
        return {figure.measure: figure.target for figure in self.figures if figure.target is not None}


class OneHand(Published):
    """How many entries may have been written (or handled) and approved by one person, and since when (decision 0078).

    One of the two accounts had its first password from the other, or both from one; no third person was a witness. `since`
    is the day of the earliest.
    """

    entries: Annotated[int, Field(ge=1)]
    since: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


class Approval(Published):
    """The second person's word for the exact bytes of a release (DESIGN 7.10). Public: the post, never the name.

    Only a take-down may be a handler's: it is one person's act and confirmed by another afterwards.
    """

    format: Literal[1] = FORMAT
    period: PeriodName
    revision: Annotated[int, Field(ge=1)]
    sha256: Digest
    published: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
    role: Literal["handler", "reviewer", "manager", "outside"]
    audit: Digest
    one_hand: OneHand | None = Field(None, exclude_if=is_none)


class Withdrawn(Published):
    """The place in the chain of a release whose bytes were withdrawn, for a later revision took an entry of it down."""

    format: Literal[1] = FORMAT
    period: PeriodName
    revision: Annotated[int, Field(ge=1)]
    sha256: Digest
    previous: Digest | None
