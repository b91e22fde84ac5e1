"""One-time codes: drawn, shown, typed, checked, and kept only as a keyed hash."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.keys import Keys
from register.numbers import CROCKFORD
from register.surveys.survey_codes import code_tag, make_codes, most_codes, parse_code, show_code, slips
from tests.factories import KEYS
from tests.surveys import CODES, draw, survey


def test_codes_are_as_many_as_asked_for_and_differ() -> None:
    codes = make_codes(2000, draw(3))
    assert len(set(codes)) == 2000
    assert all(len(code) == 12 and set(code) <= set(CROCKFORD) for code in codes)


def test_a_code_drawn_twice_is_given_once() -> None:
    drawn = iter([b"same-8-b", b"same-8-b", b"other-8b"])
    first, second = make_codes(2, lambda _: next(drawn))
    assert first != second


@given(st.binary(min_size=8, max_size=8))
def test_a_code_survives_being_shown_and_typed(drawn: bytes) -> None:
    (code,) = make_codes(1, lambda _: drawn)
    assert parse_code(show_code(code)) == code


@pytest.mark.parametrize(
    "typed",
    [
        "{0}",
        " {0} ",
        "{lower}",
        "{0[0]} {0[1]}{0[2]}{0[3]}-{rest}",
        "{wide}",
        "{confused}",
        "\u200b{0}\ufeff",
    ],
)
def test_spellings_of_one_code_are_one(typed: str) -> None:
    code = next(c for c in make_codes(500, draw(5)) if "0" in c and "1" in c)
    wide = "".join(chr(ord(char) + 0xFEE0) for char in code)
    confused = code.replace("0", "O").replace("1", "l", 1).replace("1", "I")
    shown = typed.format(code, lower=code.lower(), rest=code[4:], wide=wide, confused=confused)
    assert parse_code(shown) == code


@pytest.mark.parametrize(
    "typed", ["", "7K2M", CODES[0] + "0", "7K2M-4XQ9-0DTU", "七七七七-七七七七-七七七七", "٣" * 12]
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert parse_code(typed) is None


def test_every_single_wrong_character_is_found() -> None:
    for code in CODES[:5]:
        for place in range(12):
            for char in set(CROCKFORD) - {code[place]}:
                assert parse_code(code[:place] + char + code[place + 1 :]) is None


def test_nearly_every_swap_of_neighbours_is_found() -> None:
    swaps = [
        code[:i] + code[i + 1] + code[i] + code[i + 2 :]
        for code in make_codes(200, draw(7))
        for i in range(11)
        if code[i] != code[i + 1]
    ]
    assert sum(parse_code(swap) is not None for swap in swaps) < len(swaps) / 50


def test_a_code_of_another_wave_or_another_estate_has_another_hash() -> None:
    code = CODES[0]
    tags = {
        code_tag(KEYS, "2026h2", code),
        code_tag(KEYS, "2026h1", code),
        code_tag(Keys(bytes(32)), "2026h2", code),
    }
    assert len(tags) == 3
    assert all(code not in tag and len(tag) == 64 for tag in tags)


def test_a_slip_gives_the_address_without_the_code() -> None:
    slip, *_ = slips(survey(), CODES, "https://wy.example")
    assert slip.address == "https://wy.example/f/survey/2026h2"
    assert parse_code(slip.code) == CODES[0]
    assert slip.closes == survey().closes
    assert CODES[0][:4] not in repr(slip)


@pytest.mark.parametrize(("households", "codes"), [(1, 11), (100, 110), (200, 210), (624, 655)])
def test_no_more_codes_than_homes_and_a_few_for_lost_slips(households, codes):
    assert most_codes(households) == codes
