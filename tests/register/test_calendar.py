"""Chinese working days and when limits end."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.calendar import ZONE, DecreedYear, Due, WorkCalendar, read_years
from register.standards import Limit, Unit, WorkingHours
from tests.factories import PROJECT, book

HOURS = WorkingHours(opens="08:00", closes="20:00")
PACKAGE = WorkCalendar(HOURS, {})
WRITTEN = book().calendar


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def limit(amount: int, unit: Any) -> Limit:
    return Limit(amount=amount, unit=unit)


# Which days are worked, checked by hand against the State Council's notices for 2025 and 2026


@pytest.mark.parametrize(
    ("day", "worked", "why"),
    [
        ("2025-01-01", False, "New Year"),
        ("2025-01-26", True, "Sunday worked before Spring Festival"),
        ("2025-01-28", False, "New Year's Eve"),
        ("2025-02-04", False, "last day of Spring Festival"),
        ("2025-02-08", True, "Saturday worked after Spring Festival"),
        ("2025-02-09", False, "ordinary Sunday"),
        ("2025-04-04", False, "Qingming"),
        ("2025-04-27", True, "Sunday worked for Labour Day"),
        ("2025-05-05", False, "last day of Labour Day"),
        ("2025-06-02", False, "Dragon Boat"),
        ("2025-09-28", True, "Sunday worked for National Day"),
        ("2025-10-01", False, "National Day"),
        ("2025-10-06", False, "Mid-Autumn"),
        ("2025-10-08", False, "last day of National Day"),
        ("2025-10-09", True, "first day after"),
        ("2025-10-11", True, "Saturday worked for National Day"),
        ("2025-10-12", False, "ordinary Sunday"),
        ("2026-01-02", False, "New Year, moved"),
        ("2026-01-04", True, "Sunday worked for New Year"),
        ("2026-02-14", True, "Saturday worked before Spring Festival"),
        ("2026-02-16", False, "New Year's Eve"),
        ("2026-02-23", False, "last day of Spring Festival"),
        ("2026-02-24", True, "first day after"),
        ("2026-02-28", True, "Saturday worked after Spring Festival"),
        ("2026-04-06", False, "Qingming, moved"),
        ("2026-05-09", True, "Saturday worked for Labour Day"),
        ("2026-06-19", False, "Dragon Boat"),
        ("2026-09-20", True, "Sunday worked for National Day"),
        ("2026-09-25", False, "Mid-Autumn"),
        ("2026-10-07", False, "last day of National Day"),
        ("2026-10-10", True, "Saturday worked for National Day"),
    ],
)  # fmt: skip
def test_the_days_of_the_notices(day: str, worked: bool, why: str) -> None:
    assert WRITTEN.is_working_day(date.fromisoformat(day)) is worked, why
    assert PACKAGE.is_working_day(date.fromisoformat(day)) is worked, why


@pytest.mark.parametrize("year", [2025, 2026])
def test_our_files_and_the_package_say_the_same_of_every_day(year: int) -> None:
    decree = holidays.country_holidays("CN", years=[year])
    days = [date(year, 1, 1) + timedelta(days=i) for i in range(365)]
    assert [d for d in days if WRITTEN.is_working_day(d) != decree.is_working_day(d)] == []
    assert WRITTEN.is_decreed(year)
    assert PACKAGE.is_decreed(year)


def test_only_weekends_are_made_up_and_no_day_off_stands_twice() -> None:
    for year in read_years(PROJECT / "content" / "calendar").values():
        assert all(day.weekday() >= 5 for day in year.days_worked)
        assert len(set(year.days_off)) == len(year.days_off)


# When a limit ends


@pytest.mark.parametrize(
    ("start", "amount", "unit", "due"),
    [
        ("2026-07-06T09:00", 15, "minutes", "2026-07-06T09:15"),
        ("2026-07-05T23:50", 30, "minutes", "2026-07-06T00:20"),  # a Sunday night; minutes run through
        ("2026-09-30T22:00", 24, "hours", "2026-10-01T22:00"),  # into National Day
        ("2026-07-06T09:00", 4, "working_hours", "2026-07-06T13:00"),
        ("2026-07-06T06:30", 4, "working_hours", "2026-07-06T12:00"),  # before opening: from the opening on
        ("2026-07-06T18:00", 4, "working_hours", "2026-07-07T10:00"),  # over night
        ("2026-07-06T08:00", 12, "working_hours", "2026-07-06T20:00"),  # a whole day, to its close
        ("2026-07-10T21:00", 14, "working_hours", "2026-07-14T10:00"),  # Friday night, over the weekend
        ("2025-09-27T09:00", 1, "working_hours", "2025-09-28T09:00"),  # the Sunday is worked
        ("2025-09-30T19:00", 2, "working_hours", "2025-10-09T09:00"),  # over National Day
        ("2026-07-06T09:00", 1, "working_days", "2026-07-07T20:00"),
        (
            "2026-07-06T23:59",
            1,
            "working_days",
            "2026-07-07T20:00",
        ),  # after closing: the day of the start anyhow
        ("2026-07-10T09:00", 1, "working_days", "2026-07-13T20:00"),  # Friday
        ("2026-07-11T09:00", 1, "working_days", "2026-07-13T20:00"),  # Saturday
        ("2026-07-12T09:00", 1, "working_days", "2026-07-13T20:00"),  # Sunday
        ("2026-07-12T09:00", 3, "working_days", "2026-07-15T20:00"),
        ("2025-09-27T09:00", 1, "working_days", "2025-09-28T20:00"),  # Saturday before a Sunday worked
        (
            "2025-09-30T09:00",
            3,
            "working_days",
            "2025-10-11T20:00",
        ),  # over National Day onto a Saturday worked
        ("2026-02-13T09:00", 2, "working_days", "2026-02-24T20:00"),  # Saturday worked, then Spring Festival
        ("2026-07-06T09:00", 7, "days", "2026-07-13T20:00"),
        ("2026-07-07T00:00", 7, "days", "2026-07-14T20:00"),
        (
            "2026-07-04T09:00",
            7,
            "days",
            "2026-07-13T20:00",
        ),  # ends on a Saturday: the next working day (art. 203)
        ("2026-07-05T09:00", 7, "days", "2026-07-13T20:00"),  # ends on a Sunday
        ("2025-09-25T09:00", 7, "days", "2025-10-09T20:00"),  # ends in National Day: the day after it
        ("2025-10-04T09:00", 7, "days", "2025-10-11T20:00"),  # ends on a Saturday that is worked
        ("2026-02-11T09:00", 5, "days", "2026-02-24T20:00"),  # ends on New Year's Eve
    ],
)
def test_a_limit_ends_as_the_civil_code_counts(start: str, amount: int, unit: str, due: str) -> None:
    """Article 201: the day of the start is not counted. Article 203: a last day off moves; the office's hours end it."""
    assert WRITTEN.due(at(start), limit(amount, unit)) == Due(at(due), provisional=False)


