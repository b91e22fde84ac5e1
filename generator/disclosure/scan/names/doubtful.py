"""Deny by default for words: where a name could stand that no word explains.

A doubt holds a text and says no more: these shapes are too blunt to tell which characters are the name.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import PLACE, ROADWORK
from generator.disclosure.scan.names.division import MEASURES, ends_name, given, left_over
from generator.disclosure.scan.names.left_over import PEOPLE
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words import plain, trade
from generator.disclosure.scan.words.given import GIVEN
from generator.disclosure.scan.words.name_costs import name_cost
from generator.disclosure.scan.words.ordinary import ORDINARY
from generator.disclosure.scan.words.patterns import word_set
from generator.disclosure.scan.words.predicates import part_of
from generator.disclosure.scan.words.stretches import Division
from generator.disclosure.scan.words.surnames import COMPOUND, FUNCTION_WORDS, MEDIUM, SINGLE, STRONG
from generator.disclosure.scan.words.titles import ACT_CUES, ACTS, PREPOSITIONS, ROLE_CUES

_SURNAMES: Final = STRONG | MEDIUM
_ACTS_ON_OTHERS: Final = frozenset("把说被骂打")
_SPEAKS: Final = word_set(
    "说 反映 投诉 表示 要求 来电 称 认为 提出 建议 报修 申请 家 来访 致电 骂 骂人 欠费 打人 养狗 抽烟 喝酒 吵架 不肯 不让 拒绝 嫌 讲 吼 哭 承认 道歉"
)
_DEGREES: Final = frozenset("太很更最够不好较变加放缩")
_PREFIXES: Final = frozenset("老小阿胖大")
_KIN: Final = frozenset("妈爸爷奶婶嫂姐哥叔姨伯婆娘妹弟")
_POSTS: Final = frozenset("总工")
_NOBODY: Final = PEOPLE | frozenset("我你他她您其咱俺谁的和与处")

_ANNOUNCING: Final = ACT_CUES | ROLE_CUES
_ORDINARY: Final = ORDINARY | trade.WORDS


def find_doubtful_names(reading: Reading) -> Iterator[Found]:
    """Where a name could stand that no word explains."""
    for words in reading.stretches:
        for index in range(len(words.ranges)):
            doubtful = any(rule(words, index) for rule in _DOUBTS)
            if doubtful and not ROADWORK.match(words.text, words.ranges[index][1]):
                yield *words.range(index, min(index + 1, len(words.ranges) - 1)), FindingKind.NAME


def _surname_alone(words: Division, index: int) -> bool:
    """A surname that is hardly anything else and that no word took in: 欧|布衣."""
    return words.at(index) in STRONG and not PLACE.match(words.text, words.ranges[index][1])


def _prefixed(words: Division, index: int) -> bool:
    behind = words.at(index + 1)
    prefixed = words.at(index) in _PREFIXES and left_over(behind)
    if words.at(index) == "大" and behind not in GIVEN and behind not in SINGLE:
        return False  # 大|喝一声, 不能大|意
    return prefixed and words.at(index - 1) not in _DEGREES


def _kin(words: Division, index: int) -> bool:
    """豆包|妈, 强|哥, 刘|总."""
    title = words.at(index + 1)
    if title not in _POSTS and title not in _KIN:
        return False
    before = words.at(index)
    if title in _POSTS:
        return before in SINGLE or before in COMPOUND
    return bool(before) and before not in _NOBODY and before not in _BEING_ONE


_BEING_ONE: Final = frozenset("当亲后干做像陪帮替没晚面")
"""当|妈的, 后|娘, 洗|面|奶: what one is, does or has."""

_DONE_TO_SOMEBODY: Final = word_set("骂 打 推 撞 叫 喊 请 带 送 抱 接 劝 赶 拦 拉 踢 吓 气 惹")
"""With 把 what is done must be what is done to people: 把小风扇换了."""


def _nicknamed(words: Division, index: int) -> bool:
    """和|老|疙瘩|喝…: a prefix and a word, between a word that announces a person and what she does."""
    if words.at(index) not in _PREFIXES:
        return False
    nickname, behind = words.at(index + 1), words.at(index + 2)
    before = words.at(index - 1)
    person = before in _ANNOUNCING and behind in ACTS and (before != "把" or behind in _DONE_TO_SOMEBODY)
    return person and len(nickname) == 2 and nickname not in _ORDINARY


_CALLED: Final = SINGLE - FUNCTION_WORDS - MEASURES - PREPOSITIONS
_CALLING: Final = re.compile("[一-鿿]{1,3}[工员师匠长手]$")


def _by_calling(words: Division, index: int) -> bool:
    """桂|技工: a surname that no word took in before what somebody does."""
    calling = words.at(index + 1)
    return words.at(index) in _CALLED and _CALLING.match(calling) is not None and part_of(calling) is None


_UNCOUNTED: Final = _SURNAMES - MEASURES
_PLAUSIBLE: Final = 30
"""Bits: a name that is met."""
_DOES: Final = frozenset("把说被总又在骂来打要不没天每家的半已修到")


def _everyday_name(words: Division, index: int) -> bool:
    """邻居|尚可|把…: an ordinary word that may be a name, between a word for a person and what she does."""
    word = words.at(index)
    if len(word) != 2 or word[0] not in _SURNAMES or word in trade.WORDS or word in ROLE_CUES:
        return False
    behind = words.at(index + 1)
    if words.at(index - 1) in ROLE_CUES:
        return behind[:1] in (_ACTS_ON_OTHERS if word in ORDINARY else _DOES)
    return index == 0 and word not in ORDINARY and behind in _SPEAKS


def _word_given(words: Division, index: int) -> bool:
    """电工|关|胜利: behind a word for a person, a surname and a word that may be a given name."""
    surname = words.at(index)
    if surname not in _UNCOUNTED or words.at(index - 1) not in ROLE_CUES:
        return False
    behind = words.at(index + 1)
    return len(behind) == 2 and behind not in trade.WORDS and name_cost(surname + behind) <= _PLAUSIBLE


_BY_A_PERSON: Final = frozenset("说骂吵喊帮答劝")


def _like_a_name(words: Division, index: int) -> bool:
    """葛藤|军|在…, 邻居|乌木|把…, 感谢|曲尺|帮…, 章鱼|家: words that explain a text stand where a person does."""
    word = words.at(index)
    if word not in plain.WORDS:
        return False
    before, behind = words.at(index - 1), words.at(index + 1)
    if len(word) == 2 and word[0] in SINGLE and given(behind) and ends_name(words, index + 1):
        return True
    if before in ROLE_CUES:
        return (word[0] in SINGLE or word[0] in _PREFIXES) and behind[:1] in _DOES
    return behind == "家" or (before in ACT_CUES and behind[:1] in _BY_A_PERSON)


_DOUBTS: Final = (
    _like_a_name,
    _everyday_name,
    _surname_alone,
    _prefixed,
    _nicknamed,
    _by_calling,
    _word_given,
    _kin,
)
