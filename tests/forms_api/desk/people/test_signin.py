from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.forms_api.desk.office import LOCAL, PASSWORD, Desk, open_desk, text_of

ACCOUNT = {"account": "wangfang", "password": PASSWORD, "lang": "zh", "_end": "1"}


def try_in(browser: TestClient, **change: str) -> int:
    return browser.post("/sign-in", data={**ACCOUNT, **change}).status_code


def test_nothing_is_shown_to_strangers(desk: Desk) -> None:
    browser = desk.visitor()
    for path in ("/", "/cases/2026-483-901-7", "/register", "/publish", "/staff", "/log"):
        answer = browser.get(path)
        assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(desk: Desk) -> None:
    cookie = desk.visitor().post("/sign-in", data=ACCOUNT).headers["set-cookie"]
    assert cookie.startswith("desk=")
    for part in ("HttpOnly", "SameSite=strict", "Path=/"):
        assert part in cookie


def test_on_https_the_cookie_is_bound_to_the_host(desk: Desk) -> None:
    portal = desk.home.folder / "portal.toml"
    portal.write_text(portal.read_text().replace("http://127.0.0.1:8001", "https://desk.example.org"))
    from forms_api.desk.app import create_desk
    from forms_api.desk.office import Edges, Lent
    from register.settings import read_book, read_home
    from tests.forms_api.desk.office import counting_draw

    home = read_home(desk.home.folder)
    app = create_desk(
        home, read_book(home.content), Edges(desk.clock, counting_draw(), desk.clock), Lent(desk.publishing)
    )
    browser = TestClient(app, base_url=LOCAL, client=("127.0.0.1", 1), follow_redirects=False)
    cookie = browser.post("/sign-in", data=ACCOUNT).headers["set-cookie"]
    assert cookie.startswith("__Host-desk=")
    assert "Secure" in cookie


def test_signing_in_again_gives_another_session(desk: Desk) -> None:
    browser = desk.visitor()
    assert try_in(browser) == 303
    first = browser.cookies["desk"]
    assert try_in(browser) == 303
    assert browser.cookies["desk"] != first
    browser.cookies.set("desk", first, domain="127.0.0.1")
    stolen = desk.visitor()
    stolen.cookies.set("desk", first)
    assert stolen.get("/").status_code == 303


def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(desk: Desk) -> None:
    wrong = desk.visitor().post("/sign-in", data={**ACCOUNT, "password": "wrong password"})
    unknown = desk.visitor().post("/sign-in", data={**ACCOUNT, "account": "nobody"})
    assert (wrong.status_code, unknown.status_code) == (401, 401)
    assert text_of(wrong.text) == text_of(unknown.text)
    assert desk.events() == [("wangfang", "sign_in_failed"), ("unknown", "sign_in_failed")]


def test_guessing_is_slowed_down_and_the_right_password_waits_too(desk: Desk) -> None:
    browser = desk.visitor()
    assert [try_in(browser, password=f"guess number {n}") for n in range(4)] == [401] * 4
    assert try_in(browser) == 429
    desk.clock.move(seconds=31)
    assert try_in(browser) == 303
    assert ("wangfang", "sign_in_locked") in desk.events()


def test_what_was_typed_as_an_account_is_not_logged(desk: Desk) -> None:
    try_in(desk.visitor(), account=PASSWORD)
    assert PASSWORD not in desk.audit.file.read_text()


@pytest.mark.parametrize(
    ("base", "peer", "headers"),
    [
        (LOCAL, "192.168.1.20", {}),
        (LOCAL, "127.0.0.1", {"X-Forwarded-For": "10.0.0.7"}),
        (LOCAL, "127.0.0.1", {"Forwarded": "for=10.0.0.7"}),
    ],
)
def test_from_elsewhere_a_password_alone_is_not_enough(
    desk: Desk, base: str, peer: str, headers: dict[str, str]
) -> None:
    browser = desk.visitor(base, peer)
    shown = browser.get("/sign-in", headers=headers)
    tried = browser.post("/sign-in", data=ACCOUNT, headers=headers)
    assert (shown.status_code, tried.status_code) == (200, 401)
    assert "身份验证器" in shown.text
    assert "set-cookie" not in tried.headers
    assert desk.events()[-1] == ("wangfang", "sign_in_failed")


