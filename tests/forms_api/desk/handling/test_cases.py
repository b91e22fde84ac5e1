"""The page of one case: what it shows, what it refuses, and what it keeps."""

import pytest

from forms_api.desk.publication.views import KNOWN
from register.errors import RegisterBusy, StorageFailed
from register.publication import Stage, publication
from register.store import FolderStore
from register.terms import Kind, Status, Step
from tests.factories import ENGINEER, answered, fed_back, kept_case, step
from tests.forms_api.desk.casefiles import keep
from tests.forms_api.desk.office import Desk, filled_in, text_of, words

SUMMARY = "公共区域清扫不及时，已清理并调整班次。"


def drafted(desk: Desk) -> str:
    return keep(desk, step(fed_back(kept_case(desk.store)), Step.SUMMARISE, zh=SUMMARY))


def test_contact_details_are_masked_until_somebody_looks_and_the_look_is_logged(desk: Desk) -> None:
    number = kept_case(desk.store).number
    person = desk.signed_in("wangfang")
    page = person.open(f"/cases/{number}")
    for private in ("陈建国", "13812345678", "5-2-1203"):
        assert private not in page
    assert "138****5678" in page
    shown = person.send(page, f"/cases/{number}/contact", 200)
    assert "13812345678" in shown
    line = desk.lines()[-1]
    assert (line.by, line.event, line.about) == ("wangfang", "looked_at_contact", number)
    assert "13812345678" not in person.open(f"/cases/{number}")
    assert "13812345678" not in desk.audit.file.read_text()


def test_every_open_step_is_a_form_and_the_expected_one_comes_first(desk: Desk) -> None:
    number = kept_case(desk.store).number
    page = desk.signed_in("wangfang").open(f"/cases/{number}")
    first = page.index("/steps/acknowledge")
    assert first < page.index("/steps/hold")
    assert "/steps/answer" not in page
    assert "/steps/erase" not in page  # the role of a handler does not reach that far


def test_a_refused_step_says_why_what_is_allowed_and_keeps_what_was_typed(desk: Desk) -> None:
    case = kept_case(desk.store)
    for taken, said in (
        (Step.ACKNOWLEDGE, {}),
        (Step.CLASSIFY, {"kind": "complaint", "matter": "noise", "urgency": "ordinary"}),
    ):
        case = step(case, taken, **said)
    case = step(case, Step.ASSIGN, to="wangfang", post="cleaning")
    number = keep(desk, case)
    person = desk.signed_in("wangfang")
    form = filled_in(person.open(f"/cases/{number}"), f"/cases/{number}/steps/investigate")
    form = {"csrf": form["csrf"], "revision": form["revision"], "seen": form["seen"]}
    typed = {
        **form,
        "outcome": "rectified",
        "measures__cleaned": "yes",
        "text": "已经处理好了。",
        "_end": "1",
    }
    answer = person.browser.post(f"/cases/{number}/steps/answer", data=typed)
    assert answer.status_code == 422
    assert words("refusal", "investigate_first") in answer.text
    assert "现在可以做的有" in answer.text
    assert "已经处理好了。" in answer.text
    assert desk.store.read(number).record.status == Status.ASSIGNED


def test_missing_particulars_are_named_and_the_rest_is_kept(desk: Desk) -> None:
    number = keep(desk, answered(kept_case(desk.store)))
    person = desk.signed_in("wangfang")
    page = person.step(number, "feed_back", 422, note="电话里说还可以")
    assert "满意度" in text_of(page)
    assert words("refusal", "particular:satisfaction") in page
    assert "电话里说还可以" in page


def test_a_hidden_character_is_refused_by_name_of_the_field(desk: Desk) -> None:
    number = kept_case(desk.store).number
    page = desk.signed_in("wangfang").step(number, "acknowledge", 422, note="已\u202e告知")
    assert "看不见的" in page
    assert len(desk.store.read(number).record.entries) == 1


