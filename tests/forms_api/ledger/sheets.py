"""Ledgers as offices keep them, made for tests."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter

HEADER = ("序号", "报修时间", "受理方式", "类型", "问题类别", "房号", "报修人", "联系电话", "地点", "反映内容", "责任人", "处理情况", "处理结论", "完成时间", "满意度")  # fmt: skip
ROWS: tuple[tuple[Any, ...], ...] = (
    (1, date(2026, 7, 1), "电话", "投诉", "环境卫生", "5-2-1203", "陈建国", 13812345678, "5号楼电梯厅", "垃圾两天没有清运", "王芳", "已清运并补排班次", "已整改", "2026.7.3", "满意"),
    (2, "2026年7月2日 上午9:30", "来访", "报修", "设施", "3-1-501", "李女士", "13900001111", "3号楼大堂", "大堂灯不亮", "赵强", "", "", "", ""),
    (3, "7月3日", "微信群", "咨询", "收费", "", "", "", "", "物业费什么时候交", "", "", "", "", ""),
)  # fmt: skip


def ledger(rows: Sequence[Sequence[Any]] = ROWS, header: Sequence[str] = HEADER, name: str = "7月") -> bytes:
    """A workbook with a merged title, a blank row, the header, and the rows."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet(name)
        sheet.merge_range(0, 0, 0, len(header) - 1, "翠湖花园物业服务中心来电来访登记台账")
        write(sheet, [header, *rows], 2, book)

    return workbook(fill)


def write(sheet: Any, rows: Sequence[Sequence[Any]], first: int, book: xlsxwriter.Workbook) -> None:
    day, moment = (
        book.add_format({"num_format": "yyyy-mm-dd"}),
        book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
    )
    for line, row in enumerate(rows, start=first):
        for place, value in enumerate(row):
            if isinstance(value, datetime):
                sheet.write_datetime(line, place, value, moment)
            elif isinstance(value, date):
                sheet.write_datetime(line, place, value, day)
            elif isinstance(value, str):
                sheet.write_string(line, place, value)
            else:
                sheet.write_number(line, place, value)


def workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book)
    return out.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None], **added: bytes) -> bytes:
    """The workbook with parts changed (None: left out) or added by name."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            kept = change(part.filename, old.read(part))
            if kept is not None:
                new.writestr(part.filename, kept)
        for name, content in added.items():
            new.writestr(name, content)
    return out.getvalue()
