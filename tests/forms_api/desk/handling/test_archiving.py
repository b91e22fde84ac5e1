"""Putting away what is closed: by the rule alone, and never what changed meanwhile."""

from dataclasses import replace
from datetime import timedelta

import pytest

from forms_api.desk.handling.archiving import QUIET, is_ready
from register.case import Clock
from register.publication import Stage
from register.terms import Status, Step
from tests.factories import MONDAY, approved, kept_case, step
from tests.forms_api.desk.casefiles import keep, some_facts
from tests.forms_api.desk.office import Desk

RUNNING = Clock(step=Step.FOLLOW_UP, due=MONDAY, provisional=False, standard="a.b@1")
QUIET_ONE = replace(some_facts(status=Status.FOLLOWED_UP), changed=MONDAY - QUIET)


def test_what_is_closed_and_quiet_for_thirty_days_is_ready() -> None:
    assert is_ready(QUIET_ONE, MONDAY)
    assert is_ready(replace(QUIET_ONE, status=Status.WITHDRAWN), MONDAY)


@pytest.mark.parametrize(
    "change",
    [
        {"changed": MONDAY - QUIET + timedelta(seconds=1)},
        {"changed": None},
        {"status": Status.ANSWERED},
        {"status": Status.ARCHIVED},
        {"limits": (RUNNING,)},
        {"stage": Stage.DRAFTED},
        {"held": True},
        {"news": True},
        {"wants_summary": True},
    ],
)
def test_what_still_waits_for_anything_is_not(change: dict[str, object]) -> None:
    assert not is_ready(replace(QUIET_ONE, **change), MONDAY)  # type: ignore[arg-type]


def test_all_that_the_page_shows_are_put_away_but_one_that_changed(desk: Desk) -> None:
    cases = []
    for number in (1, 2):
        case = step(approved(kept_case(desk.store, number)), Step.FOLLOW_UP, satisfaction="satisfied")
        cases.append(keep(desk, case))
    person = desk.signed_in("wangfang")
    assert "归档 2 件" not in person.open("/archive")
    desk.clock.move(days=31)
    person = desk.signed_in("wangfang")
    page = person.open("/archive")
    assert "归档 2 件" in page
    person.step(cases[0], "message", text="还想问一句。")
    assert person.send(page, "/archive") == "/archive"
    assert [desk.store.read(number).record.status for number in cases] == ["followed_up", "archived"]
    assert "已归档 1 件，1 件因有变化留下" in person.open("/archive")
    assert ("wangfang", "archive") in desk.events()
