"""Any population of cases, over three quarters: every case is accounted for, and nothing under k can be worked out."""

from collections import Counter
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.disclosure.cases.listed import Entry
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.drafts.population import take_population
from register.case import Case
from register.terms import Disclosure, Kind, Matter
from tests.generator.disclosure.estate import LIVES, Q1, Q3, Q4, Estate, at, book, opened, some_cases

QUIET = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ONE = st.tuples(
    st.sampled_from(sorted(LIVES)),
    st.sampled_from([Matter.HYGIENE, Matter.NOISE, Matter.PARKING, Matter.OTHER]),
    st.sampled_from([Kind.COMPLAINT, Kind.INQUIRY]),
    st.integers(0, 200),
)
POPULATION = st.lists(ONE, min_size=5, max_size=24)


def lived(number: int, life: str, matter: Matter, kind: Kind, day: int) -> Case:
    return LIVES[life](opened(number, matter=matter, kind=kind, received=at(7, 1) + timedelta(days=day)))


def three_quarters(population: list[tuple[str, Matter, Kind, int]]) -> tuple[list[Case], list[Draft]]:
    cases = [lived(number, *one) for number, one in enumerate(population, 1)]
    return cases, Estate(cases, book(k=3)).release(Q3, Q4, Q1)


@QUIET
@given(POPULATION)
def test_every_case_is_registered_once_and_settled_once_or_carried_on(
    population: list[tuple[str, Matter, Kind, int]],
) -> None:
    cases, drafts = three_quarters(population)
    left = 0
    for draft in drafts:
        balance = draft.release.balance
        assert balance.carried_in == left
        assert len(draft.held) == balance.left_over
        left = balance.left_over
    registered = Counter(number for draft in drafts for number in draft.settlement.registered)
    settled = Counter(number for draft in drafts for number in draft.settlement.settled)
    received = {case.number for case in cases if case.received < at(4, 1, 0, 2027)}
    assert registered == dict.fromkeys(received, 1)
    assert set(settled.values()) <= {1}
    assert settled.keys() | dict(drafts[-1].held).keys() == received
    assert not settled.keys() & dict(drafts[-1].held).keys()


@QUIET
@given(POPULATION)
def test_every_entry_is_shown_in_a_group_of_k_or_more(
    population: list[tuple[str, Matter, Kind, int]],
) -> None:
    _, drafts = three_quarters(population)
    groups = {(draft.period, group.matter): group for draft in drafts for group in draft.release.groups}
    assert all(group.received >= 3 for group in groups.values())
    shown: Counter[tuple[str, Matter]] = Counter()
    for draft in drafts:
        for entry in draft.release.entries:
            shown[entry.period, entry.matter] += 1
    assert all(count <= groups[place].received for place, count in shown.items())


@QUIET
@given(POPULATION)
def test_the_ledger_holds_every_case_once_and_every_older_head(
    population: list[tuple[str, Matter, Kind, int]],
) -> None:
    cases, drafts = three_quarters(population)
    batches = [entry for draft in drafts for entry in draft.batch]
    received = [case.ledger for case in cases if case.received < at(4, 1, 0, 2027)]
    assert sorted(batches) == sorted(received)
    assert [draft.release.ledger.size for draft in drafts] == [
        sum(len(draft.batch) for draft in drafts[: count + 1]) for count in range(3)
    ]


@QUIET
@given(POPULATION)
def test_adding_up_everything_published_gives_no_matter_under_k(
    population: list[tuple[str, Matter, Kind, int]],
) -> None:
    """Groups and totals of one release, and those of all of them together, are 0 or k and more."""
    _, drafts = three_quarters(population)
    for draft in drafts:
        release = draft.release
        if not release.groups:
            assert not [entry for entry in release.entries if entry.period == release.period]
            continue
        received = [group.received for group in release.groups]
        assert sum(received) == release.balance.received
        assert all(
            release.balance.received - count == 0 or release.balance.received - count >= 3
            for count in received
        )


@QUIET
@given(POPULATION)
def test_only_what_every_rule_lets_through_is_listed(population: list[tuple[str, Matter, Kind, int]]) -> None:
    cases, drafts = three_quarters(population)
    by_number = {case.number: life for case, (life, *_) in zip(cases, population, strict=True)}
    listed = {
        number
        for draft in drafts
        for number, settled in draft.settlement.settled.items()
        if settled.disposition == Disclosure.LISTED
    }
    assert {by_number[number] for number in listed} <= {"listable", "late_summary", "late_closing"}


@QUIET
@given(POPULATION, st.integers(1, 9))
def test_the_same_population_gives_the_same_bytes(
    population: list[tuple[str, Matter, Kind, int]], seed: int
) -> None:
    cases = [lived(number, *one) for number, one in enumerate(population, 1)]
    one, two = (Estate(order, seed=seed).release(Q3, Q4) for order in (cases, cases[::-1]))
    assert [draft.data for draft in one] == [draft.data for draft in two]


def test_at_least_half_is_listed_where_the_work_was_done() -> None:
    cases = [LIVES["listable"](opened(i, matter=list(Matter)[i % 4])) for i in range(1, 31)]
    draft = Estate(cases).draft(Q3)
    assert draft.release.balance.listed == 30
    assert all(isinstance(entry, Entry) for entry in draft.release.entries)


def of_one_home(cases: list[Case]) -> list[Case]:
    return [case.model_copy(update={"contact": cases[0].contact}) for case in cases]


def test_a_home_that_complains_five_times_is_no_group() -> None:
    crowd = some_cases(9, matter=Matter.HYGIENE)
    release = Estate([*crowd, *of_one_home(some_cases(5, first=50, matter=Matter.PARKING))]).draft(Q3).release
    assert [(group.matter, group.received) for group in release.groups] == [(Matter.OTHER, 14)]
    assert {entry.matter for entry in release.entries} == {Matter.OTHER}


def test_cases_withheld_as_spam_are_no_crowd_for_the_one_beside_them() -> None:
    crowd, victim = some_cases(9, matter=Matter.HYGIENE), some_cases(1, first=30, matter=Matter.PARKING)
    sham = some_cases(4, "withheld", first=50, matter=Matter.PARKING)
    release = Estate([*crowd, *victim, *sham]).draft(Q3).release
    assert [(group.matter, group.received) for group in release.groups] == [(Matter.OTHER, 14)]


def test_a_period_of_one_home_alone_shows_nothing_by_matter() -> None:
    draft = Estate(of_one_home(some_cases(9))).draft(Q3)
    assert (draft.release.groups, draft.release.entries, draft.release.tables) == ((), (), ())


def test_a_group_once_shown_stays_when_contact_details_go() -> None:
    estate = Estate(some_cases(8, "no_summary", matter=Matter.HYGIENE))
    estate.release(Q3)
    estate.cases = [case.model_copy(update={"contact": None}) for case in estate.cases]
    places = take_population(estate.materials(Q4)).places
    assert len(places) == 8
    assert {place.group for place in places.values()} == {Matter.HYGIENE}
