"""`portal except`: signing the exceptions of `content/exceptions.toml` that name oneself."""

import sys
from pathlib import Path
from typing import Never

import click

from generator.cli.edges import system_clock
from generator.cli.excepting import EVENT, line_of, read_exceptions, signatures
from generator.cli.folder import find_home
from generator.cli.options import REFUSED, account_option, home_option
from generator.cli.signing import signing_as
from generator.disclosure.leakscan.contentscan import LineException
from register.audit import AuditLog
from register.settings import Home
from register.terms import Language
from register.wording import load_wording


@click.command("except")
@home_option
@account_option
def except_command(home: Path | None, account: str) -> None:
    """为例外签字 · Sign the exceptions to the content scan that name you: exactly these lines, with your own password."""
    estate = find_home(home)
    log = AuditLog(estate.audit_file)
    given = signatures(log)
    waiting = [one for one in read_exceptions(estate).exception if account in one.unsigned(given)]
    if not waiting:
        click.echo("没有等您签字的例外 · No exception waits for your word")
        return
    shown = [one for one in waiting if _show(estate, one)]
    if len(shown) < len(waiting):
        sys.exit(REFUSED)
    click.confirm("以上各行可以公开 · These lines may be published", abort=True)
    by = signing_as(estate, account)
    barred = [one for one in shown if by.barred & set(one.by) & given.get(one.sha256, frozenset())]
    for one in shown:
        if one not in barred:
            log.append(at=system_clock(), by=by.account, event=EVENT, about=one.sha256)
            click.echo(f"已签字 · Signed: {one.sha256}")
    if barred:
        _refuse_one_hand()


def _refuse_one_hand() -> Never:
    words = load_wording("custody")
    for language in Language:
        click.echo(words.say("problem_help", "one_hand", language), err=True)
    sys.exit(REFUSED)


def _show(estate: Home, one: LineException) -> bool:
    """The line, the reason and who signs; False where the line is not there any more."""
    line = line_of(estate, one)
    if line is None:
        click.echo(
            f"{one.file}：这一行已改动，请更新例外 · the line was changed since; renew the exception",
            err=True,
        )
        return False
    click.echo(f"{one.file}\n  {line}\n  {one.reason}（{', '.join(one.by)}）")
    return True


COMMANDS: tuple[click.Command, ...] = (except_command,)
