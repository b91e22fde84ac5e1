"""Taking a published sentence down at the desk, confirming it, and correcting published figures."""

import pytest

from forms_api.desk.publication.views import Job
from register.errors import RegisterBusy
from register.terms import CorrectionReason
from tests.forms_api.desk.office import PASSWORD, Desk, filled_in

REF = "7KQ2M4XD"
AT = f"/published/{REF}"


def test_anybody_takes_a_sentence_down_at_once_and_another_confirms(desk: Desk) -> None:
    handler = desk.signed_in("wangfang")
    assert REF in handler.open("/published")
    page = handler.open(AT)
    assert handler.send(page, f"{AT}/take-down", reason="identifies_person", password=PASSWORD) == AT
    assert desk.publishing.running is not None
    assert "须由另一位同事确认" in handler.open(AT)
    reviewer = desk.signed_in("sunli")
    assert "待确认 1" in reviewer.open("/")
    assert "王芳撤下" in reviewer.open("/published")
    assert reviewer.send(reviewer.open(AT), f"{AT}/confirm", password=PASSWORD) == "/published"
    assert "待确认" not in reviewer.open("/")
    assert "已由第二人确认" in reviewer.open(AT)


def test_while_the_site_still_shows_what_was_taken_down_its_page_says_so(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    desk.publishing.behind = True
    assert "还能看到这句话" not in person.open(AT), "it is published"
    person.send(person.open(AT), f"{AT}/take-down", reason="identifies_person", password=PASSWORD)
    assert "完成之前，居民还能看到这句话" in person.open(AT)
    desk.publishing.running = Job("failed", ())
    assert "网站没有更新成功" in person.open(AT)
    assert "网站还不是按已公示的内容生成的" in desk.signed_in("sunli").open("/publish")
    desk.publishing.behind = False
    assert "还能看到这句话" not in person.open(AT)
    assert "网站还不是按已公示的内容生成的" not in desk.signed_in("sunli").open("/publish")


def test_without_a_reason_or_ones_own_word_nothing_is_taken_down(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    page = person.open(AT)
    assert "请选择理由" in person.send(page, f"{AT}/take-down", 422, password=PASSWORD)
    refused = person.send(page, f"{AT}/take-down", 422, reason="wrong_facts", password="not my password")
    assert "密码不对" in refused
    assert 'value="wrong_facts" required checked' in refused
    assert desk.publishing.outcomes[0].state == ""
    assert desk.events()[-1] == ("wangfang", "take_down_refused")


def test_a_take_down_that_breaks_off_is_built_all_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_: object) -> None:
        raise RegisterBusy("2026-000-001-0")

    monkeypatch.setattr(desk.publishing, "take_down", broken_off)
    person = desk.signed_in("wangfang")
    person.send(person.open(AT), f"{AT}/take-down", 409, reason="wrong_facts", password=PASSWORD)
    assert desk.publishing.running is not None


def test_what_the_gate_refuses_is_said(desk: Desk) -> None:
    desk.publishing.refusing = ("没有逐件公开过",)
    person = desk.signed_in("wangfang")
    page = person.open(AT)
    assert "没有逐件公开过" in person.send(
        page, f"{AT}/take-down", 422, reason="wrong_facts", password=PASSWORD
    )
    desk.publishing.refusing = ()
    person.send(page, f"{AT}/take-down", reason="wrong_facts", password=PASSWORD)
    desk.publishing.refusing = ("撤下和确认须由两人分别进行",)
    other = desk.signed_in("sunli")
    confirm = other.open(AT)
    assert "密码不对" in other.send(confirm, f"{AT}/confirm", 422, password="not my password")
    assert desk.events()[-1][1] == "confirm_refused"
    assert "两人分别进行" in other.send(confirm, f"{AT}/confirm", 422, password=PASSWORD)
    assert desk.events()[-1] == ("sunli", "refused_confirm_take_down")
    assert "被拒绝：确认撤下" in desk.signed_in("liweidong").open("/log")


@pytest.mark.parametrize("ref", ["AAAAAAAA", "..%2f..%2fkeys", "x"])
def test_only_what_was_published_can_be_named(desk: Desk, ref: str) -> None:
    desk.signed_in("wangfang").open(f"/published/{ref}", 404)


def test_the_list_is_searched_by_reference_number_or_word(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    for about in ("7kq2 m4xd", "2026-483-901-7", "20264839017", "清理", "2026-Q1"):
        assert AT in person.open(f"/published?about={about}"), about
    assert AT not in person.open("/published?about=nothing")


def test_a_case_points_to_its_published_sentence_and_takes_no_such_step_itself(desk: Desk) -> None:
    person = desk.signed_in("wangfang")
    form = {"csrf": "", "_end": "1"}
    assert person.browser.post("/cases/2026-483-901-7/steps/take_down", data=form).status_code in (403, 404)


def test_a_correction_is_shown_before_it_is_signed(desk: Desk) -> None:
    desk.publishing.due = ("2026-Q1",)
    person = desk.signed_in("sunli")
    page = person.open("/publish/corrections")
    chosen = {"period": "2026-Q1", "reason": "step_noted_late"}
    shown = person.send(page, "/publish/corrections", 200, **chosen)
    assert "96% → 95%" in shown
    assert "<strong>原因：</strong> 有办理步骤当时未登记" in shown
    at = "/publish/corrections/correct"
    assert "密码不对" in person.send(shown, at, 422, password="not my password")
    assert (desk.lines()[-1].event, desk.lines()[-1].about) == ("correction_refused", "2026-Q1")
    assert person.send(shown, at, password=PASSWORD) == "/publish/progress"
    assert desk.publishing.corrected == [("2026-Q1", CorrectionReason.STEP_NOTED_LATE, "sunli")]
    assert "不是这份草稿" in person.send(shown, at, 422, password=PASSWORD, sha256="00" * 32)


def test_nobody_types_why_a_figure_is_corrected(desk: Desk) -> None:
    desk.publishing.due = ("2026-Q1",)
    person = desk.signed_in("sunli")
    page = person.open("/publish/corrections")
    assert 'name="zh"' not in page
    for reason in ("", "于刚多次投诉后发现漏记一件。"):
        for at in ("/publish/corrections", "/publish/corrections/correct"):
            form = {
                "csrf": filled_in(page, "/publish/corrections")["csrf"],
                "period": "2026-Q1",
                "reason": reason,
                "_end": "1",
            }
            answer = person.browser.post(at, data=form)
            assert answer.status_code == 422
            assert "请选择更正原因" in answer.text
            assert "于刚" not in answer.text
    assert desk.publishing.corrected == []


def test_what_was_chosen_is_kept_when_something_else_is_wrong(desk: Desk) -> None:
    desk.publishing.due = ("2026-Q1", "2026-Q2")
    person = desk.signed_in("sunli")
    at = "/publish/corrections"
    for chosen in ({"period": "2026-Q2"}, {"reason": "wrong_kind"}):
        again = person.send(person.open(at), at, 422, **chosen)
        assert [f'value="{value}" required checked' in again for value in chosen.values()] == [True]


def test_nothing_to_correct_says_so_and_no_other_period_is_corrected(desk: Desk) -> None:
    person = desk.signed_in("sunli")
    assert "没有需要更正的数字" in person.open("/publish/corrections")
    desk.publishing.due = ("2026-Q1",)
    page = person.open("/publish/corrections")
    assert "没有需要更正" in person.send(
        page, "/publish/corrections", 422, period="../../x", reason="wrong_time"
    )
    desk.publishing.refusing = ("这一期有事项已删除",)
    assert "已删除" in person.send(page, "/publish/corrections", 422, period="2026-Q1", reason="wrong_time")
