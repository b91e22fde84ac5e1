"""The counter on a phone of 390 px without JavaScript, and by the keyboard alone."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from register.index import Index
from register.pictures import pictures
from register.store import FolderStore
from tests.forms_api.pictures import encoded, quarters
from tests.journeys.conftest import Estate
from tests.journeys.people import Resident

pytestmark = pytest.mark.browser


def only_case(estate: Estate):  # type: ignore[no-untyped-def]
    (stored,) = Index(FolderStore(estate.home.register)).holdings().cases.values()
    return stored.record


def no_sideways_scroll(page: Page) -> bool:
    """Nothing is wider than the screen, told without a script of the page's own."""
    box = page.locator("html").bounding_box()
    viewport = page.viewport_size
    assert box is not None
    assert viewport is not None
    return box["width"] <= viewport["width"]


def test_a_repair_with_photos_from_form_to_erased_contact_details(
    estate: Estate, phone: Page, tmp_path: Path
) -> None:
    photo = tmp_path / "leak.png"
    photo.write_bytes(encoded(quarters(), "PNG"))
    resident = Resident(phone, estate)
    resident.opens("/f/repair")
    resident.answers(
        urgency="ordinary", matter="facilities", place="2 号楼 1 单元电梯", what="电梯门关不上。",
        reply="call_me", phone="13800001234", name="陈建国",
    )  # fmt: skip
    phone.set_input_files("#photo_1", photo)
    resident.goes_on()
    assert no_sideways_scroll(phone)
    resident.goes_on()
    _, code = resident.reads_codes()
    assert no_sideways_scroll(phone)
    phone.get_by_role("link", name="我已保存好").click()
    expect(phone.locator("main")).not_to_contain_text(code)
    phone.get_by_role("link", name="用查询码打开一次").click()
    resident.answers(code=code)
    resident.goes_on()
    assert no_sideways_scroll(phone)

    phone.get_by_text("补充情况", exact=True).click()
    phone.fill("#add_facts-field", "现在完全打不开了。")
    phone.set_input_files("#photo_1", photo)
    phone.get_by_role("button", name="提交补充").click()
    expect(phone.locator(".success")).to_contain_text("补充已记录")
    assert len(pictures(only_case(estate))) == 2

    phone.get_by_role("button", name="查看、更正或删除我的信息").click()
    expect(phone.locator("#phone")).to_have_value("13800001234")
    assert no_sideways_scroll(phone)
    phone.get_by_role("button", name="删除全部联系方式").click()
    expect(phone.locator(".success")).to_contain_text("联系方式已删除")
    assert only_case(estate).contact is None


def test_an_inquiry_by_the_keyboard_alone(estate: Estate, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(estate.site + "/f/inquiry")
    for name, answer in (("matter", "space"), ("what", "停车费怎么算？"), ("reply", "last")):
        tab_to(page, name)
        if answer == "space":
            page.keyboard.press("Space")
        elif answer == "last":
            page.keyboard.press("ArrowDown")
        else:
            page.keyboard.insert_text(answer)
    submit(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("提交前请核对")
    submit(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("咨询已登记")
    assert re.search(r"\d{4} \d{4} \d{4} \d{4} \d", page.locator("main").inner_text())
    context.close()


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the field of this name has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(f'main [name="{name}"]:focus').count():
            return
    raise AssertionError(f"{name} cannot be reached by the keyboard")


def submit(page: Page) -> None:
    """Press Tab until the page's main button has the focus, and Enter."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator("main button.main:focus").count():
            page.keyboard.press("Enter")
            page.wait_for_load_state()
            return
    raise AssertionError("the main button cannot be reached by the keyboard")
