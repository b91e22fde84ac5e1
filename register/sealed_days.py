"""Days off and days worked that a release was made under do not change unseen, and a year is the one that was decreed.

Every limit in working days hangs on them. What differs from the State Council's notice, or from what `sealed.toml` keeps,
stands in the year's file under `[[explained]]` with its why, and `/standards/` shows it (decision 0094).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from register.calendar import WEEKEND, DecreedYear, WorkCalendar, as_decreed, read_years
from register.content import Words
from register.errors import Fault, SettingsRefused
from register.sealed_standards import Sealed, SealedDays, read_sealed

MOST_OFF: Final = 13
"""Working days fewer in a year for its holidays: as many as the statute has (国务院令第795号, from 2025). Days off beyond
that are made up for on weekends."""

Years = Mapping[int, DecreedYear]


@dataclass(frozen=True)
class OddDay:
    """A day that is not as it was decreed, or as it was when `release` was made, and why."""

    day: date
    works: bool
    release: str | None
    why: Words | None


def read_own_years(content: Path) -> Years:
    """The years an estate has written down. Raises SettingsRefused naming each day that is odd and not explained."""
    years = read_years(content / "calendar")
    sealed = read_sealed(content, content.parent)
    faults = [_fault(one) for one in odd_days(years, sealed) if one.why is None]
    faults += list(_too_many_off(years))
    if faults:
        raise SettingsRefused(faults)
    return years


def odd_days(years: Years, sealed: Sealed) -> tuple[OddDay, ...]:
    """Every day that is not as decreed or not as sealed, by date; of the two, what was sealed is told."""
    then = {day: (works, one.release) for one in sealed.days for day, works in _days_of(one)}
    return tuple(
        OddDay(day, works, release, _why(day, years))
        for year in sorted({*years, *(day.year for day in then)})
        for day, works in _working_days(year, years)
        if (release := _moved_since(then.get(day), works)) or _differs(day, works, years)
    )


def _moved_since(sealed: tuple[bool, str] | None, works: bool) -> str | None:
    """The release that was made with the day the other way round."""
    return sealed[1] if sealed and sealed[0] != works else None


def days_of(calendar: WorkCalendar, release: str, first: date, last: date) -> SealedDays | None:
    """The days of a period as they are to be sealed; None for a year that is not decreed."""
    if not calendar.is_decreed(first.year):
        return None
    works = {day: calendar.is_working_day(day) for day in _between(first, last)}
    return SealedDays(
        release=release,
        first=first,
        last=last,
        off=tuple(day for day, open_ in works.items() if not open_ and day.weekday() not in WEEKEND),
        worked=tuple(day for day, open_ in works.items() if open_ and day.weekday() in WEEKEND),
    )


def _days_of(sealed: SealedDays) -> Iterator[tuple[date, bool]]:
    for day in _between(sealed.first, sealed.last):
        yield day, day in sealed.worked or (day.weekday() not in WEEKEND and day not in sealed.off)


def _working_days(year: int, years: Years) -> Iterator[tuple[date, bool]]:
    own = years.get(year) or as_decreed(year)
    for day in _between(date(year, 1, 1), date(year, 12, 31)):
        yield day, own.works(day)


def _differs(day: date, works: bool, years: Years) -> bool:
    """From the notice, for a year that the estate wrote down and the package knows."""
    decreed = as_decreed(day.year)
    return day.year in years and decreed.is_decreed and decreed.works(day) != works


def _why(day: date, years: Years) -> Words | None:
    year = years.get(day.year)
    return next((one.why for one in year.explained if day in one.days), None) if year else None


def _too_many_off(years: Years) -> Iterator[Fault]:
    """A year whose notice nobody here knows yet: no more days off than a year can have."""
    for year, own in years.items():
        if as_decreed(year).is_decreed:
            continue
        told = {day for one in own.explained for day in one.days}
        off = sum(day.weekday() not in WEEKEND for day in set(own.days_off) - told)
        left = off - sum(day.weekday() in WEEKEND for day in set(own.days_worked))
        if left > MOST_OFF:
            problem = (
                f"leaves {left} working days fewer, where the holidays of a year take {MOST_OFF}; put it right, or say "
                "why in [[explained]] with days and why"
            )
            yield Fault(_file(year), "days_off", off, problem)


def _fault(odd: OddDay) -> Fault:
    is_so = "is worked" if odd.works else "is a day off"
    but = (
        f"the release {odd.release} was made with it the other way round"
        if odd.release
        else "the State Council's notice has it the other way round"
    )
    problem = f"{is_so}, but {but}; put it back, or say why in [[explained]] with days and why"
    return Fault(_file(odd.day.year), "days", odd.day.isoformat(), problem)


def _file(year: int) -> str:
    return f"content/calendar/{year}.toml"


def _between(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=days) for days in range((last - first).days + 1))
