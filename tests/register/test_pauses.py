"""Pauses: how long one person's word is good for, who prolongs, and that the clock runs on by itself."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from register.case import Case
from register.clocks import is_shown, running_clocks, timed_steps
from register.handling import Actor, first_words, refusals
from register.pauses import need_another, pause_ends, shares
from register.settings import ZONE
from register.store import FolderStore
from register.terms import Status, Step
from tests.factories import ENGINEER, HANDLER, REVIEWER, THE_RESIDENT, assigned, book, kept_case, step

DAY = timedelta(days=1)
RUN_ON = book().clockwork.run_on


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A complaint of Monday 6 July at nine, assigned at noon, paused at one; the answer is due on the 13th."""
    return step(assigned(kept_case(FolderStore(tmp_path))), Step.PAUSE, reason="awaiting_approval")


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZONE)


def due(case: Case, wanted: Step) -> datetime:
    return next(
        timed.clock.due for timed in timed_steps(case) if timed.clock.step == wanted and not timed.done
    )


def test_a_pause_ends_after_ten_working_days_of_one_person(case: Case) -> None:
    end = at("07-20T20:00")
    assert pause_ends(case) == end
    assert [(clock.step, clock.due) for clock in running_clocks(case)] == [(Step.RESUME, end)]
    assert shares(case, at("07-08T13:00"))[HANDLER.account].used == 2 * DAY


def test_then_the_clock_runs_on_by_itself(case: Case) -> None:
    end = at("07-20T20:00")
    assert RUN_ON(case, end) is case
    later = RUN_ON(case, at("09-01T09:00"))
    assert later.status == Status.ASSIGNED
    assert (later.entries[-1].step, later.entries[-1].by, later.entries[-1].at) == (
        Step.RESUME,
        "system",
        end,
    )
    limit = due(later, Step.ANSWER)
    assert limit == at("07-13T20:00") + (end - at("07-06T13:00"))
    assert RUN_ON(later, at("10-01T09:00")) is later


def test_whatever_is_done_then_comes_after_its_end(case: Case) -> None:
    """Paused for sixty days and answered at once: late."""
    case = step(case, Step.INVESTIGATE, after=60 * DAY, findings="属实")
    case = step(case, Step.ANSWER, outcome="explained", measures=["explanation_given"], text="已说明。")
    assert [entry.step for entry in case.entries[-3:]] == [Step.RESUME, Step.INVESTIGATE, Step.ANSWER]
    answer = next(timed for timed in timed_steps(case) if timed.clock.step == Step.ANSWER)
    assert answer.is_late(case.entries[-1].at)
    assert not answer.is_kept_by_pause


def test_what_somebody_did_meanwhile_comes_before_its_end(case: Case) -> None:
    said = step(case, Step.MESSAGE, by=THE_RESIDENT, after=5 * DAY, text="怎么样了？")
    late = said.model_copy(
        update={
            "entries": (*said.entries[:-1], said.entries[-1].model_copy(update={"at": at("07-25T09:00")}))
        }
    )
    assert RUN_ON(late, at("08-01T09:00")).entries[-1].at == at("07-25T09:00"), (
        "a clock set back moves nothing"
    )


def test_a_limit_kept_only_by_the_pause_is_told_apart(case: Case) -> None:
    case = step(case, Step.RESUME, after=8 * DAY)
    case = step(case, Step.INVESTIGATE, findings="属实")
    soon = step(case, Step.ANSWER, outcome="explained", measures=["explanation_given"], text="已说明。")
    (answer,) = [timed for timed in timed_steps(soon) if timed.clock.step == Step.ANSWER]
    assert (answer.clock.unpaused, answer.is_kept_by_pause) == (at("07-13T20:00"), True)


def test_an_extension_after_a_pause_is_no_pause(case: Case) -> None:
    case = step(case, Step.RESUME)
    case = step(case, Step.EXTEND, reason="complex", working_days=5)
    case = step(case, Step.INVESTIGATE, findings="属实")
    case = step(
        case, Step.ANSWER, after=8 * DAY, outcome="explained", measures=["explanation_given"], text="已说明。"
    )
    (answer,) = [timed for timed in timed_steps(case) if timed.clock.step == Step.ANSWER]
    assert (answer.clock.unpaused, answer.is_kept_by_pause) == (at("07-20T20:00"), False)


def test_another_person_prolongs_it_with_her_own_days(case: Case) -> None:
    later = at("07-13T09:00")
    assert refusals(case, Step.PAUSE, by=HANDLER, at=later) == ("pause_spent",)
    held = Actor(REVIEWER.account, REVIEWER.role, barred=frozenset({HANDLER.account}))
    assert refusals(case, Step.PAUSE, by=held, at=later) == ("one_hand",)
    case = step(case, Step.PAUSE, by=REVIEWER, after=7 * DAY, reason="awaiting_parts")
    assert (case.status, pause_ends(case)) == (Status.PAUSED, at("07-27T20:00"))
    assert first_words(case, Step.PAUSE) == {HANDLER.account, REVIEWER.account}
    case = step(case, Step.RESUME, after=DAY)
    assert due(case, Step.ANSWER) == at("07-13T20:00") + 8 * DAY, "one pause, however many prolonged it"


def test_who_has_used_up_her_days_pauses_no_more(case: Case) -> None:
    case = step(case, Step.RESUME, after=10 * DAY)
    case = step(case, Step.PAUSE, after=DAY, reason="weather")
    begun = case.entries[-1].at
    assert pause_ends(case) == begun + (at("07-20T20:00") - at("07-06T13:00")) - 10 * DAY
    case = RUN_ON(case, begun + 30 * DAY)
    assert need_another(case) == {HANDLER.account}
    assert refusals(case, Step.PAUSE, by=HANDLER, at=begun + 30 * DAY) == ("pause_spent",)
    assert Step.PAUSE not in refusals(case, Step.PAUSE, by=ENGINEER, at=begun + 30 * DAY)


def test_a_pause_from_before_pauses_had_an_end_has_none(case: Case) -> None:
    old = case.model_copy(
        update={"entries": (*case.entries[:-1], case.entries[-1].model_copy(update={"limits": ()}))}
    )
    assert (pause_ends(old), shares(old, at("09-01T09:00"))) == (None, {})
    assert RUN_ON(old, at("09-01T09:00")) is old


def test_people_see_the_end_of_a_pause_only_while_it_lasts(case: Case) -> None:
    assert [timed.clock.step for timed in timed_steps(case) if is_shown(timed)][-1] == Step.RESUME
    resumed = step(case, Step.RESUME)
    assert Step.RESUME not in [timed.clock.step for timed in timed_steps(resumed) if is_shown(timed)]


def test_a_withdrawal_ends_a_pause(case: Case) -> None:
    withdrawn = step(case, Step.WITHDRAW, by=THE_RESIDENT, after=2 * DAY)
    assert shares(withdrawn, at("09-01T09:00"))[HANDLER.account].used == 2 * DAY
    assert pause_ends(withdrawn) is None
