"""The due cohort: every limit is counted once, in the period in which it fell due, whatever became of it."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.disclosure.cases.history import as_of, end_of
from generator.disclosure.cases.period import Period
from generator.disclosure.figures.cohort import Seen, due_rows
from generator.disclosure.figures.indicators import Due
from register.case import Case
from register.clocks import timed_steps
from register.errors import StepRefused
from register.handling import take_step
from register.terms import Kind, Step, Urgency
from register.vouching import as_counted
from tests.factories import HANDLER, MONDAY, REVIEWER, answered, assigned, book, step
from tests.generator.disclosure.estate import LIVES, Q3, Q4, at, finished, opened, paused

ANSWER = {"outcome": "rectified", "measures": ["cleaned"], "text": "已清运。"}
MONTHS = [Period.parse(f"2026-{month:02}") for month in range(6, 13)]


def rows(case: Case, period: Period = Q3, *, fresh: bool = True) -> dict[tuple[str, str], Due]:
    found = due_rows([Seen(as_of(case, end_of(period)), fresh)], period)
    return {(row.month, row.step): row for row in found}


def counts(row: Due) -> tuple[int, int, int, int, int]:
    return row.due, row.kept, row.extended, row.late, row.open


def test_a_limit_kept_is_counted_in_the_month_it_fell_due() -> None:
    row = rows(answered(opened(received=MONDAY)))["2026-07", "answer"]
    assert counts(row) == (1, 1, 0, 0, 0)


def test_a_limit_missed_and_then_met_is_late() -> None:
    case = step(opened(received=MONDAY), Step.ACKNOWLEDGE, after=timedelta(days=10))
    assert counts(rows(case)["2026-07", "acknowledge"]) == (1, 0, 0, 1, 0)


def test_a_limit_missed_and_not_met_is_open() -> None:
    assert counts(rows(opened(received=MONDAY))["2026-07", "answer"]) == (1, 0, 0, 0, 1)


def test_a_limit_met_after_the_period_ended_is_still_open() -> None:
    case = step(opened(received=MONDAY), Step.ACKNOWLEDGE, after=timedelta(days=100))
    assert counts(rows(case)["2026-07", "acknowledge"]) == (1, 0, 0, 0, 1)


def test_a_limit_that_falls_due_later_is_not_counted_yet() -> None:
    case = opened(received=at(9, 29))
    assert ("2026-10", "answer") not in rows(case)
    assert ("2026-10", "answer") in rows(case, Q4, fresh=False)
    assert ("2026-09", "acknowledge") not in rows(case, Q4, fresh=False)


def test_a_limit_kept_by_an_extension_says_so() -> None:
    case = step(opened(received=MONDAY), Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, kind="complaint", matter="noise", urgency="ordinary")
    case = step(case, Step.ASSIGN, to="zhaoqiang", post="security")
    case = step(case, Step.EXTEND, reason="complex", working_days=5)
    case = step(case, Step.INVESTIGATE, findings="已核实。")
    said = {"outcome": "explained", "measures": ["explanation_given"], "text": "已说明。"}
    case = step(case, Step.ANSWER, after=timedelta(days=9), **said)
    assert counts(rows(case)["2026-07", "answer"]) == (1, 1, 1, 0, 0)


def test_a_withdrawn_case_owes_nothing_any_more() -> None:
    assert ("2026-07", "answer") not in rows(LIVES["withdrawn"](opened(received=MONDAY)))


def test_a_limit_that_stands_still_has_no_date_until_the_case_goes_on() -> None:
    case = paused(opened(received=at(9, 25)))
    assert ("2026-09", "answer") not in rows(case, Period.parse("2026-10"), fresh=False)
    assert ("2026-10", "answer") not in rows(case, Q4, fresh=False)
    resumed = step(case, Step.RESUME, after=timedelta(days=20))
    assert counts(rows(resumed, Q4, fresh=False)["2026-10", "answer"]) == (1, 0, 0, 0, 1)


def test_what_is_noted_late_is_counted_in_the_first_month_that_still_can() -> None:
    case = answered(opened(received=at(6, 1)))
    assert {month for month, _ in rows(case)} == {"2026-07"}
    assert not rows(case, fresh=False)


def test_a_new_class_cannot_move_a_limit_into_the_past_uncounted() -> None:
    """Reclassified in October, a limit of September falls due in a period that was released: it counts in October."""
    case = step(opened(received=at(9, 27), kind=Kind.REPAIR), Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, kind="complaint", matter="facilities", urgency="ordinary")
    case = step(case, Step.ASSIGN, to="zhaoqiang", post="engineering")
    new = {"kind": "repair", "matter": "facilities", "urgency": "emergency", "reason": "mistaken"}
    case = step(case, Step.RECLASSIFY, after=timedelta(days=5), **new)
    row = rows(case, Q4, fresh=False)["2026-10", "arrive"]
    assert counts(row) == (1, 0, 0, 0, 1)


def test_rows_are_sorted_by_month_kind_and_step() -> None:
    cases = [
        answered(opened(1)),
        finished(opened(2, kind=Kind.REPAIR)),
        answered(opened(3, received=at(8, 3))),
    ]
    found = due_rows([Seen(case, True) for case in cases], Q3)
    keys = [(row.month, list(Kind).index(row.kind), list(Step).index(row.step)) for row in found]
    assert keys == sorted(keys)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["ack", "classify", "reclassify", "assign", "pause", "resume", "extend", "refuse", "feed"]
        ),
        st.integers(1, 30 * 24),
    ),
    max_size=9,
)
SAID = {
    "ack": (Step.ACKNOWLEDGE, {}),
    "classify": (Step.CLASSIFY, {"kind": "complaint", "matter": "noise", "urgency": "important"}),
    "reclassify": (
        Step.RECLASSIFY,
        {"kind": "repair", "matter": "noise", "urgency": "emergency", "reason": "mistaken"},
    ),
    "assign": (Step.ASSIGN, {"to": "zhaoqiang", "post": "security"}),
    "pause": (Step.PAUSE, {"reason": "weather"}),
    "resume": (Step.RESUME, {}),
    "extend": (Step.EXTEND, {"reason": "weather", "working_days": 3}),
    "refuse": (Step.REFUSE, {"reason": "no_facts", "text": "无具体事实。"}),
    "feed": (Step.FEED_BACK, {"satisfaction": "no_answer"}),
}


def lived(steps: list[tuple[str, int]]) -> Case:
    """A case with those of the steps that the register allows."""
    case = opened(received=at(6, 20), urgency=Urgency.ORDINARY)
    for name, hours in steps:
        taken, said = SAID[name]
        try:
            case = step(case, taken, after=timedelta(hours=hours), **said)
        except StepRefused:
            continue
    return case


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_monthly_releases_count_every_limit_that_fell_due_exactly_once(steps: list[tuple[str, int]]) -> None:
    case = lived(steps)
    counted = sum(
        row.due for i, month in enumerate(MONTHS) for row in rows(case, month, fresh=i == 0).values()
    )
    end = end_of(MONTHS[-1])
    seen = as_of(case, end)
    owed = [
        timed
        for timed in timed_steps(seen)
        if timed.clock.due < end and not timed.cancelled and not (timed.stopped and timed.done is None)
    ]
    assert counted >= len(owed)
    assert counted - len(owed) <= _replaced(seen)


def _replaced(case: Case) -> int:
    """How many limits a first class or a withdrawal may have replaced after they had been counted as open."""
    return sum(len(entry.limits) for entry in case.entries if entry.step in (Step.RECEIVE, Step.CLASSIFY))


@pytest.mark.parametrize("period", [Q3, Q4])
def test_kept_late_and_open_are_all_that_was_due(period: Period) -> None:
    cases = [live(opened(i)) for i, live in enumerate(LIVES.values(), 1)]
    for row in due_rows([Seen(as_of(case, end_of(period)), period == Q3) for case in cases], period):
        assert row.due == row.kept + row.late + row.open


def test_what_a_pause_kept_and_what_was_noted_later_is_told_apart() -> None:
    case = step(assigned(opened(received=MONDAY)), Step.PAUSE, reason="awaiting_parts")
    case = step(case, Step.RESUME, after=timedelta(days=9))
    case = step(step(case, Step.INVESTIGATE, findings="属实。"), Step.ANSWER, **ANSWER)
    row = rows(case)["2026-07", "answer"]
    assert (row.kept, row.paused, row.noted_later) == (1, 1, 0)


def test_what_was_noted_later_is_kept_once_another_person_confirms_it() -> None:
    case = step(assigned(opened(received=MONDAY)), Step.INVESTIGATE, findings="属实。")
    at = case.entries[-1].at
    noted = at + timedelta(days=20)
    said = {"by": HANDLER, "at": at, "particulars": ANSWER, "clockwork": book().clockwork, "noted": noted}
    case = take_step(case, Step.ANSWER, **said)
    alone = rows(as_counted(case))["2026-07", "answer"]
    assert (alone.kept, alone.late, alone.noted_later) == (0, 1, 0)
    case = step(case, Step.CONFIRM, by=REVIEWER, after=timedelta(days=21))
    row = rows(as_counted(case))["2026-07", "answer"]
    assert (row.kept, row.late, row.noted_later) == (1, 0, 1)
