from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_api.desk.handling.facts import Facts, facts
from forms_api.desk.handling.inbox import Overview, Wanted, by_nearest_limit
from forms_api.desk.handling.needs import Need, counters, needs
from register.case import Clock
from register.publication import Stage
from register.store import FolderStore
from register.stored import Stored
from register.terms import Kind, Status, Step, Urgency
from tests.factories import (
    MANAGER,
    MONDAY,
    REVIEWER,
    THE_RESIDENT,
    answered,
    approved,
    fed_back,
    kept_case,
    step,
)
from tests.forms_api.desk.casefiles import some_facts

OPEN = [
    Status.RECEIVED,
    Status.ACKNOWLEDGED,
    Status.ASSIGNED,
    Status.ANSWERED,
    Status.FED_BACK,
    Status.ARCHIVED,
]


def clock(hours: float, of: Step = Step.ANSWER) -> Clock:
    return Clock(
        step=of, due=MONDAY + timedelta(hours=hours), provisional=False, standard="complaint.answer@1"
    )


many_facts = st.lists(
    st.builds(
        some_facts,
        number=st.integers(0, 9999).map(str),
        status=st.sampled_from(OPEN),
        received=st.integers(-500, 0).map(lambda hours: MONDAY + timedelta(hours=hours)),
        limits=st.lists(
            st.tuples(
                st.integers(-200, 200), st.sampled_from([Step.ACKNOWLEDGE, Step.ANSWER, Step.FOLLOW_UP])
            ),
            max_size=3,
        ).map(lambda some: tuple(sorted((clock(h, of) for h, of in some), key=lambda c: c.due))),
        stage=st.sampled_from(list(Stage)),
        held=st.booleans(),
    ),
    max_size=20,
)


@given(many_facts)
def test_the_nearest_limit_stands_on_top_and_what_has_none_below(some: list[Facts]) -> None:
    rows = by_nearest_limit(some)
    dues = [row.limits[0].due if row.limits else None for row in rows]
    limited = [due for due in dues if due]
    assert limited == sorted(limited)
    assert dues == [*limited, *([None] * (len(dues) - len(limited)))]
    assert sorted(map(id, rows)) == sorted(map(id, some))


@given(many_facts)
def test_a_persons_own_cases_stand_above_all_others(some: list[Facts]) -> None:
    some = [replace(one, responsible="wangfang") if n % 3 == 0 else one for n, one in enumerate(some)]
    rows = by_nearest_limit(some, "wangfang")
    mine = [row.responsible == "wangfang" for row in rows]
    assert mine == sorted(mine, reverse=True)
    assert rows[: sum(mine)] == by_nearest_limit([row for row in rows if row.responsible == "wangfang"])


@given(many_facts)
def test_every_counter_counts_what_its_filter_shows(some: list[Facts]) -> None:
    for need, count in counters(some, MONDAY).items():
        assert count == sum(Wanted(show="all", need=need).fits(one, MONDAY) for one in some)


@given(many_facts)
def test_open_and_closed_are_all_there_is(some: list[Facts]) -> None:
    shown = {
        show: [one for one in some if Wanted(show=show).fits(one, MONDAY)]
        for show in ("open", "closed", "all")
    }
    assert len(shown["open"]) + len(shown["closed"]) == len(shown["all"]) == len(some)


def test_a_limit_is_overdue_after_its_moment_and_soon_within_a_day_before() -> None:
    def what(hours: float) -> frozenset[Need]:
        return needs(some_facts(limits=(clock(hours),)), MONDAY) & {Need.OVERDUE, Need.DUE_SOON}

    assert what(-0.001) == {Need.OVERDUE}
    assert what(0) == {Need.DUE_SOON}
    assert what(24) == {Need.DUE_SOON}
    assert what(24.001) == frozenset()


def test_a_search_finds_a_number_however_typed_and_words_of_what_and_where() -> None:
    one = some_facts()
    for text in ("2026-483-901-7", "２０２６ 483 901", "4839", "垃圾", "5号楼"):
        assert Wanted(text=text).fits(one, MONDAY)
    for text in ("电梯", "9999", "48"):
        assert not Wanted(text=text).fits(one, MONDAY)


def test_a_search_finds_a_phone_by_four_digits_and_only_all_words_together() -> None:
    one = some_facts(phone="13812345678")
    for text in ("138 1234 5678", "5678", "垃圾 5号楼"):
        assert Wanted(text=text).fits(one, MONDAY)
    for text in ("567", "垃圾 东门"):
        assert not Wanted(text=text).fits(one, MONDAY)


