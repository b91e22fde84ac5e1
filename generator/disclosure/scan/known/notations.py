"""Every way in which a private value of the register may be written, as strings of the compact reading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from generator.disclosure.scan.folding import compact_text, fold
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.pinyin import spell
from generator.disclosure.scan.words.surnames import COMPOUND
from generator.disclosure.scan.words.titles import GIVEN_AFTER_SMALL


@dataclass(frozen=True, slots=True)
class Notation:
    """One spelling of a value. `whole`: only where no letter or digit of the same script goes on.

    `weak`: a part of the value (a given name, initials) that is too short to identify by itself in a whole site.
    `titled`: a surname with a title; weak as well, but no ordinary word that begins with it explains it.
    """

    text: str
    kind: FindingKind
    whole: bool = False
    weak: bool = False
    titled: bool = False


def compacted(value: str) -> str:
    return compact_text(fold(value).text)


_CHINESE: Final = re.compile(r"[一-鿿]")
_SHORTEST_NUMBER: Final = 5


def names(name: str) -> Iterator[Notation]:
    """A person's name: whole, given name alone, nicknames, pinyin and initials; Western names in their parts."""
    folded = fold(name).text.strip()
    if _CHINESE.search(folded):
        characters = "".join(_CHINESE.findall(folded))
        yield from _chinese(characters or folded)
        for part in re.findall(r"[A-Za-z]{2,}", folded):
            yield Notation(compact_text(folded), FindingKind.NAME, whole=True)
            yield Notation(compact_text(part), FindingKind.NAME, whole=True, weak=True)
    else:
        yield from _western(folded)


def _chinese(name: str) -> Iterator[Notation]:
    surname, given = split_name(name)
    yield Notation(compact_text(name), FindingKind.NAME)
    if len(given) >= 2:
        yield Notation(compact_text(given), FindingKind.NAME, weak=True)
    for nickname in _nicknames(given):
        yield Notation(compact_text(nickname), FindingKind.NAME, weak=True)
    yield from _spelled(surname, given)


def split_name(name: str) -> tuple[str, str]:
    """Surname and given name: compound surnames first; a name of one character has no given name."""
    size = 2 if name[:2] in COMPOUND and len(name) > 2 else 1
    return name[:size], name[size:]


_DIMINUTIVES: Final = "小阿老"
_TITLES: Final = "姐哥姨叔妹弟总工爷婶"
_THINGS: Final = frozenset("梅妹弟毛果桃桔柚柱豆松栓")
"""毛子, 桃子: with 子 no name of their own."""


def _nicknames(given: str) -> Iterator[str]:
    """阿芳, 小芳, 芳姐, 芳芳, 芳子: of the last character of the given name."""
    if given:
        last = given[-1]
        yield from (prefix + last for prefix in _DIMINUTIVES)
        yield from (last + title for title in _TITLES)
        yield last + last
        if last in GIVEN_AFTER_SMALL - _THINGS:
            yield last + "子"


def _spelled(surname: str, given: str) -> Iterator[Notation]:
    """wangxiaoming, xiaomingwang, xiaoming and wxm."""
    family, first = spell(surname), spell(given)
    if not family or not first:
        return
    for chosen_family, chosen_first in product(product(*family), product(*first)):
        before, behind = "".join(chosen_family), "".join(chosen_first)
        yield Notation(compact_text(before + behind), FindingKind.NAME, whole=True)
        yield Notation(compact_text(behind + before), FindingKind.NAME, whole=True)
        if len(first) > 1:
            yield Notation(compact_text(behind), FindingKind.NAME, whole=True, weak=True)
        initials = "".join(part[0] for part in (*chosen_family, *chosen_first))
        if len(initials) > 2:
            yield Notation(compact_text(initials), FindingKind.NAME, whole=True, weak=True)


def _western(name: str) -> Iterator[Notation]:
    parts = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name)
    if not parts:
        return
    for order in (parts, parts[::-1], [parts[0], parts[-1]]):
        yield Notation(compact_text("".join(order)), FindingKind.NAME, whole=True, weak=len(parts) == 1)
    for part in parts:
        if len(part) > 1:
            yield Notation(compact_text(part), FindingKind.NAME, whole=True, weak=True)
    if len(parts) > 1:
        yield Notation(compact_text(parts[0][0] + parts[-1]), FindingKind.NAME, whole=True, weak=True)
        yield Notation(compact_text(parts[0] + parts[-1][0]), FindingKind.NAME, whole=True, weak=True)


