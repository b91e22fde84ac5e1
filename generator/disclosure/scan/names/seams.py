"""What the seam of two ordinary words makes look like a name: 请|戴|头盔, 连|沙发|都没有, 住在金源|饭店. For `nobody`."""

import re
from typing import Final

from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.words import plain, trade
from generator.disclosure.scan.words.given import GIVEN
from generator.disclosure.scan.words.lexicon import bits
from generator.disclosure.scan.words.name_costs import name_cost
from generator.disclosure.scan.words.ordinary import ORDINARY
from generator.disclosure.scan.words.titles import (
    CALLINGS,
    HONORIFICS,
    JOB_TITLES,
    NOUN_TITLES,
    PARENTS,
    POSTS,
    ROLE_CUES,
)

_DEEDS: Final = frozenset(
    "戴游祝管查付解封包盖施支扶关谈敬养充通连种计涂暴安操展步折贺谢易束揣撒劳宰储索毕容冒练问闻顾招习别应常全单双满空封"
)
"""Surnames that are a verb, or an adverb before one."""
_BEFORE_ONE: Final = frozenset("易习别应常全单双满空")
_NEIGHBOURS: Final = ("邻居", "邻家", "楼上", "楼下", "对门", "隔壁")
"""邻居|易烫手|把门堵了: where a neighbour sits, an adverb is a surname."""
_MET: Final = 17
"""Bits: a word that is met now and then."""
_EXPLAINED: Final = ORDINARY | trade.WORDS | plain.WORDS
_SOMEBODY: Final = HONORIFICS | CALLINGS | JOB_TITLES | POSTS | NOUN_TITLES | ROLE_CUES | set(PARENTS)
_CALLED_BY: Final = frozenset("小大老阿某")
_EVEN: Final = re.compile("连(?P<it>[一-鿿]{2,5}?)[都也](?![一-鿿]{0,2}[说骂])")
_HOUSES: Final = re.compile(
    "(?:[一-鿿]{0,2}大|国际|商务|假日|快捷)?(?:酒店|宾馆|饭店|酒楼|旅馆|旅社|酒家|公寓楼|影城|影院|剧院|购物中心|百货|商厦|写字楼|大剧院|体育馆|体育场|医院|银行|大学|集团|股份|牌)"
)
"""金源饭店, 武岳大酒店: a house or a firm, by what stands behind its name."""
_KNOWN_BY: Final = frozenset("老小阿")


def names_a_seam(reading: Reading, start: int, end: int) -> bool:
    """Whether ordinary words, and no person, meet in this range."""
    return _is_a_deed(reading, start, end) or _is_even(reading, start) or _is_a_house(reading, start, end)


def _is_a_deed(reading: Reading, start: int, end: int) -> bool:
    """戴|头盔, 祝|心情: a verb, and a whole word that nobody is called by."""
    if reading.plain[start] not in _DEEDS or reading.words[start] != start + 1 or end - start < 2:
        return False
    if reading.plain[start] in _BEFORE_ONE and reading.plain[:start].endswith(_NEIGHBOURS):
        return False
    return _is_plain(reading.plain[start + 1 : reading.words[start + 1]])


def _is_even(reading: Reading, start: int) -> bool:
    """连|三星|都没有."""
    match = _EVEN.match(reading.plain, start)
    return match is not None and reading.words[start] == start + 1 and _is_plain(match["it"])


def _is_plain(word: str) -> bool:
    """A word that is neither a given name nor what somebody is called by."""
    met = word in _EXPLAINED or bits().get(word, _MET + 1) <= _MET
    nobody = word not in _SOMEBODY and word[0] not in _CALLED_BY
    return len(word) > 1 and met and nobody and not _is_given(word)


_COMMON: Final = "李"
_GIVEN_AT_MOST: Final = 24
"""Bits of a common surname and a given name that is met: 国庆, 海燕, but not 沙发, though both characters are given."""


def _is_given(word: str) -> bool:
    return GIVEN.issuperset(word) and name_cost(_COMMON + word) <= _GIVEN_AT_MOST


_WHOLE: Final = 3
_PLAUSIBLE: Final = 22
"""Bits: a whole name that is met (李建国饭店 is his)."""


def _is_a_house(reading: Reading, start: int, end: int) -> bool:
    """金源|饭店: but what neighbours call its owner, or his whole name, stays somebody."""
    name = reading.plain[start:end]
    whose = name[0] in _KNOWN_BY or (len(name) == _WHOLE and name_cost(name) <= _PLAUSIBLE)
    return not whose and (
        _HOUSES.match(reading.plain, end) is not None
        or _HOUSES.fullmatch(reading.plain, start + 1, end) is not None
    )
