"""Where a long Chinese heading may be broken on a narrow phone: between two words, never inside one.

A browser breaks Chinese after any character (满意度调 | 查) and knows no better; the gate's dictionary does.
"""

import re
from itertools import pairwise
from typing import Final

from generator.disclosure.scan.words.lexicon import words

SHORT: Final = 5
"""Characters that fit on one line of any phone at any size: nothing to decide."""

_BETWEEN_WORDS: Final = re.compile("[一-鿿]{2}")
_NUMBER_AND_UNIT: Final = re.compile("(?<=[0-9]) (?=[一-鿿])")


def phrases(text: str) -> list[str]:
    """The pieces a heading may be divided into; together they are the text, but a number keeps its unit (2026 年)."""
    kept = _NUMBER_AND_UNIT.sub("\N{NO-BREAK SPACE}", text)
    if len(kept) <= SHORT:
        return [kept]
    ends = words(kept)
    cuts = [at for at in range(1, len(kept)) if ends[at - 1] == at and _may_break(kept, at, ends[at])]
    return [kept[start:end] for start, end in pairwise([0, *cuts, len(kept)])]


def _may_break(text: str, at: int, next_end: int) -> bool:
    """Between two Chinese words, the second of which is not a lone character (了, 的) that leans on the first."""
    return next_end > at + 1 and _BETWEEN_WORDS.fullmatch(text, at - 1, at + 1) is not None
