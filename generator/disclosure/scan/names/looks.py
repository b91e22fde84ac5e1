"""Detector of nicknames made of a mark of the body, a dialect's word for one, or where somebody comes from: 疤瘌三, 肥添, 王麻子, 小四川.

What they are made of is data (`looks.toml`). A word of the dictionary is none of them, nor is what nothing is said of.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import EDGE, GIVEN_NAME, one_of
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.lexicon import bits
from generator.disclosure.scan.words.predicates import Part, part_of
from generator.disclosure.scan.words.rules import rulebook
from generator.disclosure.scan.words.surnames import MEDIUM, STRONG
from generator.disclosure.scan.words.titles import GIVEN_AFTER_SMALL

BEGINS: Final = "(?:^|(?<=[^一-鿿A-Za-z0-9])|(?<=楼上|楼下|隔壁|对门|对面|邻居|那个|这个|业主|租客|都喊|都叫|人称|车主|狗主|家长|中介|司机|房东|认识)|(?<=责任人|装修工|快递员|二房东|老板娘)|(?<=[被让跟找叫给和是怕喊]))"
"""Where a clause begins, or a word for a neighbour ends."""
RULES: Final = rulebook(
    __file__,
    given=GIVEN_NAME,
    alone=one_of(GIVEN_AFTER_SMALL),
    surname=one_of(STRONG | MEDIUM),
    begins=BEGINS,
)
_TAKES_PART: Final = re.compile("的|家|那[个家]|人很|[他她把被又]|天天|半夜|在|乱|霸|锁")
_DOES: Final = (Part.DOES, Part.LEADS, Part.WHEN)
_NO_NAME: Final = re.compile(
    "[我你您他她要不请别快了吧啊呀吗呢的没有是在]|加油|救命|小心|注意|欢迎|停|开会|物业|业主|保安|某"
)
"""“我要退费” and “开会了” are called out; nobody is called so."""


def find_looks(reading: Reading) -> Iterator[Found]:
    """Every such nickname of which something is said, and what somebody is called between quotation marks."""
    text = reading.plain
    for start, end in nicknames_of_looks(reading):
        if text[start:end] not in bits():
            yield start, end, FindingKind.NAME
    for start, end in RULES.find("quoted", text):
        if text[start:end] not in bits() and _NO_NAME.search(text, start, end) is None:
            yield start, end, FindingKind.NAME


def nicknames_of_looks(reading: Reading) -> Iterator[tuple[int, int]]:
    """Every one of which something is said, words of the dictionary (王麻子) among them."""
    found = RULES.find("nickname", reading.plain)
    return ((start, end) for start, end in found if is_said_of(reading, end))


def is_said_of(reading: Reading, end: int) -> bool:
    """Whether an edge, a belonging or what somebody does follows, and no word goes on over the end."""
    if EDGE.match(reading.plain, end) or _TAKES_PART.match(reading.plain, end):
        return True
    if reading.words[end - 1] != end:
        return False
    follows = reading.plain[end : reading.words[end]]
    return part_of(follows) in _DOES or part_of(follows[0]) in _DOES
