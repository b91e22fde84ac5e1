"""Rules of a detector as data: what it looks for stands in a TOML file beside it, by noun, each rule with an example.

    [words]            sets of words; `{name}` in a pattern is any of them, the longest first
    [pieces]           parts of patterns that several rules share; they may use what stands above them
    [NOUN.RULE]        one way in which NOUN is told
    like = "…"         an example that this rule finds
    before = '…'       what must stand before it (a pattern; none where it is left out)
    found = '…'        what is found
    behind = '…'       what must follow

A pattern is a text or a list of alternatives, tried in the order given. The rules of a noun are tried in their order too, and
the first that fits says what is found.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.disclosure.scan.words.openings import Gated, gated
from generator.disclosure.scan.words.patterns import alternatives, words

_NAMED: Final = re.compile(r"\{([a-z_]+)\}")
_TABLES: Final = ("words", "pieces")

Lines = str | list[str]


@dataclass(frozen=True)
class Rulebook:
    """Patterns by noun, whose groups are called after the rules; sets of words; examples by noun and rule."""

    patterns: Mapping[str, Gated]
    words: Mapping[str, frozenset[str]]
    examples: Mapping[tuple[str, str], str]

    def find(self, noun: str, text: str) -> Iterator[tuple[int, int]]:
        """The range of what each rule of the noun found, from left to right."""
        for match in self.patterns[noun].finditer(text):
            yield match.span(match.lastgroup or 0)


@dataclass
class _Pieces:
    """What braces stand for."""

    known: dict[str, str] = field(default_factory=dict)

    def written_out(self, lines: Lines) -> str:
        pattern = lines if isinstance(lines, str) else alternatives(*lines)
        return _NAMED.sub(lambda named: self.known[named[1]], pattern)


def rulebook(detector: str, **pieces: str) -> Rulebook:
    """The rules beside the module `detector` (its `__file__`); `pieces` are patterns that it computes itself."""
    tables = tomllib.loads(Path(detector).with_suffix(".toml").read_text(encoding="utf-8"))
    named = _Pieces(dict(pieces))
    named.known.update((name, words(text)) for name, text in tables.get("words", {}).items())
    for name, lines in tables.get("pieces", {}).items():
        named.known[name] = named.written_out(lines)
    nouns = {noun: rules for noun, rules in tables.items() if noun not in _TABLES}
    return Rulebook(
        {noun: gated("|".join(_patterns(rules, named))) for noun, rules in nouns.items()},
        {name: frozenset(text.split()) for name, text in tables.get("words", {}).items()},
        {(noun, name): rule["like"] for noun, rules in nouns.items() for name, rule in rules.items()},
    )


def _patterns(rules: Mapping[str, Mapping[str, Lines]], named: _Pieces) -> Iterator[str]:
    for name, rule in rules.items():
        before, found, behind = (named.written_out(rule.get(part, "")) for part in _PARTS)
        yield f"{before}(?P<{name}>{found}){behind}"


_PARTS: Final = ("before", "found", "behind")
