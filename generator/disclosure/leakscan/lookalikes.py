"""What is spelled like a number or a home of the register on every site and is none: dates, clock times and shares.

Whoever gives 20260331 as her phone or 7-120 as her room stops no page that says until when a figure counts, or that 7 of 120
said so. What is told apart here is told to whoever publishes, never passed over.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from generator.disclosure.leakscan.amounts import counts
from generator.disclosure.scan import FindingKind
from generator.disclosure.scan.characters import SEPARATORS
from generator.disclosure.scan.folding import fold
from generator.disclosure.scan.known.notations import home

_CLOCK: Final = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?"
_ZONE: Final = r"\s?(?:z|[+-][0-9]{2}:?[0-9]{2})"
# Whole: a number that another joins by a dash (139-2026-03-31) is no date, unless that is one (2026.11.15-2027.03.15).
_MARKED: Final = re.compile(
    rf"(?:(?<![0-9])(?<![0-9][-.])|(?<=[./][0-9]-)|(?<=[./][0-9]{{2}}-))([0-9]{{4}})([-/.])(q[1-4]|[0-9]{{1,2}})(?:\2([0-9]{{1,2}})(?:[t ]{_CLOCK}(?:{_ZONE})?)?)?(?![0-9]|-[0-9]{{1,2}}(?![0-9]))",
    re.I,
)
_BARE: Final = re.compile(r"(?<![0-9])([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])")
_LONGEST: Final = 40
"""Characters of the longest of them."""
_YEARS: Final = range(1900, 2101)
_SHARE: Final = re.compile(r"[0-9]{1,3}\s?/\s?[0-9]{3,4}(?!\s?[0-9/室号房户])")


def is_no_number(text: str, start: int, digits: str) -> bool:
    """Whether these digits, found at a place of a folded text, are read out of a date, a time or an amount there."""
    return is_a_moment(text, start, digits) or counts(text, start, end_of(text, start, len(digits)))


def is_a_moment(text: str, start: int, digits: str) -> bool:
    """Whether these digits, found at a place of a folded text, are read out of a date or a time there.

    A date that is written with its marks is never part of a number; eight figures in one piece are one only as a whole.
    """
    end = end_of(text, start, len(digits))
    near = (max(0, start - _LONGEST), end + _LONGEST)
    marked = (
        match
        for match in _MARKED.finditer(text, *near)
        if _is_a_day(match[1], match[3].lower().strip("q"), match[4] or "1")
    )
    return any(match.start() < end and match.end() > start for match in marked) or any(
        match.span() == (start, end) and _is_a_day(*match.groups()) for match in _BARE.finditer(text, *near)
    )


def end_of(text: str, start: int, digits: int) -> int:
    """Where so many figures end that nothing parts but marks; the start, where they are written in any other way."""
    for end in range(start, len(text)):
        digits -= text[end].isdecimal()
        if not digits:
            return end + 1
        if not text[end].isdecimal() and text[end] not in SEPARATORS:
            break
    return start


def _is_a_day(year: str, month: str, day: str) -> bool:
    try:
        return date(int(year), int(month), int(day)).year in _YEARS
    except ValueError:
        return False


def is_a_share(text: str, start: int, known: str, written: frozenset[str]) -> bool:
    """Whether a home, found at a place of a folded text, is a number of a total there (7/120), unless one is `written` so."""
    return known not in written and _SHARE.match(text, start) is not None


def homes_with_a_stroke(rooms: Iterable[str | None]) -> Iterator[str]:
    """The homes that are written with a stroke in the register, as they are found (17/203 → 17-203)."""
    for room in rooms:
        if room and "/" in fold(room).text:
            yield "-".join(home(room))


def excuse_of(kind: FindingKind) -> str:
    """What a sighting that is not the value is instead."""
    if kind is FindingKind.NAME:
        return "ordinary words there"
    return "a number of a total there" if kind is FindingKind.ROOM else "a date, a time or an amount there"