def test_a_handler_at_a_reviewers_address_is_turned_away_and_logged(desk: Desk) -> None:
    number = drafted(desk)
    person = desk.signed_in("wangfang")
    page = person.open(f"/cases/{number}")
    assert "/steps/approve" not in page
    assert words("refusal", "role") in page
    form = filled_in(page, f"/cases/{number}/steps/summarise")
    typed = {name: form[name] for name in ("csrf", "revision", "seen")}
    answer = person.browser.post(
        f"/cases/{number}/steps/approve", data={**typed, "read_all": "yes", "_end": "1"}
    )
    assert answer.status_code == 403
    assert desk.events()[-1] == ("wangfang", "refused_approve")
    assert publication(desk.store.read(number).record).stage == Stage.DRAFTED


def test_an_author_cannot_approve_her_own_words(desk: Desk) -> None:
    number = keep(desk, fed_back(kept_case(desk.store)))
    reviewer = desk.signed_in("sunli")
    reviewer.step(number, "summarise", zh=SUMMARY, en="")
    page = reviewer.open(f"/cases/{number}")
    assert words("refusal", "same_person") in page
    form = filled_in(page, f"/cases/{number}/steps/summarise")
    typed = {name: form[name] for name in ("csrf", "revision", "seen")}
    answer = reviewer.browser.post(
        f"/cases/{number}/steps/approve", data={**typed, "read_all": "yes", "sha256": "0" * 64, "_end": "1"}
    )
    assert answer.status_code == 403
    assert words("refusal", "same_person") in answer.text
    assert desk.events()[-1] == ("sunli", "refused_approve")


def test_an_approval_needs_the_tick_and_the_very_words(desk: Desk) -> None:
    number = drafted(desk)
    reviewer = desk.signed_in("sunli")
    assert words("refusal", "read_all") in reviewer.step(number, "approve", 422)
    assert words("refusal", "summary_changed") in reviewer.step(
        number, "approve", 422, read_all="yes", sha256="0" * 64
    )
    reviewer.step(number, "approve", read_all="yes")
    assert publication(desk.store.read(number).record).stage == Stage.APPROVED


def test_a_sensitive_summary_can_only_be_counted(desk: Desk) -> None:
    number = keep(
        desk, step(fed_back(kept_case(desk.store)), Step.SUMMARISE, zh=SUMMARY, sensitive=["health"])
    )
    reviewer = desk.signed_in("sunli")
    page = reviewer.open(f"/cases/{number}")
    assert "/steps/approve" not in page
    reviewer.step(number, "count_only", reason="sensitive")
    assert publication(desk.store.read(number).record).stage == Stage.COUNTED


def test_reasons_the_gate_computes_are_not_offered(desk: Desk) -> None:
    number = drafted(desk)
    page = desk.signed_in("sunli").open(f"/cases/{number}")
    assert 'value="reviewer_decided"' in page
    assert "small_group" not in page


def test_sent_back_words_return_to_their_author(desk: Desk) -> None:
    number = drafted(desk)
    desk.signed_in("sunli").step(number, "send_back", text="请写明怎样处理。")
    page = desk.signed_in("wangfang").open(f"/cases/{number}")
    assert "请写明怎样处理。" in page
    assert SUMMARY in page


def test_withholding_takes_two_people(desk: Desk) -> None:
    number = drafted(desk)
    desk.signed_in("sunli").step(number, "withhold", reason="privacy")
    assert publication(desk.store.read(number).record).stage == Stage.WITHHOLDING_PROPOSED
    desk.signed_in("liweidong").step(number, "withhold", reason="privacy")
    assert publication(desk.store.read(number).record).stage == Stage.WITHHELD


def test_known_private_values_are_struck_and_never_kept_in_a_summary(desk: Desk) -> None:
    desk.publishing.known, desk.publishing.doubtful = ("陈建国",), ("轮椅",)
    case = kept_case(desk.store, answers={"what": "我是陈建国，轮椅过不去。"})
    number = keep(desk, fed_back(case))
    person = desk.signed_in("wangfang")
    page = person.open(f"/cases/{number}")
    assert '<del class="known"' in page
    assert '<mark class="doubtful"' in page
    refused = person.step(number, "summarise", 422, zh="陈建国反映坡道被占，已移开。", en="")
    assert "含有登记簿里的个人信息" in refused
    assert "理由 " + KNOWN in refused
    assert "某业主”；另一法" in refused
    person.step(number, "summarise", zh="轮椅坡道被占，已移开。", en="")
    assert "理由 health" in desk.signed_in("sunli").open(f"/cases/{number}")


