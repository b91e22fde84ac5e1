"""The child process that opens ledgers: the bytes of an .xlsx or .csv in, plain rows as JSON out.

    python -m forms_api.ledger.table_worker

It opens nothing but its own standard input and output, under limits of memory and time. What comes out is
`{"sheets": [{"name": …, "hidden": …, "rows": [[cell, …], …]}]}` or `{"fault": code, "places": ["台账!B5", …]}`.
A cell is `["t", text]`, `["n", number]`, `["d", ISO date or time]` or `["b", true]`.
"""

import codecs
import csv
import datetime
import io
import json
import re
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from forms_api.confined import shut_the_door
from register.guarding import unguard

MEMORY: Final = 900_000_000
CPU_SECONDS: Final = 20
MOST_ROWS: Final = 5_000
MOST_COLUMNS: Final = 50
MOST_SHEETS: Final = 30
MOST_PARTS: Final = 500
MOST_UNPACKED: Final = 120_000_000
MOST_RATIO: Final = 200
SMALL_PART: Final = 1_000_000  # so little is no bomb, however well it packs
NAMED: Final = 20  # places named of one fault
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_ENCODINGS = ("utf-8-sig", "gb18030")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WORKBOOK_TYPE = b"spreadsheetml.sheet.main+xml"


class Refused(Exception):
    """The file is not taken. `code` is a `TableFault`, `places` are where in the file."""

    def __init__(self, code: str, places: Iterable[str] = ()) -> None:
        self.code = code
        self.places = tuple(places)
        super().__init__(code)


def main() -> None:
    data = sys.stdin.buffer.read()
    for encoding in (
        *_ENCODINGS,
        "cp437",
    ):  # the last for names inside a zip; afterwards no file can be opened
        codecs.lookup(encoding)
    shut_the_door(memory=MEMORY, cpu_seconds=CPU_SECONDS)
    try:
        answer: dict[str, Any] = {"sheets": read_sheets(data)}
    except Refused as refused:
        answer = {"fault": refused.code, "places": refused.places}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))


def read_sheets(data: bytes) -> list[dict[str, Any]]:
    """Every sheet with rows. Raises Refused."""
    if data.startswith(_ZIP):
        return _workbook(data)
    if data.startswith(_OLE):
        raise Refused("password" if _is_encrypted(data) else "old_excel")
    return [{"name": "", "hidden": False, "rows": _csv_rows(data)}]


def _is_encrypted(data: bytes) -> bool:
    """An .xlsx with a password is an OLE container with this stream (MS-OFFCRYPTO 2.3.4)."""
    return "EncryptedPackage".encode("utf-16-le") in data


def _workbook(data: bytes) -> list[dict[str, Any]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive)
            _check_sheets(archive)
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            return [*_calamine_sheets(workbook)]
    except PasswordError:
        raise Refused("password") from None
    except (zipfile.BadZipFile, CalamineError, NotImplementedError, OSError, EOFError, ValueError):
        raise Refused("unreadable") from None
    except MemoryError:
        raise Refused("too_large") from None


