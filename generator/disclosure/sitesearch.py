"""Looking for the register's values in many texts that say much the same: what was searched once is not searched again.

The pages of a site share header, footer and most of their cells. So a text is cut at marks no value can reach across,
and each distinct piece is searched once. Cutting changes nothing: no value holds such a mark, and beside one a value
stands as it does at the end of a text (a test compares both ways). Most pieces hold nothing that could be a value; a
first look tells, without working out where anything would stand.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from generator.disclosure.scan import FindingKind, Standing, World
from generator.disclosure.scan.folding import compact_text, fold, folded_text
from generator.disclosure.scan.notations import arabic, home
from generator.disclosure.scan.reading import Reading

SEAMS: Final = "<>¦"
"""The brackets of tags, and the mark that stands for a tag taken out (`sitefiles.BREAK`)."""

_JOINTS: Final = r"(?:号?楼|栋|幢|座|#|号院|-|/)"
_UNITS: Final = r"(?:单元|门|梯|-|/)"
# A home as it is written to be found: building and flat, with or without the unit. A flat alone is no home here.
_HOME: Final = re.compile(
    rf"(?<![0-9a-z.%])([0-9]{{1,3}}|[a-z])\s?{_JOINTS}\s?"
    rf"(?:([0-9]{{1,2}}|[a-z])\s?{_UNITS}\s?)?([0-9]{{3,4}})(?:室|号|房)?(?![0-9a-z.%]|-[0-9])"
)
# The same before Chinese numerals are read: wherever `_HOME` matches the text in figures, this matches the text.
_N: Final = "0-9零一二三四五六七八九十百两"
_NUMERAL: Final = f"[0-9]*[{_N[3:]}][{_N}]*"
_LIKE_A_HOME: Final = re.compile(
    rf"(?<![{_N}a-z.%])(?:[0-9]{{1,3}}|[a-z]|{_NUMERAL})\s?{_JOINTS}\s?"
    rf"(?:(?:[{_N}]+|[a-z])\s?{_UNITS}\s?)?(?:[0-9]{{3,4}}|{_NUMERAL})(?![{_N}])(?:室|号|房)?(?![{_N}a-z.%]|-[{_N}])"
)

Found = tuple[str, FindingKind, int]
"""A value in its compact spelling, its kind, and where it starts."""

Sighting = tuple[str, FindingKind, int, Standing]
"""The same, and whether it is the value or ordinary words that are spelled like it."""


@dataclass
class Search:
    """The search for one world's values; remembers every piece it has seen."""

    world: World
    _empty: set[str] = field(default_factory=set)
    _holding: dict[str, tuple[Sighting, ...]] = field(default_factory=dict)

    def find(self, text: str) -> Iterator[Found]:
        """Every whole value of the register in a text."""
        for value, kind, place, standing in self.sightings(text):
            if standing is Standing.VALUE:
                yield value, kind, place

    def sightings(self, text: str) -> Iterator[Sighting]:
        """Every whole value of the register in a text, and the ordinary words that are spelled like one."""
        pieces = self._cut(text)
        self._look_at(pieces)
        if self._holding.keys().isdisjoint(pieces):
            return
        start = 0
        for piece in pieces:
            for value, kind, place, standing in self._holding.get(piece, ()):
                yield value, kind, start + place, standing
            start += len(piece) + 1

    def _look_at(self, pieces: Iterable[str]) -> None:
        for piece in set(pieces) - self._empty - self._holding.keys():
            found = tuple(search_whole(self.world, piece))
            if found:
                self._holding[piece] = found
            else:
                self._empty.add(piece)

    def _cut(self, text: str) -> list[str]:
        if not self.seams:
            return [text]
        for mark in self.seams[1:]:
            text = text.replace(mark, self.seams[0])
        return text.split(self.seams[0])

    @cached_property
    def seams(self) -> str:
        """Marks that occur in no value; a resident who calls himself <b> makes the scan slower, not blind."""
        return "".join(mark for mark in SEAMS if not self.world.holds(mark))


def search_whole(world: World, text: str) -> Iterator[Sighting]:
    """Every whole value of the register in a text, in one go."""
    if may_hold(world, text):
        yield from search_closely(world, text)


def may_hold(world: World, text: str) -> bool:
    """Whether anything in a text is spelled like a value or a home, whatever it is there."""
    plain = folded_text(text)
    spelled = any(True for _ in world.whole_finder.find(compact_text(plain)))
    return spelled or bool(_LIKE_A_HOME.search(plain.lower()))


def search_closely(world: World, text: str) -> Iterator[Sighting]:
    """The search itself, for a text that may hold something."""
    reading = Reading(text, fold(text), "zh")
    for start, end, notation, standing in world.whole(reading):
        yield reading.compact_text[start:end], notation.kind, reading.compact.origin(start, end)[0], standing
    for match in _HOME.finditer(arabic(reading.plain.lower())):
        parts = home(match.group())
        if len(parts) > 1 and parts in world.homes:
            yield "-".join(parts), FindingKind.ROOM, match.start(), Standing.VALUE
