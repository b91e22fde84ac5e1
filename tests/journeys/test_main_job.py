"""The main job, end to end: a resident's complaint becomes a published, anonymised outcome."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from register.store import FolderStore
from register.terms import Matter
from tests import factories
from tests.journeys.conftest import PASSWORD, Estate
from tests.journeys.people import Clerk, Resident

pytestmark = pytest.mark.browser

NAME, PHONE, ROOM = "欧阳静宜", "13987654321", "7栋2单元1603"
SUMMARY = "东门垃圾清运不及时。已当天清运，增加晚间清运并每日检查。"
SPELLINGS = (
    "欧阳静宜", "静宜", "欧阳女士", "歐陽靜宜", "ouyang", "13987654321", "139 8765 4321", "139-8765-4321",
    "１３９８７６５４３２１", "一三九八七六五四三二一", "7栋2单元1603", "7-2-1603", "7栋", "1603室", "七栋",
)  # fmt: skip


def neighbours_cases(estate: Estate, count: int) -> None:
    """Other cases of the same matter, so that one alone is not a group; lived through the real steps."""
    store = FolderStore(estate.home.register)
    for number in range(2, 2 + count):
        received = estate.clock.now - timedelta(days=3)
        case = factories.kept_case(store, number, matter=Matter.HYGIENE, received=received)
        store.replace(store.read(case.number), factories.approved(case))


def test_a_complaint_becomes_a_published_anonymised_outcome(
    estate: Estate, phone: Page, office: Page
) -> None:
    neighbours_cases(estate, 5)
    resident, clerk = Resident(phone, estate), Clerk(office, estate)

    # The resident forgets an answer, mends it, checks, sends, and keeps her codes.
    resident.opens("/f/complaint")
    resident.answers(matter="hygiene", place="东门", reply="call_me", name=NAME, phone=PHONE, room=ROOM)
    resident.goes_on()
    expect(phone).to_have_title(re.compile("^错误"))
    resident.answers(what=f"东门垃圾两天没清，我是{ROOM}的{NAME}，电话{PHONE}。")
    expect(phone.locator('[name="place"]')).to_have_value("东门")
    resident.goes_on()
    expect(phone.locator("main")).to_contain_text(PHONE)
    estate.clock.move(minutes=3)
    resident.goes_on()
    number, code = resident.reads_codes()
    assert code.replace(" ", "") not in phone.url

    # The desk handles the case, step by step.
    estate.clock.move(hours=1)
    clerk.signs_in("wangfang")
    clerk.opens_case(number)
    clerk.takes("acknowledge")
    clerk.takes("classify", kind="complaint", matter="hygiene", urgency="ordinary")
    clerk.takes("assign", to="wangfang", post="cleaning")
    clerk.takes("investigate", findings="现场核实，晚班清运漏排。")
    estate.clock.move(days=1)
    clerk.signs_in("wangfang")
    clerk.opens_case(number)
    clerk.takes(
        "answer",
        outcome="rectified",
        measures__cleaned="yes",
        measures__schedule_changed="yes",
        text="已清运并调整班次。",
    )
    resident.tracks(code)
    expect(phone.locator("main")).to_contain_text("已答复")
    clerk.takes("feed_back", satisfaction="satisfied")
    clerk.takes("summarise", zh=SUMMARY)

    # Its author cannot approve; another person reads it and does.
    expect(office.locator('form[action$="/steps/approve"]')).to_have_count(0)
    clerk.signs_out()
    clerk.signs_in("sunli")
    clerk.opens_case(number)
    clerk.takes("approve", read_all="yes")
    resident.tracks(code)
    expect(phone.locator("main")).to_contain_text(SUMMARY)

    # The quarter ends and its lag is over: the manager releases it with her own password, and the site is built.
    estate.clock.move(days=103)
    release_and_build(clerk, office, estate)
    resident.opens("/outcomes/2026-Q3/")
    expect(phone.locator("main")).to_contain_text(SUMMARY)
    expect(phone.locator("main")).to_contain_text("已整改")
    resident.opens("/en/outcomes/2026-Q3/")
    expect(phone.locator("main")).to_contain_text(SUMMARY)

    assert traces_of_the_complainant(estate.home.site) == []


def release_and_build(clerk: Clerk, office: Page, estate: Estate) -> None:
    clerk.signs_in("liweidong")
    office.goto(estate.desk + "/publish")
    expect(office.locator("main")).to_contain_text("2026-Q3")
    office.get_by_role("button", name="生成预览并检查").click()
    expect(office.get_by_role("status")).to_contain_text("预览已生成")
    office.get_by_role("link", name="查看预览和检查结果").click()
    office.locator('form[action="/publish/approve"] [name="password"]').fill(PASSWORD)
    office.locator('form[action="/publish/approve"] button').click()
    expect(office).to_have_url(re.compile("/publish/progress"))
    expect(office.get_by_role("status")).to_contain_text("网站已更新")


def traces_of_the_complainant(site: Path) -> list[tuple[str, str]]:
    """Every file of the built site that holds the name, phone or room in any of several spellings."""
    found = []
    for file in sorted(site.rglob("*")):
        if file.is_file():
            text = file.read_bytes().decode("utf-8", errors="replace").lower()
            found += [(file.name, spelling) for spelling in SPELLINGS if spelling.lower() in text]
    return found
