"""`portal correct` and `portal takedown`: what changes on the site after it was published, and how."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Never

import click

from generator.cli.options import (
    REFUSED,
    Codes,
    CommandWithCodes,
    account_option,
    home_option,
    language_option,
)
from generator.cli.publish_commands import PeriodName, build_and_tell, gate_of
from generator.cli.revising import Revising
from generator.cli.signing import signing_as
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.correction import Nothing
from generator.disclosure.drafts.draft import Refused
from generator.disclosure.drafts.takedown import ConfirmationRefused
from generator.disclosure.review.approval import ApprovalRefused
from generator.disclosure.review.report import correction_report, refusals_in_words, takedown_line
from register.handling import Actor
from register.terms import CorrectionReason, TakeDownReason
from register.wording import Wording, load_wording

_REFERENCE = re.compile(r"[0-9A-HJKMNP-TV-Z]{8}")


class Reference(click.ParamType[str]):
    """The eight characters a published entry is known by."""

    name = "ref"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        ref = value.strip().upper()
        if not _REFERENCE.fullmatch(ref):
            self.fail(
                f"{value!r} 不是公开编号 · is no public reference; copy its 8 characters from the page",
                param,
                ctx,
            )
        return ref


@click.command(cls=CommandWithCodes)
@home_option
@click.argument("period", type=PeriodName())
@account_option
@click.option(
    "--reason",
    required=True,
    type=Codes(CorrectionReason),
    help="更正原因，按固定文字公开 · why; its fixed words are published",
)
@language_option
def correct(home: Path | None, period: Period, account: str, reason: str, language: str) -> None:
    """更正已公示的数字 · Publish a period's figures as they are known today: old, new and why."""
    revising, wording = _revising(home), _wording()
    why = CorrectionReason(reason)
    made = revising.correction(period, why)
    if isinstance(made, Nothing):
        click.echo(wording.say("revising", "nothing", language).format(period=made.period))
        return
    if isinstance(made, Refused):
        _refuse(refusals_in_words(made, wording, language))
    for line in correction_report(made, wording, language):
        click.echo(line)
    click.echo(wording.say("revising", "why", language).format(why=wording.term(why, language)))
    by = signing_as(revising.gate.home, account)
    try:
        revising.correct(made, by, revising.gate.clock())
    except ApprovalRefused as refused:
        _refuse(refusals_in_words(refused, wording, language))
    click.echo("已发布更正；运行 portal build 更新网站 · Published; run `portal build` to renew the site")


@click.command(cls=CommandWithCodes)
@home_option
@click.argument("ref", type=Reference(), required=False)
@click.option("--as", "account", help="账号 · your account")
@click.option("--reason", type=Codes(TakeDownReason), help="理由 · why")
@click.option("--confirm", "confirming", is_flag=True, help="第二人确认 · the second person's word")
@language_option
def takedown(
    home: Path | None,
    ref: str | None,
    account: str | None,
    reason: str | None,
    confirming: bool,
    language: str,
) -> None:
    """撤下已公开的一件 · Take a published entry down at once and renew the site. Without REF: every take-down and its state."""
    revising, wording = _revising(home), _wording()
    if ref is None:
        for one in revising.taken_down():
            click.echo(takedown_line(one, revising.gate.clock(), wording, language))
        return
    if account is None or confirming == (reason is not None):
        raise click.UsageError(
            "需要 --as，并在 --reason 与 --confirm 中选一个 · give --as, and either --reason or --confirm"
        )
    by = signing_as(revising.gate.home, account)
    if confirming:
        _confirm(revising, ref, by, wording, language)
    else:
        _take_down(revising, ref, TakeDownReason(reason or ""), by, wording, language)


def _take_down(
    revising: Revising, ref: str, reason: TakeDownReason, by: Actor, wording: Wording, language: str
) -> None:
    gate = revising.gate
    try:
        done = revising.take_down(ref, reason, by, gate.clock())
    except ApprovalRefused as refused:
        _refuse(refusals_in_words(refused, wording, language))
    if isinstance(done, Refused):
        _refuse(refusals_in_words(done, wording, language))
    click.echo(takedown_line(done, gate.clock(), wording, language))
    build_and_tell(gate, gate.clock().date(), click.echo)


def _confirm(revising: Revising, ref: str, by: Actor, wording: Wording, language: str) -> None:
    now = revising.gate.clock()
    try:
        done = revising.confirm(ref, by, now)
    except ConfirmationRefused as refused:
        _refuse((wording.term(refused.reason, language),))
    click.echo(takedown_line(done, now, wording, language))


def _revising(home: Path | None) -> Revising:
    return Revising(gate_of(home))


def _wording() -> Wording:
    return load_wording("terms", "release", "measures")


def _refuse(reasons: Sequence[str]) -> Never:
    for reason in reasons:
        click.echo(reason, err=True)
    sys.exit(REFUSED)


COMMANDS: tuple[click.Command, ...] = (correct, takedown)
