"""Signing in with a second factor, setting one up, and the places where one is signed in."""

import base64
import re

import pytest
from starlette.testclient import TestClient

from forms_api.desk.people.second_factor import code_at, enrolled, seal_secret
from tests.factories import KEYS
from tests.forms_api.desk.office import PASSWORD, Desk, Person, counting_draw, filled_in

FORWARDED = {"X-Forwarded-For": "10.0.0.7"}
SECRET = b"12345678901234567890"


def enrol(desk: Desk, account: str, *codes: str) -> None:
    sealed = seal_secret(KEYS, account, SECRET, counting_draw())
    desk.staff.set_second(account, enrolled(sealed, 0, codes))


def code(desk: Desk) -> str:
    return code_at(SECRET, desk.clock())


def outside(desk: Desk) -> TestClient:
    browser = desk.visitor()
    browser.headers.update(FORWARDED)
    return browser


def try_in(browser: TestClient, **typed: str) -> int:
    data = {"account": "sunli", "password": PASSWORD, "lang": "zh", **typed, "_end": "1"}
    return browser.post("/sign-in", data=data).status_code


def test_from_elsewhere_password_and_code_open_the_desk_and_neither_alone(desk: Desk) -> None:
    enrol(desk, "sunli")
    browser = outside(desk)
    assert try_in(browser) == 401
    assert try_in(browser, password="not the password", code=code(desk)) == 401
    assert try_in(browser, code=code(desk)) == 303
    assert browser.get("/").status_code == 200


def test_a_code_that_was_used_is_refused_even_with_the_password(desk: Desk) -> None:
    enrol(desk, "sunli")
    used = code(desk)
    assert try_in(outside(desk), code=used) == 303
    assert try_in(outside(desk), code=used) == 401
    desk.clock.move(seconds=30)
    assert try_in(outside(desk), code=code(desk)) == 303


def test_whoever_set_a_second_factor_up_is_asked_at_the_desks_own_machine_too(desk: Desk) -> None:
    enrol(desk, "sunli")
    assert try_in(desk.visitor()) == 401
    assert try_in(desk.visitor(), code=code(desk)) == 303


def test_guessing_codes_is_slowed_down(desk: Desk) -> None:
    enrol(desk, "sunli")
    assert [try_in(outside(desk), code=f"{n:06}") for n in range(4)] == [401] * 4
    assert try_in(outside(desk), code=code(desk)) == 429


def test_a_recovery_code_stands_in_once(desk: Desk) -> None:
    enrol(desk, "sunli", "abcd-efgh-jkmn")
    assert try_in(outside(desk), code="ABCD EFGH JKMN") == 303
    assert try_in(outside(desk), code="abcd-efgh-jkmn") == 401


def test_a_second_factor_sealed_under_another_key_opens_nothing(desk: Desk) -> None:
    desk.staff.set_second("sunli", enrolled("00" * 40, 0, ()))
    assert try_in(desk.visitor(), code=code(desk)) == 401


def test_a_first_password_from_elsewhere_leads_to_a_second_factor_and_nowhere_else(desk: Desk) -> None:
    desk.staff.set_password("sunli", PASSWORD, must_change=True)
    browser = outside(desk)
    assert try_in(browser) == 303
    person = Person(desk, browser)
    person.open("/", 403)
    person.open("/second-factor", 403)
    new = "a sentence of my own"
    page = person.open("/password")
    assert person.send(page, "/password", current=PASSWORD, new=new, again=new) == "/second-factor"
    assert "启用第二重验证" in person.open("/", 403)
    codes = set_up(person, new)
    assert len(codes) == 10
    person.open("/")


def set_up(person: Person, password: str) -> list[str]:
    """Set the second factor up as the page says; returns the recovery codes."""
    page = person.open("/second-factor")
    assert "<svg" in page
    typed = re.search(r'<p class="code">([A-Z2-7 ]{39})</p>', page)
    assert typed
    secret = base64.b32decode(typed[1].replace(" ", ""))
    right = code_at(secret, person.desk.clock())
    assert "密码不对" in person.send(page, "/second-factor", 422, password="not mine at all", code=right)
    assert person.desk.events()[-1] == ("sunli", "second_factor_refused")
    assert "验证码不对" in person.send(page, "/second-factor", 422, password=password, code="12")
    shown = person.send(page, "/second-factor", 200, password=password, code=right)
    return re.findall(r'<li class="code">([0-9a-z-]{14})</li>', shown)


