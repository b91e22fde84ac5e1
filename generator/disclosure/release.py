"""The release: the only shapes a page may show. Numbers, codes and reviewed summaries; no link back to a case.

The models are the allow-list (DESIGN 7.1): a field that is not here cannot be published.
Format 1; `tests/golden/release.json` holds one of each field for ever.
"""

import hashlib
import json
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from register.terms import (
    AgeBand,
    Channel,
    CountedReason,
    ExtensionReason,
    Kind,
    Matter,
    Measure,
    Outcome,
    PauseReason,
    Post,
    RefusalReason,
    Satisfaction,
    Step,
    TakeDownReason,
    TimeBand,
    Timeliness,
    WithholdingReason,
)

FORMAT: Final = 1
Count = Annotated[int, Field(ge=0)]
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
PeriodName = Annotated[str, Field(pattern=r"^\d{4}-((0[1-9]|1[0-2])|Q[1-4]|H[12])$")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Ref = Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{8}$")]


class Published(BaseModel):
    """Base of everything that is published: frozen, nothing unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Summary(Published):
    """Written for the public by staff, never the resident's words."""

    zh: Annotated[str, Field(min_length=1, max_length=120)]
    en: Annotated[str, Field(max_length=300)] | None = None


class Entry(Published):
    """One listed case. `ref` is random; `period` is that of registration; `matter` is the group it is shown in."""

    ref: Ref
    period: PeriodName
    matter: Matter
    outcome: Outcome
    measures: tuple[Measure, ...]
    time: TimeBand
    timeliness: Timeliness
    satisfaction: Satisfaction
    post: Post
    summary: Summary


class Tombstone(Published):
    """What stands in the place of an entry that was taken down. Its case stays among the listed ones of the balance."""

    ref: Ref
    period: PeriodName
    reason: TakeDownReason


class Group(Published):
    """How many cases of a matter were registered in the period; small matters are shown together as `other`."""

    matter: Matter
    includes: tuple[Matter, ...]
    received: Count


class TableName(StrEnum):
    """The tables by channel there are. Another one is refused: each must be known to the audit."""

    CHANNELS = "channels"
    MATTER_BY_CHANNEL = "matter_by_channel"


class Table(Published):
    """Cases registered in the period by channel; crossed with the matter groups where it has rows.

    Null among the columns: channels with few cases, shown together. Null among the cells: hidden, because it is under
    k or would give another away. The totals of the rows are those of the groups.
    """

    name: TableName
    rows: tuple[Matter, ...]
    columns: tuple[Channel | None, ...]
    totals: tuple[Count, ...]
    cells: tuple[tuple[Count | None, ...], ...]

    @model_validator(mode="after")
    def _has_its_shape(self) -> "Table":
        widths = {len(row) for row in self.cells} | {len(self.totals)}
        if len(self.cells) != len(self.rows) or widths != {len(self.columns)}:
            raise ValueError(f"the table {self.name} is not as wide or as high as its heads")
        return self


class Balance(Published):
    """Carried in + received = listed + counted + withheld + carried out (by age). Never closing a case hides nothing."""

    carried_in: Count
    received: Count
    listed: Count
    counted: Count
    withheld: Count
    carried_out: dict[AgeBand, Count]

    @model_validator(mode="after")
    def _closes(self) -> "Balance":
        into, out = (
            self.carried_in + self.received,
            self.listed + self.counted + self.withheld + self.left_over,
        )
        if into != out:
            raise ValueError(f"the balance does not close: {into} in, {out} accounted for")
        return self

    @property
    def left_over(self) -> int:
        return sum(self.carried_out.values())

    @property
    def settled(self) -> int:
        return self.listed + self.counted + self.withheld


class Received(Published):
    """Cases registered in a month, by kind; estate total, exact."""

    month: Month
    kind: Kind
    count: Count


class Due(Published):
    """The due cohort (应办结) of a step: all whose limit fell in the month, open ones included.

    kept + late + open = due. `extended` are those of `kept` that needed an extension.
    """

    month: Month
    kind: Kind
    step: Step
    due: Count
    kept: Count
    extended: Count
    late: Count
    open: Count

    @model_validator(mode="after")
    def _adds_up(self) -> "Due":
        if self.kept + self.late + self.open != self.due or self.extended > self.kept:
            raise ValueError(f"{self.month} {self.kind} {self.step}: the due cohort does not add up")
        return self


class Duration(Published):
    """Days from receipt to answer or finish of the cases closed in the period; only from the median's least n on."""

    kind: Kind
    n: Count
    median_days: Annotated[str, Field(pattern=r"^\d+\.\d$")]
    p90_days: Annotated[str, Field(pattern=r"^\d+\.\d$")]


class ReasonCount(Published):
    """How often a reason was used; reasons under k are merged, and then `reason` is null."""

    reason: str | None
    count: Count


class Reasons(Published):
    pause: tuple[ReasonCount, ...]
    extension: tuple[ReasonCount, ...]
    refusal: tuple[ReasonCount, ...]
    counted: tuple[ReasonCount, ...]
    withheld: tuple[ReasonCount, ...]

    @model_validator(mode="after")
    def _known(self) -> "Reasons":
        lists = {
            PauseReason: self.pause,
            ExtensionReason: self.extension,
            RefusalReason: self.refusal,
            CountedReason: self.counted,
            WithholdingReason: self.withheld,
        }
        for vocabulary, rows in lists.items():
            for row in rows:
                if row.reason is not None:
                    vocabulary(row.reason)
        return self


class HandlingSatisfaction(Published):
    """Satisfaction with the handling, of cases fed back in the period; only from the survey's least n on."""

    asked: Count
    satisfied: Count
    fairly_satisfied: Count
    dissatisfied: Count

    @property
    def answered(self) -> int:
        return self.satisfied + self.fairly_satisfied + self.dissatisfied


class Figure(Published):
    """A measure's value. Rates keep numerator and denominator; `n` is what a value rests on."""

    measure: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]+$")]
    unit: Literal["rate", "count", "days", "per_thousand"]
    numerator: Count | None = None
    denominator: Count | None = None
    value: Annotated[str, Field(pattern=r"^\d+(\.\d)?$")] | None = None
    n: Count
    target: Annotated[int, Field(ge=0, le=100)] | None = None


class Performance(Published):
    """Estate totals by kind, month and step: no matter, no place, no person; therefore exact."""

    received: tuple[Received, ...]
    due: tuple[Due, ...]
    durations: tuple[Duration, ...]
    open_at_end: dict[AgeBand, Count]
    reasons: Reasons
    satisfaction: HandlingSatisfaction | None


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


class Correction(Published):
    """A figure corrected by this revision: `what` in codes (`correction.py` lists them), old, new, why.

    `new` is null for a descriptive figure that moved by fewer than k: announced, and corrected when it moves by more.
    """

    what: str
    old: str
    new: str | None
    why: Summary


class Release(Published):
    """All that is published of one period."""

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
        return self


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


class Withdrawn(Published):
    """The place in the chain of a release whose bytes were withdrawn, for a later revision took an entry of it down."""

    format: Literal[1] = FORMAT
    period: PeriodName
    revision: Annotated[int, Field(ge=1)]
    sha256: Digest
    previous: Digest | None


def to_bytes(published: Published) -> bytes:
    """The one spelling of a published record: sorted keys, UTF-8, two spaces, a newline at the end."""
    record = published.model_dump(mode="json")
    return (json.dumps(record, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode("utf-8")


def digest(data: bytes) -> str:
    """SHA-256 of exact bytes, as lower-case hex."""
    return hashlib.sha256(data).hexdigest()
