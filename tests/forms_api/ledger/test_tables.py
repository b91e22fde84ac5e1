"""Opening files from other programs: what is taken, and what is refused with its places."""

import io
import struct
from dataclasses import replace
from datetime import date, datetime

import pytest
import xlsxwriter

from forms_api.ledger import bounds, table_worker, tables
from forms_api.ledger import workbook as opening
from forms_api.ledger.tables import Table, TableFault, TableProblem, read_table
from register.wording import load_wording
from tests.forms_api.ledger.sheets import ledger, repacked, workbook

FIRST = "xl/worksheets/sheet1.xml"


def fault(data: bytes) -> tuple[str, tuple[str, ...]]:
    problem = read_table(data)
    assert isinstance(problem, TableProblem), problem
    return problem.code.value, problem.places


def refused(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The same without a child, for what needs none."""
    with pytest.raises(bounds.Refused) as told:
        table_worker.read_sheets(data)
    return told.value.code, told.value.places


def cells(fill) -> list[list[object]]:  # type: ignore[no-untyped-def]
    (sheet,) = table_worker.read_sheets(workbook(fill))
    return sheet["rows"]


def test_cells_keep_their_kind_and_rows_their_number() -> None:
    table = read_table(ledger())
    assert isinstance(table, Table)
    rows = table.sheets[0].rows
    assert rows[0] == ("翠湖花园物业服务中心来电来访登记台账",)
    assert rows[1] == ()
    assert rows[3][:2] == (1, date(2026, 7, 1))
    assert rows[3][7] == 13812345678


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_a_csv_is_read_however_it_was_saved(encoding: str, mark: str) -> None:
    text = f'接收时间{mark}内容\r\n2026-07-01{mark}"两行\n的话"\r\n'
    (sheet,) = table_worker.read_sheets(text.encode(encoding))
    assert sheet["rows"][1] == [["t", "2026-07-01"], ["t", "两行\n的话"]]


def test_a_moment_is_not_a_hair_off() -> None:
    at = datetime.fromisoformat("2026-11-03T09:30:59")

    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet().write_datetime(0, 0, at, book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}))

    assert cells(fill) == [[["d", at.isoformat()]]]


def test_formulas_are_named_with_their_cells() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_formula("B4", "=1+1", value=2)
        sheet.write_formula("C9", '=HYPERLINK("http://x")')

    assert refused(workbook(fill)) == ("formulas", ("B4", "C9"))


def test_an_error_without_its_formula_is_named() -> None:
    error = b'<c r="B5" t="e"><v>#N/A</v></c>'
    data = repacked(
        ledger(),
        lambda name, part: (
            part.replace(b"</sheetData>", b'<row r="9">' + error + b"</row></sheetData>")
            if name == FIRST
            else part
        ),
    )
    assert refused(data) == ("errors", ("B5",))


def test_a_formula_on_a_hidden_sheet_is_found_too() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet().write_string("A1", "内容")
        hidden = book.add_worksheet()
        hidden.write_formula("A1", "=1")
        hidden.hide()

    assert refused(workbook(fill))[0] == "formulas"


def test_a_hidden_sheet_is_named_and_not_read() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("明").write_string("A1", "内容")
        hidden = book.add_worksheet("暗")
        hidden.write_string("A1", "秘密")
        hidden.hide()

    table = read_table(workbook(fill))
    assert isinstance(table, Table)
    assert table.hidden == ("暗",)
    assert "秘密" not in str(table)


def test_too_many_rows_are_told_by_the_first_one_over() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        for line in range(bounds.MOST_ROWS + 2):
            sheet.write_string(line, 0, "行")

    assert fault(workbook(fill)) == ("too_many_rows", ("5001",))


def test_fifty_thousand_rows_of_csv_are_refused() -> None:
    assert refused("行,内容\n".encode() * 50_000) == ("too_many_rows", ("5001",))


def test_blank_rows_at_the_end_are_no_rows() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_string(0, 0, "行")
        sheet.write_blank(20_000, 0, None, book.add_format({"bold": True}))

    assert cells(fill) == [[["t", "行"]]]


def test_too_many_columns_are_told() -> None:
    assert refused((",".join("字" * 51) + "\n").encode()) == ("too_many_columns", ("1",))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = repacked(
        ledger(), lambda name, part: part + b" " * 40_000_000 if "sharedStrings" in name else part
    )
    assert len(bomb) < 100_000
    assert refused(bomb) == ("bomb", ())


def test_many_large_parts_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_UNPACKED", 1000)
    assert refused(ledger()) == ("too_large", ())


def test_a_part_that_unpacks_to_more_than_it_says_is_refused() -> None:
    data = bytearray(repacked(ledger(), lambda name, part: part + b" " * 5_000 if name == FIRST else part))
    place = data.rfind(FIRST.encode()) - 46 + 24  # the size in the central directory
    (size,) = struct.unpack_from("<I", data, place)
    data[place : place + 4] = struct.pack("<I", size - 4_000)
    assert refused(bytes(data))[0] == "unreadable"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_excel"),
        (b"PK\x03\x04 no zip at all", "unreadable"),
        (b"\x89PNG\r\n\x1a\n\0\0", "unreadable"),
        (b"\xff\xfe\xff", "unreadable"),
        (b'a,"b\n', "unreadable"),
    ],
)
def test_what_is_no_ledger_is_told_apart(data: bytes, code: str) -> None:
    assert refused(data)[0] == code


def test_links_to_other_files_and_macros_are_refused() -> None:
    keep = lambda name, part: part  # noqa: E731
    assert (
        refused(repacked(ledger(), keep, **{"xl/externalLinks/externalLink1.xml": b"<x/>"}))[0]
        == "external_links"
    )
    macros = repacked(
        ledger(),
        lambda name, part: part.replace(b"spreadsheetml.sheet.main+xml", b"macroEnabled.main+xml"),
        **{"xl/vbaProject.bin": b"x"},
    )
    assert refused(macros)[0] == "macros"


def test_a_document_type_is_refused() -> None:
    evil = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'
    data = repacked(
        ledger(),
        lambda name, part: (
            part.replace(b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>', evil)
            if name == FIRST
            else part
        ),
    )
    assert refused(data)[0] == "unreadable"


def test_an_empty_file_and_a_too_large_one_start_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_READER", None)
    monkeypatch.setattr(tables, "LARGEST", 10)
    assert fault(b"")[0] == "empty"
    assert fault(b"x" * 11)[0] == "too_large"


@pytest.mark.parametrize(("program", "code"), [("raise SystemExit(3)", "unreadable"), ("import os; os.abort()", "too_large"), ("print('{')", "too_large")])  # fmt: skip
def test_a_child_that_fails_is_a_file_that_is_not_taken(
    monkeypatch: pytest.MonkeyPatch, program: str, code: str
) -> None:
    import sys

    child = replace(tables._READER, command=(sys.executable, "-I", "-c", program))
    monkeypatch.setattr(tables, "_READER", child)
    assert fault(b"a,b")[0] == code


def test_a_file_without_rows_is_empty() -> None:
    assert fault(workbook(lambda book: book.add_worksheet()))[0] == "empty"


def test_every_fault_has_its_words() -> None:
    assert set(load_wording("ledger").section("table_fault", "zh")) == {code.value for code in TableFault}


def test_the_child_writes_what_the_parent_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.BytesIO()
    monkeypatch.setattr(table_worker, "shut_the_door", lambda **limits: None)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"=1,2")))
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(out))
    table_worker.main()
    assert (
        out.getvalue() == b'{"sheets": [{"name": "", "hidden": false, "rows": [[["t", "=1"], ["t", "2"]]]}]}'
    )
