"""Blank numbered slips to keep in a drawer: what is noted on them while the desk is out of order is registered later.

A number is drawn, not counted, so that nothing must be remembered between two printings; one that comes up twice is found
when the second slip is registered.
"""

from typing import Final

from starlette.responses import Response

from forms_api.desk.office import Visit
from register.keys import Draw
from register.terms import Kind

A_SHEET: Final = 4
SHEETS: Final = 2


def show_paper_slips(visit: Visit) -> Response:
    """Two pages of four slips each, every one with a number of its own."""
    numbers = draw_numbers(visit.office.draw, A_SHEET * SHEETS)
    sheets = [numbers[place : place + A_SHEET] for place in range(0, len(numbers), A_SHEET)]
    return visit.page("paper_slips.html", sheets=sheets, kinds=tuple(Kind))


def draw_numbers(draw: Draw, count: int) -> list[str]:
    """`P-` and six digits, all different."""
    numbers: dict[str, None] = {}
    while len(numbers) < count:
        numbers[f"P-{int.from_bytes(draw(4)) % 1_000_000:06}"] = None
    return list(numbers)
