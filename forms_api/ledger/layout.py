"""Where in a sheet the ledger is: its header row and what each column holds; guessed, and corrected by hand. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from forms_api.ledger.columns import Column, Spellings
from forms_api.ledger.tables import Cell, Row, Sheet, Table

LOOKED_AT: Final = 30
ENOUGH: Final = 2
SAMPLES: Final = 3


@dataclass(frozen=True)
class Layout:
    """Which sheet (its place among those with rows), which row is the header (from 1), what each column holds."""

    sheet: int
    header: int
    columns: tuple[Column | None, ...]

    @property
    def known(self) -> frozenset[Column]:
        return frozenset(column for column in self.columns if column)

    @property
    def twice(self) -> tuple[Column, ...]:
        """Columns given to two places."""
        return tuple(column for column in Column if self.columns.count(column) > 1)


def guess_layout(table: Table, spellings: Spellings) -> Layout:
    """The sheet and row in whose cells most column names are recognised; titles above it are passed over."""
    guesses = [
        (len({column for column in columns if column}), -place, -number, columns)
        for place, sheet in enumerate(table.sheets)
        for number, row in enumerate(sheet.rows[:LOOKED_AT], start=1)
        if (columns := name_columns(row, spellings))
    ]
    count, place, number, columns = max(guesses, key=lambda guess: guess[:3], default=(0, 0, 0, ()))
    if count >= ENOUGH:
        return Layout(-place, -number, columns)
    return layout_at(table, 0, _widest(table.sheets[0]), spellings)


def layout_at(table: Table, sheet: int, header: int, spellings: Spellings) -> Layout:
    """The layout with the header row named by hand."""
    rows = table.sheets[sheet].rows
    return Layout(sheet, header, name_columns(rows[header - 1] if header <= len(rows) else (), spellings))


def name_columns(header: Row, spellings: Spellings) -> tuple[Column | None, ...]:
    """What each cell of a header row names; a name that comes twice is taken once, from the left."""
    named: list[Column | None] = []
    for cell in header:
        column = spellings.column(cell) if isinstance(cell, str) else None
        named.append(None if column in named else column)
    return tuple(named)


def _widest(sheet: Sheet) -> int:
    """The first row with the most texts: the likeliest header where no word is known."""
    counts = [sum(isinstance(cell, str) and bool(cell) for cell in row) for row in sheet.rows[:LOOKED_AT]]
    return counts.index(max(counts)) + 1


def width(sheet: Sheet) -> int:
    return max(map(len, sheet.rows))


def samples(sheet: Sheet, header: int, place: int) -> tuple[Cell, ...]:
    """The first cells of a column that hold something, below the header."""
    below = (row[place] for row in sheet.rows[header:] if place < len(row) and row[place] != "")
    return tuple(_first(below, SAMPLES))


def _first(cells: Iterable[Cell], most: int) -> Iterable[Cell]:
    for _, cell in zip(range(most), cells, strict=False):
        yield cell
