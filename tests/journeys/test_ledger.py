"""A clerk brings her Excel ledger in, her manager takes it back; a notice is written, reviewed and stands on the site."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from register.case import Tombstone
from register.store import FolderStore
from tests.forms_api.ledger.sheets import HEADER, ROWS, ledger
from tests.journeys.conftest import Estate
from tests.journeys.people import Clerk, fill

pytestmark = pytest.mark.browser


def test_a_ledger_comes_in_by_a_corrected_column_and_goes_out_again(
    estate: Estate, office: Page, tmp_path: Path
) -> None:
    file = tmp_path / "台账.xlsx"
    rows = [(*row[:10], "王芳" if row[10] else "", *row[11:]) for row in ROWS]
    file.write_bytes(ledger(rows, ["说了什么" if name == "反映内容" else name for name in HEADER]))
    clerk = Clerk(office, estate)
    clerk.signs_in("wangfang")
    office.get_by_role("link", name="台账", exact=True).click()
    office.get_by_label("选择文件").set_input_files(file)
    office.get_by_role("button", name="上传并试算").click()
    expect(office.get_by_text("没有认出哪一栏是：内容")).to_be_visible()
    office.get_by_label("说了什么").select_option("what")
    office.get_by_role("button", name="按此重新试算").click()
    expect(office.get_by_text("将新增 3 条、更新 0 条，0 条没有变化，0 条有问题。")).to_be_visible()
    assert list(FolderStore(estate.home.register).numbers()) == []
    office.get_by_role("button", name="确认导入").click()
    expect(office.get_by_role("status")).to_contain_text("新增 3 条")
    place = office.url
    clerk.signs_out()

    clerk.signs_in("liweidong")
    office.goto(place)
    office.get_by_label("撤销原因").fill("导错了文件")
    office.get_by_role("button", name="撤销这次导入").click()
    expect(office.get_by_role("status")).to_contain_text("3 条已删除内容")
    store = FolderStore(estate.home.register)
    assert all(isinstance(store.read_any(number).record, Tombstone) for number in store.numbers())


def test_a_notice_is_written_reviewed_and_stands_on_the_site(estate: Estate, office: Page) -> None:
    clerk = Clerk(office, estate)
    clerk.signs_in("wangfang")
    office.goto(f"{estate.desk}/written/new/notice")
    main = office.locator("main")
    for name, value in {
        "kind": "publicity",
        "title__zh": "外墙维修方案公示",
        "text__zh": "拟对外墙渗水处维修。",
        "ends": "2026-07-20",
        "objection__zh": "可到前台书面提出。",
    }.items():
        fill(main, name, value)
    office.get_by_role("button", name="保存并提交审核").click()
    expect(office.get_by_text("等另一位同事审核")).to_have_count(2)
    draft = office.url
    clerk.signs_out()

    clerk.signs_in("sunli")
    office.goto(draft)
    office.get_by_label("我已通读全文").check()
    office.get_by_role("button", name="审核通过并公开").click()
    expect(office.get_by_role("status")).to_contain_text("网站正在更新")
    office.goto(f"{estate.desk}/publish/progress")
    expect(office.get_by_role("status")).to_contain_text("网站已更新")
    office.goto(f"{estate.site}/notices/")
    expect(office.get_by_role("link", name="外墙维修方案公示")).to_be_visible()
