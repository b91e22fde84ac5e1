"""Detector of what DESIGN 7.3 calls sensitive: health and family. A wheelchair is a name.

A trigger word is widened to the phrase it stands in (body part, verb, duration), because the phrase tells.
Source of the classes: PIPL article 28 and 法释〔2016〕19号 article 10 (health is deleted from judgments).
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

from generator.disclosure.scan.facts import households, told
from generator.disclosure.scan.facts.matters import is_matter
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words import bodies, family, health
from generator.disclosure.scan.words.openings import Gated, gated
from generator.disclosure.scan.words.patterns import alternatives
from generator.disclosure.scan.words.somebody import serves_a_group, speaks_of_somebody

_BODY: Final = alternatives(*health.BODY.split())
_HOW_LONG: Final = "[0-9一二三四五六七八九十两几]{1,2}(?:个多?月|多?年|次|周|天|级|度|期|针)"

_BEFORE: Final = re.compile(
    alternatives(
        "刚刚?|才|去年|今年|前年|上个?月|上周|前几?天|昨天|最近|近期|已经?|曾经?|一直|长期|常年|多年|天天|又|还|正|在|正在",
        "做了?|做完|做过|刚做完?|动了?|动过|得[了过]?|患[有上]?|查出|检查出|确诊为?|诊断为?|有|是|因为?|需要?|要|坐|拄|靠|装了?|戴着?|突发|犯|引发|诱发|导致",
        "严重|轻度|中度|重度|轻微|先天性?|后天|急性|慢性|[晚早中末]期|老年?|老人|小儿|儿童|妊娠|双侧|左侧|右侧|粉碎性|的",
        _HOW_LONG,
        _BODY,
    )
    + "$"
)
_AFTER: Final = re.compile(
    alternatives(
        "症|病史?|史|手术|期间?|中|了|过|后|患者|病人|化疗|放疗|治疗|发作|[晚早]期|术后|恢复期?|康复|多年|半年|在家|在床|卧床|出行|不起|不醒|住院",
        "在?(?:吃药|服药|治疗)|老人|人员|证|家属|儿童|的?(?:老人|母亲|父亲|妈妈|爸爸)",
        _HOW_LONG,
        _BODY,
        "的?[那这][家户个位](?:男|女)?(?:业主|主人|租客|住户|人家|老爷子|老太太|女人|男人|小伙子?|姑娘|人)?",
    )
)
_BEFORE_EN: Final = re.compile(
    r"\b(?:has|have|had|is|was|are|am|been|being|just|recently|currently|now|still|a|an|the|with|severe|chronic|acute|mild|serious|terminal|late|early|stage|type|[0-9]|months?|weeks?|years?|one|two|three|four|five|six|seven|eight|nine|my|his|her|newly"
    r"|got|gets|suffers? from|suffering from|suffered|diagnosed|recovering|undergoing|underwent|having|uses?|using|needs?|wears?|wearing|home|severely|highly|badly|in|on|from|after|of|for|going through|hip|knee|heart|back|brain|eye|spinal|shoulder|breast|lung|liver|kidney|colon|stomach|skin|prostate|cataract|open-heart|dental|leg|foot|hand|ear|bone|blood|bladder|peanut|pollen|dust"
    r"|clinical|postnatal|full-time|legally|partially|almost|completely|profoundly|visually|hearing|recent|registered|physically|mentally|wife|husband)[ -]$"
)
_AFTER_EN: Final = re.compile(
    r"[ -](?:surgery|treatment|patient|cancer|disease|replacement|operation|user|medication|from (?:her|his|my|a|the) \w+|for (?:[0-9]+|two|three|many|several|a few) (?:years|months|weeks)|mother|mum|father|baby|son|daughter|(?:since|in|last) (?:january|february|march|april|may|june|july|august|september|october|november|december|month|year|week|spring|summer|autumn|winter|[0-9]{4})|in one (?:ear|eye)|in both (?:ears|eyes)|living alone)\b"
)
_REACH: Final = 20
"""How far back a widening word can begin; the longest is shorter."""

Topic = tuple[Gated, FindingKind]


def _topic(kind: FindingKind, patterns: Iterator[str] | tuple[str, ...], boundary: str = "") -> Topic:
    return gated(boundary + alternatives(*patterns)), kind


_CHINESE: Final = (
    _topic(FindingKind.HEALTH, tuple(word for row in health.CHINESE.values() for word in row.split())),
    _topic(FindingKind.HEALTH, bodies.CHINESE),
    _topic(FindingKind.FAMILY, tuple(word for row in family.CHINESE.values() for word in row)),
    (households.RULES.patterns["household"], FindingKind.FAMILY),
)
_ENGLISH: Final = (
    _topic(FindingKind.HEALTH, health.ENGLISH, r"\b"),
    _topic(FindingKind.FAMILY, family.ENGLISH, r"\b"),
)
_SLIGHT: Final = gated(alternatives(*health.SLIGHT))
"""What only a person beside it makes a fact about her."""
_ORDINARY: Final = gated(alternatives(*health.CHINESE_ORDINARY, *family.CHINESE_ORDINARY))
_ORDINARY_EN: Final = gated(alternatives(*health.ENGLISH_ORDINARY, *family.ENGLISH_ORDINARY))


def find_sensitive(reading: Reading) -> Iterator[Found]:
    """Every phrase about somebody's health or family, in either language."""
    yield from _phrases(reading.plain, _CHINESE, _ORDINARY, phrase)
    yield from _phrases(reading.plain.lower(), _ENGLISH, _ORDINARY_EN, _widen_english)
    yield from _selves(reading)


