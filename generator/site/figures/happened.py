"""Measures of what happened to cases besides their ordinary way, and of objections to what was published.

Read from the rows a release publishes; one made before these were counted has none, and then there is no data.
"""

from dataclasses import dataclass
from typing import Literal

from generator.disclosure.figures.happenings import Event, EventRow
from generator.disclosure.figures.indicators import Figure
from generator.disclosure.figures.measures import ALL_KINDS
from generator.disclosure.releases.release import Release
from generator.site.figures.pairs import Pair, PairFigure, rate
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


def _reviews_changed(release: Release) -> Pair | None:
    """Reviews that changed the first conclusion, of all decided in the year; none in all periods but its last."""
    reviews = release.performance.reviews
    return (reviews.changed, reviews.decided) if reviews else None


def _objections_received(release: Release) -> Pair | None:
    """Objections to published items registered in the period; none at all is 0."""
    objections = release.performance.objections
    return (objections.received, release.balance.received) if objections else None


def _objections_answered(release: Release) -> Pair | None:
    """Objections answered within the limit, of all whose answer fell due."""
    objections = release.performance.objections
    return (objections.kept, objections.due) if objections else None


AnyHappened = EventShare | PairFigure

HAPPENED: tuple[AnyHappened, ...] = (
    EventShare("cases_reclassified", "A", Event.RECLASSIFIED),
    EventShare("cases_referred", "A", Event.REFERRED),
    EventShare("repairs_repeated", "B", Event.REPEATED, (Kind.REPAIR,)),
    EventShare("complaints_repeated", "C", Event.REPEATED, (Kind.COMPLAINT,)),
    EventShare("reviews_asked", "C", Event.REVIEW_ASKED),
    EventPerThousand("complaint_reviews_per_thousand", "C", Event.REVIEW_ASKED, (Kind.COMPLAINT,)),
    PairFigure("reviews_changed", "C", "reviews", _reviews_changed, "rate"),
    EventShare("cases_reopened", "C", Event.REOPENED),
    PairFigure("objections_received", "K", "objections", _objections_received),
    PairFigure("objections_answered_on_time", "K", "objections", _objections_answered, "rate"),
)
