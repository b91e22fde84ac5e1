"""Limits of publication: `content/rules.toml`. Each has a floor that no setting goes under (DESIGN 7.4-7.6)."""

from datetime import date, timedelta
from typing import Final, Literal

from pydantic import Field

from register.content import Written

MONTHS: Final = {"month": 1, "quarter": 3, "half-year": 6}
GRACE_DAYS: Final = 30
"""A release may be made when the lag is over; so many days later it must be out. A receipt promises that day."""


class Periods(Written):
    length: Literal["month", "quarter", "half-year"] = "quarter"
    lag_days: int = Field(14, ge=14, le=90)
    objection_days: int = Field(7, ge=7, le=30)
    start: str = Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")

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


class Thresholds(Written):
    k: int = Field(5, ge=3, le=20)
    percent_from: int = Field(20, ge=20)
    median_from: int = Field(10, ge=10)
    survey_from: int = Field(10, ge=10)


class Summaries(Written):
    longest_zh: int = Field(120, ge=20, le=120)
    longest_en: int = Field(300, ge=40, le=300)


class Retention(Written):
    """Months that private parts are kept after a case is closed."""

    contact_months: int = Field(24, ge=1, le=60)
    case_months: int = Field(60, ge=12, le=120)


class Target(Written):
    """The share promised for a measure, in per cent, and who set it."""

    measure: str
    percent: int = Field(ge=0, le=100)


class Rules(Written):
    periods: Periods
    thresholds: Thresholds
    summaries: Summaries = Summaries()
    retention: Retention = Retention()
    target: tuple[Target, ...] = ()

    def targets(self) -> dict[str, int]:
        return {target.measure: target.percent for target in self.target}