def test_setting_up_shows_recovery_codes_once_and_signs_other_places_out(desk: Desk) -> None:
    there, here = desk.signed_in("sunli"), desk.signed_in("sunli")
    codes = set_up(here, PASSWORD)
    assert there.browser.get("/").status_code == 303
    page = here.open("/second-factor")
    assert "已启用" in page
    assert not any(one in page or one in desk.staff.file.read_text() for one in codes)
    assert desk.events()[-1] == ("sunli", "second_factor_set")
    assert try_in(outside(desk), code=codes[0]) == 303
    form = filled_in(here.open("/account"), "/sign-out")
    assert here.browser.post("/second-factor", data=form).headers["location"] == "/second-factor"


def test_it_is_taken_off_with_password_and_code(desk: Desk) -> None:
    enrol(desk, "sunli")
    browser = outside(desk)
    assert try_in(browser, code=code(desk)) == 303
    person = Person(desk, browser)
    desk.clock.move(seconds=30)
    page = person.open("/second-factor")
    assert "密码或验证码不对" in person.send(page, "/second-factor/off", 422, password=PASSWORD, code="1")
    assert person.send(page, "/second-factor/off", password=PASSWORD, code=code(desk)) == "/account"
    assert browser.get("/").status_code == 403
    assert desk.events()[-1] == ("sunli", "second_factor_removed")
    local = desk.signed_in("sunli")
    form = filled_in(local.open("/account"), "/sign-out")
    assert local.browser.post("/second-factor/off", data=form).headers["location"] == "/second-factor"


def test_a_person_sees_where_she_is_signed_in_and_ends_one(desk: Desk) -> None:
    there, here = desk.signed_in("sunli"), desk.signed_in("sunli")
    page = here.open("/account")
    ends = re.findall(r'action="(/account/sessions/[0-9a-f]{16}/end)"', page)
    assert len(ends) == 1
    assert "当前页面" in page
    assert here.send(page, ends[0]) == "/account"
    assert there.browser.get("/").status_code == 303
    here.open("/account")
    form = filled_in(here.open("/account"), "/sign-out")
    assert here.browser.post(ends[0], data=form).status_code == 404


def test_nobody_ends_anothers_sign_in_by_its_address(desk: Desk) -> None:
    victim, other = desk.signed_in("wangfang"), desk.signed_in("sunli")
    second = desk.signed_in("wangfang")
    address = re.findall(r'action="(/account/sessions/[0-9a-f]{16}/end)"', second.open("/account"))[0]
    form = filled_in(other.open("/account"), "/sign-out")
    assert other.browser.post(address, data=form).status_code == 404
    victim.open("/")


def test_a_lost_phone_is_forgotten_by_the_manager_together_with_the_password(desk: Desk) -> None:
    enrol(desk, "sunli")
    manager = desk.signed_in("liweidong")
    page = manager.send(manager.open("/staff/sunli"), "/staff/sunli/unbind", 200)
    found = re.search(r"[0-9a-z]{4}(-[0-9a-z]{4}){3}", page)
    assert found
    member = desk.staff.verify("sunli", found[0])
    assert member is not None
    assert (member.second, member.must_change) == (None, True)
    assert try_in(outside(desk), password=found[0]) == 303


@pytest.mark.parametrize("given", ["", "000000"])
def test_a_release_takes_the_second_factor_too(desk: Desk, given: str) -> None:
    enrol(desk, "sunli")
    person = Person(desk, desk.visitor())
    assert try_in(person.browser, code=code(desk)) == 303
    desk.clock.move(seconds=30)
    page = person.open("/publish")
    assert "验证码" in person.send(page, "/publish/approve", 422, password=PASSWORD, code=given)
    assert desk.publishing.approved == []
    person.send(page, "/publish/approve", password=PASSWORD, code=code(desk))
    assert len(desk.publishing.approved) == 1
