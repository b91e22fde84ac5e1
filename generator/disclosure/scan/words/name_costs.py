"""How unlikely a stretch of Chinese characters is as a name, in bits: the less, the more it looks like one.

Counted over the names of a dictionary (`name_costs.txt` says which): how often each character is a surname, the first
and the last of a given name, and a syllable of a transcribed name. Surnames that are ordinary words cost more.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final

from generator.disclosure.scan.words.given import GIVEN
from generator.disclosure.scan.words.lexicon import bits
from generator.disclosure.scan.words.surnames import EVERYDAY, EVERYDAY_COMPOUNDS, FUNCTION_WORDS, WEAK
from generator.disclosure.scan.words.titles import ACTS, SHORT_HONORIFICS, STOPS

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
_PLAIN: Final = 4
_PLAIN_AT_MOST: Final = 6
_EVERYDAY_BITS: Final = 15
"""Up to here a character is a word of its own that is met every day."""
_USUAL: Final = 7
"""Bits: a surname that one in a hundred has, and more, speaks for itself, but for a colour (黄)."""
_FAMILIAR: Final = 8
_TITLED: Final = 9
_GIVEN_ALONE: Final = 14
_TRANSCRIBED: Final = 12
"""Names that are short of a surname are rarer, and more words look like them."""

_RARELY_GIVEN: Final = (
    STOPS | frozenset("得着过起地不") | (frozenset(act for act in ACTS if len(act) == 1) - GIVEN)
)

Extras = tuple[tuple[Set[str], int], ...]
"""Characters, and how many bits more each of them costs."""

_SURNAME_EXTRAS: Final[Extras] = (
    (WEAK, _WEAK),
    (EVERYDAY, _EVERYDAY),
    (EVERYDAY_COMPOUNDS, _WEAK),
    (FUNCTION_WORDS, _WEAK),
    (_THINGS, _TRADE),
)
_GIVEN_EXTRAS: Final[Extras] = ((_RARELY_GIVEN, _STOP),)

SHORTEST: Final = 2
LONGEST: Final = 6
_PREFIXES: Final = frozenset("老小阿大")


@dataclass(frozen=True, slots=True)
class _Costs:
    """What each character, or compound surname, costs in each place of a name; what is not here is dearest there."""

    surname: Mapping[str, int]
    first: Mapping[str, int]
    last: Mapping[str, int]
    sound: Mapping[str, int]
    plain: frozenset[str]
    """Everyday words that only the dictionary has in given names, which takes in heroes and kings: 布, 禁, 期."""


@cache
def _costs() -> _Costs:
    tables = _counted()
    return _Costs(
        surname=_with_extras(tables["surname"], _NEVER, _SURNAME_EXTRAS),
        first=_with_extras(tables["first"], _UNMET, _GIVEN_EXTRAS),
        last=_with_extras(tables["last"], _UNMET, _GIVEN_EXTRAS),
        sound=tables["sound"],
        plain=_plain_words({*tables["first"], *tables["last"]}),
    )


_ALSO_GIVEN: Final = frozenset("一二三四五六七八九十百千万白")
"""Everyday words that people are called by all the same: 胡八一, 齐白."""


def _plain_words(characters: Set[str]) -> frozenset[str]:
    met = (one for one in characters if bits().get(one, _NEVER) <= _EVERYDAY_BITS)
    return frozenset(met) - GIVEN - _ALSO_GIVEN


def _with_extras(table: Mapping[str, int], dearest: int, extras: Extras) -> dict[str, int]:
    """The table with what its ordinary words cost more, also where the dictionary has no such name."""
    entries = {*table, *(entry for entries, _ in extras for entry in entries)}
    return {
        entry: table.get(entry, dearest) + sum(extra for dear, extra in extras if entry in dear)
        for entry in entries
    }


def _counted() -> dict[str, dict[str, int]]:
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
    return name_costs(name)[-1]


def name_costs(characters: str) -> list[int]:
    """The same for the first two of two to six characters, the first three, and so on."""
    costs = _costs()
    sounds = (costs.sound.get(character, _NEVER) for character in characters)
    found = [*accumulate(sounds, initial=_TRANSCRIBED)][SHORTEST:]
    for size in (1, 2):
        surname = costs.surname.get(characters[:size], _NEVER)
        if surname < _NEVER:
            usual = surname <= _USUAL and characters[0] != "黄"
            for at, given in enumerate(_given_names(costs, characters[size:], usual=usual), size - 1):
                found[at] = min(found[at], surname + given)
    found[0] = min(found[0], _short(costs, characters[:SHORTEST]))
    return found


def _given_names(costs: _Costs, characters: str, *, usual: bool) -> list[int]:
    """The given name of the first character, of the first two; and there are none of more. `usual`: the surname is."""
    sizes = range(1, len(characters) + 1)
    price = _given if usual else _behind_rare_surname
    return [price(costs, characters[:size]) if size < 3 else _NEVER for size in sizes]


def _behind_rare_surname(costs: _Costs, name: str) -> int:
    """Dearer by characters that no given name has there, or that are everyday words and in no table (柴|烧, but 李布衣)."""
    odd = sum(
        one in costs.plain or one not in place for one, place in zip(name, _places(costs, name), strict=True)
    )
    return _given(costs, name) + min(_PLAIN * odd, _PLAIN_AT_MOST)


def _places(costs: _Costs, name: str) -> tuple[Mapping[str, int], ...]:
    return (costs.last,) if len(name) == 1 else (costs.first, costs.last)


def in_no_given_name(characters: str) -> bool:
    """Whether some character is in no given name of the dictionary, whatever its place, nor in the reports on names."""
    costs = _costs()
    return any(
        one not in GIVEN and (one in costs.plain or not (one in costs.first or one in costs.last))
        for one in characters
    )


def least_cost(first: str) -> int:
    """What no name that begins with this character undercuts: by it most stretches are passed over unweighed."""
    least = _least()
    return least.get(first, least[_ANY])


_ANY: Final = ""


@cache
def _least() -> dict[str, int]:
    costs = _costs()
    last = min(costs.last.values())
    given = min(_SINGLE_GIVEN, *costs.first.values()) + last
    bounds = (
        *((surname[0], cost + min(given, _TITLED)) for surname, cost in costs.surname.items()),
        *((first, _GIVEN_ALONE + cost + last) for first, cost in costs.first.items()),
        *((sound, _TRANSCRIBED + cost) for sound, cost in costs.sound.items()),
        *((prefix, _FAMILIAR + min(last, *costs.surname.values())) for prefix in _PREFIXES),
    )
    least = {_ANY: _GIVEN_ALONE + _UNMET + last}
    for first, cost in bounds:
        least[first] = min(cost, least.get(first, least[_ANY]))
    return least


def _short(costs: _Costs, name: str) -> int:
    """老王, 王姐, 建国: two characters without a whole name among them."""
    one, other = name[0], name[1]
    cost = _GIVEN_ALONE + _given(costs, name)
    if one in _PREFIXES:
        cost = min(cost, _FAMILIAR + min(costs.surname.get(other, _NEVER), _given(costs, other)))
    if other in SHORT_HONORIFICS:
        cost = min(cost, _TITLED + costs.surname.get(one, _NEVER))
    return cost


def _given(costs: _Costs, name: str) -> int:
    """One character or two."""
    if len(name) == 1:
        return _SINGLE_GIVEN + costs.last.get(name, _UNMET)
    return costs.first.get(name[0], _UNMET) + costs.last.get(name[1], _UNMET)
