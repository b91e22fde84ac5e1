"""Performance figures: estate totals by kind, month and step. No matter, no place, no person; therefore exact (7.6)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import median
from typing import Final, TypeVar

from generator.disclosure.cases.groups import merge_small
from generator.disclosure.cases.history import answer_of, closed_at, day_of
from generator.disclosure.cases.listed import Entry
from generator.disclosure.cases.period import Period
from generator.disclosure.figures.cohort import Seen, due_rows, month_of, since, steps_taken
from generator.disclosure.figures.events import decided_reviews, event_rows, objections_to_entries
from generator.disclosure.figures.indicators import (
    Duration,
    HandlingSatisfaction,
    Performance,
    ReasonCount,
    Reasons,
    Received,
)
from generator.disclosure.tables.attacker import merged_given_away
from register.case import Case, Tombstone
from register.rules import Thresholds
from register.terms import (
    AgeBand,
    CountedReason,
    ExtensionReason,
    Kind,
    PauseReason,
    RefusalReason,
    Satisfaction,
    Step,
    WithholdingReason,
)
from register.transitions import AFTER_ANSWER

Code = TypeVar("Code", bound=StrEnum)
_AGES: Final = ((7, AgeBand.DAYS_0_7), (15, AgeBand.DAYS_8_15), (30, AgeBand.DAYS_16_30))
_DAY: Final = 86400


@dataclass(frozen=True)
class SettledHere:
    """What a release settles: why cases are counted only or withheld, and the ratings of its entries (`ratings_of`).

    `unlisted_rated` are the rated ones that are not listed (`rated_unlisted`), `withdrawn_by_staff` the withdrawals that staff
    noted (`noted_by_staff`).
    """

    counted: Sequence[CountedReason] = ()
    withheld: Sequence[WithholdingReason] = ()
    ratings: HandlingSatisfaction | None = None
    unlisted_rated: int | None = None
    withdrawn_by_staff: int | None = None


def measure_performance(
    cases: Sequence[Seen],
    erased: Sequence[Tombstone],
    period: Period,
    thresholds: Thresholds,
    settled: SettledHere,
) -> Performance:
    """The period's figures. `cases` are as they stood at its end, `erased` the tombstones this release registers."""
    reasons = Reasons(
        pause=_count(_said(cases, period, Step.PAUSE, PauseReason), PauseReason, thresholds.k),
        extension=_count(_said(cases, period, Step.EXTEND, ExtensionReason), ExtensionReason, thresholds.k),
        refusal=_count(_said(cases, period, Step.REFUSE, RefusalReason), RefusalReason, thresholds.k),
        counted=_count(settled.counted, CountedReason, thresholds.k),
        withheld=_count(settled.withheld, WithholdingReason, thresholds.k),
    )
    return Performance(
        received=_received(cases, erased, period),
        due=due_rows(cases, period),
        durations=tuple(_durations(cases, period, thresholds.median_from)),
        open_at_end=by_age(
            (seen.case for seen in cases if seen.case.status not in AFTER_ANSWER), period.last
        ),
        reasons=reasons,
        satisfaction=settled.ratings,
        unlisted_rated=settled.unlisted_rated,
        withdrawn_by_staff=settled.withdrawn_by_staff if reasons.withdrawn else None,
        events=event_rows(cases, erased, period),
        reviews=decided_reviews(cases, period, thresholds.k),
        objections=objections_to_entries(cases, period),
    )


def ratings_of(entries: Sequence[Entry], least: int) -> HandlingSatisfaction | None:
    """What the residents said whose cases are listed; None where fewer than `least` of them said anything.

    A reader can count it again. Of all cases it would be more than the entries show: the difference is what the few said that are
    not listed, who objected or whose matter is nobody's business.
    """
    said = Counter(entry.satisfaction for entry in entries)
    if len(entries) - said[Satisfaction.NO_ANSWER] < least:
        return None
    return HandlingSatisfaction(
        asked=len(entries),
        satisfied=said[Satisfaction.SATISFIED],
        fairly_satisfied=said[Satisfaction.FAIRLY_SATISFIED],
        dissatisfied=said[Satisfaction.DISSATISFIED],
    )


def by_age(cases: Iterable[Case], last: date) -> dict[AgeBand, int]:
    """How many cases were how old on the last day; every band is there, also when it is 0."""
    ages = Counter(_age_band((last - day_of(case.received)).days) for case in cases)
    return {band: ages[band] for band in AgeBand}


def _age_band(days: int) -> AgeBand:
    return next((band for most, band in _AGES if days <= most), AgeBand.OVER_30)


def _received(cases: Sequence[Seen], erased: Sequence[Tombstone], period: Period) -> tuple[Received, ...]:
    counts = Counter((month_of(seen.case.received, period), seen.case.kind) for seen in cases if seen.fresh)
    first = next(period.month_names())
    counts.update((max(tombstone.month, first), tombstone.kind) for tombstone in erased)
    return tuple(
        Received(month=month, kind=kind, count=counts[month, kind])
        for month in period.month_names()
        for kind in Kind
        if counts[month, kind]
    )


def _durations(cases: Sequence[Seen], period: Period, least: int) -> Iterable[Duration]:
    """Median and nearest-rank 90th percentile of the days from receipt to answer, by kind."""
    days: dict[Kind, list[float]] = {kind: [] for kind in Kind}
    for seen in cases:
        closed, answer = closed_at(seen.case), answer_of(seen.case)
        if closed is not None and closed >= since(seen, period) and answer is not None:
            days[seen.case.kind].append((answer.at - seen.case.received).total_seconds() / _DAY)
    for kind, values in days.items():
        if len(values) >= least:
            values.sort()
            ninth = values[-(-9 * len(values) // 10) - 1]
            yield Duration(
                kind=kind, n=len(values), median_days=f"{median(values):.1f}", p90_days=f"{ninth:.1f}"
            )


def _said(cases: Sequence[Seen], period: Period, step: Step, vocabulary: type[Code]) -> Iterable[Code]:
    return (vocabulary(entry.particulars["reason"]) for _, entry in steps_taken(cases, period, step))


def _count(reasons: Iterable[Code], vocabulary: Iterable[Code], k: int) -> tuple[ReasonCount, ...]:
    """Reasons used k times or more by name, the most frequent first; the others together and without a name.

    Where the rule would give one of those away (two that are 8 together and cannot be 5), none has a name.
    """
    counts = Counter(reasons)
    shown, rest = merge_small(counts, k)
    if rest and merged_given_away(shown, [code for code in vocabulary if code not in shown], rest, k):
        shown, rest = {}, counts.total()
    rows = [
        ReasonCount(reason=code, count=count)
        for code, count in sorted(shown.items(), key=lambda s: (-s[1], s[0]))
    ]
    return (*rows, ReasonCount(reason=None, count=rest)) if rest else tuple(rows)
