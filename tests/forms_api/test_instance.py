"""Form instances: signed, of one form, for a day."""

from datetime import timedelta

import pytest

from forms_api.instance import InstanceForged, draw_instance, read_instance, sign_instance
from register.keys import Keys
from tests.factories import KEYS, MONDAY

DRAWN = draw_instance("complaint", "d" * 64, now=MONDAY, draw=lambda length: b"\7" * length)


def test_a_signed_instance_comes_back_as_it_was_drawn() -> None:
    assert read_instance(KEYS, sign_instance(KEYS, DRAWN), "complaint", now=MONDAY) == DRAWN


def test_the_receipts_year_is_that_of_the_drawing_in_the_estates_zone() -> None:
    eve = MONDAY.replace(month=12, day=31, hour=23)
    drawn = draw_instance("complaint", "", now=eve, draw=lambda length: bytes(length))
    later = read_instance(KEYS, sign_instance(KEYS, drawn), "complaint", now=eve + timedelta(hours=2))
    assert later.for_receipt.year == 2026


@pytest.mark.parametrize("token", ["", "x", "WyJhIl0.abc", "é", "." * 5000])
def test_what_we_did_not_sign_is_forged(token: str) -> None:
    with pytest.raises(InstanceForged):
        read_instance(KEYS, token, "complaint", now=MONDAY)


def test_a_token_of_another_form_key_or_time_to_come_is_forged() -> None:
    token = sign_instance(KEYS, DRAWN)
    with pytest.raises(InstanceForged):
        read_instance(KEYS, token, "repair", now=MONDAY)
    with pytest.raises(InstanceForged):
        read_instance(Keys(bytes(32)), token, "complaint", now=MONDAY)
    with pytest.raises(InstanceForged):
        read_instance(KEYS, token, "complaint", now=MONDAY - timedelta(minutes=6))


def test_a_clock_a_little_behind_is_forgiven() -> None:
    token = sign_instance(KEYS, DRAWN)
    assert read_instance(KEYS, token, "complaint", now=MONDAY - timedelta(minutes=4)).form == "complaint"


def test_an_instance_lives_a_day() -> None:
    assert not DRAWN.is_expired(MONDAY + timedelta(hours=24))
    assert DRAWN.is_expired(MONDAY + timedelta(hours=24, seconds=1))
