"""Looking for the register's values in many texts that say much the same: what was searched once is not searched again.

The pages of a site share header, footer and most of their cells. So a text is cut at marks no value can reach across,
and each distinct piece is searched once. Cutting changes nothing: no value holds such a mark, and beside one a value
stands as it does at the end of a text (a test compares both ways). Most pieces hold nothing that could be a value; a
first look tells, without working out where anything would stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from generator.disclosure.leakscan.everyday import is_everyday, is_shaped_like_a_name
from generator.disclosure.leakscan.lookalikes import homes_with_a_stroke, is_a_share, is_no_number
from generator.disclosure.leakscan.sitesieve import Sieve, marks_in_no_value
from generator.disclosure.leakscan.wordings import Wordings, kept_letters, letters
from generator.disclosure.scan import FindingKind, Standing, World
from generator.disclosure.scan.finder import Finder
from generator.disclosure.scan.folding import fold
from generator.disclosure.scan.known.notations import Notation, compacted
from generator.disclosure.scan.known.standing import standing
from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.words.english_lexicon import in_dictionary

SEAMS: Final = frozenset("<>¦")
"""The brackets of tags, and the mark that stands for a tag taken out (`laidopen.BREAK`)."""

# Letters of scripts that part their words: all but Chinese, Japanese and Korean ones.
_LETTER: Final = r"(?:(?![一-鿿぀-ヿ가-힣])[^\W\d_])"
# A name of one word has three of them at least, for two are a sign of anything.
_ONE_WORD: Final = re.compile(rf"{_LETTER}{{2,}}(?:['’-]?{_LETTER})+")
_LETTERS: Final = re.compile(_LETTER)

Found = tuple[str, FindingKind, int]
"""A value in its compact spelling, its kind, and where it starts."""

Sighting = tuple[str, FindingKind, int, Standing]
"""The same, and whether it is the value or ordinary words that are spelled like it."""


@dataclass
class Search:
    """The search for one world's values; remembers every piece it has seen.

    `words` are those the program itself writes, in small letters: where somebody is called like one of them, it is told.
    """

    world: World
    words: frozenset[str] = frozenset()
    _looked_at: dict[str, tuple[Sighting, ...]] = field(default_factory=dict)

    def find(self, text: str) -> Iterator[Found]:
        """Every whole value of the register in a text."""
        for value, kind, place, how in self.sightings(text):
            if how is Standing.VALUE:
                yield value, kind, place

    def sightings(self, text: str) -> Iterator[Sighting]:
        """Every whole value of the register in a text, and the ordinary words that are spelled like one."""
        pieces = self._cut(text)
        caught = frozenset(self.sieve.caught(dict.fromkeys(pieces)))
        if not caught:
            return
        start = 0
        for piece in pieces:
            for value, kind, place, how in self._looked(piece) if piece in caught else ():
                yield value, kind, start + place, how
            start += len(piece) + 1

    def _looked(self, piece: str) -> tuple[Sighting, ...]:
        if piece not in self._looked_at:
            self._looked_at[piece] = tuple(self._search(piece))
        return self._looked_at[piece]

    def _search(self, piece: str) -> Iterator[Sighting]:
        for sighting in search_closely(self.world, piece):
            yield self._weighed(piece, sighting)
        if self._single_names is not None:
            yield from self._single(self._single_names, piece)
        yield from said_in(self.wordings, piece)

    def _weighed(self, piece: str, sighting: Sighting) -> Sighting:
        """The sighting; a word where what was found is spelled like the value alone."""
        value, kind, place, _ = sighting
        return (
            (value, kind, place, Standing.WORD) if self._is_spelled_like(piece, *sighting[:3]) else sighting
        )

    def _is_spelled_like(self, piece: str, value: str, kind: FindingKind, place: int) -> bool:
        """Everyday words that have not the shape of a person's name; a date read as a number; a share read as a home."""
        if kind is FindingKind.NAME:
            return not (value.isascii() or is_shaped_like_a_name(value)) and is_everyday(value, kind)
        folded = fold(piece)
        start = folded.position(place)
        if kind is FindingKind.ROOM:
            return is_a_share(folded.text, start, value, self._with_a_stroke)
        return value.isdecimal() and is_no_number(folded.text, start, value)

    @cached_property
    def _with_a_stroke(self) -> frozenset[str]:
        return frozenset(homes_with_a_stroke(person.room for person in self.world.people))

    @cached_property
    def sieve(self) -> Sieve:
        """The first look, for all that is ever searched here."""
        names = () if self._single_names is None else (text for text, _ in self._single_names.entries())
        return Sieve(self.world, names, self.wordings, self._looked)

    @cached_property
    def wordings(self) -> Wordings:
        return Wordings(self.world.said)

    def _single(self, names: Finder[Notation], piece: str) -> Iterator[Sighting]:
        """Names of a single word; what is in the dictionary, or the program's own, is told as an ordinary word."""
        reading = Reading(piece, fold(piece), "zh")
        for start, end, notation in names.find(reading.compact_text):
            how = standing(reading, start, end, notation)
            first, last = reading.compact.origin(start, end)
            if how is not Standing.NOTHING and not _goes_on(piece, first, last):
                how = Standing.WORD if self._is_word(piece[first:last].lower()) else how
                yield reading.compact_text[start:end], notation.kind, first, how

    def _is_word(self, written: str) -> bool:
        return written in self.words or in_dictionary(written)

    @cached_property
    def _single_names(self) -> Finder[Notation] | None:
        """None where nobody has only one: then nothing is looked for twice."""
        names = (*(person.name for person in self.world.people if person.name), *self.world.staff)
        texts = {compacted(name) for name in names if _ONE_WORD.fullmatch(name.strip())}
        entries = {text: Notation(text, FindingKind.NAME, whole=True, weak=True) for text in texts}
        return Finder(entries) if entries else None

    def _cut(self, text: str) -> list[str]:
        if not self.seams:
            return [text]
        for mark in self.seams[1:]:
            text = text.replace(mark, self.seams[0])
        return text.split(self.seams[0])

    @cached_property
    def seams(self) -> str:
        """Marks that occur in no value; a resident who calls himself <b> makes the scan slower, not blind."""
        return marks_in_no_value(self.world)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a word is longer than this stretch of it: Иванова."""
    return bool(_LETTERS.fullmatch(text[start - 1 : start]) or _LETTERS.match(text, end))


def said_in(wordings: Wordings, text: str) -> Iterator[Sighting]:
    """What the cases say in free words, as far as a text says the same."""
    folded = fold(text)
    said = letters(folded.text)
    runs = list(wordings.runs(said))
    kept = [place for place, _ in kept_letters(folded.text)] if runs else []
    for start, end in runs:
        yield said[start:end], FindingKind.SAID, folded.starts[kept[start]], Standing.VALUE


def search_closely(world: World, text: str) -> Iterator[Sighting]:
    """The search itself, for a text that may hold something."""
    reading = Reading(text, fold(text), "zh")
    for start, end, notation, how in world.whole(reading):
        yield reading.compact_text[start:end], notation.kind, reading.compact.origin(start, end)[0], how
    for known, place in world.addresses.find(reading.plain.lower()):
        yield str(known), FindingKind.ROOM, reading.folded.starts[place], Standing.VALUE
