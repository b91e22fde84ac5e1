"""Layer C, deny by default: what looks like a number or a person and is explained by nothing, holds the text."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.numbers.allowed import explained
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind

_RUN: Final = re.compile(
    r"(?<![a-z0-9])[a-z]{0,3}[ _\-–·.#]?[0-9][0-9a-z]*(?:[ \-–—_.·,，、/:()*~][0-9][0-9a-z]*)*"
)


def find_unexplained(reading: Reading, excused: list[bool]) -> Iterator[Found]:
    """Runs of digits that the allow grammar leaves over; `excused` marks public numbers and names."""
    text = reading.numbers
    marks = [left or right for left, right in zip(explained(reading), excused, strict=True)]
    for run in _RUN.finditer(text):
        yield from _leftovers(text, run.start(), run.end(), marks)


def _leftovers(text: str, start: int, end: int, marks: list[bool]) -> Iterator[Found]:
    """The token of each digit in [start, end) that is not explained."""
    position = start
    while position < end:
        if text[position].isdecimal() and not marks[position]:
            first = position
            while first > start and _joins(text[first - 1]) and not marks[first - 1]:
                first -= 1
            while position < end and not marks[position]:
                position += 1
            yield first, position, FindingKind.NUMBER
        position += 1


def _joins(character: str) -> bool:
    return character.isalnum() and character.isascii()
