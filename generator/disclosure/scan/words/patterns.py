"""Small helpers for writing patterns as tables: alternatives by line, and named parts of a match."""

import re
from collections.abc import Iterable, Iterator

from generator.disclosure.scan.words.openings import Gated


def alternatives(*patterns: str) -> str:
    """One non-capturing group of alternative patterns, tried in the order given."""
    return f"(?:{'|'.join(patterns)})"


def word_set(text: str) -> frozenset[str]:
    """A table of words written as running text."""
    return frozenset(text.split())


def words(text: str) -> str:
    """An alternation of the words of `text`, the longest first."""
    return alternatives(
        *(re.escape(word) for word in sorted(set(text.split()), key=lambda word: (-len(word), word)))
    )


def any_word(patterns: Iterable[str]) -> str:
    """An alternation of patterns, the longest first."""
    return alternatives(*sorted(patterns, key=lambda pattern: (-len(pattern), pattern)))


def parts(pattern: re.Pattern[str] | Gated, text: str) -> Iterator[tuple[int, int]]:
    """The range of the named group of every match; a pattern names one group an alternative."""
    for match in pattern.finditer(text):
        yield match.span(match.lastgroup or 0)
