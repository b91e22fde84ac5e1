"""Detector of people in Chinese: a surname with a title, a name after a cue, a full name that nothing explains.

The weaker the surname as a sign (see `surnames`), the more must stand around it: a title suffices for all; a full
name made of characters of given names suffices for strong and medium ones; weak ones need a cue before them.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from generator.disclosure.scan.given import GIVEN
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.surnames import COMPOUND, EVERYDAY_COMPOUNDS, MEDIUM, SINGLE, STRONG, WEAK
from generator.disclosure.scan.titles import (
    ACT_CUES,
    ACTS,
    GIVEN_AFTER_SMALL,
    HONORIFICS,
    KIN,
    NICKNAME_CUES,
    NOUN_TITLES,
    PARENTS,
    REDOUBLED_WORDS,
    ROLE_CUES,
    SELF_CUES,
    SHORT_HONORIFICS,
    STOPS,
)

_CJK: Final = "一-鿿"
_EVERYDAY: Final = frozenset(
    "方石安常金白马高钱车计米解应宗管向边封满温连桑关尚商阳黑冷麻付代占闻查帅景项路左章史江段任万程何许曾毛林苗游符盛季康梅古"
    "庄施文武麦舒齐简饶练原党丛母桂羊牛鱼严明黄周叶余陈张王花苏谈严郁郎洪柴幸"
)
_NAMELIKE: Final = (STRONG | MEDIUM) - (_EVERYDAY - frozenset("王张陈黄周何许林"))
_BARE_GIVEN: Final = GIVEN - STOPS
_EDGE: Final = re.compile(r"[^一-鿿A-Za-z]|$")


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


_SURNAME: Final = f"(?:{_any(sorted(COMPOUND))}|[{''.join(sorted(SINGLE))}])"
_FAMILY_NAME: Final = f"(?:{_any(sorted(COMPOUND))}|[{''.join(sorted(STRONG | MEDIUM))}])"
_LIKELY: Final = f"(?:{_any(sorted(COMPOUND - EVERYDAY_COMPOUNDS))}|[{''.join(sorted(_NAMELIKE))}])"
_GIVEN: Final = f"[{''.join(sorted(_BARE_GIVEN))}]"
_ACTS: Final = re.compile(f"(?:{_any(ACTS)})")

_TITLED: Final = re.compile(
    f"(?={_SURNAME})(?P<it>(?P<surname>{_SURNAME})(?P<given>[{_CJK}]{{0,2}}?)(?:{_any(HONORIFICS)}))"
)
_SHORT_TITLED: Final = re.compile(f"(?P<surname>{_FAMILY_NAME})[{SHORT_HONORIFICS}]")
_NOUN_TITLED: Final = re.compile(f"(?P<surname>{_LIKELY})(?:{_GIVEN}{{1,2}})?(?:{_any(NOUN_TITLES)})")
_PREFIXED: Final = re.compile(f"[老小阿大胖瘦](?P<surname>{_FAMILY_NAME})")
_PET: Final = re.compile(f"[小阿](?P<given>[{''.join(sorted(GIVEN_AFTER_SMALL))}])")
_SELF: Final = re.compile(f"(?:{_any(SELF_CUES)})(?:[是为叫姓:：、 “\"'‘「《]{{0,3}}|[ ]?[(（])")
_ROLE: Final = re.compile(f"(?:{_any(ROLE_CUES)})(?:的?(?:名叫|叫|姓|是|为)|[:： “\"'‘「(（、]){{0,2}}")
_ACT: Final = re.compile(f"(?:{_any(ACT_CUES)})")
_NICKNAME: Final = re.compile(
    f"(?:{_any(NICKNAME_CUES)})[是为叫做作:： ]{{0,2}}(?P<open>[“\"'‘「《【])(?P<it>[^”\"'’」》】\\n]{{1,10}})"
)
_CALLED: Final = re.compile(
    f"(?:外号|绰号|网名|昵称|微信名|群名片|小名|乳名|人称)[是为叫做作:： ]{{0,2}}(?P<it>[{_CJK}A-Za-z0-9]{{2,4}}?)(?=[的，。、；！？,.;!? ]|{_any(ACTS)}|$)"
)
_MENTION: Final = re.compile(r"@(?P<it>[一-鿿A-Za-z0-9_·\-]{1,12})")
_REDOUBLED: Final = re.compile(f"(?P<it>(?P<one>{_GIVEN})(?P=one))")
_PARENT: Final = re.compile(f"(?P<it>{_GIVEN}{{2}})(?:{_any(PARENTS)})")
_KIN_CALLED: Final = re.compile(
    f"(?:{_any(KIN)})(?:名叫|叫|是)?[“\"'‘「]?(?P<it>(?P<one>{_GIVEN})(?P=one)|[小阿][{_CJK}](?![{_CJK}])|{_GIVEN}{{1,2}}宝)"
)
_FULL: Final = re.compile(f"(?P<surname>{_FAMILY_NAME})(?P<given>{_GIVEN}{{1,2}})")
_FOREIGN: Final = re.compile(f"(?P<it>[{_CJK}]{{1,6}}[·•・‧][{_CJK}]{{1,8}})")


def find_chinese_names(reading: Reading) -> Iterator[Found]:
    """Every person a Chinese text seems to name."""
    for find in (_titled, _prefixed, _cued, _nicknames, _bare):
        for start, end in find(reading):
            yield start, end, FindingKind.NAME


def _free(reading: Reading, start: int, end: int) -> bool:
    """No ordinary word of more than these characters explains the first of them."""
    covered = reading.covered[start]
    begins_before = start > 0 and covered and reading.covered[start - 1] == covered
    return not begins_before and covered <= end and not (covered and covered < end and end - start > 1)


def _titled(reading: Reading) -> Iterator[tuple[int, int]]:
    text = reading.plain
    for match in _TITLED.finditer(text):
        start, end = match.span("it")
        if _title_fits(reading, match):
            yield start, end
    for pattern in (_SHORT_TITLED, _NOUN_TITLED):
        for match in pattern.finditer(text):
            if reading.covered[match.start()] == 0 and _title_ends(pattern, text, match.end()):
                yield match.span()


def _title_fits(reading: Reading, match: re.Match[str]) -> bool:
    start, given = match.start("surname"), match["given"]
    if reading.covered[start] > match.end("surname") or _covered_from_before(reading, start):
        return False
    return all(character in _BARE_GIVEN for character in given)


def _covered_from_before(reading: Reading, start: int) -> bool:
    return start > 0 and reading.covered[start] != 0 and reading.covered[start] == reading.covered[start - 1]


def _title_ends(pattern: re.Pattern[str], text: str, end: int) -> bool:
    """A one-character title is one only where a word can end: 王工说, not 王工业."""
    if pattern is _NOUN_TITLED:
        return not re.match(
            "具|电|装|用|属|庭|业|政|长|园|乡|畜|私|内(?!的)|型|外|数|口", text[end : end + 1]
        )
    return not re.match(
        "程|业|作|人|具|地|资|期|厂|艺|种|部|会|妹|弟|嫂|结|计|是|共|体|数|量|价|额|室|伍",
        text[end : end + 1],
    )


def _prefixed(reading: Reading) -> Iterator[tuple[int, int]]:
    text = reading.plain
    for match in _PREFIXED.finditer(text):
        if not any(reading.covered[match.start() : match.end()]) and _small_name_ends(text, match):
            yield match.span()
    for match in _PET.finditer(text):
        if not any(reading.covered[match.start() : match.end()]):
            yield match.span()


def _small_name_ends(text: str, match: re.Match[str]) -> bool:
    """大 and everyday surnames need a word's end behind them: 大庞, 老方说, but not 老方案."""
    if match["surname"] in STRONG or match["surname"] in COMPOUND:
        return True
    after = text[match.end() : match.end() + 2]
    return match["surname"] in _NAMELIKE or bool(
        _EDGE.match(after[:1]) or _ACTS.match(after) or after[:1] in SHORT_HONORIFICS
    )


