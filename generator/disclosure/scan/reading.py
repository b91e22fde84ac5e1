"""A text as the detectors read it: folded once, with numbers and ordinary words marked; and what they answer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from re import Match, Pattern
from typing import Final

from generator.disclosure.scan.folding import Folded, compact, compact_text, fold, read_numbers
from generator.disclosure.scan.spans import FindingKind, Reason, Span
from generator.disclosure.scan.words.lexicon import Priced, priced
from generator.disclosure.scan.words.likely import Candidate, likely_names
from generator.disclosure.scan.words.openings import Gated
from generator.disclosure.scan.words.ordinary import covered
from generator.disclosure.scan.words.stretches import Division, stretches

Found = tuple[int, int, FindingKind]
"""A range of the folded text and what it is."""


@dataclass(frozen=True)
class Reading:
    """`plain`, `numbers` and `covered` have the same length; positions are those of the folded text."""

    original: str
    folded: Folded
    lang: str

    @property
    def plain(self) -> str:
        return self.folded.text

    @cached_property
    def numbers(self) -> str:
        """Numbers in digits; letters in lower case."""
        return read_numbers(self.folded.text).lower()

    @cached_property
    def covered(self) -> list[int]:
        return covered(self.folded.text)

    @cached_property
    def compact_text(self) -> str:
        """The text of `compact`: enough to look for values, at a fraction of its price."""
        return compact_text(self.folded.text)

    @cached_property
    def priced(self) -> Priced:
        return priced(self.folded.text)

    @property
    def words(self) -> list[int]:
        """For each character where the word it lies in ends, in the likeliest division of the text."""
        return self.priced.ends

    def within_word(self, start: int, end: int) -> bool:
        """A part, and no more, of a long word of the likeliest division: 李戴 of 张冠李戴, 马虎 of 马马虎虎."""
        word = self.words[start]
        begins = max(0, word - _LONG_WORD)
        inside = end <= word and self.words[begins] == word
        return inside and (begins < start or end < word)

    @cached_property
    def stretches(self) -> list[Division]:
        """Its Chinese, word by word."""
        return stretches(self.folded.text, self.words)

    @cached_property
    def likely_names(self) -> list[Candidate]:
        return likely_names(self.folded.text, self.priced)

    @cached_property
    def compact(self) -> Folded:
        return compact(self.folded)

    def span(self, start: int, end: int, kind: FindingKind, reason: Reason) -> Span:
        first, last = self.folded.origin(start, end)
        return Span(first, last, kind, reason)


_LONG_WORD: Final = 4
"""Characters of a word in which nothing but the word is meant: set phrases and names of things."""

Detector = Callable[[Reading], Iterable[Found]]


def read(text: str, lang: str) -> Reading:
    return Reading(text, fold(text), lang)


def matches(pattern: Pattern[str] | Gated, text: str, kind: FindingKind) -> Iterator[Found]:
    """Every match as a finding: its group `it` where the pattern has one, the whole otherwise."""
    named = "it" in pattern.groupindex
    for match in pattern.finditer(text):
        start, end = _range(match, named)
        yield start, end, kind


def _range(match: Match[str], named: bool) -> tuple[int, int]:
    return match.span("it") if named else match.span()
