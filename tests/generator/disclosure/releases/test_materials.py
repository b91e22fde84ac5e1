"""What one person alone stands for is not taken for granted by a release: withdrawals, pauses, steps noted later."""

from datetime import timedelta

from generator.disclosure.cases.eligibility import CarriedReason
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.figures.indicators import Due
from register.case import Case
from register.handling import take_step
from register.terms import AgeBand, CountedReason, Step
from register.vouching import as_counted
from tests.factories import HANDLER, MONDAY, REVIEWER, THE_RESIDENT, assigned, book, step
from tests.generator.disclosure.estate import Q3, Q4, Estate, opened, paused, some_cases

ANSWER = {"outcome": "rectified", "measures": ["cleaned"], "text": "已清运。"}


def drafted(case: Case) -> Draft:
    return Estate([*some_cases(5), case]).draft(Q3)


def answers(draft: Draft) -> Due:
    (row,) = [
        row
        for row in draft.release.performance.due
        if (row.month, row.kind, row.step) == ("2026-07", "complaint", "answer")
    ]
    return row


def of_one_word() -> Case:
    return step(assigned(opened(99, received=MONDAY)), Step.WITHDRAW)


def test_a_withdrawal_noted_by_staff_is_an_open_case_until_it_is_confirmed() -> None:
    case = of_one_word()
    alone = drafted(case)
    assert dict(alone.held) == {case.number: CarriedReason.OPEN}
    assert (answers(alone).open, alone.release.performance.open_at_end[AgeBand.OVER_30]) == (1, 1)
    for by, taken in ((REVIEWER, Step.CONFIRM), (THE_RESIDENT, Step.WITHDRAW)):
        confirmed = drafted(step(case, taken, by=by, after=timedelta(days=30)))
        assert confirmed.settlement.settled[case.number].reason == CountedReason.WITHDRAWN
        assert answers(confirmed).open == 0


def test_a_withdrawal_that_a_release_has_counted_stays_one() -> None:
    """One that was settled before anybody had to confirm it neither falls due nor is open in any later period."""
    case = of_one_word()
    estate = Estate([*some_cases(5), step(case, Step.CONFIRM, by=REVIEWER)])
    estate.release(Q3)
    estate.cases = [*some_cases(5), case]
    later = estate.draft(Q4).release.performance
    assert sum(later.open_at_end.values()) == 0
    assert not any(row.open for row in later.due)


def test_a_pause_that_nobody_ended_ends_in_the_figures_too() -> None:
    case = paused(opened(99, received=MONDAY))
    row = answers(drafted(case))
    assert (row.due - row.kept, row.open) == (1, 1)


def test_what_an_import_writes_into_the_past_is_not_kept_by_it() -> None:
    case = step(assigned(opened(99, received=MONDAY)), Step.INVESTIGATE, findings="属实。")
    at = case.entries[-1].at
    said = {"by": HANDLER, "at": at, "particulars": ANSWER, "clockwork": book().clockwork}
    case = take_step(case, Step.ANSWER, **said, noted=at + timedelta(days=24))
    assert (answers(drafted(case)).late, answers(drafted(case)).noted_later) == (1, 0)
    case = step(case, Step.CONFIRM, by=REVIEWER, after=timedelta(days=25))
    assert (answers(drafted(case)).late, answers(drafted(case)).noted_later) == (0, 1)
    assert as_counted(case) is case
