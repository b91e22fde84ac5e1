"""What is told of bodies and lives and is the matter of a case: a wheelchair that does not pass, a scratch, a funeral's tent.

A fact says what somebody is (a diagnosis, an operation, divorced, a soldier); what follows from it (爬不动, 咳得直不起腰, 要静养) tells nothing
more where the fact was taken out of the sentence, and nothing of a household where its name and home were (decision 0075).
"""

import re
from typing import Final

from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.patterns import words
from generator.disclosure.scan.words.rules import rulebook

RULES: Final = rulebook(__file__)
TAKEN_OUT: Final = "某处"
_ENDS: Final = re.compile("[。!?;\n]|[.](?![0-9])")
_BREAK: Final = re.compile("[,:、。.!?;\n]|某处")
_OWN: Final = gated(words(" ".join(RULES.words["self"])))
_REACH: Final = 80


def is_matter(text: str, start: int, end: int) -> bool:
    """Whether a range of a lower-case folded text is the matter of a case and no fact about a household."""
    if _within("thing", text, start, end):
        return True
    first, last = _sentence(text, start)
    return TAKEN_OUT in text[first:last] and (
        _within("aside", text, start, end)
        or (_within("follows", text, start, end) and not _of_her_own(text, first, start))
    )


def _within(noun: str, text: str, start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in RULES.find(noun, text))


def _sentence(text: str, start: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends, looked for within reach."""
    first = max((match.end() for match in _ENDS.finditer(text, max(0, start - _REACH), start)), default=max(0, start - _REACH))
    end = _ENDS.search(text, start, start + _REACH)
    return first, end.start() if end else min(len(text), start + _REACH)


def _of_her_own(text: str, first: int, start: int) -> bool:
    """Whether the clause before a place says whose it is: 我妈咳, but not 我妈某处,咳."""
    begins = max((match.end() for match in _BREAK.finditer(text, first, start)), default=first)
    return _OWN.search(text, begins, start) is not None
