"""Doubts about nicknames: a word or a picture before the end of a given name (大炮明, 飞机明, 肥添), and everyday ones (二狗, 三哥, 朵朵).

What is a doubt here is a matter of shape and place: such a name begins its clause or stands behind a word for people,
no dictionary takes in its last character, and something is said of it. The lists are data (`nicknames.toml`).
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import EDGE
from generator.disclosure.scan.names.left_over import PEOPLE
from generator.disclosure.scan.names.looks import BEGINS, is_said_of, nicknames_of_looks
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words import trade
from generator.disclosure.scan.words.lexicon import bits
from generator.disclosure.scan.words.ordinary import ORDINARY
from generator.disclosure.scan.words.predicates import Part, part_of
from generator.disclosure.scan.words.rules import rulebook
from generator.disclosure.scan.words.stretches import Division
from generator.disclosure.scan.words.titles import ACT_CUES, ROLE_CUES

RULES: Final = rulebook(__file__, begins=BEGINS)
_LAST: Final = RULES.words["last"]
_SAID_OF_THINGS: Final = RULES.words["said_of_things"]
_SPEAKS: Final = RULES.words["speaks"]
_PICTURES: Final = RULES.words["picture"]
_CUES: Final = ROLE_CUES | ACT_CUES | RULES.words["cue"]
_NOBODY: Final = ROLE_CUES | PEOPLE
_THINGS: Final = ORDINARY | trade.WORDS
"""信号, 地面, 天线: that they are strong, flat or fly is said of them."""
_PICTURE_SIZES: Final = (2, 3)
_MET_DAILY: Final = 12
"""Bits: up to here a word is too plain to be a picture of anybody (一点贵, 虽然刚)."""
_RARE: Final = 25


def find_nicknames(reading: Reading) -> Iterator[Found]:
    """Every such nickname of which something is said."""
    for words in reading.stretches:
        for index in range(1, len(words.ranges)):
            if _is_nickname(words, index) and _begins(reading, words, index - 1):
                start, end = words.range(index - 1, index)
                if _has_its_verb(words.at(index)) or _is_somebody(reading, start, end):
                    yield start, end, FindingKind.NAME
    for start, end in nicknames_of_looks(reading):
        if _OR.match(reading.plain, end) is None:
            yield start, end, FindingKind.NAME
    for start, end in RULES.find("everyday", reading.plain):
        if is_said_of(reading, end):
            yield start, end, FindingKind.NAME


_OR: Final = re.compile("还是")
"""王麻子还是张小泉: knives."""


def _is_nickname(words: Division, index: int) -> bool:
    """大炮|明: a picture, and a character that no word took in and given names end with."""
    picture, last = words.at(index - 1), words.at(index)
    if last not in _LAST and not _has_its_verb(last):
        return False
    if len(picture) not in _PICTURE_SIZES:
        return picture in _PICTURES
    a_picture = part_of(picture) is None and bits().get(picture, _RARE) > _MET_DAILY
    return a_picture and picture not in _NOBODY and picture[-1] + last not in bits()


def _has_its_verb(word: str) -> bool:
    """大炮|明说: a verb of the dictionary that is the end of a name and what she does with her voice."""
    return word[0] in _LAST and word[1:] in _SPEAKS and part_of(word) is Part.DOES


def _is_somebody(reading: Reading, start: int, end: int) -> bool:
    """信号强 and 碎片飞到 say something of a thing; 石头强把… and 外号石头强 are somebody all the same."""
    text, last = reading.plain, end - 1
    if text[last] not in _SAID_OF_THINGS or _CALLED.search(text, max(0, start - 3), start):
        return is_said_of(reading, end)
    if text[start:last] in _THINGS or _OF_A_THING.match(text, end) or _just_did(reading, last):
        return _ONLY_SOMEBODY.match(text, end) is not None
    return is_said_of(reading, end)


def _just_did(reading: Reading, last: int) -> bool:
    """声音|刚|停歇: before a verb the last character tells when."""
    behind = reading.plain[last + 1 : reading.words[last + 1]] if last + 1 < len(reading.words) else ""
    return reading.plain[last] == "刚" and part_of(behind) is Part.DOES


_CALLED: Final = re.compile("(?:叫|人称|外号|绰号|花名|中介|老板|领队|房东|店主|档主)$")
_OF_A_THING: Final = re.compile(rf"{EDGE.pattern}|[到来出走进起得着了过]")
_ONLY_SOMEBODY: Final = re.compile(
    "家(?![电具])|又?把|又在|说(?!明)|骂|带人|不肯|不让|答应|半夜|收了|那[间家]"
)


def _begins(reading: Reading, words: Division, index: int) -> bool:
    """Whether a clause begins with this word, or something stands before it that makes no longer noun of it."""
    start = words.ranges[index][0]
    if index == 0:
        return not reading.plain[start - 1 : start].isalnum()
    before = words.at(index - 1)
    return before in _CUES or part_of(before) is not None
