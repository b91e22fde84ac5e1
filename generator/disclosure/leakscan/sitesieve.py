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

from generator.disclosure.leakscan.wordings import MARKS, Wordings, letters
from generator.disclosure.scan import World
from generator.disclosure.scan.folding import compact_text, folded_text, spelled_plainly
from generator.disclosure.scan.known.grams import Grams
from generator.disclosure.scan.known.parts import FIGURES

_JOINT: Final = MARKS[-1]
"""No character: it stays as it is in every reading, and nothing else is read as it."""

_N: Final = f"0-9{FIGURES}十百"
_P: Final = f"[{_N}a-z甲乙丙丁戊号#]"
_D: Final = r"\-–—‐‑−/·_#~"  # noqa: RUF001
# What every home has that no word of `WORDS` tells: a number before a counting word, or before a dash and what may be a door.
# Letter-spaced words are not closed up yet.
_PART_OF_A_HOME: Final = re.compile(
    rf"[栋幢座楼院弄单门梯区期](?:(?<={_P}.)|(?<={_P} .))"
    rf"|号(?:(?<={_P}.)|(?<={_P} .))(?=[ {_D}.|,，、()\[\]【】「」的:：第]{{0,6}}[{_N}a-z顶底首])"
    r"|[室房户铺](?:(?<=[0-9a-z号].)|(?<=[0-9a-z号] .))"
    rf"|[{_D}](?<=[{_N}a-z {_D}].)(?<![a-z][a-z].)(?<![0-9][0-9][0-9][0-9].) ?第?"
    rf"(?:[0-9] ?[0-9〇零○o] ?[0-9〇零○o]|[0-9 ]{{0,3}}[{_N[3:]}]|[0-9a-z]{{1,3}} ?[{_D}]|[0-9]{{1,2}}[a-z]|[a-z][0-9]|[0-9](?:(?<=[a-z0-9][a-z0-9][a-z0-9]..)|[0-9](?<=[a-z0-9][a-z0-9]...)))"
    rf"|\.(?<=[0-9].)[0-9]{{1,2}}\.[0-9]{{3}}"
)


def marks_in_no_value(world: World) -> str:
    """At which nothing that is looked for can be cut in two."""
    return "".join(mark for mark in MARKS if not world.holds(compact_text(spelled_plainly(mark))))


class Sieve:
    """Passes over texts that hold none of a world's values; remembers what it has seen.

    `names` are further parts of its notations, compact, to be caught as well. What is caught between two marks is looked at
    `closely` by itself: whether anything stands there at all depends on nothing behind a mark.
    """

    def __init__(
        self,
        world: World,
        names: Iterable[str],
        wordings: Wordings,
        closely: Callable[[str], Iterable[object]],
    ) -> None:
        self._marks = marks_in_no_value(world)
        self._values = (world.whole_grams, Grams(names))
        self._homes = world.addresses
        self._wordings = wordings
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
        mark, others = self._marks[0], self._marks[1:]
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
        said = letters(plain)
        yield from _at(parts, said, joint, self._wordings.places(said))
        if self._homes:
            places = (match.start() for match in _PART_OF_A_HOME.finditer(plain))
            yield from (part for part in _at(parts, plain, joint, places) if self._tells_a_home(part))

    def _tells_a_home(self, part: str) -> bool:
        text = folded_text(part).lower()
        return self._homes.may_be_told(text) and any(True for _ in self._homes.find(text))


def _at(parts: Sequence[str], text: str, joint: str, places: Iterable[int]) -> set[str]:
    """Which of the parts, joined in a reading of them, hold these places."""
    found = list(places)
    if len(parts) < 2 or not found:
        return set(parts) if found else set()
    ends = list(accumulate(len(part) + 1 for part in text.split(joint)))
    return {parts[bisect_right(ends, place)] for place in found}