def _cued(reading: Reading) -> Iterator[tuple[int, int]]:
    text = reading.plain
    for match in _SELF.finditer(text):
        yield from _after_cue(reading, match.end(), sure=True)
    for pattern in (_ROLE, _ACT):
        for match in pattern.finditer(text):
            yield from _after_cue(reading, match.end(), sure=False)


_NAME_HERE: Final = re.compile(f"(?P<surname>{_SURNAME})(?P<given>[{_CJK}]{{0,2}})")


def _after_cue(reading: Reading, position: int, *, sure: bool) -> Iterator[tuple[int, int]]:
    """The name that begins at a position where one is expected."""
    match = _NAME_HERE.match(reading.plain, position)
    if not match:
        return
    size = _given_size(reading.plain, match, sure=sure)
    end = match.end("surname") + size
    strong = match["surname"] in STRONG or match["surname"] in COMPOUND - EVERYDAY_COMPOUNDS
    if sure:
        if size or strong or _EDGE.match(reading.plain, end):
            covered = reading.covered[match.start()]
            if covered <= end or strong:
                yield match.start(), end
        return
    if strong and not reading.covered[position]:
        yield match.start(), end
    elif (
        size
        and match["surname"] not in WEAK
        and not reading.covered[position]
        and not _word_inside(reading, position, end)
    ):
        yield match.start(), end
    elif (
        size
        and reading.covered[position] <= end
        and _name_ends(reading.plain, end)
        and size == 2
        and not _word_inside(reading, position, end)
    ):
        yield match.start(), end


