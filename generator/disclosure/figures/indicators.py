"""What is counted over the whole estate: what came, what was due, how long it took, why it waited, and the measures."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.disclosure.cases.published import Count, Month, Published
from generator.disclosure.figures.happenings import EventRow, Objections, ReviewsDecided
from register.terms import (
    AgeBand,
    CountedReason,
    ExtensionReason,
    Kind,
    PauseReason,
    RefusalReason,
    Step,
    WithholdingReason,
)

MeasureName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]+$")]
Percent = Annotated[int, Field(ge=0, le=100)]


def is_none(value: object) -> bool:
    return value is None


class Received(Published):
    """Cases registered in a month, by kind; estate total, exact."""

    month: Month
    kind: Kind
    count: Count


class Due(Published):
    """The due cohort (应办结) of a step: all whose limit fell in the month, open ones included.

    kept + late + open = due. Of `kept`: `extended` needed an extension; `paused` would have been missed, had the case not been
    paused; `noted_later` were kept by a step that was written down more than a day after it was taken. The last two are None in
    releases from before they were told.
    """

    month: Month
    kind: Kind
    step: Step
    due: Count
    kept: Count
    extended: Count
    late: Count
    open: Count
    paused: Count | None = Field(None, exclude_if=is_none)
    noted_later: Count | None = Field(None, exclude_if=is_none)

    @model_validator(mode="after")
    def _adds_up(self) -> "Due":
        parts = (self.extended, self.paused or 0, self.noted_later or 0)
        if self.kept + self.late + self.open != self.due or max(parts) > self.kept:
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

    @property
    def withdrawn(self) -> int | None:
        """How many cases are told by name to be counted as withdrawn; None where they are shown with others, or there are none."""
        return next((row.count for row in self.counted if row.reason == CountedReason.WITHDRAWN), None)

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
    """Satisfaction with the handling, of the listed cases (`asked`); only from the survey's least n on.

    Releases without a salt counted all cases fed back in the period.
    """

    asked: Count
    satisfied: Count
    fairly_satisfied: Count
    dissatisfied: Count

    @property
    def answered(self) -> int:
        return self.satisfied + self.fairly_satisfied + self.dissatisfied


class Figure(Published):
    """A measure's value. Rates keep numerator and denominator; `n` is what a value rests on."""

    measure: MeasureName
    unit: Literal["rate", "count", "days", "per_thousand"]
    numerator: Count | None = None
    denominator: Count | None = None
    value: Annotated[str, Field(pattern=r"^\d+(\.\d)?$")] | None = None
    n: Count
    target: Percent | None = None


class Performance(Published):
    """Estate totals by kind, month and step: no matter, no place, no person; therefore exact.

    `events` and `objections` are None in releases from before they were counted: no data, not 0. What is None is not
    written, so that those are still spelled as they were published. `unlisted_rated` are the cases settled without being
    listed whose residents gave a rating; None where that would tell too much (`unlisted.py`). `withdrawn_by_staff`
    are the withdrawals it settles that staff noted, by the same rule (`withdrawals.py`).
    """

    received: tuple[Received, ...]
    due: tuple[Due, ...]
    durations: tuple[Duration, ...]
    open_at_end: dict[AgeBand, Count]
    reasons: Reasons
    satisfaction: HandlingSatisfaction | None
    unlisted_rated: Count | None = Field(None, exclude_if=is_none)
    withdrawn_by_staff: Count | None = Field(None, exclude_if=is_none)
    events: tuple[EventRow, ...] | None = Field(None, exclude_if=is_none)
    reviews: ReviewsDecided | None = Field(None, exclude_if=is_none)
    objections: Objections | None = Field(None, exclude_if=is_none)
