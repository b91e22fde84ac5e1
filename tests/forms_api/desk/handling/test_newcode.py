"""A new query code, issued at the desk after a call back."""

import re
from pathlib import Path

import pytest

from register.index import Index
from register.numbers import parse_query_code
from register.receipt import make_receipt, query_tag
from register.terms import Step
from tests.factories import KEYS, instance, kept_case
from tests.forms_api.desk.office import Desk, open_desk, text_of, words


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk(tmp_path)


def test_the_new_code_is_shown_once_and_alone_opens_the_case(desk: Desk) -> None:
    number = kept_case(desk.store).number
    person = desk.signed_in("wangfang")
    page = person.open(f"/cases/{number}/code")
    assert person.send(page, f"/cases/{number}/code", checked="called_back") == "/register/slip"
    slip = text_of(person.open("/register/slip"))
    found = re.search(r"\d{4} \d{4} \d{4} \d{4} \d", slip)
    assert found is not None
    code = parse_query_code(found[0])
    assert code is not None
    assert words("newcode", "slip") in slip
    index = Index(desk.store)
    assert index.by_query(query_tag(KEYS, code)) is not None
    assert index.by_query(query_tag(KEYS, make_receipt(KEYS, instance()).query)) is None
    person.send(person.open("/register/slip"), "/register/slip")
    assert found[0] not in person.open(f"/cases/{number}")
    assert desk.store.read(number).record.last(Step.NEW_CODE) is not None


def test_the_issue_is_logged_with_who_did_it(desk: Desk) -> None:
    number = kept_case(desk.store).number
    person = desk.signed_in("wangfang")
    person.send(person.open(f"/cases/{number}/code"), f"/cases/{number}/code", checked="in_person")
    (line,) = [line for line in desk.lines() if line.event == "new_code"]
    assert (line.by, line.about) == ("wangfang", number)


def test_without_saying_how_she_was_made_sure_of_nothing_is_issued(desk: Desk) -> None:
    number = kept_case(desk.store).number
    before = desk.store.read(number)
    person = desk.signed_in("wangfang")
    page = person.open(f"/cases/{number}/code")
    assert words("refusal", "particular:checked") in person.send(page, f"/cases/{number}/code", 422)
    person.step(number, "message", text="请回电。")
    stale = person.send(page, f"/cases/{number}/code", 409, checked="in_person")
    assert words("newcode", "code_stale") in stale
    assert desk.store.read(number).record.query == before.record.query


def test_the_generic_way_of_taking_a_step_issues_no_code(desk: Desk) -> None:
    number = kept_case(desk.store).number
    person = desk.signed_in("wangfang")
    page = person.open(f"/cases/{number}")
    assert f"/cases/{number}/steps/new_code" not in page
    csrf = re.search(r'name="csrf" value="([^"]+)"', page)
    assert csrf is not None
    typed = {"csrf": csrf[1], "revision": "x", "_end": "1"}
    assert person.browser.post(f"/cases/{number}/steps/new_code", data=typed).status_code == 404
