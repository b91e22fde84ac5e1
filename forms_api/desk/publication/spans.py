"""Lengths of time and moments as people say them: 1 天 4 小时, 11-22 09:12."""

from datetime import datetime, timedelta

from register.settings import ZONE
from register.terms import Language

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


def span(length: timedelta, language: Language) -> str:
    """The length in at most two units, rounded down; never negative."""
    seconds = max(int(abs(length).total_seconds()), 0)
    days, hours, minutes = seconds // _DAY, seconds % _DAY // _HOUR, seconds % _HOUR // _MINUTE
    if days >= 10:
        parts = [(days, "天", "day")]
    elif days:
        parts = [(days, "天", "day"), (hours, "小时", "hour")]
    elif hours:
        parts = [(hours, "小时", "hour"), (minutes if hours < 3 else 0, "分钟", "minute")]
    else:
        parts = [(max(minutes, 1), "分钟", "minute")]
    said = [_unit(count, zh, en, language) for count, zh, en in parts if count]
    return " ".join(said)


def _unit(count: int, zh: str, en: str, language: Language) -> str:
    if language == Language.ZH:
        return f"{count} {zh}"
    return f"{count} {en}" if count == 1 else f"{count} {en}s"


def moment(at: datetime, now: datetime) -> str:
    """`11-22 09:12`, with the year where it is not this year's; in the estate's zone."""
    local, here = at.astimezone(ZONE), now.astimezone(ZONE)
    return f"{local:%m-%d %H:%M}" if local.year == here.year else f"{local:%Y-%m-%d %H:%M}"
