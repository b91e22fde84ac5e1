"""What a Chinese name can look like, and whether ordinary words leave room for one. Shared by the name detectors.

The weaker a surname is as a sign (see `surnames`), the more must stand around it.
"""

import re
from collections.abc import Iterable
from typing import Final

from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.words.given import GIVEN
from generator.disclosure.scan.words.lexicon import bits
from generator.disclosure.scan.words.surnames import (
    COMPOUND,
    EVERYDAY,
    EVERYDAY_COMPOUNDS,
    MEDIUM,
    SINGLE,
    STRONG,
)
from generator.disclosure.scan.words.titles import ACT_CUES, ACTS, STOPS

CJK: Final = "一-鿿"
BARE_GIVEN: Final = GIVEN - STOPS
SURE: Final = STRONG | (COMPOUND - EVERYDAY_COMPOUNDS)
"""Surnames that alone need an explanation."""

LIKELY_SINGLE: Final = (STRONG | MEDIUM) - EVERYDAY


def any_of(words: Iterable[str]) -> str:
    """An alternation, the longest word first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def one_of(characters: Iterable[str]) -> str:
    return f"[{''.join(sorted(characters))}]"


SURNAME: Final = f"(?:{any_of(COMPOUND)}|{one_of(SINGLE)})"
FAMILY_NAME: Final = f"(?:{any_of(COMPOUND)}|{one_of(STRONG | MEDIUM)})"
LIKELY: Final = f"(?:{any_of(COMPOUND - EVERYDAY_COMPOUNDS)}|{one_of(LIKELY_SINGLE)})"
GIVEN_NAME: Final = one_of(BARE_GIVEN)

COLOURS: Final = frozenset("白黄黑红绿蓝金明空阴冷满平直")
"""Before a redoubled character they begin an adjective: 黄灿灿, 明晃晃."""
PLACE: Final = re.compile(
    "家?[路村湾桥巷庄屯镇沟坝渡寨塘堡]|家[坪坡岭岗河窑垭坎湖山嘴咀埠营铺墩坳冲畈滩洼圩埭浜溪埔围台碾祠沱](?![上里边]?[的有])"
)
"""姚家路, 刘村: a place called after a family."""

ROADWORK: Final = re.compile(
    "(?<=[路街巷])(?:雨水|污水|井|管网|路面|路口|口|段|沿线|两侧|[东南西北]侧|施工|改造|改道|积水|拥堵|公交|方向|公园)"
)
"""黄石路雨水井, 白马湖路施工: what is said of a street and hardly of a person."""

EDGE: Final = re.compile(rf"[^{CJK}A-Za-z]|$")
_ACTS: Final = re.compile(any_of((*ACTS, *ACT_CUES)))
_CUES: Final = frozenset(cue[-1] for cue in ACT_CUES) | frozenset("的了着过")


def is_likely(surname: str) -> bool:
    return surname in LIKELY_SINGLE or surname in COMPOUND - EVERYDAY_COMPOUNDS


def in_word_before(reading: Reading, index: int) -> bool:
    """An ordinary word that began earlier reaches over this character."""
    covered = reading.covered
    return index > 0 and covered[index] != 0 and covered[index] == covered[index - 1]


def parted_before(reading: Reading, index: int) -> bool:
    """夸一下|车师傅: the word that reaches over this character (下车) overlaps one that ends before it (一下)."""
    begins = index
    while begins and reading.covered[begins - 1] == reading.covered[index]:
        begins -= 1
    return any(reading.plain[start:index] in bits() for start in range(max(0, index - 4), begins))


def reaches_beyond(reading: Reading, start: int, end: int) -> bool:
    """An ordinary word crosses the end of the candidate: 向北京方面, 找王府井."""
    return any(reading.covered[index] > end for index in range(start, min(end, len(reading.plain))))


def begins_word(reading: Reading, index: int) -> bool:
    """A new word can begin here: at an edge, after an ordinary word, after 和 or 的."""
    before = reading.plain[index - 1 : index]
    return (
        index == 0 or not re.match(f"[{CJK}]", before) or reading.covered[index - 1] != 0 or before in _CUES
    )


def ends_word(reading: Reading, index: int) -> bool:
    """A word can have ended here: at an edge, or before what a person does."""
    return bool(EDGE.match(reading.plain, index) or _ACTS.match(reading.plain, index))


def at_edge(reading: Reading, index: int) -> bool:
    return bool(EDGE.match(reading.plain, index))


def name_end(reading: Reading, given_at: int, *, sure: bool, likely: bool = False) -> int:
    """Where the given name that begins at `given_at` ends; `given_at` itself where there is none.

    `sure`: the surname or a cue is, so uncommon characters may be part of the given name; `likely`: the second may.
    """
    first = reading.plain[given_at : given_at + 1]
    word = reading.covered[given_at] if first else 0
    if word > given_at + 1:
        return _word_as_given(reading, given_at, word)
    if not re.match(f"[{CJK}]", first) or first in STOPS:
        return given_at + 2 if sure and _joined_given(reading, given_at) else given_at
    behind = given_at + 1
    if first in BARE_GIVEN:
        return behind + 1 if _second_fits(reading, behind, lenient=sure or likely) else behind
    if not sure:
        return given_at
    if _second_fits(reading, behind, lenient=False):
        return behind + 1
    return behind if at_edge(reading, behind) else given_at


def _word_as_given(reading: Reading, start: int, end: int) -> int:
    """张和平, 王建设: an ordinary word of two given characters may be a given name where a word ends."""
    fits = end == start + 2 and all(character in GIVEN for character in reading.plain[start:end])
    return end if fits and ends_word(reading, end) else start


_JOINING: Final = frozenset("于不之因以如若亦其而")


def _joined_given(reading: Reading, start: int) -> bool:
    """吕不韦, 彭于晏: a function word inside a given name, only behind a sure surname."""
    name = reading.plain[start : start + 2]
    return (
        name[:1] in _JOINING
        and name[1:] in BARE_GIVEN | {"韦"}
        and not any(reading.covered[start : start + 2])
    )


def _second_fits(reading: Reading, index: int, *, lenient: bool) -> bool:
    second = reading.plain[index : index + 1]
    if not re.match(f"[{CJK}]", second) or second in STOPS or reading.covered[index] > index + 1:
        return False
    return second in BARE_GIVEN or (lenient and _parted(reading, index + 1))


def _parted(reading: Reading, index: int) -> bool:
    """An edge or the beginning of an ordinary word."""
    return at_edge(reading, index) or reading.covered[index] != 0
