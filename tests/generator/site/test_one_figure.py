"""One figure all the way: home, its own page, the rows it rests on, the open data and the printed notice agree."""

import csv
import re
from html import unescape
from io import StringIO

import pytest

from generator.disclosure.figures.measures import DueRate
from generator.site.figures.happened import EventShare
from generator.site.figures.recorded import ALL
from generator.site.making.reading import read_page
from generator.site.pages.home import CARDS

PERIOD = "2026-Q3"


def page_of(staged, address):
    return (staged.folder / address / "index.html").read_text(encoding="utf-8")


def shown(html, measure):
    return {text for key, text in read_page(html).figures if key == f"{measure}@{PERIOD}"}


@pytest.mark.parametrize("measure", CARDS)
def test_a_reader_who_follows_a_figure_finds_the_same_number_everywhere(staged, measure):
    home = page_of(staged, "")
    assert f'href="/measures/{measure}/"' in home
    own = page_of(staged, f"measures/{measure}")
    (worded,) = shown(home, measure)
    assert shown(own, measure) == shown(page_of(staged, f"outcomes/{PERIOD}"), measure) == {worded}
    assert shown(page_of(staged, f"print/{PERIOD}"), measure) == {worded}
    cells = csv.DictReader(StringIO((staged.folder / "data/figures.csv").read_text(encoding="utf-8-sig")))
    (row,) = [row for row in cells if (row["period"], row["measure"]) == (PERIOD, measure)]
    kept, of = int(row["numerator"]), int(row["denominator"])
    assert worded == (f"{kept * 100 // of}%" if of >= 20 else f"{kept}/{of}")
    text = unescape(re.sub(r"<[^>]+>", "", own))
    assert f"{of} " in text
    assert f"{kept} " in text
    foot = re.findall(r"<tfoot>.*?</tfoot>", own, re.S)[-1]
    totals = [int(cell) for cell in re.findall(r"<td[^>]*>(\d+)</td>", foot)]
    assert of in totals


@pytest.mark.parametrize(
    "measure", [one for one in ALL if type(one) in (DueRate, EventShare)], ids=lambda one: one.id
)
def test_the_rows_of_a_measure_are_the_table_its_page_links_to_and_add_up_to_its_figure(staged, measure):
    own = page_of(staged, f"measures/{measure.id}")
    name, count, of = ("due", "kept", "due") if isinstance(measure, DueRate) else ("events", "count", "among")
    assert f'href="/data/{name}.csv"' in own
    table = csv.DictReader(StringIO((staged.folder / f"data/{name}.csv").read_text(encoding="utf-8-sig")))
    rows = [
        row
        for row in table
        if row["period"] == PERIOD
        and row["kind"] in measure.kinds
        and (row["step"] == measure.step if name == "due" else row["event"] == measure.event)
    ]
    kept, all_of = sum(int(row[count]) for row in rows), sum(int(row[of]) for row in rows)
    text = unescape(re.sub(r"<[^>]+>", "", own))
    foot = re.findall(r"<tfoot>.*?</tfoot>", own, re.S)[-1] if all_of else ""
    totals = [int(cell) for cell in re.findall(r"<td[^>]*>(\d+)</td>", foot)]
    if not all_of:
        assert "没有可以公布的数据" in text
        return
    assert {kept, all_of} <= set(totals)
    worded = f"{kept * 100 // all_of}%" if all_of >= 20 else f"{kept}/{all_of}"
    assert shown(own, measure.id) == {worded}


def test_what_was_missed_is_named_on_the_home_page(staged):
    home = page_of(staged, "")
    missed = re.search(r'<p class="missed-list">(.*?)</p>', home, re.S)
    index = page_of(staged, "measures")
    count = index.count('class="verdict missed"')
    assert (len(re.findall("<a ", missed[1])) if missed else 0) == count
