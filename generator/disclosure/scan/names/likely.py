"""Detector of names that are likelier than any words in their place; what is a little likelier is a doubt."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import PLACE, ROADWORK
from generator.disclosure.scan.names.division import counted
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.likely import is_announced, is_followed

SURE: Final = 4
"""Bits: a name sixteen times as likely as words."""


_DEGREE: Final = re.compile("[太很更最够不好较变加放缩多][大小老]")


def find_likely_names(reading: Reading) -> Iterator[Found]:
    """What can hardly be anything but a name."""
    for start, end, margin in reading.likely_names:
        likely = margin >= SURE and _is_sure(reading, start, end, margin)
        if likely and _stands(reading, start, end, margin):
            yield start, _with_last_syllable(reading, end), FindingKind.NAME


_LAST_SYLLABLES: Final = frozenset("莎夫斯娃娅丝")


def _with_last_syllable(reading: Reading, end: int) -> int:
    """伊万诺|夫, 娜塔|莎: what no word took in and hardly anything but a foreign name ends with."""
    goes_on = reading.plain[end : end + 1] in _LAST_SYLLABLES and reading.words[end] == end + 1
    return end + 1 if goes_on else end


def find_possible_names(reading: Reading) -> Iterator[Found]:
    """What is a name rather than words."""
    for start, end, margin in reading.likely_names:
        if _stands(reading, start, end, margin):
            yield start, end, FindingKind.NAME


_UNSIGNED: Final = 10
"""Bits: a name a thousand times as likely as words needs no sign of a person beside it."""
_WHOLE: Final = 3
"""Characters of a whole name; two of them are met at the seam of two words far oftener."""
_WHOLE_UNSIGNED: Final = 7
_AT_HOME: Final = re.compile("(?:[0-9][号室]|[0-9]{3})$")
"""20号|张增: whoever stands behind a door lives there."""
_PEOPLE: Final = frozenset("员工队长户者主人客家属友生师")
"""What words for people end with, also those of no list: 清运员|老查, 疏通工|蓝某."""


def _stands(reading: Reading, start: int, end: int, margin: int) -> bool:
    """Whether a name can stand here: at no place and no count, and not where only the seams of words make it (行李|生)."""
    if _is_place_or_count(reading, start, end):
        return False
    if margin < SURE and _is_a_longer_noun(reading, start, end):
        return False
    whole = end - start >= _WHOLE and not _tears_a_word(reading, start)
    return margin >= _UNSIGNED or whole or _has_a_sign(reading, start, end)


def _is_a_longer_noun(reading: Reading, start: int, end: int) -> bool:
    """周转|池 behind 暂养在: an ordinary word and one character more, where nothing announces a person."""
    longer = end - start == _WHOLE and reading.covered[start] == start + 2 == reading.words[start]
    return longer and not _is_announced(reading, start)


def _is_sure(reading: Reading, start: int, end: int, margin: int) -> bool:
    """宝石|蓝二代|外表: where nothing beside it is a sign of a person, a name must be likelier still."""
    least = _WHOLE_UNSIGNED if end - start >= _WHOLE else _UNSIGNED
    return margin >= least or _has_a_sign(reading, start, end)


def _has_a_sign(reading: Reading, start: int, end: int) -> bool:
    followed = is_followed(reading.plain, end) and not _tears_a_word(reading, start)
    return followed or _is_announced(reading, start)


def _is_announced(reading: Reading, start: int) -> bool:
    before = reading.plain[max(0, start - 3) : start]
    announced = is_announced(reading.plain, start) or _AT_HOME.search(before) is not None
    return announced or before[-1:] in _PEOPLE


def _tears_a_word(reading: Reading, start: int) -> bool:
    return start > 0 and reading.words[start - 1] > start


def _is_place_or_count(reading: Reading, start: int, end: int) -> bool:
    """姚家路, 三张表, 太大传."""
    text = reading.plain
    return (
        bool(PLACE.match(text, start + 1) or PLACE.match(text, end) or ROADWORK.match(text, end))
        or counted(text, start)
        or _DEGREE.search(text, max(0, start - 1), start + 1) is not None
    )
