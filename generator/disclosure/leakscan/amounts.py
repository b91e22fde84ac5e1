"""What is spelled like a number of the register and counts something: hours, years, money, numbers in a row, computed fractions.

Whoever gives 9001700 as her phone stops no notice that says 9:00-17:00, and whoever gives 6123450 no account that says
61,234.50. Such a thing is told by its own marks, or by where the digits begin and end in it. What stands there as a number is
written stays one: in one piece, in groups that blanks, dashes or points part. Eleven figures and more count nothing.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_LONGEST: Final = 10
_AROUND: Final = 40
"""Characters on either side in which what counts begins or ends."""

_TO: Final = r"\s?[-–—−~]{1,2}\s?"  # noqa: RUF001
_BEGINS: Final = r"(?<![0-9])(?<![0-9][.:])"
_ENDS: Final = r"(?![0-9]|[.:][0-9])"
_HOUR: Final = "(?:[01]?[0-9]|2[0-4])"
_CLOCK: Final = rf"{_HOUR}:[0-5][0-9](?::[0-5][0-9])?"
_POINTED: Final = rf"{_HOUR}\.[0-5][0-9]"
_GROUPED: Final = r"(?<![0-9])(?<![0-9][.,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]{1,2})?(?![0-9]|[.,][0-9])"
_FIGURES: Final = r"[0-9]{1,9}(?:\.[0-9]{1,2})?"
_UNIT: Final = "(?:[千万亿]?元(?![旦宵月年])|yuan|rmb|%|平方|平米|立方|吨|公斤|千瓦|小时|分钟)"
_MARKED: Final = re.compile(
    rf"{_BEGINS}(?:{_CLOCK}|{_POINTED}{_TO}{_POINTED}){_ENDS}"
    rf"|{_GROUPED}"
    rf"|[¥￥$]\s?{_FIGURES}|{_BEGINS}{_FIGURES}(?:{_TO}{_FIGURES})?\s?{_UNIT}"
)
"""Told by its marks: nobody writes a number with a colon behind the hour, a comma before every three figures, or 元 behind it."""

_YEARS: Final = re.compile(
    rf"(?<![0-9])(?<![0-9][-.])((?:19|20)[0-9]{{2}}){_TO}((?:19|20)[0-9]{{2}})(?![0-9]|[-.][0-9])"
)
_LONGEST_SPAN: Final = 30
_CALLED: Final = re.compile(
    r"(?:电话|手机|热线|座机|号码|联系方式|致电|来电|拨打?|呼叫|tel|phone|mobile|call|contact)(?:是|为|[.:\s])*$"
)
"""Behind these a number is one that is called, though it could be a span of years."""
_ANNOUNCES: Final = 16

_DECIMAL: Final = re.compile(r"(?<![0-9])(?<![0-9]\.)[0-9]{1,9}\.[0-9]+(?![0-9]|\.[0-9])")
_ROW: Final = re.compile(r"(?<![0-9])[0-9]{1,3}(?:\s?[,、]\s?[0-9]{1,3}){2,}(?![0-9])")
_AREA: Final = re.compile(r"(?<![0-9])(?:00)?(?:86)?0?(?:10|2[0-9]|[3-9][0-9]{2})?")
"""What may stand before a number without a mark: the country, and the town."""


def counts(text: str, start: int, end: int) -> bool:
    """Whether the digits at this range of a folded text are read out of something that counts there.

    The range is empty where they are written in words: those count nothing.
    """
    figures = sum(character.isdecimal() for character in text[start:end])
    if not 0 < figures <= _LONGEST:
        return False
    return _is_cut_out(text, start, end) or any(
        match.start() < end and match.end() > start for match in _amounts(text, start, end)
    )


def _amounts(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    lower = text.lower()
    near = (max(0, start - _AROUND), end + _AROUND)
    yield from _MARKED.finditer(lower, *near)
    yield from (match for match in _DECIMAL.finditer(lower, *near) if _crosses(match, start, end))
    yield from (match for match in _ROW.finditer(lower, *near) if _rises(re.findall("[0-9]+", match.group())))
    if not _CALLED.search(lower, max(0, start - _ANNOUNCES), start):
        yield from (match for match in _YEARS.finditer(lower, *near) if _is_a_span(match))


def _is_cut_out(text: str, start: int, end: int) -> bool:
    """Whether figures go on behind, or in front as no code of a town does: 37668201 of GB/T 37668-2019."""
    if text[end - 1 : end + 1].isdecimal() and end < len(text):
        return True
    begins = start
    while begins and text[begins - 1].isdecimal():
        begins -= 1
    return _AREA.fullmatch(text, begins, start) is None


def _crosses(match: re.Match[str], start: int, end: int) -> bool:
    """Whether the digits go across the point of 23456.78, which has two places and no more."""
    point = match.string.index(".", match.start())
    return match.end() <= point + 3 and start < point < end


def _rises(numbers: list[str]) -> bool:
    """2、3、5号楼: a row of numbers, each greater than the one before."""
    return all(int(one) < int(other) for one, other in pairwise(numbers))


def _is_a_span(match: re.Match[str]) -> bool:
    return 0 < int(match[2]) - int(match[1]) <= _LONGEST_SPAN
