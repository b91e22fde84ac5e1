"""When which period may be released: one after the other, without gaps, each after it ended and its lag is over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from generator.disclosure.cases.history import day_of
from generator.disclosure.cases.period import LENGTHS, Period
from generator.disclosure.releases.releases import ReleasedPeriod
from register.rules import Periods


class ReleaseRefusal(StrEnum):
    """Why no release can be made; words in `wording/release.toml`, where `{about}` stands for what it is about."""

    NOT_OVER = "not_over"
    LAG_NOT_OVER = "lag_not_over"
    ALREADY_RELEASED = "already_released"
    EARLIER_MISSING = "earlier_missing"
    BEFORE_START = "before_start"
    LENGTH_DIFFERS = "length_differs"
    LENGTH_CHANGED = "length_changed"
    FILES_DAMAGED = "files_damaged"
    CARRIED_DIFFERS = "carried_differs"
    CASES_MISSING = "cases_missing"
    NOT_RELEASED = "not_released"
    CASES_ERASED = "cases_erased"
    NOT_LISTED = "not_listed"
    TARGETS_LOST = "targets_lost"
    TARGETS_MOVED = "targets_moved"
    HOMES_MOVED = "homes_moved"
    AUDIT_FAILED = "audit_failed"


@dataclass(frozen=True)
class Against:
    """One reason against a release, and what it is about: a day, a period, a file, case numbers."""

    refusal: ReleaseRefusal
    about: str


def next_period(released: Sequence[ReleasedPeriod], periods: Periods) -> Period:
    """The period whose turn it is: the one after the last released, or the first of all."""
    if released:
        after = max(one.period for one in released).next()
        return Period.holding(after.first, periods.length)
    year, month = map(int, periods.start.split("-"))
    return Period.holding(date(year, month, 1), periods.length)


def ready_on(period: Period, periods: Periods) -> date:
    """The first day on which the period may be released."""
    return period.last + timedelta(days=periods.lag_days + 1)


def against_schedule(
    period: Period, released: Sequence[ReleasedPeriod], periods: Periods, now: datetime
) -> tuple[Against, ...]:
    """Every reason of the calendar against releasing the period now."""
    return (*_too_early(period, periods, day_of(now)), *_out_of_turn(period, released, periods))


def _too_early(period: Period, periods: Periods, today: date) -> tuple[Against, ...]:
    if today <= period.last:
        return (Against(ReleaseRefusal.NOT_OVER, period.last.isoformat()),)
    ready = ready_on(period, periods)
    return (Against(ReleaseRefusal.LAG_NOT_OVER, ready.isoformat()),) if today < ready else ()


def _out_of_turn(period: Period, released: Sequence[ReleasedPeriod], periods: Periods) -> tuple[Against, ...]:
    if any(one.release.period == str(period) for one in released):
        return (Against(ReleaseRefusal.ALREADY_RELEASED, str(period)),)
    if period.months != LENGTHS[periods.length]:
        return (Against(ReleaseRefusal.LENGTH_DIFFERS, str(Period.holding(period.first, periods.length))),)
    turn = next_period(released, periods)
    if released and turn.first != max(one.period for one in released).next().first:
        return (Against(ReleaseRefusal.LENGTH_CHANGED, str(turn)),)
    if period < turn:
        return (Against(ReleaseRefusal.BEFORE_START, str(turn)),)
    return (Against(ReleaseRefusal.EARLIER_MISSING, str(turn)),) if turn < period else ()
