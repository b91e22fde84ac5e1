"""The handbook's path through the desk, in a real browser without JavaScript: every picture of the handbook is taken here.

`PORTAL_PICTURES=docs/pictures .venv/bin/python -m pytest tests/journeys/test_handbook.py` renews the pictures; without it
the same path is walked and nothing is written.
"""

import io
import os
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from forms_api.desk.people.second_factor import code_at, enrolled, seal_secret
from forms_api.desk.people.staff import Staff
from generator.cli.edges import system_draw
from register.keys import read_keys
from register.store import FolderStore
from register.terms import Matter, Role
from tests import factories
from tests.journeys.conftest import OFFICE, PASSWORD, Estate
from tests.journeys.people import Clerk, fill, unfold

pytestmark = pytest.mark.browser

SECRET = b"a secret of 20 bytes"
WORDS = "东门垃圾两天没清，我是欧阳静宜，电话13987654321，母亲坐轮椅出门都不方便，请尽快处理。"
SUMMARY = "居民反映公共区域清扫不及时。已清理干净，并调整保洁班次。"
Shoot = Callable[[Page, str], None]


@pytest.fixture
def shoot() -> Shoot:
    """Keep what the window shows, in both languages; nothing where no folder is named."""
    folder = os.environ.get("PORTAL_PICTURES")

    def keep(page: Page, name: str) -> None:
        if folder:
            _keep(page.screenshot(), Path(folder) / f"desk-{name}.png")
            _keep(_in_english(page), Path(folder) / f"desk-{name}-en.png")

    return keep


def _keep(picture: bytes, place: Path) -> None:
    """In few colours: pages of a desk have no more."""
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(96).save(place, optimize=True)


def _in_english(page: Page) -> bytes:
    """The same page at the same place for an English colleague, in a tab of its own; what was typed is not there."""
    tab = page.context.new_page()
    tab.goto(page.url)
    _switch(tab, "English")
    tab.goto(page.url + ("?lang=en" if page.url.endswith("/sign-in") else ""))
    tab.mouse.move(0, 0)
    tab.mouse.wheel(0, int(page.evaluate("scrollY")))
    picture = tab.screenshot()
    _switch(tab, "中文")
    tab.close()
    return picture


def _switch(tab: Page, language: str) -> None:
    button = tab.locator('form[action="/language"]').get_by_role("button", name=language)
    if button.count():
        button.click()


def lived(estate: Estate) -> None:
    """Six neighbours' cases of one matter, approved, so that a release lists them; and a seventh that waits for review."""
    store = FolderStore(estate.home.register)
    for number in range(2, 8):
        received = estate.clock.now - timedelta(days=3)
        case = factories.kept_case(store, number, matter=Matter.HYGIENE, received=received)
        store.replace(store.read(case.number), factories.approved(case, zh=f"第{number}处公共区域已清扫。"))


def by_phone(page: Page, estate: Estate, shoot: Shoot) -> str:
    """A complaint told on the phone is registered; its number."""
    page.goto(estate.desk + "/register")
    form = page.locator('form[action="/register"]')
    said = {"kind": "complaint", "matter": "hygiene", "urgency": "ordinary", "channel": "phone"}
    told = {
        "place": "东门",
        "what": WORDS,
        "name": "欧阳静宜",
        "phone": "13987654321",
    }
    for name, value in (said | told | {"publish": "yes"}).items():
        fill(form, name, value)
    shoot(page, "register")
    form.locator("button.go").click()
    shoot(page, "slip")
    page.wait_for_load_state()
    found = re.search(r"\d{4}-\d{3}-\d{3}-\d", page.locator("main").inner_text())
    assert found
    return found[0]


def handled(clerk: Clerk, number: str, shoot: Shoot) -> None:
    """From the acknowledgement to the summary that waits for review."""
    clerk.opens_case(number)
    clerk.takes("acknowledge")
    clerk.takes("classify", kind="complaint", matter="hygiene", urgency="ordinary")
    clerk.takes("assign", to="wangfang", post="cleaning")
    clerk.takes("investigate", findings="现场核实，晚班清运漏排。")
    shoot(clerk.page, "case")
    clerk.page.locator("#next").scroll_into_view_if_needed()
    shoot(clerk.page, "answer")
    clerk.takes("answer", outcome="rectified", measures__cleaned="yes", text="已清运并调整班次。")
    clerk.takes("feed_back", satisfaction="satisfied")
    form = clerk.page.locator('form[action$="/steps/summarise"]')
    unfold(form)
    fill(form, "zh", SUMMARY)
    form.scroll_into_view_if_needed()
    shoot(clerk.page, "summary")
    form.locator("button.go").click()


def reviewed(page: Page, estate: Estate, number: str, shoot: Shoot) -> None:
    page.goto(estate.desk + "/review")
    shoot(page, "reviews")
    page.goto(f"{estate.desk}/review/{number}")
    shoot(page, "review")
    page.get_by_label("我已通读全文").check()
    page.get_by_role("button", name="通过，加入待发布").click()
    expect(page.locator("main")).to_contain_text("已保存")


