"""Working on cases, as people do it: five lives of cases by three roles, and a clerk's first day with every click counted."""

import re
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Locator, Page, expect

from forms_api.desk.people.staff import Staff
from generator.cli.edges import system_draw
from register.case import Case
from register.publication import Stage, publication
from register.store import FolderStore
from register.terms import Kind, Matter, Outcome, Relation, Role, Status, Step
from tests.factories import kept_case
from tests.journeys.conftest import Estate
from tests.journeys.people import Clerk

pytestmark = pytest.mark.browser

MOST_CLICKS = 25
FIRST_PASSWORD, OWN_PASSWORD = "first day at the desk", "my own long sentence"
CLASS = {"matter": "hygiene", "urgency": "ordinary"}


def received(estate: Estate, number: int, kind: Kind, **change: object) -> Case:
    store = FolderStore(estate.home.register)
    return kept_case(store, number, kind=kind, received=estate.clock.now, **change)


def now(estate: Estate, case: Case) -> Case:
    return FolderStore(estate.home.register).read(case.number).record


def taken_up(clerk: Clerk, case: Case, kind: Kind) -> None:
    clerk.opens_case(case.number)
    clerk.takes("acknowledge")
    clerk.takes("classify", kind=kind.value, **CLASS)
    clerk.takes("assign", to="wangfang", post="cleaning")


def answered(clerk: Clerk, outcome: str, text: str) -> None:
    clerk.takes("investigate", findings="到现场看过，问过当班人员。")
    clerk.takes("answer", outcome=outcome, measures__explanation_given="yes", text=text)


def test_five_cases_live_through_three_roles_to_the_archive(estate: Estate, office: Page) -> None:
    clerk = Clerk(office, estate)
    elsewhere = {"answers": {"what": "另一件事。", "place": "东门"}}
    justified = received(estate, 1, Kind.COMPLAINT)
    repeated = received(estate, 2, Kind.COMPLAINT)
    unjustified = received(estate, 3, Kind.COMPLAINT, matter=Matter.NOISE, **elsewhere)
    outside = received(estate, 4, Kind.COMPLAINT, matter=Matter.PARKING, **elsewhere)
    reopened = received(estate, 5, Kind.REPAIR, matter=Matter.FACILITIES, **elsewhere)
    estate.clock.move(minutes=5)

    # The handler: right, put right, and the resident satisfied.
    clerk.signs_in("wangfang")
    taken_up(clerk, justified, Kind.COMPLAINT)
    answered(clerk, "rectified", "已清运并调整班次。")
    clerk.takes("feed_back", satisfaction="satisfied")
    clerk.takes("follow_up", satisfaction="satisfied")
    clerk.takes("summarise", zh="公共区域清运不及时，已清运并调整班次。")

    # The same again: linked with one press, answered with the words of the first, called a second time in 30 days.
    taken_up(clerk, repeated, Kind.COMPLAINT)
    with office.expect_navigation():
        office.get_by_role("button", name="关联：重复反映").first.click()
    clerk.takes("investigate", findings="与前一件是同一处。")
    form = office.locator('form[action$="/steps/answer"]')
    form.locator('[name="template"]').select_option(justified.number)
    form.get_by_role("button", name="填入").click()
    expect(form.locator('[name="text"]')).to_have_value("已清运并调整班次。")
    clerk.takes("answer")
    clerk.takes("feed_back", satisfaction="fairly_satisfied")
    clerk.takes("follow_up", satisfaction="fairly_satisfied")
    assert now(estate, repeated).links == {justified.number: Relation.REPEAT}
    expect(office.locator("ul.limits")).to_contain_text(re.compile(r"回访\s*还剩 30 天"))

    # Not upheld; the resident asks for another look, which the one who answered may not take.
    taken_up(clerk, unjustified, Kind.COMPLAINT)
    answered(clerk, "unfounded", "现场测量未超过标准。")
    clerk.takes("feed_back", satisfaction="dissatisfied")
    clerk.takes("ask_review", text="晚上才吵，请再看一次。")
    expect(office.locator("#steps")).to_contain_text("作出复核结论 您的角色不能办理这一步")

    # Not ours: passed on, and told where to.
    taken_up(clerk, outside, Kind.COMPLAINT)
    clerk.takes("transfer", to="街道城管中队", text="属道路停车，已转街道城管中队。")
    clerk.takes("feed_back", satisfaction="no_answer")
    clerk.takes("follow_up", satisfaction="no_answer")

    # Repaired, but not well.
    taken_up(clerk, reopened, Kind.REPAIR)
    clerk.takes("finish", outcome="rectified", measures__repaired="yes", text="已更换灯管。")
    clerk.takes("feed_back", satisfaction="dissatisfied", note="又不亮了。")
    clerk.signs_out()

    # The reviewer: approves, looks again as another person, and reopens.
    clerk.signs_in("sunli")
    clerk.opens_case(justified.number)
    clerk.takes("approve", read_all="yes")
    clerk.opens_case(unjustified.number)
    clerk.takes("reconsider", outcome="explained", changed="yes", text="夜间复测超标，已约谈施工方。")
    clerk.takes("feed_back", satisfaction="fairly_satisfied")
    clerk.takes("follow_up", satisfaction="fairly_satisfied")
    clerk.opens_case(reopened.number)
    clerk.takes("reopen", text="又坏了，请重新修。")
    clerk.takes("finish", outcome="rectified", measures__replaced="yes", text="更换整灯，已试亮。")
    clerk.takes("feed_back", satisfaction="satisfied")
    clerk.signs_out()

    assert publication(now(estate, justified)).stage == Stage.APPROVED
    outcomes = {
        case.number: now(estate, case).outcome for case in (justified, unjustified, outside, reopened)
    }
    assert list(outcomes.values()) == [
        Outcome.RECTIFIED,
        Outcome.EXPLAINED,
        Outcome.OUT_OF_SCOPE,
        Outcome.RECTIFIED,
    ]

    # A month later the manager puts away what rests; what still waits for a call or a summary stays.
    estate.clock.move(days=31)
    clerk.signs_in("liweidong")
    office.get_by_role("link", name="归档").click()
    office.get_by_role("button", name=re.compile("^归档 1 件$")).click()
    expect(office.get_by_role("status")).to_contain_text("已归档 1 件")
    assert now(estate, justified).status == Status.ARCHIVED
    office.goto(estate.desk + "/?need=overdue")
    expect(office.locator("table.list")).to_contain_text(repeated.number)


