"""Who noted that cases were withdrawn is told where that tells of nobody."""

import pytest

from generator.disclosure.figures.withdrawals import noted_by_staff
from register.case import Case
from register.terms import Step
from tests.factories import REVIEWER, THE_RESIDENT, step
from tests.generator.disclosure.estate import Q3, Estate, fed_back, opened, some_cases

K = 5


def hers(number: int) -> Case:
    return step(opened(number), Step.WITHDRAW, by=THE_RESIDENT)


def noted(number: int) -> Case:
    return step(step(opened(number), Step.WITHDRAW), Step.CONFIRM, by=REVIEWER)


def withdrawn(by_staff: int, by_residents: int) -> list[Case]:
    return [*map(noted, range(21, 21 + by_staff)), *map(hers, range(41, 41 + by_residents))]


@pytest.mark.parametrize(
    ("by_staff", "by_residents", "told"),
    [(5, 0, 5), (0, 5, 0), (6, 5, 6), (6, 4, None), (4, 6, None), (0, 4, None), (0, 0, None)],
)
def test_neither_part_is_a_few(by_staff: int, by_residents: int, told: int | None) -> None:
    assert noted_by_staff(withdrawn(by_staff, by_residents), K) == told


def test_the_withdrawals_of_one_home_are_one_of_them() -> None:
    cases = withdrawn(6, 0)
    assert (
        noted_by_staff([case.model_copy(update={"contact": cases[0].contact}) for case in cases], K) is None
    )


def test_what_the_resident_confirms_with_her_code_is_hers() -> None:
    case = step(step(opened(21), Step.WITHDRAW), Step.WITHDRAW, by=THE_RESIDENT)
    assert noted_by_staff([case, *withdrawn(0, 5)], K) == 0


def test_a_case_without_a_withdrawal_is_not_the_resident_s() -> None:
    assert noted_by_staff([opened(number) for number in range(1, 6)], K) == 5


def test_a_release_tells_it_where_withdrawn_stands_by_name() -> None:
    told = Estate([*some_cases(5), *withdrawn(5, 6)]).draft(Q3).release.performance
    assert told.withdrawn_by_staff == 5
    asked = [step(fed_back(opened(n)), Step.COUNT_ONLY, by=REVIEWER, reason="sensitive") for n in (61, 62)]
    merged = Estate([*some_cases(5), *withdrawn(5, 0), *asked]).draft(Q3).release.performance
    named = [row.reason for row in merged.reasons.counted]
    assert (merged.withdrawn_by_staff is None) == ("withdrawn" not in named)
    few = Estate([*some_cases(5), *withdrawn(4, 0)]).draft(Q3).release.performance
    assert few.withdrawn_by_staff is None
