import re
from datetime import timedelta
from typing import NoReturn

import pytest

from forms_api.desk.people.accounts import missing_hands
from forms_api.desk.people.staff import Member, StaffRefused
from register.audit import AuditLog
from register.errors import StorageFailed
from register.terms import Role, Step
from tests import factories
from tests.forms_api.desk.office import Desk, filled_in


def assigned(desk: Desk, number: int) -> str:
    """A case at the front desk, acknowledged, classified and assigned; its number."""
    case = factories.kept_case(desk.store, number)
    stored = desk.store.read(case.number)
    for step, said in (
        (Step.ACKNOWLEDGE, {}),
        (Step.CLASSIFY, {"kind": case.kind, "matter": case.matter, "urgency": case.urgency}),
        (Step.ASSIGN, {"to": "wangfang", "post": "front_desk"}),
    ):
        case = factories.step(case, step, after=timedelta(minutes=5), **said)
    desk.store.replace(stored, case)
    desk.clock.at = max(desk.clock.at, case.entries[-1].at)
    return case.number


@pytest.mark.parametrize("account", ["wangfang", "sunli"])
def test_only_the_manager_sees_the_accounts(desk: Desk, account: str) -> None:
    person = desk.signed_in(account)
    assert '"/staff"' not in person.open("/")
    person.open("/staff", 403)
    assert desk.events()[-1] == (account, "refused_staff")


def test_a_new_account_gets_a_password_that_is_shown_once_and_must_be_changed(desk: Desk) -> None:
    manager = desk.signed_in("liweidong")
    page = manager.send(
        manager.open("/staff"), "/staff", 200, account="Zhoujie", name="周洁", role="reviewer"
    )
    found = re.search(r"[0-9a-z]{4}(-[0-9a-z]{4}){3}", page)
    assert found
    member = desk.staff.verify("zhoujie", found[0])
    assert member is not None
    assert (member.role, member.must_change) == (Role.REVIEWER, True)
    assert found[0] not in manager.open("/staff")
    assert found[0] not in desk.audit.file.read_text()
    assert desk.events()[-1] == ("liweidong", "staff_added")


def test_no_account_is_made_or_changed_that_the_log_does_not_take(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    manager = desk.signed_in("liweidong")
    page, member = manager.open("/staff"), manager.open("/staff/wangfang")

    def full(*_: object, **__: object) -> NoReturn:
        raise StorageFailed("ENOSPC")

    monkeypatch.setattr(AuditLog, "append", full)
    manager.send(page, "/staff", 503, account="zhoujie", name="周洁", role="reviewer")
    manager.send(member, "/staff/wangfang/role", 503, role="reviewer")
    assert desk.staff.find("zhoujie") is None
    unchanged = desk.staff.find("wangfang")
    assert unchanged is not None
    assert unchanged.role == Role.HANDLER


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"account": "wangfang", "name": "另一个", "role": "handler"}, "已经有人使用"),
        ({"account": "x", "name": "另一个", "role": "handler"}, "小写字母开头"),
        ({"account": "zhoujie", "name": "", "role": "handler"}, "请填写姓名"),
        ({"account": "zhoujie", "name": "周洁", "role": "king"}, "请选择岗位"),
        ({"account": "wangfang2", "name": "王芳", "role": "reviewer"}, "已有同名的账号"),
        ({"account": "wangfang2", "name": " 王\u3000芳\u200b", "role": "reviewer"}, "已有同名的账号"),
    ],
)
def test_an_unfit_account_is_refused_in_words(desk: Desk, typed: dict[str, str], said: str) -> None:
    manager = desk.signed_in("liweidong")
    assert said in manager.send(manager.open("/staff"), "/staff", 422, **typed)
    assert len(desk.staff.members()) == 4


def test_disabling_signs_the_person_out_and_enabling_lets_her_in_again(desk: Desk) -> None:
    manager, handler = desk.signed_in("liweidong"), desk.signed_in("wangfang")
    at = "/staff/wangfang"
    assert manager.send(manager.open(at), f"{at}/disable") == at
    assert handler.browser.get("/").status_code == 303
    assert "已停用" in manager.open("/staff")
    assert manager.send(manager.open(at), f"{at}/enable") == at
    desk.signed_in("wangfang")


