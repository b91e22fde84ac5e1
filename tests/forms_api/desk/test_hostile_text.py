"""What residents and staff type is never markup, never a template, on any page of the desk."""

import re

import pytest

from forms_api.desk.publication.views import DraftView, EntryView, Job
from register.case import Contact
from register.intake import open_case
from tests.factories import KEYS, book, instance, submission
from tests.forms_api.desk.office import Desk, filled_in

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y>{{7*7}}{% raise %}</textarea></title>"


@pytest.fixture
def number(desk: Desk) -> str:
    sent = submission(answers={"what": HOSTILE, "place": HOSTILE, "wish": HOSTILE, HOSTILE: HOSTILE})
    contact = Contact(name=HOSTILE, phone=HOSTILE, room=HOSTILE)
    opened = open_case(
        sent, contact, instance=instance(), keys=KEYS, store=desk.store, clockwork=book().clockwork
    )
    return opened.case.number


def assert_inert(page: str) -> None:
    assert "<script" not in page
    assert "<img" not in page
    assert "onerror=y>" not in page
    assert "{{7*7}}49" not in page
    assert not re.search(r"(?<!7\*7)49\{%", page)


def test_every_page_shows_hostile_words_as_words(desk: Desk, number: str) -> None:
    desk.publishing.doubtful = ("alert(1)",)
    desk.publishing.draft_view = DraftView(
        "2026-Q2",
        "0" * 64,
        (HOSTILE,),
        entries=(EntryView(HOSTILE, HOSTILE, HOSTILE),),
        held=((HOSTILE, HOSTILE),),
    )
    desk.publishing.running = Job("running", (HOSTILE,))
    desk.staff.set_password("sunli", "correct horse battery")
    person = desk.signed_in("liweidong")
    person.step(number, "acknowledge", note=HOSTILE)
    shown = [
        person.open(path)
        for path in (
            f"/cases/{number}",
            "/",
            "/publish",
            "/publish/held",
            "/publish/progress",
            "/log",
            "/staff",
        )
    ]
    page = shown[0]
    shown.append(person.send(page, f"/cases/{number}/contact", 200))
    assert "&lt;script&gt;alert(1)" in page
    for one in shown:
        assert_inert(one)


def test_typed_words_come_back_as_words(desk: Desk, number: str) -> None:
    person = desk.signed_in("wangfang")
    page = person.open("/register")
    assert_inert(person.send(page, "/register", 422, what=HOSTILE, name=HOSTILE, kind=HOSTILE))
    stale = person.open(f"/cases/{number}")
    desk.signed_in("sunli").step(number, "acknowledge", note=HOSTILE)
    action = f"/cases/{number}/steps/add_facts"
    answer = person.browser.post(action, data=filled_in(stale, action, text=HOSTILE))
    assert answer.status_code == 409
    assert_inert(answer.text)
    assert "{{7*7}}" in answer.text


@pytest.mark.parametrize(
    "path", ["/?q=%3Cscript%3E&who=%3Cscript%3E", "/log?about=%3Cscript%3E", "/sign-in?lang=%3Cscript%3E"]
)
def test_an_address_cannot_write_into_a_page(desk: Desk, path: str) -> None:
    assert_inert(desk.signed_in("sunli").open(path))
