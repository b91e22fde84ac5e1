"""Slips for an outage: every one has a number of its own, and the page holds what the form asks for."""

import re

from forms_api.desk.handling.paper_slips import draw_numbers
from tests.forms_api.desk.office import Desk, counting_draw, words


def test_numbers_are_all_different_even_where_the_draw_repeats_itself() -> None:
    drawn = iter([b"\0\0\0\1", b"\0\0\0\1", b"\0\0\0\2"])
    assert draw_numbers(lambda _: next(drawn), 2) == ["P-000001", "P-000002"]
    assert len(set(draw_numbers(counting_draw(), 500))) == 500


def test_eight_slips_are_printed_and_the_next_ones_have_other_numbers(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    pages = [person.open("/register/paper") for _ in range(2)]
    numbers = [re.findall(r"P-\d{6}", page) for page in pages]
    assert [len(set(some)) for some in numbers] == [8, 8]
    assert not set(numbers[0]) & set(numbers[1])
    assert words("field", "place") in pages[0]
