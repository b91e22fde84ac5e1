"""What a Chinese word does in a sentence, as the dictionary has it: whether it is a verb, leads to one, or tells how or when.

A noun makes a longer noun of the word before it (平安|小区); a verb, an adverb, a pronoun or a preposition says what
that word does (平安|祝…). The words are data (`predicates.txt`, which says where they come from).
"""

from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Final

_DATA: Final = Path(__file__).with_name("predicates.txt")


class Part(StrEnum):
    """A part of speech, as far as it matters beside a name."""

    DOES = "does"
    LEADS = "leads"
    WHEN = "when"
    HOW = "how"


def part_of(word: str) -> Part | None:
    """What the word is; None for nouns, particles, and what the dictionary does not have."""
    return _parts().get(word)


@cache
def _parts() -> dict[str, Part]:
    table: dict[str, Part] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            part, length, run = line.split(" ")
            size = int(length)
            table.update(dict.fromkeys((run[at : at + size] for at in range(0, len(run), size)), Part(part)))
    return table
