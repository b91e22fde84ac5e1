"""The page of the open data: what each table holds, its newest rows to read, and the files."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.edition import Edition, Page
from generator.site.figures.tables import Table
from generator.site.files.opendata.columns import Cell, DataSet
from generator.site.files.opendata.files import LICENCE
from generator.site.files.opendata.sets import open_data

PREVIEW = 5


@dataclass(frozen=True)
class Shown:
    """A set with its newest rows as a table."""

    one: DataSet
    table: Table


def data_pages(edition: Edition) -> Iterator[Page]:
    yield edition.page(
        "data/",
        edition.voice.say("nav", "data"),
        "data",
        "pages/data.html",
        sets=[Shown(one, _preview(one, edition.voice.is_chinese)) for one in open_data(edition)],
        licence=LICENCE["title"],
        preview=PREVIEW,
    )


def _preview(one: DataSet, chinese: bool) -> Table:
    """The last rows, which are the newest of what grows by period; texts in the reader's language alone."""
    other = "_en" if chinese else "_zh"
    shown = [number for number, field in enumerate(one.fields) if not field.name.endswith(other)]
    head = tuple(one.fields[number].zh if chinese else one.fields[number].en for number in shown)
    rows = one.rows[-PREVIEW:] if one.fields[0].name == "period" else one.rows[:PREVIEW]
    return Table(head, tuple(tuple(_cell(row[number]) for number in shown) for row in rows))


def _cell(cell: Cell) -> str:
    return "" if cell is None else str(cell)
