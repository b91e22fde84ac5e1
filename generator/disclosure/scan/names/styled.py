"""Detector of what somebody is called by a word for a thing: 自称万里的人, 群友薄荷, 土豆爷爷, 骆驼家的狗.

Where somebody is announced by what she is called (自称, 喊他, 群友), any word is her name that is none for people and says nothing
of what she does. Before a word for kin, or what only a household has, it must be one that people are called by: a fruit, a
beast, a plant, something small (`styled.toml`).
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import any_of
from generator.disclosure.scan.names.left_over import PEOPLE
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words import trade
from generator.disclosure.scan.words.patterns import word_set
from generator.disclosure.scan.words.predicates import Part, part_of
from generator.disclosure.scan.words.rules import rulebook
from generator.disclosure.scan.words.titles import HONORIFICS, PERSONAL, ROLE_CUES

RULES: Final = rulebook(__file__, role=f"(?:{any_of(ROLE_CUES)})", said=f"(?:{any_of(PERSONAL)})")
_NOBODY: Final = (
    PEOPLE
    | ROLE_CUES
    | HONORIFICS
    | trade.WORDS
    | word_set(
        "名字 外号 物业 中介 快递 电信 街道 社区 外卖 城管 记者 居委会 移动 联通 公安 消防 供电 自来水 燃气 燃气公司 装修公司 全名 本名 东西 大名 回家 起床 吃饭 开门 让路 下来"
    )
)
"""自称物业的人, 喊他名字."""
_CALLINGS: Final = re.compile(
    "[员工人者长师客主户友属方商生家们队组部局司会]$|^(?:[我你他她这那某一本有不没被在是别快先来去过慢轻把再等让早赶闭滚站停]|小声|注意|安静)"
)
"""自称推销员的人, 自称受害者的, 自称本人的."""


def find_styled_names(reading: Reading) -> Iterator[Found]:
    """Every such name."""
    for start, end in RULES.find("called", reading.plain):
        if _is_a_name(reading, start, end):
            yield start, end, FindingKind.NAME
    for start, end in RULES.find("titled", reading.plain):
        yield start, end, FindingKind.NAME


def _is_a_name(reading: Reading, start: int, end: int) -> bool:
    """One word, or what no dictionary has whole, that is none for people and no verb."""
    word = reading.plain[start:end]
    if word in RULES.words["thing"]:
        return True
    if word in _NOBODY or _CALLINGS.search(word):
        return False
    at = start
    while at < end:
        if part_of(reading.plain[at : reading.words[at]]) in (Part.DOES, Part.LEADS, Part.WHEN):
            return False
        at = reading.words[at]
    return at == end
