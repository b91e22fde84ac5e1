"""Accounts at the command line: added with a first password, listed, shut."""

from forms_api.desk.staff import Staff
from generator.cli.edges import system_draw
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
    assert "还不能公开" in first.output
    assert "还不能公开" not in second.output


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
