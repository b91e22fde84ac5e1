"""What counts on one person's word: steps noted after they were taken, and withdrawals that staff note."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from register.case import Case
from register.clocks import Timed, hangs_on_one_word, timed_steps
from register.errors import StepRefused
from register.handling import Actor, first_words, refusals, steps_open_to, take_step
from register.settings import ZONE
from register.store import FolderStore
from register.terms import Outcome, Status, Step
from register.vouching import as_counted, is_noted_withdrawal, unconfirmed
from tests.factories import (
    ENGINEER,
    HANDLER,
    MANAGER,
    REVIEWER,
    THE_RESIDENT,
    assigned,
    book,
    kept_case,
    step,
)

LATER = datetime(2026, 7, 30, 9, tzinfo=ZONE)
SAID = {"outcome": "rectified", "measures": ["cleaned"], "text": "已清运。"}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A complaint of 6 July at nine, assigned at noon; the answer is due on the 13th."""
    return assigned(kept_case(FolderStore(tmp_path)))


def noted(
    case: Case, taken: Step, at: str, by: Actor = HANDLER, *, on: datetime = LATER, **said: Any
) -> Case:
    """A step of a day in July, written down afterwards."""
    moment = datetime.fromisoformat(f"2026-07-{at}").replace(tzinfo=ZONE)
    work = book().clockwork
    return take_step(case, taken, by=by, at=moment, particulars=said, clockwork=work, noted=on)


def written_up(case: Case, by: Actor = HANDLER) -> Case:
    """An answer of the seventh, noted on the thirtieth."""
    return noted(
        noted(case, Step.INVESTIGATE, "07T09:00", by, findings="属实"), Step.ANSWER, "07T17:00", by, **SAID
    )


def of(case: Case, wanted: Step) -> Timed:
    (found,) = [timed for timed in timed_steps(case) if timed.clock.step == wanted]
    return found


def is_kept(case: Case, wanted: Step) -> bool:
    timed = of(case, wanted)
    return timed.done is not None and not timed.is_late(timed.done)


# Steps noted later


def test_an_answer_noted_after_its_limit_is_late(case: Case) -> None:
    case = written_up(case)
    answer = of(case, Step.ANSWER)
    assert (answer.done, is_kept(case, Step.ANSWER)) == (LATER, False)
    assert not answer.is_noted_later, "it counts from when it was written down"
    assert hangs_on_one_word(case)


def test_an_answer_noted_late_and_confirmed_by_another_is_kept_and_told_of(case: Case) -> None:
    case = written_up(case)
    case = take_step(case, Step.CONFIRM, by=REVIEWER, at=LATER, particulars={}, clockwork=book().clockwork)
    assert is_kept(case, Step.ANSWER)
    assert of(case, Step.ANSWER).is_noted_later
    assert (unconfirmed(case), hangs_on_one_word(case)) == ((), False)
    assert as_counted(case) is case


def test_a_limit_that_both_moments_keep_needs_nobody(case: Case) -> None:
    on = datetime(2026, 7, 7, 18, tzinfo=ZONE)
    case = noted(case, Step.CONTACT, "07T17:00", on=on)
    assert is_kept(case, Step.CONTACT)
    assert of(case, Step.CONTACT).done == on
    assert (len(unconfirmed(case)), hangs_on_one_word(case)) == (1, False)


def test_what_was_written_down_as_it_was_taken_says_nothing_more(case: Case) -> None:
    case = noted(case, Step.CONTACT, "07T17:00", on=datetime(2026, 7, 7, 17, tzinfo=ZONE))
    assert case.entries[-1].noted is None
    assert unconfirmed(case) == ()


def test_nobody_confirms_what_she_noted_herself(case: Case) -> None:
    case = written_up(case)
    assert refusals(case, Step.CONFIRM, by=HANDLER, at=LATER) == ("same_person",)
    held = Actor(REVIEWER.account, REVIEWER.role, barred=frozenset({HANDLER.account}))
    assert refusals(case, Step.CONFIRM, by=held, at=LATER) == ("one_hand",)
    assert refusals(case, Step.CONFIRM, by=THE_RESIDENT, at=LATER) == ("not_for_residents",)
    assert first_words(case, Step.CONFIRM) == {HANDLER.account}


def test_of_what_two_noted_each_confirms_the_other_s(case: Case) -> None:
    case = noted(case, Step.CONTACT, "07T09:00", ENGINEER)
    case = written_up(case)
    case = take_step(case, Step.CONFIRM, by=ENGINEER, at=LATER, particulars={}, clockwork=book().clockwork)
    assert [entry.by for entry in unconfirmed(case)] == [ENGINEER.account]
    case = take_step(case, Step.CONFIRM, by=HANDLER, at=LATER, particulars={}, clockwork=book().clockwork)
    assert unconfirmed(case) == ()


