"""What is told of bodies and lives and is the matter of a case: a wheelchair that does not pass, a scratch, a funeral's tent.

A fact says what somebody is (a diagnosis, an operation, divorced, a soldier); what follows from it (爬不动, 咳得直不起腰, 要静养) tells nothing
more where the fact was taken out of the sentence, and nothing of a household where its name and home were (decision 0075).
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.patterns import words
from generator.disclosure.scan.words.rules import rulebook
from generator.disclosure.scan.words.somebody import sentence_around

RULES: Final = rulebook(__file__)
TAKEN_OUT: Final = "某处"
_NEAR: Final = 24
_BREAK: Final = re.compile("[,:、。.!?;\n]|某处")
_OWN: Final = gated(f"(?<![帮给让替请大]){words(' '.join(RULES.words['self']))}")
"""Whose it is; 帮我 says only who was helped, 大姐 nothing."""


def is_matter(text: str, start: int, end: int) -> bool:
    """Whether a range of a lower-case folded text is the matter of a case and no fact about a household.

    What ends with what was taken out (我是老住户某处) says nothing any more.
    """
    if text.endswith(TAKEN_OUT, start, end):
        return True
    sentence = sentence_around(text, start, end)
    return sentence is not None and any(
        first <= start and end <= last
        for noun in _free(_beside(text, *sentence), text[sentence[0] : start])
        for first, last in RULES.find(noun, text)
    )


def _beside(text: str, first: int, last: int) -> str:
    """A sentence with what stands beside it: many sign behind their last full stop."""
    return text[max(0, first - _NEAR) : last + _NEAR]


def _free(beside: str, before: str) -> Iterator[str]:
    """Which nouns tell nothing, by what stands beside a place and before it in its sentence."""
    taken_out, own = TAKEN_OUT in beside, _of_her_own(before)
    yield "thing"
    if not own:
        yield "aid"
    if taken_out:
        yield "aside"
    if taken_out and not own:
        yield "follows"


def _of_her_own(before: str) -> bool:
    """Whether the clause before a place says whose it is: 我妈咳, but not 我妈某处,咳."""
    begins = max((match.end() for match in _BREAK.finditer(before)), default=0)
    return _OWN.search(before, begins) is not None
