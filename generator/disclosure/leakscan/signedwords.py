"""The words of a line that two people signed for: an exception frees these words, wherever the site says them, and no value of theirs.

A thank-you stands on its own page, in the list, on the home page, in the feed and in the search. There a name is part of what
was signed; in any other words it is found, on the same page too.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import compress
from typing import Final

from generator.disclosure.leakscan.sitefiles import readings, without_inline_tags
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.leakscan.undoing import undo
from generator.disclosure.leakscan.wordings import letters, weight
from generator.disclosure.scan import FindingKind, Standing
from generator.disclosure.scan.folding import compact_text, spelled_plainly

_COMPANY: Final = 8
"""What the words around a value must weigh to be known by: four characters, or eight Latin letters."""
_STRING: Final = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'([^']*)'")
_TARGET: Final = re.compile(r"\]\(([^)\s]*)[^)]*\)")
"""Where a link of a page leads."""
_FILLED: Final = re.compile(r"\{[a-z_]+\}")
_BORDER: Final = re.compile('[<>¦"…]')
"""At these a text of the site ends: tags, attributes, cells, and where it was cut short."""
_INDEX: Final = re.compile(r"(?:[a-z]{2}/)?search/s[0-9]+\.json")
"""The index of the search holds words one by one; whatever they are words of stands whole in another file."""


@dataclass(frozen=True)
class SignedLine:
    """A line that an exception allows, and the one behind it: an editor may have wrapped a value."""

    line: str
    behind: str = ""


def signed_lines(files: Mapping[str, str], allows: Callable[[str, str], bool]) -> tuple[SignedLine, ...]:
    """Every line of the files (by name) that an exception `allows`."""
    cut = {name: text.split("\n") for name, text in sorted(files.items())}
    return tuple(
        SignedLine(line, behind)
        for name, lines in cut.items()
        for line, behind in zip(lines, [*lines[1:], ""], strict=True)
        if allows(name, line)
    )


def without_signed_lines(name: str, text: str, allows: Callable[[str, str], bool]) -> str:
    """The text of a file without the lines that an exception allows."""
    return "\n".join(line for line in text.split("\n") if not allows(name, line))


@dataclass(frozen=True)
class _Stretch:
    """Letters and figures that belong together; which of them belong to no value, and where each value begins."""

    spelled: str
    own: tuple[bool, ...]
    values: frozenset[tuple[str, int]]

    def holds(self, value: str, before: str, after: str) -> bool:
        """Whether the value, between these texts of the site, stands in the words of this stretch."""
        return any(self._is_here(at, before, after) for known, at in self.values if known == value)

    def _is_here(self, at: int, before: str, after: str) -> bool:
        left, right = self.spelled[:at], self.spelled[at:]
        back = _common(left[::-1], _spelled(before)[::-1])
        on = _common(right, _spelled(after))
        if back is None or on is None:
            return False
        in_common = slice(at - back, at + on)
        words = "".join(compress(self.spelled[in_common], self.own[in_common]))
        return weight(words) >= _COMPANY or (_ends_with(before, left) and _begins_with(after, right))


@dataclass(frozen=True)
class SignedWords:
    """All that was signed for, asked where a value of the register was found."""

    lines: tuple[SignedLine, ...]
    search: Search

    def hold(self, value: str, kind: FindingKind, file: str, text: str, place: int) -> bool:
        """Whether what was found at a place of a file's text is part of what two people signed for."""
        if kind is FindingKind.SAID:
            return self.say(value)
        if value not in self.values:
            return False
        if _INDEX.fullmatch(file):
            return True
        before, after = _around(text, place)
        return any(stretch.holds(value, before, after) for stretch in self._stretches)

    def say(self, said: str) -> bool:
        """Whether words of a case are words of a line that was signed for."""
        return any(said in signed for signed in self._letters)

    def free_in(self, file: str, text: str, values: Iterable[str]) -> set[str]:
        """Which of the values, that stand in a file's marked-up text, stand there in other words than those."""
        signed = self.values.intersection(values)
        found = self._elsewhere(file, text) if signed else set()
        return {value for value in values if value not in signed or value in found}

    def _elsewhere(self, file: str, text: str) -> set[str]:
        return {
            value
            for reading in readings(text)
            for value, kind, place, how in self.search.sightings(reading)
            if how is Standing.VALUE and not self.hold(value, kind, file, reading, place)
        }

    @cached_property
    def digest(self) -> str:
        """The digest of the lines."""
        return sha256(json.dumps([(one.line, one.behind) for one in self.lines]).encode("ascii")).hexdigest()

    @cached_property
    def values(self) -> frozenset[str]:
        """Every value that the lines hold."""
        return frozenset(value for stretch in self._stretches for value, _ in stretch.values)

    @cached_property
    def _stretches(self) -> tuple[_Stretch, ...]:
        found = [self._stretch(undo(text)) for one in self.lines for text in _texts(one.line)]
        wrapped = [self._wrapped(one) for one in self.lines]
        return tuple(stretch for stretch in dict.fromkeys((*found, *wrapped)) if stretch.values)

    @cached_property
    def _letters(self) -> tuple[str, ...]:
        return tuple(letters(spelled_plainly(undo(f"{one.line}{one.behind}"))) for one in self.lines)

    def _wrapped(self, one: SignedLine) -> _Stretch:
        """Both lines, for the values that begin in the signed one and end in the other."""
        return self._stretch(undo(f"{one.line}\n{one.behind}"), across=len(undo(one.line)))

    def _stretch(self, text: str, across: int | None = None) -> _Stretch:
        found = [
            (value, place, self._span(value, place, text))
            for value, kind, place in self.search.find(text)
            if kind is not FindingKind.SAID
        ]
        parts = [_spelled(character) for character in text]
        valued = {place for *_, span in found for place in span}
        own = tuple(place not in valued for place, part in enumerate(parts) for _ in part)
        values = frozenset(
            (value, len("".join(parts[:place])))
            for value, place, span in found
            if across is None or (place < across and across in span)
        )
        return _Stretch("".join(parts), own, values)

    def _span(self, value: str, place: int, text: str) -> range:
        """Where a value stands that is found at a place (of a home, its door): the shortest text in which it is found."""
        ends = range(place + 1, len(text) + 1)
        end = next(end for end in ends if (value, place) in self._found(text[:end]))
        starts = range(place, -1, -1)
        start = next(start for start in starts if (value, place - start) in self._found(text[start:end]))
        return range(start, end)

    def _found(self, text: str) -> set[tuple[str, int]]:
        return {(value, place) for value, _, place in self.search.find(text)}


