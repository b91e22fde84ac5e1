"""Imports under way and done: `HOME/var/imports/ID.json`, and while it is under way the rows in `ID.rows`. Private.

The rows hold residents' particulars; they go as soon as the import is done, given up, or a day old.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import AwareDatetime, ValidationError

from forms_api.ledger.columns import Column
from forms_api.ledger.layout import Layout
from forms_api.ledger.tables import Cell, Sheet, Table
from register.disk import locked, make_private, put, read_regular, remove, sync_folder, told, write_new
from register.errors import RecordDamaged
from register.keys import Draw
from register.records import Record, strict_json, to_bytes
from register.settings import Home

KEPT: Final = timedelta(hours=24)
_LARGEST: Final = 80_000_000
_ID: Final = re.compile(r"[0-9a-f]{16}")
State = Literal["staged", "taking", "done", "undone"]


class ImportNotFound(Exception):
    """No import has this name, or its rows are gone."""


class KeptLayout(Record):
    sheet: int
    header: int
    columns: tuple[Column | None, ...]

    @property
    def layout(self) -> Layout:
        return Layout(self.sheet, self.header, self.columns)


class Import(Record):
    """One import: whose, when, of which file, how it was read, and what came of it.

    `planned` are the instances of the cases it opens, written before the first is; `made` and `changed` are its cases
    with the revision it left them in.
    """

    format: Literal[1] = 1
    id: str
    by: str
    at: AwareDatetime
    sha256: str
    state: State = "staged"
    layout: KeptLayout
    defaults: dict[Column, str] = {}
    planned: tuple[str, ...] = ()
    made: dict[str, str] = {}
    changed: dict[str, str] = {}
    undone_at: AwareDatetime | None = None
    undone_by: str | None = None


class Imports:
    """The imports of one estate."""

    def __init__(self, folder: Path, draw: Draw) -> None:
        self.folder = folder
        self._draw = draw

    def stage(self, table: Table, layout: Layout, *, by: str, at: datetime) -> Import:
        """Put a table aside to be looked over. Raises StorageFailed."""
        one = Import(id=self._draw(8).hex(), by=by, at=at, sha256=table.sha256, layout=kept(layout))
        with told():
            make_private(self.folder)
            self._sweep(at)
            write_new(self.folder / f"{one.id}.rows", _to_json(table))
            write_new(self.folder / f"{one.id}.json", to_bytes(one))
            sync_folder(self.folder)
        return one

    def read(self, name: str) -> Import:
        """Raises ImportNotFound or RecordDamaged."""
        if not _ID.fullmatch(name):
            raise ImportNotFound(name)
        try:
            data = read_regular(self.folder / f"{name}.json", _LARGEST)
        except OSError:
            raise ImportNotFound(name) from None
        try:
            return Import.model_validate(strict_json(data))
        except (ValueError, ValidationError):
            raise RecordDamaged(f"{name}.json", "is not the record of an import") from None

    def table(self, one: Import) -> Table:
        """The rows put aside. Raises ImportNotFound where they are gone."""
        try:
            data = read_regular(self.folder / f"{one.id}.rows", _LARGEST)
        except OSError:
            raise ImportNotFound(one.id) from None
        return _from_json(data, one.sha256)

    def keep(self, one: Import) -> None:
        """Replace the record, durably. Raises StorageFailed."""
        with told(), locked(self.folder / "lock"):
            put(self.folder / f"{one.id}.json", to_bytes(one))

    def give_up(self, one: Import) -> None:
        """Forget the rows, and the record too where nothing was begun."""
        self.drop_rows(one)
        if one.state == "staged":
            remove(self.folder / f"{one.id}.json")

    def drop_rows(self, one: Import) -> None:
        remove(self.folder / f"{one.id}.rows")

    def all(self) -> tuple[Import, ...]:
        """Every import that changed anything, newest first."""
        names = (path.stem for path in sorted(self.folder.glob("*.json")))
        read = (self.read(name) for name in names if _ID.fullmatch(name))
        return tuple(
            sorted((one for one in read if one.state != "staged"), key=lambda one: one.at, reverse=True)
        )

    def _sweep(self, now: datetime) -> None:
        """Rows nobody confirmed within a day."""
        for rows in self.folder.glob("*.rows"):
            try:
                one = self.read(rows.stem)
            except (ImportNotFound, RecordDamaged):
                remove(rows)
                continue
            if one.at < now - KEPT:
                remove(rows)
                if one.state == "staged":
                    remove(self.folder / f"{one.id}.json")


def imports_folder(home: Home) -> Path:
    """Where an estate's imports lie."""
    return home.var / "imports"


def kept(layout: Layout) -> KeptLayout:
    return KeptLayout(sheet=layout.sheet, header=layout.header, columns=layout.columns)


def _to_json(table: Table) -> bytes:
    sheets = [
        [sheet.name, [[_spelled(cell) for cell in row] for row in sheet.rows]] for sheet in table.sheets
    ]
    return json.dumps({"sheets": sheets, "hidden": table.hidden}).encode("ascii")


def _spelled(cell: Cell) -> Any:
    return {"d": cell.isoformat()} if isinstance(cell, date) else cell


def _from_json(data: bytes, sha256: str) -> Table:
    read = json.loads(data)
    sheets = tuple(Sheet(name, tuple(_rows(rows))) for name, rows in read["sheets"])
    return Table(sheets, tuple(read["hidden"]), sha256)


def _rows(rows: list[list[Any]]) -> Iterator[tuple[Cell, ...]]:
    for row in rows:
        yield tuple(_cell(value) for value in row)


def _cell(value: Any) -> Cell:
    if not isinstance(value, dict):
        return value  # type: ignore[no-any-return]
    text = value["d"]
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
