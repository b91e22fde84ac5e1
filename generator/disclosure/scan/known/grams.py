"""Whether any of many strings occurs in a text, told at the pace of the interpreter's own loops.

Each string is known by one gram of it: its last eight characters, its first four or its first two. The characters of a
text are laid out at a fixed width, so that a gram is one machine number, and every number of the text is looked up at
once; only where one is known are characters compared. A step takes some forty nanoseconds, however many strings there are.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress
from typing import Final, Literal

_NUMBERS: Final[dict[int, Literal["H", "I", "Q"]]] = {2: "H", 4: "I", 8: "Q"}
"""Machine numbers by their size in bytes."""
_WIDE: Final = f"utf-32-{sys.byteorder[0]}e"


@dataclass(frozen=True, slots=True)
class _Kind:
    """How strings are known by a gram: its bytes, the bytes of a character, and where it begins in the string."""

    size: int
    width: int
    begins: int

    @classmethod
    def of(cls, string: str) -> "_Kind":
        """Numbers differ at their end, names at their beginning."""
        if not string.isascii():
            return cls(8, 4, 0)
        if len(string) >= 8:
            return cls(8, 1, len(string) - 8)
        return cls(4, 1, 0) if len(string) >= 4 else cls(2, 1, 0)

    def gram(self, string: str) -> int:
        start = self.begins * self.width
        return int.from_bytes(_laid_out(string, self.width)[start : start + self.size], sys.byteorder)


class Grams:
    """Looks for strings of two characters and more."""

    def __init__(self, strings: Iterable[str]) -> None:
        self._strings = frozenset(strings)
        self._known: dict[tuple[int, int], dict[int, set[tuple[int, int]]]] = {}
        for string in self._strings:
            kind = _Kind.of(string)
            grams = self._known.setdefault((kind.width, kind.size), defaultdict(set))
            grams[kind.gram(string)].add((kind.begins, len(string)))

    def find(self, text: str) -> Iterator[int]:
        """Where any of the strings begins, in no order."""
        for (width, size), grams in self._known.items():
            if width == 1 or not text.isascii():
                for place, gram in _known_grams(_laid_out(text, width), width, size, grams):
                    yield from self._beginnings(text, place, grams[gram])

    def _beginnings(self, text: str, place: int, shapes: Iterable[tuple[int, int]]) -> Iterator[int]:
        for begins, length in shapes:
            start = place - begins
            if start >= 0 and text[start : start + length] in self._strings:
                yield start


def _known_grams(
    data: bytes, width: int, size: int, grams: dict[int, set[tuple[int, int]]]
) -> Iterator[tuple[int, int]]:
    """Every gram of the data that is known, with the character at which it stands."""
    for shift in range(0, size, width):
        count = (len(data) - shift) // size
        if count > 0:
            numbers = memoryview(data)[shift : shift + count * size].cast(_NUMBERS[size])
            for index in compress(range(count), map(grams.__contains__, numbers)):
                yield (shift + index * size) // width, numbers[index]


def _laid_out(text: str, width: int) -> bytes:
    """The characters at a fixed width; in one byte, what is not ASCII is a question mark."""
    return text.encode("ascii", "replace") if width == 1 else text.encode(_WIDE, "surrogatepass")
