"""The transition table is whole: every status has a way on, an owner, a public phase, and can be reached."""

import pytest

from register.steps import PARTICULARS
from register.terms import RESIDENTS_STEPS, Phase, Status, Step
from register.transitions import (
    AFTER_ANSWER,
    ALWAYS,
    COUNTER_STEPS,
    NEXT_STEPS,
    OWNERS,
    PHASES,
    PUBLICATION,
    ROLES,
    SETTLED,
    allowed_steps,
    next_status,
)

# One step stands in no row: it makes the case.
APART = {Step.RECEIVE}


def test_every_status_has_its_row_phase_and_owner() -> None:
    assert set(NEXT_STEPS) == set(PHASES) == set(OWNERS) == set(Status)
    assert set(PHASES.values()) == set(Phase)


def test_every_status_is_reached_from_the_receipt_and_none_is_a_trap() -> None:
    reached = {Status.RECEIVED}
    while more := {to for status in reached for to in NEXT_STEPS[status].values()} - reached:
        reached |= more
    assert reached == set(Status)
    assert all(set(ways.values()) - {status} for status, ways in NEXT_STEPS.items())


def test_every_case_can_be_brought_to_its_end() -> None:
    ends = {Status.ARCHIVED}
    while more := {s for s, ways in NEXT_STEPS.items() if ends & set(ways.values())} - ends:
        ends |= more
    assert ends == set(Status)


def test_every_step_stands_somewhere_and_says_what_it_needs() -> None:
    in_rows = {step for ways in NEXT_STEPS.values() for step in ways}
    assert in_rows | ALWAYS | PUBLICATION == set(Step) - APART
    assert not in_rows & (ALWAYS | PUBLICATION)
    assert set(PARTICULARS) == set(Step)


@pytest.mark.parametrize("status", Status)
def test_a_step_leads_somewhere_exactly_where_it_is_allowed(status: Status) -> None:
    for step in Step:
        following = next_status(status, step)
        assert (following is not None) == (step in allowed_steps(status))
        if step in ALWAYS | PUBLICATION and following is not None:
            assert following == status


@pytest.mark.parametrize("wrong", COUNTER_STEPS)
def test_a_counter_step_can_be_taken_wherever_the_wrong_one_leads(wrong: Step) -> None:
    """But for a pause, which only stands in two rooms, and feedback on a case that is closed."""
    ends = {next_status(status, wrong) for status in Status} - {None}
    against = COUNTER_STEPS[wrong]
    for end in ends:
        assert end is not None
        assert against in allowed_steps(end), (wrong, end, against)


@pytest.mark.parametrize("status", Status)
def test_publication_begins_with_the_answer(status: Status) -> None:
    assert (allowed_steps(status) >= PUBLICATION) == (status in AFTER_ANSWER)
    assert not (status not in AFTER_ANSWER and PUBLICATION & allowed_steps(status))


def test_what_is_settled_was_answered_or_withdrawn() -> None:
    assert SETTLED < AFTER_ANSWER


def test_a_resident_needs_no_role_and_no_role_keeps_her_out() -> None:
    assert not set(ROLES) & RESIDENTS_STEPS


@pytest.mark.parametrize("status", sorted(set(Status) - AFTER_ANSWER - {Status.REVIEWING}))
def test_a_resident_can_withdraw_until_the_answer(status: Status) -> None:
    assert next_status(status, Step.WITHDRAW) == Status.WITHDRAWN