def _texts(line: str) -> Iterator[str]:
    """What may stand on the site of a line: its strings, the whole of it, and where its links lead."""
    strings = [one or other for one, other in _STRING.findall(line)]
    for text in (*strings, _TARGET.sub("]", line), *_TARGET.findall(line)):
        yield from _FILLED.split(text)


def _spelled(text: str) -> str:
    """Letters and figures alone, as they are compared."""
    return "".join(filter(str.isalnum, compact_text(spelled_plainly(text))))


def _around(text: str, place: int) -> tuple[str, str]:
    """What stands before and from a place on, as far as the text of the site goes on there."""
    before, after = without_inline_tags(text[:place]), without_inline_tags(text[place:])
    return _BORDER.split(before)[-1], _BORDER.split(after)[0]


def _common(signed: str, there: str) -> int | None:
    """How many characters are the same from the value on, where one of both goes no further; None where they part."""
    short = min(len(signed), len(there))
    return short if signed[:short] == there[:short] else None


def _ends_with(before: str, words: str) -> bool:
    """Whether a text ends with just these words, between blanks."""
    parts = before.split(" ")
    return any(_spelled("".join(parts[number:])) == words for number in range(len(parts)))


def _begins_with(after: str, words: str) -> bool:
    parts = after.split(" ")
    return any(_spelled("".join(parts[: number + 1])) == words for number in range(len(parts)))