def number(value: str, kind: FindingKind) -> Iterator[Notation]:
    """A number that identifies: its digits in one piece, with or without +86; short ones only whole."""
    digits = compacted(value)
    bare = re.sub(r"^(?:00)?86(?=1[3-9]\d{9}$)", "", digits)
    if len(bare) >= _SHORTEST_NUMBER:
        yield Notation(bare, kind, whole=len(bare) < 8)
    local = re.match(r"^0(?:10|2\d|[3-9]\d\d)(\d{7,8})$", bare)
    if local:
        yield Notation(local[1], kind, whole=True)


def plate(value: str) -> Iterator[Notation]:
    """川A·6F2K8: whole, without the province, and the part behind the letter."""
    text = compacted(value)
    yield Notation(text, FindingKind.PLATE)
    tail = re.sub(rf"^{_CHINESE.pattern}", "", text)
    if len(tail) >= 5:
        yield Notation(tail, FindingKind.PLATE, whole=True, weak=True)
        yield Notation(tail[1:], FindingKind.PLATE, whole=True, weak=True)


def account(value: str, kind: FindingKind) -> Iterator[Notation]:
    """An account name, whole."""
    text = compacted(value)
    if len(text) >= 2:
        yield Notation(text, kind, whole=True, weak=len(text) < _SHORTEST_NUMBER)


_AT_SIGNS: Final = ("@", "at", "#", "艾特")
_DOTS: Final = ("", "dot", "点")


def email(value: str) -> Iterator[Notation]:
    """An address with its at sign and dots in the usual disguises, and the part before the at sign."""
    local, _, host = value.partition("@")
    for at, dot in product(_AT_SIGNS, _DOTS):
        yield Notation(compacted(local.replace(".", dot) + at + host.replace(".", dot)), FindingKind.EMAIL)
        yield Notation(compacted(local + at + host.replace(".", dot)), FindingKind.EMAIL)
    if len(compacted(local)) >= 4:
        yield Notation(compacted(local), FindingKind.EMAIL, whole=True, weak=True)


def parking(value: str) -> Iterator[Notation]:
    """A space's number as it stands, and without its counting words."""
    for text in {compacted(value), compacted(re.sub("[层号区位]|车位|地库|地下|负", "", value))}:
        if len(text) >= 2:
            yield Notation(text, FindingKind.PARKING, whole=True, weak=len(text) < _SHORTEST_NUMBER)
    hundred = _HUNDRED.fullmatch(compacted(value))
    if hundred:
        yield Notation(compacted(_in_words(*hundred.groups())), FindingKind.PARKING, whole=True)


_HUNDRED: Final = re.compile("([1-9])([0-9])([0-9])号?位?")
_WORDS: Final = "零一二三四五六七八九"


def _in_words(hundreds: str, tens: str, ones: str) -> str:
    """132 → 一百三十二号, 108 → 一百零八号, 110 → 一百一十号: as somebody says it."""
    said, last = f"{_WORDS[int(hundreds)]}百", _WORDS[int(ones)] if ones != "0" else ""
    if tens != "0":
        return f"{said}{_WORDS[int(tens)]}十{last}号"
    return f"{said}零{last}号" if last else f"{said}号"


_NUMERALS: Final = {"十": 10, "百": 100}
_CHINESE_NUMBER: Final = re.compile("[0-9零一二三四五六七八九十百两]+")


def arabic(text: str) -> str:
    """The Chinese numerals of a folded text as figures: 十四栋三单元 → 14栋3单元; 七零二 → 702."""
    return _CHINESE_NUMBER.sub(lambda match: figure(match.group()), text)


def figure(numeral: str) -> str:
    """A Chinese numeral in figures; what is spoken digit by digit is read so."""
    if not any(mark in numeral for mark in _NUMERALS):
        return compact_text(numeral)
    total, digit = 0, 0
    for character in numeral:
        if character in _NUMERALS:
            total += (digit or 1) * _NUMERALS[character]
            digit = 0
        else:
            digit = int(compact_text(character))
    return str(total + digit)


def home(value: str) -> tuple[str, ...]:
    """The numbers of a home, from the largest part to the smallest: ('12', '3', '1201')."""
    return tuple(
        part.lstrip("0") or "0"
        for part in re.findall(r"\d+[a-z]?|(?<![a-z])[a-z](?![a-z])", arabic(fold(value).text.lower()))
    )
