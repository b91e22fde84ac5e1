"""Detector of what a family is, where somebody says it of his own or of one (我们双职工家庭, 隔壁是丁克).

Of families of a kind in general (为双职工家庭提供暑期托管) it tells nothing.
"""

from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.rules import rulebook
from generator.disclosure.scan.words.somebody import serves_a_group

RULES: Final = rulebook(__file__)


def find_families(reading: Reading) -> Iterator[Found]:
    """Every such word, unless the sentence serves many."""
    text = reading.plain.lower()
    for start, end in RULES.find("family", text):
        if not serves_a_group(text, start, end):
            yield start, end, FindingKind.FAMILY
