"""Rounds and the problems found on them: results only of what was done, in the order in which things happen."""

from datetime import date
from typing import Any

import pytest

from register.written.inspections import Problem, Round, Stage

WORDS = {"zh": "词"}
DUE = date(2026, 3, 10)
DONE = {"done": DUE, "checked": 3, "passed": 2}


def problem(**more: Any) -> Problem:
    return Problem.model_validate({"what": WORDS, "post": "engineering", "due": DUE, **more})


def a_round(**more: Any) -> Round:
    return Round.model_validate({"name": WORDS, "matter": "safety", "post": "security", "due": DUE, **more})


LOOKED_AT = {"rectified": date(2026, 3, 9), "rechecked": date(2026, 3, 12)}


@pytest.mark.parametrize(
    ("dates", "today", "stage"),
    [
        ({}, 10, Stage.OPEN),
        ({}, 11, Stage.OVERDUE),
        ({"rectified": date(2026, 3, 9)}, 20, Stage.RECTIFIED),
        ({**LOOKED_AT, "passed": True}, 20, Stage.PASSED),
        ({**LOOKED_AT, "passed": False}, 20, Stage.FAILED),
    ],
)
def test_where_a_problem_stands(dates: dict[str, Any], today: int, stage: Stage) -> None:
    assert problem(**dates).stage(date(2026, 3, today)) is stage


def test_what_is_put_right_or_walked_on_its_last_day_is_in_time() -> None:
    late = date(2026, 3, 11)
    assert [problem(rectified=day).in_time for day in (DUE, late, None)] == [True, False, False]
    assert [a_round(**{**DONE, "done": day}).in_time for day in (DUE, late)] == [True, False]
    assert not a_round().in_time


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (LOOKED_AT, "rechecked and passed together"),
        ({"rectified": DUE, "passed": True}, "rechecked and passed together"),
        ({"rechecked": DUE, "passed": True}, "rectified before"),
        ({"rectified": DUE, "rechecked": date(2026, 3, 9), "passed": True}, "rectified before"),
    ],
)
def test_a_second_look_follows_the_repair_and_has_an_end(dates: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        problem(**dates)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"checked": 3}, "not done has no results"),
        ({"passed": 3}, "not done has no results"),
        ({"problem": [problem()]}, "not done has no results"),
        ({"done": DUE}, "how many points"),
        ({"done": DUE, "checked": 3}, "how many points"),
        ({"done": DUE, "checked": 3, "passed": 4}, "how many points"),
        ({**DONE, "problem": [problem(due=date(2026, 3, 9))]}, "due before it was found"),
    ],
)
def test_results_belong_to_a_round_that_was_done(values: dict[str, Any], said: str) -> None:
    assert a_round(**DONE, problem=[problem()]).problem
    with pytest.raises(ValueError, match=said):
        a_round(**values)
