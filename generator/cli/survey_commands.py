"""`portal survey`: slips with one-time codes, how many answered, ending a wave, and publishing its result by two people."""

import sys
from pathlib import Path
from typing import Never

import click

from generator.cli.edges import system_clock, system_draw
from generator.cli.folder import find_home
from generator.cli.options import REFUSED, account_option, home_option, language_option
from generator.cli.signing import signed, signing_as
from generator.cli.surveying import Surveys, refusals, result_lines
from generator.disclosure.surveys.survey_closing import SurveyRefused
from register.settings import read_book
from register.signoff import SignOff
from register.surveys.survey import Survey
from register.terms import Language
from register.wording import Wording, load_wording

MOST = 50_000


@click.group()
def survey() -> None:
    """满意度调查 · Satisfaction surveys."""


@survey.command()
@home_option
@click.argument("wave")
@click.option("--count", type=click.IntRange(1, MOST), required=True, help="张数 · how many slips")
def codes(home: Path | None, wave: str, count: int) -> None:
    """生成答题码通知单 · One-time codes and the slips to print, one a household."""
    surveys = _surveys(home)
    named = surveys.wave(wave)
    try:
        file = surveys.issue(named, count, system_draw)
    except SurveyRefused as refused:
        _refuse(refused, named, _wording(), Language.ZH)
    click.echo(f"已生成 {count} 张通知单 · {count} slips to print: {file}")
    click.echo(
        "打印、分发后请删除这个文件；不要登记哪户拿到哪张 · "
        "Delete the file once the slips are printed; do not note who got which"
    )


@survey.command()
@home_option
@language_option
def counts(home: Path | None, language: str) -> None:
    """发放和收回的份数 · Codes issued and answers received, by wave."""
    surveys, wording = _surveys(home), _wording()
    for wave in surveys.waves.values():
        got, stage = surveys.counts(wave), wave.stage(system_clock().date())
        said = wording.say("survey_stage", stage, language).format(opens=wave.opens, closes=wave.closes)
        line = wording.say("survey_command", "counts", language)
        click.echo(line.format(id=wave.id, stage=said, issued=got.issued, web=got.web, paper=got.paper))


@survey.command()
@home_option
@click.argument("wave")
@account_option
@language_option
def close(home: Path | None, wave: str, account: str, language: str) -> None:
    """结束调查并算出结果 · End a wave for good and count its result; another person then approves it."""
    surveys, wording = _surveys(home), _wording()
    named = surveys.wave(wave)
    member = signed(surveys.home, account)
    try:
        closed = surveys.close(named, member.actor, system_clock())
    except SurveyRefused as refused:
        _refuse(refused, named, wording, language)
    for line in result_lines(closed, wording, language):
        click.echo(line)
    click.echo(f"SHA-256 {closed.sha256}")
    click.echo(wording.say("survey_command", "closed", language).format(id=wave))


@survey.command()
@home_option
@click.argument("wave")
@account_option
@click.option("--sha256", help="已核对的校验值 · the SHA-256 you were shown; asked for when left out")
@language_option
def approve(home: Path | None, wave: str, account: str, sha256: str | None, language: str) -> None:
    """批准公布结果 · Publish the result of a closed wave, with your own password."""
    surveys, wording = _surveys(home), _wording()
    named = surveys.wave(wave)
    closed = surveys.closed(named)
    if closed is not None:
        for line in result_lines(closed, wording, language):
            click.echo(line)
        click.echo(f"SHA-256 {closed.sha256}")
        if sha256 is None:
            click.confirm("批准公布这一份结果 · Publish exactly this", abort=True)
    by = signing_as(surveys.home, account)
    try:
        shown = sha256 or (closed.sha256 if closed else "")
        surveys.approve(named, SignOff(shown, by, system_clock()))
    except SurveyRefused as refused:
        _refuse(refused, named, wording, language)
    click.echo(wording.say("survey_command", "approved", language))


def _surveys(home: Path | None) -> Surveys:
    estate = find_home(home)
    return Surveys(estate, read_book(estate.content))


def _wording() -> Wording:
    return load_wording("survey")


def _refuse(refused: SurveyRefused, wave: Survey, wording: Wording, language: str) -> Never:
    for reason in refusals(refused, wave, wording, language):
        click.echo(reason, err=True)
    sys.exit(REFUSED)


COMMANDS: tuple[click.Command, ...] = (survey,)
