"""A resident looking up her own case."""

import errno
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from forms_api.delays import FREE_TRIES
from register.case import Case, Tombstone
from register.errors import RegisterBusy, StorageFailed
from register.numbers import query_code, show_query_code
from register.store import FolderStore
from register.stored import Stored
from register.terms import Step
from tests.factories import answered, approved, step
from tests.forms_api.visitor import Visitor, hidden, words

NOTE = "内部：业主态度激动，勿外传"


def put(visitor: Visitor, change: object) -> None:
    """Change the only case as the office would, and let the clock follow."""
    store = visitor.store
    stored = store.read(visitor.cases[0].number)
    changed = change(stored.record)  # type: ignore[operator]
    store.replace(stored, changed)
    visitor.now = max(visitor.now, changed.entries[-1].at + timedelta(minutes=1))


def test_the_code_opens_the_case_however_it_is_typed(visitor: Visitor) -> None:
    code = visitor.code()
    full_width = code.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    for typed in (code, code.replace(" ", ""), code.replace(" ", "-"), full_width):
        page = visitor.track(typed)
        assert page.status_code == 200
        assert "已登记" in words(page.text)


def test_the_page_shows_every_limit_with_what_is_left(visitor: Visitor) -> None:
    said = " ".join(words(visitor.track(visitor.code()).text).split())
    assert "告知您是否受理 还剩 34 小时，最迟7月7日（周二）20:00" in said
    assert "处理并答复您 还剩 7 天，最迟7月13日（周一）20:00" in said


def test_another_language_loses_nothing_that_was_typed_for_a_step(visitor: Visitor) -> None:
    code = visitor.code()
    page = visitor.track(code)
    assert 'formaction="/f/track/step?lang=en"' in page.text
    assert '<a class="switch" href="#language"' in page.text
    # Behind every form that can be unfolded, so that an unfolded one can hide it.
    assert page.text.rindex("<details") < page.text.index('id="language"') < page.text.index("</main>")
    fields = {"step": "message", "text": "灯 <b> 还没修", "_switch": "1"}
    sent = {"_instance": hidden(page.text)["_instance"], "code": code} | fields
    answer = visitor.post("/f/track/step?lang=en", sent)
    assert answer.status_code == 200
    assert '<html lang="en">' in answer.text
    assert "灯 &lt;b&gt; 还没修</textarea>" in answer.text
    assert visitor.cases[0].last(Step.MESSAGE) is None


def test_another_language_keeps_a_choice_and_a_code_half_typed(visitor: Visitor) -> None:
    code = visitor.code()
    put(visitor, answered)
    again = visitor.act(code, "rate", satisfaction="dissatisfied", _switch="1")
    assert 'value="dissatisfied" checked' in again.text
    assert visitor.cases[0].last(Step.RATE) is None
    asked = visitor.get("/f/track").text
    assert 'form="look-up"' in asked
    half = visitor.post(
        "/f/track?lang=en", {"_instance": hidden(asked)["_instance"], "code": "1234 56", "_switch": "1"}
    )
    assert half.status_code == 200
    assert 'value="1234 56"' in half.text


def test_a_missed_limit_is_said_and_can_be_chased(visitor: Visitor) -> None:
    code = visitor.code()
    assert "催办" not in words(visitor.track(code).text).replace(
        "催办：有时限超过后，这里会出现“催办”按钮", ""
    )
    visitor.later(days=8)
    said = words(visitor.track(code).text)
    assert "已超时" in said
    answer = visitor.act(code, "chase")
    assert "已记录催办" in answer.text
    assert visitor.cases[0].last(Step.CHASE) is not None


def test_what_was_kept_on_time_is_said(visitor: Visitor) -> None:
    code = visitor.code()
    put(visitor, answered)
    said = words(visitor.track(code).text)
    assert "已按时完成" in said
    assert "已清运并补排班次。" in said
    assert "处理答复：已整改" in said


def test_nothing_internal_is_told(visitor: Visitor) -> None:
    code = visitor.code()

    def office(case):  # type: ignore[no-untyped-def]
        case = step(case, Step.ACKNOWLEDGE, note=NOTE)
        case = step(case, Step.CONTACT, note=NOTE)
        case = step(case, Step.HOLD, reason="flood")
        case = step(case, Step.CLASSIFY, kind="complaint", matter="noise", urgency="ordinary", demand=NOTE)
        case = step(case, Step.ASSIGN, to="zhaoqiang", post="security")
        return step(case, Step.INVESTIGATE, findings=NOTE)

    put(visitor, office)
    page = visitor.track(code).text
    assert NOTE not in page
    for inner in ("wangfang", "zhaoqiang", "flood", "大量提交", "待查"):
        assert inner not in page
    assert "已调查核实" in page


def test_a_wrong_code_an_erased_one_and_a_strange_one_look_the_same(visitor: Visitor) -> None:
    code = visitor.code()
    store, case = visitor.store, visitor.cases[0]
    month = f"{case.received:%Y-%m}"
    tombstone = Tombstone(
        number=case.number,
        instance=case.instance,
        ledger=case.ledger,
        kind=case.kind,
        month=month,
        reason="resident_asked",
    )
    store.erase(store.read(case.number), tombstone)
    erased, strange = visitor.track(code), visitor.track(query_code(b"\x01\x02\x03"))
    assert erased.status_code == strange.status_code == 404
    assert words(erased.text).split() == words(strange.text).split()
    assert "没有查到这个查询码" in erased.text
    assert 'name="code" type="text" value=""' in erased.text


