"""Reviewing summaries: from the office, and from outside it."""

from datetime import timedelta

import pytest

from register.case import Case
from register.publication import Stage, publication
from register.terms import Role, Step
from tests import factories
from tests.forms_api.desk.office import PASSWORD, Desk, Person, filled_in, words

WORDS = "我是陈建国，七栋楼道两天没人清扫，电话一三九。"
SUMMARY = "公共区域清扫不及时。已清扫，并调整保洁班次。"


def drafted(desk: Desk, number: int = 1, *, summary: str = SUMMARY) -> Case:
    case = factories.kept_case(
        desk.store, number, answers={"what": WORDS, "place": "七栋", "reply": "by_code"}
    )
    stored = desk.store.read(case.number)
    case = factories.step(factories.fed_back(case), Step.SUMMARISE, zh=summary)
    desk.store.replace(stored, case)
    desk.clock.at = max(desk.clock.at, case.entries[-1].at + timedelta(minutes=1))
    return case


def from_outside(desk: Desk) -> Person:
    """Somebody of the owners' committee, signed in."""
    desk.staff.add("xuemingzhe", "薛明哲", Role.OUTSIDE, PASSWORD, must_change=False)
    return desk.signed_in("xuemingzhe")


def test_what_waits_is_listed_for_those_who_may_decide(desk: Desk) -> None:
    first, second = drafted(desk, 1), drafted(desk, 2)
    page = desk.signed_in("sunli").open("/review")
    assert first.number in page
    assert second.number in page
    assert SUMMARY in page
    handler = desk.signed_in("wangfang")
    handler.open("/review", 403)
    assert desk.events()[-1] == ("wangfang", "refused_review")


def test_the_original_stands_beside_the_public_version_with_what_the_scan_found(desk: Desk) -> None:
    desk.publishing.known, desk.publishing.doubtful = ("陈建国",), ("七栋",)
    case = drafted(desk)
    page = desk.signed_in("sunli").open(f"/review/{case.number}")
    assert '<del class="known" title="理由 known">陈建国</del>' in page
    assert '<mark class="doubtful" title="理由 health">七栋</mark>' in page
    assert SUMMARY in page
    assert "自由撰写" in page
    assert f"/review/{case.number}/approve" in page


def test_approving_takes_the_tick_and_leads_to_the_next(desk: Desk) -> None:
    case = drafted(desk)
    person = desk.signed_in("sunli")
    at = f"/review/{case.number}/approve"
    page = person.open(f"/review/{case.number}")
    assert "未勾选" in person.send(page, at, 422) or "通读" in person.send(page, at, 422)
    assert person.send(page, at, read_all="yes") == "/review"
    assert publication(desk.store.read(case.number).record).stage == Stage.APPROVED
    assert desk.events()[-1] == ("sunli", "approve")
    assert person.browser.get(f"/review/{case.number}").headers["location"] == f"/cases/{case.number}"


@pytest.mark.parametrize("way", ["/review/{number}/approve", "/cases/{number}/steps/approve"])
def test_what_the_release_would_hold_back_is_not_approved(desk: Desk, way: str) -> None:
    case = drafted(desk)
    person, at = desk.signed_in("sunli"), way.format(number=case.number)
    form = filled_in(person.open(at.partition("/approve")[0].removesuffix("/steps")), at, read_all="yes")
    desk.publishing.doubtful = ("保洁班次",)
    page = person.open(f"/review/{case.number}")
    assert f"/review/{case.number}/approve" not in page
    assert words("public", "held") in page
    answer = person.browser.post(at, data=form)
    assert answer.status_code == 422
    assert words("refusal", "scan_open") in answer.text
    assert publication(desk.store.read(case.number).record).stage == Stage.DRAFTED


def test_sending_back_keeps_what_was_typed_where_it_is_refused(desk: Desk) -> None:
    case = drafted(desk)
    person = desk.signed_in("sunli")
    page = person.open(f"/review/{case.number}")
    at = f"/review/{case.number}/send_back"
    bad = person.send(page, at, 422, text="请删去\x07楼栋")
    assert "请删去" in bad
    assert person.send(page, at, text="请删去楼栋。") == "/review"
    assert publication(desk.store.read(case.number).record).stage == Stage.SENT_BACK


def test_whoever_mends_the_summary_reads_beside_it_what_the_reviewer_asked_for(desk: Desk) -> None:
    case = drafted(desk)
    reviewer = desk.signed_in("sunli")
    reviewer.send(
        reviewer.open(f"/review/{case.number}"), f"/review/{case.number}/send_back", text="请删去<楼栋>。"
    )
    clerk = desk.signed_in("wangfang")
    page = clerk.open(f"/cases/{case.number}")
    panel = page[page.index('id="public"') : page.index('id="steps"')]
    assert "请删去&lt;楼栋&gt;。" in panel
    assert "摘要被退回，待修改" in clerk.open("/")
    clerk.step(case.number, "summarise", zh="已清扫。", en="")
    page = clerk.open(f"/cases/{case.number}")
    assert "请删去" not in page[page.index('id="public"') : page.index('id="steps"')]


