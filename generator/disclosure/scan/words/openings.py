"""Patterns of many alternatives with a gate before them: where no alternative can begin, none is tried.

The gate is worked out from the pattern itself, as the interpreter's own parser reads it, so that it never says less than
the pattern does; a pattern that can begin with anything has none.
"""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import Any, Final

_PARSER: Final = import_module("re._parser")

Members = frozenset[str]
"""What a class of characters is written of: ranges, and the digits, letters and blanks of all scripts."""

_CATEGORIES: Final = {"CATEGORY_DIGIT": r"\d", "CATEGORY_WORD": r"\w", "CATEGORY_SPACE": r"\s"}


class _Anything(Exception):
    """A pattern can begin with any character, or match nothing at all."""


class Gated:
    """A pattern with its gate; it matches what it matches without.

    It is compiled when it is first asked: the patterns of all rules take longer than a command that scans nothing.
    """

    def __init__(self, written: str) -> None:
        self._written = written

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(_with_gate(self._written))

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self.compiled.finditer(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.compiled.fullmatch(text, start, end)

    def sub(self, replacement: str, text: str) -> str:
        return self.compiled.sub(replacement, text)

    @property
    def groupindex(self) -> Mapping[str, int]:
        return self.compiled.groupindex


def gated(pattern: str) -> Gated:
    return Gated(pattern)


def _with_gate(pattern: str) -> str:
    try:
        members, empty = _opening(_PARSER.parse(pattern))
    except _Anything:
        return pattern
    return pattern if empty else f"(?=[{''.join(sorted(members))}])(?:{pattern})"


def _opening(steps: Iterable[tuple[object, Any]]) -> tuple[Members, bool]:
    """What a sequence can begin with, and whether it can match nothing."""
    found: Members = frozenset()
    for operation, argument in steps:
        members, empty = _opening_of(str(operation), argument)
        found |= members
        if not empty:
            return found, False
    return found, True


def _opening_of(operation: str, argument: Any) -> tuple[Members, bool]:
    match operation:
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return frozenset(), True
        case "LITERAL":
            return frozenset({_range(argument, argument)}), False
        case "IN":
            return frozenset(_member(*member) for member in argument), False
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            members, empty = _opening(argument[2])
            return members, empty or argument[0] == 0
        case "SUBPATTERN" if not argument[1]:
            return _opening(argument[3])
        case "BRANCH":
            branches = [_opening(branch) for branch in argument[1]]
            return frozenset().union(*(members for members, _ in branches)), any(
                empty for _, empty in branches
            )
    raise _Anything


def _member(operation: object, argument: Any) -> str:
    match str(operation):
        case "LITERAL":
            return _range(argument, argument)
        case "RANGE":
            return _range(*argument)
        case "CATEGORY" if str(argument) in _CATEGORIES:
            return _CATEGORIES[str(argument)]
    raise _Anything


def _range(first: int, last: int) -> str:
    return f"{re.escape(chr(first))}-{re.escape(chr(last))}"
