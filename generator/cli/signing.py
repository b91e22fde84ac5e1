"""Her own word at the command line, as strong as at the desk: password, and second factor where the account has one."""

import sys
from typing import Never

import click

from forms_api.desk.people.second_factor import spending
from forms_api.desk.people.second_word import actor_of
from forms_api.desk.people.staff import Member, Staff
from generator.cli.edges import system_clock, system_draw
from generator.cli.options import REFUSED
from register.audit import AuditLog
from register.custody import CustodyNow
from register.handling import Actor
from register.keys import read_keys
from register.settings import Home


def signed(home: Home, account: str) -> Member:
    """The person whose password, and code, were typed. Ends the command where they are not hers.

    A first password is known to whoever made the account, so it signs nothing.
    """
    staff = Staff(home.staff_file, system_draw)
    password = click.prompt("密码 · Password", hide_input=True)
    known = staff.find(account)
    needs_code = known is not None and known.second is not None
    code = (
        click.prompt("验证码或恢复码 · Code of the second factor, or a recovery code") if needs_code else ""
    )
    member = staff.verify(account, password)
    if member is None or not _is_second_given(home, staff, member, code):
        _refuse(
            "账号、密码或验证码不对 · Account, password or code is wrong"
            if needs_code
            else "账号或密码不对 · Account or password is wrong"
        )
    if member.must_change:
        _refuse("请先在工作台改掉首次密码 · Change your first password at the desk before you sign anything")
    return member


def signing_as(home: Home, account: str) -> Actor:
    """The same person as she acts: with the accounts in whose matters her second word does not count yet."""
    member = signed(home, account)
    members = Staff(home.staff_file, system_draw).members()
    return actor_of(member, members, CustodyNow(AuditLog(home.audit_file)).look(), system_clock())


def _is_second_given(home: Home, staff: Staff, member: Member, code: str) -> bool:
    if member.second is None:
        return True
    keys = read_keys(home.key_file)
    return staff.spend(member.account, spending(keys, member.account, code, system_clock()))


def _refuse(reason: str) -> Never:
    click.echo(reason, err=True)
    sys.exit(REFUSED)