def published(page: Page, estate: Estate, shoot: Shoot) -> None:
    """Preview, checks, approval with one's own word, and the new site."""
    page.goto(estate.desk + "/publish")
    page.get_by_role("button", name="生成预览并检查").click()
    expect(page.get_by_role("status")).to_contain_text("预览已生成")
    page.get_by_role("link", name="查看预览和检查结果").click()
    frame = page.frame_locator("iframe.phone")
    expect(frame.locator(".desk-preview")).to_contain_text("预览")
    expect(frame.locator("h1").first).to_be_visible()
    shoot(page, "publish")
    page.locator("iframe.phone").scroll_into_view_if_needed()
    shoot(page, "preview")
    form = page.locator('form[action="/publish/approve"]')
    form.locator('[name="password"]').fill(PASSWORD)
    form.locator("button").click()
    expect(page.get_by_role("status")).to_contain_text("网站已更新")
    shoot(page, "published-site")


def taken_down(page: Page, estate: Estate, shoot: Shoot) -> str:
    """One sentence goes at once; its reference."""
    page.goto(estate.desk + "/published")
    shoot(page, "published")
    page.get_by_role("link", name=re.compile("^撤下…")).first.click()
    page.get_by_label("能识别").or_(page.locator('[name="reason"]').first).first.check()
    page.locator('[name="password"]').fill(PASSWORD)
    shoot(page, "take-down")
    page.get_by_role("button", name="马上撤下").click()
    expect(page.locator("main")).to_contain_text("已撤下")
    page.goto(estate.desk + "/publish/progress")
    expect(page.get_by_role("status")).to_contain_text("网站已更新")
    page.goto(estate.desk + "/published")
    return page.locator(".card.warn strong").first.inner_text()


def test_the_path_of_the_handbook(estate: Estate, office: Page, shoot: Shoot) -> None:
    lived(estate)
    clerk = Clerk(office, estate)
    office.goto(estate.desk + "/sign-in")
    shoot(office, "sign-in")
    clerk.signs_in("wangfang")
    number = by_phone(office, estate, shoot)
    office.goto(estate.desk + "/")
    shoot(office, "todo")
    handled(clerk, number, shoot)
    clerk.signs_out()
    clerk.signs_in("sunli")
    reviewed(office, estate, number, shoot)

    estate.clock.move(days=103)
    clerk.signs_in("liweidong")
    published(office, estate, shoot)
    ref = taken_down(office, estate, shoot)

    # No way leads back to what was taken down, and nobody confirms her own.
    office.goto(estate.desk + "/publish")
    office.get_by_role("button", name="恢复到上一版本").click()
    expect(office).to_have_url(re.compile("/publish/roll-back"))
    expect(office.locator("main")).to_contain_text("不能恢复：上一版本里还有已经撤下的内容")
    office.goto(f"{estate.desk}/published/{ref}")
    expect(office.locator("main")).to_contain_text("须由另一位同事确认")


def test_every_page_of_the_manager_opens(estate: Estate, office: Page, shoot: Shoot) -> None:
    lived(estate)
    clerk = Clerk(office, estate)
    clerk.signs_in("liweidong")
    for name, path in (
        ("staff", "/staff"),
        ("member", "/staff/wangfang"),
        ("log", "/log"),
        ("ledger", "/ledger"),
        ("surveys", "/surveys"),
        ("written", "/written"),
        ("second-factor", "/second-factor"),
        ("account", "/account"),
    ):
        office.goto(estate.desk + path)
        expect(office.locator("h1")).to_be_visible()
        shoot(office, name)


def test_from_elsewhere_the_desk_opens_with_password_and_code_alone(
    estate: Estate, browser: Browser, shoot: Shoot
) -> None:
    staff = Staff(estate.home.staff_file, system_draw)
    staff.add("xuemingzhe", "薛明哲", Role.OUTSIDE, PASSWORD, must_change=False)
    sealed = seal_secret(read_keys(estate.home.key_file), "xuemingzhe", SECRET, system_draw)
    staff.set_second("xuemingzhe", enrolled(sealed, 0, ()))
    through_a_proxy = {"X-Forwarded-For": "203.0.113.7"}
    context = browser.new_context(
        viewport=OFFICE, locale="zh-CN", java_script_enabled=False, extra_http_headers=through_a_proxy
    )
    page = context.new_page()

    def sign_in(code: str) -> None:
        page.goto(estate.desk + "/sign-in")
        page.get_by_label("账号").fill("xuemingzhe")
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_label("验证码").fill(code)
        shoot(page, "sign-in-elsewhere")
        page.get_by_role("button", name="登录").click()

    sign_in("")
    expect(page.get_by_role("alert")).to_contain_text("验证码不对")
    sign_in(code_at(SECRET, estate.clock()))
    expect(page.get_by_role("heading", level=1)).to_contain_text("待公开审核")
    page.goto(estate.desk + "/cases/2026-483-901-7")
    expect(page.locator("main")).to_contain_text("您的岗位没有这项权限")
    context.close()
