"""Whether a lower-case English word is in the dictionary; the words are data (`english_lexicon.txt` says whose)."""

import re
from functools import cache
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).with_name("english_lexicon.txt")
_ENDINGS: Final = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("er", ""),
    ("er", "e"),
)

_LONGEST: Final = 24
_BEGINNING: Final = re.compile("^(?:re|un|pre|non|over|out|mis|sub|co(?=.{5}))-?(?=.{3})")


@cache
def _words() -> frozenset[str]:
    lines = _DATA.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def in_dictionary(word: str) -> bool:
    """The word itself, or what is left of it without a plain ending or beginning, or two words in one."""
    return len(word) <= _LONGEST and (
        _is_word(word) or _is_word(_BEGINNING.sub("", word)) or _is_compound(word)
    )


def _is_word(word: str, endings: int = 2) -> bool:
    if word in _words():
        return True
    stems = (word.removesuffix(ending) + instead for ending, instead in _ENDINGS if word.endswith(ending))
    return endings > 0 and any(_is_word(stem, endings - 1) for stem in stems)


def _is_compound(word: str) -> bool:
    """flowerpot, handyman: two words in one; a name that is made so (Goodman) is written with a capital letter."""
    return any(word[:at] in _words() and _is_word(word[at:]) for at in range(4, len(word) - 2))
