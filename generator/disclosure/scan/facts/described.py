"""Doubts about homes, cars and people that are described instead of named: 斜对门, 教钢琴的那家, 短头发那个前台.

A description that fits one household or one employee tells a neighbour who is meant. Whether it does, a person
decides: nothing here is a finding. What handling summaries say of everybody (楼上住户, 一位老人, 值班保安) is free.
The descriptions are data: `described.toml` by what is told apart.
"""

from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.facts.neighbours import NOT_THE_FLOOR
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.kin import KIN_EN
from generator.disclosure.scan.words.patterns import words
from generator.disclosure.scan.words.rules import rulebook

RULES: Final = rulebook(__file__, not_the_floor=NOT_THE_FLOOR, kin_en=words(KIN_EN))

_TOLD_APART: Final = (
    ("storey", FindingKind.ROOM),
    ("position", FindingKind.ROOM),
    ("car", FindingKind.PLATE),
    ("space", FindingKind.PARKING),
    ("neighbour", FindingKind.FAMILY),
    ("employee", FindingKind.OTHER),
    ("pet", FindingKind.OTHER),
    ("code", FindingKind.OTHER),
    ("home_en", FindingKind.ROOM),
    ("trade_en", FindingKind.FAMILY),
    ("looks_en", FindingKind.OTHER),
    ("called_en", FindingKind.OTHER),
    ("moment_en", FindingKind.DATETIME),
)
"""What somebody is told apart by, and what that is like when it is told outright."""


def find_described(reading: Reading) -> Iterator[Found]:
    """Every home, car, space, neighbour or employee that a description singles out."""
    text = reading.plain.lower()
    for noun, kind in _TOLD_APART:
        yield from ((start, end, kind) for start, end in RULES.find(noun, text))
    for match in RULES.patterns["that_home"].finditer(text):
        if not RULES.patterns["anybodys"].fullmatch(match["told"]):
            yield *match.span(), FindingKind.ROOM
