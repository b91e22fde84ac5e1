"""An improvement goes from a finding to a measured effect; dates that contradict each other are refused."""

from datetime import date
from typing import Any

import pytest

from register.written.improvements import Effect, Improvement, Progress

WORDS = {"zh": "词"}


def effect(*, before: float = 18, after: float = 5, **more: Any) -> Effect:
    values = {"measured": WORDS, "unit": WORDS, "before": before, "after": after, "on": date(2026, 6, 1)}
    return Effect.model_validate({**values, **more})


def improvement(**more: Any) -> Improvement:
    values = {
        "title": WORDS, "matter": "safety", "source": "complaints", "finding": WORDS, "measure": WORDS, "post": "security",
        "started": date(2026, 1, 1), "due": date(2026, 3, 1),
    }  # fmt: skip
    return Improvement.model_validate({**values, **more})


@pytest.mark.parametrize(
    ("effected", "better"),
    [
        (effect(), True),
        (effect(before=5, after=18), False),
        (effect(before=5, after=18, more_is_better=True), True),
        (effect(more_is_better=True), False),
        (effect(before=5, after=5), False),
    ],
)
def test_better_is_less_unless_more_is(effected: Effect, better: bool) -> None:
    assert effected.better is better


@pytest.mark.parametrize(
    ("dates", "today", "progress"),
    [
        ({}, date(2026, 3, 1), Progress.UNDER_WAY),
        ({}, date(2026, 3, 2), Progress.OVERDUE),
        ({"done": date(2026, 3, 9)}, date(2026, 3, 9), Progress.DONE),
        ({"done": date(2026, 2, 9), "effect": effect()}, date(2026, 7, 1), Progress.BETTER),
        ({"done": date(2026, 2, 9), "effect": effect(after=19)}, date(2026, 7, 1), Progress.NOT_BETTER),
    ],
)
def test_where_an_improvement_stands(dates: dict[str, Any], today: date, progress: Progress) -> None:
    assert improvement(**dates).progress(today) is progress


def test_what_is_done_on_its_last_day_is_in_time() -> None:
    assert improvement(done=date(2026, 3, 1)).in_time
    assert not improvement(done=date(2026, 3, 2)).in_time
    assert not improvement().in_time


@pytest.mark.parametrize(
    ("dates", "problem"),
    [
        ({"due": date(2025, 12, 31)}, "cannot end before it started"),
        ({"done": date(2025, 12, 31)}, "cannot end before it started"),
        ({"effect": effect()}, "measured after the measure is done"),
        ({"done": date(2026, 6, 2), "effect": effect()}, "measured after the measure is done"),
    ],
)
def test_dates_that_contradict_each_other_are_refused(dates: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        improvement(**dates)
