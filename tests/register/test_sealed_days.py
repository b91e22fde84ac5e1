"""The days that limits are counted by: as decreed, as sealed, or explained."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from register.calendar import WEEKEND, DecreedYear, Explained, WorkCalendar, as_decreed
from register.content import Words
from register.errors import SettingsRefused
from register.seal import seal
from register.sealed_days import MOST_OFF, days_of, odd_days, read_own_years
from register.sealed_standards import Sealed, read_sealed
from tests.factories import PROJECT, book

FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)
A_MONDAY, A_SUNDAY = date(2026, 8, 3), date(2026, 8, 2)
WHY = Words(zh="台风停工。", en="A typhoon.")
HOURS = book().standards.hours


def year(
    number: int = 2026, off: tuple[date, ...] = (), worked: tuple[date, ...] = (), *explained: date
) -> DecreedYear:
    known = as_decreed(number)
    return DecreedYear(
        source="x",
        days_off=(*(day for day in known.days_off if day not in worked), *off),
        days_worked=(*(day for day in known.days_worked if day not in off), *worked),
        explained=(Explained(days=explained, why=WHY),) if explained else (),
    )


def sealed_as(decreed: DecreedYear) -> Sealed:
    days = days_of(WorkCalendar(HOURS, {2026: decreed}), "2026-Q3", FIRST, LAST)
    assert days is not None
    return Sealed(days=(days,))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    (tmp_path / "content" / "calendar").mkdir(parents=True)
    return tmp_path / "content"


def write(content: Path, own: DecreedYear, number: int = 2026) -> None:
    def days(some: tuple[date, ...]) -> str:
        return "[" + ", ".join(map(str, some)) + "]"

    text = f'source = "x"\ndays_off = {days(own.days_off)}\ndays_worked = {days(own.days_worked)}\n'
    text += "".join(
        f'[[explained]]\ndays = {days(one.days)}\nwhy = {{ zh = "{one.why.zh}" }}\n' for one in own.explained
    )
    (content / "calendar" / f"{number}.toml").write_text(text, encoding="utf-8")


def refused(content: Path) -> list[str]:
    with pytest.raises(SettingsRefused) as found:
        read_own_years(content)
    return [str(fault) for fault in found.value.faults]


def test_the_years_of_the_project_are_as_decreed() -> None:
    years = read_own_years(PROJECT / "content")
    assert {2025, 2026} <= years.keys()
    assert odd_days(years, Sealed()) == ()


def test_a_day_off_more_than_decreed_is_refused_until_somebody_says_why(content: Path) -> None:
    write(content, year(off=(A_MONDAY,)))
    (fault,) = refused(content)
    assert "content/calendar/2026.toml" in fault
    assert "2026-08-03" in fault
    assert "[[explained]]" in fault
    write(content, year(2026, (A_MONDAY,), (), A_MONDAY))
    (odd,) = odd_days(read_own_years(content), Sealed())
    assert (odd.day, odd.works, odd.release, odd.why and odd.why.zh) == (A_MONDAY, False, None, WHY.zh)


def test_a_holiday_that_is_worked_is_refused_as_well(content: Path) -> None:
    write(content, year(worked=(date(2026, 10, 1),)))
    (fault,) = refused(content)
    assert "is worked" in fault


def test_all_of_november_off_is_refused_day_by_day(content: Path) -> None:
    weekdays = [date(2026, 11, day) for day in range(2, 31)]
    weekdays = [day for day in weekdays if day.weekday() not in WEEKEND]
    write(content, year(off=tuple(weekdays)))
    assert len(refused(content)) == len(weekdays)


def test_a_day_that_was_sealed_the_other_way_round_is_refused_with_its_release(content: Path) -> None:
    write(content, year())
    was_off = sealed_as(year(off=(A_MONDAY,)))
    (odd,) = odd_days(read_own_years(content), was_off)
    assert (odd.day, odd.works, odd.release, odd.why) == (A_MONDAY, True, "2026-Q3", None)


def test_a_day_that_is_as_it_was_sealed_is_told_without_a_release() -> None:
    own = year(2026, (A_MONDAY,), (), A_MONDAY)
    (odd,) = odd_days({2026: own}, sealed_as(own))
    assert (odd.day, odd.release) == (A_MONDAY, None)


def test_a_file_that_was_taken_away_is_judged_by_the_notice() -> None:
    (odd,) = odd_days({}, sealed_as(year(worked=(A_SUNDAY,))))
    assert (odd.day, odd.works, odd.release) == (A_SUNDAY, False, "2026-Q3")


def test_what_is_sealed_is_read_again_and_stands_against_a_change(content: Path) -> None:
    write(content, year(2026, (A_MONDAY,), (), A_MONDAY))
    days = days_of(WorkCalendar(HOURS, read_own_years(content)), "2026-Q3", FIRST, LAST)
    for _ in range(2):
        seal(content, book().standards, "2026-Q3", LAST, days)
    assert read_sealed(content, content.parent).days == (days,)
    write(content, year())
    (fault,) = refused(content)
    assert "2026-Q3" in fault


def test_a_year_that_is_not_decreed_is_not_sealed() -> None:
    assert days_of(WorkCalendar(HOURS, {}), "2041-Q1", date(2041, 1, 1), date(2041, 3, 31)) is None


@pytest.mark.parametrize(("more", "is_refused"), [(0, False), (1, True)])
def test_a_year_nobody_knows_yet_has_no_more_days_off_than_a_year_can_have(
    content: Path, more: int, is_refused: bool
) -> None:
    weekdays = [
        day
        for day in (date(2041, 6, 1) + timedelta(days=n) for n in range(60))
        if day.weekday() not in WEEKEND
    ]
    sunday = next(
        day for day in (date(2041, 6, 1) + timedelta(days=n) for n in range(7)) if day.weekday() == 6
    )
    off = tuple(weekdays[: MOST_OFF + 1 + more])
    write(content, DecreedYear(source="x", days_off=off, days_worked=(sunday,)), 2041)
    if is_refused:
        (fault,) = refused(content)
        assert "working days fewer" in fault
        told = (Explained(days=off[:1], why=WHY),)
        write(content, DecreedYear(source="x", days_off=off, days_worked=(sunday,), explained=told), 2041)
    assert 2041 in read_own_years(content)


@given(st.sets(st.dates(FIRST, LAST), max_size=8), st.sets(st.dates(FIRST, LAST), max_size=8))
def test_every_day_that_differs_from_the_seal_is_told_and_no_other(off: set[date], worked: set[date]) -> None:
    then, now = year(off=tuple(off)), year(off=tuple(worked))
    differ = {day for day in off | worked if then.works(day) != now.works(day)}
    told = {one.day for one in odd_days({2026: now}, sealed_as(then)) if one.release}
    assert told == differ
