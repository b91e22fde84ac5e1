"""Doubts about what somebody tells of herself or of a neighbour in everyday English: `lived`, in another language, as `lived_en.toml` has it."""

from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.facts.lived import TOLD_OF
from generator.disclosure.scan.facts.matters import is_matter
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.words.rules import rulebook
from generator.disclosure.scan.words.somebody import serves_a_group

RULES: Final = rulebook(__file__)


def find_lived_in_english(reading: Reading) -> Iterator[Found]:
    """Everything a sentence tells of somebody's body and life, unless it serves many."""
    text = reading.plain.lower()
    for noun, kind in TOLD_OF:
        for start, end in RULES.find(noun, text):
            if not (serves_a_group(text, start, end) or is_matter(text, start, end)):
                yield start, end, kind
