"""The files of the open data: CSV, one workbook, a Frictionless data package, the JSON Schema of a release.

A text that a spreadsheet would run (`=1+1`) is written with an apostrophe before it in CSV, and as a string in the
workbook. The same content gives the same bytes.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO, StringIO
from typing import Any

from xlsxwriter import Workbook

from generator.disclosure.releases.release import Release
from generator.site.content import Content
from generator.site.files.opendata.columns import Cell, DataSet
from register.guarding import guard

BOM = "\ufeff"
WIDEST = 60
NEVER = "1980-01-01"
LICENCE = {"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}


def data_files(content: Content, sets: Sequence[DataSet]) -> dict[str, bytes]:
    """Every file by its address below the root of the site."""
    files = {f"data/{one.name}.csv": csv_bytes(one) for one in sets}
    files["data/data.xlsx"] = workbook(content, sets)
    files["data/datapackage.json"] = _json(package(content, sets))
    files["data/release.schema.json"] = _json(Release.model_json_schema())
    return files


def csv_bytes(one: DataSet) -> bytes:
    """UTF-8 with a BOM, so that a spreadsheet reads the Chinese; quotes as RFC 4180 has them."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(field.name for field in one.fields)
    for row in one.rows:
        writer.writerow(guard(cell) if isinstance(cell, str) else cell for cell in row)
    return (BOM + out.getvalue()).encode("utf-8")


def workbook(content: Content, sets: Sequence[DataSet]) -> bytes:
    """One sheet a set, with the titles in both languages above the columns; numbers are numbers, all else is text."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": content.estate.name.zh, "created": datetime.fromisoformat(newest(content))})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for one in sets:
        sheet = book.add_worksheet(one.title.zh[:31])
        sheet.freeze_panes(1, 0)
        for column, field in enumerate(one.fields):
            sheet.write_string(0, column, f"{field.zh}\n{field.en}", bold)
            sheet.set_column(column, column, _width(one, column))
        for number, row in enumerate(one.rows, start=1):
            for column, (cell, field) in enumerate(zip(row, one.fields, strict=True)):
                if cell is not None:
                    _write(sheet, number, column, cell, field.kind)
    book.close()
    return out.getvalue()


def package(content: Content, sets: Sequence[DataSet]) -> Mapping[str, Any]:
    """The descriptor: every field with its type and its titles in both languages."""
    estate = content.estate
    return {
        "profile": "tabular-data-package",
        "name": "property-service-disclosure",
        "title": f"{estate.name.zh} 物业服务公开数据",
        "title_en": f"{estate.name.say('en')}: property service, open data",
        "description": "空单元格表示没有数据，不是 0。以 = + - @ 开头的文字前面加了一个撇号。",
        "description_en": "An empty cell is no data, not 0. Texts that begin with = + - @ have an apostrophe before them.",
        "version": f"{len(content.released)}.0.0",
        "created": f"{newest(content)}T00:00:00+08:00",
        "licenses": [LICENCE],
        "resources": [_resource(one) for one in sets],
    }


def newest(content: Content) -> str:
    """The day of the last release; before the first, the start of time for a zip file."""
    return max((one.approval.published for one in content.released), default=NEVER)


def _resource(one: DataSet) -> Mapping[str, Any]:
    return {
        "name": one.name,
        "path": f"{one.name}.csv",
        "profile": "tabular-data-resource",
        "title": one.title.zh,
        "title_en": one.title.en,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                {
                    "name": field.name,
                    "type": field.kind,
                    "title": field.zh,
                    "title_en": field.en,
                    "constraints": {"required": field.required},
                }
                for field in one.fields
            ],
            "missingValues": [""],
        },
    }


def _write(sheet: Any, row: int, column: int, cell: Cell, kind: str) -> None:
    if kind in ("integer", "number"):
        sheet.write_number(row, column, float(str(cell)))
    else:
        sheet.write_string(row, column, str(cell))


def _width(one: DataSet, column: int) -> int:
    """Wide enough for the longest text, a Chinese character counted twice."""
    texts = [one.fields[column].en, *(str(row[column] or "") for row in one.rows)]
    return min(WIDEST, 2 + max(sum(2 if character > "ÿ" else 1 for character in text) for text in texts))


def _json(value: Mapping[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")
