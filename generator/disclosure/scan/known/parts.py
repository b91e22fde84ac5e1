"""The parts of a home as they are written one behind the other: 17栋 | 3单元 | 1904室, Block 17 | Flat 1904, 商铺 | S12.

A text is read once from left to right. Parts that only joints stand between are one chain; whether a chain tells a home of
the register, `addresses` says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.disclosure.scan.characters import CHINESE_DIGITS
from generator.disclosure.scan.known.notations import figure


class Label(StrEnum):
    """What a part is said to be. 楼 (`LEVEL`), 号 (`NUMBER`) and unit (`SUITE`) are said of several; `BARE` has no word."""

    PHASE = "phase"
    BUILDING = "building"
    UNIT = "unit"
    STOREY = "storey"
    LEVEL = "level"
    NUMBER = "number"
    SUITE = "suite"
    DOOR = "door"
    SIDE = "side"
    KIND = "kind"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: `code` in figures and small letters, and where it starts; a villa or a shop is a `kind`.

    `joint` is what stands between it and the part before in its chain, `behind` are the next few characters.
    """

    label: Label
    code: str
    start: int
    joint: str = ""
    behind: str = ""
    kind: str = ""

    @property
    def dashed(self) -> bool:
        """Whether nothing but a dash, or what is written for one, joins it to the part before."""
        return bool(_DASH.fullmatch(self.joint))


VILLAS: Final = ("别墅", "叠拼", "叠墅", "联排", "双拼", "独栋", "排屋", "合院")
SHOPS: Final = ("商铺", "店铺", "门面", "底商", "门市", "铺位")
ENGLISH: Final = {
    **dict.fromkeys(("building", "bldg", "block", "blk", "tower"), Label.BUILDING),
    **dict.fromkeys(("apartment", "apt", "flat", "room", "suite"), Label.DOOR),
    **dict.fromkeys(("entrance", "staircase"), Label.UNIT),
    "unit": Label.SUITE,
    "floor": Label.STOREY,
    **dict.fromkeys(("villa", "shop"), Label.KIND),
}
"""Words before a number."""
WORDS: Final = (*VILLAS, *SHOPS, *ENGLISH, "penthouse")
"""A home that is told by no Chinese counting word and no dash is told by one of these."""

_KINDS: Final = {
    **dict.fromkeys((*VILLAS, "villa"), "villa"),
    **dict.fromkeys((*SHOPS, "铺", "shop"), "shop"),
}
_LABELS: Final = {
    **dict.fromkeys(("号楼", "栋楼", "幢楼", "栋", "幢", "座", "号院", "弄", "#楼"), Label.BUILDING),
    **dict.fromkeys(("单元", "门", "梯"), Label.UNIT),
    **dict.fromkeys(("期", "区"), Label.PHASE),
    "楼": Label.LEVEL,
    "层": Label.STOREY,
    **dict.fromkeys(("号房", "号室", "室", "房", "户"), Label.DOOR),
    "号": Label.NUMBER,
}