def test_a_session_taken_elsewhere_opens_nothing(desk: Desk) -> None:
    inside = desk.signed_in("wangfang")
    outside = desk.visitor(peer="192.168.1.20")
    outside.cookies.set("desk", inside.browser.cookies["desk"])
    assert outside.get("/").status_code == 403


def test_a_foreign_host_name_is_refused(desk: Desk) -> None:
    assert desk.visitor("http://evil.example").get("/sign-in").status_code == 400


def test_signing_out_ends_the_session(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    token = person.browser.cookies["desk"]
    assert person.send(person.open("/"), "/sign-out") == "/sign-in"
    again = desk.visitor()
    again.cookies.set("desk", token)
    assert again.get("/").status_code == 303
    assert desk.events()[-1] == ("wangfang", "sign_out")


def test_a_disabled_account_is_out_at_once(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    desk.staff.disable("wangfang")
    assert person.browser.get("/").status_code == 303


def test_a_first_password_must_be_changed_before_anything_else(desk: Desk) -> None:
    desk.staff.set_password("wangfang", PASSWORD, must_change=True)
    person = desk.signed_in("wangfang")
    person.open("/", 403)
    page = person.open("/password")
    new = "a sentence of my own"
    refused = person.send(page, "/password", 422, current=PASSWORD, new=new, again=new + "x")
    assert "不一致" in refused
    refused = person.send(page, "/password", 422, current="not my password", new=new, again=new)
    assert "现在的密码不对" in refused
    assert desk.events()[-1][1] == "password_refused"
    refused = person.send(page, "/password", 422, current=PASSWORD, new="short", again="short")
    assert "至少 12 个字符" in refused
    refused = person.send(page, "/password", 422, current=PASSWORD, new=PASSWORD, again=PASSWORD)
    assert "相同" in refused
    assert person.send(page, "/password", current=PASSWORD, new=new, again=new) == "/"
    person.open("/")
    assert desk.staff.verify("wangfang", new)


def test_a_new_password_ends_the_other_sessions(desk: Desk) -> None:
    here, there = desk.signed_in("wangfang"), desk.signed_in("wangfang")
    new = "a sentence of my own"
    here.send(here.open("/password"), "/password", current=PASSWORD, new=new, again=new)
    assert there.browser.get("/").status_code == 303
    here.open("/")


def test_whoever_changes_the_language_stays_where_she_is(desk: Desk) -> None:
    person = desk.signed_in("liweidong")
    for path in (
        "/",
        "/archive",
        "/ledger",
        "/surveys",
        "/written",
        "/publish/held",
        "/staff/wangfang",
        "/register/paper",
        "/publish/preview",
    ):
        assert person.send(person.open(path), "/language") == path
    form = person.open("/")
    for sent_to, page in (
        ("/publish/approve", "/publish"),
        ("/published/7KQ2M4XD/take-down", "/published/7KQ2M4XD"),
        ("/written/0123456789abcdef/send-back", "/written/0123456789abcdef"),
        ("/surveys/2026h2/close", "/surveys"),
    ):
        assert person.send(form, "/language", back=sent_to) == page
    for elsewhere in (
        "//evil.example",
        "https://evil.example/log",
        "/log//evil",
        "/log\n",
        "/\\evil.example",
        "/sign-out",
        "sign-in",
        "/written/../log",
        "/nothing/here",
        "/log" + "/log" * 6,
    ):
        assert person.send(form, "/language", back=elsewhere) == "/"


def test_english_is_a_choice_that_lasts_as_long_as_the_session(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    assert person.send(person.open("/archive"), "/language") == "/archive"
    assert "What is to be done today" in person.open("/")
    assert person.send(person.open("/"), "/language", back="//evil.example") == "/"
    assert "今天要做的事" in person.open("/")
    assert "Sign in to the desk" in desk.visitor().get("/sign-in?lang=en").text


def test_the_demo_says_so_on_every_page_and_can_move_its_clock(tmp_path: Path) -> None:
    desk = open_desk(tmp_path, demo=True)
    assert "演示数据" in desk.visitor().get("/sign-in").text
    person = desk.signed_in("wangfang")
    before = desk.clock()
    assert person.send(person.open("/"), "/demo/advance") == "/"
    assert (desk.clock() - before).days == 90
    assert "演示时间已推进" in person.open("/")


def test_a_real_estate_has_no_way_to_move_the_clock(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    page = person.open("/")
    assert "演示" not in page
    assert person.browser.post("/demo/advance", data={"_end": "1"}).status_code == 404
