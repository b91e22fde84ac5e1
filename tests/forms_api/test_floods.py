"""Many forms from one network are kept, every one, and looked at by a person; a whole building is not a flood."""

from datetime import timedelta

import pytest

from forms_api import floods
from forms_api.floods import MANY, WINDOW, Floods
from register.terms import HoldReason, Step
from tests.factories import MONDAY
from tests.forms_api.visitor import COMPLAINT, Visitor

ADDRESS = "203.0.113.7"


def sent(flood: Floods, times: int, address: str = ADDRESS) -> list[bool]:
    return [flood.is_flood(address, MONDAY + timedelta(seconds=n)) for n in range(times)]


def test_a_whole_building_behind_one_address_is_no_flood() -> None:
    assert sent(Floods(), MANY) == [False] * MANY


def test_more_than_that_within_the_hour_is_one_and_ends_with_it() -> None:
    flood = Floods()
    assert sent(flood, MANY + 2)[-2:] == [True, True]
    assert not flood.is_flood("203.0.114.7", MONDAY)
    assert flood.is_flood("203.0.113.99", MONDAY + timedelta(minutes=30))
    assert not flood.is_flood(ADDRESS, MONDAY + WINDOW + timedelta(minutes=31))


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_the_machines_own_address_tells_nothing(address: str) -> None:
    assert not any(sent(Floods(), MANY * 2, address))


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floods, "MOST_PREFIXES", 10)
    flood = Floods()
    for number in range(50):
        sent(flood, MANY * 2, f"10.0.{number}.1")
    assert len(flood._sent) == 10
    assert all(len(times) <= MANY + 1 for times in flood._sent.values())


def test_what_comes_in_a_flood_is_an_ordinary_case_on_hold_and_sent_again_the_same(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(floods, "MANY", 2)
    for number in range(3):
        assert visitor.submit(**{**COMPLAINT, "what": f"第 {number} 件"}).status_code == 303
    held = {case.submission.answers["what"]: case.last(Step.HOLD) for case in visitor.cases}
    assert (held["第 0 件"], held["第 1 件"]) == (None, None)
    last = held["第 2 件"]
    assert last is not None
    assert last.particulars["reason"] == HoldReason.FLOOD