def _given_size(text: str, match: re.Match[str], *, sure: bool) -> int:
    """How many of the characters behind the surname are the given name."""
    given = match["given"]
    size = 0
    while size < len(given) and (given[size] in _BARE_GIVEN):
        size += 1
    if size == 0 and given and sure and _EDGE.match(text, match.end("surname") + 1) and given[0] not in STOPS:
        return 1
    if size == 1 and len(given) == 2 and sure and given[1] not in STOPS and _EDGE.match(text, match.end()):
        return 2
    return size


def _word_inside(reading: Reading, start: int, end: int) -> bool:
    """An ordinary word crosses the border of the candidate: 向北京方面, 找王府井."""
    return any(reading.covered[index] > end for index in range(start, end))


def _name_ends(text: str, end: int) -> bool:
    return bool(_EDGE.match(text, end) or _ACTS.match(text, end))


def _nicknames(reading: Reading) -> Iterator[tuple[int, int]]:
    text = reading.plain
    for pattern in (_NICKNAME, _CALLED, _MENTION, _KIN_CALLED, _FOREIGN):
        yield from (match.span("it") for match in pattern.finditer(text))
    for match in _PARENT.finditer(text):
        if not any(reading.covered[match.start("it") : match.end("it")]):
            yield match.span()
    for match in _REDOUBLED.finditer(text):
        if match["it"] not in REDOUBLED_WORDS and not any(reading.covered[match.start() : match.end()]):
            if _name_ends(text, match.end()):
                yield match.span()


def _bare(reading: Reading) -> Iterator[tuple[int, int]]:
    """Full names without any cue, and strong surnames that nothing explains."""
    text = reading.plain
    for match in _FULL.finditer(text):
        start, end = match.span()
        if reading.covered[start] or _word_inside(reading, start, end):
            continue
        if match["surname"] in STRONG or match["surname"] in COMPOUND or _is_full(reading, match):
            yield start, end
    for index, character in enumerate(text):
        if character in STRONG and not reading.covered[index]:
            yield index, index + 1


def _is_full(reading: Reading, match: re.Match[str]) -> bool:
    """Surname and two given characters, or one that stands alone or does something."""
    text, start, end = reading.plain, match.start(), match.end()
    covered = any(reading.covered[start:end])
    if len(match["given"]) == 2 and not covered:
        return match["surname"] in _NAMELIKE or _name_ends(text, end)
    alone = start == 0 or bool(re.match(f"[^{_CJK}]", text[start - 1]))
    return (
        not covered
        and match["surname"] in _NAMELIKE
        and (alone or bool(_EDGE.match(text, end)))
        and _name_ends(text, end)
    )
