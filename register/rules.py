"""Limits of publication: `content/rules.toml`. Each has a floor that no setting goes under (DESIGN 7.4-7.6),
and a ceiling, for what is set out of reach hides every share, median and survey (7.12).

None has a default: a file that was cut off still reads as TOML, and what it lost would be decided by nobody.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, Literal

from pydantic import Field

from register.content import Words, Written

MONTHS: Final = {"month": 1, "quarter": 3, "half-year": 6}
GRACE_DAYS: Final = 30
"""A release may be made when the lag is over; so many days later it must be out. A receipt promises that day."""


class Periods(Written):
    length: Literal["month", "quarter", "half-year"]
    lag_days: int = Field(ge=14, le=90)
    objection_days: int = Field(ge=7, le=30)
    start: str = Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")

    @property
    def months(self) -> int:
        return MONTHS[self.length]

    @property
    def delay_days(self) -> int:
        """From the first day after a period to the last on which its release may come out."""
        return self.lag_days + GRACE_DAYS

    def published_by(self, received: date) -> date:
        """The last day on which what was received that day may come into the ledger."""
        months = received.year * 12 + (received.month - 1) // self.months * self.months + self.months
        return date(months // 12, months % 12 + 1, 1) + timedelta(days=self.delay_days)


class SurveyThresholds(Written):
    """The limits that hold for surveys too."""

    k: int = Field(ge=3, le=20)
    percent_from: int = Field(ge=20, le=100)
    survey_from: int = Field(ge=10, le=100)


class Thresholds(SurveyThresholds):
    median_from: int = Field(ge=10, le=100)


class Summaries(Written):
    longest_zh: int = Field(ge=20, le=120)
    longest_en: int = Field(ge=40, le=300)


class Retention(Written):
    """Months that private parts are kept after a case is closed."""

    contact_months: int = Field(ge=1, le=60)
    case_months: int = Field(ge=12, le=120)


class Target(Written):
    """The share promised for a measure, in per cent, and who set it."""

    measure: str
    percent: int = Field(ge=0, le=100)


class Ended(Written):
    """A target that is given up on purpose: the word for it, without which a missing one is an accident."""

    measure: str
    why: Words


class Moved(Written):
    """A target that is another than the one a release was judged by: the one it was, and why."""

    measure: str
    was: int = Field(ge=0, le=100)
    why: Words


class Rules(Written):
    periods: Periods
    thresholds: Thresholds
    summaries: Summaries
    retention: Retention
    target: tuple[Target, ...] = ()
    ended: tuple[Ended, ...] = ()
    moved: tuple[Moved, ...] = ()

    def targets(self) -> dict[str, int]:
        return {target.measure: target.percent for target in self.target}

    def lost(self, promised: Iterable[str]) -> tuple[str, ...]:
        """The measures that had a target when a release was made, and have none now though nobody gave it up."""
        known = self.targets().keys() | {one.measure for one in self.ended}
        return tuple(sorted(set(promised) - known))

    def why_moved(self, measure: str, was: int) -> Words | None:
        return next((one.why for one in self.moved if (one.measure, one.was) == (measure, was)), None)

    def shifted(self, promised: Mapping[str, int]) -> dict[str, int]:
        """The targets of now, by measure, that are others than when a release was made, and nobody says why."""
        return {
            measure: percent
            for measure, percent in self.targets().items()
            if promised.get(measure, percent) != percent and not self.why_moved(measure, promised[measure])
        }
