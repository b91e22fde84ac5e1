"""What is found in marked-up text, stretch by stretch: pages share most of theirs, and each is read and searched once.

A tag that parts words also parts what is read: escapes, inline tags and values on either side of it never touch (a test
compares with reading the whole). Where something was found is not known here, only what; `sitescan` reads a page
with a hit once more, as a whole, to say where.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from generator.disclosure.leakscan.sitefiles import blocks, readings, readings_between_tags, stretches
from generator.disclosure.leakscan.sitesearch import SEAMS, Search
from generator.disclosure.scan import FindingKind, Standing

Seen = tuple[str, FindingKind, Standing]
"""A value in its compact spelling, its kind, and whether it is the value or ordinary words that are spelled like it."""


_NOTHING: Final[frozenset[Seen]] = frozenset()


@dataclass
class Pieces:
    """What every block holds, and every stretch of those blocks that may hold something."""

    search: Search
    _blocks: dict[str, frozenset[Seen]] = field(default_factory=dict)
    _stretches: dict[str, frozenset[Seen]] = field(default_factory=dict)

    def seen(self, written: str) -> frozenset[Seen]:
        """Everything that any reading of a marked-up text holds."""
        return self._together(self._cut(written, blocks), self._blocks, self._in_stretches)

    def _in_stretches(self, block: str) -> frozenset[Seen]:
        return self._together(self._cut(block, stretches), self._stretches, self._read)

    @cached_property
    def _cuts(self) -> bool:
        """A value that holds one of the marks could reach across a tag: then nothing is cut."""
        return SEAMS.issubset(self.search.seams)

    def _cut(self, written: str, cut: Callable[[str], list[str]]) -> list[str]:
        return cut(written) if self._cuts else [written]

    def _together(
        self,
        parts: Collection[str],
        known: dict[str, frozenset[Seen]],
        read: Callable[[str], frozenset[Seen]],
    ) -> frozenset[Seen]:
        """What all parts hold. Only those that the first look catches are read; the others are certain to hold nothing."""
        unknown = [part for part in set(parts) if part not in known]
        new = [(reading, part) for part in unknown for reading in self._readings(part)]
        caught = frozenset(self.search.sieve.caught(reading for reading, _ in new))
        known.update((part, _NOTHING) for _, part in new)
        known.update((part, read(part)) for reading, part in new if reading in caught)
        return _NOTHING.union(*map(known.__getitem__, parts))

    def _read(self, part: str) -> frozenset[Seen]:
        return frozenset(
            (value, kind, standing)
            for reading in dict.fromkeys(self._readings(part))
            for value, kind, _, standing in self.search.sightings(reading)
        )

    def _readings(self, part: str) -> Iterator[str]:
        return readings_between_tags(part) if self._cuts else readings(part)
