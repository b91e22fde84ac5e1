"""The cases of a release: those listed one by one, their groups and tables, and the balance of them all."""

from enum import StrEnum

from pydantic import model_validator

from generator.disclosure.cases.published import Count, PeriodName, Published, Ref, Summary
from register.terms import (
    AgeBand,
    Channel,
    Matter,
    Measure,
    Outcome,
    Post,
    Satisfaction,
    TakeDownReason,
    TimeBand,
    Timeliness,
)


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
