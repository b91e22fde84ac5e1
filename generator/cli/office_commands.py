"""`portal init` and `portal staff`: a new estate's folder and the people who may sign in."""

import sys
from pathlib import Path

import click

from forms_api.desk.staff import Staff, StaffRefused
from generator.cli.edges import system_draw
from generator.cli.folder import find_home, make_home
from generator.cli.options import REFUSED, home_option
from generator.disclosure.approval import APPROVERS
from register.terms import Role
from register.wording import load_wording

ROLES = click.Choice([role.value for role in Role])


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """新建小区文件夹 · Make a new estate's folder: content to edit, keys, private folders."""
    home = make_home(folder, system_draw)
    click.echo(f"已建立 · Made {home.folder}")
    click.echo("接下来 · Next:")
    click.echo("  1. 修改 content/ 里的 *.toml · edit content/*.toml")
    click.echo(
        "  2. portal staff add（至少两人，其中一人为审核）· at least two people, one of them a reviewer"
    )
    click.echo("  3. portal serve 和 portal desk · then serve the site and the desk")


@click.group()
def staff() -> None:
    """工作台账号 · The desk's accounts."""


@staff.command("add")
@home_option
@click.argument("account")
@click.argument("name")
@click.option(
    "--role",
    type=ROLES,
    required=True,
    help="handler 经办 · reviewer 审核 · manager 项目经理 · outside 外部审核",
)
def staff_add(home: Path | None, account: str, name: str, role: str) -> None:
    """新增账号并显示首次密码 · Add an account; its first password is shown once."""
    people = Staff(find_home(home).staff_file, system_draw)
    password = people.first_password()
    try:
        people.add(account, name, Role(role), password)
    except StaffRefused as refused:
        _refuse(refused)
    click.echo(f"{account}: {password}")
    click.echo("首次登录须改密码 · The password must be changed at the first sign-in.")
    warning = missing_hands(people)
    if warning:
        click.echo(warning)


@staff.command("list")
@home_option
def staff_list(home: Path | None) -> None:
    """列出账号 · List the accounts."""
    wording = load_wording("terms")
    for member in Staff(find_home(home).staff_file, system_draw).members():
        state = "已停用 disabled" if member.disabled else ""
        click.echo(f"{member.account}\t{member.name}\t{wording.term(member.role, 'zh')}\t{state}".rstrip())


@staff.command("disable")
@home_option
@click.argument("account")
def staff_disable(home: Path | None, account: str) -> None:
    """停用账号 · Shut an account; it stays named in the cases it handled."""
    try:
        Staff(find_home(home).staff_file, system_draw).disable(account)
    except StaffRefused as refused:
        _refuse(refused)
    click.echo(f"已停用 · Disabled: {account}")


def missing_hands(people: Staff) -> str | None:
    """Four eyes need two people: one handles, another with the right to review publishes. Says what is missing."""
    active = [member for member in people.members() if not member.disabled]
    reviewing = [member for member in active if member.role in APPROVERS]
    if len(active) >= 2 and reviewing:
        return None
    return "还不能公开：至少要有两人，其中一人为审核或项目经理 · Not enough people to publish yet: two, one a reviewer or manager"


def _refuse(refused: StaffRefused) -> None:
    click.echo(load_wording("desk").say("staff_refused", refused.code, "zh"), err=True)
    click.echo(load_wording("desk").say("staff_refused", refused.code, "en"), err=True)
    sys.exit(REFUSED)


COMMANDS: tuple[click.Command, ...] = (init, staff)
