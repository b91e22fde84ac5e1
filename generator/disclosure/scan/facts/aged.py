"""Detector of how old somebody is, where it is said of a person (两个老人都八十几了, 岳母快九十了, 楼上那位年近七十).

The same numbers count things and people (八十几户, 快九十平), so that they count behind a person and before the end of what is
said, or in words that nothing but an age has.
"""

from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.facts.matters import is_matter
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.rules import rulebook
from generator.disclosure.scan.words.somebody import serves_a_group

RULES: Final = rulebook(__file__)


def find_ages(reading: Reading) -> Iterator[Found]:
    """Every such age with whose it is, unless the sentence serves many."""
    text = reading.plain.lower()
    for start, end in RULES.find("age", text):
        if not (serves_a_group(text, start, end) or is_matter(text, start, end)):
            yield start, end, FindingKind.FAMILY
