"""Detector of names by their shape alone, whatever words cross them: 谁有老纪, 汤圆圆, 鹿鸣、尔冬升三家."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import CJK, COLOURS, LIKELY_SINGLE, any_of, one_of
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.name_costs import name_cost
from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.ordinary import ORDINARY
from generator.disclosure.scan.words.surnames import COMPOUND, MEDIUM, STRONG
from generator.disclosure.scan.words.titles import REDOUBLED_WORDS

_OLD_FRIEND: Final = re.compile(f"(?=(?P<it>[老小阿]{one_of(LIKELY_SINGLE)}))")


def find_old_friends(reading: Reading) -> Iterator[Found]:
    """老纪, 老周: even where the word before takes in the prefix (谁有老), or the word behind the surname (周天)."""
    for match in _OLD_FRIEND.finditer(reading.plain):
        start, end = match.span("it")
        taken = reading.words[start] == end or (
            reading.words[start] != start + 1 and reading.words[end - 1] != end
        )
        if match["it"] not in ORDINARY and not taken and _is_worth_it(reading, start, end):
            yield start, end, FindingKind.NAME


def _is_worth_it(reading: Reading, start: int, end: int) -> bool:
    """Whether the text is told as well with the name: 老周|天天 is, 小胡|同 and 老顾|客 are not."""
    priced = reading.priced
    price = priced.before[start] + name_cost(reading.plain[start:end]) + priced.behind[end]
    return price <= priced.behind[0] + _DEARER


_DEARER: Final = 1
"""Bits."""

_LIST: Final = re.compile(
    f"(?P<it>(?:[{CJK}]{{2,3}}[、和与跟]){{1,6}}[{CJK}]{{2,3}}?)(?:[0-9二两三四五六七八九几]|等)(?:[0-9几]|多)?(?:家|户|人|位|兄妹|兄弟|姐妹|姐弟|夫妻|夫妇|父子|母子|口子|个)"
)


def find_listed_names(reading: Reading) -> Iterator[Found]:
    """鹿鸣、尔冬升三家: names in a row, as far as they are no words of the trade."""
    for match in _LIST.finditer(reading.plain):
        for element in re.finditer(f"[{CJK}]+?(?=[、和与跟]|$)", match["it"]):
            start, end = match.start() + element.start(), match.start() + element.end()
            if not any(reading.covered[start:end]):
                yield start, end, FindingKind.NAME


_REDOUBLED_NAME: Final = gated(
    f"(?P<it>(?:{one_of(STRONG | MEDIUM)}|{any_of(COMPOUND)})(?P<one>[{CJK}])(?P=one))"
)

_DO_IT_A_LITTLE: Final = frozenset("查管谈问修看说听劝评扫洗擦补换拆敲聊坐理劝拦催")
"""请保安管管: what somebody is asked to do."""


def find_redoubled_names(reading: Reading) -> Iterator[Found]:
    """汤圆圆, 钱多多: even where a word takes in the surname, but not 路灯灯泡."""
    for match in _REDOUBLED_NAME.finditer(reading.plain):
        if (
            reading.words[match.end() - 1] == match.end()
            and match["it"][0] not in COLOURS
            and match["it"][1:] not in REDOUBLED_WORDS
            and match["one"] not in _DO_IT_A_LITTLE
        ):
            yield *match.span("it"), FindingKind.NAME
