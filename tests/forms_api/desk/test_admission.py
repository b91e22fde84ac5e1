"""Another language for a page that is half filled in: nothing typed is lost, and nothing is done."""

import re

import pytest

from register.publication import Stage, publication
from register.surveys.survey import read_surveys
from tests import factories
from tests.factories import PROJECT
from tests.forms_api.desk.casefiles import keep
from tests.forms_api.desk.office import Desk, Person, filled_in

TYPED = "门口的灯不亮，\n已报修两次 <b>&amp;"
SHOWN = "门口的灯不亮，\n已报修两次 &lt;b&gt;&amp;amp;"
(WAVE,) = read_surveys(PROJECT / "content")


def switched(person: Person, page: str, action: str, **typed: str) -> str:
    """What the other language shows of the form with this action, as it was filled in."""
    answer = person.browser.post(action, data=filled_in(page, action, **typed, switch_to="en"))
    assert answer.status_code == 200, answer.text[-2000:]
    assert '<html lang="en">' in answer.text
    return answer.text


@pytest.mark.parametrize(
    ("page", "action", "field"),
    [
        ("/register", "/register", "what"),
        ("/register", "/register", "room"),
        ("/written/new/notice", "/written/new/notice", "text__zh"),
        ("/publish/corrections", "/publish/corrections", "reason"),
        (f"/surveys/{WAVE.id}/paper", f"/surveys/{WAVE.id}/paper", "code"),
    ],
)
def test_the_form_of_a_page_takes_along_what_was_typed(
    desk: Desk, page: str, action: str, field: str
) -> None:
    desk.publishing.due = ("2026-Q1",)
    person = desk.signed_in("liweidong")
    words, shown = (TYPED, SHOWN) if field in ("what", "text__zh") else ("5-2-", "5-2-")
    if field == "reason":
        words, shown = "wrong_kind", 'value="wrong_kind" required checked'
    before = person.open(page)
    assert re.search(r'<button class="plain" form="(\w+)" name="switch_to" value="en"', before)
    events = desk.events()
    assert shown in switched(person, before, action, **{field: words})
    assert desk.events() == events
    assert '<html lang="en">' in person.open("/")


def test_a_step_of_a_case_is_shown_again_and_not_taken(desk: Desk) -> None:
    number = keep(desk, factories.fed_back(factories.kept_case(desk.store)))
    person = desk.signed_in("wangfang")
    page = person.open(f"/cases/{number}")
    again = switched(person, page, f"/cases/{number}/steps/summarise", zh="灯已换好。", en="")
    assert "灯已换好。</textarea>" in again
    assert publication(desk.store.read(number).record).stage == Stage.NOTHING
    assert 'name="switch_to" value="zh"' in again


def test_what_a_reviewer_sends_back_and_an_author_rewrites_is_kept_as_well(desk: Desk) -> None:
    case = factories.kept_case(desk.store)
    number = keep(desk, factories.step(factories.fed_back(case), "summarise", zh="灯已换好。"))
    reviewer = desk.signed_in("sunli")
    again = switched(reviewer, reviewer.open(f"/review/{number}"), f"/review/{number}/send_back", text=TYPED)
    assert SHOWN in again
    assert publication(desk.store.read(number).record).stage == Stage.DRAFTED
    person = desk.signed_in("liweidong")
    notice = {"kind": "notice", "title__zh": "停水通知", "text__zh": "周五停水。", "published": "2026-07-06"}
    at = person.send(person.open("/written/new/notice"), "/written/new/notice", **notice)
    assert SHOWN in switched(person, person.open(at), at, **{**notice, "text__zh": TYPED})


def test_where_nothing_is_to_be_kept_a_form_may_not_ask_for_another_language(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    answer = person.browser.post(
        "/search", data=filled_in(person.open("/"), "/search", switch_to="en", about="灯")
    )
    assert answer.status_code == 400


@pytest.mark.parametrize("page", ["/cases/{}", "/review/{}", "/staff", "/published/7KQ2M4XD", "/publish"])
def test_a_page_of_several_forms_stays_open_beside_the_other_language(desk: Desk, page: str) -> None:
    case = factories.kept_case(desk.store)
    number = keep(desk, factories.step(factories.fed_back(case), "summarise", zh="灯已换好。"))
    shown = desk.signed_in("liweidong").open(page.format(number))
    assert '<form method="post" action="/language" target="_blank">' in shown
    assert "在新标签页打开" in shown
