"""The way of a form, as a resident without script goes it."""

import html
import re
from pathlib import Path

import pytest

from forms_api.instance import draw_instance, sign_instance
from register.case import Tombstone
from register.errors import StorageFailed
from register.store import FolderStore
from register.terms import Step
from tests.factories import KEYS
from tests.forms_api.visitor import COMPLAINT, ORIGIN, Visitor, hidden, words

REPAIR = {
    "urgency": "emergency",
    "matter": "facilities",
    "place": "2 号楼电梯",
    "what": "有人困在电梯里。",
    "reply": "by_code",
}


def test_the_form_names_its_questions_the_promises_and_the_emergency_phone(visitor: Visitor) -> None:
    page = visitor.get("/f/complaint").text
    said = words(page)
    assert "7 天内作出书面处理答复" in said
    assert "0571-5550 0119" in said
    assert "不要公开内容，只计入统计数字" in said
    assert "novalidate" in page
    assert "inputmode=tel" in page
    for name in COMPLAINT:
        assert f'name="{name}"' in page


@pytest.mark.parametrize("form", ["complaint", "repair", "inquiry", "suggestion", "objection"])
def test_every_label_belongs_to_a_field_and_every_id_is_there_once(visitor: Visitor, form: str) -> None:
    page = visitor.get(f"/f/{form}").text
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r' for="([^"]+)"', page)) <= set(ids)
    described = " ".join(re.findall(r'aria-describedby="([^"]+)"', page)).split()
    assert set(described) <= set(ids)


def test_what_is_missing_is_named_at_the_top_and_at_the_field_and_the_rest_is_kept(visitor: Visitor) -> None:
    answer = visitor.check(place="大门口<b>", phone="12", reply="call_me")
    page = answer.text
    assert answer.status_code == 422
    assert page.count("请写明发生了什么") == 2
    assert "<title>错误：我要投诉" in page
    links = re.findall(r'<li><a href="#([a-z]+)">', page)
    assert links == ["matter", "what", "phone"]
    assert all(f' id="{name}"' in page for name in links)
    assert 'value="大门口&lt;b&gt;"' in page
    assert re.search(r'id="problems"[^>]*tabindex="-1"[^>]*autofocus', page)
    assert visitor.cases == []


def test_an_invisible_character_is_named_taken_out_and_the_text_kept(visitor: Visitor) -> None:
    answer = visitor.check(**{**COMPLAINT, "what": "很吵\u202e每天"})
    assert answer.status_code == 422
    assert "U+202E RIGHT-TO-LEFT OVERRIDE" in answer.text
    assert "很吵每天" in answer.text
    assert "\u202e" not in answer.text


def test_the_check_page_shows_all_and_keeps_nothing(visitor: Visitor) -> None:
    answer = visitor.check()
    said = words(answer.text)
    assert answer.status_code == 200
    for shown in ("噪声扰民", COMPLAINT["what"], "13800001234", "5-2-1203", "打电话给我", "未填写"):
        assert shown in said
    assert visitor.cases == []


def test_an_answer_can_be_changed_from_the_check_page(visitor: Visitor) -> None:
    fields = hidden(visitor.check().text) | {"_change": "place"}
    answer = visitor.post("/f/complaint", fields)
    assert answer.status_code == 200
    assert COMPLAINT["what"] in answer.text
    assert re.search(r'id="place"[^>]* autofocus', answer.text)
    assert hidden(answer.text)["_instance"] == fields["_instance"]


def test_the_receipt_shows_number_codes_and_dated_steps(visitor: Visitor) -> None:
    answer = visitor.submit()
    assert answer.status_code == 303
    receipt = visitor.get(answer.headers["location"])
    said = " ".join(words(receipt.text).split())
    (case,) = visitor.cases
    assert case.number in said
    assert re.search(r"\d{4} \d{4} \d{4} \d{4} \d", said)
    assert "告知您是否受理 最迟7月7日（周二）20:00" in said
    assert "处理并答复您 最迟7月13日（周一）20:00" in said
    assert "请现在截图保存本页" in said
    assert receipt.headers["cache-control"] == "no-store"


def test_what_is_kept_is_what_was_typed_and_agreed_to(visitor: Visitor) -> None:
    visitor.submit()
    (case,) = visitor.cases
    assert case.submission.answers["what"] == COMPLAINT["what"]
    assert case.contact is not None
    assert case.contact.phone == "13800001234"
    assert case.submission.channel == "web"
    assert len(case.submission.form) == len(case.submission.consent or "") == 64
    assert not case.is_held


