"""Where the words of a Chinese text end, by how often each word is met: the likeliest division into words.

A name is what no dictionary has: it is left over as single characters (说 | 王 | 宝 | 根 | 昨天). The words are data
(`lexicon.txt`, which says where they come from) with those of `ordinary`.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from generator.disclosure.scan import plain, trade
from generator.disclosure.scan.ordinary import ORDINARY
from generator.disclosure.scan.titles import ROLE_CUES

_DATA: Final = Path(__file__).with_name("lexicon.txt")
_LONGEST: Final = 6
_ORDINARY_BITS: Final = 14
_PEOPLE_BITS: Final = 9
"""In complaints the words of the trade are likelier than anywhere else, and words for people (业主, 保安) likeliest."""
_UNKNOWN_BITS: Final = 25


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


def words(text: str) -> list[int]:
    """For each character where the word it lies in ends. Time linear in the text."""
    return _ends(_behind(text)[0])


def prices(text: str) -> tuple[list[int], list[int]]:
    """What the likeliest division into words costs, in bits: up to each place of the text, and from there on."""
    return _before(text), _behind(text)[1]


def _behind(text: str) -> tuple[list[int], list[int]]:
    """For each place where the best word from there ends, and what everything behind the place costs."""
    table = bits()
    best, chosen = [0] * (len(text) + 1), [0] * len(text)
    for start in range(len(text) - 1, -1, -1):
        chosen[start], best[start] = start + 1, table.get(text[start], _UNKNOWN_BITS) + best[start + 1]
        for end in range(start + 2, min(len(text), start + _LONGEST) + 1):
            cost = table.get(text[start:end])
            if cost is not None and cost + best[end] < best[start]:
                chosen[start], best[start] = end, cost + best[end]
    return chosen, best


def _before(text: str) -> list[int]:
    """What everything before each place costs."""
    table = bits()
    best = [0] * (len(text) + 1)
    for end in range(1, len(text) + 1):
        best[end] = table.get(text[end - 1], _UNKNOWN_BITS) + best[end - 1]
        for start in range(max(0, end - _LONGEST), end - 1):
            cost = table.get(text[start:end])
            if cost is not None and cost + best[start] < best[end]:
                best[end] = cost + best[start]
    return best


def _ends(chosen: list[int]) -> list[int]:
    ends, start = [0] * len(chosen), 0
    while start < len(chosen):
        end = chosen[start]
        ends[start:end] = [end] * (end - start)
        start = end
    return ends