def test_where_nothing_waits_there_is_nothing_to_confirm(case: Case) -> None:
    assert refusals(case, Step.CONFIRM, by=REVIEWER, at=LATER) == ("nothing_to_confirm",)


def test_a_step_confirmed_after_one_that_is_not_does_not_come_before_it(case: Case) -> None:
    case = noted(case, Step.CONTACT, "07T09:00", ENGINEER)
    case = noted(case, Step.INVESTIGATE, "08T09:00", findings="属实")
    case = take_step(case, Step.CONFIRM, by=ENGINEER, at=LATER, particulars={}, clockwork=book().clockwork)
    assert [entry.at for entry in as_counted(case).entries[-3:]] == [LATER] * 3


def test_a_missed_limit_of_a_class_noted_late_is_missed_once(tmp_path: Path) -> None:
    case = step(kept_case(FolderStore(tmp_path)), Step.ACKNOWLEDGE)
    said = {"kind": case.kind, "matter": case.matter, "urgency": case.urgency}
    case = noted(case, Step.CLASSIFY, "06T12:00", **said)
    case = noted(case, Step.ASSIGN, "06T13:00", to=ENGINEER.account, post="cleaning")
    case = written_up(case)
    assert of(case, Step.ANSWER).done == LATER


# Withdrawals


def test_a_withdrawal_that_staff_note_ends_no_limit(case: Case) -> None:
    case = step(case, Step.WITHDRAW)
    assert is_noted_withdrawal(case.entries[-1])
    assert case.status == Status.WITHDRAWN
    answer = of(case, Step.ANSWER)
    assert (answer.done, answer.cancelled, answer.is_late(LATER)) == (None, False, True)
    counted = as_counted(case)
    assert (counted.status, counted.outcome) == (Status.ASSIGNED, None)
    assert hangs_on_one_word(case)


@pytest.mark.parametrize(("by", "taken"), [(REVIEWER, Step.CONFIRM), (THE_RESIDENT, Step.WITHDRAW)])
def test_another_person_or_the_resident_confirms_it(case: Case, by: Actor, taken: Step) -> None:
    case = step(case, Step.WITHDRAW)
    withdrawn = case.entries[-1].at
    case = step(case, taken, by=by, after=timedelta(days=20))
    answer = of(case, Step.ANSWER)
    assert (answer.cancelled, answer.done) == (True, withdrawn)
    assert (as_counted(case).outcome, hangs_on_one_word(case)) == (Outcome.WITHDRAWN, False)


def test_staff_do_not_withdraw_twice_and_a_resident_once(case: Case) -> None:
    case = step(case, Step.WITHDRAW)
    assert refusals(case, Step.WITHDRAW, by=REVIEWER, at=LATER) == ("withdrawn_already",)
    assert Step.WITHDRAW in steps_open_to(case, THE_RESIDENT, LATER)
    case = step(case, Step.WITHDRAW, by=THE_RESIDENT)
    assert refusals(case, Step.WITHDRAW, by=THE_RESIDENT, at=LATER) == ("withdrawn_already",)


def test_it_is_not_archived_before_it_is_confirmed(case: Case) -> None:
    case = step(case, Step.WITHDRAW)
    with pytest.raises(StepRefused) as refused:
        step(case, Step.ARCHIVE, by=MANAGER)
    assert list(refused.value.reasons) == ["withdrawal_unconfirmed"]
    confirmed = step(case, Step.CONFIRM, by=REVIEWER)
    assert step(confirmed, Step.ARCHIVE, by=MANAGER).status == Status.ARCHIVED


def test_what_was_archived_before_there_was_this_rule_stays_withdrawn(case: Case) -> None:
    case = step(case, Step.WITHDRAW)
    old = case.entries[-1].model_copy(update={"step": Step.ARCHIVE, "by": MANAGER.account})
    assert as_counted(case.with_entry(old)).outcome == Outcome.WITHDRAWN


def test_what_follows_a_withdrawal_that_is_none_is_none_either(case: Case) -> None:
    case = step(step(case, Step.WITHDRAW), Step.OBJECT, by=THE_RESIDENT, text="请不要公开。")
    counted = as_counted(case)
    assert counted.status == Status.ASSIGNED
    assert [entry.step for entry in counted.entries[-2:]] == [Step.MESSAGE] * 2


def test_taken_back_it_was_none_and_the_limits_go_on_as_they_stood(case: Case) -> None:
    due = of(case, Step.ANSWER).clock.due
    case = step(case, Step.WITHDRAW)
    case = step(case, Step.WITHDRAW, by=THE_RESIDENT)
    case = step(case, Step.REOPEN, by=MANAGER, text="业主要求继续处理。")
    answer = [timed for timed in timed_steps(case) if timed.clock.step == Step.ANSWER][-1]
    assert (answer.done, answer.clock.due) == (None, due + timedelta(hours=1)), (
        "only her own hour stands still"
    )
    assert unconfirmed(case) == ()
