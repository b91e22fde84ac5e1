"""Signing at the command line asks for as much as the desk does."""

import ast
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import generator.cli
from forms_api.desk.people.second_factor import code_at, enrolled, recovery_codes, seal_secret
from forms_api.desk.people.staff import Staff
from generator.cli import signing
from generator.cli.edges import system_clock, system_draw
from generator.cli.signing import signed
from register.keys import read_keys
from register.settings import Home
from register.terms import Role
from tests.generator.cli.conftest import PASSWORD

SECRET = bytes(range(20))
CODES = recovery_codes(system_draw)


def sign(home: Home, account: str, *typed: str) -> Result:
    """A command that does nothing but ask who it is."""
    command = click.Command("it", callback=lambda: click.echo(f"signed by {signed(home, account).account}"))
    return CliRunner().invoke(command, input="".join(f"{line}\n" for line in typed))


@pytest.fixture
def guarded(staffed: Home) -> Home:
    """The manager has a second factor."""
    sealed = seal_secret(read_keys(staffed.key_file), "liweidong", SECRET, system_draw)
    Staff(staffed.staff_file, system_draw).set_second("liweidong", enrolled(sealed, 0, CODES))
    return staffed


def test_a_password_is_enough_where_no_second_factor_is_set_up(guarded: Home) -> None:
    assert "signed by wangfang" in sign(guarded, "wangfang", PASSWORD).output


def test_the_code_is_asked_for_and_good_once(guarded: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    now = system_clock()
    monkeypatch.setattr(signing, "system_clock", lambda: now)
    assert sign(guarded, "liweidong", PASSWORD, "000000").exit_code == 1
    code = code_at(SECRET, now)
    assert "signed by liweidong" in sign(guarded, "liweidong", PASSWORD, code).output
    again = sign(guarded, "liweidong", PASSWORD, code)
    assert again.exit_code == 1
    assert "code is wrong" in again.output


def test_a_recovery_code_stands_in_for_a_lost_phone_and_never_for_the_password(guarded: Home) -> None:
    assert sign(guarded, "liweidong", "not hers at all", CODES[0]).exit_code == 1
    assert "signed by liweidong" in sign(guarded, "liweidong", PASSWORD, CODES[0]).output


def test_a_first_password_signs_nothing(staffed: Home) -> None:
    """Whoever made the account knows it: with it one person could be two."""
    Staff(staffed.staff_file, system_draw).add("sunli", "孙丽", Role.REVIEWER, PASSWORD)
    refused = sign(staffed, "sunli", PASSWORD)
    assert refused.exit_code == 1
    assert "first password" in refused.output


def test_no_command_asks_for_a_password_in_another_way() -> None:
    for file in Path(generator.cli.__path__[0]).glob("*.py"):
        names = {
            node.attr
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Attribute)
        }
        assert file.stem == "signing" or "verify" not in names, file
