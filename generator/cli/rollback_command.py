"""`portal rollback`: the site before the current one, searched like a new one before anybody sees it again."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Never

import click

from generator.cli.gate import Gate
from generator.cli.options import REFUSED, home_option
from generator.cli.publish_commands import gate_of
from generator.cli.putting_back import give_words, put_back, refusal_in_words, removed_since
from generator.cli.signing import signing_as
from generator.disclosure.review.approval import APPROVERS
from generator.site.making.swap import SwapRefused, earlier_build
from register.handling import Actor
from register.terms import Language
from register.wording import load_wording


@click.command()
@home_option
@click.option(
    "--despite-removed",
    is_flag=True,
    help="已移除的内容由两人签字后可再公开 · what was removed may be shown again, on the word of two people",
)
@click.option(
    "--as", "accounts", multiple=True, help="两人的账号，各写一次 · the accounts of both, each once"
)
def rollback(home: Path | None, despite_removed: bool, accounts: tuple[str, ...]) -> None:
    """恢复上一版网站 · Put the previous site back, after searching it; one that shows what was removed since is refused."""
    gate = gate_of(home)
    click.echo("正在逐字节检查上一版网站 · Searching every byte of the previous site")
    try:
        despite = _allowed_by_two(gate, accounts) if despite_removed else None
        click.echo(f"已恢复 · Back to {put_back(gate, despite=despite)}")
    except SwapRefused as refused:
        _refuse(refusal_in_words(refused))


def _allowed_by_two(gate: Gate, accounts: Sequence[str]) -> str:
    """The build that two people, each with her own word, let show again what was removed; ends the command otherwise."""
    build = earlier_build(gate.home.folder)
    if len(set(accounts)) != 2 or len(accounts) != 2:
        _refuse_for("two_people")
    for file in removed_since(gate, build) or ():
        click.echo(file)
    click.confirm("以上内容可以再次公开 · These may be shown again", abort=True)
    signed = [_word_of(gate, account) for account in accounts]
    if not any(one.role in APPROVERS for one in signed):
        _refuse_for("no_approver")
    if any(one.barred & set(accounts) for one in signed):
        _refuse_for("one_hand")
    give_words(gate, build, accounts)
    return build


def _word_of(gate: Gate, account: str) -> Actor:
    click.echo(account)
    return signing_as(gate.home, account)


def _refuse_for(code: str) -> Never:
    words = load_wording("preview")
    _refuse(words.say("rollback", code, language) for language in Language)


def _refuse(reasons: Iterable[str]) -> Never:
    for reason in reasons:
        click.echo(reason, err=True)
    sys.exit(REFUSED)


COMMANDS: tuple[click.Command, ...] = (rollback,)
