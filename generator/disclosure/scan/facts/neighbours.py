"""Detector of a household told by where it is or by its trade: 六楼半夜…, 斜对门的…, 对门空姐. A mark alone is a doubt (`described`).

The words are data: `neighbours.toml`.
"""

from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.rules import rulebook

NOT_THE_FLOOR: Final = "(?!(?:又|总|老是?|一直|经常|晚上|昨晚|半夜|每天|每晚|天天)?(?:把手|停[电水气]|没有?(?:电|水|灯|信号)|断电|跳闸|积水|坏|不亮|灯|打扫|保洁|清扫|巡查|消毒|检查|开放|别堆物))"
"""六楼又停电, 二楼每天打扫: said of the storey itself."""

RULES: Final = rulebook(__file__, not_the_floor=NOT_THE_FLOOR)

_TOLD_BY: Final = (
    ("acts", FindingKind.ROOM),
    ("told", FindingKind.ROOM),
    ("leaks", FindingKind.ROOM),
    ("place", FindingKind.ROOM),
    ("works", FindingKind.FAMILY),
)
"""What singles a household out, and what that is like when it is told outright."""


def find_neighbours(reading: Reading) -> Iterator[Found]:
    """Every household that a place or a mark singles out."""
    for noun, kind in _TOLD_BY:
        yield from ((start, end, kind) for start, end in RULES.find(noun, reading.plain))
