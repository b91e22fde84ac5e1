"""Homes that the text scan looks for as the resident wrote them: 云杉苑8号, 27号别墅, 26层B户.

Elsewhere a home is told by its parts; what is named, or counted in none of the usual ways, has none that would tell it.
"""

import re
from typing import Final

from generator.disclosure.scan.known.notations import compacted
from generator.disclosure.scan.known.parts import SHOPS, VILLAS

_KINDS: Final = "|".join((*VILLAS, *SHOPS))
_HOUSES: Final = "阁轩苑庭府邸寓居坊庄堂墅"
_HOME: Final = re.compile(
    rf"[一-鿿]{{1,6}}[{_HOUSES}][0-9]{{1,4}}[a-z]?(?:号|室|房|幢|栋)?"
    rf"|(?:{_KINDS})第?[0-9a-z]{{1,5}}号?|(?=[0-9a-z]*[0-9])[0-9a-z]{{1,5}}号?(?:{_KINDS})"
    r"|[0-9]{1,2}[层楼](?:[a-z][0-9]?|[东西南北中左右])[户室座]"
)
"""A shape that nothing but a home has, so that whoever gives 3日内 or 1号电梯 as her home holds nobody back."""


def as_given(room: str) -> str:
    """The compact spelling of such a home, or nothing."""
    text = compacted(room)
    return text if _HOME.fullmatch(text) else ""