def test_days_are_the_estates_whatever_zone_a_moment_is_written_in() -> None:
    local = at("2026-07-07T01:00")
    assert local.astimezone(UTC).date() == date(2026, 7, 6)
    for unit in ("minutes", "hours", "days", "working_days"):
        assert WRITTEN.due(local.astimezone(UTC), limit(1, unit)) == WRITTEN.due(local, limit(1, unit))
    assert WRITTEN.roll_forward(at("2026-07-11T03:00").astimezone(UTC)).at == at("2026-07-13T20:00")


def test_a_moment_on_a_working_day_stays_and_any_other_moves_to_the_next_close() -> None:
    assert WRITTEN.roll_forward(at("2026-07-10T15:30")).at == at("2026-07-10T15:30")
    assert WRITTEN.roll_forward(at("2026-07-11T15:30")).at == at("2026-07-13T20:00")


# A year not yet decreed


def test_a_year_not_yet_decreed_is_provisional_and_settled_when_its_file_comes(tmp_path: Path) -> None:
    assert not WRITTEN.is_decreed(2027)
    start = at("2026-12-30T09:00")
    guess = WRITTEN.due(start, limit(3, "working_days"))
    assert guess == Due(at("2027-01-05T20:00"), provisional=True)
    (tmp_path / "2027.toml").write_text(
        'source = "国务院办公厅通知"\ndays_off = [2027-01-01]\ndays_worked = [2027-01-03]', encoding="utf-8"
    )
    settled = WorkCalendar(HOURS, read_years(tmp_path))
    assert settled.is_decreed(2027)
    assert settled.due(start, limit(3, "working_days")) == Due(at("2027-01-04T20:00"), provisional=False)