def _phrases(
    text: str,
    topics: tuple[Topic, ...],
    ordinary: Gated,
    widen: Callable[[str, int, int], tuple[int, int]],
) -> Iterator[Found]:
    harmless = [False] * (len(text) + 1)
    for match in ordinary.finditer(text):
        harmless[match.start() : match.end()] = [True] * (match.end() - match.start())
    for pattern, kind in topics:
        for match in pattern.finditer(text):
            if not (
                any(harmless[match.start() : match.end()])
                or _is_nobodys(text, *match.span())
                or is_matter(text, *match.span())
            ):
                yield *widen(text, *match.span()), kind


_SELF: Final = re.compile(alternatives(*family.SELF))


def _selves(reading: Reading) -> Iterator[Found]:
    """我是外卖骑手: what somebody says she is, from behind 是; her name is for the detectors of names."""
    names = {start for start, _, _ in reading.likely_names}
    for match in _SELF.finditer(reading.plain):
        start = max(match.start(), reading.plain.find("是", *match.span()) + 1)
        if (
            start not in names
            and not _ORDINARY.search(reading.plain, start, match.end())
            and not is_matter(reading.plain, start, match.end())
        ):
            rest = _TO_CLAUSE_END.match(reading.plain, match.end())
            yield start, rest.end() if rest else match.end(), FindingKind.FAMILY


def _is_nobodys(text: str, start: int, end: int) -> bool:
    """摊位挡轮椅, 打球容易崴脚: in a sentence without a person; 慰问退役军人: in one about many."""
    slight = _SLIGHT.search(text, start, end) is not None and not speaks_of_somebody(text, start, end)
    return slight or serves_a_group(text, start, end)


def phrase(text: str, start: int, end: int) -> tuple[int, int]:
    """The phrase around a trigger: verbs and body parts before it, course and duration after it."""
    for _ in range(4):
        before = _BEFORE.search(text[max(0, start - _REACH) : start])
        start -= len(before.group()) if before else 0
    for _ in range(3):
        after = _AFTER.match(text, end)
        end = after.end() if after else end
    return _clause(text, start, end)


_CLAUSE: Final = r"[^，。；：！？、,.;:!?()（）\n]"
_CLAUSE_BEFORE: Final = re.compile(rf"{_CLAUSE}{{0,16}}$")
_TO_CLAUSE_END: Final = re.compile(rf"{_CLAUSE}{{1,14}}(?!{_CLAUSE})")
"""A short clause is taken as a whole: who it is said of (我老婆…) and what follows (脑梗后走路不稳) tell more of the same."""


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    before, rest = _CLAUSE_BEFORE.search(text, max(0, start - 17), start), _TO_CLAUSE_END.match(text, end)
    begins = before.start() if before else start
    whole = begins == 0 or re.match(_CLAUSE, text[begins - 1]) is None
    return begins if whole else start, rest.end() if rest else end


_VERB_EN: Final = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|been|being|needs?|uses?|got|gets|suffers?|suffering|having|using|with|after|from|since|recovering)\b(?=[^.,;:!?]{0,36}$)"
)
_TO_CLAUSE_END_EN: Final = re.compile(r"(?: [a-z'-]+){1,5}(?=[.,;:!?]|$)")


def _widen_english(text: str, start: int, end: int) -> tuple[int, int]:
    for _ in range(6):
        before = _BEFORE_EN.search(text[max(0, start - _REACH) : start])
        start -= len(before.group()) if before else 0
    after = _AFTER_EN.match(text, end)
    end = after.end() if after else end
    verb = next(iter(_VERB_EN.finditer(text[max(0, start - 40) : start])), None)
    rest = _TO_CLAUSE_END_EN.match(text, end)
    return max(0, start - 40) + verb.start() if verb else start, rest.end() if rest else end


_DOUBTFUL: Final = (
    (gated(alternatives(*health.DOUBTFUL, *health.DOUBTFUL_EN)), FindingKind.HEALTH),
    (gated(alternatives(*family.DOUBTFUL, *family.SELF, *family.DOUBTFUL_EN)), FindingKind.FAMILY),
    (told.RULES.patterns["health"], FindingKind.HEALTH),
    (told.RULES.patterns["family"], FindingKind.FAMILY),
)


def find_doubtful_facts(reading: Reading) -> Iterator[Found]:
    """Words that only a sentence about somebody's body or life needs; what is ordinary is left alone."""
    text = reading.plain.lower()
    harmless = {
        at
        for pattern in (_ORDINARY, _ORDINARY_EN)
        for match in pattern.finditer(text)
        for at in range(*match.span())
    }
    for pattern, kind in _DOUBTFUL:
        for match in pattern.finditer(text):
            if not (
                match.start() in harmless
                or _is_nobodys(text, *match.span())
                or is_matter(text, *match.span())
            ):
                yield *match.span(), kind
