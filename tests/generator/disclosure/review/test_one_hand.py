"""What two people did who may be one is found, each act with its reason, and told without names."""

from datetime import datetime, timedelta

import pytest

from generator.disclosure.drafts.takedown import CONFIRM, TakeDown
from generator.disclosure.review.one_hand import as_published, by_pair, in_short, of_case, of_entries, of_log
from register.audit import START, AuditLine
from register.case import Case
from register.custody import WITNESSED, CustodyThen, Suspicion
from register.publication import summary_digest
from register.steps import Summarised
from register.terms import Step, TakeDownReason
from tests.factories import MANAGER, MONDAY, REVIEWER, answered, step
from tests.generator.disclosure.estate import approved, fed_back, opened, summarised

BEFORE = MONDAY - timedelta(days=30)
GIVEN = ("wangfang", "staff_added", "sunli")


def log(*told: tuple[str, str, str], at: datetime = BEFORE) -> list[AuditLine]:
    return [
        AuditLine(at=at + timedelta(minutes=n), by=by, event=event, about=about, previous=START)
        for n, (by, event, about) in enumerate(told)
    ]


def then(*told: tuple[str, str, str], at: datetime = BEFORE) -> CustodyThen:
    return CustodyThen.told_by(log(*told, at=at))


def published(case: Case | None = None) -> Case:
    """Written by wangfang, handled by zhaoqiang, approved by sunli."""
    return approved(summarised(fed_back(case or opened())))


class TestCases:
    def test_two_people_are_nothing_to_tell(self) -> None:
        assert list(of_case(published(), then())) == []
        assert list(of_case(published(), then(("liweidong", "staff_added", "sunli")))) == []

    @pytest.mark.parametrize("giver", ["wangfang", "zhaoqiang"])
    def test_who_gave_the_approvers_first_password_and_wrote_or_handled(self, giver: str) -> None:
        case = published()
        (doubt,) = of_case(case, then((giver, "staff_reset", "sunli")))
        assert (doubt.about, doubt.step, doubt.first, doubt.by) == (case.number, "approve", giver, "sunli")
        assert doubt.why == Suspicion("sunli", giver, BEFORE)
        assert in_short(doubt.why) == f"sunli ← {giver} {BEFORE.date()}"

    def test_what_counts_is_who_held_the_account_when_it_approved(self) -> None:
        late = published().entries[-1].at + timedelta(days=1)
        assert list(of_case(published(), then(GIVEN, at=late))) == []
        seen = (GIVEN, ("sunli", "password_changed", "sunli"), ("liweidong", WITNESSED, "sunli"))
        assert list(of_case(published(), then(*seen))) == []

    def test_a_withholding_needs_two_as_well(self) -> None:
        proposed = step(answered(opened()), Step.WITHHOLD, by=MANAGER, reason="spam")
        decided = step(proposed, Step.WITHHOLD, by=REVIEWER, reason="spam")
        (doubt,) = of_case(decided, then(("liweidong", "staff_added", "sunli")))
        assert (doubt.step, doubt.first) == ("withhold", "liweidong")

    def test_of_entries_one_doubt_a_case_and_of_the_approval_that_stands(self) -> None:
        case = published()
        both = then(("zhaoqiang", "staff_added", "wangfang"), GIVEN)
        assert [one.first for one in of_case(case, both)] == ["wangfang", "zhaoqiang"]
        assert len(of_entries([case.number, "2026-000-000-0"], {case.number: case}, both)) == 1
        again = step(
            step(case, Step.SUMMARISE, by=MANAGER, zh="已清运。"),
            Step.APPROVE,
            by=REVIEWER,
            **_read("已清运。"),
        )
        assert of_entries([again.number], {again.number: again}, then(GIVEN)) == ()

    def test_the_public_is_told_how_many_and_since_when(self) -> None:
        case = published()
        doubts = of_entries([case.number], {case.number: case}, then(GIVEN))
        told = as_published(doubts)
        assert told is not None
        assert (told.entries, told.since) == (1, BEFORE.date().isoformat())
        assert as_published(()) is None


def _read(zh: str) -> dict[str, object]:
    return {"sha256": summary_digest(Summarised(zh=zh)), "read_all": True}


class TestLog:
    def taken(self, by: str = "wangfang") -> TakeDown:
        return TakeDown(
            ref="7QKX2M9D", period="2026-Q3", number="2026-483-901-7", reason=TakeDownReason.IDENTIFIES_PERSON,
            by=by, at=MONDAY, due=MONDAY,
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            (("wangfang", "written_drafted", "d1"), ("sunli", "written_approved", "d1")),
            (("wangfang", "except_line", "ab"), ("sunli", "except_line", "ab")),
            (("wangfang", "close_survey", "2026"), ("sunli", "approve_survey", "ff")),
            (("wangfang", "take_down", "aa"), ("sunli", CONFIRM, "7QKX2M9D")),
        ],
    )
    def test_every_act_of_two_is_looked_at(
        self, first: tuple[str, str, str], second: tuple[str, str, str]
    ) -> None:
        def asked(*told: tuple[str, str, str]) -> list[str]:
            return [one.by for one in of_log(log(*told), [self.taken()], {"ff": "2026"})]

        assert asked(GIVEN, first, second) == ["sunli"]
        assert asked(first, second) == []
        assert asked(first, second, GIVEN) == []
        assert asked(GIVEN, first) == []
        assert asked(GIVEN, ("liweidong", *first[1:]), second) == (["sunli"] if second[1] == CONFIRM else [])

    def test_the_doubts_of_each_two_stand_together(self) -> None:
        told = log(
            GIVEN,
            ("wangfang", "written_drafted", "d1"), ("sunli", "written_approved", "d1"),
            ("sunli", "written_drafted", "d2"), ("wangfang", "written_approved", "d2"),
        )  # fmt: skip
        pairs = by_pair(of_log(told, (), {}))
        assert {pair: [one.about for one in doubts] for pair, doubts in pairs.items()} == {
            ("sunli", "wangfang"): ["d1", "d2"]
        }
