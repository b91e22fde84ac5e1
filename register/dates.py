"""Dates as each language writes them: 2026年11月3日 without spaces, as GB/T 15835 has it; 3 November 2026."""

from datetime import date
from typing import Final

from register.terms import Language

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def show_date(day: date, language: Language) -> str:
    """The whole date, e.g. `2026年11月3日` or `3 November 2026`."""
    if language == Language.ZH:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def show_month(day: date, language: Language) -> str:
    """The month of a day, e.g. `2026年11月` or `November 2026`."""
    return f"{day.year}年{day.month}月" if language == Language.ZH else f"{MONTHS[day.month - 1]} {day.year}"


def short_month(month: int, language: Language) -> str:
    """A month by its number where its year is known, e.g. `11月` or `Nov`."""
    return f"{month}月" if language == Language.ZH else MONTHS[month - 1][:3]
