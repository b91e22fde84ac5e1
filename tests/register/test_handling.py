"""Taking a step: who may, when, with which words; every refusal with its reason in both languages."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from register.case import Case
from register.errors import StepRefused
from register.handling import (
    APPROVAL_CODES,
    CHECKS,
    ERASURE_CODES,
    SYSTEM,
    THE_RESIDENT,
    Actor,
    refusals,
    steps_open_to,
    take_step,
)
from register.publication import summary_digest
from register.steps import PARTICULARS, Summarised
from register.store import FolderStore
from register.terms import CountedReason, Kind, Relation, Role, Step
from register.wording import TEMPLATES
from tests.factories import (
    ENGINEER,
    HANDLER,
    MANAGER,
    MONDAY,
    REVIEWER,
    answered,
    approved,
    book,
    fed_back,
    kept_case,
    objected,
    step,
)

CLASS = {"kind": "complaint", "matter": "hygiene", "urgency": "ordinary"}
ANSWER = {"outcome": "rectified", "measures": ["cleaned"], "text": "已清运。"}


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path)


@pytest.fixture
def case(store: FolderStore) -> Case:
    return kept_case(store)


def assigned(case: Case) -> Case:
    case = step(step(case, Step.ACKNOWLEDGE), Step.CLASSIFY, **{**CLASS, "kind": case.kind})
    return step(case, Step.ASSIGN, to=ENGINEER.account, post="cleaning")


def reasons(
    case: Case, taken: Step, by: Actor = HANDLER, after: timedelta = timedelta(hours=1), **said: Any
) -> set[str]:
    with pytest.raises(StepRefused) as refused:
        step(case, taken, by=by, after=after, **said)
    assert refused.value.allowed == tuple(sorted(steps_open_to(case, by, case.entries[-1].at + after)))
    return set(refused.value.reasons)


def test_a_step_is_kept_with_who_when_and_what(case: Case) -> None:
    after = step(case, Step.ACKNOWLEDGE, note="  已电话告知  ")
    entry = after.entries[-1]
    assert (entry.step, entry.by, entry.at) == (
        Step.ACKNOWLEDGE,
        HANDLER.account,
        MONDAY + timedelta(hours=1),
    )
    assert entry.particulars == {"note": "已电话告知"}
    assert after.entries[:-1] == case.entries


def test_every_reason_is_given_at_once(case: Case) -> None:
    assert reasons(case, Step.APPROVE, by=THE_RESIDENT, after=-timedelta(hours=1)) == {
        "not_now", "not_for_residents", "clock_turned_back", "nothing_to_review",
        "particular:sha256", "particular:read_all",
    }  # fmt: skip


def test_a_refused_step_leaves_the_case_as_it_was(case: Case) -> None:
    before = case.model_dump_json()
    reasons(case, Step.ANSWER, **ANSWER)
    assert case.model_dump_json() == before


def test_the_first_step_is_nobodys(case: Case) -> None:
    assert "not_now" in reasons(case, Step.RECEIVE, by=MANAGER)


def test_residents_and_staff_have_their_own_steps(case: Case) -> None:
    done = answered(case)
    assert reasons(done, Step.RATE, satisfaction="satisfied") == {"not_for_staff"}
    assert reasons(done, Step.FEED_BACK, by=THE_RESIDENT, satisfaction="satisfied") == {"not_for_residents"}
    assert step(done, Step.RATE, by=THE_RESIDENT, satisfaction="satisfied").satisfaction == "satisfied"


@pytest.mark.parametrize(
    ("taken", "said"),
    [(Step.ADD_FACTS, {"text": "又停了。"}), (Step.WITHDRAW, {}), (Step.MESSAGE, {"text": "请回电。"})],
)
def test_staff_note_what_a_resident_says_on_the_phone(case: Case, taken: Step, said: dict[str, str]) -> None:
    assert step(case, taken, by=HANDLER, **said).entries[-1].by == HANDLER.account


def test_some_steps_need_a_role(case: Case) -> None:
    done = fed_back(case)
    assert reasons(done, Step.COUNT_ONLY, by=HANDLER, reason="sensitive") == {"role"}
    assert reasons(done, Step.REOPEN, by=Actor(SYSTEM, None), text="再查。") == {"role"}
    assert step(done, Step.REOPEN, by=REVIEWER, text="再查。").status == "assigned"


def test_some_steps_belong_to_a_kind(store: FolderStore) -> None:
    assert reasons(assigned(kept_case(store, 1)), Step.ARRIVE) == {"kind"}
    repair = assigned(kept_case(store, 2, kind=Kind.REPAIR))
    assert step(repair, Step.ARRIVE).status == "assigned"
    assert step(repair, Step.FINISH, **ANSWER).status == "answered"
    inquiry = assigned(kept_case(store, 3, kind=Kind.INQUIRY))
    assert "kind" in reasons(inquiry, Step.FINISH, **ANSWER)
    assert step(inquiry, Step.ANSWER, **ANSWER).status == "answered"


def test_a_complaint_is_investigated_before_it_is_answered_in_every_round(case: Case) -> None:
    assert reasons(assigned(case), Step.ANSWER, **ANSWER) == {"investigate_first"}
    again = step(answered(case), Step.REOPEN, by=MANAGER, text="再查。")
    assert reasons(again, Step.ANSWER, **ANSWER) == {"investigate_first"}
    assert step(step(again, Step.INVESTIGATE, findings="属实"), Step.ANSWER, **ANSWER).status == "answered"


def test_a_complaint_is_answered_in_words_before_the_work_is_called_finished(case: Case) -> None:
    investigated = step(assigned(case), Step.INVESTIGATE, findings="属实")
    assert reasons(investigated, Step.FINISH, **ANSWER) == {"answer_first"}
    assert step(step(investigated, Step.ANSWER, **ANSWER), Step.FINISH, **ANSWER).status == "answered"


def test_no_step_lies_before_the_last_one(case: Case) -> None:
    assert reasons(case, Step.ACKNOWLEDGE, after=-timedelta(seconds=1)) == {"clock_turned_back"}
    assert step(case, Step.ACKNOWLEDGE, after=timedelta(0)).status == "acknowledged"


def test_progress_is_asked_for_after_a_limit_and_not_during_a_pause(case: Case) -> None:
    assert reasons(case, Step.CHASE, by=THE_RESIDENT) == {"not_due_yet"}
    late = timedelta(days=9)
    assert step(case, Step.CHASE, by=THE_RESIDENT, after=late).entries[-1].step == Step.CHASE
    paused = step(assigned(case), Step.PAUSE, reason="weather")
    assert reasons(paused, Step.CHASE, by=THE_RESIDENT, after=late) == {"not_due_yet"}


def test_a_review_is_asked_for_once_and_done_by_another(case: Case) -> None:
    asked = step(answered(case), Step.ASK_REVIEW, by=THE_RESIDENT, text="不同意。")
    said = {"outcome": "explained", "changed": False, "text": "维持。"}
    as_reviewer = Actor(ENGINEER.account, Role.REVIEWER)
    assert reasons(asked, Step.RECONSIDER, by=as_reviewer, **said) == {"same_person"}
    assert reasons(asked, Step.RECONSIDER, by=HANDLER, **said) == {"role"}
    done = step(asked, Step.RECONSIDER, by=REVIEWER, **said)
    assert done.outcome == "explained"
    assert reasons(done, Step.ASK_REVIEW, by=THE_RESIDENT, text="还是不同意。") == {"asked_before"}


def test_a_hold_is_set_once_and_lifted_once(case: Case) -> None:
    assert reasons(case, Step.RELEASE_HOLD, text="已核实。") == {"hold_state"}
    held = step(case, Step.HOLD, reason="flood")
    assert held.is_held
    assert held.status == case.status
    assert reasons(held, Step.HOLD, reason="flood") == {"hold_state"}
    assert not step(held, Step.RELEASE_HOLD, text="已核实。").is_held


def test_an_extension_is_given_once_a_round_while_the_limit_runs(case: Case) -> None:
    said = {"reason": "complex", "working_days": 3}
    ready = assigned(case)
    assert reasons(ready, Step.EXTEND, after=timedelta(days=9), **said) == {"too_late_to_extend"}
    extended = step(ready, Step.EXTEND, **said)
    assert reasons(extended, Step.EXTEND, **said) == {"extended_before"}
    investigated = step(extended, Step.INVESTIGATE, findings="属实")
    again = step(step(investigated, Step.ANSWER, **ANSWER), Step.REOPEN, by=MANAGER, text="再查。")
    assert step(again, Step.EXTEND, **said).status == "assigned"


def test_a_case_is_not_linked_to_itself(case: Case) -> None:
    assert reasons(case, Step.LINK, number=case.number) == {"particular:number"}
    linked = step(case, Step.LINK, number="2026-000-000-9", relation="same_cause")
    assert linked.links == {"2026-000-000-9": Relation.SAME_CAUSE}
    assert reasons(linked, Step.LINK, number="2026-000-000-9") == {"particular:number"}


def test_a_link_is_ended_by_a_step_and_only_where_there_is_one(case: Case) -> None:
    assert reasons(case, Step.UNLINK, number="2026-000-000-9") == {"not_linked"}
    linked = step(case, Step.LINK, number="2026-000-000-9")
    assert reasons(linked, Step.UNLINK, number="2026-574-745-9") == {"particular:number"}
    assert step(linked, Step.UNLINK, number="2026-000-000-9").links == {}


# Four eyes


def test_a_summary_is_approved_by_neither_its_author_nor_the_one_who_answered(case: Case) -> None:
    done = step(fed_back(case), Step.SUMMARISE, zh="已清运。")
    said = {"sha256": summary_digest(Summarised(zh="已清运。")), "read_all": True}
    for account in (HANDLER.account, ENGINEER.account):
        assert reasons(done, Step.APPROVE, by=Actor(account, Role.REVIEWER), **said) == {"same_person"}
        assert reasons(done, Step.SEND_BACK, by=Actor(account, Role.MANAGER), text="改。") == {"same_person"}
    assert step(done, Step.APPROVE, by=REVIEWER, **said).entries[-1].by == REVIEWER.account


def test_an_approval_is_of_the_exact_words_read_in_full_and_not_sensitive(case: Case) -> None:
    done = step(fed_back(case), Step.SUMMARISE, zh="已清运。", sensitive=["health"])
    wrong = {"sha256": "0" * 64, "read_all": False}
    assert reasons(done, Step.APPROVE, by=REVIEWER, **wrong) == set(APPROVAL_CODES)
    changed = step(fed_back(case), Step.SUMMARISE, zh="改过的。")
    stale = {"sha256": summary_digest(Summarised(zh="已清运。")), "read_all": True}
    assert reasons(changed, Step.APPROVE, by=REVIEWER, **stale) == {"summary_changed"}


def test_there_must_be_a_draft_to_review(case: Case) -> None:
    said = {"sha256": "0" * 64, "read_all": True}
    assert reasons(fed_back(case), Step.APPROVE, by=REVIEWER, **said) == {"nothing_to_review"}
    assert "nothing_to_review" in reasons(approved(case), Step.SEND_BACK, by=MANAGER, text="改。")


def test_withholding_is_seconded_by_another_and_not_repeated(case: Case) -> None:
    proposed = step(fed_back(case), Step.WITHHOLD, by=REVIEWER, reason="spam")
    assert reasons(proposed, Step.WITHHOLD, by=REVIEWER, reason="spam") == {"same_person"}
    withheld = step(proposed, Step.WITHHOLD, by=MANAGER, reason="spam")
    assert reasons(withheld, Step.WITHHOLD, by=REVIEWER, reason="spam") == {"already_withheld"}


def test_no_summary_is_written_against_the_residents_wish(store: FolderStore) -> None:
    private = fed_back(kept_case(store, 1, publish=False))
    assert reasons(private, Step.SUMMARISE, zh="已清运。") == {"not_to_be_published"}
    against = objected(approved(kept_case(store, 2)))
    assert reasons(against, Step.SUMMARISE, zh="换一句。") == {"objected"}
    reopened = answered_again(step(against, Step.REOPEN, by=MANAGER, text="再查。"))
    assert reasons(reopened, Step.SUMMARISE, zh="换一句。") == {"objected"}


def test_who_wrote_answered_or_noted_it_does_not_count_a_case_only(case: Case) -> None:
    writer, answerer = Actor("wuyong", Role.MANAGER), Actor(ENGINEER.account, Role.REVIEWER)
    done = step(fed_back(case), Step.SUMMARISE, by=writer, zh="已清运。", sensitive=["health"])
    for same in (writer, answerer):
        assert reasons(done, Step.COUNT_ONLY, by=same, reason="sensitive") == {"same_person"}
    assert step(done, Step.COUNT_ONLY, by=REVIEWER, reason="sensitive").entries
    noted = step(fed_back(case), Step.OBJECT, by=REVIEWER, text="业主来电要求不公开。")
    assert reasons(noted, Step.COUNT_ONLY, by=REVIEWER, reason="objection") == {"same_person"}
    assert reasons(noted, Step.COUNT_ONLY, by=MANAGER, reason="sensitive") == {"particular:reason"}
    assert step(noted, Step.COUNT_ONLY, by=MANAGER, reason="objection").entries


def answered_again(case: Case) -> Case:
    return step(step(case, Step.INVESTIGATE, findings="属实"), Step.ANSWER, **ANSWER)


@pytest.mark.parametrize("reason", CountedReason)
def test_a_reviewer_picks_only_reasons_that_are_hers(case: Case, reason: CountedReason) -> None:
    hers = reason in (CountedReason.SENSITIVE, CountedReason.REVIEWER_DECIDED)
    if hers:
        assert step(fed_back(case), Step.COUNT_ONLY, by=REVIEWER, reason=reason).entries
    else:
        assert reasons(fed_back(case), Step.COUNT_ONLY, by=REVIEWER, reason=reason) == {"particular:reason"}


# Particulars and words


def test_faulty_particulars_are_named_once_each_and_unknown_ones_not_at_all(case: Case) -> None:
    ready = step(assigned(case), Step.INVESTIGATE, findings="属实")
    said = {"outcome": "x", "measures": ["a", "b"], "<script>": 1}
    assert reasons(ready, Step.ANSWER, **said) == {
        "particular:outcome", "particular:measures", "particular:text", "particular:-",
    }  # fmt: skip
    with pytest.raises(StepRefused) as refused:
        take_step(
            ready,
            Step.ANSWER,
            by=HANDLER,
            at=ready.entries[-1].at,
            particulars=None,
            clockwork=book().clockwork,
        )  # type: ignore[arg-type]
    assert refused.value.reasons == ("particular:-",)


def test_every_refusal_has_words_in_both_languages_and_no_word_is_dead() -> None:
    fields = {f"particular:{name}" for model in PARTICULARS.values() for name in model.model_fields}
    codes = {*CHECKS, *APPROVAL_CODES, *ERASURE_CODES, *fields, "particular:-"}
    words = tomllib.loads((TEMPLATES / "wording" / "register.toml").read_text("utf-8"))["refusal"]
    assert set(words) == codes
    assert all(zh.endswith("。") and en.endswith(".") for zh, en in words.values())


def test_the_steps_open_to_somebody_are_those_not_refused(case: Case) -> None:
    at = MONDAY + timedelta(hours=1)
    assert steps_open_to(case, HANDLER, at) == {
        Step.ACKNOWLEDGE, Step.WITHDRAW, Step.LINK, Step.HOLD, Step.MESSAGE, Step.ADD_FACTS, Step.TAKE_DOWN,
        Step.REPLY, Step.NEW_CODE, Step.ASK_ERASURE, Step.ATTACH,
    }  # fmt: skip
    assert steps_open_to(case, THE_RESIDENT, at) == {
        Step.WITHDRAW, Step.MESSAGE, Step.ADD_FACTS, Step.UPDATE_CONTACT, Step.ASK_ERASURE,
    }  # fmt: skip
    assert all(not refusals(case, each, by=HANDLER, at=at) for each in steps_open_to(case, HANDLER, at))
