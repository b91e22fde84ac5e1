"""How unlikely a stretch of Chinese characters is as a name, in bits: the less, the more it looks like one.

Counted over the names of a dictionary (`name_costs.txt` says which): how often each character is a surname, the first
and the last of a given name, and a syllable of a transcribed name. Surnames that are ordinary words cost more.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from generator.disclosure.scan.given import GIVEN
from generator.disclosure.scan.surnames import EVERYDAY, EVERYDAY_COMPOUNDS, FUNCTION_WORDS, WEAK
from generator.disclosure.scan.titles import ACTS, SHORT_HONORIFICS, STOPS

_DATA: Final = Path(__file__).with_name("name_costs.txt")
_NEVER: Final = 99
_UNMET: Final = 14
"""A character that no name of the dictionary has in this place."""
_WEAK: Final = 5
_EVERYDAY: Final = 2
_SINGLE_GIVEN: Final = 2
_TRADE: Final = 4
_THINGS: Final = frozenset("原那代项占管段路区水门")
"""Surnames that name a thing of the trade in nearly every sentence."""
_STOP: Final = 4
_FAMILIAR: Final = 8
_TITLED: Final = 9
_GIVEN_ALONE: Final = 14
_TRANSCRIBED: Final = 12
"""Names that are short of a surname are rarer, and more words look like them."""

_RARELY_GIVEN: Final = (
    STOPS | frozenset("得着过起地不") | (frozenset(act for act in ACTS if len(act) == 1) - GIVEN)
)

SHORTEST: Final = 2
LONGEST: Final = 6
CHEAPEST: Final = 11
"""No name costs less."""
_PREFIXES: Final = frozenset("老小阿大")


@cache
def _tables() -> dict[str, dict[str, int]]:
    tables: dict[str, dict[str, int]] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            place, bits, length, run = line.split(" ")
            size = int(length)
            entries = (run[at : at + size] for at in range(0, len(run), size))
            tables.setdefault(place, {}).update(dict.fromkeys(entries, int(bits)))
    return tables


def name_cost(name: str) -> int:
    """What the cheapest way to read two to six characters as a name costs; `_NEVER` or more where there is none."""
    return min((cost for cost in _readings(name)), default=_NEVER)


def _readings(name: str) -> Iterator[int]:
    yield _surname(name[0]) + _given(name[1:])
    yield _surname(name[:2]) + _given(name[2:])
    if len(name) == SHORTEST:
        if name[0] in _PREFIXES:
            yield _FAMILIAR + min(_surname(name[1]), _given(name[1]))
        if name[1] in SHORT_HONORIFICS:
            yield _TITLED + _surname(name[0])
        yield _GIVEN_ALONE + _given(name)
    yield _transcribed(name)


def _surname(surname: str) -> int:
    extra = (
        _WEAK * (surname in WEAK)
        + _EVERYDAY * (surname in EVERYDAY)
        + _WEAK * (surname in EVERYDAY_COMPOUNDS)
        + _WEAK * (surname in FUNCTION_WORDS)
        + _TRADE * (surname in _THINGS)
    )
    return _tables()["surname"].get(surname, _NEVER) + extra


def _given(name: str) -> int:
    if not 1 <= len(name) <= 2:
        return _NEVER
    tables = _tables()
    last = tables["last"].get(name[-1], _UNMET)
    first = tables["first"].get(name[0], _UNMET) if len(name) > 1 else _SINGLE_GIVEN
    return first + last + _STOP * sum(character in _RARELY_GIVEN for character in name)


def _transcribed(name: str) -> int:
    sounds = _tables()["sound"]
    return _TRANSCRIBED + sum(sounds.get(character, _NEVER) for character in name)
