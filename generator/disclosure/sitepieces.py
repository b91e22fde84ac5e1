"""What is found in marked-up text, stretch by stretch: pages share most of theirs, and each is read and searched once.

A tag that parts words also parts what is read: escapes, inline tags and values on either side of it never touch (a test
compares with reading the whole). Where something was found is not known here, only what; `sitescan` reads a page
with a hit once more, as a whole, to say where.
"""

from dataclasses import dataclass, field

from generator.disclosure.scan import FindingKind, Standing
from generator.disclosure.sitefiles import readings, stretches
from generator.disclosure.sitesearch import SEAMS, Search

Seen = tuple[str, FindingKind, Standing]
"""A value in its compact spelling, its kind, and whether it is the value or ordinary words that are spelled like it."""


@dataclass
class Pieces:
    """The stretches of every text that was read, and what was found in those that hold something."""

    search: Search
    _empty: set[str] = field(default_factory=set)
    _holding: dict[str, frozenset[Seen]] = field(default_factory=dict)

    def seen(self, written: str) -> frozenset[Seen]:
        """Everything that any reading of a marked-up text holds."""
        parts = self._parts(written)
        for part in parts - self._empty - self._holding.keys():
            found = self._read(part)
            if found:
                self._holding[part] = found
            else:
                self._empty.add(part)
        return frozenset(one for part in parts & self._holding.keys() for one in self._holding[part])

    def _parts(self, written: str) -> set[str]:
        """A value that holds one of the marks could reach across a tag: then nothing is cut."""
        return set(stretches(written)) if self.search.seams == SEAMS else {written}

    def _read(self, part: str) -> frozenset[Seen]:
        return frozenset(
            (value, kind, standing)
            for reading in dict.fromkeys(readings(part))
            for value, kind, _, standing in self.search.sightings(reading)
        )