def test_the_manager_cannot_shut_herself_out(desk: Desk) -> None:
    manager = desk.signed_in("liweidong")
    own = manager.open("/staff/liweidong")
    for what in ("disable", "role", "unbind"):
        assert f"/staff/liweidong/{what}" not in own
    form = filled_in(manager.open("/staff/wangfang"), "/staff/wangfang/disable")
    for what in ("disable", "role", "unbind"):
        assert "自己的账号" in manager.browser.post(f"/staff/liweidong/{what}", data=form).text
    assert manager.browser.post("/staff/nobody/disable", data=form).status_code == 404
    assert manager.browser.post("/staff/nobody/sessions", data=form).status_code == 404
    assert manager.browser.post("/staff/wangfang/promote", data=form).status_code == 404
    manager.open("/staff/nobody", 404)


def test_a_role_is_changed_from_the_next_page_on(desk: Desk) -> None:
    manager, handler = desk.signed_in("liweidong"), desk.signed_in("wangfang")
    at = "/staff/wangfang"
    assert "请选择岗位" in manager.send(manager.open(at), f"{at}/role", 422, role="king")
    manager.send(manager.open(at), f"{at}/role", role="reviewer")
    assert handler.browser.get("/").status_code == 303
    assert desk.signed_in("wangfang").open("/publish")
    assert ("liweidong", "staff_role") in desk.events()


def test_the_last_manager_keeps_the_role(desk: Desk) -> None:
    with pytest.raises(StaffRefused, match="last_manager"):
        desk.staff.set_role("liweidong", Role.HANDLER)


def test_the_page_says_what_four_eyes_still_lack() -> None:
    def member(account: str, role: Role, **rest: bool) -> Member:
        return Member(account=account, name=account, role=role, hash="-", **rest)

    assert missing_hands(()) == ("two_people", "reviewer", "handler")
    outside = member("xue", Role.OUTSIDE)
    assert missing_hands([outside, member("wang", Role.HANDLER, disabled=True)]) == ("two_people", "handler")
    assert missing_hands([outside, member("wang", Role.HANDLER)]) == ()


def test_the_manager_ends_somebodys_sign_ins(desk: Desk) -> None:
    manager, handler = desk.signed_in("liweidong"), desk.signed_in("wangfang")
    at = "/staff/wangfang"
    assert manager.send(manager.open(at), f"{at}/sessions") == at
    assert handler.browser.get("/").status_code == 303
    assert "未登录" in manager.open(at)


def test_open_cases_are_handed_over_each_with_a_step_and_a_line_in_the_log(desk: Desk) -> None:
    mine = [assigned(desk, number) for number in (1, 2)]
    manager = desk.signed_in("liweidong")
    at = "/staff/wangfang"
    page = manager.open(at)
    assert "移交 2 件" in page
    assert "请选择一位" in manager.send(page, f"{at}/handover", 422, to="wangfang")
    manager.send(page, f"{at}/handover", to="zhaoqiang")
    assert "已移交给赵强：2 件" in manager.open(at)
    for number in mine:
        case = desk.store.read(number).record
        assert (case.responsible, case.entries[-1].by) == ("zhaoqiang", "liweidong")
        assert ("assign", number) in {(line.event, line.about) for line in desk.lines()}
    assert "没有未办结的事项" in manager.open(at)


def test_a_forgotten_password_is_replaced_by_a_first_one(desk: Desk) -> None:
    manager = desk.signed_in("liweidong")
    page = manager.send(manager.open("/staff/wangfang"), "/staff/wangfang/reset", 200)
    found = re.search(r"[0-9a-z]{4}(-[0-9a-z]{4}){3}", page)
    assert found
    member = desk.staff.verify("wangfang", found[0])
    assert member is not None
    assert member.must_change


def test_whoever_comes_back_gets_her_old_account_and_no_second_one(desk: Desk) -> None:
    manager = desk.signed_in("liweidong")
    desk.staff.disable("wangfang")
    again = {"account": "wangfang2", "name": "王芳", "role": "reviewer"}
    assert "恢复原来的账号" in manager.send(manager.open("/staff"), "/staff", 422, **again)
    manager.send(manager.open("/staff"), "/staff", 200, **again | {"name": "王芳（前台）"})
    assert desk.staff.find("wangfang2")
