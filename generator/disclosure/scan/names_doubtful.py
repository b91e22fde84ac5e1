"""Deny by default for words: where a name could stand that no word explains.

A doubt holds a text and says no more: these shapes are too blunt to tell which characters are the name.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan import trade
from generator.disclosure.scan.candidates import LIKELY_SINGLE, PLACE
from generator.disclosure.scan.division import Division, divide, given, left_over, name_in_context
from generator.disclosure.scan.names_left_over import PEOPLE
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.surnames import FUNCTION_WORDS, MEDIUM, SINGLE, STRONG, WEAK
from generator.disclosure.scan.titles import REDOUBLED_WORDS, ROLE_CUES

_RARE: Final = WEAK - FUNCTION_WORDS
_REDOUBLED_WORDS: Final = REDOUBLED_WORDS | trade.WORDS
_SURNAMES: Final = STRONG | MEDIUM
_NEIGHBOURS: Final = frozenset(
    [
        "邻居",
        "隔壁",
        "对门",
        "楼上",
        "楼下",
        "租客",
        "租户",
        "房东",
        "房客",
        "室友",
        "司机",
        "车主",
        "老公",
        "老婆",
        "丈夫",
        "妻子",
        "儿子",
        "女儿",
        "同事",
        "朋友",
    ]
)
_PREFIXES: Final = frozenset("老小阿胖大")
_KIN: Final = frozenset("妈爸爷奶婶嫂姐哥叔姨总工伯婆娘妹弟")
_NOBODY: Final = PEOPLE | frozenset("我你他她您其咱俺谁的和与处")
_COUNTED: Final = re.compile("[0-9一二三四五六七八九十百两几半每这那多数整各首前后当某]$")
_MEASURES: Final = frozenset("张周段石顾黄钟雷米梁祝")
"""Surnames that are counted, or stand alone as well: 3张, 两周."""


_NUMERALS: Final = frozenset("一二三四五六七八九幺")
_LITTLE_WORDS: Final = FUNCTION_WORDS | frozenset("元区经台但那干初用者再从向由于方该")
"""Where nothing announces a person they are prepositions, measures and the like."""


def find_doubtful_names(reading: Reading) -> Iterator[Found]:
    """Where a name could stand that no word explains."""
    for words in divide(reading):
        for index in range(len(words.ranges)):
            if any(rule(words, index) for rule in _DOUBTS):
                yield *words.range(index, min(index + 1, len(words.ranges) - 1)), FindingKind.NAME


def _surname_alone(words: Division, index: int) -> bool:
    """A surname that no word took in: 王|建国, 李|布衣."""
    surname, behind = words.at(index), words.at(index + 1)
    if PLACE.match(words.text, words.ranges[index][1]):
        return False
    if surname in STRONG:
        return True
    if surname in LIKELY_SINGLE and left_over(surname):
        before = words.text[max(0, words.ranges[index][0] - 1) : words.ranges[index][0]]
        return surname not in _MEASURES or bool(behind and not _COUNTED.match(before) and index)
    return surname in MEDIUM and left_over(behind)


def _weak_surname(words: Division, index: int) -> bool:
    """农|世|杰, 双|婷; any surname at all where the words around it expect a person."""
    surname = words.at(index)
    if surname in _RARE and given(words.at(index + 1)):
        return True
    announced = words.at(index - 1) in ROLE_CUES
    return (
        surname in SINGLE
        and (announced or surname not in _LITTLE_WORDS)
        and name_in_context(words, index) is not None
    )


def _prefixed(words: Division, index: int) -> bool:
    return words.at(index) in _PREFIXES and left_over(words.at(index + 1))


def _kin(words: Division, index: int) -> bool:
    """豆包|妈, 强|哥, 刘|总."""
    before, title = words.at(index), words.at(index + 1)
    return bool(before) and title in _KIN and before not in _NOBODY


def _redoubled(words: Division, index: int) -> bool:
    word = words.at(index)
    if len(word) == 2 and word[0] == word[1]:
        return word not in _REDOUBLED_WORDS
    return left_over(word) and word == words.at(index + 1)


def _two_left_over(words: Division, index: int) -> bool:
    """宝|根, 念|慈."""
    return all(given(words.at(at)) and words.at(at) not in _NUMERALS for at in (index, index + 1))


_DOES: Final = frozenset("把说被总又在骂来打要不没天每家的")


def _everyday_name(words: Division, index: int) -> bool:
    """邻居|尚可|把…: an ordinary word that may be a name, between a word for a person and what she does."""
    word, behind = words.at(index), words.at(index + 1)
    announced = words.at(index - 1) in _NEIGHBOURS and behind[:1] in _DOES
    return announced and len(word) == 2 and word[0] in _SURNAMES and word not in ROLE_CUES


_DOUBTS: Final = (
    _everyday_name,
    _surname_alone,
    _weak_surname,
    _prefixed,
    _kin,
    _redoubled,
    _two_left_over,
)
