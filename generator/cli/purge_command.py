"""`portal purge`: retention applied to the register; a dry run unless it is told to do it."""

from datetime import timedelta
from pathlib import Path

import click

from forms_api.staging import Staging
from generator.cli.edges import system_clock, system_draw
from generator.cli.folder import find_home
from generator.cli.gate import Gate
from generator.cli.options import home_option
from generator.cli.purging import Purge, Purger, plan_purge
from generator.disclosure.releases.settlement import read_settlements
from register.audit import AuditLog
from register.photo_store import PhotoStore
from register.settings import Home, read_book
from register.terms import ErasePart, EraseReason

SAFE_AGE = timedelta(days=1)
"""Photos are kept a moment before their case is; so long nobody asks whose they are."""
LINES = (
    (
        "联系方式，保存期届满 · contact details, retention ended",
        ErasePart.CONTACT,
        EraseReason.RETENTION_ENDED,
    ),
    ("整件记录，保存期届满 · records, retention ended", ErasePart.CASE, EraseReason.RETENTION_ENDED),
    ("整件记录，两人已决定 · records, decided by two people", ErasePart.CASE, EraseReason.RESIDENT_ASKED),
)


@click.command()
@home_option
@click.option(
    "--do", "do_it", is_flag=True, help="真的删除；不加则只列出 · erase; without it only a list is shown"
)
@click.option("--numbers", is_flag=True, help="列出登记编号 · list the case numbers too")
def purge(home: Path | None, do_it: bool, numbers: bool) -> None:
    """按保存期限删除 · Erase what the retention periods let go. Open, held and uncounted cases always stay."""
    estate = find_home(home)
    book = read_book(estate.content)
    gate = Gate(estate, book, system_clock, system_draw)
    now = system_clock().replace(microsecond=0)
    photos = PhotoStore(estate.register)
    counted = {
        number
        for settlement in read_settlements(gate.places.settlements, gate.released())
        for number in settlement.settled
    }
    old = photos.kept_before(now - SAFE_AGE)
    plan = plan_purge(gate.holdings(), counted, book.rules.retention, now.date(), old)
    tell(plan, old_staged(estate), numbers)
    if not do_it:
        click.echo("以上尚未删除；加 --do 执行 · Nothing was erased; add --do to erase")
        return
    purger = Purger(gate.index.store, photos, AuditLog(estate.audit_file), book.clockwork, now)
    missed = purger.carry_out(plan)
    staging(estate).sweep()
    click.echo("已删除 · Erased")
    for number in missed:
        click.echo(f"正在办理，下次再删 · Being worked on, left for the next time: {number}")


def tell(plan: Purge, staged: int, numbers: bool) -> None:
    """What is to go, line by line."""
    for words, part, reason in LINES:
        found = plan.numbers(part, reason)
        click.echo(f"{words}: {len(found)}")
        if numbers:
            click.echo("".join(f"  {number}\n" for number in found), nl=False)
    click.echo(
        f"居民已收回的联系方式，不再需要比对 · contact details taken back, needed no more: {len(plan.aside)}"
    )
    if numbers:
        click.echo("".join(f"  {number}\n" for number in plan.aside), nl=False)
    click.echo(f"没有事项的照片 · photos without a case: {len(plan.photos)}")
    click.echo(f"未提交、已过 24 小时的照片 · photos never sent, over 24 hours old: {staged}")
    click.echo(f"已决定删除，待计入公示 · decided, waiting to be counted: {len(plan.waiting)}")


def staging(estate: Home) -> Staging:
    return Staging(estate.var / "staged", PhotoStore(estate.register), clock=system_clock, draw=system_draw)


def old_staged(estate: Home) -> int:
    """How many photos wait that nobody will send any more."""
    return staging(estate).count_old()


COMMANDS: tuple[click.Command, ...] = (purge,)