def test_the_menu_of_the_desk_unfolds_on_a_phone_and_hides_nothing_at_its_side(
    estate: Estate, phone: Page
) -> None:
    Clerk(phone, estate).signs_in("liweidong")
    entries = phone.locator("header nav a")
    expect(entries.first).to_be_hidden()
    phone.get_by_text("菜单", exact=True).click()
    boxes = [entry.bounding_box() for entry in entries.all()]
    assert len(boxes) >= 8
    for box in boxes:
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert box["height"] >= 44
    phone.get_by_role("link", name="预览并发布").first.click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("预览并发布")


@dataclass
class Counted:
    """A mouse that counts: a press for every field, choice and button, two for a list that opens first."""

    page: Page
    clicks: int = field(default=0)

    def press(self, target: Locator) -> None:
        self.clicks += 1
        target.click()

    def write(self, target: Locator, text: str) -> None:
        self.clicks += 1
        target.fill(text)

    def choose(self, target: Locator, value: str) -> None:
        self.clicks += 2
        target.select_option(value)


def test_a_clerk_on_her_first_day_needs_at_most_25_clicks_from_sign_in_to_summary(
    estate: Estate, office: Page
) -> None:
    staff = Staff(estate.home.staff_file, system_draw)
    staff.add("chenlin", "陈琳", Role.HANDLER, FIRST_PASSWORD, must_change=True)
    mouse = Counted(office)

    office.goto(estate.desk + "/")
    mouse.write(office.get_by_label("账号"), "chenlin")
    mouse.write(office.get_by_label("密码"), FIRST_PASSWORD)
    mouse.press(office.get_by_role("button", name="登录"))
    mouse.write(office.locator('[name="current"]'), FIRST_PASSWORD)
    mouse.write(office.locator('[name="new"]'), OWN_PASSWORD)
    mouse.write(office.locator('[name="again"]'), OWN_PASSWORD)
    mouse.press(office.get_by_role("button", name="保存新密码"))

    # A complaint on the phone.
    mouse.press(office.get_by_role("link", name="登记电话或到访事项"))
    mouse.press(office.locator('[name="kind"][value="complaint"]'))
    mouse.choose(office.locator('[name="matter"]'), "hygiene")
    mouse.write(office.locator('[name="what"]'), "楼道垃圾两天没有清运。")
    mouse.press(office.locator('[name="publish"][value="yes"]'))
    mouse.press(office.get_by_role("button", name="登记并打印受理单"))
    expect(office.locator(".slip")).to_contain_text(re.compile(r"\d{4} \d{4} \d{4} \d{4} \d"))
    mouse.press(office.get_by_role("button", name="已交给居民，由我办理"))

    # Findings, an answer, the sentence for the neighbours.
    findings = office.locator('form[action$="/steps/investigate"]').first
    mouse.write(findings.locator('[name="findings"]'), "现场核实，晚班清运漏排。")
    mouse.press(findings.get_by_role("button", name="记录调查结果"))
    answer = office.locator('form[action$="/steps/answer"]')
    mouse.choose(answer.locator('[name="outcome"]'), "rectified")
    mouse.press(answer.locator('[name="measures__cleaned"]'))
    mouse.write(answer.locator('[name="text"]'), "已清运并补排晚班。")
    mouse.press(answer.get_by_role("button", name="答复居民"))
    mouse.press(office.get_by_role("link", name="使用").first)
    mouse.press(office.get_by_role("button", name="保存摘要，提交审核"))

    store = FolderStore(estate.home.register)
    case = store.read(next(store.numbers())).record
    assert [entry.step for entry in case.entries] == [
        Step.RECEIVE,
        Step.ACKNOWLEDGE,
        Step.CLASSIFY,
        Step.ASSIGN,
        Step.INVESTIGATE,
        Step.ANSWER,
        Step.SUMMARISE,
    ]
    assert case.responsible == "chenlin"
    assert publication(case).stage == Stage.DRAFTED
    assert mouse.clicks <= MOST_CLICKS, mouse.clicks
