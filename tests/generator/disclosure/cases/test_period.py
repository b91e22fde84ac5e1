"""Periods: months, quarters and half-years, without gaps."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.cases.period import LENGTHS, Period

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-09", date(2026, 9, 1), date(2026, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_runs_from_its_first_day_to_its_last(text: str, first: date, last: date) -> None:
    period = Period.parse(text)
    assert (period.first, period.last) == (first, last)
    assert first in period
    assert last in period
    assert last + timedelta(days=1) not in period
    assert str(period) == text


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-13", "2026-00", "2026-Q5", "2026-H3", "2026-Q3 ", "26-Q3"]
)
def test_what_is_no_period_is_refused_with_the_text(text: str) -> None:
    with pytest.raises(ValueError, match="is no period; write"):
        Period.parse(text)


@given(DAYS, st.sampled_from(sorted(LENGTHS)))
def test_every_day_is_in_the_period_that_holds_it(day: date, length: str) -> None:
    period = Period.holding(day, length)
    assert day in period
    assert Period.parse(str(period)) == period


@given(DAYS, st.sampled_from(sorted(LENGTHS)))
def test_periods_follow_one_another_without_gap(day: date, length: str) -> None:
    period = Period.holding(day, length)
    assert period.next().first == period.last + timedelta(days=1)
    assert period.next().previous() == period
    assert period.previous() < period < period.next()


def test_a_quarter_has_three_months() -> None:
    assert list(Period.parse("2026-Q4").month_names()) == ["2026-10", "2026-11", "2026-12"]


@pytest.mark.parametrize(
    ("text", "ends"), [("2026-Q3", False), ("2026-Q4", True), ("2026-H2", True), ("2026-12", True)]
)
def test_the_last_period_of_a_year_ends_it(text: str, ends: bool) -> None:
    assert Period.parse(text).ends_year() is ends
