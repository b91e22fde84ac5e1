"""Where the words of a Chinese text end, by how often each word is met: the likeliest division into words.

A name is what no dictionary has: it is left over as single characters (说 | 王 | 宝 | 根 | 昨天). The words are data
(`lexicon.txt`, which says where they come from) with those of `ordinary`.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from generator.disclosure.scan.words import plain, trade
from generator.disclosure.scan.words.ordinary import ORDINARY
from generator.disclosure.scan.words.titles import ROLE_CUES

_DATA: Final = Path(__file__).with_name("lexicon.txt")
_LONGEST: Final = 8
_ORDINARY_BITS: Final = 14
_PEOPLE_BITS: Final = 9
"""In complaints the words of the trade are likelier than anywhere else, and words for people (业主, 保安) likeliest."""
_UNKNOWN_BITS: Final = 25
_ENDLESS: Final = sys.maxsize


@cache
def bits() -> dict[str, int]:
    """The binary logarithm of one in how many words each word is."""
    table = dict(_read(_DATA.read_text(encoding="utf-8")))
    for words_of, most in ((ORDINARY | trade.WORDS | plain.WORDS, _ORDINARY_BITS), (ROLE_CUES, _PEOPLE_BITS)):
        for word in words_of:
            table[word] = min(table.get(word, most), most)
    return table


def _read(data: str) -> Iterator[tuple[str, int]]:
    for line in data.splitlines():
        if not line.startswith("#"):
            cost, length, run = line.split(" ")
            size = int(length)
            yield from ((run[at : at + size], int(cost)) for at in range(0, len(run), size))


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """By their first character how long the words are that begin with it, the shortest first."""
    sizes: dict[str, set[int]] = {}
    for word in bits():
        if 1 < len(word) <= _LONGEST:
            sizes.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(several)) for first, several in sizes.items()}


def words(text: str) -> list[int]:
    """For each character where the word it lies in ends. Time linear in the text."""
    return _ends(_behind(_words_at(text))[0])


@dataclass(frozen=True, slots=True)
class Priced:
    """The likeliest division of a text: `ends` as in `words`, and its price in bits up to each place and from there on."""

    ends: list[int]
    before: list[int]
    behind: list[int]


def priced(text: str) -> Priced:
    """Division and prices, for one look at the words of the text. Time linear in the text."""
    found = _words_at(text)
    chosen, behind = _behind(found)
    return Priced(_ends(chosen), _before(found), behind)


_Word = tuple[int, int]
"""Where a word ends, and its bits."""


def _words_at(text: str) -> list[list[_Word]]:
    """Every word of the lexicon that begins at each place, the shortest first; a character alone is always one."""
    table, sizes = bits(), _sizes()
    found = [[(end, table.get(character, _UNKNOWN_BITS))] for end, character in enumerate(text, 1)]
    for start, first in enumerate(text):
        for size in sizes.get(first, ()):
            cost = table.get(text[start : start + size])
            if cost is not None and start + size <= len(text):
                found[start].append((start + size, cost))
    return found


def _behind(found: list[list[_Word]]) -> tuple[list[int], list[int]]:
    """For each place where the best word from there ends, and what everything behind the place costs."""
    best, chosen = [0] * (len(found) + 1), [0] * len(found)
    for start in range(len(found) - 1, -1, -1):
        least = _ENDLESS
        for end, cost in found[start]:
            if cost + best[end] < least:
                least, chosen[start] = cost + best[end], end
        best[start] = least
    return chosen, best


def _before(found: list[list[_Word]]) -> list[int]:
    """What everything before each place costs."""
    best = [0] + [_ENDLESS] * len(found)
    for sofar, here in zip(best, found, strict=False):
        for end, cost in here:
            if sofar + cost < best[end]:
                best[end] = sofar + cost
    return best


def _ends(chosen: list[int]) -> list[int]:
    ends, start = [0] * len(chosen), 0
    while start < len(chosen):
        end = chosen[start]
        ends[start:end] = [end] * (end - start)
        start = end
    return ends