def test_a_mistyped_code_is_told_apart_without_a_look_up(visitor: Visitor) -> None:
    code = visitor.code().replace(" ", "")
    wrong = str((int(code[3]) + 1) % 10)
    answer = visitor.track(code[:3] + wrong + code[4:])
    assert answer.status_code == 422
    assert "查询码有误" in answer.text
    assert f'value="{code[:3] + wrong + code[4:]}"' in answer.text
    assert visitor.track("").status_code == 422
    assert visitor.pauses == []


def test_wrong_codes_wait_longer_and_a_right_one_never(visitor: Visitor) -> None:
    right = visitor.code()
    for _ in range(FREE_TRIES + 3):
        visitor.track(query_code(b"\x01"))
    assert visitor.pauses[:FREE_TRIES] == [0.0] * FREE_TRIES
    assert visitor.pauses[-1] > visitor.pauses[-2] > 0
    waited = len(visitor.pauses)
    assert visitor.track(right).status_code == 200
    assert len(visitor.pauses) == waited


@pytest.mark.parametrize("address", ["/f/track", "/f/track/step", "/f/track/data"])
def test_a_right_code_is_not_called_unknown_where_its_file_cannot_be_read_just_now(
    visitor: Visitor, address: str
) -> None:
    """It waits as a wrong code does, for it may be one."""
    code = visitor.code()
    fields = {"_instance": hidden(visitor.get("/f/track").text)["_instance"], "code": code}
    if address == "/f/track/step":
        fields |= {"step": "message", "text": "水还在漏。"}
    assert visitor.post(address, fields).status_code == 200
    file = next(visitor.store.folder.rglob(f"{visitor.cases[0].number}.json"))
    file.touch()  # it has to be read again
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", _refusing(os.open, file))
        page = visitor.post(address, fields)
    assert page.status_code == 503
    assert "tel:" in page.text
    assert len(visitor.pauses) == 1


def _refusing(real: Callable[..., int], file: Path) -> Callable[..., int]:
    def opened(path: Any, *how: Any, **more: Any) -> int:
        if path == file:
            raise OSError(errno.EIO, "cannot be read")
        return real(path, *how, **more)

    return opened


def test_the_code_is_in_no_address(visitor: Visitor) -> None:
    code = visitor.code()
    page = visitor.track(code).text
    digits = code.replace(" ", "")
    for attribute in ("href=", "action=", "formaction="):
        for piece in page.split(attribute)[1:]:
            assert digits not in piece.split('"')[1]


@pytest.mark.parametrize(
    ("name", "said", "kept"),
    [
        ("add_facts", {"text": "昨晚又吵。"}, Step.ADD_FACTS),
        ("message", {"text": "请问进展？"}, Step.MESSAGE),
        ("withdraw", {"text": ""}, Step.WITHDRAW),
    ],
)
def test_a_step_is_taken_confirmed_and_told(
    visitor: Visitor, name: str, said: dict[str, str], kept: Step
) -> None:
    code = visitor.code()
    answer = visitor.act(code, name, **said)
    assert answer.status_code == 200
    assert 'class="success"' in answer.text
    entry = visitor.cases[0].last(kept)
    assert entry is not None
    assert entry.by == "resident"
    if said["text"]:
        assert said["text"] in answer.text


def test_a_double_click_takes_a_step_once(visitor: Visitor) -> None:
    code = visitor.code()
    for _ in range(3):
        assert visitor.act(code, "add_facts", text="昨晚又吵。").status_code == 200
    assert len(visitor.cases[0].entries) == 2


def test_the_answer_can_be_rated_and_a_review_asked_for_once(visitor: Visitor) -> None:
    code = visitor.code()
    put(visitor, answered)
    assert visitor.act(code, "rate").status_code == 422
    assert "您的评价：不满意" in visitor.act(code, "rate", satisfaction="dissatisfied").text
    assert visitor.act(code, "rate", satisfaction="no_answer").status_code == 422
    assert visitor.act(code, "ask_review", text="没有解决。").status_code == 200
    assert visitor.act(code, "ask_review", text="还是没有。").status_code == 409
    assert visitor.cases[0].phase == "reviewing"


def test_the_exact_summary_is_shown_and_can_be_objected_to_for_seven_days(visitor: Visitor) -> None:
    code = visitor.code()
    put(visitor, approved)
    page = visitor.track(code)
    assert "楼道垃圾清运不及时，已清运并调整班次。" in page.text
    assert "之前，您可以对公开提出异议" in page.text
    answer = visitor.act(code, "object", text="")
    assert "这件只计数" in answer.text
    assert visitor.cases[0].last(Step.OBJECT) is not None
    assert "准备公开的内容" not in visitor.track(code).text