WORDED = "电梯停运，报修后已更换门机。"


def called_so(desk: Desk) -> str:
    """A case to be summarised, in an estate where somebody gave a piece of an everyday sentence as a name."""
    desk.publishing.known = ("后已更",)
    desk.publishing.wordlike = {"后已更": ("2026-102-334-1",)}
    return keep(desk, fed_back(kept_case(desk.store)))


def test_two_people_can_say_that_what_somebody_is_called_is_a_word_here(desk: Desk) -> None:
    number = called_so(desk)
    author = desk.signed_in("wangfang")
    refused = author.step(number, "summarise", 422, zh=WORDED, en="")
    assert "与事项 2026-102-334-1 登记的姓名写法相同" in refused
    assert 'name="words"' in refused
    author.step(number, "summarise", zh=WORDED, en="", words="yes")
    summary = publication(desk.store.read(number).record).summary
    assert summary is not None
    assert summary.words == ("后已更",)
    reviewer = desk.signed_in("sunli")
    assert "您批准，就是您也这样认定" in reviewer.open(f"/cases/{number}")
    reviewer.step(number, "approve", read_all="yes")
    assert publication(desk.store.read(number).record).stage == Stage.APPROVED


def test_a_name_that_may_not_be_said_to_be_a_word_is_held_whatever_is_ticked(desk: Desk) -> None:
    number = called_so(desk)
    desk.publishing.wordlike = {}
    author = desk.signed_in("wangfang")
    assert 'name="words"' not in author.step(number, "summarise", 422, zh=WORDED, en="")
    form = {"zh": WORDED, "en": "", "words": "yes"}
    assert "含有登记簿里的个人信息" in author.step(number, "summarise", 422, **form)


def test_what_was_said_to_be_a_word_is_held_where_it_may_be_said_no_more(desk: Desk) -> None:
    number = called_so(desk)
    desk.signed_in("wangfang").step(number, "summarise", zh=WORDED, en="", words="yes")
    desk.publishing.wordlike = {}
    assert "不能批准" in desk.signed_in("sunli").open(f"/cases/{number}")


def test_a_summary_can_be_checked_without_keeping_it(desk: Desk) -> None:
    desk.publishing.doubtful = ("轮椅",)
    number = keep(desk, fed_back(kept_case(desk.store)))
    person = desk.signed_in("wangfang")
    form = filled_in(person.open(f"/cases/{number}"), f"/cases/{number}/steps/summarise", zh="轮椅坡道被占。")
    answer = person.browser.post(f"/cases/{number}/check", data=form)
    assert answer.status_code == 200
    assert "理由 health" in answer.text
    assert "轮椅坡道被占。" in answer.text
    assert publication(desk.store.read(number).record).stage == Stage.NOTHING


@pytest.mark.parametrize(("entry", "way"), [("7kq2 m4xd", "/published/7KQ2M4XD"), ("停水通知", "/published")])
def test_an_objection_leads_to_what_it_objects_to(desk: Desk, entry: str, way: str) -> None:
    desk.publishing.doubtful = ("7kq2", "停水")
    answers = {"what": "一看就知道是谁。", "entry": entry, "why": "recognisable", "reply": "by_code"}
    case = kept_case(desk.store, answers=answers)
    person = desk.signed_in("wangfang")
    assert "对公开内容的异议" in person.open("/")
    page = person.open(f"/cases/{case.number}")
    assert f'<a class="button" href="{way}">' in page
    assert ("理由 health" in page) == (entry == "停水通知")


