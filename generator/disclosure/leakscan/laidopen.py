"""What stands in a marked-up file beside its text is laid open: comments, readings, enclosed files, and characters set one by one.

Nothing is lost by it: what is taken out of its place is read behind the rest.
"""

import re
from base64 import b64decode
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

BREAK: Final = " \n\n¦\n\n "
"""Stands between texts that do not belong together, so that no value is read across them."""

_COMMENT: Final = re.compile(r"<!--(.*?)-->", re.S)
_READING: Final = re.compile(r"<r[tp](?:\s[^<>]*)?>([^<>]*)</r[tp]>", re.I)
"""How a character is read, set above it."""
_DATA: Final = re.compile(
    r"data:[a-z0-9.+/-]{0,80}(?:;[a-z0-9=_.+-]{1,80})*?(;base64)?,([^\"'()\s<>]+)", re.I
)
_CHARACTER: Final = r"(?:[^<>&]|&#?[0-9a-z]{1,8};)"
_SET_ALONE: Final = re.compile(rf"(?:<text(?:\s[^<>]*+)?>{_CHARACTER}</text>\s*){{2,}}", re.I)
_SET_BESIDE: Final = re.compile(rf"</text>\s*<text[^<>]*>{_CHARACTER}</text>", re.I)
_NEXT: Final = re.compile(r"</text>\s*<text(?:\s[^<>]*)?>", re.I)
"""Programs that turn a print into SVG set each character by itself; two labels of a chart stay two."""
_STRETCH: Final = re.compile(r"</t></r><r>(?:<rPr>.*?</rPr>)?<t(?: [^<>]*)?>", re.S)
"""Where the letters of a cell change their look."""
_UNIT: Final = re.compile("_x([0-9A-Fa-f]{4})_")


def laid_open(text: str) -> str:
    """The text with comments and enclosed files behind it, and without what parts letters that stand side by side."""
    behind: list[str] = []
    if "<!--" in text:
        behind += _COMMENT.findall(text)
        text = _COMMENT.sub("", text)
    if "<ruby" in text:
        behind += _READING.findall(text)
        text = _READING.sub("", text)
    if "<![CDATA[" in text:
        text = text.replace("<![CDATA[", "").replace("]]>", "")
    if _SET_BESIDE.search(text):
        text = _SET_ALONE.sub(lambda match: _NEXT.sub("", match.group()), text)
    if ";base64," in text or "%3C" in text or "%3c" in text:
        behind += map(laid_open, _enclosed(text))
    return BREAK.join([text, *behind])


def _enclosed(text: str) -> Iterator[str]:
    """Pictures and style sheets inside an address; what is no text (a photograph, a font) has no letters to be read."""
    for packed, data in set(_DATA.findall(text)):
        try:
            yield b64decode(unquote(data), validate=True).decode("utf-8") if packed else unquote(data)
        except ValueError:
            continue


def cells_laid_open(text: str) -> str:
    """A part of a workbook: a cell in several looks is one text, and _x5468_ is a character."""
    return _UNIT.sub(lambda match: chr(int(match[1], 16)), _STRETCH.sub("", text))
