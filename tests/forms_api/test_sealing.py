"""The receipt's address and the seal of a checked page."""

from datetime import timedelta

import pytest

from forms_api.sealing import ViewExpired, ViewForged, is_sealed, open_view, seal_answers, seal_view
from register.receipt import make_receipt
from tests.factories import KEYS, MONDAY, instance

RECEIPT = make_receipt(KEYS, instance())


def sealed() -> str:
    return seal_view(KEYS, RECEIPT, now=MONDAY, draw=lambda length: b"\1" * length)


def test_the_address_opens_for_half_an_hour() -> None:
    view = open_view(KEYS, sealed(), now=MONDAY + timedelta(minutes=30))
    assert (view.number, view.query, view.proof) == (RECEIPT.number, RECEIPT.query, RECEIPT.proof)
    with pytest.raises(ViewExpired):
        open_view(KEYS, sealed(), now=MONDAY + timedelta(minutes=31))


def test_the_address_holds_nothing_readable_and_is_short() -> None:
    text = sealed()
    assert len(text) < 200
    assert text.replace("-", "").replace("_", "").isalnum()
    assert RECEIPT.query not in text


@pytest.mark.parametrize("place", [0, 20, 60, -1])
def test_a_changed_address_is_forged(place: int) -> None:
    text = sealed()
    changed = "A" if text[place] != "A" else "B"
    with pytest.raises(ViewForged):
        open_view(KEYS, text[:place] + changed + (text[place + 1 :] if place != -1 else ""), now=MONDAY)


@pytest.mark.parametrize("text", ["", "a", "ä", "%", "A" * 500, "AAAA"])
def test_what_we_did_not_seal_is_forged(text: str) -> None:
    with pytest.raises(ViewForged):
        open_view(KEYS, text, now=MONDAY)


def test_the_seal_holds_for_these_answers_under_this_instance_only() -> None:
    answers = {"what": "漏水", "place": ""}
    seal = seal_answers(KEYS, "token", answers)
    assert is_sealed(KEYS, "token", dict(reversed(answers.items())), seal)
    assert not is_sealed(KEYS, "token", answers | {"what": "漏电"}, seal)
    assert not is_sealed(KEYS, "other", answers, seal)
    assert not is_sealed(KEYS, "token", answers, "é")