def test_sending_again_even_after_a_restart_makes_one_case_and_shows_one_receipt(
    visitor: Visitor, tmp_path: Path
) -> None:
    fields = hidden(visitor.check().text)
    pages = []
    for _ in range(3):
        visitor.later(seconds=70)
        sent = visitor.post("/f/complaint/send", fields)
        page = visitor.get(sent.headers["location"]).text
        pages.append(re.search(r'class="code">([^<]+)', page)[1])  # type: ignore[index]
    assert len(set(pages)) == 1
    assert len(visitor.cases) == 1


def test_other_words_under_the_same_instance_are_refused_and_the_first_stand(visitor: Visitor) -> None:
    token = visitor.token()
    visitor.submit(token=token)
    again = visitor.submit(token=token, **{**COMPLAINT, "what": "完全不同的话。"})
    assert again.status_code == 409
    assert "这张表已经提交过了" in again.text
    assert [case.submission.answers["what"] for case in visitor.cases] == [COMPLAINT["what"]]


def test_a_form_open_for_more_than_a_day_keeps_the_answers_and_gets_a_fresh_instance(
    visitor: Visitor,
) -> None:
    token = visitor.token()
    fields = hidden(visitor.check(token=token).text)
    visitor.later(hours=25)
    for path in ("/f/complaint", "/f/complaint/send"):
        answer = visitor.post(path, fields)
        assert answer.status_code == 422
        assert "超过 24 小时" in answer.text
        assert COMPLAINT["what"] in answer.text
        assert hidden(answer.text)["_instance"] != token
    assert visitor.cases == []


def test_sending_without_the_check_page_is_refused(visitor: Visitor) -> None:
    answer = visitor.post("/f/complaint/send", {"_instance": visitor.token()} | COMPLAINT)
    assert answer.status_code == 400
    assert visitor.cases == []


def test_answers_changed_after_the_check_page_are_refused(visitor: Visitor) -> None:
    fields = hidden(visitor.check().text) | {"what": "改过的话。"}
    assert visitor.post("/f/complaint/send", fields).status_code == 400
    assert visitor.cases == []