FIGURES: Final = "零〇○一二三四五六七八九两幺壹贰叁肆伍陆柒捌玖"
_SAID: Final = f"[一二三四五六七八九]?[十百][{FIGURES}十]{{0,4}}|[{FIGURES}]{{1,4}}"
_CODE: Final = (
    r"(?:(?<![0-9a-z%])(?<![0-9]\.)(?:[0-9][0-9〇零○o]{0,3}[a-z]?|[a-z](?:[0-9]{1,4}[a-z]?)?)(?![0-9a-z%]|\.[0-9])"
    rf"|{_SAID}|[甲乙丙丁戊](?=单元|[栋幢座区门梯]))"
)
_COUNTS: Final = {"门": "门(?![前口外内上边旁后框锁铃禁卡槛缝])"}
"""12A-1203门前, 3号门口: in front of a door nothing is counted."""
_LABEL: Final = "|".join(_COUNTS.get(one, one) for one in sorted(_LABELS, key=len, reverse=True))
_PART: Final = re.compile(
    rf"(?P<kind>{'|'.join((*VILLAS, *SHOPS))}|(?<=[0-9号])铺)"
    rf"|(?<![a-z])(?P<word>{'|'.join(ENGLISH)})(?:s|es)?[.]? ?(?:no\.? ?|number |#)?(?P<numbered>{_CODE})"
    r"|(?P<storey>(?<![0-9a-z])[0-9]{1,2})(?:(?:st|nd|rd|th) floor|/f)(?![a-z0-9])"
    r"|(?P<side>[东西南北中左右])(?:边|侧|头|首|间)?户|(?P<level>[顶底首])[楼层]|(?<![a-z])(?P<roof>penthouse|ph)(?![a-z0-9])"
    rf"|第?(?P<code>{_CODE})(?: ?(?P<label>{_LABEL}))?"
)
_DASHES: Final = r"\-–—‐‑−_/.·~#"  # noqa: RUF001
_DASH: Final = re.compile(rf" ?[{_DASHES}]{{1,2}} ?")
_JOINT: Final = re.compile(
    rf"[ {_DASHES}|,，、()\[\]【】「」的:：]{{0,4}}|[ ,]{{0,3}}(?:和|及|与|或|of|in|at|and)?[ ]?(?:the |no\.? ?)?"
)
_DOTTED: Final = re.compile(r"(?<![0-9a-z.%])([0-9]{1,3})\.([0-9]{1,2})\.([0-9]{3,4})(?![0-9a-z%]|\.[0-9])")
"""17.3.1904; any other number with a point is no part of a home."""
_AS_FIGURES: Final = str.maketrans({**CHINESE_DIGITS, "o": "0"})
_STOREY_AND_DOOR: Final = re.compile(
    "([一二三四五六七八九]?十[一二三四五六七八九]?)[零〇○]([一二三四五六七八九])"
)


def chains(text: str) -> Iterator[list[Part]]:
    """The parts of each chain in a folded text of small letters, in linear time."""
    text = _DOTTED.sub(r"\1-\2-\3", text)
    chain: list[Part] = []
    end = 0
    for match in _PART.finditer(text):
        joint = text[end : match.start()]
        if chain and not (len(joint) <= _WIDEST and _JOINT.fullmatch(joint)):
            yield chain
            chain = []
        chain.append(_part(match, joint if chain else ""))
        end = match.end()
    if chain:
        yield chain


_WIDEST: Final = 12


def _part(match: re.Match[str], joint: str) -> Part:
    label, code, kind = _said(match)
    return Part(label, code, match.start(), joint, match.string[match.end() : match.end() + 4], kind)


def _said(match: re.Match[str]) -> tuple[Label, str, str]:
    """What the part is, its code, and its kind where that is told."""
    match match.lastgroup:
        case "kind":
            return Label.KIND, "", _KINDS[match["kind"]]
        case "numbered":
            return ENGLISH[match["word"]], in_figures(match["numbered"]), _KINDS.get(match["word"], "")
        case "storey":
            return Label.STOREY, in_figures(match["storey"]), ""
        case "side" | "roof":
            return Label.SIDE, match["side"] or "ph", ""
        case "level":
            return Label.STOREY, match["level"], ""
        case _:
            return _LABELS[match["label"]] if match["label"] else Label.BARE, in_figures(match["code"]), ""


def in_figures(code: str) -> str:
    """十九零四 and 一九零四 → 1904, 19o4 → 1904, 04 → 4; letters stay."""
    if code[0].isascii() and code[0].isalpha():
        return code
    said = _STOREY_AND_DOOR.fullmatch(code)
    if said:
        return f"{figure(said[1])}0{figure(said[2])}"
    plain = figure(code) if "十" in code or "百" in code else code.translate(_AS_FIGURES)
    return plain.lstrip("0") or plain