def test_the_suggested_words_can_be_put_in_with_one_button(desk: Desk) -> None:
    desk.publishing.known = ("陈建国",)
    number = keep(desk, fed_back(kept_case(desk.store)))
    person = desk.signed_in("wangfang")
    zh = "陈建国反映坡道被占，已移开。"
    refused = person.step(number, "summarise", 422, zh=zh, en="")
    assert 'name="reword"' in refused
    form = filled_in(refused, f"/cases/{number}/steps/summarise", zh=zh, en="", reword="yes")
    answer = person.browser.post(f"/cases/{number}/check", data=form)
    assert "某业主反映坡道被占，已移开。</textarea>" in answer.text
    assert 'name="reword"' not in answer.text
    assert publication(desk.store.read(number).record).stage == Stage.NOTHING


def test_a_sentence_can_be_taken_from_the_offered_ones(desk: Desk) -> None:
    number = keep(desk, fed_back(kept_case(desk.store)))
    person = desk.signed_in("wangfang")
    assert "sentence=hygiene.rectified#public" in person.open(f"/cases/{number}")
    page = person.open(f"/cases/{number}?sentence=hygiene.rectified")
    assert "居民反映公共区域清扫不及时。已清理干净，并调整保洁班次。</textarea>" in page
    assert "</textarea>" in person.open(f"/cases/{number}?sentence=<script>")


def test_the_second_to_save_sees_what_changed_and_keeps_her_words(desk: Desk) -> None:
    number = kept_case(desk.store).number
    one, two = desk.signed_in("wangfang"), desk.signed_in("zhaoqiang")
    page = two.open(f"/cases/{number}")
    one.step(number, "acknowledge", note="当面告知")
    action = f"/cases/{number}/steps/hold"
    answer = two.browser.post(action, data=filled_in(page, action, reason="flood"))
    assert answer.status_code == 409
    assert "当面告知" in answer.text
    assert "王芳" in answer.text
    assert two.send(answer.text, action, reason="flood") == f"/cases/{number}"
    case = desk.store.read(number).record
    assert [entry.step for entry in case.entries] == [Step.RECEIVE, Step.ACKNOWLEDGE, Step.HOLD]


def test_a_stale_step_that_no_longer_fits_keeps_the_words_for_copying(desk: Desk) -> None:
    number = kept_case(desk.store).number
    one, two = desk.signed_in("wangfang"), desk.signed_in("zhaoqiang")
    page = two.open(f"/cases/{number}")
    one.step(number, "acknowledge", note="当面告知")
    action = f"/cases/{number}/steps/acknowledge"
    answer = two.browser.post(action, data=filled_in(page, action, note="我打过电话了"))
    assert answer.status_code == 409
    assert "我打过电话了" in answer.text
    assert words("refusal", "not_now") in answer.text


def test_a_double_click_takes_the_step_once(desk: Desk) -> None:
    number = kept_case(desk.store).number
    person = desk.signed_in("wangfang")
    action = f"/cases/{number}/steps/acknowledge"
    form = filled_in(person.open(f"/cases/{number}"), action, note="电话告知")
    assert [person.browser.post(action, data=form).status_code for _ in range(2)] == [303, 303]
    assert len(desk.store.read(number).record.entries) == 2


def test_an_unknown_case_and_an_unknown_step_are_not_found(desk: Desk) -> None:
    number = kept_case(desk.store).number
    person = desk.signed_in("wangfang")
    for path in ("/cases/2026-483-901-7", "/cases/..%2F..%2Fetc", "/cases/abc"):
        assert person.browser.get(path).status_code == 404
    form = filled_in(person.open(f"/cases/{number}"), f"/cases/{number}/contact")
    assert person.browser.post(f"/cases/{number}/steps/fly", data=form).status_code == 404
    assert person.browser.get(f"/cases/{number}/steps/hold").headers["location"] == f"/cases/{number}"


def test_a_damaged_case_is_named_and_stops_nobody(desk: Desk) -> None:
    good, bad = kept_case(desk.store, 1).number, kept_case(desk.store, 2).number
    (desk.store.folder / "cases" / bad[:4] / f"{bad}.json").write_text("{", encoding="utf-8")
    person = desk.signed_in("wangfang")
    page = person.open("/")
    assert f"{bad}.json" in page
    assert f"/cases/{good}" in page
    assert "从备份恢复" in person.open(f"/cases/{bad}", 500)


