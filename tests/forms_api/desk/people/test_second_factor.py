"""The codes by themselves: RFC 6238, drift, replay, recovery."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_api.desk.people.second_factor import (
    RECOVERY_CODES,
    code_at,
    enrolled,
    half_minute,
    in_groups,
    open_secret,
    picture,
    recovery_codes,
    seal_secret,
    spent,
)
from tests.factories import KEYS
from tests.forms_api.desk.office import counting_draw

SECRET = b"12345678901234567890"
NOW = datetime(2026, 7, 6, 9, 30, 15, tzinfo=UTC)
HALF = timedelta(seconds=30)


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_the_codes_are_those_of_the_standards_own_table(seconds: int, code: str) -> None:
    """RFC 6238, appendix B, SHA1, cut to six digits."""
    assert code_at(SECRET, datetime.fromtimestamp(seconds, UTC)) == code


def test_the_half_minute_before_and_after_count_and_no_other() -> None:
    now = int(NOW.timestamp()) // 30
    found = {n: half_minute(SECRET, code_at(SECRET, NOW + n * HALF), NOW) for n in (-2, -1, 0, 1, 2)}
    assert found == {-2: None, -1: now - 1, 0: now, 1: now + 1, 2: None}


def test_a_code_opens_once_and_an_older_one_no_more() -> None:
    second = enrolled("", 0, ())
    left = spent(second, SECRET, code_at(SECRET, NOW), NOW)
    assert left is not None
    assert spent(left, SECRET, code_at(SECRET, NOW), NOW) is None
    assert spent(left, SECRET, code_at(SECRET, NOW - HALF), NOW) is None
    assert spent(left, SECRET, code_at(SECRET, NOW + HALF), NOW) is not None


def test_a_recovery_code_opens_once_however_it_is_typed() -> None:
    codes = recovery_codes(counting_draw())
    assert len(set(codes)) == RECOVERY_CODES
    second = enrolled("", 0, codes)
    left = spent(second, SECRET, f" {codes[3].replace('-', ' ').upper()} ", NOW)
    assert left is not None
    assert len(left.recovery) == RECOVERY_CODES - 1
    assert spent(left, SECRET, codes[3], NOW) is None
    assert not any(code in second.model_dump_json() for code in codes)


@given(st.text(max_size=60))
def test_no_other_text_opens(typed: str) -> None:
    right = {code_at(SECRET, NOW + n * HALF) for n in (-1, 0, 1)}
    if not right.intersection({"".join(c for c in typed if c.isdigit())}):
        assert spent(enrolled("", 0, ()), SECRET, typed, NOW) is None


def test_half_a_character_is_only_a_wrong_code() -> None:
    assert spent(enrolled("", 0, ()), SECRET, "\ud800", NOW) is None


def test_the_secret_is_sealed_to_its_account_and_key() -> None:
    sealed = seal_secret(KEYS, "sunli", SECRET, counting_draw())
    assert SECRET.hex() not in sealed
    assert open_secret(KEYS, "sunli", sealed) == SECRET
    assert open_secret(KEYS, "wangfang", sealed) is None
    assert open_secret(type(KEYS)(bytes(32)), "sunli", sealed) is None
    assert open_secret(KEYS, "sunli", "no hex") is None
    assert open_secret(KEYS, "sunli", "") is None


def test_the_picture_needs_neither_script_nor_style() -> None:
    svg = picture(SECRET, "sunli", "翠湖花园")
    assert svg.startswith("<svg")
    assert "style" not in svg
    assert "<script" not in svg
    assert in_groups(SECRET).replace(" ", "") == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
