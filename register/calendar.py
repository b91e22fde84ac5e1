"""Chinese working days, with the State Council's holidays and make-up working days (调休).

An estate's `content/calendar/YEAR.toml` comes first; then the `holidays` package for the years it knows the decree of.
For any other year the days follow the statute alone, and every date that rests on it is *provisional*.
Periods are counted as the Civil Code counts them (articles 201 and 203): the day of the start is not counted, and a
period in days ends at the close of business on its last day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path

import holidays

from register.content import Written, gather, read_written
from register.standards import Limit, WorkingHours

WEEKEND = (5, 6)


class DecreedYear(Written):
    """One year as decreed: days off beyond ordinary weekends, and weekend days worked instead."""

    source: str
    days_off: tuple[date, ...]
    days_worked: tuple[date, ...]


@dataclass(frozen=True)
class Due:
    """A moment by which something is due; provisional while a year it runs through is not yet decreed."""

    at: datetime
    provisional: bool


class WorkCalendar:
    """Which days are worked, and when a limit that starts at a moment ends."""

    def __init__(self, hours: WorkingHours, decreed: Mapping[int, DecreedYear]) -> None:
        self._decreed = decreed
        self._closes = time.fromisoformat(hours.closes)

    def is_decreed(self, year: int) -> bool:
        return year in self._decreed or bool(_statute(year)[1])

    def is_working_day(self, day: date) -> bool:
        if day.year in self._decreed:
            year = self._decreed[day.year]
            off, worked = frozenset(year.days_off), frozenset(year.days_worked)
        else:
            off, worked = _statute(day.year)
        return day in worked or (day.weekday() not in WEEKEND and day not in off)

    def due(self, start: datetime, limit: Limit) -> Due:
        """When a limit that starts at `start` ends. `start` is aware and in the estate's zone."""
        if limit.unit == "minutes":
            return Due(start + timedelta(minutes=limit.amount), False)
        if limit.unit == "hours":
            return Due(start + timedelta(hours=limit.amount), False)
        if limit.unit == "days":
            return Due(self._close_of(start + timedelta(days=limit.amount)), False)
        return self.add_working_days(start, limit.amount)

    def add_working_days(self, start: datetime, days: int) -> Due:
        """The close of business on the `days`-th working day after the day of `start`."""
        day, left = start.date(), days
        while left:
            day += timedelta(days=1)
            left -= self.is_working_day(day)
        return Due(
            self._close_of(datetime.combine(day, time(), start.tzinfo)), self._is_guessed(start.date(), day)
        )

    def roll_forward(self, moment: datetime) -> Due:
        """The moment itself on a working day; else the close of the next working day."""
        return Due(moment, not self.is_decreed(moment.year)) if self.is_working_day(moment.date()) else (
            self.add_working_days(moment, 1)
        )  # fmt: skip

    def _close_of(self, moment: datetime) -> datetime:
        return datetime.combine(moment.date(), self._closes, moment.tzinfo)

    def _is_guessed(self, first: date, last: date) -> bool:
        return not all(self.is_decreed(year) for year in range(first.year, last.year + 1))


@lru_cache(maxsize=64)
def _statute(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Days off and make-up days of a year as the package knows them; no make-up days means: not decreed yet."""
    known = holidays.country_holidays("CN", years=[year])
    off = frozenset(known)
    worked = frozenset(day for day in getattr(known, "weekend_workdays", ()) if day.year == year)
    return off, worked


def read_calendar(folder: Path, hours: WorkingHours) -> WorkCalendar:
    """The calendar of an estate. Raises SettingsRefused with every fault of every year's file."""
    files = sorted(folder.glob("[0-9][0-9][0-9][0-9].toml"))
    years = gather(*(lambda f=file: read_written(f, DecreedYear, folder.parent) for file in files))
    return WorkCalendar(hours, {int(file.stem): year for file, year in zip(files, years, strict=True)})
