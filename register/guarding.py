"""Texts in a CSV that a spreadsheet would take for a formula get an apostrophe in front; reading takes it off. Pure.

A text is guarded if, after any apostrophes, it begins with one of the signs; so what had an apostrophe of its own
keeps it: guard and unguard are each other's undoing for every text.
Source of the list: OWASP, "CSV Injection", with the full-width signs that Excel in China reads as the plain ones.
"""

import re
from typing import Final

_RISKY: Final = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guard(text: str) -> str:
    return f"'{text}" if _RISKY.match(text) else text


def unguard(text: str) -> str:
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text
