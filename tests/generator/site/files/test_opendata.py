"""Open data: what the pages show, as tables that a spreadsheet reads and never runs; the same bytes every time."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.disclosure.cases.published import Summary
from generator.disclosure.releases.release import Release
from generator.site.content import Content, read_content
from generator.site.files.opendata.files import csv_bytes, data_files, workbook
from generator.site.files.opendata.sets import data_sets
from generator.site.making.reading import read_page
from tests.generator.site.samples import TODAY, entry, make_releases, with_entry


@pytest.fixture(scope="module")
def content(home: Path) -> Content:
    return read_content(home)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_figures_of_the_table_are_those_of_the_pages(staged):
    table = {
        f"{row['measure']}@{row['period']}": row
        for row in rows_of((staged.folder / "data/figures.csv").read_bytes())
    }
    page = read_page((staged.folder / "index.html").read_text("utf-8"))
    assert page.figures
    for key, shown in page.figures:
        row = table[key]
        if shown.endswith("%"):
            assert int(row["numerator"]) * 100 // int(row["denominator"]) == int(shown.rstrip("%"))
        elif "/" in shown:
            assert f"{row['numerator']}/{row['denominator']}" == shown
        else:
            assert shown.startswith(row["value"])


def test_every_set_is_described_with_titles_in_both_languages_and_no_more(staged):
    package = json.loads((staged.folder / "data/datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        data = (staged.folder / "data" / resource["path"]).read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        header = next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        fields = resource["schema"]["fields"]
        assert header == [field["name"] for field in fields]
        assert all(field["title"] and field["title_en"] for field in fields)
        for row in rows_of(data):
            missing = [f["name"] for f in fields if f["constraints"]["required"] and not row[f["name"]]]
            assert missing == []
    described = {resource["path"] for resource in package["resources"]}
    assert described == {path.name for path in (staged.folder / "data").glob("*.csv")}


def test_the_listed_cases_are_all_there_and_have_no_day(staged, content):
    rows = rows_of((staged.folder / "data/outcomes.csv").read_bytes())
    assert len(rows) == sum(len(one.release.entries) for one in content.current)
    assert set(rows[0]) & {"received", "day", "date", "building", "place", "channel"} == set()


def test_the_schema_is_that_of_a_release(staged):
    schema = json.loads((staged.folder / "data/release.schema.json").read_text("utf-8"))
    assert set(schema["properties"]) == set(Release.model_fields)


def test_the_rows_of_the_figures_add_up_to_them(staged):
    figures = {
        (row["measure"], row["period"]): (row["numerator"], row["denominator"], row["value"])
        for row in rows_of((staged.folder / "data/figures.csv").read_bytes())
    }
    period = "2026-Q3"
    due = [
        row
        for row in rows_of((staged.folder / "data/due.csv").read_bytes())
        if (row["period"], row["kind"], row["step"]) == (period, "complaint", "answer")
    ]
    kept, of = (str(sum(int(row[part]) for row in due)) for part in ("kept", "due"))
    assert figures["complaints_answered_on_time", period][:2] == (kept, of)
    reopened = [
        row
        for row in rows_of((staged.folder / "data/events.csv").read_bytes())
        if (row["period"], row["event"]) == (period, "reopened")
    ]
    count, among = (str(sum(int(row[part]) for row in reopened)) for part in ("count", "among"))
    assert figures["cases_reopened", period][:2] == (count, among)
    received = rows_of((staged.folder / "data/received.csv").read_bytes())
    total = sum(int(row["count"]) for row in received if row["period"] == period)
    assert figures["received", period][2] == str(total)
    (objections,) = [
        row
        for row in rows_of((staged.folder / "data/objections.csv").read_bytes())
        if row["period"] == period
    ]
    assert figures["objections_received", period][2] == objections["received"]


@pytest.mark.parametrize("bad", ["=HYPERLINK(1)", "+1", "-1+2", "@SUM(1)", "https://x.invalid"])
def test_hostile_summaries_are_strings_in_csv_and_workbook(content, bad):
    release = with_entry(
        make_releases(("2026-Q3",))[0], entry(ref="0000BADX", summary=Summary(zh=bad, en=bad))
    )
    hostile = replace(content, released=(replace(content.released[-1], release=release),))
    sets = data_sets(hostile, TODAY)
    (outcomes,) = [one for one in sets if one.name == "outcomes"]
    assert rows_of(csv_bytes(outcomes))[0]["summary_zh"] in (bad, f"'{bad}")
    with ZipFile(io.BytesIO(workbook(hostile, sets))) as book:
        sheets = "".join(book.read(name).decode() for name in book.namelist() if "/worksheets/" in name)
        assert "<f>" not in sheets
        assert "hyperlink" not in sheets
        assert bad in book.read("xl/sharedStrings.xml").decode()


def test_the_same_content_gives_the_same_bytes_of_every_file(content):
    first, again = (data_files(content, data_sets(content, TODAY)) for _ in range(2))
    assert first == again


def test_before_the_first_release_the_tables_are_there_and_empty(content):
    early = replace(content, released=())
    sets = {one.name: one for one in data_sets(early, TODAY)}
    assert sets["figures"].rows == sets["outcomes"].rows == ()
    assert len(rows_of(csv_bytes(sets["standards"]))) > 10
    assert json.loads(data_files(early, tuple(sets.values()))["data/datapackage.json"])["version"] == "0.0.0"
