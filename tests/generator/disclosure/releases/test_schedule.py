"""Which period's turn it is, and when."""

from datetime import date, datetime, timedelta

import pytest

from generator.disclosure.cases.period import Period
from generator.disclosure.releases.releases import ReleasedPeriod
from generator.disclosure.releases.schedule import ReleaseRefusal, against_schedule, next_period, ready_on
from register.settings import ZONE
from tests import factories
from tests.generator.disclosure.estate import Q3, Q4, Estate, some_cases

QUARTERS = factories.periods(start="2026-07")
LATER = datetime(2030, 1, 1, tzinfo=ZONE)


@pytest.fixture(scope="module")
def released() -> tuple[ReleasedPeriod, ...]:
    estate = Estate(some_cases(6))
    estate.release(Q3)
    return estate.released


def against(period: str, released: tuple[ReleasedPeriod, ...], **change: object) -> list[tuple[str, str]]:
    periods = QUARTERS.model_copy(update=change)
    return [
        (one.refusal, one.about) for one in against_schedule(Period.parse(period), released, periods, LATER)
    ]


def test_the_first_period_holds_the_start() -> None:
    assert next_period((), QUARTERS) == Q3
    assert next_period((), factories.periods(start="2026-08")) == Q3
    assert next_period((), factories.periods(start="2026-08", length="half-year")) == Period.parse("2026-H2")


def test_then_one_follows_the_other(released: tuple[ReleasedPeriod, ...]) -> None:
    assert next_period(released, QUARTERS) == Q4


def test_a_period_is_ready_when_its_lag_is_over() -> None:
    assert ready_on(Q3, QUARTERS) == date(2026, 10, 15)
    first_moment = datetime(2026, 10, 15, tzinfo=ZONE)
    assert against_schedule(Q3, (), QUARTERS, first_moment) == ()
    (one,) = against_schedule(Q3, (), QUARTERS, first_moment - timedelta(seconds=1))
    assert (one.refusal, one.about) == (ReleaseRefusal.LAG_NOT_OVER, "2026-10-15")


def test_a_period_that_is_not_over_waits_for_its_last_day() -> None:
    last_moment = datetime(2026, 10, 1, tzinfo=ZONE) - timedelta(seconds=1)
    (one,) = against_schedule(Q3, (), QUARTERS, last_moment)
    assert (one.refusal, one.about) == (ReleaseRefusal.NOT_OVER, "2026-09-30")


def test_what_is_in_turn_has_nothing_against_it(released: tuple[ReleasedPeriod, ...]) -> None:
    assert against("2026-Q3", ()) == []
    assert against("2026-Q4", released) == []


@pytest.mark.parametrize(
    ("period", "change", "refusal", "about"),
    [
        ("2026-Q3", {}, "already_released", "2026-Q3"),
        ("2027-Q1", {}, "earlier_missing", "2026-Q4"),
        ("2026-Q2", {}, "before_start", "2026-Q4"),
        ("2026-11", {}, "length_differs", "2026-Q4"),
        ("2026-10", {"length": "month"}, None, None),
        ("2026-H2", {"length": "half-year"}, "length_changed", "2026-H2"),
    ],
)
def test_out_of_turn_is_refused_with_what_is_in_turn(
    period: str, change: dict[str, str], refusal: str | None, about: str, released: tuple[ReleasedPeriod, ...]
) -> None:
    assert against(period, released, **change) == ([(refusal, about)] if refusal else [])


def test_before_the_first_period_there_is_none() -> None:
    assert against("2026-Q2", ()) == [("before_start", "2026-Q3")]
