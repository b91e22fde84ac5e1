"""Groups: nothing of fewer than k, nothing lost, and nothing to be had by subtraction."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.cases.groups import form_groups, group_showing, merge_small
from generator.disclosure.cases.listed import Group
from register.terms import Matter

COUNTS = st.dictionaries(st.sampled_from(Matter), st.integers(1, 12))
K = st.integers(3, 8)


def shown(counts: dict[Matter, int], k: int = 5) -> dict[str, int]:
    return {group.matter.value: group.received for group in form_groups(counts, k)}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, {}),
        ({Matter.NOISE: 4}, {}),
        ({Matter.NOISE: 5}, {"noise": 5}),
        ({Matter.NOISE: 4, Matter.HYGIENE: 1}, {"other": 5}),
        ({Matter.NOISE: 5, Matter.HYGIENE: 4}, {"other": 9}),
        ({Matter.NOISE: 5, Matter.HYGIENE: 4, Matter.PARKING: 1}, {"noise": 5, "other": 5}),
        ({Matter.NOISE: 6, Matter.HYGIENE: 6, Matter.PARKING: 1}, {"noise": 6, "other": 7}),
        ({Matter.NOISE: 9, Matter.OTHER: 5}, {"noise": 9, "other": 5}),
        ({Matter.NOISE: 9, Matter.OTHER: 4}, {"other": 13}),
        ({Matter.OTHER: 4}, {}),
    ],
)
def test_small_matters_are_shown_together(counts: dict[Matter, int], expected: dict[str, int]) -> None:
    assert shown(counts) == expected


@given(COUNTS, K)
def test_every_group_has_k_and_the_sum_is_kept(counts: dict[Matter, int], k: int) -> None:
    groups = form_groups(counts, k)
    total = sum(counts.values())
    assert all(group.received >= k for group in groups)
    assert sum(group.received for group in groups) == (total if total >= k else 0)


@given(COUNTS, K)
def test_every_case_is_in_exactly_one_group(counts: dict[Matter, int], k: int) -> None:
    groups = form_groups(counts, k)
    tally = Counter({group.matter: group.received for group in groups})
    tally.subtract(dict.fromkeys(tally, 0))
    for matter, count in counts.items():
        if groups:
            tally[group_showing(matter, groups)] -= count  # type: ignore[index]
    assert not any(tally.values())


@given(COUNTS, K)
def test_what_is_included_overlaps_nowhere(counts: dict[Matter, int], k: int) -> None:
    included = [matter for group in form_groups(counts, k) for matter in group.includes]
    assert len(included) == len(set(included))


@given(st.dictionaries(st.sampled_from(Matter), st.integers(1, 7), max_size=5), st.integers(3, 5))
def test_nobody_can_work_out_a_matter_with_fewer_than_k(counts: dict[Matter, int], k: int) -> None:
    """An attacker who knows the rule tries every population that would be shown in the same way."""
    groups = form_groups(counts, k)
    hidden = [matter for group in groups if group.matter == Matter.OTHER for matter in group.includes]
    small = [matter for matter in hidden if 0 < counts.get(matter, 0) < k]
    for matter in small:
        others = [other for other in hidden if other != matter]
        possible = {
            value
            for value in range(sum(counts.values()) + 1)
            if any(
                _alike(groups, {**counts, **dict.fromkeys(hidden, 0), matter: value, other: rest}, k)
                for other in others
                for rest in [_rest(groups) - value]
                if rest >= 0
            )
        }
        assert len(possible) > 1


def _rest(groups: tuple[Group, ...]) -> int:
    return next(group.received for group in groups if group.matter == Matter.OTHER)


def _alike(groups: tuple[Group, ...], counts: dict[Matter, int], k: int) -> bool:
    return form_groups({matter: count for matter, count in counts.items() if count}, k) == groups


def test_a_matter_without_a_group_is_shown_nowhere() -> None:
    assert group_showing(Matter.NOISE, form_groups({Matter.HYGIENE: 5}, 5)) is None


def test_which_matters_of_the_rest_had_no_case_is_not_told() -> None:
    (noise, other) = form_groups({Matter.NOISE: 6, Matter.PARKING: 3, Matter.GREENING: 3}, 5)
    assert noise.includes == (Matter.NOISE,)
    assert other.includes == tuple(matter for matter in Matter if matter != Matter.NOISE)


def test_what_is_under_k_in_all_is_left_to_the_caller() -> None:
    assert merge_small({Matter.NOISE: 2, Matter.HYGIENE: 1}, 5) == ({}, 3)


def people(*sent: tuple[Matter, str]) -> dict[str, int]:
    """The groups of cases by matter and sender, each letter a different person."""
    counts = Counter({matter: len(names) for matter, names in sent})
    return {
        group.matter.value: group.received
        for group in form_groups(counts, 5, {matter: frozenset(names) for matter, names in sent})
    }


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ([(Matter.NOISE, "aaaaa")], {}),
        ([(Matter.NOISE, "abcde")], {"noise": 5}),
        ([(Matter.NOISE, "abcdefg"), (Matter.PARKING, "hhhhh")], {"other": 12}),
        ([(Matter.NOISE, "abcdefg"), (Matter.PARKING, "hhhhijkl")], {"noise": 7, "parking": 8}),
        ([(Matter.NOISE, "abcdefg"), (Matter.HYGIENE, "abcde"), (Matter.PARKING, "hhhhh")], {"noise": 7, "other": 10}),
        ([(Matter.NOISE, "aabbccdd"), (Matter.PARKING, "abcdabcd")], {}),
        ([(Matter.NOISE, "abcde"), (Matter.OTHER, "ffffffff")], {"other": 13}),
    ],
)  # fmt: skip
def test_a_group_has_k_different_senders(sent: list[tuple[Matter, str]], expected: dict[str, int]) -> None:
    assert people(*sent) == expected


@given(st.dictionaries(st.sampled_from(Matter), st.text("abcdefgh", min_size=1, max_size=12)), K)
def test_behind_every_group_are_k_people_and_no_case_is_lost(sent: dict[Matter, str], k: int) -> None:
    counts = {matter: len(names) for matter, names in sent.items()}
    groups = form_groups(counts, k, {matter: frozenset(names) for matter, names in sent.items()})
    for group in groups:
        assert len(set().union(*(sent.get(matter, "") for matter in group.includes))) >= k
    assert sum(group.received for group in groups) in (0, sum(counts.values()))
