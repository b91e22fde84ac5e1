"""Detector of diagnoses and operations by how their names are made: a grade, a part of the body, what goes wrong with it (二度房室传导阻滞).

No list of illnesses is ever whole; their names are made of few pieces. The second half of such a name is said of pipes and
walls too (阀门关闭不全), so that it counts behind a part that only bodies have, or behind whoever was told of it.
"""

from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.facts.sensitive import phrase
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.rules import rulebook
from generator.disclosure.scan.words.somebody import serves_a_group

RULES: Final = rulebook(__file__)


def find_diagnosed(reading: Reading) -> Iterator[Found]:
    """Every such name with the phrase around it, unless it is told of a service for many (肺结节筛查义诊)."""
    text = reading.plain.lower()
    for start, end in RULES.find("health", text):
        if not serves_a_group(text, start, end):
            yield *phrase(text, start, end), FindingKind.HEALTH
