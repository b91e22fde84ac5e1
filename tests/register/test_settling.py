"""Provisional limits are settled by the decree, once, by an entry; nothing else is touched."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from register.calendar import ZONE, DecreedYear, WorkCalendar
from register.case import Case
from register.clocks import running_clocks, timed_steps
from register.clockwork import Clockwork
from register.errors import StepRefused
from register.handling import SYSTEM, THE_RESIDENT, Actor, steps_open_to, take_step
from register.records import to_bytes
from register.settling import settled
from register.standards import Standards
from register.store import FolderStore
from register.terms import Kind, Step, Urgency
from tests.factories import ENGINEER, HANDLER, MANAGER, REVIEWER, book, kept_case, step
from tests.register.test_walks import says

NEW_YEARS_EVE = datetime(2026, 12, 31, 9, 0, tzinfo=ZONE)
DECREED = DecreedYear.model_validate(
    {
        "source": "an invented decree",
        "days_off": [
            "2027-01-01",
            "2027-01-04",
            "2027-01-05",
            *(f"2027-02-{day:02}" for day in range(5, 12)),
        ],
        "days_worked": ["2027-01-09"],
    }
)


def decreed() -> Clockwork:
    """The clockwork once 2027 is decreed, with two days off after New Year that nobody could foresee."""
    years = {2027: DECREED}
    return Clockwork(book().standards, WorkCalendar(book().standards.hours, years))


@pytest.fixture
def late_case(tmp_path: Path) -> Case:
    """Received on the last day of the last decreed year."""
    return kept_case(FolderStore(tmp_path), received=NEW_YEARS_EVE)


def due(case: Case, wanted: Step) -> datetime:
    (clock,) = [clock for clock in running_clocks(case) if clock.step == wanted]
    assert not clock.provisional
    return clock.due


def test_a_provisional_limit_is_settled_by_one_entry_when_the_year_is_decreed(late_case: Case) -> None:
    assert all(clock.provisional for clock in running_clocks(late_case))
    case = settled(late_case, decreed(), NEW_YEARS_EVE + timedelta(hours=3))
    assert case is not None
    entry = case.entries[-1]
    assert (entry.step, entry.by, entry.particulars) == (Step.SETTLE, SYSTEM, {"entries": [0, 0, 0]})
    assert case.entries[:-1] == late_case.entries
    assert due(case, Step.ACKNOWLEDGE).date().isoformat() == "2027-01-06"
    assert due(case, Step.ANSWER).date().isoformat() == "2027-01-07"
    assert Case.model_validate_json(to_bytes(case), strict=True) == case


def test_it_is_settled_once_and_not_before_the_decree(late_case: Case) -> None:
    assert settled(late_case, book().clockwork, NEW_YEARS_EVE) is None
    case = settled(late_case, decreed(), NEW_YEARS_EVE)
    assert case is not None
    assert settled(case, decreed(), NEW_YEARS_EVE + timedelta(days=1)) is None


def test_limits_that_were_certain_stay_whatever_the_calendar_says(tmp_path: Path) -> None:
    case = kept_case(FolderStore(tmp_path))
    assert settled(case, decreed(), case.received + timedelta(days=1)) is None


def test_a_limit_kept_or_missed_meanwhile_is_judged_by_the_decree(late_case: Case) -> None:
    """Acknowledged on 5 January: late by the guess, in time by the decree."""
    case = step(late_case, Step.ACKNOWLEDGE, after=timedelta(days=5))
    assert timed_steps(case)[0].is_late(case.entries[-1].at)
    later = settled(case, decreed(), case.entries[-1].at)
    assert later is not None
    (first, *_) = timed_steps(later)
    assert first.clock.step == Step.ACKNOWLEDGE
    assert not first.is_late(case.entries[-1].at)


def test_an_extension_and_a_pause_are_gone_through_again(late_case: Case) -> None:
    case = step(late_case, Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, kind="complaint", matter="hygiene", urgency="ordinary")
    case = step(case, Step.ASSIGN, to=ENGINEER.account, post="cleaning")
    case = step(case, Step.PAUSE, reason="weather")
    case = step(case, Step.RESUME, after=timedelta(days=1))
    case = step(case, Step.EXTEND, reason="complex", working_days=3)
    later = settled(case, decreed(), case.entries[-1].at)
    assert later is not None
    (answer,) = [clock for clock in running_clocks(later) if clock.step == Step.ANSWER]
    assert answer.extended
    assert not answer.provisional
    assert answer.due.date().isoformat() == "2027-01-12"  # 9 January is worked, Sunday is not


def test_a_standard_that_is_gone_leaves_the_limit_as_it_is(late_case: Case) -> None:
    version = book().standards.version[0].model_copy(update={"version": "2026.9"})
    other = Standards(hours=book().standards.hours, version=(version,))
    assert settled(late_case, replace(decreed(), standards=other), NEW_YEARS_EVE) is None


@pytest.mark.parametrize("by", [HANDLER, MANAGER, Actor(SYSTEM, None)])
def test_nobody_settles_a_limit_by_hand(late_case: Case, by: Actor) -> None:
    assert Step.SETTLE not in steps_open_to(late_case, by, NEW_YEARS_EVE)
    with pytest.raises(StepRefused, match="by_decree"):
        take_step(
            late_case,
            Step.SETTLE,
            by=by,
            at=NEW_YEARS_EVE,
            particulars={"entries": [0]},
            clockwork=decreed(),
        )


TRY = st.tuples(
    st.integers(0, 1000),
    st.sampled_from([HANDLER, ENGINEER, REVIEWER, MANAGER, THE_RESIDENT]),
    st.timedeltas(timedelta(0), timedelta(days=4)),
    st.sampled_from(Kind),
    st.sampled_from(Urgency),
)


@pytest.fixture(scope="module")
def new_case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return kept_case(FolderStore(tmp_path_factory.mktemp("register")), received=NEW_YEARS_EVE)


def lived(case: Case, walk: list[Any], clockwork: Clockwork) -> Case:
    for pick, by, after, kind, urgency in walk:
        at = case.entries[-1].at + after
        open_steps = sorted(steps_open_to(case, by, at))
        if open_steps:
            taken = open_steps[pick % len(open_steps)]
            said = says(case, taken, kind, urgency)
            try:
                case = take_step(case, taken, by=by, at=at, particulars=said, clockwork=clockwork)
            except StepRefused:
                continue
    return case


@settings(max_examples=60, deadline=None)
@given(walk=st.lists(TRY, max_size=25))
def test_whatever_was_done_no_provisional_limit_is_left_and_nothing_else_moves(
    new_case: Case, walk: list[Any]
) -> None:
    case = lived(new_case, walk, book().clockwork)
    later = settled(case, decreed(), case.entries[-1].at)
    assert later is not None
    assert later.status == case.status
    assert settled(later, decreed(), later.entries[-1].at) is None
    before, after = timed_steps(case), timed_steps(later)
    assert not any(each.clock.provisional for each in after if each.done is None)
    certain = [each for each in before if not each.clock.provisional and each.done]
    assert [each for each in after if each in certain] == certain
