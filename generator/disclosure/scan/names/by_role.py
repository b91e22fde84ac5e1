"""Doubts about what somebody is called behind the word for what she is: 租客皮蛋把…, 女婿德吉代交, 装修工老疙瘩所为.

No list of nicknames ends. Behind a word for people (租客, 司机, 业委会) and before what only somebody does, whatever is no
word of the trade and in nobody's mouth is what she is called; so are a few short words in a row.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.division import left_over
from generator.disclosure.scan.names.left_over import PEOPLE
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words import trade
from generator.disclosure.scan.words.given import GIVEN
from generator.disclosure.scan.words.lexicon import bits
from generator.disclosure.scan.words.ordinary import ORDINARY
from generator.disclosure.scan.words.patterns import word_set
from generator.disclosure.scan.words.predicates import part_of
from generator.disclosure.scan.words.stretches import Division
from generator.disclosure.scan.words.surnames import SINGLE
from generator.disclosure.scan.words.titles import ROLE_CUES

_ROLES: Final = ROLE_CUES | word_set(
    "太太 女婿 团长 小孩 责任人 狗主 摊主 档主 女友 男友 表叔 表姨 姐夫 妹夫 二房东 黑中介 中介 护士 厨师 领队 会计 出纳"
)
_NOBODY: Final = ROLE_CUES | PEOPLE | ORDINARY | trade.WORDS
_SIZES: Final = range(2, 5)
_MOST_WORDS: Final = 3
_RARE: Final = 14
"""Bits: a word that is not in everybody's mouth."""
_STRICTLY: Final = (
    "把|说(?!明)|讲|骂|喊|忘[了关带]|不[肯认让听讲搭愿]|代[交收领]|总[丢把是在爱]|又[把在来]|老[是把在]|整天|偷|所为|占[了着]"
    "|的(?:狗|猫|车(?!库|位|道|棚)|钢琴|快递|司机|儿子|女儿|孩子|朋友|电话|话|老婆|媳妇)|已(?:清理|牵走|道歉|搬)|签了字|认账|要求|家(?:的|孩|门|里|阳台|又|老)|自称"
)
_DOES: Final = re.compile(_STRICTLY)
"""What somebody does, and nothing else."""
_ALONE_DOES: Final = re.compile("把|说(?!明)|骂|不[肯让认]|又[把在来]|[总老][把在是]|认账|已搬")
_FIRST: Final = GIVEN | SINGLE
_DOES_OR_IS: Final = re.compile(
    f"{_STRICTLY}|没(?![有了])|天天|半夜|在(?:某处|楼道|草坪|群里|小区|家|天台|露台|车库|地库)|[养拆晒拎拖扔泼借拴牵][了着一-鿿]|下车|搬"
)
"""What is said of a thing as well, but hardly of one whose word is rare."""
_COUNTED: Final = frozenset("一二两三几各每这那该有多")
"""楼上两口子搬家具: who is counted is not named."""
_KINDS_OF_NOUNS: Final = frozenset("本日表单间亭室证卡群费期")
"""门岗登记本, 经理接待日: nouns that the word for people belongs to."""


def find_names_by_role(reading: Reading) -> Iterator[Found]:
    """Every such name."""
    for words in reading.stretches:
        for index in range(len(words.ranges)):
            if words.at(index - 1) in _ROLES:
                yield from _called(reading, words, index)
            elif index == 0 or words.at(index - 1) == "的":
                yield from _unknown(reading, words, index)


def _called(reading: Reading, words: Division, index: int) -> Iterator[Found]:
    """What stands from the word at an index to where somebody does something."""
    for last in range(index, min(index + _MOST_WORDS, len(words.ranges))):
        start, end = words.range(index, last)
        if part_of(words.at(last)) is not None or words.at(last) in _NOBODY:
            return
        does = _DOES_OR_IS if last == index else _DOES
        if _could_be_called(reading.plain[start:end]) and does.match(reading.plain, end):
            yield start, end, FindingKind.NAME


def _unknown(reading: Reading, words: Division, index: int) -> Iterator[Found]:
    """茶叶铺的岩罕把…: without a word for people only what no word took in."""
    start, end = words.range(index, min(index + 1, len(words.ranges) - 1))
    first, second = words.at(index), words.at(index + 1)
    alone = left_over(first) and left_over(second) and first in _FIRST
    if alone and _ALONE_DOES.match(reading.plain, end):
        yield start, end, FindingKind.NAME


def _could_be_called(name: str) -> bool:
    rare = bits().get(name, _RARE) >= _RARE
    noun = name[-1] in _KINDS_OF_NOUNS or name[0] in _COUNTED
    return len(name) in _SIZES and rare and not noun
