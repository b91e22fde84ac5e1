"""A workbook is opened and read like every other file of a staged site; one that cannot be opened fails."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from xlsxwriter import Workbook

from generator.disclosure.leakscan import sitefiles
from generator.disclosure.leakscan.sitefiles import Unreadable, decode, read_site, texts_shown


def workbook(*cells: str) -> bytes:
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for row, cell in enumerate(cells):
        sheet.write_string(row, 0, cell)
    book.close()
    return out.getvalue()


def test_what_stands_in_a_cell_is_read(tmp_path: Path):
    (tmp_path / "data.xlsx").write_bytes(workbook("王小明", "13800138000"))
    text = "\n".join(reading.text for reading in read_site(tmp_path, tmp_path / "data.xlsx"))
    assert "王小明" in text
    assert "13800138000" in text


def test_a_damaged_workbook_is_unreadable():
    with pytest.raises(Unreadable, match="cannot be unpacked"):
        decode("data.xlsx", workbook("x")[:200])


def test_a_workbook_with_a_picture_is_unreadable():
    out = BytesIO()
    with ZipFile(out, "w") as book:
        book.writestr("xl/media/image1.png", b"\x89PNG\xff\xfe")
    with pytest.raises(Unreadable):
        decode("data.xlsx", out.getvalue())


def test_a_workbook_packed_too_tightly_is_unreadable(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sitefiles, "LARGEST_UNPACKED", 1000)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as book:
        book.writestr("xl/sharedStrings.xml", "a" * 2000)
    with pytest.raises(Unreadable, match="too tightly"):
        decode("data.xlsx", out.getvalue())


def test_any_other_archive_stays_unreadable():
    with pytest.raises(Unreadable, match="cannot be searched"):
        decode("data.zip", workbook("x"))


def test_where_a_cell_stands_is_nobodys_name():
    """Column M, row 111, is spelled like 米丽: the place goes, the cell stays."""
    text = decode("data.xlsx", workbook("王小明", "M111"))
    assert 'r="A1"' not in text
    assert "M111" in text


def test_what_a_site_shows_is_every_file_that_can_be_read_and_the_names_of_all(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "index.html").write_text("<p>翠湖花园</p>", encoding="utf-8")
    (tmp_path / "work" / "%E5%85%B3%E9%98%80.bin").write_bytes(b"\x00\x01")
    shown = [one.text for one in texts_shown(tmp_path)]
    assert "<p>翠湖花园</p>" in shown
    assert any("关阀" in text for text in shown)
    assert not any("\x00" in text for text in shown)