@pytest.mark.parametrize(
    ("urgency", "hours", "is_so"),
    [
        (Urgency.ORDINARY, -23, False),
        (Urgency.ORDINARY, -25, True),
        (Urgency.EMERGENCY, -1, True),
        (Urgency.EMERGENCY, 1, False),
    ],
)
def test_a_limit_missed_by_a_day_goes_to_the_manager_an_emergency_at_once(
    urgency: Urgency, hours: int, is_so: bool
) -> None:
    one = some_facts(urgency=urgency, limits=(clock(hours),))
    assert (Need.ESCALATED in needs(one, MONDAY)) == is_so


def test_what_a_resident_wrote_waits_until_somebody_acts(tmp_path: Path) -> None:
    case = step(kept_case(FolderStore(tmp_path)), Step.ACKNOWLEDGE)
    assert not facts(case).news
    asked = step(case, Step.MESSAGE, by=THE_RESIDENT, text="什么时候来？")
    assert Need.NEWS in needs(facts(asked), MONDAY)
    assert not facts(step(asked, Step.CONTACT)).news
    assert not facts(step(case, Step.MESSAGE, text="电话里说的。")).news


def test_an_erasure_asked_for_or_proposed_waits_for_the_next_person(tmp_path: Path) -> None:
    case = fed_back(kept_case(FolderStore(tmp_path), publish=False))
    asked = step(case, Step.ASK_ERASURE, by=THE_RESIDENT)
    assert facts(asked).news
    proposed = step(asked, Step.ERASE, by=MANAGER, part="case", reason="resident_asked")
    assert facts(proposed).news
    decided = step(proposed, Step.ERASE, by=REVIEWER, part="case", reason="resident_asked")
    assert not facts(decided).news
    assert not facts(step(asked, Step.REPLY, text="已说明。")).news


def test_repeats_are_found_once_for_each_state_of_the_register(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    first = kept_case(store, 1)
    second = kept_case(store, 2, received=MONDAY + timedelta(days=1))
    cases = {case.number: Stored(case, "a") for case in (first, second)}
    overview = Overview()
    everything = overview.of(cases)
    assert overview.of(dict(cases)) is everything
    assert overview.repeats == {second.number: (first.number,)}
    before = overview.repeats
    overview.of(cases | {first.number: Stored(answered(first), "b")})
    assert overview.repeats is before, "a step changes nothing in what is alike"
    overview.of({second.number: cases[second.number]})
    assert overview.repeats == {}


def test_a_search_looks_into_closed_cases_too() -> None:
    assert Wanted(text="垃圾").fits(some_facts(status=Status.ARCHIVED), MONDAY)


def test_cases_of_a_person_of_nobody_and_of_a_kind() -> None:
    mine, nobodys = some_facts(responsible="wangfang"), some_facts(kind=Kind.REPAIR)
    assert [Wanted(who="wangfang").fits(one, MONDAY) for one in (mine, nobodys)] == [True, False]
    assert [Wanted(who="nobody").fits(one, MONDAY) for one in (mine, nobodys)] == [False, True]
    assert [Wanted(kind=Kind.REPAIR).fits(one, MONDAY) for one in (mine, nobodys)] == [False, True]


def test_a_case_is_followed_through_its_needs(tmp_path: Path) -> None:
    case = kept_case(FolderStore(tmp_path))
    soon = case.received + timedelta(hours=6)
    assert Need.FIRST_REPLY in needs(facts(case), soon)
    assert Need.FOLLOW_UP in needs(facts(answered(case)), soon)
    assert Need.SUMMARY in needs(facts(fed_back(case)), soon)
    drafted = step(fed_back(case), Step.SUMMARISE, zh="公共区域已清理。")
    assert Need.REVIEW in needs(facts(drafted), soon)
    assert not needs(facts(approved(case)), soon) & {Need.REVIEW, Need.SUMMARY}
    assert Need.ON_HOLD in needs(facts(step(case, Step.HOLD, reason="flood")), soon)


def test_a_case_is_looked_at_again_only_when_it_changed(tmp_path: Path) -> None:
    case = kept_case(FolderStore(tmp_path))
    overview = Overview()
    (before,) = overview.of({case.number: Stored(case, "a")})
    (same,) = overview.of({case.number: Stored(answered(case), "a")})
    (after,) = overview.of({case.number: Stored(answered(case), "b")})
    assert same is before
    assert after.status == Status.ANSWERED
    assert overview.of({}) == ()


def test_a_limit_missed_before_a_withdrawal_is_no_task(tmp_path: Path) -> None:
    late = step(kept_case(FolderStore(tmp_path)), Step.WITHDRAW, by=THE_RESIDENT, after=timedelta(days=30))
    assert not facts(late).is_open
    assert needs(facts(late), late.entries[-1].at) == frozenset()
