"""A resident seeing, changing and erasing her own data by her query code."""

from typing import Any

import pytest

from forms_api.progress import MOST_OF_HERS
from register.errors import StorageFailed
from register.handling import THE_RESIDENT
from register.numbers import query_code
from register.store import FolderStore
from register.terms import Step
from tests.factories import MANAGER, REVIEWER, answered, fed_back, step
from tests.forms_api.test_tracking import put
from tests.forms_api.visitor import COMPLAINT, Visitor, hidden, words

ME = "陈建国"


def said(page: Any) -> str:
    return " ".join(words(page.text).split())


def data(visitor: Visitor, code: str, path: str = "", **fields: str) -> Any:
    token = hidden(visitor.get("/f/track").text)["_instance"]
    return visitor.post(f"/f/track/data{path}", {"_instance": token, "code": code} | fields)


def test_everything_she_said_is_shown_in_the_words_of_its_form(visitor: Visitor) -> None:
    code = visitor.code()
    page = data(visitor, code)
    assert page.status_code == 200
    for name in ("place", "what", "name", "room"):
        assert COMPLAINT[name] in page.text
    assert "13800001234" in page.text
    assert "call_me" not in page.text
    assert visitor.cases[0].ledger in page.text
    assert "办结后最多保存 24 个月" in said(page)
    assert page.headers["cache-control"] == "no-store"


def test_once_the_case_is_closed_the_days_are_named(visitor: Visitor) -> None:
    code = visitor.code()
    put(visitor, fed_back)
    assert "最迟保存到2028年7月6日" in said(data(visitor, code))
    assert "最迟保存到2031年7月6日" in said(data(visitor, code))


def test_nothing_internal_is_shown(visitor: Visitor) -> None:
    code = visitor.code()
    put(visitor, lambda case: step(case, Step.ACKNOWLEDGE, note="业主难缠"))
    assert "业主难缠" not in data(visitor, code).text


def test_contact_details_can_be_changed_and_the_old_ones_are_shown_to_nobody(visitor: Visitor) -> None:
    code = visitor.code()
    changed = data(visitor, code, "/contact", name="陈女士", phone="１３９ 0000 1111", room="")
    assert "联系方式已更新" in said(changed)
    (case,) = visitor.cases
    assert case.contact is not None
    assert (case.contact.name, case.contact.phone, case.contact.room) == ("陈女士", "13900001111", "")
    assert "13800001234" not in case.model_copy(update={"aside": ()}).model_dump_json()
    assert "13800001234" not in changed.text
    assert "本件计入公示以后" in said(changed)
    assert case.entries[-1].step == Step.UPDATE_CONTACT
    again = data(visitor, code, "/contact", name="陈女士", phone="13900001111", room="")
    assert again.status_code == 200
    assert len(visitor.cases[0].entries) == len(case.entries)


def test_contact_details_can_be_erased_at_once(visitor: Visitor) -> None:
    code = visitor.code()
    page = data(visitor, code, "/contact", name=ME, remove="1")
    assert "联系方式已删除" in said(page)
    assert "本件计入公示以后" in said(page)
    assert ME not in page.text
    assert visitor.cases[0].contact is None
    assert visitor.cases[0].submission.answers["what"] == COMPLAINT["what"]


def test_a_wrong_phone_is_said_and_what_was_typed_stays(visitor: Visitor) -> None:
    code = visitor.code()
    page = data(visitor, code, "/contact", name="陈女士", phone="12", room="a\x1bb")
    assert page.status_code == 422
    assert "电话应为 11 位手机号" in page.text
    assert "U+001B" in page.text
    assert 'value="陈女士"' in page.text
    contact = visitor.cases[0].contact
    assert contact is not None
    assert contact.phone == "13800001234"


