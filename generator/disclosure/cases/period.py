"""Periods of publication: `2026-09`, `2026-Q3`, `2026-H2`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import total_ordering

from register.rules import MONTHS

LENGTHS = MONTHS
_FORM = re.compile(r"^(\d{4})-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12]))$")


@total_ordering
@dataclass(frozen=True)
class Period:
    """A run of whole months: `first` is (year, month), `months` is 1, 3 or 6."""

    year: int
    month: int
    months: int

    @classmethod
    def parse(cls, text: str) -> "Period":
        """`2026-Q3` → the period. Raises ValueError naming the text."""
        found = _FORM.match(text)
        if not found:
            raise ValueError(f"{text!r} is no period; write 2026-09, 2026-Q3 or 2026-H2")
        year, month, quarter, half = found.groups()
        if month:
            return cls(int(year), int(month), 1)
        return cls(int(year), int(quarter) * 3 - 2, 3) if quarter else cls(int(year), int(half) * 6 - 5, 6)

    @classmethod
    def holding(cls, day: date, length: str = "quarter") -> "Period":
        """The period of this length that holds the day."""
        months = LENGTHS[length]
        return cls(day.year, (day.month - 1) // months * months + 1, months)

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return self.next().first - timedelta(days=1)

    def next(self) -> "Period":
        months = self.year * 12 + self.month - 1 + self.months
        return Period(months // 12, months % 12 + 1, self.months)

    def previous(self) -> "Period":
        months = self.year * 12 + self.month - 1 - self.months
        return Period(months // 12, months % 12 + 1, self.months)

    def month_names(self) -> Iterator[str]:
        """The months in it, as `2026-07`."""
        return (f"{self.year:04}-{self.month + i:02}" for i in range(self.months))

    def ends_year(self) -> bool:
        return self.month + self.months == 13

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __lt__(self, other: "Period") -> bool:
        return (self.first, self.months) < (other.first, other.months)

    def __str__(self) -> str:
        if self.months == 1:
            return f"{self.year:04}-{self.month:02}"
        return f"{self.year:04}-{'Q' if self.months == 3 else 'H'}{self.month // self.months + 1}"
