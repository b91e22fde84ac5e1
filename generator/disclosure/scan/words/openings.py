"""Patterns of many alternatives with a gate before them: where no alternative can begin, none is tried.

The gate is worked out from the pattern itself, as the interpreter's own parser reads it, so that it never says less than
the pattern does; a pattern that can begin with anything has none.
"""

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any, Final

_PARSER: Final = import_module("re._parser")

Members = frozenset[str]
"""What a class of characters is written of: ranges, and the digits, letters and blanks of all scripts."""

_CATEGORIES: Final = {"CATEGORY_DIGIT": r"\d", "CATEGORY_WORD": r"\w", "CATEGORY_SPACE": r"\s"}


class _Anything(Exception):
    """A pattern can begin with any character, or match nothing at all."""


def gated(pattern: str) -> re.Pattern[str]:
    """The pattern compiled; it matches what it matches without the gate."""
    try:
        members, empty = _opening(_PARSER.parse(pattern))
    except _Anything:
        return re.compile(pattern)
    return re.compile(pattern if empty else f"(?=[{''.join(sorted(members))}])(?:{pattern})")


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
