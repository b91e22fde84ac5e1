"""What stands in one cell of a data file is found, and nothing is read across cells."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.leakscan.cells import cells_of
from generator.disclosure.leakscan.sitefiles import decode
from generator.disclosure.leakscan.sitescan import Baseline, SiteVerdict, scan_site
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.scan import PrivateValues, World

NOTHING = Baseline.of([], {})


def scanned(folder: Path, file: str, text: str, **values: str) -> SiteVerdict:
    (folder / file).write_text(text, encoding="utf-8")
    return scan_site(folder, World.build([PrivateValues(**values)]), NOTHING, known_exact={})


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("due.csv", "2026-Q4,2026-10,repair,finish,23,23,0,0,0\r\n", {"phone": "2323000"}),
        ("figures.csv", "2025-Q2,points_passed,rate,952,1000,\r\n", {"phone": "9521000"}),
        ("figures.csv", "2026-Q4,acknowledged_on_time,rate,93,93,,93,98\r\n", {"phone": "93939398"}),
        ("rows.csv", "a,12,3\n1203,7\n", {"room": "12-3-1203"}),
        ("rows.csv", "经手,何\n海,1\n", {"name": "何海"}),
        ("words.json", '{"12": [252, 253, 254, 255]}', {"phone": "2532542"}),
        ("rows.json", '{"kept": 23, "due": 2300, "late": 0}', {"phone": "2323000"}),
    ],
)
def test_no_value_is_read_across_the_cells_of_a_data_file(
    tmp_path: Path, name: str, text: str, value: dict[str, str]
) -> None:
    verdict = scanned(tmp_path, name, text, **value)
    assert (verdict.hits, verdict.ambiguous) == ((), ())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "x,13905086221,y\r\n"),
        ("a.csv", 'x,"请联系 139,0508,6221",y\r\n'),
        ("a.csv", 'x,"第一行\n139-0508-6221",y\r\n'),
        ("A.CSV", "x;139 0508 6221;y"),
        ("a.json", '{"tel": 13905086221}'),
        ("a.json", '{"13905086221": true}'),
        ("a.json", '{"tel": "请联系\\n139\\u0030508 6221"}'),
        ("a.json", '{"tel": "13905086221", "tel": "none"}'),
        ("a.json", "[" * 100_000 + "13905086221"),
        ("a.json", '{"tel": "139-0508-6221"'),
        ("a.csv", f"{'1' * 140_000},13905086221"),
        ("a.txt", "x,139,05086221,y"),
    ],
)
def test_a_value_in_one_cell_is_found_and_a_file_that_is_not_what_its_name_says_is_read_whole(
    tmp_path: Path, name: str, text: str
) -> None:
    assert scanned(tmp_path, name, text, phone="13905086221").hits


CELLS = st.lists(st.lists(st.text("0123456789,\"'\n 王芳;-", max_size=12), min_size=1), max_size=5)


@given(CELLS)
def test_every_cell_of_a_table_is_one_of_its_cells(rows: list[list[str]]) -> None:
    written = StringIO(newline="")
    csv.writer(written).writerows(rows)
    assert cells_of("a.csv", written.getvalue()) == [cell for row in rows for cell in row]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inside: (
            st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3)
        ),
    )
)
def test_every_text_and_number_of_an_object_is_one_of_its_cells(said: object) -> None:
    cells = cells_of("a.json", json.dumps(said))
    assert cells == list(_said(said))


def _said(said: object) -> list[str]:
    match said:
        case dict():
            return [cell for key, value in said.items() for cell in (key, *_said(value))]
        case list():
            return [cell for value in said for cell in _said(value)]
        case None | bool():
            return []
        case _:
            return [str(said)]


COUNTS = st.integers(0, 9999)


@given(st.lists(COUNTS, min_size=3, max_size=9), st.data())
def test_no_row_of_counts_holds_a_phone(row: list[int], data: st.DataObject) -> None:
    figures = "".join(map(str, row))
    start = data.draw(st.integers(0, max(0, len(figures) - 7)))
    phone = figures[start : start + data.draw(st.sampled_from([7, 8]))]
    search = Search(World.build([PrivateValues(phone=phone)]))
    for name, text in (("a.csv", ",".join(map(str, row))), ("a.json", json.dumps(row))):
        assert list(search.find(decode(name, text.encode()))) == []
