"""Detector of names that are ordinary words: 于洋来电, 已派冬梅上门, 小方说, 孙女士, 江家的狗; where a person stands or acts.

The words, and what must stand around them, are data (`worded.toml`); the surnames that take part are chosen here.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import CJK, GIVEN_NAME, one_of
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.rules import rulebook
from generator.disclosure.scan.words.surnames import FUNCTION_WORDS, MEDIUM, SINGLE, STRONG
from generator.disclosure.scan.words.titles import PREPOSITIONS

_COMMON: Final = STRONG | MEDIUM
_NO_FUNCTION: Final = SINGLE - FUNCTION_WORDS

RULES: Final = rulebook(
    __file__,
    cjk=CJK,
    given=GIVEN_NAME,
    surname=one_of(_COMMON),
    masked=one_of(_COMMON - {"周"}),
    woman=one_of(_NO_FUNCTION - PREPOSITIONS | {"单"}),
    shortened=one_of(_NO_FUNCTION | set("于时成")),
    asked=one_of(_NO_FUNCTION),
    posted=one_of(SINGLE - set("区时门车件票组包屋亭修费家")),
    greeting=one_of(SINGLE - set("区门车")),
    household=one_of(_COMMON - PREPOSITIONS - set("商管安成专原代占查付解应连当单")),
)

_TOLD: Final = (
    "acting",
    "addressed",
    "added",
    "titled",
    "whole",
    "greeted",
    "small",
    "small_posted",
    "masked",
    "post",
    "in_the_group",
    "household",
)
"""The ways in which such a name is told by itself; `woman` and `small_asked` ask for more."""
_NO_TITLE_BEFORE: Final = re.compile("[老各几位些名数两多众本该某]$")


def find_worded_names(reading: Reading) -> Iterator[Found]:
    """Every such name."""
    yield from ((start, end, FindingKind.NAME) for start, end in _names(reading.plain))


def _names(text: str) -> Iterator[tuple[int, int]]:
    for noun in _TOLD:
        yield from RULES.find(noun, text)
    for start, end in RULES.find("woman", text):
        if not _NO_TITLE_BEFORE.search(text, max(0, start - 1), start):
            yield start, end
    for start, end in RULES.find("small_asked", text):
        if text[start:end] not in RULES.words["no_small"]:
            yield start, end
