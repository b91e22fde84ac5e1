"""Days and times as offices write them: 2026.11.3, 2026年11月3日 下午3点, 11月3日, Excel's serial numbers. Pure."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Final

from forms_api.ledger.columns import Moment
from forms_api.ledger.tables import Cell
from register.settings import ZONE

# Excel counts days from here; the day it wrongly believes in, 1900-02-29, lies before every ledger.
_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - given its zone below
_SERIALS: Final = (20_000, 80_000)
_SEPARATOR = r"\s*[年./\-]\s*"
_FULL = re.compile(rf"(\d{{4}}|\d{{2}}){_SEPARATOR}(\d{{1,2}})\s*[月./\-]\s*(\d{{1,2}})\s*[日号]?")
_SHORT = re.compile(r"(\d{1,2})\s*[月./\-]\s*(\d{1,2})\s*[日号]?")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TIME = re.compile(r"(\d{1,2})\s*[:时点]\s*(?:(\d{1,2})\s*(?:[:分]\s*(?:(\d{1,2})\s*秒?)?)?)?")
_HALF = re.compile(r"^(上午|早上|早|凌晨|am|下午|晚上|晚|中午|pm)\s*|\s*(am|pm)$", re.IGNORECASE)
_WEEKDAY = re.compile(r"[(\[]?(?:星期|周|礼拜)[一二三四五六日天][)\]]?")
_LATER: Final = frozenset({"下午", "晚上", "晚", "中午", "pm"})


def read_moment(cell: Cell, now: datetime) -> Moment | None:
    """The moment a cell means, or None. Without a year it is the last such day that is not after `now`."""
    if isinstance(cell, datetime):
        return Moment(cell.replace(tzinfo=ZONE), exact=cell.time() != time())
    if isinstance(cell, date):
        return _day(cell.year, cell.month, cell.day)
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return _serial(float(cell))
    return _written(unicodedata.normalize("NFKC", cell).strip(), now)


def _serial(number: float) -> Moment | None:
    packed = f"{number:.0f}"
    if number.is_integer() and _PACKED.fullmatch(packed):
        return _day(*map(int, (packed[:4], packed[4:6], packed[6:])))
    if not _SERIALS[0] <= number < _SERIALS[1]:
        return None
    at = _EPOCH + timedelta(seconds=round(number * 86_400))
    return Moment(at.replace(tzinfo=ZONE), exact=at.time() != time())


def _written(text: str, now: datetime) -> Moment | None:
    text = _WEEKDAY.sub(" ", text).replace("T", " ").strip()
    for pattern in (_FULL, _PACKED):
        found = pattern.match(text)
        if found:
            year, month, day = map(int, found.groups())
            return _with_time(_day(year + 2000 if year < 100 else year, month, day), text[found.end() :])
    found = _SHORT.match(text)
    if not found:
        return None
    return _with_time(_this_year(int(found[1]), int(found[2]), now), text[found.end() :])


def _this_year(month: int, day: int, now: datetime) -> Moment | None:
    """The last such day up to now; 29 February may lie some years back."""
    days = (_day(now.year - back, month, day) for back in range(9))
    past = next((found for found in days if found and found.at <= now), None)
    return Moment(past.at, exact=False, guessed=True) if past else None


def _day(year: int, month: int, day: int) -> Moment | None:
    try:
        return Moment(datetime(year, month, day, tzinfo=ZONE), exact=False)
    except ValueError:
        return None


def _with_time(day: Moment | None, rest: str) -> Moment | None:
    """The day at the time of day that follows it; None where something follows that is no time."""
    rest = rest.strip()
    if day is None or not rest:
        return day
    half = _HALF.search(rest)
    found = _TIME.fullmatch(_HALF.sub("", rest).strip())
    if found is None:
        return None
    hour, minute, second = (int(part or 0) for part in found.groups())
    later = half is not None and next(filter(None, half.groups())).lower() in _LATER
    try:
        at = day.at.replace(hour=hour + 12 if later and hour < 12 else hour, minute=minute, second=second)
    except ValueError:
        return None
    return Moment(at, exact=True, guessed=day.guessed)
