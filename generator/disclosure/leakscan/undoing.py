"""What programs write for a character is undone: entities, escapes of scripts, of style sheets and of addresses.

What is not undone, and why, is told in `docs/last-scan.md`.
"""

import html
import re
from typing import Final
from urllib.parse import unquote_to_bytes

from generator.disclosure.leakscan.laidopen import BREAK

_PASSES: Final = 16
"""Escapes of escapes are undone until nothing changes, and no longer than anything is nested."""

# Two halves first; then exactly four digits, for what follows may be a letter or digit of the value itself.
_UNICODE: Final = re.compile(
    r"\\u([dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|\\u([0-9a-fA-F]{4})|\\u\{([0-9a-fA-F]{1,6})\}|\\x([0-9a-fA-F]{2})"
)
# One of fewer than four digits is ended by a blank where a digit may follow; without it, \b139 of a script would be one.
_CSS: Final = re.compile(r"\\([0-9a-fA-F]{4,6}) ?|\\([0-9a-fA-F]{1,3}) ")
_WHITE: Final = re.compile(r"\\[nrt]")
_PERCENT: Final = re.compile("%[0-9A-Fa-f]{2}")
_IN_AN_ADDRESS: Final = re.compile(
    r"(?<![0-9A-Za-z_.~-])[0-9A-Za-z_.~-]*+%[0-9A-Fa-f]{2}[0-9A-Za-z%_.~@^`|-]*+"
)
_DOMAIN: Final = re.compile(r"xn--([a-z0-9-]{1,59})", re.I)


def undo(text: str) -> str:
    """Entities, \\u, \\x and \\n, CSS escapes, percent-encoding and names of domains undone, until nothing changes any more."""
    for _ in range(_PASSES):
        plain = _undone(text)
        if plain == text:
            break
        text = plain
    return text


def _undone(text: str) -> str:
    """Once; each kind is looked for only where its mark stands."""
    if "\\" in text:
        text = _CSS.sub(_character, _UNICODE.sub(_character, text))
        text = _WHITE.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    if "%" in text and _PERCENT.search(text):
        text = _IN_AN_ADDRESS.sub(_unquoted, text)
    if "xn--" in text:
        text = _DOMAIN.sub(_named, text)
    return text


def _character(match: re.Match[str]) -> str:
    digits = next(group for group in match.groups() if group)
    if len(digits) > 6:
        return bytes.fromhex(digits.replace("\\u", "")).decode("utf-16-be")
    code = int(digits, 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else match.group()


def _unquoted(match: re.Match[str]) -> str:
    """In old addresses the bytes are those of GBK: what is no UTF-8 is read so as well."""
    data = unquote_to_bytes(match.group())
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8", "replace") + BREAK + data.decode("gb18030", "ignore")


def _named(match: re.Match[str]) -> str:
    try:
        return match[1].encode("ascii").decode("punycode")
    except UnicodeError:
        return match.group()
