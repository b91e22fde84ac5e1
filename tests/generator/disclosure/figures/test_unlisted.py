"""What the satisfaction rate leaves out is counted where that tells of nobody."""

import pytest

from generator.disclosure.figures.unlisted import is_told, rated_unlisted
from register.case import Case
from register.terms import Step
from tests.factories import REVIEWER, step
from tests.generator.disclosure.estate import Q3, Estate, fed_back, opened, some_cases

K = 5


def counted(number: int, satisfaction: str) -> Case:
    rated = fed_back(opened(number), satisfaction)
    return step(rated, Step.COUNT_ONLY, by=REVIEWER, reason="sensitive")


def unlisted(rated: int, silent: int) -> list[Case]:
    said = [counted(number, "dissatisfied") for number in range(1, rated + 1)]
    return [*said, *(counted(number, "no_answer") for number in range(51, silent + 51))]


@pytest.mark.parametrize(
    ("rated", "silent", "told"),
    [(6, 0, 6), (6, 5, 6), (0, 5, 0), (6, 4, None), (4, 6, None), (4, 0, None), (0, 4, None), (0, 0, None)],
)
def test_neither_the_rated_nor_the_others_are_a_few(rated: int, silent: int, told: int | None) -> None:
    assert rated_unlisted(unlisted(rated, silent), 0, K) == told


def test_the_cases_of_one_home_are_one_of_them() -> None:
    cases = unlisted(6, 0)
    one_home = [case.model_copy(update={"contact": cases[0].contact}) for case in cases]
    assert rated_unlisted(one_home, 0, K) is None
    silent = unlisted(0, 6)
    assert rated_unlisted([*unlisted(6, 0), *silent], 0, K) == 6
    quiet_home = [case.model_copy(update={"contact": silent[0].contact}) for case in silent]
    assert rated_unlisted([*unlisted(6, 0), *quiet_home], 0, K) is None


def test_erased_cases_are_one_who_did_not_rate() -> None:
    assert rated_unlisted(unlisted(6, 4), 1, K) == 6
    assert rated_unlisted(unlisted(6, 0), 5, K) is None


@pytest.mark.parametrize(
    ("rated", "unlisted", "told"), [(5, 5, True), (0, 5, True), (5, 9, False), (0, 4, False)]
)
def test_a_reader_is_told_numbers_that_leave_nobody_alone(rated: int, unlisted: int, told: bool) -> None:
    assert is_told(rated, unlisted, K) is told


def test_fifteen_dissatisfied_cases_that_are_only_counted_stand_beside_the_rate() -> None:
    hidden = [counted(number, "dissatisfied") for number in range(21, 36)]
    performance = Estate([*some_cases(20), *hidden]).draft(Q3).release.performance
    assert performance.satisfaction is not None
    assert performance.satisfaction.dissatisfied == 0
    assert performance.unlisted_rated == 15
