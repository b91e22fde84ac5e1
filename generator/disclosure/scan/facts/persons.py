"""Doubts about what is told of one person: somebody's mother, a neighbour, an employee at home; whatever it is, unless everybody does it.

No list of lives is whole. What a relative has to do with an estate is soon counted (她报修, 交费, 停车, 被困电梯), and so is what one
neighbour says of another (吵, 装修, 堆物). Whatever else is said of one's mother, son or neighbour (见生人就躲, 三年没回过家) is of a
life. So the deeds are listed, in `persons.toml`, and everything else is a doubt (decision 0065).
"""

from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.facts.matters import is_matter
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.rules import rulebook
from generator.disclosure.scan.words.somebody import serves_a_group

RULES: Final = rulebook(__file__)
_TOLD_OF: Final = ("relative", "neighbour", "employee")


def find_persons(reading: Reading) -> Iterator[Found]:
    """Every such person of whom something else is told than what everybody does, unless the sentence serves many."""
    text = reading.plain.lower()
    for noun in _TOLD_OF:
        for start, end in RULES.find(noun, text):
            if not (serves_a_group(text, start, end) or is_matter(text, start, end)):
                yield start, end, FindingKind.FAMILY
