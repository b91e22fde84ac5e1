from datetime import date, datetime

import pytest

from forms_api.ledger.columns import Moment
from forms_api.ledger.moments import read_moment
from register.settings import ZONE

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=ZONE)


def read(cell) -> str:  # type: ignore[no-untyped-def]
    found = read_moment(cell, NOW)
    if found is None:
        return "-"
    return f"{found.at:%Y-%m-%d %H:%M}" if found.exact else f"{found.at:%Y-%m-%d}"


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("2026.11.3", "2026-11-03"),
        ("2026-11-3", "2026-11-03"),
        ("2026/11/03", "2026-11-03"),
        ("2026年11月3日", "2026-11-03"),
        ("２０２６年１１月３日", "2026-11-03"),
        ("26.11.3", "2026-11-03"),
        ("20261103", "2026-11-03"),
        (20261103.0, "2026-11-03"),
        ("2026年11月3号（星期二）", "2026-11-03"),
        ("2026.11.3 9:05", "2026-11-03 09:05"),
        ("2026-11-03T09:05:30", "2026-11-03 09:05"),
        ("2026年11月3日 9时30分", "2026-11-03 09:30"),
        ("2026年11月3日下午3点", "2026-11-03 15:00"),
        ("2026年11月3日 上午 9:30", "2026-11-03 09:30"),
        ("2026-11-3 3:20 PM", "2026-11-03 15:20"),
        ("2026-11-3 中午12:10", "2026-11-03 12:10"),
        (46329, "2026-11-03"),
        (46329.395833333336, "2026-11-03 09:30"),
        (date(2026, 11, 3), "2026-11-03"),
        (datetime.fromisoformat("2026-11-03T09:30"), "2026-11-03 09:30"),
        (datetime.fromisoformat("2026-11-03T00:00"), "2026-11-03"),
        ("11月3日", "2026-11-03"),
        ("11.3", "2026-11-03"),
        ("12月3日", "2025-12-03"),
        ("2月29日", "2024-02-29"),
        ("11月3日 14:00", "2026-11-03 14:00"),
    ],
)
def test_days_are_read_as_offices_write_them(cell: object, meant: str) -> None:
    assert read(cell) == meant


@pytest.mark.parametrize(
    "cell", ["", "上周", "2026.13.3", "2026-02-30", "11月3日 25:00", "2026.11.3 大约", 3.5, 46329000, True, "2026.11", "2月30日", 20261303]
)  # fmt: skip
def test_what_is_no_day_is_none(cell: object) -> None:
    assert read(cell) == "-"


def test_a_year_that_was_not_written_is_told() -> None:
    found = read_moment("11月3日", NOW)
    assert found == Moment(datetime(2026, 11, 3, tzinfo=ZONE), exact=False, guessed=True)
    assert not read_moment("2026.11.3", NOW).guessed  # type: ignore[union-attr]
