"""From a sheet's cells to what each row says: checked values by column, or every problem with its row number. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from pydantic_core import PydanticCustomError

from forms_api.answers import checked_text, plain_phone
from forms_api.ledger.columns import LONGEST, MOMENTS, VOCABULARIES, Column, Moment, Spellings, Value, Values
from forms_api.ledger.layout import Layout
from forms_api.ledger.moments import read_moment
from forms_api.ledger.tables import Cell, Row, Sheet
from register.numbers import parse_case_number

OLDEST: Final = timedelta(days=3 * 366)
SHOWN: Final = 40


@dataclass(frozen=True)
class RowProblem:
    """Why a row is not taken: a code of the wording, its column where it is one's, and the value as it stands there."""

    line: int
    code: str
    column: Column | None = None
    value: str = ""


@dataclass(frozen=True)
class RowNote:
    """What was taken in a way the person should know of; nothing hinders the row."""

    line: int
    code: str
    value: str = ""


@dataclass(frozen=True)
class LedgerRow:
    """What one row says, by column; columns left empty are not in it."""

    line: int
    values: Values


@dataclass(frozen=True)
class Read:
    rows: tuple[LedgerRow, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    notes: tuple[RowNote, ...] = ()


@dataclass(frozen=True)
class Reader:
    """What rows are read by. `people` are the accounts by folded name; `defaults` fill in what a row leaves open."""

    spellings: Spellings
    people: Mapping[str, str]
    now: datetime
    defaults: Values = field(default_factory=dict)


class _Unfit(Exception):
    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def read_rows(sheet: Sheet, layout: Layout, reader: Reader) -> Read:
    """Every row below the header that holds anything in a column that is taken."""
    rows: list[LedgerRow] = []
    problems: list[RowProblem] = []
    notes: list[RowNote] = []
    for line, row in enumerate(sheet.rows[layout.header :], start=layout.header + 1):
        if not _holds_anything(row, layout):
            continue
        values, faults = _read_row(line, row, layout, reader)
        if faults:
            problems += faults
            continue
        rows.append(LedgerRow(line, values))
        notes += _notes(line, values)
    return Read(tuple(rows), tuple(problems), tuple(notes))


def _holds_anything(row: Row, layout: Layout) -> bool:
    return any(
        column and not _is_blank(column, cell) for cell, column in zip(row, layout.columns, strict=False)
    )  # fmt: skip


def _is_blank(column: Column, cell: Cell) -> bool:
    """An empty cell; where an option or a day is asked, also a dash."""
    return isinstance(cell, str) and cell.strip() in (_EMPTY if column in LONGEST else _NOTHING)


_EMPTY: Final = frozenset({""})
_NOTHING: Final = frozenset({"", "/", "\\", "-", "—", "——", "无"})


def _read_row(
    line: int, row: Row, layout: Layout, reader: Reader
) -> tuple[dict[Column, Value], list[RowProblem]]:
    values: dict[Column, Value] = {}
    problems: list[RowProblem] = []
    for cell, column in zip(row, layout.columns, strict=False):
        if column is None or _is_blank(column, cell):
            continue
        try:
            values[column] = _READERS[column](column, cell, reader)
        except _Unfit as unfit:
            problems.append(RowProblem(line, unfit.code, column, _shown(cell)))
    if Column.NUMBER not in values:
        values = {**_defaults(values, reader), **values}
        broken = {problem.column for problem in problems}
        missing = [one for one in _NEEDED if one not in values and one not in broken]
        problems += [RowProblem(line, "missing", column) for column in missing]
    return values, problems


def _defaults(values: Values, reader: Reader) -> Values:
    """What stands in for what the row leaves open; an outcome only where there is an answer."""
    unanswered = Column.ANSWER not in values
    return {
        column: value
        for column, value in reader.defaults.items()
        if not (unanswered and column == Column.OUTCOME)
    }


# What no default can stand in for.
_NEEDED: Final = (Column.RECEIVED, Column.WHAT, Column.KIND, Column.CHANNEL, Column.MATTER)


def _notes(line: int, values: Values) -> Iterator[RowNote]:
    for column in MOMENTS:
        value = values.get(column)
        if isinstance(value, Moment) and value.guessed:
            yield RowNote(line, "year_guessed", f"{value.at:%Y-%m-%d}")


def _shown(cell: Cell) -> str:
    text = plain(cell)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def plain(cell: Cell) -> str:
    """A cell as a person sees it: whole numbers without a decimal point."""
    if isinstance(cell, float) and cell.is_integer():
        return f"{cell:.0f}"
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    return str(cell)


def _text(column: Column, cell: Cell, reader: Reader) -> str:
    try:
        return checked_text(plain(cell), LONGEST[column], lines=True)
    except PydanticCustomError as problem:
        raise _Unfit(problem.type) from None


def _phone(column: Column, cell: Cell, reader: Reader) -> str:
    number = plain_phone(plain(cell))
    if number is None:
        raise _Unfit("phone")
    return number


def _number(column: Column, cell: Cell, reader: Reader) -> str:
    number = parse_case_number(plain(cell))
    if number is None:
        raise _Unfit("number")
    return number


def _moment(column: Column, cell: Cell, reader: Reader) -> Moment:
    found = read_moment(cell, reader.now)
    if found is None:
        raise _Unfit("moment")
    if found.at > reader.now:
        raise _Unfit("future")
    if found.at < reader.now - OLDEST:
        raise _Unfit("too_old")
    return found


def _option(column: Column, cell: Cell, reader: Reader) -> str:
    code = reader.spellings.option(column, plain(cell))
    if code is None:
        raise _Unfit("option")
    return code


def _options(column: Column, cell: Cell, reader: Reader) -> tuple[str, ...]:
    words = [word for word in _split(plain(cell)) if word]
    codes = [reader.spellings.option(column, word) for word in words]
    known = tuple(dict.fromkeys(code for code in codes if code))
    if not known or len(known) > 5 or None in codes:
        raise _Unfit("option")
    return known


def _split(text: str) -> Sequence[str]:
    for comma in "，,；;\n":
        text = text.replace(comma, "、")
    return text.split("、")


def _publish(column: Column, cell: Cell, reader: Reader) -> bool:
    return _option(column, cell, reader) == "yes"


def _person(column: Column, cell: Cell, reader: Reader) -> str:
    account = reader.people.get(fold_person(plain(cell)))
    if account is None:
        raise _Unfit("person")
    return account


def fold_person(text: str) -> str:
    return "".join(text.split()).casefold()


_Read = Callable[[Column, Cell, Reader], Value]
_READERS: dict[Column, _Read] = {
    **dict.fromkeys(LONGEST, _text),
    **dict.fromkeys(MOMENTS, _moment),
    **dict.fromkeys(VOCABULARIES, _option),
    Column.MEASURES: _options,
    Column.NUMBER: _number,
    Column.PUBLISH: _publish,
    Column.RESPONSIBLE: _person,
    Column.PHONE: _phone,
}
