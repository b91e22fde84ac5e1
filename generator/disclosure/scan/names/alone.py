"""Doubts about a given name that stands alone: 德顺又把…, 多亏志远, 楼上山本家, May from the office, ask lily at the desk."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import CJK, GIVEN_NAME, SURNAME
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.english import FIRST_NAMES, WORD_NAMES
from generator.disclosure.scan.words.patterns import parts, word_set, words

_BEGINS: Final = r"(?:^|(?<=[,.;:!?。 \n]))"
_DOES: Final = words(
    "又把 又在 又来 总把 老把 天天 每天 修得 修好 换好 帮我 帮忙 人很 人真 很热心 很负责 很耐心 真负责 真热心 态度 值班 上门 来了 来修 来看 没来 不在 不肯 不让 不讲理 打麻将 喝醉 停车 乱停 占了 养的 晚上 半夜 两口子 他妈 他爸 媳妇"
)
_ALONE: Final = re.compile(
    f"{_BEGINS}(?P<it>{GIVEN_NAME}{{2}})(?={_DOES})"
    f"|(?:多亏|幸亏|亏得|感谢|谢谢|辛苦)(?:了)?(?P<thanked>{GIVEN_NAME}{{2}})(?=[,.;!。]|$|帮|耐心|及时|师傅|上门)"
)
"""德顺又把三轮车停在门口, 多亏志远: where no word explains the two characters."""
_HOUSE: Final = re.compile(
    f"(?:楼上|楼下|隔壁|对门)(?P<it>(?![那这我你他她人每某哪一几两三老大小住的户别谁有是养装说在和跟与邻])[{CJK}](?![人户的是这那])[{CJK}])家(?=孩子|小孩|的|里|狗|猫|又|半夜|天天|漏|装修)"
)
"""楼上山本家: a family by a name no table of surnames has."""
_SPACED: Final = re.compile(
    f"(?<![{CJK}])(?P<it>(?![东西南北]){SURNAME}(?P<mark>[-·._*~])[{CJK}](?P=mark)[{CJK}])(?=$|[^{CJK}]|家|说|的|反映|投诉|来电|把|又|在|住)"
)
"""张-建-国."""
_AT_WORK: Final = re.compile(
    r"\b(?P<it>[A-Za-z]{2,12}) (?:from|in|at|on) (?:the |our |your )?(?:property |management |front |security |cleaning |maintenance |service )?(?:office|desk|gate|reception|security|lobby|counter|team|guardhouse|crew|night shift)\b"
)
"""May from the office, lily at the front desk: a first name, whatever else it means and however it is written."""
_MONTHS: Final = word_set(
    """may will mark rob don long park field page star drew trip trace short small young white black green brown gray grey
    stone wood hill brook banks sunny lucky happy rock bell summer autumn march forest sky junior song sunday"""
)
"""In small letters these are words everywhere: pets may, at the gate."""


_A_THING: Final = re.compile(r"(?:[0-9]|\b(?:an?|the|of|some|any|no)) $", re.IGNORECASE)
"""3 yuan at the desk, the ivy at the gate: counted, or with an article."""


_CALENDAR: Final = word_set("january march april may june july august summer autumn sunday")
_WHEN: Final = re.compile(
    r"\b(?:in|or|and|by|until|till|since|during|next|last|early|late|mid|from|every|on) $", re.IGNORECASE
)
"""In May or June at the front desk; what begins a sentence stays a person."""


def _is_a_month(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 8) : match.start()]
    return match["it"].lower() in _CALENDAR and _WHEN.search(before) is not None


def find_names_alone(reading: Reading) -> Iterator[Found]:
    """Every given name that stands where a person does and is no word."""
    text = reading.plain
    for pattern in (_ALONE, _HOUSE):
        for start, end in parts(pattern, text):
            if not any(reading.covered[start:end]):
                yield start, end, FindingKind.NAME
    yield from ((*match.span("it"), FindingKind.NAME) for match in _SPACED.finditer(text))
    for match in _AT_WORK.finditer(text):
        if (
            _is_first_name(match["it"])
            and not _is_a_month(text, match)
            and not _A_THING.search(text, max(0, match.start() - 6), match.start())
        ):
            yield *match.span("it"), FindingKind.NAME


def _is_first_name(word: str) -> bool:
    lower = word.lower()
    return lower in FIRST_NAMES | WORD_NAMES and (word != lower or lower not in _MONTHS)
