"""The measures: what each figure counts, as data. Formulas follow DESIGN 6-7 and the due-cohort rule.

A rate never divides by what was closed: its denominator is all that fell due, open ones included.
Names, formulas in words and sources are in `site_templates/wording/measures.toml`, by measure id.
"""

from dataclasses import dataclass
from typing import Literal

from generator.disclosure.cases.listed import Balance
from generator.disclosure.figures.indicators import Due, Figure, Performance
from register.terms import Kind, Step

ALL_KINDS = tuple(Kind)


@dataclass(frozen=True)
class DueRate:
    """Kept within the limit ÷ due, over the rows of these kinds and this step."""

    id: str
    group: str
    kinds: tuple[Kind, ...]
    step: Step
    unit: Literal["rate"] = "rate"

    def rows(self, performance: Performance) -> tuple[Due, ...]:
        return tuple(row for row in performance.due if row.kind in self.kinds and row.step == self.step)

    def compute(self, performance: Performance, balance: Balance, households: int) -> Figure | None:
        rows = self.rows(performance)
        due = sum(row.due for row in rows)
        if not due:
            return None
        told = sum(self.told(row) for row in rows)
        return Figure(measure=self.id, unit="rate", numerator=told, denominator=due, n=due)

    def told(self, row: Due) -> int:
        """Those of a row that the rate is about."""
        return row.kept


@dataclass(frozen=True)
class ExtendedShare(DueRate):
    """Of what fell due, the share that was kept only by an extension with a reason."""

    def told(self, row: Due) -> int:
        return row.extended


@dataclass(frozen=True)
class MedianDays:
    """Median days from receipt to answer or finish; absent where too few were closed."""

    id: str
    group: str
    kind: Kind
    unit: Literal["days"] = "days"

    def compute(self, performance: Performance, balance: Balance, households: int) -> Figure | None:
        for row in performance.durations:
            if row.kind == self.kind:
                return Figure(measure=self.id, unit="days", value=row.median_days, n=row.n)
        return None


@dataclass(frozen=True)
class ReceivedCount:
    """Cases registered in the period."""

    id: str
    group: str
    kinds: tuple[Kind, ...] = ALL_KINDS
    unit: Literal["count", "per_thousand"] = "count"

    def compute(self, performance: Performance, balance: Balance, households: int) -> Figure | None:
        count = sum(row.count for row in performance.received if row.kind in self.kinds)
        value = f"{count * 1000 / households:.1f}" if self.unit == "per_thousand" else str(count)
        return Figure(measure=self.id, unit=self.unit, value=value, n=count)


@dataclass(frozen=True)
class SatisfiedRate:
    """(Satisfied + fairly satisfied) ÷ those who answered."""

    id: str
    group: str
    unit: Literal["rate"] = "rate"

    def compute(self, performance: Performance, balance: Balance, households: int) -> Figure | None:
        rated = performance.satisfaction
        if rated is None or not rated.answered:
            return None
        kept = rated.satisfied + rated.fairly_satisfied
        return Figure(
            measure=self.id, unit="rate", numerator=kept, denominator=rated.answered, n=rated.answered
        )


@dataclass(frozen=True)
class ListedShare:
    """Cases published one by one ÷ all cases settled by the release."""

    id: str
    group: str
    unit: Literal["rate"] = "rate"

    def compute(self, performance: Performance, balance: Balance, households: int) -> Figure | None:
        if not balance.settled:
            return None
        return Figure(
            measure=self.id,
            unit="rate",
            numerator=balance.listed,
            denominator=balance.settled,
            n=balance.settled,
        )


@dataclass(frozen=True)
class OpenAtEnd:
    """Cases without an answer on the last day of the period, whatever their age."""

    id: str
    group: str
    unit: Literal["count"] = "count"

    def compute(self, performance: Performance, balance: Balance, households: int) -> Figure | None:
        count = sum(performance.open_at_end.values())
        return Figure(measure=self.id, unit="count", value=str(count), n=count)


@dataclass(frozen=True)
class WithheldCount:
    """Cases withheld by this release; the reasons are shown beside it."""

    id: str
    group: str
    unit: Literal["count"] = "count"

    def compute(self, performance: Performance, balance: Balance, households: int) -> Figure | None:
        return Figure(measure=self.id, unit="count", value=str(balance.withheld), n=balance.settled)


AnyMeasure = DueRate | MedianDays | ReceivedCount | SatisfiedRate | ListedShare | OpenAtEnd | WithheldCount

MEASURES: tuple[AnyMeasure, ...] = (
    ReceivedCount("received", "A"),
    ReceivedCount("received_per_thousand", "A", unit="per_thousand"),
    DueRate("acknowledged_on_time", "A", ALL_KINDS, Step.ACKNOWLEDGE),
    DueRate("contacted_on_time", "A", (Kind.COMPLAINT, Kind.REPAIR), Step.CONTACT),
    DueRate("inquiries_answered_on_time", "A", (Kind.INQUIRY,), Step.ANSWER),
    OpenAtEnd("open_at_end", "A"),
    DueRate("emergencies_reached_on_time", "B", (Kind.REPAIR,), Step.ARRIVE),
    DueRate("repairs_finished_on_time", "B", (Kind.REPAIR,), Step.FINISH),
    MedianDays("repair_days", "B", Kind.REPAIR),
    ReceivedCount("complaints_per_thousand", "C", (Kind.COMPLAINT,), unit="per_thousand"),
    DueRate("complaints_answered_on_time", "C", (Kind.COMPLAINT,), Step.ANSWER),
    MedianDays("complaint_days", "C", Kind.COMPLAINT),
    ExtendedShare("complaints_extended", "C", (Kind.COMPLAINT,), Step.ANSWER),
    DueRate("followed_up_on_time", "C", (Kind.COMPLAINT, Kind.REPAIR), Step.FOLLOW_UP),
    DueRate("reviews_done_on_time", "C", ALL_KINDS, Step.RECONSIDER),
    SatisfiedRate("satisfied_with_handling", "H"),
    DueRate("suggestions_answered_on_time", "I", (Kind.SUGGESTION,), Step.ANSWER),
    ListedShare("listed_share", "K"),
    WithheldCount("withheld", "K"),
)


def compute_figures(
    performance: Performance, balance: Balance, households: int, targets: dict[str, int]
) -> tuple[Figure, ...]:
    """Every measure's figure for a period; a measure without data has none (no data is not 0).

    `targets` are per cent by measure id, from the estate's rules.
    """
    figures = []
    for measure in MEASURES:
        figure = measure.compute(performance, balance, households)
        if figure is not None:
            figures.append(figure.model_copy(update={"target": targets.get(measure.id)}))
    return tuple(figures)
