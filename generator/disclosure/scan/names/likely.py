"""Detector of names that are likelier than any words in their place; what is a little likelier is a doubt."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import PLACE, ROADWORK
from generator.disclosure.scan.names.division import counted
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind

SURE: Final = 4
"""Bits: a name sixteen times as likely as words."""


_DEGREE: Final = re.compile("[太很更最够不好较变加放缩多][大小老]")


def find_likely_names(reading: Reading) -> Iterator[Found]:
    """What can hardly be anything but a name."""
    for start, end, margin in reading.likely_names:
        if margin >= SURE and not _is_place_or_count(reading, start, end):
            yield start, _with_last_syllable(reading, end), FindingKind.NAME


_LAST_SYLLABLES: Final = frozenset("莎夫斯娃娅丝")


def _with_last_syllable(reading: Reading, end: int) -> int:
    """伊万诺|夫, 娜塔|莎: what no word took in and hardly anything but a foreign name ends with."""
    goes_on = reading.plain[end : end + 1] in _LAST_SYLLABLES and reading.words[end] == end + 1
    return end + 1 if goes_on else end


def find_possible_names(reading: Reading) -> Iterator[Found]:
    """What is a name rather than words."""
    for start, end, _ in reading.likely_names:
        if not _is_place_or_count(reading, start, end):
            yield start, end, FindingKind.NAME


def _is_place_or_count(reading: Reading, start: int, end: int) -> bool:
    """姚家路, 三张表, 太大传."""
    text = reading.plain
    return (
        bool(PLACE.match(text, start + 1) or PLACE.match(text, end) or ROADWORK.match(text, end))
        or counted(text, start)
        or _DEGREE.search(text, max(0, start - 1), start + 1) is not None
    )
