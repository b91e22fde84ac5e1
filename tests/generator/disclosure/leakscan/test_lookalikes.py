"""Dates, times and shares are told apart from numbers and homes; a number stays one whatever date is near it."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.leakscan.lookalikes import is_a_moment
from generator.disclosure.leakscan.sitescan import Baseline, SiteVerdict, scan_site
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.scan import PrivateValues, Standing, World

NOTHING = Baseline.of([], {})
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def site(folder: Path, text: str, name: str = "index.html") -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def scanned(folder: Path, text: str, **values: str) -> SiteVerdict:
    world = World.build([PrivateValues(**values)])
    return scan_site(site(folder, text), world, NOTHING, known_exact={})


@pytest.mark.parametrize(
    ("phone", "text"),
    [
        ("20260331", '{"data_up_to": "2026-03-31"}'),
        ("20260331", "<td>20260331</td>"),
        ("2026-0331", "<td>２０２６－０３－３１</td>"),
        ("20260331", "2026/3/31、2026.03.31，2026-03-31T09:30+08:00"),
        ("0331000000", "<updated>2026-03-31T00:00:00+08:00</updated>"),
        ("00000800", "<updated>2026-03-31T00:00:00+08:00</updated>"),
        ("0331093000", "2026-03-31 09:30:00"),
        ("01202603", "2026-01-01/2026-03-31"),
        ("32026040", "12,3\n2026-04-01,7"),
        ("12026", "a,1\n2026-Q2,7"),
        ("20260420", "2026-04,2026-05"),
    ],
)
def test_a_phone_that_is_read_out_of_a_date_is_told_and_stops_nothing(
    tmp_path: Path, phone: str, text: str
) -> None:
    verdict = scanned(tmp_path, text, phone=phone)
    assert verdict.hits == ()
    assert [hit.problem for hit in verdict.ambiguous] in (
        ["holds a private value of the register: phone; a date, a time or an amount there"],
        [],
    )


@pytest.mark.parametrize(
    ("phone", "text"),
    [
        ("13920260331", "<td>139-2026-03-31</td>"),
        ("13920260331", "139 20260331"),
        ("13920260331", "13920260331"),
        ("20261331", "20261331，2026-13-31"),
        ("20260230", "2026-02-30"),
        ("18990101", "1899-01-01"),
        ("21010101", "21010101"),
        ("13905086221", "2026-03-31 13905086221"),
        ("13905086221", "一三九〇五〇八六二二一，2026-03-31"),
        ("13905086221", "20260331，139 0508 6221"),
        ("84431276", "8443-1276（2026-03-31）"),
        ("84431276", "电话八四四三一二七六，2026-03-31"),
        ("20260331", "2026年来电0331，电话：二〇二六〇三三一"),
    ],
)
def test_a_number_near_a_date_or_like_none_is_found(tmp_path: Path, phone: str, text: str) -> None:
    assert scanned(tmp_path, text, phone=phone).hits


@given(DAYS, st.sampled_from(["{:%Y-%m-%d}", "{:%Y%m%d}", "{:%Y/%m/%d}", "{:%Y-%m-%d}T09:30:00+08:00"]))
def test_every_day_of_two_centuries_is_one(day: date, written: str) -> None:
    assert is_a_moment(f"截至 {written.format(day)}。", 3, f"{day:%Y%m%d}")


def test_fewer_figures_than_a_number_has_are_no_date() -> None:
    assert not is_a_moment("2026-03-31", 0, "202603311")


MOBILES = ("13920260331", "13905086221", "19000101190")
SEARCH = Search(World.build(PrivateValues(phone=mobile) for mobile in MOBILES))


@given(st.sampled_from(MOBILES), DAYS)
def test_no_date_beside_it_hides_a_mobile(mobile: str, day: date) -> None:
    for text in (f"{day} {mobile}", f"{mobile}，{day:%Y%m%d}", f"{day}T00:00:00+08:00\n{mobile}\n{day}"):
        found = {value: how for value, _, _, how in SEARCH.sightings(text) if value == mobile}
        assert found == {mobile: Standing.VALUE}


@pytest.mark.parametrize("text", ["<td>7/120</td>", "满意 7 / 120", "<td>７／１２０</td>"])
def test_a_number_of_a_total_is_no_home(tmp_path: Path, text: str) -> None:
    verdict = scanned(tmp_path, text, room="7-120")
    assert verdict.hits == ()
    assert [hit.problem for hit in verdict.ambiguous] == [
        "holds a private value of the register: room; a number of a total there"
    ]


@pytest.mark.parametrize(
    ("room", "text"),
    [
        ("7/120", "<td>7/120</td>"),
        ("7-120", "<td>7-120</td>"),
        ("7栋120", "7/120室"),
        ("2-3-100", "2/3/100"),
        ("7-120", "7栋120"),
    ],
)
def test_a_home_is_one_that_is_written_like_one_or_registered_so(
    tmp_path: Path, room: str, text: str
) -> None:
    assert scanned(tmp_path, text, room=room).hits
