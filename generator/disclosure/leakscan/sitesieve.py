"""The first look at many texts at once: it passes over what cannot hold a value of the register, and nothing else.

What is written on a site is written again and again, on pages, in data files and in the search. So every text is cut at
marks that no value and no home can hold, what lies between two marks is looked at once, and all that is new is folded and
looked through in one go. Cutting can hide nothing: a value that holds a mark takes that mark away.
What is caught here may be nothing at all; `sitesearch` looks closely.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from generator.disclosure.scan import World
from generator.disclosure.scan.folding import compact_text, folded_text, spelled_plainly
from generator.disclosure.scan.known.grams import Grams

_JOINT: Final = "\ufdd0"
"""No character: it stays as it is in every reading, and nothing else is read as it."""
_MARKS: Final = "<>{}=&;?!。；？！¦" + _JOINT

_N: Final = "0-9零一二三四五六七八九十百两"
_NUMERAL: Final = f"[0-9]*[{_N[3:]}][{_N}]*"
# A home as `sitesearch` looks for it, before Chinese numerals are read, and whatever number follows behind a dash.
_LIKE_A_HOME: Final = re.compile(
    rf"(?<![{_N}a-z.%])(?:[0-9]{{1,3}}|[a-z]|{_NUMERAL})\s?(?:号?楼|栋|幢|座|#|号院|-|/)\s?"
    rf"(?:(?:[{_N}]+|[a-z])\s?(?:单元|门|梯|-|/)\s?)?(?:[0-9]{{3,4}}|{_NUMERAL})(?![{_N}])(?:室|号|房)?(?![{_N}a-z.%])"
)
# What stands behind its building, in a text whose letter-spaced words are not closed up: begins at a rare mark.
_FLAT: Final = re.compile(
    rf"[楼栋幢座院#/\-](?<![a-z][a-z].) ?(?:(?:(?:[{_N}] ?)++|[a-z] ?)(?:单 ?元|[门梯/\-]) ?)?"
    rf"(?:[0-9] ?[0-9] ?[0-9]|(?:[0-9] ?)*+[{_N[3:]}])"
)


class Sieve:
    """Passes over texts that hold none of a world's values; remembers what it has seen.

    `names` are further parts of its notations, compact, to be caught as well. What is caught between two marks is looked at
    `closely` by itself: whether anything stands there at all depends on nothing behind a mark.
    """

    def __init__(
        self, world: World, names: Iterable[str], closely: Callable[[str], Iterable[object]]
    ) -> None:
        self._marks = [mark for mark in _MARKS if not world.holds(compact_text(spelled_plainly(mark)))]
        self._values = (world.whole_grams, Grams(names))
        self._closely = closely
        self._passed: set[str] = set()
        self._caught: set[str] = set()

    def caught(self, texts: Iterable[str]) -> list[str]:
        """Those of the texts that may hold something."""
        texts = list(texts)
        parts = self._parts(texts)
        self._look_at(parts - self._passed - self._caught)
        if self._caught.isdisjoint(parts):
            return []
        return [text for text in texts if not self._caught.isdisjoint(self._parts([text]))]

    def _parts(self, texts: Collection[str]) -> set[str]:
        if not self._marks:
            return set(texts)
        mark, *others = self._marks
        text = mark.join(texts)
        for other in others:
            text = text.replace(other, mark)
        return set(text.split(mark))

    def _look_at(self, parts: set[str]) -> None:
        latin = [part for part in parts if part.isascii()]
        sifted = {
            *self._sift(latin, next(iter(self._marks), "")),
            *self._sift([*parts.difference(latin)], _JOINT),
        }
        self._caught |= {part for part in sifted if any(True for _ in self._closely(part))}
        self._passed |= parts - self._caught

    def _sift(self, parts: Sequence[str], joint: str) -> Iterator[str]:
        """All at once where they can be told apart again; one by one where a value holds the joint."""
        if joint in self._marks:
            yield from self._sifted(parts, joint)
        else:
            for part in parts:
                yield from self._sifted([part], joint)

    def _sifted(self, parts: Sequence[str], joint: str) -> Iterator[str]:
        plain = spelled_plainly(joint.join(parts))
        compact, plain = compact_text(plain), plain.lower()
        for values in self._values:
            yield from _at(parts, compact, joint, values.find(compact))
        flats = (match.start() for match in _FLAT.finditer(plain))
        yield from (part for part in _at(parts, plain, joint, flats) if is_like_a_home(part))


def is_like_a_home(text: str) -> bool:
    """Whether anything in a text is spelled like a home, whatever it is there."""
    return bool(_LIKE_A_HOME.search(folded_text(text).lower()))


def _at(parts: Sequence[str], text: str, joint: str, places: Iterable[int]) -> set[str]:
    """Which of the parts, joined in a reading of them, hold these places."""
    found = list(places)
    if len(parts) < 2 or not found:
        return set(parts) if found else set()
    ends = list(accumulate(len(part) + 1 for part in text.split(joint)))
    return {parts[bisect_right(ends, place)] for place in found}
