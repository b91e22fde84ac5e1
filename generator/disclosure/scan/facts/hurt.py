"""Detector of injuries: a part of the body that nothing else has, and what happened to it (左手无名指被门夹断).

Unlike the words of `sensitive` it asks for nobody in the sentence: whose finger it was, a neighbour knows.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.facts.matters import is_matter
from generator.disclosure.scan.facts.sensitive import phrase
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.rules import rulebook

RULES: Final = rulebook(__file__)
_WARNING: Final = re.compile(
    "(?:防|避免|以免|免得|小心|谨慎|当心|注意|勿|不要|严禁|容易|易|可能|万一|如果|如遇|若|存在|隐患|风险|警示|提示|演练|急救|未)[^。;!?\n]{0,16}$"
)
"""小心夹伤手指: what has not happened."""
_WARNS: Final = re.compile("[^,.;:!?。\n]{0,3}(?:风险|隐患|警示|标识|预防|演练)")
_REACH: Final = 24


def find_hurt(reading: Reading) -> Iterator[Found]:
    """Every such phrase, as wide as it tells."""
    text = reading.plain
    for start, end in RULES.find("hurt", text):
        if not (
            _WARNING.search(text, max(0, start - _REACH), start)
            or _WARNS.match(text, end)
            or is_matter(text, start, end)
        ):
            yield *phrase(text, start, end), FindingKind.HEALTH
