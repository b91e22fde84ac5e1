import re

import pytest

from register.terms import Role
from tests.forms_api.desk.office import Desk, filled_in


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


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"account": "wangfang", "name": "另一个", "role": "handler"}, "已经有人使用"),
        ({"account": "x", "name": "另一个", "role": "handler"}, "小写字母开头"),
        ({"account": "zhoujie", "name": "", "role": "handler"}, "请填写姓名"),
        ({"account": "zhoujie", "name": "周洁", "role": "king"}, "请选择岗位"),
    ],
)
def test_an_unfit_account_is_refused_in_words(desk: Desk, typed: dict[str, str], said: str) -> None:
    manager = desk.signed_in("liweidong")
    assert said in manager.send(manager.open("/staff"), "/staff", 422, **typed)
    assert len(desk.staff.members()) == 4


def test_disabling_signs_the_person_out_and_enabling_lets_her_in_again(desk: Desk) -> None:
    manager, handler = desk.signed_in("liweidong"), desk.signed_in("wangfang")
    manager.send(manager.open("/staff"), "/staff/wangfang/disable", 200)
    assert handler.browser.get("/").status_code == 303
    manager.send(manager.open("/staff"), "/staff/wangfang/enable", 200)
    desk.signed_in("wangfang")


def test_the_manager_cannot_shut_herself_out(desk: Desk) -> None:
    manager = desk.signed_in("liweidong")
    page = manager.open("/staff")
    assert "/staff/liweidong/disable" not in page
    form = filled_in(page, "/staff/wangfang/disable")
    assert manager.browser.post("/staff/liweidong/disable", data=form).status_code == 422
    assert manager.browser.post("/staff/nobody/disable", data=form).status_code == 422
    assert manager.browser.post("/staff/wangfang/promote", data=form).status_code == 404


def test_a_forgotten_password_is_replaced_by_a_first_one(desk: Desk) -> None:
    manager = desk.signed_in("liweidong")
    page = manager.send(manager.open("/staff"), "/staff/wangfang/reset", 200)
    found = re.search(r"[0-9a-z]{4}(-[0-9a-z]{4}){3}", page)
    assert found
    member = desk.staff.verify("wangfang", found[0])
    assert member is not None
    assert member.must_change
