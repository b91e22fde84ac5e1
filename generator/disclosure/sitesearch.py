"""Looking for the register's values in many texts that say much the same: what was searched once is not searched again.

The pages of a site share header, footer and most of their cells. So a text is cut at marks no value can reach across,
and each distinct piece is searched once. Cutting changes nothing: no value holds such a mark, and beside one a value
stands as it does at the end of a text (a test compares both ways).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from generator.disclosure.scan import FindingKind, Standing, World
from generator.disclosure.scan.folding import fold
from generator.disclosure.scan.notations import arabic, home
from generator.disclosure.scan.reading import Reading

SEAMS: Final = "<>¦"
"""The brackets of tags, and the mark that stands for a tag taken out (`sitefiles.BREAK`)."""

# A home as it is written to be found: building and flat, with or without the unit. A flat alone is no home here.
_HOME: Final = re.compile(
    r"(?<![0-9a-z.%])([0-9]{1,3}|[a-z])\s?(?:号?楼|栋|幢|座|#|号院|-|/)\s?"
    r"(?:([0-9]{1,2}|[a-z])\s?(?:单元|门|梯|-|/)\s?)?([0-9]{3,4})(?:室|号|房)?(?![0-9a-z.%]|-[0-9])"
)

Found = tuple[str, FindingKind, int]
"""A value in its compact spelling, its kind, and where it starts."""

Sighting = tuple[str, FindingKind, int, Standing]
"""The same, and whether it is the value or ordinary words that are spelled like it."""


@dataclass
class Search:
    """The search for one world's values; remembers every piece it has seen."""

    world: World
    _seen: dict[str, tuple[Sighting, ...]] = field(default_factory=dict)

    def find(self, text: str) -> Iterator[Found]:
        """Every whole value of the register in a text."""
        for value, kind, place, standing in self.sightings(text):
            if standing is Standing.VALUE:
                yield value, kind, place

    def sightings(self, text: str) -> Iterator[Sighting]:
        """Every whole value of the register in a text, and the ordinary words that are spelled like one."""
        start = 0
        for piece in self._seams.split(text):
            found = self._seen.get(piece)
            if found is None:
                found = self._seen[piece] = tuple(search_whole(self.world, piece))
            for value, kind, place, standing in found:
                yield value, kind, start + place, standing
            start += len(piece) + 1

    @cached_property
    def _seams(self) -> re.Pattern[str]:
        """Marks that occur in no value; a resident who calls himself <b> makes the scan slower, not blind."""
        marks = "".join(mark for mark in SEAMS if not self.world.holds(mark))
        return re.compile(f"[{marks}]" if marks else "(?!)")


def search_whole(world: World, text: str) -> Iterator[Sighting]:
    """Every whole value of the register in a text, in one go."""
    reading = Reading(text, fold(text), "zh")
    for start, end, notation, standing in world.whole(reading):
        yield reading.compact_text[start:end], notation.kind, reading.compact.origin(start, end)[0], standing
    for match in _HOME.finditer(arabic(reading.plain.lower())):
        parts = home(match.group())
        if len(parts) > 1 and parts in world.homes:
            yield "-".join(parts), FindingKind.ROOM, match.start(), Standing.VALUE