def test_another_language_keeps_what_was_typed_and_changes_nothing(visitor: Visitor) -> None:
    code = visitor.code()
    page = data(visitor, code, "/contact?lang=en", name="王 <b>", phone="139", _switch="1")
    assert '<html lang="en">' in page.text
    assert 'value="王 &lt;b&gt;"' in page.text
    assert 'value="139"' in page.text
    assert 'form="contact" name="_switch"' in page.text
    assert visitor.cases[0].contact is None or visitor.cases[0].contact.phone != "139"


def test_a_wrong_code_shows_nothing_and_waits(visitor: Visitor) -> None:
    visitor.code()
    for path in ("", "/contact"):
        page = data(visitor, query_code(b"\x01"), path)
        assert page.status_code == 404
        assert ME not in page.text
    assert len(visitor.pauses) == 2
    assert data(visitor, "12").status_code == 400


def test_asking_for_erasure_leads_to_the_desk_and_is_asked_once(visitor: Visitor) -> None:
    code = visitor.code()
    assert "申请删除整件记录" in said(data(visitor, code))
    assert "申请删除整件记录" not in said(visitor.track(code))
    assert "已收到删除申请" in said(visitor.act(code, "ask_erasure", text="不想留着。"))
    assert visitor.cases[0].last(Step.ASK_ERASURE) is not None
    page = data(visitor, code)
    assert "正在由两人决定" in said(page)
    assert 'value="ask_erasure"' not in page.text
    put(visitor, fed_back)
    put(visitor, lambda case: step(case, Step.ERASE, by=MANAGER, part="case", reason="resident_asked"))
    assert visitor.cases[0].contact is not None
    put(visitor, lambda case: step(case, Step.ERASE, by=REVIEWER, part="case", reason="resident_asked"))
    page = data(visitor, code)
    assert "已决定删除" in said(page)
    assert ME not in page.text
    assert "删除：整件记录" in said(visitor.track(code))
    assert data(visitor, code, "/contact", name=ME).status_code == 409
    assert visitor.cases[0].contact is None


def test_a_full_disk_keeps_what_was_typed_and_gives_the_phone(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = visitor.code()

    def full(*_: object) -> None:
        raise StorageFailed("ENOSPC")

    with monkeypatch.context() as disk:
        disk.setattr(FolderStore, "replace", full)
        page = data(visitor, code, "/contact", name="陈女士", phone="13900001111", room="5-2")
    assert page.status_code == 503
    assert 'value="13900001111"' in page.text
    assert "tel:" in page.text


def test_the_page_is_there_in_english_and_as_json(visitor: Visitor) -> None:
    code = visitor.code()
    token = hidden(visitor.get("/f/track").text)["_instance"]
    english = visitor.post("/f/track/data?lang=en", {"_instance": token, "code": code})
    assert "My information" in said(english)
    facts = visitor.post("/f/track/data", {"_instance": token, "code": code}, accept="application/json")
    assert facts.json()["contact"]["phone"] == "13800001234"


def test_what_the_desk_writes_back_is_read_by_the_code_alone(visitor: Visitor) -> None:
    code = visitor.code()
    visitor.act(code, "message", text="请问什么时候来？")
    put(visitor, lambda case: step(case, Step.REPLY, text="明天上午九点来。"))
    page = said(visitor.track(code))
    assert "您的留言" in page
    assert "请问什么时候来？" in page
    assert "回复您的留言" in page
    assert "明天上午九点来。" in page


def test_one_who_writes_without_end_is_stopped_before_the_file_is_full(visitor: Visitor) -> None:
    code = visitor.code()

    def talked(case):  # type: ignore[no-untyped-def]
        for number in range(MOST_OF_HERS - 1):
            case = step(case, Step.MESSAGE, by=THE_RESIDENT, text=f"{number}")
        return case

    put(visitor, talked)
    assert visitor.act(code, "message", text="再一次").status_code == 409
    assert data(visitor, code, "/contact", remove="1").status_code == 409
    put(visitor, answered)
    assert visitor.cases[0].status == "answered"
