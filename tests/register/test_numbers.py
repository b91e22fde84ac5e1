"""Numbers people say and type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register import numbers

DRAWN = st.binary(min_size=32, max_size=32)


@pytest.mark.parametrize("known", ["07945", "86095742719", "36574261809", "69435151530", "12345678903"])
def test_the_check_digit_is_that_of_iso_7064(known: str) -> None:
    """The standard's own example, two German tax numbers and two Croatian OIBs: the same scheme."""
    assert numbers.check_digit(known[:-1]) == known[-1]
    assert numbers.has_valid_check(known)


@given(DRAWN, st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_is_always_found(drawn: bytes, place: int, shift: int) -> None:
    digits = numbers.case_number(2026, drawn).replace("-", "")
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]
    assert numbers.parse_case_number(wrong) is None


@given(DRAWN, st.integers(2000, 2999))
def test_a_case_number_is_found_however_it_is_typed(drawn: bytes, year: int) -> None:
    number = numbers.case_number(year, drawn)
    assert numbers.is_case_number(number)
    wide = number.translate({ord(str(i)): chr(0xFF10 + i) for i in range(10)})
    typed = [
        number,
        number.replace("-", ""),
        number.replace("-", " "),
        number.replace("-", "—"),
        f"\u200b{wide}\ufeff",
    ]
    assert {numbers.parse_case_number(each) for each in typed} == {number}


@pytest.mark.parametrize(
    "text",
    ["", "x", "2026-483-901-0", "2026-483-9017", "２０２６-483-901-7", "2026-483-901-7\n", "²026-483-901-7"],
)
def test_only_the_exact_spelling_is_a_case_number(text: str) -> None:
    assert not numbers.is_case_number(text)


@pytest.mark.parametrize("typed", ["", "1", "7", "2026-483-901", "٢٠٢٦٤٨٣٩٠١٧", "2026-483-901-7-7", "abc"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert numbers.parse_case_number(typed) is None
    assert numbers.parse_query_code(typed) is None
    assert numbers.parse_proof_code(typed) is None


def test_codes_are_shown_in_groups_of_four() -> None:
    assert numbers.show_query_code("12345678901234567") == "1234 5678 9012 3456 7"
    assert numbers.show_proof_code("0123456789ABCDEFGHJKMNPQ") == "0123-4567-89AB-CDEF-GHJK-MNPQ"


@given(DRAWN)
def test_a_query_code_is_found_as_it_is_shown(drawn: bytes) -> None:
    code = numbers.query_code(drawn)
    assert len(code) == 17
    assert numbers.show_query_code(code).replace(" ", "") == code
    assert [len(group) for group in numbers.show_query_code(code).split()] == [4, 4, 4, 4, 1]
    assert numbers.parse_query_code(numbers.show_query_code(code)) == code
    assert numbers.parse_query_code(code[:-1] + str((int(code[-1]) + 1) % 10)) is None


@given(DRAWN)
def test_a_proof_code_is_found_as_it_is_shown_and_as_it_is_misread(drawn: bytes) -> None:
    code = numbers.proof_code(drawn)
    assert len(code) == 24
    assert set(code) <= set(numbers.CROCKFORD)
    misread = numbers.show_proof_code(code).lower().replace("0", "o").replace("1", "l")
    assert numbers.parse_proof_code(misread) == code
    assert numbers.parse_proof_code(code[:-1] + "U") is None


@given(DRAWN, DRAWN)
def test_proof_codes_hold_all_120_bits(one: bytes, other: bytes) -> None:
    assert (numbers.proof_code(one) == numbers.proof_code(other)) == (one[:15] == other[:15])
