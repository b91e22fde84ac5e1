"""Opening an .xlsx that somebody sent: no bomb, no macro, no formula, no link to elsewhere; then its rows."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any, Final
from xml.parsers import expat

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from forms_api.ledger.bounds import EMPTY, MOST_ROWS, Refused, bounded

MOST_SHEETS: Final = 30
MOST_PARTS: Final = 500
MOST_UNPACKED: Final = 120_000_000
MOST_RATIO: Final = 200
SMALL_PART: Final = 1_000_000  # so little is no bomb, however well it packs
NAMED: Final = 20  # places named of one fault
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_WORKBOOK_TYPE = b"spreadsheetml.sheet.main+xml"


def is_encrypted(data: bytes) -> bool:
    """An .xlsx with a password is an OLE container with this stream (MS-OFFCRYPTO 2.3.4)."""
    return "EncryptedPackage".encode("utf-16-le") in data


def read_workbook(data: bytes) -> list[dict[str, Any]]:
    """Its sheets with rows. Raises Refused."""
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
        yield {"name": meta.name, "hidden": hidden, "rows": [] if hidden else bounded(rows)}


def _cell(value: Any) -> list[Any]:
    return next((spell(value) for kind, spell in _SPELLINGS if isinstance(value, kind)), EMPTY)


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
