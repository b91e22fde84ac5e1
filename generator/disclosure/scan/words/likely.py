"""The names a text is likeliest to hold: stretches that are cheaper as a name than as the words of a dictionary.

What a dictionary needs to explain a stretch (`lexicon`) less what it costs as a name (`name_costs`) is its margin in
bits. A sign of a person beside it (业主…, …说, the beginning of a sentence) adds to it.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.words.lexicon import Priced
from generator.disclosure.scan.words.name_costs import LONGEST, SHORTEST, least_cost, name_costs
from generator.disclosure.scan.words.titles import ACT_CUES, ACTS, ROLE_CUES, SELF_CUES

Candidate = tuple[int, int, int]
"""Start, end, and the margin in bits."""

LEAST: Final = 1
_ANNOUNCED: Final = 3
_FOLLOWED: Final = 2
_SIGNS: Final = _ANNOUNCED + _FOLLOWED
_CUES: Final = (
    ROLE_CUES
    | SELF_CUES
    | (ACT_CUES - {"反映", "投诉", "因", "为", "怀疑", "把", "见", "打", "要求", "说", "对", "像", "是"})
)
_CUE_ENDS: Final = frozenset(cue[-1] for cue in _CUES)
_ACT_BEGINNINGS: Final = frozenset(act[0] for act in ACTS)
_LONGEST_CUE: Final = 4
_LONGEST_ACT: Final = 3
_STRETCH: Final = re.compile("[一-鿿]+")


def likely_names(text: str, priced: Priced) -> list[Candidate]:
    """Disjoint stretches whose margin is above `LEAST`, the set with the greatest sum; time linear in the text."""
    found: dict[int, list[tuple[int, int]]] = {}
    for stretch in _STRETCH.finditer(text):
        for start in range(stretch.start(), stretch.end() - 1):
            for end, margin in _beginning(text, priced, start, min(start + LONGEST, stretch.end())):
                found.setdefault(end, []).append((start, margin))
    return list(_disjoint(found, len(text)))


def _beginning(text: str, priced: Priced, start: int, last: int) -> Iterator[tuple[int, int]]:
    """Where likely names end that begin here and end up to a place, each with its margin."""
    first = start + SHORTEST
    price = priced.behind[0] - priced.before[start]
    behind = priced.behind[first : last + 1]
    if price - min(behind) - least_cost(text[start]) + _SIGNS <= LEAST:
        return
    announced = _ANNOUNCED * is_announced(text, start)
    for end, rest, cost in zip(range(first, last + 1), behind, name_costs(text[start:last]), strict=True):
        margin = price - rest - cost + announced
        if margin + _FOLLOWED > LEAST:
            margin += _FOLLOWED * is_followed(text, end)
            if margin > LEAST:
                yield end, margin


def is_announced(text: str, start: int) -> bool:
    """A stretch begins here, or a word that announces a person ends here."""
    if not start or not _is_chinese(text[start - 1]):
        return True
    return text[start - 1] in _CUE_ENDS and any(
        text[max(0, start - size) : start] in _CUES for size in range(1, _LONGEST_CUE + 1)
    )


def is_followed(text: str, end: int) -> bool:
    """A stretch ends here, or what a person does begins."""
    if end == len(text) or not _is_chinese(text[end]):
        return True
    return text[end] in _ACT_BEGINNINGS and any(
        text[end : end + size] in ACTS for size in range(1, _LONGEST_ACT + 1)
    )


def _is_chinese(character: str) -> bool:
    return "一" <= character <= "鿿"


def _disjoint(found: dict[int, list[tuple[int, int]]], size: int) -> Iterator[Candidate]:
    best: list[int] = [0] * (size + 1)
    chosen: list[Candidate | None] = [None] * (size + 1)
    for end in range(1, size + 1):
        best[end] = best[end - 1]
        for start, margin in found.get(end, ()):
            if best[start] + margin > best[end]:
                best[end], chosen[end] = best[start] + margin, (start, end, margin)
    end = size
    while end > 0:
        candidate = chosen[end]
        if candidate:
            yield candidate
        end = candidate[0] if candidate else end - 1
