import re
from datetime import timedelta

import pytest

from register.terms import Channel
from tests.forms_api.desk.casefiles import NOTED, register
from tests.forms_api.desk.office import Desk, filled_in, text_of, words


def only_case(desk: Desk) -> object:
    (number,) = desk.store.numbers()
    return desk.store.read(number).record


def test_what_was_told_on_the_phone_is_kept_like_a_form(desk: Desk) -> None:
    number = register(desk.signed_in("wangfang"))
    case = desk.store.read(number).record
    assert (case.submission.channel, case.entries[0].by) == (Channel.PHONE, "wangfang")
    assert case.submission.answers == {"what": NOTED["what"], "place": NOTED["place"]}
    assert case.contact is not None
    assert case.contact.values() == ("陈建国", "13812345678", "5-2-1203")
    assert case.submission.received == desk.clock()
    assert {clock.step.value for clock in case.entries[0].limits} >= {"acknowledge", "answer"}
    assert desk.events()[-1] == ("wangfang", "registered")


def test_sending_twice_makes_one_case_and_the_same_slip(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    form = filled_in(person.open("/register"), "/register", **NOTED)
    slips = []
    for _ in range(2):
        assert person.browser.post("/register", data=form).headers["location"] == "/register/slip"
        slips.append(text_of(person.open("/register/slip")))
        desk.clock.move(minutes=1)
    assert slips[0] == slips[1]
    assert len(list(desk.store.numbers())) == 1
    assert desk.events().count(("wangfang", "registered")) == 1


def test_the_same_form_with_other_words_is_another_matter_on_a_fresh_form(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    form = filled_in(person.open("/register"), "/register", **NOTED)
    person.browser.post("/register", data=form)
    answer = person.browser.post("/register", data={**form, "what": "另一件事。", "_end": "1"})
    assert answer.status_code == 409
    assert "另一件事。" in answer.text
    person.send(answer.text, "/register", **{**NOTED, "what": "另一件事。"})
    assert len(list(desk.store.numbers())) == 2


def test_the_slip_shows_codes_until_they_are_handed_over(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    number = register(person)
    page = person.open("/register/slip")
    assert "<svg" in page
    found = re.search(r"\d{4} \d{4} \d{4} \d{4} \d", page)
    assert found
    code = found[0]
    assert person.send(page, "/register/slip") == f"/cases/{number}"
    assert person.browser.get("/register/slip").headers["location"] == "/register"
    kept = (desk.store.folder / "cases" / number[:4] / f"{number}.json").read_text(encoding="utf-8")
    assert code.replace(" ", "") not in kept
    assert desk.signed_in("sunli").browser.get("/register/slip").status_code == 303


def test_a_note_on_paper_keeps_its_true_time(desk: Desk) -> None:
    noted = desk.clock() - timedelta(days=2)
    number = register(desk.signed_in("wangfang"), received=f"{noted:%Y-%m-%dT%H:%M}", channel="letterbox")
    assert desk.store.read(number).record.received == noted


@pytest.mark.parametrize("days", [-1, 15, 400])
def test_a_time_in_the_future_or_long_ago_is_refused(desk: Desk, days: int) -> None:
    person = desk.signed_in("wangfang")
    received = f"{desk.clock() - timedelta(days=days):%Y-%m-%dT%H:%M}"
    page = person.send(person.open("/register"), "/register", 422, **{**NOTED, "received": received})
    assert "时间不对" in page
    assert NOTED["what"] in page
    assert list(desk.store.numbers()) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"what": ""}, "请填写或选择"),
        ({"what": "字" * 1001}, "请填写或选择"),
        ({"phone": "没有"}, "不是电话号码"),
        ({"channel": "web"}, "请填写或选择"),
        ({"kind": "riot"}, "请填写或选择"),
        ({"publish": ""}, "请填写或选择"),
        ({"received": "昨天"}, "时间不对"),
        ({"name": "陈\u0000建国"}, "看不见的"),
    ],
)
def test_every_problem_is_named_and_nothing_is_kept(desk: Desk, change: dict[str, str], said: str) -> None:
    person = desk.signed_in("wangfang")
    page = person.send(person.open("/register"), "/register", 422, **{**NOTED, **change})
    assert said in page
    assert NOTED["place"] in page
    assert list(desk.store.numbers()) == []


def test_all_problems_come_at_once(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    page = person.send(
        person.open("/register"), "/register", 422, **{**NOTED, "what": "", "phone": "x", "kind": ""}
    )
    assert "请改正以下 3 处" in page


def test_a_forged_form_is_refused(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    person.send(person.open("/register"), "/register", 400, **{**NOTED, "instance": "made up"})
    assert list(desk.store.numbers()) == []


def test_who_will_not_be_published_is_only_counted(desk: Desk) -> None:
    number = register(desk.signed_in("wangfang"), publish="no")
    assert not desk.store.read(number).record.submission.publish
    assert only_case(desk)


def test_a_paper_slip_of_an_outage_is_registered_once_with_its_true_time(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    missing = person.send(person.open("/register"), "/register", 422, **NOTED, slip="A-017")
    assert words("field_problem", "received_missing") in missing
    desk.clock.move(hours=5)
    person = desk.signed_in("wangfang")
    noted = {**NOTED, "slip": "A-017", "received": "2026-07-06T10:30"}
    page = person.open("/register")
    assert person.send(page, "/register", **noted) == "/register/slip"
    case = desk.store.read(next(desk.store.numbers())).record
    assert case.submission.answers["slip"] == "A-017"
    assert case.received.isoformat() == "2026-07-06T10:30:00+08:00"
    assert case.entries[0].limits[0].due.isoformat() == "2026-07-07T20:00:00+08:00"
    assert "A-017" in person.open(f"/cases/{case.number}")
    assert person.send(page, "/register", **noted) == "/register/slip"  # pressed twice
    again = person.send(person.open("/register"), "/register", 422, **{**noted, "what": "另一件。"})
    assert words("field_problem", "slip_taken") in again
