"""What people may type: one spelling, nothing that hides or reorders words, and lengths counted as people count.

Nothing is taken away silently that a person could see: a refused character is named, so that she can look again.
Source: Unicode Standard Annexes 9 (bidirectional), 15 (normal forms) and 29 (grapheme clusters, in outline).
"""

import re
import unicodedata
from itertools import groupby

MOST_MARKS = 4
_ALLOWED_CONTROLS = "\n\t"
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff]")
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
_JOINER = "\u200d"
_SELECTOR = "\ufe0f"


def tidy(raw: str) -> str:
    """The one spelling of what was typed: LF, NFC, without invisible characters, without space around it."""
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    text = _without_stray_joiners(_INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFC", text).strip()
    return "" if all(char.isspace() or char in _BLANKS for char in text) else text


def refused_character(text: str) -> str | None:
    """The name of the first character that may not be kept, e.g. `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    if text.isprintable():  # none of those it may be is printable; nearly every answer is done with here
        return None
    found = next((char for char in text if is_refused(char)), None)
    if found is None:
        return None
    return f"U+{ord(found):04X} {unicodedata.name(found, 'CONTROL')}"


def without_refused(text: str) -> str:
    """The text as it is shown again to be corrected: what nobody could see to delete is already gone."""
    return "".join(char for char in text if not is_refused(char))


def is_refused(char: str) -> bool:
    """Controls (C0, C1, DEL), bidirectional controls, lone surrogates and noncharacters."""
    if char in _ALLOWED_CONTROLS:
        return False
    category = unicodedata.category(char)
    return category in ("Cc", "Cs") or bool(_BIDI.match(char)) or _is_noncharacter(ord(char))


def is_overloaded(text: str) -> bool:
    """Whether more marks are piled on one character than any language needs."""
    runs = groupby(text, key=lambda char: unicodedata.category(char) in ("Mn", "Me"))
    return any(marks and sum(1 for _ in run) > MOST_MARKS for marks, run in runs)


def graphemes(text: str) -> int:
    """How many characters a person sees: an emoji family, a flag or an accented letter is one."""
    count, joined, flags = 0, False, 0
    for char in text:
        flags = flags + 1 if "\U0001f1e6" <= char <= "\U0001f1ff" else 0
        continues = joined or _extends(char) or (flags > 0 and flags % 2 == 0)
        count += not continues or count == 0
        joined = char == _JOINER
    return count


def _extends(char: str) -> bool:
    is_skin_tone = "\U0001f3fb" <= char <= "\U0001f3ff"
    return is_skin_tone or char in (_JOINER, _SELECTOR) or unicodedata.category(char) in ("Mn", "Me", "Mc")


def _without_stray_joiners(text: str) -> str:
    """Joiners and emoji selectors stay only behind a symbol; elsewhere they only make two words look like one."""
    kept = ""
    for char in text:
        if char not in (_JOINER, _SELECTOR) or (kept and _is_symbol(kept[-1])):
            kept += char
    return kept


def _is_symbol(char: str) -> bool:
    return (
        unicodedata.category(char) in ("So", "Sk", "Sm")
        or char in (_SELECTOR, _JOINER)
        or char in "0123456789#*"
    )


def _is_noncharacter(point: int) -> bool:
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
