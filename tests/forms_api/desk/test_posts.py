"""What a post must be before the desk listens to it."""

import pytest

from tests.forms_api.desk.casefiles import NOTED
from tests.forms_api.desk.office import Desk, filled_in, hidden_fields


def test_a_post_without_the_sessions_token_is_refused(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    page = person.open("/register")
    for token in ("", "guess"):
        typed = filled_in(page, "/register", **{**NOTED, "csrf": token})
        assert person.browser.post("/register", data=typed).status_code == 403
    assert list(desk.store.numbers()) == []


def test_anothers_token_is_refused(desk: Desk) -> None:
    one, two = desk.signed_in("wangfang"), desk.signed_in("sunli")
    typed = filled_in(one.open("/register"), "/register", **NOTED)
    assert two.browser.post("/register", data=typed).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:8000"},
    ],
)
def test_a_post_from_another_site_is_refused(desk: Desk, headers: dict[str, str]) -> None:
    person = desk.signed_in("wangfang")
    typed = filled_in(person.open("/register"), "/register", **NOTED)
    answer = person.browser.post("/register", data=typed, headers=headers)
    assert answer.status_code == 403
    assert list(desk.store.numbers()) == []


def test_a_post_from_the_desk_itself_is_heard(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    typed = filled_in(person.open("/register"), "/register", **NOTED)
    headers = {"Origin": "http://127.0.0.1:8001", "Sec-Fetch-Site": "same-origin"}
    assert person.browser.post("/register", data=typed, headers=headers).status_code == 303


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"role": "manager", "_end": "1"}, 400),
        ({"what": "长" * 40_000, "_end": "1"}, 413),
        ({"what": "没有结尾"}, 400),
    ],
)
def test_what_no_form_of_ours_would_send_is_refused(desk: Desk, change: dict[str, str], status: int) -> None:
    person = desk.signed_in("wangfang")
    form = hidden_fields(person.open("/register"), "/register")
    del form["_end"]
    answer = person.browser.post("/register", data={**form, **NOTED, **change})
    assert answer.status_code == status
    assert list(desk.store.numbers()) == []


def test_an_ended_session_keeps_what_was_typed_for_copying(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    long = "这里写了很长很长的一段经过，重新输入一遍会很辛苦。"
    typed = filled_in(person.open("/register"), "/register", **{**NOTED, "what": long})
    desk.clock.move(minutes=31)
    answer = person.browser.post("/register", data=typed)
    assert answer.status_code == 403
    assert long in answer.text
    assert typed["csrf"] not in answer.text


def test_every_answer_is_private_and_runs_nothing(desk: Desk) -> None:
    for answer in (desk.signed_in("wangfang").browser.get("/"), desk.visitor().get("/nowhere")):
        assert answer.headers["cache-control"] == "no-store"
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "script-src" not in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "<script" not in answer.text


@pytest.mark.parametrize(
    ("path", "status"), [("/nowhere", 404), ("/sign-out", 405), ("/cases/2026-483-901-7", 404)]
)
def test_addresses_that_lead_nowhere_say_so(desk: Desk, path: str, status: int) -> None:
    answer = desk.signed_in("wangfang").browser.get(path)
    assert answer.status_code == status
    assert "<h1>" in answer.text


def test_monitors_and_browsers_get_what_needs_no_session(desk: Desk) -> None:
    assert desk.visitor().get("/healthz").text == "ok"
    style = desk.visitor().get("/desk.css")
    assert style.headers["content-type"].startswith("text/css")
    assert "url(" not in style.text


def test_a_sign_in_form_with_unknown_fields_is_refused(desk: Desk) -> None:
    answer = desk.visitor().post("/sign-in", data={"account": "wangfang", "role": "manager", "_end": "1"})
    assert answer.status_code == 400
