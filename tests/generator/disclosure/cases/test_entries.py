"""Entries: codes and bands only, from the case as it stood; references that tell nothing."""

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from generator.disclosure.cases.entries import draw_reference, make_entry, measures_of, time_band, timeliness
from generator.disclosure.cases.history import answer_of, as_of, closed_at, day_of, end_of
from register.case import Case
from register.publication import publication
from register.terms import Kind, Matter, Measure, Outcome, Post, Satisfaction, Step, TimeBand, Timeliness
from tests.factories import HANDLER, MANAGER, MONDAY, REVIEWER, THE_RESIDENT, answered, step
from tests.generator.disclosure.estate import Q3, at, fed_back, finished, listable, opened, summarised

ANSWER = {"outcome": "explained", "measures": ["explanation_given"], "text": "已说明。"}


def entry_of(case: Case, **change: object) -> object:
    summary = publication(case).summary
    assert summary is not None
    return make_entry(
        case, summary, **{"ref": "7QKX2M9D", "period": "2026-Q3", "group": Matter.OTHER, **change}
    )  # type: ignore[arg-type]


def assigned(**change: object) -> Case:
    case = step(opened(**change), Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, kind=case.kind, matter=case.matter, urgency=case.urgency)
    return step(case, Step.ASSIGN, to="zhaoqiang", post="security")


def test_an_entry_holds_codes_and_the_reviewed_words() -> None:
    entry = entry_of(listable(opened()))
    assert entry.model_dump() == {  # type: ignore[attr-defined]
        "ref": "7QKX2M9D",
        "period": "2026-Q3",
        "matter": Matter.OTHER,
        "outcome": Outcome.RECTIFIED,
        "measures": (Measure.CLEANED, Measure.SCHEDULE_CHANGED),
        "time": TimeBand.WITHIN_DAY,
        "timeliness": Timeliness.ON_TIME,
        "satisfaction": Satisfaction.SATISFIED,
        "post": Post.CLEANING,
        "summary": {
            "zh": "楼道垃圾清运不及时，已清运并调整班次。",
            "en": "Collected; the schedule was changed.",
        },
    }


def test_english_may_be_missing() -> None:
    entry = entry_of(summarised(fed_back(opened()), en=""))
    assert entry.summary.en is None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("days", "band"),
    [
        (1, TimeBand.WITHIN_DAY),
        (1.01, TimeBand.DAYS_1_3),
        (3, TimeBand.DAYS_1_3),
        (7, TimeBand.DAYS_4_7),
        (7.1, TimeBand.OVER_WEEK),
    ],
)
def test_time_is_a_band(days: float, band: TimeBand) -> None:
    case = step(assigned(kind=Kind.INQUIRY, received=MONDAY), Step.PAUSE, reason="weather")
    case = step(case, Step.RESUME)
    elapsed = case.entries[-1].at - MONDAY
    assert time_band(step(case, Step.ANSWER, after=timedelta(days=days) - elapsed, **ANSWER)) == band


def test_a_repair_is_timed_by_its_finish() -> None:
    case = finished(opened(kind=Kind.REPAIR), timedelta(days=5))
    assert time_band(case) == TimeBand.DAYS_4_7
    assert timeliness(case) == Timeliness.LATE


def test_a_repair_that_was_only_answered_is_timed_by_the_answer_and_never_on_time() -> None:
    case = step(assigned(kind=Kind.REPAIR), Step.ANSWER, **ANSWER)
    assert time_band(case) == TimeBand.WITHIN_DAY
    assert timeliness(case) == Timeliness.LATE


def test_praise_is_timed_by_its_acknowledgement() -> None:
    case = step(assigned(kind=Kind.PRAISE), Step.ANSWER, **{**ANSWER, "outcome": "thanked"})
    assert timeliness(case) == Timeliness.ON_TIME


def test_an_extension_is_shown() -> None:
    case = step(assigned(), Step.EXTEND, reason="complex", working_days=5)
    case = step(
        step(case, Step.INVESTIGATE, findings="已核实。"), Step.ANSWER, after=timedelta(days=8), **ANSWER
    )
    assert timeliness(case) == Timeliness.EXTENDED


def test_without_a_limit_nothing_is_said_about_time() -> None:
    case = answered(opened())
    untimed = [entry.model_copy(update={"limits": ()}) for entry in case.entries]
    assert timeliness(case.model_copy(update={"entries": tuple(untimed)})) == Timeliness.NOT_TIMED


@pytest.mark.parametrize(
    ("taken", "said", "measure"),
    [
        (Step.TRANSFER, {"to": "街道办", "text": "已转街道办。"}, Measure.REFERRED),
        (Step.REFUSE, {"reason": "no_facts", "text": "无具体事实。"}, Measure.EXPLANATION_GIVEN),
    ],
)
def test_what_was_passed_on_or_refused_says_so(taken: Step, said: dict[str, str], measure: Measure) -> None:
    assert measures_of(step(assigned(), taken, **said)) == (measure,)


def test_measures_are_those_of_the_latest_round_each_once() -> None:
    case = step(answered(opened()), Step.REOPEN, by=REVIEWER, text="问题再次出现。")
    case = step(case, Step.INVESTIGATE, findings="已核实。")
    case = step(case, Step.ANSWER, outcome="rectified", measures=["repaired", "replaced"], text="已修复。")
    case = step(case, Step.FINISH, outcome="rectified", measures=["replaced", "sign_placed"], text="已完工。")
    assert measures_of(case) == (Measure.REPAIRED, Measure.REPLACED, Measure.SIGN_PLACED)


def test_references_are_crockford_and_never_repeated() -> None:
    drawn = random.Random(1)
    refs: set[str] = set()
    for _ in range(500):
        refs.add(draw_reference(drawn.randbytes, refs))
    assert len(refs) == 500
    assert all(len(ref) == 8 and not set(ref) & set("ILOU") for ref in refs)


def test_a_reference_that_was_used_is_drawn_again() -> None:
    draws = iter([bytes(5), bytes(5), b"\xff" * 5])
    assert draw_reference(lambda count: next(draws), {"00000000"}) == "ZZZZZZZZ"


class TestHistory:
    def test_a_day_is_a_day_of_the_estate(self) -> None:
        assert day_of(datetime(2026, 9, 30, 17, tzinfo=UTC)) == date(2026, 10, 1)
        assert end_of(Q3) == at(10, 1, 0)

    def test_a_case_is_seen_as_it_stood(self) -> None:
        case = listable(opened(received=MONDAY))
        assert as_of(case, MONDAY + timedelta(hours=1)).entries == case.entries[:1]

    def test_an_open_case_was_never_closed(self) -> None:
        assert closed_at(answered(opened())) is None

    def test_a_review_opens_a_closed_case_again(self) -> None:
        case = step(fed_back(opened()), Step.ASK_REVIEW, by=THE_RESIDENT, text="请复核。")
        assert closed_at(case) is None
        case = step(case, Step.RECONSIDER, by=MANAGER, outcome="explained", changed=False, text="维持。")
        case = step(case, Step.FEED_BACK, by=HANDLER, satisfaction="no_answer")
        assert closed_at(case) == case.entries[-1].at

    def test_an_open_case_has_no_answer(self) -> None:
        assert answer_of(opened()) is None