def test_a_case_that_changed_meanwhile_is_shown_again_with_the_words_typed(desk: Desk) -> None:
    case = drafted(desk)
    person = desk.signed_in("sunli")
    page = person.open(f"/review/{case.number}")
    stored = desk.store.read(case.number)
    desk.store.replace(
        stored, factories.step(case, Step.SUMMARISE, after=timedelta(0), zh="楼道清扫不及时，已改正。")
    )
    again = person.send(page, f"/review/{case.number}/send_back", 409, text="请换一种说法。")
    assert "您打开之后这件事项有了变化" in again
    assert "请换一种说法。" in again
    assert "楼道清扫不及时，已改正。" in again


def test_the_author_is_refused_and_logged(desk: Desk) -> None:
    case = drafted(desk)
    desk.staff.set_role("wangfang", Role.REVIEWER)
    author = desk.signed_in("wangfang")
    page = author.open(f"/review/{case.number}")
    assert f"/review/{case.number}/approve" not in page
    form = filled_in(page, "/sign-out")
    stored = desk.store.read(case.number)
    answer = author.browser.post(
        f"/review/{case.number}/approve", data={"revision": stored.revision, "read_all": "yes", **form}
    )
    assert answer.status_code == 403
    assert desk.events()[-1] == ("wangfang", "refused_approve")


def test_a_decision_that_is_none_is_not_found(desk: Desk) -> None:
    case = drafted(desk)
    person = desk.signed_in("sunli")
    form = filled_in(person.open("/account"), "/sign-out")
    assert person.browser.post(f"/review/{case.number}/archive", data=form).status_code == 404
    assert person.browser.post(f"/review/{case.number}/nonsense", data=form).status_code == 404


def test_an_outsider_sees_what_would_be_published_and_nothing_of_the_resident(desk: Desk) -> None:
    case = drafted(desk)
    contact = case.contact
    assert contact is not None
    outsider = from_outside(desk)
    assert outsider.browser.get("/").headers["location"] == "/review"
    pages = outsider.open("/review") + outsider.open(f"/review/{case.number}")
    assert SUMMARY in pages
    assert "不向外部审核人显示" in pages
    answer = case.last(Step.ANSWER)
    assert answer is not None
    for private in (WORDS, "陈建国", contact.name, contact.phone, contact.room, answer.particulars["text"]):
        assert private not in pages, private


def test_an_outsider_decides(desk: Desk) -> None:
    case = drafted(desk)
    outsider = from_outside(desk)
    page = outsider.open(f"/review/{case.number}")
    assert outsider.send(page, f"/review/{case.number}/approve", read_all="yes") == "/review"
    assert publication(desk.store.read(case.number).record).decided_by == "xuemingzhe"
    outsider.open(f"/review/{case.number}", 404)


def test_an_outsider_gets_403_and_a_line_everywhere_else(desk: Desk) -> None:
    case = drafted(desk)
    outsider = from_outside(desk)
    form = filled_in(outsider.open("/account"), "/sign-out")
    for path in (f"/cases/{case.number}", "/register", "/staff", "/log", f"/cases/{case.number}/photos/1"):
        outsider.open(path, 403)
        assert desk.events()[-1][0] == "xuemingzhe"
        assert desk.events()[-1][1].startswith("refused_")
    for path in (
        f"/cases/{case.number}/contact",
        f"/cases/{case.number}/steps/approve",
        f"/cases/{case.number}/steps/summarise",
        "/publish/build",
        "/publish/roll-back",
    ):
        assert outsider.browser.post(path, data=form).status_code == 403, path
    stored = desk.store.read(case.number)
    data = {"revision": stored.revision, "reason": "spam", **form}
    assert outsider.browser.post(f"/review/{case.number}/withhold", data=data).status_code == 403
    assert desk.events()[-1] == ("xuemingzhe", "refused_withhold")


def test_what_stands_in_an_address_comes_into_the_log_only_as_a_cases_number(desk: Desk) -> None:
    case = drafted(desk)
    outsider = from_outside(desk)
    outsider.open(f"/cases/{case.number}", 403)
    outsider.open("/cases/陈建国13812345678", 403)
    assert [line.about for line in desk.lines()[-2:]] == [case.number, "-"]


def test_an_outsider_cannot_open_a_case_that_does_not_wait(desk: Desk) -> None:
    case = factories.kept_case(desk.store, 9)
    outsider = from_outside(desk)
    outsider.open(f"/review/{case.number}", 404)
    form = filled_in(outsider.open("/account"), "/sign-out")
    assert outsider.browser.post(f"/review/{case.number}/approve", data=form).status_code == 404


def test_an_outsider_may_approve_a_release(desk: Desk) -> None:
    outsider = from_outside(desk)
    page = outsider.open("/publish")
    outsider.send(page, "/publish/approve", password=PASSWORD)
    assert desk.publishing.approved[-1][2] == "xuemingzhe"
