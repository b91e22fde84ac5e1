"""The clocks of a case: limits that are kept, missed, paused, extended, replaced or cancelled; never lost."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from register.calendar import ZONE
from register.case import Case, Clock
from register.clocks import Timed, running_clocks, timed_steps
from register.handling import Actor, take_step
from register.standards import Standards
from register.store import FolderStore
from register.terms import Kind, Step, Urgency
from tests.factories import (
    ENGINEER,
    HANDLER,
    MANAGER,
    REVIEWER,
    THE_RESIDENT,
    answered,
    book,
    kept_case,
    step,
)

CLASS = {"kind": "complaint", "matter": "hygiene", "urgency": "ordinary"}


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def when(case: Case, taken: Step, moment: str, by: Actor = HANDLER, **particulars: Any) -> Case:
    return take_step(case, taken, by=by, at=at(moment), particulars=particulars, clockwork=book().clockwork)


def assigned(case: Case, **change: str) -> Case:
    """Received on Monday 2026-07-06 at nine; acknowledged, classified and assigned in three hours."""
    case = step(case, Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, **{**CLASS, "kind": case.kind, "urgency": case.urgency, **change})
    return step(case, Step.ASSIGN, to=ENGINEER.account, post="cleaning")


def due(case: Case, wanted: Step) -> datetime:
    (clock,) = [clock for clock in running_clocks(case) if clock.step == wanted]
    return clock.due


def timed(case: Case, wanted: Step) -> list[Timed]:
    return [each for each in timed_steps(case) if each.clock.step == wanted]


def test_a_case_starts_with_the_limits_of_its_kind_nearest_first(store: FolderStore) -> None:
    case = kept_case(store)
    assert [(clock.step, clock.due) for clock in running_clocks(case)] == [
        (Step.ACKNOWLEDGE, at("2026-07-07T20:00")),
        (Step.CONTACT, at("2026-07-07T20:00")),
        (Step.ANSWER, at("2026-07-13T20:00")),
    ]
    assert {clock.standard for clock in running_clocks(case)} == {
        "complaint.acknowledge@2026.1", "complaint.contact@2026.1", "complaint.answer.ordinary@2026.1",
    }  # fmt: skip


def test_a_step_ends_its_own_clock_and_starts_the_next(store: FolderStore) -> None:
    case = answered(kept_case(store))
    assert [clock.step for clock in running_clocks(case)] == [Step.FEED_BACK]
    case = step(case, Step.FEED_BACK, satisfaction="satisfied")
    assert [clock.step for clock in running_clocks(case)] == [Step.FOLLOW_UP]
    case = step(case, Step.FOLLOW_UP, satisfaction="satisfied")
    assert running_clocks(case) == ()
    ended = {each.clock.step: each for each in timed_steps(case)}
    assert set(ended) == {Step.ACKNOWLEDGE, Step.CONTACT, Step.ANSWER, Step.FEED_BACK, Step.FOLLOW_UP}
    assert not any(each.is_late(each.done or each.clock.due) for each in ended.values())


@pytest.mark.parametrize(
    ("taken", "particulars"),
    [
        (Step.REFUSE, {"reason": "in_court", "text": "已进入诉讼。"}),
        (Step.TRANSFER, {"to": "街道办", "text": "已转。"}),
    ],
)
def test_refusing_and_passing_on_count_as_answers(
    store: FolderStore, taken: Step, particulars: dict[str, Any]
) -> None:
    case = step(assigned(kept_case(store)), taken, **particulars)
    assert [each.done is not None for each in timed(case, Step.ANSWER)] == [True]
    assert [clock.step for clock in running_clocks(case)] == [Step.FEED_BACK]


def test_an_emergency_is_timed_in_minutes_and_hours(store: FolderStore) -> None:
    case = kept_case(store, kind=Kind.REPAIR, urgency=Urgency.EMERGENCY)
    assert {clock.step: clock.due for clock in running_clocks(case)} == {
        Step.ACKNOWLEDGE: at("2026-07-06T09:15"),
        Step.ARRIVE: at("2026-07-06T09:30"),
        Step.FINISH: at("2026-07-07T09:00"),
    }


def test_a_limit_is_missed_after_its_last_moment_and_not_in_it() -> None:
    clock = Clock(step=Step.ANSWER, due=at("2026-07-13T20:00"), provisional=False, standard="x@1")
    late = clock.due + timedelta(seconds=1)
    assert not Timed(clock, None).is_late(clock.due)
    assert Timed(clock, None).is_late(late)
    assert not Timed(clock, clock.due).is_late(late)
    assert Timed(clock, late).is_late(clock.due)
    assert not Timed(clock, late, cancelled=True).is_late(late)
    assert not Timed(clock, late, stopped=True).is_late(late)


def test_a_case_keeps_the_standards_it_was_registered_under(store: FolderStore) -> None:
    standards = book().standards
    newer = standards.version[-1].model_copy(
        update={"version": "2026.9", "effective": at("2026-07-07T00:00").date(), "standard": ()}
    )
    clockwork = replace(
        book().clockwork, standards=Standards(hours=standards.hours, version=(*standards.version, newer))
    )
    case = kept_case(store)
    later = take_step(
        take_step(case, Step.ACKNOWLEDGE, by=HANDLER, at=at("2026-07-08T09:00"), particulars={}, clockwork=clockwork),
        Step.CLASSIFY, by=HANDLER, at=at("2026-07-08T10:00"), particulars=CLASS, clockwork=clockwork,
    )  # fmt: skip
    assert due(later, Step.ANSWER) == due(case, Step.ANSWER)
    assert (
        clockwork.start(
            Step.RECEIVE, at("2026-07-08T09:00"), Kind.COMPLAINT, Urgency.ORDINARY, at("2026-07-08T09:00")
        )
        == ()
    )


# Classifying


def test_the_first_class_sets_the_limits_from_the_receipt(store: FolderStore) -> None:
    case = step(step(kept_case(store), Step.ACKNOWLEDGE), Step.CLASSIFY, **{**CLASS, "urgency": "important"})
    assert due(case, Step.ANSWER) == at("2026-07-13T20:00")  # five days end on a Saturday
    assert due(case, Step.CONTACT) == at("2026-07-07T20:00")


def test_a_class_without_a_limit_drops_it_while_it_runs(store: FolderStore) -> None:
    praise = step(step(kept_case(store), Step.ACKNOWLEDGE), Step.CLASSIFY, **{**CLASS, "kind": "praise"})
    assert running_clocks(praise) == ()


def test_what_the_resident_called_an_emergency_is_corrected_by_the_first_class_in_time(
    store: FolderStore,
) -> None:
    case = kept_case(store, kind=Kind.REPAIR, urgency=Urgency.EMERGENCY)
    case = when(case, Step.ACKNOWLEDGE, "2026-07-06T09:10")
    case = when(case, Step.CLASSIFY, "2026-07-06T09:20", **{**CLASS, "kind": "repair"})
    assert timed(case, Step.ARRIVE) == []
    assert due(case, Step.FINISH) == at("2026-07-09T20:00")


@pytest.mark.parametrize("kind", ["repair", "praise"])
def test_no_first_class_makes_good_what_was_missed_before_it(store: FolderStore, kind: str) -> None:
    case = kept_case(store, kind=Kind.REPAIR, urgency=Urgency.EMERGENCY)
    case = when(case, Step.ACKNOWLEDGE, "2026-07-06T09:10")
    case = when(case, Step.CLASSIFY, "2026-07-08T09:00", **{**CLASS, "kind": kind})
    assert [each.is_late(at("2026-07-08T09:00")) for each in timed(case, Step.ARRIVE)] == [True]


def test_a_later_class_does_not_make_good_what_was_missed(store: FolderStore) -> None:
    case = assigned(kept_case(store, urgency=Urgency.IMPORTANT))
    change = {**CLASS, "urgency": "ordinary", "reason": "mistaken"}
    late = when(case, Step.RECLASSIFY, "2026-07-14T09:00", **change)
    assert due(late, Step.ANSWER) == at("2026-07-13T20:00")
    assert [each.is_late(at("2026-07-14T09:00")) for each in timed(late, Step.ANSWER)] == [True]
    praise = when(case, Step.RECLASSIFY, "2026-07-14T09:00", **{**change, "kind": "praise"})
    assert [each.is_late(at("2026-07-14T09:00")) for each in timed(praise, Step.ANSWER)] == [True]


def test_a_later_class_in_time_sets_its_own_limits_from_the_receipt(store: FolderStore) -> None:
    case = assigned(kept_case(store, urgency=Urgency.EMERGENCY))
    assert due(case, Step.ANSWER) == at("2026-07-07T09:00")
    case = step(case, Step.RECLASSIFY, **CLASS, reason="mistaken")
    assert due(case, Step.ANSWER) == at("2026-07-13T20:00")


def test_a_later_class_keeps_an_extension(store: FolderStore) -> None:
    case = step(assigned(kept_case(store)), Step.EXTEND, reason="complex", working_days=5)
    case = step(case, Step.RECLASSIFY, **{**CLASS, "urgency": "important"}, reason="new_facts")
    assert due(case, Step.ANSWER) == at("2026-07-20T20:00")


def test_what_was_done_needs_not_be_done_again_under_a_new_class(store: FolderStore) -> None:
    case = step(assigned(kept_case(store)), Step.CONTACT)
    case = step(case, Step.RECLASSIFY, **{**CLASS, "kind": "repair"}, reason="mistaken")
    assert {clock.step for clock in running_clocks(case)} == {Step.FINISH}


# Pausing


def test_a_pause_moves_the_limits_by_its_length(store: FolderStore) -> None:
    case = assigned(kept_case(store))
    case = when(case, Step.PAUSE, "2026-07-07T09:00", reason="awaiting_access")
    assert [clock.step for clock in running_clocks(case)] == [Step.RESUME]
    case = when(case, Step.RESUME, "2026-07-09T09:00")
    assert due(case, Step.ANSWER) == at("2026-07-15T20:00")
    assert due(case, Step.CONTACT) == at("2026-07-09T20:00")


def test_a_limit_moved_onto_a_day_off_ends_with_the_next_working_day(store: FolderStore) -> None:
    case = when(assigned(kept_case(store)), Step.PAUSE, "2026-07-07T09:00", reason="weather")
    case = when(case, Step.RESUME, "2026-07-12T09:00")
    assert due(case, Step.ANSWER) == at("2026-07-20T20:00")  # Saturday the 18th


def test_a_limit_in_hours_moved_onto_a_day_off_stays_there(store: FolderStore) -> None:
    case = assigned(kept_case(store, urgency=Urgency.EMERGENCY, received=at("2026-07-10T09:00")))
    case = when(case, Step.PAUSE, "2026-07-10T13:00", reason="weather")
    case = when(case, Step.RESUME, "2026-07-10T15:00")
    assert due(case, Step.ANSWER) == at("2026-07-11T11:00")


def test_two_pauses_add_up_and_outlast_a_new_class(store: FolderStore) -> None:
    case = assigned(kept_case(store))
    for day in ("07", "09"):
        case = when(case, Step.PAUSE, f"2026-07-{day}T09:00", reason="weather")
        case = when(case, Step.RESUME, f"2026-07-{day}T10:30")
    assert due(case, Step.ANSWER) == at("2026-07-13T23:00")
    again = when(case, Step.RECLASSIFY, "2026-07-09T11:00", **CLASS, reason="new_facts")
    assert due(again, Step.ANSWER) == at("2026-07-13T23:00")


def test_a_limit_missed_before_the_pause_stays_missed(store: FolderStore) -> None:
    case = when(assigned(kept_case(store)), Step.PAUSE, "2026-07-14T09:00", reason="weather")
    case = when(case, Step.RESUME, "2026-07-20T09:00")
    assert due(case, Step.ANSWER) == at("2026-07-13T20:00")


def test_a_limit_that_passes_during_a_pause_is_not_missed(store: FolderStore) -> None:
    case = when(assigned(kept_case(store)), Step.PAUSE, "2026-07-07T09:00", reason="weather")
    (answer,) = timed(case, Step.ANSWER)
    assert answer.stopped
    assert not answer.is_late(at("2026-07-20T09:00"))
    resumed = when(case, Step.RESUME, "2026-07-20T09:00")
    assert [each.done for each in timed(resumed, Step.ANSWER)] == [None]
    withdrawn = when(case, Step.WITHDRAW, "2026-07-20T09:00", THE_RESIDENT)
    assert [each.cancelled for each in timed(withdrawn, Step.ANSWER)] == [True]
    contacted = when(case, Step.CONTACT, "2026-07-20T09:00")
    assert [each.is_late(at("2026-07-20T09:00")) for each in timed(contacted, Step.CONTACT)] == [False]
    assert [each.is_kept_by_pause for each in timed(contacted, Step.CONTACT)] == [True]


# Extending


def test_an_extension_moves_the_limit_by_working_days_and_says_so(store: FolderStore) -> None:
    case = step(assigned(kept_case(store)), Step.EXTEND, reason="complex", working_days=3)
    (clock,) = [clock for clock in running_clocks(case) if clock.step == Step.ANSWER]
    assert (clock.due, clock.extended) == (at("2026-07-16T20:00"), True)
    assert due(case, Step.CONTACT) == at("2026-07-07T20:00")


def test_an_extension_into_a_year_not_decreed_is_provisional(store: FolderStore) -> None:
    case = assigned(kept_case(store, received=at("2026-12-21T09:00")))
    case = step(case, Step.EXTEND, reason="complex", working_days=10)
    (clock,) = [clock for clock in running_clocks(case) if clock.step == Step.ANSWER]
    assert clock.provisional
    assert clock.due.year == 2027


def test_an_extension_does_not_make_good_another_limit_that_was_missed(store: FolderStore) -> None:
    """A repair may owe both an answer and a finish; only the one still running is extended."""
    case = assigned(kept_case(store))
    missed = Clock(step=Step.FINISH, due=at("2026-07-06T10:30"), provisional=False, standard="x@1")
    last = case.entries[-1].model_copy(update={"limits": (missed,)})
    case = case.model_copy(update={"entries": (*case.entries[:-1], last)})
    case = step(case, Step.EXTEND, reason="complex", working_days=3)
    assert due(case, Step.FINISH) == missed.due
    assert due(case, Step.ANSWER) == at("2026-07-16T20:00")


# Reopening, reviewing, withdrawing


def test_reopening_starts_the_answer_anew_and_ends_waiting_for_feedback(store: FolderStore) -> None:
    case = answered(kept_case(store))
    case = step(case, Step.REOPEN, by=MANAGER, text="仍未解决。")
    assert {clock.step for clock in running_clocks(case)} == {Step.ANSWER}
    assert due(case, Step.ANSWER) == at("2026-07-13T20:00")
    assert [each.cancelled for each in timed(case, Step.FEED_BACK)] == [True]
    assert len(timed(case, Step.ANSWER)) == 2


def test_a_new_class_after_reopening_does_not_ask_to_acknowledge_again(store: FolderStore) -> None:
    case = step(answered(kept_case(store)), Step.REOPEN, by=MANAGER, text="仍未解决。")
    case = step(case, Step.RECLASSIFY, **{**CLASS, "urgency": "important"}, reason="new_facts")
    assert {clock.step for clock in running_clocks(case)} == {Step.ANSWER}


def test_feedback_that_was_missed_stays_missed_after_reopening(store: FolderStore) -> None:
    case = step(answered(kept_case(store)), Step.REOPEN, by=MANAGER, after=timedelta(days=10), text="再查。")
    case = step(case, Step.INVESTIGATE, findings="属实")
    case = step(case, Step.ANSWER, outcome="rectified", measures=["cleaned"], text="已清。")
    first, second = timed(case, Step.FEED_BACK)
    assert first.is_late(case.entries[-1].at)
    assert first.done == case.entries[-1].at
    assert second.done is None


def test_asking_for_a_review_times_the_review_and_stops_waiting_for_feedback(store: FolderStore) -> None:
    case = step(answered(kept_case(store)), Step.ASK_REVIEW, by=THE_RESIDENT, text="不同意。")
    assert {clock.step for clock in running_clocks(case)} == {Step.RECONSIDER}
    assert [each.cancelled for each in timed(case, Step.FEED_BACK)] == [True]
    case = step(case, Step.RECONSIDER, by=REVIEWER, outcome="explained", changed=False, text="维持。")
    assert [each.done is not None for each in timed(case, Step.RECONSIDER)] == [True]
    assert {clock.step for clock in running_clocks(case)} == {Step.FEED_BACK}


def test_withdrawing_cancels_what_still_ran_and_nothing_that_was_missed(store: FolderStore) -> None:
    case = when(assigned(kept_case(store)), Step.WITHDRAW, "2026-07-08T09:00", by=THE_RESIDENT)
    assert [each.cancelled for each in timed(case, Step.ANSWER)] == [True]
    (contact,) = timed(case, Step.CONTACT)
    assert not contact.cancelled
    assert contact.is_late(at("2026-07-08T09:00"))


def test_a_limit_missed_before_withdrawal_is_late_for_ever_also_when_reopened(store: FolderStore) -> None:
    case = when(assigned(kept_case(store)), Step.WITHDRAW, "2026-07-20T09:00", by=THE_RESIDENT)
    case = when(case, Step.REOPEN, "2026-07-21T09:00", by=MANAGER, text="再办。")
    (answer,) = timed(case, Step.ANSWER)
    assert (answer.done, answer.is_late(at("2026-07-21T09:00"))) == (None, True)


def test_a_withdrawal_that_staff_note_and_take_back_moves_no_limit(store: FolderStore) -> None:
    case = when(assigned(kept_case(store)), Step.WITHDRAW, "2026-07-13T19:59")
    again = when(case, Step.REOPEN, "2026-07-14T09:00", by=MANAGER, text="其实没有撤回。")
    assert due(again, Step.ANSWER) == at("2026-07-13T20:00")
    assert [each.cancelled for each in timed(again, Step.ANSWER)] == [True, False]
    classed = when(again, Step.RECLASSIFY, "2026-07-14T09:10", **CLASS, reason="mistaken")
    assert [each.is_late(at("2026-07-14T09:10")) for each in timed(classed, Step.ANSWER)] == [False, True]


def test_a_resident_who_withdraws_and_comes_back_finds_what_was_left_of_the_limit(store: FolderStore) -> None:
    case = when(assigned(kept_case(store)), Step.WITHDRAW, "2026-07-07T09:00", by=THE_RESIDENT)
    again = when(case, Step.REOPEN, "2026-07-09T09:00", by=MANAGER, text="居民要求继续。")
    assert due(again, Step.ANSWER) == at("2026-07-15T20:00")
    assert due(again, Step.CONTACT) == at("2026-07-09T20:00")
    praise = when(
        again, Step.RECLASSIFY, "2026-07-09T10:00", **{**CLASS, "kind": "praise"}, reason="mistaken"
    )
    assert running_clocks(praise) == ()
    back = when(praise, Step.RECLASSIFY, "2026-07-09T11:00", **CLASS, reason="mistaken")
    assert {clock.step: clock.due for clock in running_clocks(back)} == {
        Step.CONTACT: at("2026-07-09T20:00"),
        Step.ANSWER: at("2026-07-15T20:00"),
    }


@pytest.mark.parametrize(
    ("by", "expected"), [(HANDLER, "2026-07-14T20:00"), (THE_RESIDENT, "2026-07-16T20:00")]
)
def test_a_pause_before_the_withdrawal_counts_as_long_as_it_lasted(
    store: FolderStore, by: Actor, expected: str
) -> None:
    case = when(assigned(kept_case(store)), Step.PAUSE, "2026-07-07T09:00", reason="weather")
    case = when(case, Step.WITHDRAW, "2026-07-08T09:00", by=by)
    case = when(case, Step.REOPEN, "2026-07-10T09:00", by=MANAGER, text="再办。")
    assert due(case, Step.ANSWER) == at(expected)


def test_withdrawn_twice_a_case_goes_on_from_where_it_stood(store: FolderStore) -> None:
    case = assigned(kept_case(store))
    for day in ("2026-07-07", "2026-07-08"):
        case = when(case, Step.WITHDRAW, f"{day}T09:00", by=THE_RESIDENT)
        case = when(case, Step.REOPEN, f"{day}T21:00", by=MANAGER, text="再办。")
    assert due(case, Step.ANSWER) == at("2026-07-14T20:00")
    assert [each.cancelled for each in timed(case, Step.ANSWER)] == [True, True, False]


def test_an_answered_case_that_was_withdrawn_begins_anew(store: FolderStore) -> None:
    case = step(answered(kept_case(store)), Step.ASK_REVIEW, by=THE_RESIDENT, text="不同意。")
    case = step(case, Step.WITHDRAW, by=THE_RESIDENT)
    case = when(case, Step.REOPEN, "2026-08-03T09:00", by=MANAGER, text="再办。")
    assert due(case, Step.ANSWER) == at("2026-08-10T20:00")


def test_a_repair_answered_but_not_finished_still_owes_its_finish(store: FolderStore) -> None:
    case = assigned(kept_case(store, kind=Kind.REPAIR))
    case = step(case, Step.ANSWER, outcome="explained", measures=["planned"], text="需订配件。")
    assert {clock.step for clock in running_clocks(case)} == {Step.FINISH}
    case = step(case, Step.FINISH, outcome="rectified", measures=["repaired"], text="已修好。")
    assert {clock.step for clock in running_clocks(case)} == {Step.FEED_BACK}


def test_a_case_that_needs_attention_is_called_twice_and_no_oftener(store: FolderStore) -> None:
    case = step(answered(kept_case(store)), Step.FEED_BACK, satisfaction="dissatisfied")
    case = step(case, Step.FOLLOW_UP, satisfaction="dissatisfied")
    assert due(case, Step.FOLLOW_UP).date() == case.entries[-1].at.date() + timedelta(days=30)
    case = step(case, Step.FOLLOW_UP, satisfaction="satisfied")
    assert running_clocks(case) == ()


def test_an_ordinary_case_is_called_once(store: FolderStore) -> None:
    case = step(answered(kept_case(store)), Step.FEED_BACK, satisfaction="satisfied")
    case = step(case, Step.FOLLOW_UP, satisfaction="satisfied")
    assert running_clocks(case) == ()


@pytest.mark.parametrize(
    "told", [{"urgency": Urgency.IMPORTANT}, {"satisfaction": "dissatisfied"}, {"repeats": "2026-000-000-9"}]
)
def test_a_repair_is_followed_up_where_it_needs_attention(store: FolderStore, told: dict[str, Any]) -> None:
    case = assigned(kept_case(store, kind=Kind.REPAIR, urgency=told.get("urgency", Urgency.ORDINARY)))
    if "repeats" in told:
        case = step(case, Step.LINK, number=told["repeats"])
    case = step(case, Step.FINISH, outcome="rectified", measures=["repaired"], text="已修好。")
    case = step(case, Step.FEED_BACK, satisfaction=told.get("satisfaction", "satisfied"))
    assert [clock.step for clock in running_clocks(case)] == [Step.FOLLOW_UP]


def test_who_says_afterwards_that_she_is_dissatisfied_is_called(store: FolderStore) -> None:
    case = step(answered(kept_case(store)), Step.FEED_BACK, satisfaction="satisfied")
    case = step(case, Step.RATE, by=THE_RESIDENT, satisfaction="dissatisfied")
    assert case.entries[-1].limits == ()  # a call was due already
    case = step(case, Step.FOLLOW_UP, satisfaction="no_answer")
    case = step(case, Step.FOLLOW_UP, satisfaction="no_answer")
    rated = step(case, Step.RATE, by=THE_RESIDENT, satisfaction="dissatisfied")
    assert [clock.step for clock in running_clocks(rated)] == [Step.FOLLOW_UP]
    assert step(case, Step.RATE, by=THE_RESIDENT, satisfaction="satisfied").entries[-1].limits == ()
