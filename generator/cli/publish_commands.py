"""`portal release`, `approve`, `build` and `scan`: what becomes public, and how."""

import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Never

import click

from generator.cli.building import BuildRefused, Progress, build_copy, build_site
from generator.cli.edges import system_clock, system_draw
from generator.cli.folder import find_home
from generator.cli.gate import Gate
from generator.cli.options import PARTLY, REFUSED, account_option, home_option, language_option
from generator.cli.revising import Revising
from generator.cli.setting_aside import aside_in_words
from generator.cli.signing import signed
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.draft import Refused
from generator.disclosure.review.approval import ApprovalRefused
from generator.disclosure.review.report import refusals_in_words, report
from generator.disclosure.scan import scan_lines
from generator.site.making.engine import BuildFailed
from generator.site.making.swap import SwapRefused
from register.settings import read_book
from register.signoff import SignOff
from register.wording import Wording, load_wording


class PeriodName(click.ParamType[Period]):
    """`2026-09`, `2026-Q3` or `2026-H2`."""

    name = "period"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Period:
        try:
            return Period.parse(value)
        except ValueError:
            self.fail(f"{value!r} 不是公示期 · is no period; write 2026-09, 2026-Q3 or 2026-H2", param, ctx)


@click.command()
@home_option
@click.argument("period", type=PeriodName())
@language_option
def release(home: Path | None, period: Period, language: str) -> None:
    """拟发布的内容 · The draft of a period: what it holds, what it holds back, and why."""
    gate, wording = gate_of(home), _wording()
    made = gate.draft(period)
    if isinstance(made, Refused):
        _refuse(refusals_in_words(made, wording, language))
    for line in report(made, wording, language):
        click.echo(line)
    for changed in Revising(gate).due():
        click.echo(wording.say("revising", "correction_due", language).format(period=changed))


@click.command()
@home_option
@click.argument("period", type=PeriodName())
@account_option
@click.option("--sha256", help="已核对的校验值 · the SHA-256 you were shown; asked for when left out")
@language_option
def approve(home: Path | None, period: Period, account: str, sha256: str | None, language: str) -> None:
    """批准发布 · Approve exactly these bytes with your own password."""
    gate, wording = gate_of(home), _wording()
    made = gate.draft(period)
    if isinstance(made, Refused):
        _refuse(refusals_in_words(made, wording, language))
    click.echo(f"{made.period}  SHA-256 {made.sha256}")
    if sha256 is None:
        click.confirm("批准发布这一份内容 · Approve exactly this", abort=True)
    member = signed(gate.home, account)
    try:
        done = gate.publish(period, SignOff(sha256 or made.sha256, member.actor, gate.clock()))
    except ApprovalRefused as refused:
        _refuse(refusals_in_words(refused, wording, language))
    if isinstance(done, Refused):
        _refuse(refusals_in_words(done, wording, language))
    click.echo("已批准；运行 portal build 更新网站 · Approved; run `portal build` to renew the site")


@click.command()
@home_option
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="页面上的日期 · the day the pages are made for (YYYY-MM-DD)",
)
def build(home: Path | None, today: datetime | None) -> None:
    """生成网站 · Make the site: stage, prove, search every byte, swap in whole; the old one stays on any failure."""
    estate = find_home(home)
    day = (today or system_clock()).date()
    if not estate.register.is_dir():
        copy = build_copy(estate, today=day, progress=click.echo)
        click.echo(
            f"这里没有登记簿，只生成了不得发布的副本 · No register here, so only a copy not for publication: {copy}"
        )
        return
    build_and_tell(gate_of(home), day, click.echo)


@click.command()
def scan() -> None:
    """逐行扫描 · JSON lines {id,text,lang,known,public} in; {id,spans,hold} out."""
    try:
        for line in scan_lines(raw.decode("utf-8") for raw in sys.stdin.buffer):
            click.echo(line)
    except ValueError as problem:
        raise click.UsageError(
            f"输入不是所要的 JSON 行 · The input is not as it should be: {problem}"
        ) from None


def build_and_tell(gate: Gate, today: date, tell: Progress) -> None:
    """Build and say how it went.

    Ends the command with `REFUSED` where nothing was put in place, with `PARTLY` where a take-down did not wait for something.
    """
    try:
        built = build_site(gate, today=today, progress=tell)
    except BuildRefused as refused:
        tell("网站未更换，原因如下 · The site was not replaced, because:")
        _refuse(refused.reasons)
    except (BuildFailed, SwapRefused) as refused:
        _refuse((f"网站未更换 · The site was not replaced: {refused}",))
    for warning in built.warnings:
        tell(f"请留意 · Note: {warning}")
    tell(f"已更新网站，共 {built.pages} 个页面 · The site is new: {built.pages} pages")
    if built.aside:
        for line in aside_in_words(built.aside):
            tell(line)
        sys.exit(PARTLY)


def gate_of(home: Path | None) -> Gate:
    estate = find_home(home)
    return Gate(estate, read_book(estate.content), system_clock, system_draw)


def _wording() -> Wording:
    return load_wording("terms", "release")


def _refuse(reasons: Sequence[str]) -> Never:
    for reason in reasons:
        click.echo(reason, err=True)
    sys.exit(REFUSED)


COMMANDS: tuple[click.Command, ...] = (release, approve, build, scan)