def test_a_full_disk_gives_the_phone_and_keeps_every_answer_and_trying_again_works(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = hidden(visitor.check().text)

    def full(self: FolderStore, case: object) -> None:
        raise StorageFailed("ENOSPC")

    with monkeypatch.context() as patch:
        patch.setattr(FolderStore, "add_all", full)
        answer = visitor.post("/f/complaint/send", fields)
    assert answer.status_code == 503
    assert "没有保存成功" in answer.text
    assert "0571-5550 0100" in answer.text
    again = visitor.post("/f/complaint/send", hidden(answer.text))
    assert again.status_code == 303
    assert len(visitor.cases) == 1


def test_an_emergency_is_told_to_phone_before_anything_is_sent(visitor: Visitor) -> None:
    said = words(visitor.check("repair", **REPAIR).text)
    assert "紧急情况，请现在就打电话" in said
    assert (
        said.index("0571-5550 0119") < said.index("提交前请核对 现在")
        if "提交前请核对 现在" in said
        else True
    )
    receipt = visitor.submit("repair", **REPAIR)
    assert "请现在就打" in visitor.get(receipt.headers["location"]).text
    (case,) = visitor.cases
    assert (case.urgency, case.contact) == ("emergency", None)


def test_a_filled_trap_or_a_robots_speed_holds_the_case_and_never_drops_it(visitor: Visitor) -> None:
    assert visitor.submit(**COMPLAINT, website="http://spam.example").status_code == 303
    token = visitor.token()
    page = visitor.post("/f/complaint", {"_instance": token} | COMPLAINT).text
    assert visitor.post("/f/complaint/send", hidden(page)).status_code == 303
    held = {str(case.last(Step.HOLD).particulars["reason"]) for case in visitor.cases if case.last(Step.HOLD)}  # type: ignore[union-attr]
    assert held == {"spam_suspected", "sent_too_fast"}
    assert all(case.entries[-1].by == "system" for case in visitor.cases)


def test_the_receipt_closes_after_half_an_hour_and_says_what_to_do(visitor: Visitor) -> None:
    location = visitor.submit().headers["location"]
    visitor.later(minutes=31)
    answer = visitor.get(location)
    assert answer.status_code == 410
    assert "查询码" in answer.text


def test_the_language_stays_through_the_whole_flow(visitor: Visitor) -> None:
    page = visitor.get("/f/complaint?lang=en").text
    assert '<html lang="en">' in page
    action = html.unescape(re.search(r'<form id="questions"[^>]* action="([^"]+)"', page)[1])  # type: ignore[index]
    visitor.later(seconds=30)
    check = visitor.post(action, hidden(page) | COMPLAINT).text
    assert "Check before you send" in check
    action = html.unescape(re.search(r'<form id="check"[^>]* action="([^"]+)"', check)[1])  # type: ignore[index]
    location = visitor.post(action, hidden(check)).headers["location"]
    assert location.endswith("?lang=en")
    receipt = words(visitor.get(location).text)
    assert "By Tue 7 Jul, 20:00" in receipt
    assert visitor.cases[0].submission.language == "en"


def test_changing_the_language_keeps_the_answers(visitor: Visitor) -> None:
    fields = {"_instance": visitor.token(), "_switch": "1", "what": "很吵"}
    answer = visitor.post("/f/complaint?lang=en", fields)
    assert answer.status_code == 200
    assert "What happened?" in answer.text
    assert "很吵" in answer.text


def test_a_program_gets_the_same_answers_as_json(visitor: Visitor) -> None:
    asked = {"accept": "application/json"}
    form = visitor.get("/f/complaint", **asked).json()
    assert form["form"] == "complaint"
    wrong = visitor.post("/f/complaint", {"_instance": form["instance"]}, **asked)
    assert wrong.status_code == 422
    assert [error["field"] for error in wrong.json()["errors"]] == ["matter", "what", "reply"]
    visitor.later(seconds=30)
    fields = COMPLAINT | {"_instance": form["instance"]}
    check = visitor.post("/f/complaint", fields, **asked).json()
    sent = visitor.post("/f/complaint/send", fields | {"_seal": check["seal"]}, **asked)
    assert sent.status_code == 201
    assert sent.json()["number"] == visitor.cases[0].number
    tracked = visitor.track(sent.json()["query_code"], **asked).json()
    assert tracked["phase"] == "registered"


def test_a_foreign_page_cannot_send_a_complaint(visitor: Visitor) -> None:
    fields = hidden(visitor.check().text)
    answer = visitor.post("/f/complaint/send", fields, origin="https://evil.example")
    assert answer.status_code == 403
    assert visitor.cases == []
    assert visitor.post("/f/complaint/send", fields, origin=ORIGIN).status_code == 303


def test_nothing_a_resident_writes_is_markup_or_template(visitor: Visitor) -> None:
    poison = "<script>alert(1)</script>{{7*7}}{% include 'x' %}--8<-- \"x\""
    answers = {**COMPLAINT, "what": poison, "place": '"><svg/onload=alert(1)>'}
    check = visitor.check(**answers)
    assert "<script" not in check.text
    assert "<svg" not in check.text
    assert "{{7*7}}" in html.unescape(check.text)
    wrong = visitor.check(**{**answers, "matter": ""})
    assert "<script" not in wrong.text
    assert "<svg" not in wrong.text


def test_the_notice_says_who_why_how_long_and_what_is_published(visitor: Visitor) -> None:
    said = words(visitor.get("/f/notice").text)
    for part in ("谁在使用", "用来做什么", "24 个月", "永不公开", "您的权利"):
        assert part in said


def test_the_style_sheet_is_kept_by_its_digest(visitor: Visitor) -> None:
    link = re.search(r'href="(/f/forms\.css\?v=[0-9a-f]+)"', visitor.get("/f/track").text)
    assert link is not None
    assert "immutable" in visitor.get(link[1]).headers["cache-control"]
    assert visitor.get("/f/forms.css").headers["cache-control"] == "no-cache"


def test_monitors_get_an_answer_without_detail(visitor: Visitor) -> None:
    assert visitor.get("/healthz").text == "ok\n"
    assert visitor.get("/readyz").text == "ok\n"
    (visitor.home.register / "cases").rmdir()
    gone = visitor.get("/readyz")
    assert (gone.status_code, gone.text) == (503, "not ready\n")


def test_a_form_whose_case_was_erased_opens_no_second_one(visitor: Visitor) -> None:
    fields = hidden(visitor.check().text)
    location = visitor.post("/f/complaint/send", fields).headers["location"]
    store, case = visitor.store, visitor.cases[0]
    tombstone = Tombstone(
        number=case.number,
        instance=case.instance,
        ledger=case.ledger,
        kind=case.kind,
        month=f"{case.received:%Y-%m}",
        reason="resident_asked",
    )
    store.erase(store.read(case.number), tombstone)
    assert visitor.get(location).status_code == 410
    again = visitor.post("/f/complaint/send", fields)
    assert again.status_code == 410
    assert "这件记录已删除" in again.text


def test_a_form_that_changed_meanwhile_is_checked_once_more(visitor: Visitor) -> None:
    now = visitor.now
    drawn = draw_instance("complaint", "0" * 64, now=now, draw=lambda length: b"\5" * length)
    answer = visitor.check(token=sign_instance(KEYS, drawn))
    assert answer.status_code == 422
    assert "表单有更新" in answer.text
    assert COMPLAINT["what"] in answer.text