@pytest.mark.parametrize(
    ("start", "amount", "unit", "provisional"),
    [
        ("2026-12-30T09:00", 1, "working_days", False),
        ("2026-12-31T09:00", 1, "working_days", True),
        ("2026-12-24T09:00", 7, "days", False),
        ("2026-12-25T09:00", 7, "days", True),
        ("2026-12-31T23:00", 24, "hours", False),  # hours rest on no decree
        ("2027-03-01T09:00", 1, "working_days", True),
        ("2027-03-01T09:00", 1, "working_hours", True),
    ],
)
def test_only_what_rests_on_the_missing_decree_is_provisional(
    start: str, amount: int, unit: str, provisional: bool
) -> None:
    assert WRITTEN.due(at(start), limit(amount, unit)).provisional is provisional


def test_the_statute_alone_keeps_new_year_off_in_any_year() -> None:
    assert not PACKAGE.is_working_day(date(2041, 1, 1))
    assert PACKAGE.is_working_day(date(2041, 1, 2)) is (date(2041, 1, 2).weekday() < 5)


def test_an_estates_own_file_comes_before_the_package() -> None:
    own = DecreedYear(source="x", days_off=(date(2026, 7, 6),), days_worked=(date(2026, 7, 5),))
    calendar = WorkCalendar(HOURS, {2026: own})
    assert not calendar.is_working_day(date(2026, 7, 6))
    assert calendar.is_working_day(date(2026, 7, 5))
    assert calendar.is_working_day(date(2026, 10, 1))  # what the file does not name is an ordinary day


# Properties

MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 6, 1)).map(lambda m: m.replace(tzinfo=ZONE))  # noqa: DTZ001
LIMITS = st.builds(limit, st.integers(1, 30), st.sampled_from(get_args(Unit)))


@given(MOMENTS, LIMITS)
def test_nothing_is_due_before_it_started(start: datetime, given_limit: Limit) -> None:
    assert WRITTEN.due(start, given_limit).at > start


@given(MOMENTS, LIMITS)
def test_limits_in_days_end_on_a_working_day_at_closing_time(start: datetime, given_limit: Limit) -> None:
    due = WRITTEN.due(start, given_limit).at
    if given_limit.unit in ("days", "working_days"):
        assert WRITTEN.is_working_day(due.date())
        assert f"{due:%H:%M}" == HOURS.closes


@given(MOMENTS, st.integers(1, 20), st.integers(0, 20))
def test_more_days_are_never_sooner(start: datetime, days: int, more: int) -> None:
    for unit in ("days", "working_days"):
        assert WRITTEN.due(start, limit(days, unit)).at <= WRITTEN.due(start, limit(days + more, unit)).at


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=20)), LIMITS)
def test_a_later_start_is_never_due_sooner(start: datetime, later: timedelta, given_limit: Limit) -> None:
    assert WRITTEN.due(start, given_limit).at <= WRITTEN.due(start + later, given_limit).at


@given(MOMENTS, st.integers(1, 15))
def test_between_start_and_due_lie_as_many_working_days_as_were_given(start: datetime, days: int) -> None:
    due = WRITTEN.due(start, limit(days, "working_days")).at
    between = (due.date() - start.date()).days
    counted = sum(WRITTEN.is_working_day(start.date() + timedelta(days=i + 1)) for i in range(between))
    assert counted == days
