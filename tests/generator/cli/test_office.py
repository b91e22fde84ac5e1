"""Accounts at the command line: added with a first password, listed, shut."""

import re
from pathlib import Path

import pytest

from forms_api.desk.people.second_factor import SecondFactor
from forms_api.desk.people.staff import Staff
from generator.cli.edges import system_draw
from generator.cli.serve_commands import listen
from register.audit import AuditLog
from register.errors import SettingsRefused
from register.settings import Home
from tests.generator.cli.conftest import Portal


def test_a_new_account_gets_a_first_password_that_must_be_changed(portal: Portal, home: Home) -> None:
    result = portal("staff", "add", "wangfang", "王芳", "--role", "handler", "--home", str(home.folder))
    assert result.exit_code == 0
    password = result.output.split("wangfang: ")[1].split()[0]
    member = Staff(home.staff_file, system_draw).verify("wangfang", password)
    assert member is not None
    assert member.must_change


def test_one_person_alone_is_told_that_publishing_needs_two(portal: Portal, home: Home) -> None:
    first = portal("staff", "add", "wangfang", "王芳", "--role", "handler", "--home", str(home.folder))
    second = portal("staff", "add", "sunli", "孙丽", "--role", "reviewer", "--home", str(home.folder))
    assert "人手还不够" in first.output
    assert "人手还不够" not in second.output


def test_the_same_account_twice_is_refused_in_both_languages(portal: Portal, staffed: Home) -> None:
    result = portal("staff", "add", "wangfang", "王芳", "--role", "handler", "--home", str(staffed.folder))
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2


def test_accounts_are_listed_with_their_roles_and_shut_ones_marked(portal: Portal, staffed: Home) -> None:
    assert portal("staff", "disable", "wangfang", "--home", str(staffed.folder)).exit_code == 0
    listed = portal("staff", "list", "--home", str(staffed.folder)).output
    assert "王芳\t经办\t已停用" in listed
    assert "李卫东\t项目经理\n" in listed


def test_the_last_manager_cannot_be_shut(portal: Portal, staffed: Home) -> None:
    assert portal("staff", "disable", "liweidong", "--home", str(staffed.folder)).exit_code == 1


def test_a_new_estate_gets_its_first_account_and_says_who_is_missing(portal: Portal, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    made = portal("init", str(folder), "--manager", "liweidong", "--name", "李卫东")
    assert made.exit_code == 0, made.output
    assert re.search(r"liweidong: [0-9a-z]{4}(-[0-9a-z]{4}){3}", made.output)
    assert "至少要有两个人" in made.output
    added = portal("staff", "add", "xuemingzhe", "薛明哲", "--role", "outside", "--home", str(folder))
    assert "还不够" not in added.output
    assert portal("init", str(tmp_path / "other"), "--manager", "liweidong").exit_code == 2


def test_what_is_done_to_accounts_here_stands_in_the_log(portal: Portal, staffed: Home) -> None:
    home = ("--home", str(staffed.folder))
    portal("staff", "add", "sunli", "孙丽", "--role", "reviewer", *home)
    portal("staff", "add", "sunli", "孙丽", "--role", "reviewer", *home)
    portal("staff", "reset", "sunli", *home)
    portal("staff", "disable", "sunli", *home)
    lines = [(line.by, line.event, line.about) for line in AuditLog(staffed.audit_file).lines()]
    events = ("staff_added", "staff_unbind", "staff_reset", "staff_disable")
    assert lines == [("system", event, "sunli") for event in events]


@pytest.mark.parametrize(("host", "said"), [("127.0.0.1", "is in use"), ("192.0.2.1", "cannot be served")])
def test_an_address_that_cannot_be_had_is_named(host: str, said: str) -> None:
    with listen("127.0.0.1", 0) as taken:
        taken.listen()
        with pytest.raises(SettingsRefused, match=said):
            listen(host, taken.getsockname()[1])


def test_a_reset_gives_a_first_password_and_takes_the_second_factor(portal: Portal, staffed: Home) -> None:
    staff = Staff(staffed.staff_file, system_draw)
    staff.set_second("liweidong", SecondFactor(sealed="00", last=0, recovery=()))
    assert "第二重验证" in portal("staff", "list", "--home", str(staffed.folder)).output
    done = portal("staff", "reset", "liweidong", "--home", str(staffed.folder))
    found = re.search(r"liweidong: (\S+)", done.output)
    assert found
    member = staff.verify("liweidong", found[1])
    assert member is not None
    assert (member.second, member.must_change) == (None, True)
    assert portal("staff", "reset", "nobody", "--home", str(staffed.folder)).exit_code == 1