def _check_parts(archive: zipfile.ZipFile) -> None:
    """A workbook of a plain kind, not larger unpacked than it says or than a ledger may be."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused("too_large")
    if any(part.flag_bits & 1 for part in parts):
        raise Refused("password")
    for part in parts:
        if part.file_size > max(SMALL_PART, part.compress_size * MOST_RATIO):
            raise Refused("bomb")
    names = [part.filename.lower() for part in parts]
    if len(set(names)) != len(names) or "[content_types].xml" not in names:
        raise Refused("unreadable")
    if _WORKBOOK_TYPE not in archive.read("[Content_Types].xml"):
        raise Refused("macros" if any(name.endswith("vbaproject.bin") for name in names) else "unreadable")
    if any(name.startswith("xl/externallinks/") for name in names):
        raise Refused("external_links")


def _check_sheets(archive: zipfile.ZipFile) -> None:
    """No formula and no error anywhere: their values are not what somebody wrote down."""
    for part in archive.infolist():
        if _SHEET.fullmatch(part.filename):
            cells = _OddCells()
            cells.read(archive.read(part))
            if cells.formulas:
                raise Refused("formulas", cells.formulas)
            if cells.errors:
                raise Refused("errors", cells.errors)
            if cells.last_row > 20 * MOST_ROWS:
                raise Refused("too_many_rows", [str(cells.last_row)])


class _OddCells:
    """The cells of a sheet's XML that hold a formula or an error. A document type is refused: no entities."""

    def __init__(self) -> None:
        self.formulas: list[str] = []
        self.errors: list[str] = []
        self.last_row = 0
        self._cell = ""

    def read(self, xml: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.StartDoctypeDeclHandler = _refuse_doctype
        try:
            parser.Parse(xml, True)
        except expat.ExpatError:
            raise Refused("unreadable") from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "c":
            self._cell = attributes.get("r", "?")
            if attributes.get("t") == "e":
                self._note(self.errors)
        elif tag == "f":
            self._note(self.formulas)
        elif tag == "row" and attributes.get("r", "").isdigit():
            self.last_row = max(self.last_row, int(attributes["r"][:9]))

    def _note(self, places: list[str]) -> None:
        if len(places) < NAMED:
            places.append(self._cell)


def _refuse_doctype(*_: object) -> None:
    raise Refused("unreadable")


def _calamine_sheets(workbook: CalamineWorkbook) -> Iterator[dict[str, Any]]:
    if len(workbook.sheets_metadata) > MOST_SHEETS:
        raise Refused("too_large")
    for meta in workbook.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(meta.name)
        if sheet.end is None:
            continue
        hidden = meta.visible != SheetVisibleEnum.Visible
        rows = ([_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False))
        yield {"name": meta.name, "hidden": hidden, "rows": [] if hidden else _bounded(rows)}


def _bounded(rows: Iterable[list[list[Any]]]) -> list[list[list[Any]]]:
    """The rows without empty ends; blank ones inside stay, so that row numbers are those of the file."""
    kept: list[list[list[Any]]] = []
    for number, row in enumerate(rows, start=1):
        while row and row[-1] == _EMPTY:
            row.pop()
        if len(row) > MOST_COLUMNS:
            raise Refused("too_many_columns", [str(number)])
        if row and number > MOST_ROWS:
            raise Refused("too_many_rows", [str(number)])
        kept.append(row)
    while kept and not kept[-1]:
        kept.pop()
    return kept


_EMPTY = ["t", ""]


def _cell(value: Any) -> list[Any]:
    return next((spell(value) for kind, spell in _SPELLINGS if isinstance(value, kind)), _EMPTY)


_SPELLINGS: tuple[tuple[type, Callable[[Any], list[Any]]], ...] = (
    (str, lambda value: ["t", value]),
    (bool, lambda value: ["b", value]),
    (int, lambda value: ["n", value]),
    (float, lambda value: ["n", value]),
    (datetime.datetime, lambda value: ["d", _whole_second(value).isoformat()]),
    (datetime.date, lambda value: ["d", value.isoformat()]),
    (datetime.time, lambda value: ["t", value.isoformat("minutes")]),
)


def _whole_second(at: datetime.datetime) -> datetime.datetime:
    """Excel keeps moments as fractions of a day, which are a hair off."""
    return (at + datetime.timedelta(milliseconds=500)).replace(microsecond=0)


def _csv_rows(data: bytes) -> list[list[list[Any]]]:
    text = _decoded(data)
    csv.field_size_limit(100_000)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        return _bounded([["t", unguard(value)] for value in row] for row in rows)
    except csv.Error:
        raise Refused("unreadable") from None


def _decoded(data: bytes) -> str:
    """UTF-8 with or without its mark, else GB18030, as Excel in China saves. Neither: no text of ours."""
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROLS.search(text):
            return text
    raise Refused("unreadable")


def _delimiter(text: str) -> str:
    """A comma, a tab or a semicolon: whichever the first line with any of them holds most of."""
    lines = text[:4_000].splitlines()
    first = next((line for line in lines if any(mark in line for mark in ",\t;")), ",")
    return max(",\t;", key=first.count)


if __name__ == "__main__":
    main()
