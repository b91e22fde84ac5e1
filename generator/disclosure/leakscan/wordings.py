"""What the cases say in free words, looked for in the finished site: whoever is quoted there is known by her neighbours.

A text is read as its letters alone. What counts is a stretch of a dozen Chinese characters, or of two dozen Latin letters, that
stands in both. Of the register every fifth stretch of eight is known (of Latin letters, every ninth of sixteen), so that each
that counts holds one of them; every stretch of the site is looked up, and letters are compared only where it is known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, takewhile
from typing import Final, Literal

from generator.disclosure.scan.folding import spelled_plainly

MARKS: Final = "<>{}=&;?!。；？！¦\ufdd0"
"""At these a text is cut, and they stay in it; the last is no character, and joins what was cut."""
LEAST: Final = 24
"""Of what is quoted: a Chinese character weighs two, a Latin letter one."""
_NUMERALS: Final = frozenset("零〇○一二两三四五六七八九十百千")
_JOINT: Final = MARKS[-1]
_LATIN: Final = re.compile(rf"[a-z]{{{LEAST},}}")
_PLACES: Final = 8
"""At which a stretch is compared; what is said more often is a common phrase, and nobody can make the search long with it."""
_STEP: Final = 8
"""Bytes of half a stretch that is known: as many as one machine number has."""


class _Letters(dict[int, str | None]):
    """Small letters; no figures, for those of a sentence change from one issue to the next, and no marks but the cuts."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        small = character.lower()
        told = character.isalpha() and code < 0x10000 and character not in _NUMERALS
        made = self[code] = (small if len(small) == 1 else character) if told or character in MARKS else None
        return made


_LETTERS: Final = _Letters()


def letters(folded: str) -> str:
    """The letters of a folded text, and the marks at which texts are cut."""
    return folded.translate(_LETTERS)


def kept_letters(folded: str) -> Iterator[tuple[int, str]]:
    """Where in a folded text each of them stands."""
    return ((place, character) for place, character in enumerate(folded) if _LETTERS[ord(character)])


def weight(text: str) -> int:
    """How much a stretch of letters says."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def cut_at_marks(said: str) -> list[str]:
    """The sentences of a text."""
    for mark in MARKS:
        said = said.replace(mark, _JOINT)
    return said.split(_JOINT)


Run = tuple[int, int]
"""Where a stretch of letters begins and ends."""


class Wordings:
    """Many texts, to be asked for what another text has in common with one of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        said = letters(spelled_plainly(_JOINT.join(dict.fromkeys(texts))))
        pieces = [piece for piece in dict.fromkeys(cut_at_marks(said)) if weight(piece) >= LEAST]
        wide = _JOINT.join(piece for piece in pieces if not piece.isascii())
        latin = _JOINT.join(_LATIN.findall(_JOINT.join(pieces)))
        self._grams = (_Grams(wide, 2, every=5), _Grams(latin, 1, every=9))

    def places(self, text: str) -> Iterator[int]:
        """Where something stands that may be part of a stretch that counts, in no order. `text` is letters."""
        for grams in self._grams:
            yield from (place for place, _ in grams.known(text))

    def runs(self, text: str) -> Iterator[Run]:
        """Every stretch of a text that stands in one of the others and counts, as long as it is. `text` is letters."""
        for grams in self._grams:
            reached: dict[int, int] = {}
            for place, number in sorted(grams.known(text)):
                for other in grams.places(number):
                    if place >= reached.get(other - place, 0):
                        start, end = _in_common(text, place, grams.text, other)
                        reached[other - place] = end
                        if weight(text[start:end]) >= LEAST:
                            yield start, end


class _Grams:
    """The stretches of a text that begin at every so many characters of `width` bytes, each as a number."""

    def __init__(self, text: str, width: Literal[1, 2], *, every: int) -> None:
        self.text = text
        self._width = width
        self._halves: set[int] = set()
        self._first: dict[int, int] = {}
        self._others: dict[int, list[int]] = {}
        step = _STEP // width
        for shift, halves in self._shifted(text):
            skipped = next(index for index in range(every) if (shift + index * step) % every == 0)
            places = range(shift + skipped * step, len(text), step * every)
            known = zip(places, halves[skipped::every], halves[skipped + 1 :: every], strict=False)
            for place, half, other in known:
                self._know(place, half, other)

    def _know(self, place: int, half: int, other: int) -> None:
        self._halves.add(half)
        if self._first.setdefault(half ^ other, place) != place:
            others = self._others.setdefault(half ^ other, [])
            if len(others) < _PLACES:
                others.append(place)

    def known(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in a text one of the stretches begins, and its number; another may have the same."""
        if self._first and not (self._width == 2 and text.isascii()):
            for shift, halves in self._shifted(text):
                for index in compress(range(len(halves) - 1), map(self._halves.__contains__, halves)):
                    number = halves[index] ^ halves[index + 1]
                    if number in self._first:
                        yield shift + index * _STEP // self._width, number

    def places(self, number: int) -> Sequence[int]:
        """Where it begins in our text."""
        return (self._first[number], *self._others.get(number, ()))

    def _shifted(self, text: str) -> Iterator[tuple[int, "memoryview[int]"]]:
        """The halves of stretches, each a number, for each character at which the first of them may begin."""
        data = text.encode("ascii", "replace") if self._width == 1 else text.encode("utf-16-le")
        for shift in range(_STEP // self._width):
            first = shift * self._width
            size = max(0, len(data) - first) // _STEP * _STEP
            yield shift, memoryview(data)[first : first + size].cast("Q")


def _in_common(text: str, place: int, other: str, there: int) -> Run:
    """How far two texts say the same on both sides of a place in each."""
    before = _alike(text, range(place - 1, -1, -1), other, range(there - 1, -1, -1))
    behind = _alike(text, range(place, len(text)), other, range(there, len(other)))
    return place - before, place + behind


def _alike(one: str, ones: range, two: str, twos: range) -> int:
    """How many characters on the way along both are the same."""
    pairs = zip(map(one.__getitem__, ones), map(two.__getitem__, twos), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1] != _JOINT, pairs))