def test_after_seven_days_the_page_names_the_supervision_phone_instead(visitor: Visitor) -> None:
    code = visitor.code()
    put(visitor, approved)
    visitor.later(days=7)
    page = visitor.track(code)
    assert "异议期已过" in page.text
    assert 'value="object"' not in page.text
    assert visitor.act(code, "object", text="").status_code == 409


def test_an_unapproved_summary_is_not_shown(visitor: Visitor) -> None:
    code = visitor.code()
    put(visitor, lambda case: step(answered(case), Step.SUMMARISE, zh="未审核的摘要。", en=""))
    assert "未审核的摘要" not in visitor.track(code).text
    assert visitor.act(code, "object", text="").status_code == 409


def test_what_is_wrong_with_a_step_is_said_at_its_field_and_the_words_are_kept(visitor: Visitor) -> None:
    code = visitor.code()
    long = "很" * 501
    answer = visitor.act(code, "add_facts", text=long)
    assert answer.status_code == 422
    assert "最多 500 个字，现在是 501 个字" in answer.text
    assert long in answer.text
    assert '<a href="#add_facts-field">' in answer.text
    assert visitor.act(code, "add_facts", text="  ").status_code == 422
    assert visitor.act(code, "message", text="a\u202eb").status_code == 422


def test_the_office_own_steps_cannot_be_taken(visitor: Visitor) -> None:
    code = visitor.code()
    for name in ("approve", "erase", "acknowledge", "", "nonsense"):
        assert visitor.act(code, name, text="x").status_code == 400
    assert len(visitor.cases[0].entries) == 1


def test_a_step_that_cannot_be_kept_says_so_and_keeps_the_words(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = visitor.code()

    def full(self: FolderStore, *_: object) -> None:
        raise StorageFailed("ENOSPC")

    monkeypatch.setattr(FolderStore, "replace", full)
    answer = visitor.act(code, "add_facts", text="昨晚又吵。")
    assert answer.status_code == 503
    assert "昨晚又吵。" in answer.text


def test_a_step_with_a_wrong_code_takes_nothing(visitor: Visitor) -> None:
    visitor.code()
    assert visitor.act(show_query_code(query_code(b"\x09")), "withdraw").status_code == 404
    assert visitor.act("123", "withdraw").status_code == 400
    assert len(visitor.cases[0].entries) == 1


def test_the_case_can_be_read_in_english(visitor: Visitor) -> None:
    code = visitor.code()
    put(visitor, answered)
    said = words(visitor.track(code, "/f/track?lang=en").text)
    assert "Answer: Put right" in said
    assert "Rate the result" in said


def test_a_paused_clock_a_refusal_and_a_transfer_are_told_in_words(visitor: Visitor) -> None:
    code = visitor.code()

    def paused(case: Case) -> Case:
        for taken, said in (
            (Step.ACKNOWLEDGE, {}),
            (Step.CLASSIFY, {"kind": "complaint", "matter": "noise", "urgency": "ordinary"}),
            (Step.ASSIGN, {"to": "zhaoqiang", "post": "security"}),
            (Step.PAUSE, {"reason": "awaiting_parts"}),
        ):
            case = step(case, taken, **said)
        return case

    put(visitor, paused)
    said = words(visitor.track(code).text)
    assert "暂停计时：等待配件到货" in said
    assert "暂停计时，原定7月13日（周一）20:00" in said
    put(visitor, lambda case: step(case, Step.RESUME))
    put(visitor, lambda case: step(case, Step.TRANSFER, to="街道办事处", text="属市政道路，已转办。"))
    told = words(visitor.track(code).text)
    assert "已转交：街道办事处" in told
    assert "属市政道路，已转办。" in told


def test_a_withdrawn_case_is_timed_no_longer(visitor: Visitor) -> None:
    code = visitor.code()
    assert "已撤回，不再计时" in visitor.act(code, "withdraw", text="").text


def test_a_step_meets_the_offices_without_overwriting_it(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = visitor.code()
    replace, tries = FolderStore.replace, []

    def contested(self: FolderStore, old: Stored[Case], case: Case) -> Stored[Case]:
        tries.append(case)
        if len(tries) == 1:
            replace(self, old, step(old.record, Step.ACKNOWLEDGE, after=timedelta(0)))
        return replace(self, old, case)

    monkeypatch.setattr(FolderStore, "replace", contested)
    assert visitor.act(code, "add_facts", text="昨晚又吵。").status_code == 200
    assert [entry.step for entry in visitor.cases[0].entries] == ["receive", "acknowledge", "add_facts"]


def test_a_step_that_is_always_overtaken_is_not_taken(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = visitor.code()

    def overtaken(*_: object) -> None:
        raise RegisterBusy("x")

    monkeypatch.setattr(FolderStore, "replace", overtaken)
    answer = visitor.act(code, "add_facts", text="昨晚又吵。")
    assert answer.status_code == 409
    assert "昨晚又吵。" in answer.text


def test_the_language_of_the_code_page_can_be_changed(visitor: Visitor) -> None:
    assert 'formaction="/f/track?lang=en"' in visitor.get("/f/track").text
    assert "Follow your case" in visitor.get("/f/track?lang=en").text
