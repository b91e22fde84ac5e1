"""Ledgers out: an Excel workbook and a CSV. Every text of a resident is written as a string, never as a formula."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import xlsxwriter

from forms_api.ledger.columns import MOMENTS, VOCABULARIES, Column, Moment, Value, Values
from register.guarding import guard
from register.terms import Language
from register.wording import Wording

DATE: Final = "yyyy-mm-dd hh:mm"
_WIDTHS: Final[dict[Column, int]] = {
    Column.NUMBER: 17, Column.WHAT: 48, Column.ANSWER: 48, Column.FINDINGS: 36, Column.WISH: 24, Column.PLACE: 22,
    Column.MEASURES: 24, Column.PHONE: 15, **dict.fromkeys(MOMENTS, 17),
}  # fmt: skip
_WIDTH: Final = 12


@dataclass(frozen=True)
class Writer:
    """Puts values into words. `name_of` gives a person for an account."""

    wording: Wording
    language: Language
    name_of: Callable[[str], str]

    def header(self, column: Column) -> str:
        return self.wording.say("ledger_column", column.value, self.language)

    def text(self, column: Column, value: Value) -> str:
        """The value as a person reads it, and as an import reads it again."""
        if isinstance(value, Moment):
            return f"{value.at:%Y-%m-%d %H:%M:%S}"
        if isinstance(value, bool):
            return self.wording.say("ledger_publish", "yes" if value else "no", self.language)
        if column in VOCABULARIES:
            codes = value if isinstance(value, tuple) else (value,)
            return "、".join(self._term(column, code) for code in codes)
        return self.name_of(str(value)) if column == Column.RESPONSIBLE else str(value)

    def _term(self, column: Column, code: str) -> str:
        return self.wording.term(VOCABULARIES[column](code), self.language)


def to_csv(rows: Iterable[Values], columns: Sequence[Column], writer: Writer) -> bytes:
    """UTF-8 with its mark, so that Excel reads it; texts that look like formulas are guarded."""
    out = io.StringIO(newline="")
    lines = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    lines.writerow([writer.header(column) for column in columns])
    for row in rows:
        lines.writerow(
            [guard(writer.text(column, row[column])) if column in row else "" for column in columns]
        )
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(rows: Sequence[Values], columns: Sequence[Column], writer: Writer, made: datetime) -> bytes:
    """One sheet with a frozen header, filters and widths; moments are real dates, everything else is text."""
    out = io.BytesIO()
    title = writer.wording.say("ledger", "sheet", writer.language)
    with xlsxwriter.Workbook(out, _OPTIONS) as workbook:
        workbook.set_properties({"created": made.replace(tzinfo=None)})
        sheet = workbook.add_worksheet(title)
        looks = {name: workbook.add_format(look) for name, look in _LOOKS.items()}
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _WIDTHS.get(column, _WIDTH))
            sheet.write_string(0, place, writer.header(column), looks["header"])
        for line, row in enumerate(rows, start=1):
            _write_row(sheet, line, row, columns, writer, looks)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return out.getvalue()


_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_LOOKS: Final[Mapping[str, Mapping[str, Any]]] = {
    "header": {"bold": True, "bg_color": "#E8EEF5", "border": 1, "text_wrap": True, "valign": "vcenter"},
    "text": {"text_wrap": True, "valign": "top", "num_format": "@"},
    "moment": {"num_format": DATE, "valign": "top", "align": "left"},
}


def _write_row(
    sheet: Any, line: int, row: Values, columns: Sequence[Column], writer: Writer, looks: Mapping[str, Any]
) -> None:
    for place, column in enumerate(columns):
        value = row.get(column)
        if isinstance(value, Moment):
            sheet.write_datetime(line, place, value.at.replace(tzinfo=None), looks["moment"])
        elif value is not None:
            sheet.write_string(line, place, writer.text(column, value), looks["text"])
