"""`portal preview`: the site with a period's draft in it, staged and checked, for the desk's eyes alone."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Never

import click

from generator.cli.options import REFUSED, home_option
from generator.cli.previewing import make_preview
from generator.cli.publish_commands import PeriodName, gate_of
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.draft import Refused
from generator.disclosure.review.approval import ApprovalRefused
from generator.disclosure.review.report import refusals_in_words
from generator.site.making.engine import BuildFailed
from register.settings import ZONE
from register.wording import load_wording


class Moment(click.ParamType[datetime]):
    """`2026-07-20T09:00:00+08:00`; without its difference from UTC it is this machine's time."""

    name = "moment"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            return datetime.fromisoformat(value).astimezone(ZONE)
        except (ValueError, OverflowError):
            self.fail(f"{value!r} 不是时刻 · is no moment; write 2026-07-20T09:00:00+08:00", param, ctx)


@click.command()
@home_option
@click.argument("period", type=PeriodName())
@click.option(
    "--at", "moment", type=Moment(), help="预览按这一时刻生成 · the moment it is made for (ISO 8601)"
)
def preview(home: Path | None, period: Period, moment: datetime | None) -> None:
    """预览公示 · Stage and check the site as it would be with this draft; nothing is published."""
    gate = gate_of(home)
    at = moment or gate.clock()
    gate.clock = lambda: at
    made = gate.draft(period)
    wording = load_wording("terms", "release", "preview")
    if isinstance(made, Refused):
        _refuse(*refusals_in_words(made, wording, "zh"))
    try:
        done = make_preview(gate, made, today=at.date(), at=at, progress=click.echo)
    except ApprovalRefused as refused:
        _refuse(*refusals_in_words(refused, wording, "zh"))
    except BuildFailed as refused:
        _refuse(f"没有生成预览 · No preview: {refused}")
    for check in done.checks:
        said = (wording.say("preview_check", check.code, language) for language in ("zh", "en"))
        click.echo(" · ".join(one.format(n=check.n, about=check.about) for one in said))
    if not done.passed:
        sys.exit(REFUSED)


def _refuse(*reasons: str) -> Never:
    for reason in reasons:
        click.echo(reason, err=True)
    sys.exit(REFUSED)


COMMANDS: tuple[click.Command, ...] = (preview,)
