"""Retention: what is to go, when, and what never."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.case import Case
from register.handling import SYSTEM, THE_RESIDENT, Actor
from register.retention import Due, KeptUntil, closed_at, due_erasure, kept_until, months_later
from register.rules import Retention
from register.store import FolderStore
from register.terms import ErasePart, EraseReason, Step
from tests.factories import MANAGER, REVIEWER, answered, fed_back, kept_case, step

RULES = Retention(contact_months=24, case_months=60)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return kept_case(FolderStore(tmp_path))


def due(case: Case, today: date, is_counted: bool = True) -> Due | None:
    return due_erasure(case, today, RULES, is_counted=is_counted)


def test_a_closed_case_is_kept_so_many_months_from_its_closing(case: Case) -> None:
    closed = fed_back(case)
    assert closed_at(closed) == closed.entries[-1].at
    assert kept_until(closed, RULES) == KeptUntil(date(2028, 7, 6), date(2031, 7, 6))
    assert due(closed, date(2028, 7, 6)) is None
    assert due(closed, date(2028, 7, 7)) == Due(ErasePart.CONTACT, EraseReason.RETENTION_ENDED)
    assert due(closed, date(2031, 7, 7)) == Due(ErasePart.CASE, EraseReason.RETENTION_ENDED)


def test_contact_details_go_once(case: Case) -> None:
    said = {"part": "contact", "reason": "retention_ended"}
    gone = step(fed_back(case), Step.ERASE, by=Actor(SYSTEM, None), **said)
    assert due(gone, date(2030, 1, 1)) is None


def test_what_is_open_or_on_hold_or_not_counted_yet_never_goes(case: Case) -> None:
    late = date(2060, 1, 1)
    reviewing = step(fed_back(case), Step.ASK_REVIEW, by=THE_RESIDENT, text="不同意。")
    held = step(fed_back(case), Step.HOLD, reason="flood")
    for kept in (case, answered(case), reviewing, held):
        assert kept_until(kept, RULES) is None
        assert due(kept, late) is None
    assert due(fed_back(case), late, is_counted=False) is None


def test_what_two_people_decided_goes_as_soon_as_it_is_counted(case: Case) -> None:
    said = {"part": "case", "reason": "resident_asked"}
    decided = step(step(fed_back(case), Step.ERASE, by=MANAGER, **said), Step.ERASE, by=REVIEWER, **said)
    today = decided.entries[-1].at.date()
    assert due(decided, today, is_counted=False) is None
    assert due(decided, today) == Due(ErasePart.CASE, EraseReason.RESIDENT_ASKED)


def test_a_withdrawn_case_is_closed_too(case: Case) -> None:
    withdrawn = step(case, Step.WITHDRAW, by=THE_RESIDENT)
    assert closed_at(withdrawn) == withdrawn.entries[-1].at


@given(day=st.dates(date(2000, 1, 1), date(2100, 1, 1)), months=st.integers(1, 120), more=st.integers(0, 400))
def test_months_later_is_in_the_right_month_and_never_goes_back(day: date, months: int, more: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert months_later(day + timedelta(days=more), months) >= later
