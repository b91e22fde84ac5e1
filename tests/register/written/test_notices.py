"""A notice counts its days down; a publicity says when it ends and where to object."""

from datetime import date
from typing import Any

import pytest

from register.written.notices import Notice, State

WORDS = {"zh": "词"}
OPEN = {"kind": "publicity", "ends": date(2026, 11, 29), "objection": WORDS}


def notice(**more: Any) -> Notice:
    values = {"kind": "notice", "title": WORDS, "published": date(2026, 11, 1), "text": [WORDS]}
    return Notice.model_validate({**values, **more})


@pytest.mark.parametrize(
    ("values", "today", "state", "left"),
    [
        (OPEN, date(2026, 10, 31), State.COMING, 29),
        (OPEN, date(2026, 11, 1), State.OPEN, 28),
        (OPEN, date(2026, 11, 29), State.OPEN, 0),
        (OPEN, date(2026, 11, 30), State.ENDED, -1),
        ({}, date(2026, 11, 30), State.TOLD, 0),
    ],
)
def test_where_a_notice_stands(values: dict[str, Any], today: date, state: State, left: int) -> None:
    assert (notice(**values).state(today), notice(**values).days_left(today)) == (state, left)


def test_a_notice_changed_on_the_day_it_was_updated_or_else_published() -> None:
    assert notice().changed == date(2026, 11, 1)
    assert notice(updated=date(2026, 11, 3)).changed == date(2026, 11, 3)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"kind": "publicity", "ends": date(2026, 11, 29)}, "where to object"),
        ({"kind": "publicity", "objection": WORDS}, "when it ends"),
        ({"ends": date(2026, 10, 31)}, "cannot end before"),
        ({"updated": date(2026, 10, 31)}, "cannot be updated before"),
        ({"text": []}, "at least 1"),
    ],
)
def test_a_notice_that_contradicts_itself_is_refused(values: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        notice(**values)
