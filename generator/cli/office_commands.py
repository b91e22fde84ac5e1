"""`portal init` and `portal staff`: a new estate's folder and the people who may sign in."""

import sys
from pathlib import Path

import click

from forms_api.desk.people.accounts import missing_hands
from forms_api.desk.people.staff import Staff, StaffRefused
from generator.cli.edges import system_clock, system_draw
from generator.cli.folder import find_home, make_home
from generator.cli.options import REFUSED, Codes, CommandWithCodes, home_option
from register.audit import AuditLog
from register.handling import SYSTEM
from register.settings import Home
from register.terms import Language, Role
from register.wording import load_wording


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--manager", help="项目经理的账号 · the estate manager's account, made at once")
@click.option("--name", help="项目经理的姓名 · the manager's name")
def init(folder: Path, manager: str | None, name: str | None) -> None:
    """新建小区文件夹 · Make a new estate's folder: content to edit, keys, private folders, the first account."""
    if (manager is None) != (name is None):
        raise click.UsageError("--manager 和 --name 要一起给 · give --manager and --name together")
    home = make_home(folder, system_draw)
    click.echo(f"已建立 · Made {home.folder}")
    people = Staff(home.staff_file, system_draw)
    if manager and name:
        _add(home, people, manager, name, Role.MANAGER)
    click.echo("接下来 · Next:")
    click.echo("  1. 修改 content/ 里的 *.toml · edit content/*.toml")
    click.echo("  2. portal staff add · add the people who work at the desk")
    click.echo("  3. portal serve 和 portal desk · then serve the site and the desk")
    _tell_what_is_missing(people)


@click.group()
def staff() -> None:
    """工作台账号 · The desk's accounts."""


@staff.command("add", cls=CommandWithCodes)
@home_option
@click.argument("account")
@click.argument("name")
@click.option(
    "--role",
    type=Codes(Role),
    required=True,
    help="岗位 · the role",
)
def staff_add(home: Path | None, account: str, name: str, role: str) -> None:
    """新增账号并显示首次密码 · Add an account; its first password is shown once."""
    estate = find_home(home)
    people = Staff(estate.staff_file, system_draw)
    _add(estate, people, account, name, Role(role))
    _tell_what_is_missing(people)


@staff.command("reset")
@home_option
@click.argument("account")
def staff_reset(home: Path | None, account: str) -> None:
    """重置密码并取消第二重验证 · A new first password, without the second factor: for a lost phone or password."""
    estate = find_home(home)
    people = Staff(estate.staff_file, system_draw)
    password = people.first_password()
    try:
        _noted(estate, people, account, "staff_unbind").set_second(account, None)
        _noted(estate, people, account, "staff_reset").set_password(account, password, must_change=True)
    except StaffRefused as refused:
        _refuse(refused)
    _tell_first_password(account, password)


@staff.command("list")
@home_option
def staff_list(home: Path | None) -> None:
    """列出账号 · List the accounts."""
    wording = load_wording("terms")
    people = Staff(find_home(home).staff_file, system_draw)
    for member in people.members():
        state = "已停用 disabled" if member.disabled else "第二重验证 second factor" if member.second else ""
        click.echo(f"{member.account}\t{member.name}\t{wording.term(member.role, 'zh')}\t{state}".rstrip())
    _tell_what_is_missing(people)


@staff.command("disable")
@home_option
@click.argument("account")
def staff_disable(home: Path | None, account: str) -> None:
    """停用账号 · Shut an account; it stays named in the cases it handled."""
    estate = find_home(home)
    try:
        _noted(estate, Staff(estate.staff_file, system_draw), account, "staff_disable").disable(account)
    except StaffRefused as refused:
        _refuse(refused)
    click.echo(f"已停用 · Disabled: {account}")


def _add(home: Home, people: Staff, account: str, name: str, role: Role) -> None:
    password = people.first_password()
    try:
        _noted(home, people, account, "staff_added").add(account, name, role, password)
    except StaffRefused as refused:
        _refuse(refused)
    _tell_first_password(account, password)


def _noted(home: Home, people: Staff, account: str, event: str) -> Staff:
    """Into the log like a change at the desk: whoever has this machine could else be two people, and nobody would see it."""
    log = AuditLog(home.audit_file)
    return people.noted(lambda: log.append(at=system_clock(), by=SYSTEM, event=event, about=account))


def _tell_first_password(account: str, password: str) -> None:
    click.echo(f"{account}: {password}")
    click.echo("首次登录须改密码 · The password must be changed at the first sign-in.")
    words = load_wording("custody")
    click.echo(" · ".join(words.say("custody", "shown_machine", language) for language in Language))


def _tell_what_is_missing(people: Staff) -> None:
    """Four eyes need two people: says what is missing, and nothing where it is enough."""
    missing = missing_hands(people.members())
    wording = load_wording("people")
    for code in ("title", *missing) if missing else ():
        click.echo(f"{wording.say('missing', code, 'zh')} · {wording.say('missing', code, 'en')}")


def _refuse(refused: StaffRefused) -> None:
    wording = load_wording("desk", "people", "custody")
    for language in ("zh", "en"):
        click.echo(wording.say("staff_refused", refused.code, language), err=True)
    sys.exit(REFUSED)


COMMANDS: tuple[click.Command, ...] = (init, staff)
