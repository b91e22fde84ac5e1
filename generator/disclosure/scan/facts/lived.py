"""Doubts about what somebody tells of herself or of a neighbour in everyday words: a body, a life, its means, its kin.

And about when a home stands empty, where its key lies and who is alone in it, which tells a thief what it tells a neighbour.
Whether it may be told, a person decides: nothing here is a finding. The words are data: `lived.toml`.
"""

from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.facts.matters import is_matter
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.rules import rulebook
from generator.disclosure.scan.words.somebody import serves_a_group

RULES: Final = rulebook(__file__)

TOLD_OF: Final = (
    ("body", FindingKind.HEALTH),
    ("life", FindingKind.FAMILY),
    ("means", FindingKind.FAMILY),
    ("age", FindingKind.FAMILY),
    ("work", FindingKind.FAMILY),
    ("ties", FindingKind.FAMILY),
    ("absence", FindingKind.OTHER),
)
"""What is told, and what that is like when it is told outright."""


def find_lived(reading: Reading) -> Iterator[Found]:
    """Everything a sentence tells of somebody's body and life in everyday words, unless it serves many."""
    text = reading.plain.lower()
    for noun, kind in TOLD_OF:
        for start, end in RULES.find(noun, text):
            if not (serves_a_group(text, start, end) or is_matter(text, start, end)):
                yield start, end, kind
