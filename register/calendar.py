"""Chinese working days, with the State Council's holidays and make-up working days (调休).

An estate's `content/calendar/YEAR.toml` comes first; then the `holidays` package for the years it knows the decree of.
For any other year the days follow the statute alone, and every date that rests on it is *provisional*.
Periods are counted as the Civil Code counts them: the day of the start is not counted (article 201); a last day on which
nobody works moves to the next working day, and the last day ends with the close of business (article 203).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import holidays
from pydantic import Field, model_validator

from register.content import Words, Written, gather, read_written
from register.errors import Fault, SettingsRefused
from register.standards import Limit, WorkingHours

ZONE = ZoneInfo("Asia/Shanghai")
WEEKEND = (5, 6)


class Explained(Written):
    """Days that are not as they were decreed, or as they were when a release was made, and why."""

    days: Annotated[tuple[date, ...], Field(min_length=1)]
    why: Words


class DecreedYear(Written):
    """One year as decreed: days off beyond ordinary weekends, and weekend days worked instead."""

    source: str
    days_off: tuple[date, ...]
    days_worked: tuple[date, ...]
    explained: tuple[Explained, ...] = ()

    def works(self, day: date) -> bool:
        return day in self.days_worked or (day.weekday() not in WEEKEND and day not in self.days_off)

    @property
    def is_decreed(self) -> bool:
        """A year without make-up days is the statute alone."""
        return bool(self.days_worked)

    @model_validator(mode="after")
    def _off_or_worked(self) -> "DecreedYear":
        both = sorted(set(self.days_off) & set(self.days_worked))
        if both:
            raise ValueError(f"{both[0]} cannot be both a day off and a day worked")
        return self


@dataclass(frozen=True)
class Due:
    """A moment by which something is due; provisional while a year it runs through is not yet decreed."""

    at: datetime
    provisional: bool


class WorkCalendar:
    """Which days are worked, and when a limit that starts at a moment ends. Days are the estate's, whatever zone a
    moment is written in; every moment given must be aware. `hours` are those of a day, or the same for all."""

    def __init__(
        self, hours: WorkingHours | Callable[[date], WorkingHours], decreed: Mapping[int, DecreedYear]
    ) -> None:
        self._decreed = {y: (frozenset(d.days_off), frozenset(d.days_worked)) for y, d in decreed.items()}
        self._hours = (lambda day: hours) if isinstance(hours, WorkingHours) else hours

    def is_decreed(self, year: int) -> bool:
        return year in self._decreed or bool(_statute(year)[1])

    def is_working_day(self, day: date) -> bool:
        off, worked = self._decreed.get(day.year) or _statute(day.year)
        return day in worked or (day.weekday() not in WEEKEND and day not in off)

    def due(self, start: datetime, limit: Limit) -> Due:
        """When a limit that starts at `start` ends; minutes and hours run through nights and days off."""
        start = start.astimezone(ZONE)
        if limit.unit == "minutes":
            return Due(start + timedelta(minutes=limit.amount), False)
        if limit.unit == "hours":
            return Due(start + timedelta(hours=limit.amount), False)
        if limit.unit == "working_hours":
            return self.add_working_hours(start, limit.amount)
        if limit.unit == "days":
            return self.roll_forward(self._close_of(start.date() + timedelta(days=limit.amount)))
        return self.add_working_days(start, limit.amount)

    def add_working_days(self, start: datetime, days: int) -> Due:
        """The close of business on the `days`-th working day after the day of `start`."""
        first = start.astimezone(ZONE).date()
        day, left = first, days
        while left:
            day += timedelta(days=1)
            left -= self.is_working_day(day)
        return Due(self._close_of(day), self._is_guessed(first, day))

    def add_working_hours(self, start: datetime, hours: int) -> Due:
        """After so many hours in which the office was open, from the next opening on where it is closed at `start`."""
        moment, left = self._next_open(start.astimezone(ZONE)), timedelta(hours=hours)
        while left > (room := self._close_of(moment.date()) - moment):
            left -= room
            moment = self._next_open(self._close_of(moment.date()))
        return Due(moment + left, self._is_guessed(start.astimezone(ZONE).date(), moment.date()))

    def _next_open(self, moment: datetime) -> datetime:
        """The moment itself while the office is open, else when it opens next."""
        day = moment.date()
        if self.is_working_day(day) and moment < self._close_of(day):
            return max(moment, self._open_of(day))
        day += timedelta(days=1)
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return self._open_of(day)

    def roll_forward(self, moment: datetime) -> Due:
        """The moment itself on a working day; else the close of the next working day."""
        moment = moment.astimezone(ZONE)
        if not self.is_working_day(moment.date()):
            return self.add_working_days(moment, 1)
        return Due(moment, not self.is_decreed(moment.year))

    def _open_of(self, day: date) -> datetime:
        return datetime.combine(day, time.fromisoformat(self._hours(day).opens), ZONE)

    def _close_of(self, day: date) -> datetime:
        return datetime.combine(day, time.fromisoformat(self._hours(day).closes), ZONE)

    def _is_guessed(self, first: date, last: date) -> bool:
        return not all(self.is_decreed(year) for year in range(first.year, last.year + 1))


@lru_cache(maxsize=64)
def _statute(year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Days off and make-up days of a year as the package knows them; no make-up days means: not decreed yet."""
    known = holidays.country_holidays("CN", years=[year])
    off = frozenset(known)
    worked = frozenset(day for day in getattr(known, "weekend_workdays", ()) if day.year == year)
    return off, worked


@lru_cache(maxsize=64)
def as_decreed(year: int) -> DecreedYear:
    """The year as the `holidays` package knows it: by the notice of the State Council, or by the statute alone."""
    off, worked = _statute(year)
    return DecreedYear(
        source="holidays", days_off=tuple(sorted(off - worked)), days_worked=tuple(sorted(worked))
    )


def read_years(folder: Path) -> dict[int, DecreedYear]:
    """The years an estate has written down. Raises SettingsRefused with every fault of every year's file."""
    files = sorted(folder.glob("[0-9][0-9][0-9][0-9].toml"))
    years = gather(*(lambda f=file: _read_year(f, folder.parent.parent) for file in files))
    return {int(file.stem): year for file, year in zip(files, years, strict=True)}


def _read_year(file: Path, root: Path) -> DecreedYear:
    year = read_written(file, DecreedYear, root)
    strange = [day for day in (*year.days_off, *year.days_worked) if day.year != int(file.stem)]
    if strange:
        raise SettingsRefused(
            [Fault(str(file.relative_to(root)), "days", day, f"is not in {file.stem}") for day in strange]
        )
    return year
