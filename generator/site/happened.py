"""Measures of what happened to cases besides their ordinary way, and of objections to what was published.

Read from the rows a release publishes; one made before these were counted has none, and then there is no data.
"""

from dataclasses import dataclass
from typing import Literal

from generator.disclosure.happenings import Event, EventRow
from generator.disclosure.indicators import Figure
from generator.disclosure.measures import ALL_KINDS
from generator.disclosure.release import Release
from register.terms import Kind


@dataclass(frozen=True)
class EventShare:
    """Cases to which it happened ÷ all to which it could, over these kinds."""

    id: str
    group: str
    event: Event
    kinds: tuple[Kind, ...] = ALL_KINDS
    unit: Literal["rate", "per_thousand"] = "rate"

    def rows(self, release: Release) -> tuple[EventRow, ...]:
        rows = release.performance.events or ()
        return tuple(row for row in rows if row.event == self.event and row.kind in self.kinds)

    def compute(self, release: Release) -> Figure | None:
        rows = self.rows(release)
        return rate(self.id, sum(row.count for row in rows), sum(row.among for row in rows))


@dataclass(frozen=True)
class EventPerThousand(EventShare):
    """Cases to which it happened per 1,000 homes, over these kinds; absent where it was not counted."""

    unit: Literal["rate", "per_thousand"] = "per_thousand"

    def compute(self, release: Release) -> Figure | None:
        rows = self.rows(release)
        happened = sum(row.count for row in rows)
        value = f"{happened * 1000 / release.households:.1f}"
        return Figure(measure=self.id, unit="per_thousand", value=value, n=happened) if rows else None


@dataclass(frozen=True)
class ReviewsChanged:
    """Reviews that changed the first conclusion ÷ all decided in the year; absent in all periods but its last."""

    id: str
    group: str
    unit: Literal["rate"] = "rate"

    def compute(self, release: Release) -> Figure | None:
        reviews = release.performance.reviews
        return rate(self.id, reviews.changed, reviews.decided) if reviews else None


@dataclass(frozen=True)
class ObjectionsReceived:
    """Objections to published items registered in the period; none at all is 0."""

    id: str
    group: str
    unit: Literal["count"] = "count"

    def compute(self, release: Release) -> Figure | None:
        objections = release.performance.objections
        return count(self.id, objections.received, release.balance.received) if objections else None


@dataclass(frozen=True)
class ObjectionsAnswered:
    """Objections answered within the limit ÷ all whose answer fell due."""

    id: str
    group: str
    unit: Literal["rate"] = "rate"

    def compute(self, release: Release) -> Figure | None:
        objections = release.performance.objections
        return rate(self.id, objections.kept, objections.due) if objections else None


AnyHappened = EventShare | ReviewsChanged | ObjectionsReceived | ObjectionsAnswered

HAPPENED: tuple[AnyHappened, ...] = (
    EventShare("cases_reclassified", "A", Event.RECLASSIFIED),
    EventShare("cases_referred", "A", Event.REFERRED),
    EventShare("repairs_repeated", "B", Event.REPEATED, (Kind.REPAIR,)),
    EventShare("complaints_repeated", "C", Event.REPEATED, (Kind.COMPLAINT,)),
    EventShare("reviews_asked", "C", Event.REVIEW_ASKED),
    EventPerThousand("complaint_reviews_per_thousand", "C", Event.REVIEW_ASKED, (Kind.COMPLAINT,)),
    ReviewsChanged("reviews_changed", "C"),
    EventShare("cases_reopened", "C", Event.REOPENED),
    ObjectionsReceived("objections_received", "K"),
    ObjectionsAnswered("objections_answered_on_time", "K"),
)


def count(id: str, value: int, n: int) -> Figure:
    """The figure of a count, resting on `n`."""
    return Figure(measure=id, unit="count", value=str(value), n=n)


def rate(id: str, kept: int, of: int) -> Figure | None:
    """The figure of a rate; None where there is nothing to divide by."""
    return Figure(measure=id, unit="rate", numerator=kept, denominator=of, n=of) if of else None
