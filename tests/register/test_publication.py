"""How far a case is on its way to the public."""

from pathlib import Path

import pytest

from register.case import Case
from register.publication import Stage, publication, summary_digest
from register.steps import Summarised
from register.store import FolderStore
from register.terms import CountedReason, SensitiveReason, Step, WithholdingReason
from tests.factories import (
    HANDLER,
    MANAGER,
    REVIEWER,
    THE_RESIDENT,
    approved,
    fed_back,
    kept_case,
    objected,
    step,
)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return fed_back(kept_case(FolderStore(tmp_path)))


def test_before_a_summary_there_is_nothing(case: Case) -> None:
    state = publication(case)
    assert (state.stage, state.summary, state.sensitive) == (Stage.NOTHING, None, ())


def test_a_summary_is_drafted_by_its_author(case: Case) -> None:
    state = publication(step(case, Step.SUMMARISE, zh="已清运。", sensitive=["health"]))
    assert (state.stage, state.author, state.decided_by) == (Stage.DRAFTED, HANDLER.account, None)
    assert state.sensitive == (SensitiveReason.HEALTH,)


def test_an_approval_names_who_and_when_and_keeps_the_words(case: Case) -> None:
    done = approved(case) if case.status == "received" else _approved(case)
    state = publication(done)
    assert (state.stage, state.decided_by, state.decided_at) == (
        Stage.APPROVED, REVIEWER.account, done.entries[-1].at,
    )  # fmt: skip
    assert state.summary is not None
    assert state.summary.zh == "已清运。"
    assert state.author == HANDLER.account


def _approved(case: Case) -> Case:
    case = step(case, Step.SUMMARISE, zh="已清运。")
    summary = Summarised(zh="已清运。")
    return step(case, Step.APPROVE, by=REVIEWER, sha256=summary_digest(summary), read_all=True)


def test_a_summary_sent_back_is_written_anew(case: Case) -> None:
    case = step(step(case, Step.SUMMARISE, zh="一"), Step.SEND_BACK, by=REVIEWER, text="请删去楼号。")
    assert publication(case).stage == Stage.SENT_BACK
    again = publication(step(case, Step.SUMMARISE, zh="二"))
    assert (again.stage, again.decided_by) == (Stage.DRAFTED, None)


def test_counting_only_needs_no_summary(case: Case) -> None:
    state = publication(step(case, Step.COUNT_ONLY, by=REVIEWER, reason="sensitive"))
    assert (state.stage, state.counted) == (Stage.COUNTED, CountedReason.SENSITIVE)


def test_withholding_takes_two_people_with_one_reason(case: Case) -> None:
    one = step(case, Step.WITHHOLD, by=REVIEWER, reason="spam")
    assert publication(one).stage == Stage.WITHHOLDING_PROPOSED
    both = step(one, Step.WITHHOLD, by=MANAGER, reason="spam")
    assert (publication(both).stage, publication(both).withheld) == (Stage.WITHHELD, WithholdingReason.SPAM)
    other = step(one, Step.WITHHOLD, by=MANAGER, reason="in_court")
    assert publication(other).stage == Stage.WITHHOLDING_PROPOSED
    settled = step(other, Step.WITHHOLD, by=REVIEWER, reason="in_court")
    assert (publication(settled).stage, publication(settled).withheld) == (
        Stage.WITHHELD, WithholdingReason.IN_COURT,
    )  # fmt: skip


def test_a_record_in_which_one_person_says_it_twice_withholds_nothing(case: Case) -> None:
    """The desk lets nobody do so; whoever writes the file by hand gains nothing either."""
    one = step(case, Step.WITHHOLD, by=REVIEWER, reason="spam")
    twice = one.model_copy(update={"entries": (*one.entries, one.entries[-1])})
    assert publication(twice).stage == Stage.WITHHOLDING_PROPOSED


def test_another_decision_in_between_ends_a_proposal(case: Case) -> None:
    case = step(case, Step.WITHHOLD, by=REVIEWER, reason="spam")
    case = step(case, Step.COUNT_ONLY, by=MANAGER, reason="reviewer_decided")
    assert publication(case).withheld is None
    case = step(case, Step.WITHHOLD, by=MANAGER, reason="spam")
    assert publication(case).stage == Stage.WITHHOLDING_PROPOSED


def test_an_objection_stays_whatever_is_decided_later(case: Case) -> None:
    case = objected(_approved(case))
    state = publication(case)
    assert (state.stage, state.counted, state.objected) == (Stage.COUNTED, CountedReason.OBJECTION, True)
    reopened = step(case, Step.REOPEN, by=MANAGER, text="再查。")
    assert publication(reopened) == state
    withheld = step(case, Step.WITHHOLD, by=REVIEWER, reason="privacy")
    assert publication(withheld).objected


def test_an_objection_noted_by_staff_is_kept_and_settles_nothing_alone(case: Case) -> None:
    noted = step(_approved(case), Step.OBJECT, text="业主来电要求不公开。")
    state = publication(noted)
    assert (state.stage, state.counted, state.objected) == (Stage.OBJECTION_NOTED, None, True)
    confirmed = step(noted, Step.COUNT_ONLY, by=REVIEWER, reason="objection")
    assert publication(confirmed).counted == CountedReason.OBJECTION
    assert publication(objected(noted)).counted == CountedReason.OBJECTION


def test_reopening_or_a_review_takes_the_summary_back(case: Case) -> None:
    done = _approved(case)
    assert publication(step(done, Step.REOPEN, by=MANAGER, text="再查。")).stage == Stage.NOTHING
    assert publication(step(done, Step.ASK_REVIEW, by=THE_RESIDENT, text="不同意。")).stage == Stage.NOTHING


def test_a_take_down_stays_whatever_is_written_later(case: Case) -> None:
    case = step(_approved(case), Step.TAKE_DOWN, by=REVIEWER, reason="identifies_person")
    assert publication(case).stage == Stage.APPROVED
    again = step(case, Step.SUMMARISE, zh="另一句。")
    assert publication(again).taken_down
    counted = step(again, Step.COUNT_ONLY, by=REVIEWER, reason="reviewer_decided")
    reopened = step(counted, Step.REOPEN, by=MANAGER, text="再查。")
    assert publication(counted).taken_down
    assert publication(reopened).taken_down


def test_the_digest_is_of_the_exact_words_in_both_languages() -> None:
    summary = Summarised(zh="一", en="one")
    assert summary_digest(summary) == summary_digest(Summarised(zh="一", en="one", sensitive=("health",)))
    others = (Summarised(zh="二", en="one"), Summarised(zh="一", en="two"), Summarised(zh="一one"))
    assert len({summary_digest(each) for each in (summary, *others)}) == 4
