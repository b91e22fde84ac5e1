"""The due cohort (应办结): every limit is counted once, in the period in which it fell due, kept or not."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from generator.disclosure.cases.history import as_of, day_of, end_of, start_of
from generator.disclosure.cases.period import Period
from generator.disclosure.figures.indicators import Due
from register.case import Case, CaseEntry
from register.clocks import Timed, timed_steps
from register.terms import Kind, Step

PUBLISHED_STEPS = (
    Step.ACKNOWLEDGE,
    Step.CONTACT,
    Step.ARRIVE,
    Step.ANSWER,
    Step.FINISH,
    Step.FEED_BACK,
    Step.FOLLOW_UP,
    Step.RECONSIDER,
)


@dataclass(frozen=True)
class Seen:
    """A case as it stood at the period's end; `fresh` where this release is the first that counts it."""

    case: Case
    fresh: bool


def since(seen: Seen, period: Period) -> datetime:
    """From when on the events of a case are this release's to count."""
    return seen.case.received if seen.fresh else start_of(period)


def steps_taken(cases: Iterable[Seen], period: Period, *steps: Step) -> Iterator[tuple[Case, CaseEntry]]:
    """Every entry of these steps that this release counts, with its case."""
    for seen in cases:
        begun = since(seen, period)
        for entry in seen.case.entries:
            if entry.step in steps and entry.at >= begun:
                yield seen.case, entry


def month_of(moment: datetime, period: Period) -> str:
    """The month something is counted in. What is noted late counts in the first month that still can."""
    return max(f"{day_of(moment):%Y-%m}", next(period.month_names()))


def due_rows(cases: Iterable[Seen], period: Period) -> tuple[Due, ...]:
    """The cohorts of the period by month, kind and step."""
    counts: dict[tuple[str, Kind, Step], Counter[str]] = {}
    for seen in cases:
        for timed in newly_due(seen, period):
            key = (month_of(timed.clock.due, period), seen.case.kind, timed.clock.step)
            counts.setdefault(key, Counter()).update(ways(timed))
    return tuple(
        Due(month=month, kind=kind, step=step, **{way: counts[month, kind, step][way] for way in _WAYS})
        for month in period.month_names()
        for kind in Kind
        for step in PUBLISHED_STEPS
        if (month, kind, step) in counts
    )


def newly_due(seen: Seen, period: Period) -> Iterator[Timed]:
    """The clocks that fell due and that no earlier release has counted, also where the case was noted late."""
    counted = set() if seen.fresh else _counted_before(seen.case, period)
    return (
        timed
        for timed in _fallen_due(seen.case, end_of(period))
        if (timed.clock.step, timed.clock.due) not in counted
    )


def _counted_before(case: Case, period: Period) -> set[tuple[Step, datetime]]:
    start = start_of(period)
    return {(timed.clock.step, timed.clock.due) for timed in _fallen_due(as_of(case, start), start)}


def _fallen_due(case: Case, end: datetime) -> Iterator[Timed]:
    """Limits that fell before `end`. One that stands still in a pause has no date until the case goes on."""
    for timed in timed_steps(case):
        stands_still = timed.stopped and timed.done is None
        void = timed.cancelled or stands_still
        if timed.clock.due < end and timed.clock.step in PUBLISHED_STEPS and not void:
            yield timed


_WAYS = ("due", "kept", "extended", "late", "open", "paused", "noted_later")


def ways(timed: Timed) -> Iterator[str]:
    """How a limit that fell due is counted: `due`, and what became of it."""
    yield "due"
    if timed.done is None:
        yield "open"
    elif timed.is_late(timed.done):
        yield "late"
    else:
        yield "kept"
        if timed.clock.extended:
            yield "extended"
        if timed.is_kept_by_pause:
            yield "paused"
        if timed.is_noted_later:
            yield "noted_later"
