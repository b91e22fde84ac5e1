"""Ledgers from other programs: each is opened in a limited child process and comes back as plain rows, or as a problem."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from forms_api.confined import Reader, worker

LARGEST: Final = 10 * 1024 * 1024
_READER = Reader(
    worker("forms_api.ledger.table_worker"), seconds=40.0, patience=45.0, largest=64 * 1024 * 1024
)

Cell = str | float | bool | date | datetime
Row = tuple[Cell, ...]


class TableFault(StrEnum):
    """Why a file is not taken; the sentences are in `site_templates/wording/ledger.toml`."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY_ROWS = "too_many_rows"
    TOO_MANY_COLUMNS = "too_many_columns"
    BOMB = "bomb"
    PASSWORD = "password"  # noqa: S105 - the name of a fault
    OLD_EXCEL = "old_excel"
    MACROS = "macros"
    EXTERNAL_LINKS = "external_links"
    FORMULAS = "formulas"
    ERRORS = "errors"
    UNREADABLE = "unreadable"
    BUSY = "busy"


@dataclass(frozen=True)
class TableProblem:
    """What is wrong with a file, and in which of its rows or cells."""

    code: TableFault
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """One visible sheet. Row numbers count from 1, as the program shows them; blank rows are empty."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Table:
    """The sheets of a file that hold anything, the names of those that are hidden, and the file's SHA-256."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...]
    sha256: str


def read_table(data: bytes) -> Table | TableProblem:
    """The file's rows. Blocks for up to a minute: call it in a thread. One runs at a time, the others wait."""
    if not data:
        return TableProblem(TableFault.EMPTY)
    if len(data) > LARGEST:
        return TableProblem(TableFault.TOO_LARGE)
    answer = _READER.read(data)
    if answer is None:
        return TableProblem(TableFault.BUSY)
    return _result(*answer, hashlib.sha256(data).hexdigest())


def _result(status: int, output: bytes, sha256: str) -> Table | TableProblem:
    """A child that was ended by its limits was given too much to hold."""
    if status != 0:
        return TableProblem(TableFault.TOO_LARGE if status < 0 else TableFault.UNREADABLE)
    return parsed(output, sha256)


def parsed(output: bytes, sha256: str) -> Table | TableProblem:
    """What the child said, as values."""
    try:
        answer = json.loads(output)
    except ValueError:
        return TableProblem(TableFault.TOO_LARGE)
    if "fault" in answer:
        return TableProblem(TableFault(answer["fault"]), tuple(answer["places"]))
    sheets = tuple(
        Sheet(one["name"], tuple(tuple(map(_cell, row)) for row in one["rows"]))
        for one in answer["sheets"]
        if one["rows"]
    )
    if not sheets:
        return TableProblem(TableFault.EMPTY)
    return Table(sheets, tuple(one["name"] for one in answer["sheets"] if one["hidden"]), sha256)


def _cell(spelled: list[Any]) -> Cell:
    kind, value = spelled
    if kind != "d":
        return value  # type: ignore[no-any-return]
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
