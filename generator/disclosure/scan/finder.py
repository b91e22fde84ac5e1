"""Looking for many strings at once, in time linear in the text and independent of how many there are.

At each position the first two characters lead to the few lengths that strings with this head have, and one
lookup a length decides. Every string is at most `LONGEST` characters, so the work at a position is bounded.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import islice
from operator import add
from typing import Final, Generic, TypeVar

Value = TypeVar("Value")

LONGEST: Final = 64
_HEAD: Final = 2


class Finder(Generic[Value]):
    """Maps strings of two to `LONGEST` characters to values; longer ones are found by their beginning."""

    def __init__(self, entries: Mapping[str, Value]) -> None:
        self._entries = {string[:LONGEST]: value for string, value in entries.items() if len(string) >= _HEAD}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for string in self._entries:
            head, size = string[:_HEAD], len(string)
            known = self._lengths.get(head, ())
            if size not in known:
                self._lengths[head] = tuple(sorted((*known, size), reverse=True))

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character that any of the strings holds."""
        return frozenset("".join(self._entries))

    def __len__(self) -> int:
        return len(self._entries)

    def entries(self) -> Iterable[tuple[str, Value]]:
        """Every string that is looked for, and what it maps to."""
        return self._entries.items()

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """Every occurrence (start, end, value), overlapping ones included, by start, the longest first."""
        heads = self._lengths
        for start, head in enumerate(map(add, text, islice(text, 1, None))):
            sizes = heads.get(head)
            if sizes:
                yield from self._at(text, start, sizes)

    def _at(self, text: str, start: int, sizes: Iterable[int]) -> Iterator[tuple[int, int, Value]]:
        for size in sizes:
            value = self._entries.get(text[start : start + size])
            if value is not None and start + size <= len(text):
                yield start, start + size, value
