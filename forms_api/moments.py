"""Moments and spans in words, as a resident reads them: 11月30日（周一）20:00; 还剩 5 天."""

from datetime import datetime, timedelta

from register.dates import short_month
from register.settings import ZONE
from register.terms import Language

_WEEKDAYS = "一二三四五六日"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_UNITS = {"day": ("天", "day"), "hour": ("小时", "hour"), "minute": ("分钟", "minute")}


def show_day(moment: datetime, language: Language) -> str:
    """The day in the estate's zone; the year only the reader can see from the context is left out."""
    day = moment.astimezone(ZONE)
    if language == Language.ZH:
        return f"{short_month(day.month, language)}{day.day}日（周{_WEEKDAYS[day.weekday()]}）"
    return f"{_DAYS[day.weekday()]} {day.day} {short_month(day.month, language)}"


def show_moment(moment: datetime, language: Language) -> str:
    """Day and time, e.g. `11月30日（周一）20:00` or `Mon 30 Nov, 20:00`."""
    day = moment.astimezone(ZONE)
    separator = "" if language == Language.ZH else ", "
    return f"{show_day(moment, language)}{separator}{day:%H:%M}"


def show_span(span: timedelta, language: Language) -> str:
    """A length of time in its largest unit, rounded down, at least one minute: `5 天`, `3 hours`."""
    minutes = max(int(abs(span).total_seconds()) // 60, 1)
    if minutes >= 48 * 60:
        return _counted(minutes // (24 * 60), "day", language)
    return (
        _counted(minutes // 60, "hour", language) if minutes >= 60 else _counted(minutes, "minute", language)
    )


def _counted(number: int, unit: str, language: Language) -> str:
    zh, en = _UNITS[unit]
    if language == Language.ZH:
        return f"{number} {zh}"
    return f"{number} {en}" + ("" if number == 1 else "s")