def test_a_repair_is_finished_and_a_clock_is_paused_by_its_forms(desk: Desk) -> None:
    case = kept_case(desk.store, kind=Kind.REPAIR)
    number = case.number
    person = desk.signed_in("zhaoqiang")
    person.step(number, "acknowledge", note="")
    person.step(number, "classify", kind="repair", matter="facilities", urgency="ordinary", demand="")
    person.step(number, "assign", to=ENGINEER.account, post="engineering")
    person.step(number, "pause", reason="awaiting_parts")
    person.step(number, "resume", note="")
    person.step(number, "extend", reason="parts_ordered", working_days="3")
    person.step(number, "finish", outcome="rectified", measures__replaced="yes", text="已更换灯具。")
    record = desk.store.read(number).record
    assert record.status == Status.ANSWERED
    assert [entry.step for entry in record.entries] == [
        Step.RECEIVE, Step.ACKNOWLEDGE, Step.CLASSIFY, Step.ASSIGN, Step.PAUSE, Step.RESUME, Step.EXTEND, Step.FINISH
    ]  # fmt: skip
    assert {entry.by for entry in record.entries[1:]} == {ENGINEER.account}


@pytest.mark.parametrize(
    "path", ["/?kind=nonsense&need=what&show=maybe&page=zzz", "/?page=99999", "/?q=%00%FF"]
)
def test_an_address_that_asks_nonsense_shows_the_list(desk: Desk, path: str) -> None:
    number = kept_case(desk.store).number
    page = desk.signed_in("wangfang").open(path)
    assert ("没有符合" in page) != (f"/cases/{number}" in page)


def test_a_save_that_crosses_another_in_the_last_instant_is_not_lost(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = kept_case(desk.store).number
    person = desk.signed_in("wangfang")
    page = person.open(f"/cases/{number}")

    def crossed(*_: object) -> None:
        raise RegisterBusy(number)

    monkeypatch.setattr(FolderStore, "replace", crossed)
    action = f"/cases/{number}/steps/acknowledge"
    answer = person.browser.post(action, data=filled_in(page, action, note="电话告知了"))
    assert answer.status_code == 409
    assert "电话告知了" in answer.text


def test_a_full_disk_is_said_and_the_words_are_kept(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    number = kept_case(desk.store).number
    person = desk.signed_in("wangfang")
    page = person.open(f"/cases/{number}")

    def full(*_: object) -> None:
        raise StorageFailed("ENOSPC")

    monkeypatch.setattr(FolderStore, "replace", full)
    note = "已经打过电话，说明了谁负责、什么时候答复。"
    kept = person.send(page, f"/cases/{number}/steps/acknowledge", 503, note=note)
    assert note in kept
    assert "没有保存" in kept


def test_an_approved_summary_leads_to_the_page_where_it_is_taken_down(desk: Desk) -> None:
    number = drafted(desk)
    reviewer = desk.signed_in("sunli")
    assert f"/published?about={number}" not in reviewer.open(f"/cases/{number}")
    reviewer.step(number, "approve", read_all="yes")
    page = reviewer.open(f"/cases/{number}")
    assert f"/published?about={number}" in page
    assert "/steps/take_down" not in page
    form = filled_in(page, "/sign-out", reason="identifies_person")
    assert reviewer.browser.post(f"/cases/{number}/steps/take_down", data=form).status_code in (400, 404)
    assert not publication(desk.store.read(number).record).taken_down


def test_a_dissatisfied_resident_is_followed_up_and_heard_again(desk: Desk) -> None:
    number = keep(desk, fed_back(kept_case(desk.store), "dissatisfied"))
    person = desk.signed_in("wangfang")
    page = person.open(f"/cases/{number}")
    assert page.index("/steps/follow_up") < page.index("/steps/link")
    person.step(number, "ask_review", text="居民来电，认为没有解决。")
    reviewer = desk.signed_in("sunli")
    reviewer.step(number, "reconsider", outcome="rectified", changed="yes", text="重新核实，已补充整改。")
    case = desk.store.read(number).record
    assert case.status == Status.ANSWERED
    assert case.entries[-1].particulars["changed"] is True
