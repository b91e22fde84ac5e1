"""The child process that opens ledgers: the bytes of an .xlsx or .csv in, plain rows as JSON out.

    python -m forms_api.ledger.table_worker

It opens nothing but its own standard input and output, under limits of memory and time. What comes out is
`{"sheets": [{"name": …, "hidden": …, "rows": [[cell, …], …]}]}` or `{"fault": code, "places": ["台账!B5", …]}`.
A cell is `["t", text]`, `["n", number]`, `["d", ISO date or time]` or `["b", true]`.
"""

import codecs
import csv
import io
import json
import re
import sys
from typing import Any, Final

from forms_api.confined import shut_the_door
from forms_api.ledger.bounds import Refused, bounded
from forms_api.ledger.workbook import is_encrypted, read_workbook
from register.guarding import unguard

MEMORY: Final = 900_000_000
CPU_SECONDS: Final = 20
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCODINGS = ("utf-8-sig", "gb18030")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


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
        return read_workbook(data)
    if data.startswith(_OLE):
        raise Refused("password" if is_encrypted(data) else "old_excel")
    return [{"name": "", "hidden": False, "rows": _csv_rows(data)}]


def _csv_rows(data: bytes) -> list[list[list[Any]]]:
    text = _decoded(data)
    csv.field_size_limit(100_000)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        return bounded([["t", unguard(value)] for value in row] for row in rows)
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
