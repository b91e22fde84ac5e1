"""Anybody objecting to a published entry: linked from the entry, answered in three days, never published itself."""

from datetime import timedelta
from typing import Any

import pytest

from forms_api.answers import plain_reference
from register.clocks import running_clocks
from register.standards import Limit
from register.terms import Kind, Step
from tests.factories import book, step
from tests.forms_api.visitor import Visitor, hidden, words

OBJECTION = {
    "entry": "7QKX-2M9D",
    "why": "recognisable",
    "what": "一看就知道是我家。",
    "reply": "by_code",
}


def said(page: Any) -> str:
    return " ".join(words(page.text).split())


def test_the_link_under_an_entry_fills_in_its_reference(visitor: Visitor) -> None:
    assert 'value="7QKX2M9D"' in visitor.get("/f/objection?ref=7qkx2m9d").text
    english = visitor.get("/f/objection?ref=7QKX2M9D&lang=en").text
    assert 'value="7QKX2M9D"' in english
    assert "Object to something published" in english
    for wrong in ("<script>", "7QKX", "7QKX2M9DU" * 9, ""):
        page = visitor.get(f"/f/objection?ref={wrong}").text
        assert 'name="entry" type="text" autocomplete="off" value=""' in page


def test_it_is_a_complaint_with_a_receipt_and_three_days(visitor: Visitor) -> None:
    receipt = visitor.get(visitor.submit("objection", **OBJECTION).headers["location"])
    assert "异议已登记" in said(receipt)
    (case,) = visitor.cases
    assert (case.kind, case.submission.is_objection) == (Kind.COMPLAINT, True)
    assert case.submission.answers["entry"] == "7QKX2M9D"
    assert not case.submission.publish
    due = {clock.step: clock.due for clock in running_clocks(case)}
    limit = Limit(amount=3, unit="days")
    assert due[Step.ANSWER] == book().calendar.due(case.received, limit).at
    assert due[Step.ANSWER] - case.received < timedelta(days=4)


def test_whatever_class_it_is_given_the_three_days_stand(visitor: Visitor) -> None:
    visitor.submit("objection", **OBJECTION)
    (case,) = visitor.cases
    before = {clock.step: clock.due for clock in running_clocks(case)}[Step.ANSWER]
    case = step(
        step(case, Step.ACKNOWLEDGE), Step.CLASSIFY, kind="complaint", matter="noise", urgency="important"
    )
    assert {clock.step: clock.due for clock in running_clocks(case)}[Step.ANSWER] == before


def test_an_ordinary_complaint_keeps_its_own_limit(visitor: Visitor) -> None:
    visitor.submit()
    (case,) = visitor.cases
    (answer,) = [clock for clock in running_clocks(case) if clock.step == Step.ANSWER]
    assert answer.standard.startswith("complaint.answer.ordinary")


def test_its_page_promises_three_days_and_the_complaint_form_does_not(visitor: Visitor) -> None:
    promise = "对已公开内容的异议，3 天内答复"
    assert promise in said(visitor.get("/f/objection"))
    assert promise not in said(visitor.get("/f/complaint"))


def test_a_notice_or_a_page_can_be_objected_to_by_its_name(visitor: Visitor) -> None:
    visitor.submit("objection", **OBJECTION | {"entry": "  二次供水 水箱清洗公告 "})
    assert visitor.cases[0].submission.answers["entry"] == "二次供水 水箱清洗公告"


def test_which_item_must_be_said_and_the_rest_stays(visitor: Visitor) -> None:
    page = visitor.check("objection", **OBJECTION | {"entry": ""})
    assert page.status_code == 422
    assert "请写明是哪一条" in said(page)
    assert OBJECTION["what"] in page.text


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("7QKX2M9D", "7QKX2M9D"),
        (" 7qkx 2m9d ", "7QKX2M9D"),
        ("７ＱＫＸ２Ｍ９Ｄ", "7QKX2M9D"),
        ("OIL12345", "01112345"),
        ("7QKX2M9", None),
        ("7QKX2M9U", None),
    ],
)
def test_a_reference_is_read_however_it_is_typed(typed: str, plain: str | None) -> None:
    assert plain_reference(typed) == plain


def test_sending_it_twice_is_one_objection(visitor: Visitor) -> None:
    fields = hidden(visitor.check("objection", **OBJECTION).text)
    assert [visitor.post("/f/objection/send", fields).status_code for _ in range(2)] == [303, 303]
    assert len(visitor.cases) == 1
