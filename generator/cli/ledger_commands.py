"""`portal import` and `portal export`: Excel ledgers into the register and out of it, as at the desk."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final, Never

import click

from forms_api.desk.people.staff import Member, Staff
from forms_api.desk.policies import may
from forms_api.ledger.columns import CONTACT, Column, load_spellings
from forms_api.ledger.dryrun import Surroundings, guess_defaults, named, plan_import
from forms_api.ledger.exporting import row_of
from forms_api.ledger.imports import Import, Imports, imports_folder
from forms_api.ledger.layout import guess_layout
from forms_api.ledger.planning import Plan
from forms_api.ledger.tables import Table, TableProblem, read_table
from forms_api.ledger.taking import Hands, carry_out
from forms_api.ledger.telling import problem_in_words
from forms_api.ledger.writing import Writer, to_csv, to_xlsx
from generator.cli.edges import system_clock, system_draw
from generator.cli.folder import find_home
from generator.cli.options import REFUSED, account_option, home_option, language_option
from generator.cli.signing import signed
from register.audit import AuditLog
from register.index import Index
from register.keys import read_keys
from register.settings import ZONE, Home, read_book
from register.store import FolderStore
from register.terms import Language
from register.wording import Wording, load_wording

SHOWN: Final = 50


@click.command("import")
@home_option
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@account_option
@click.option("--trial", is_flag=True, help="只试算 · only say what would be done")
@click.option("--skip", is_flag=True, help="有问题的行先不导 · leave out rows with problems")
@language_option
def import_(home: Path | None, file: Path, account: str, trial: bool, skip: bool, language: str) -> None:
    """导入 Excel 台账 · Import a ledger (.xlsx or .csv): every row a case; nothing where a row has a problem."""
    estate, wording, tongue = find_home(home), _wording(), Language(language)
    member = _signed(estate, account, "import")
    table = read_table(file.read_bytes())
    if isinstance(table, TableProblem):
        _refuse([wording.say("table_fault", table.code, tongue), " ".join(table.places)])
    plan = _plan(estate, table, member)
    _tell(plan, wording, tongue)
    if trial:
        return
    if plan.problems and not skip:
        bad = len({problem.line for problem in plan.problems})
        _refuse([wording.say("ledger", "skip_first", tongue).format(bad=bad)])
    done = _carry_out(estate, table, plan, member)
    said = wording.say("ledger", "imported", tongue)
    click.echo(said.format(new=len(done.made), changed=len(done.changed)))


def _plan(estate: Home, table: Table, member: Member) -> Plan:
    layout = guess_layout(table, load_spellings(estate.content))
    store = FolderStore(estate.register)
    around = Surroundings(
        home=estate,
        book=read_book(estate.content),
        keys=read_keys(estate.key_file),
        holdings=Index(store).holdings(),
        members=Staff(estate.staff_file, system_draw).members(),
        by=member.actor,
        now=system_clock().astimezone(ZONE).replace(microsecond=0),
    )
    return plan_import(table, layout, guess_defaults(table, layout), around)


def _tell(plan: Plan, wording: Wording, language: Language) -> None:
    bad = len({problem.line for problem in plan.problems})
    counts = wording.say("ledger", "counts", language)
    click.echo(counts.format(new=len(plan.openings), changed=len(plan.changes), same=plan.same, bad=bad))
    line = wording.say("ledger", "line", language)
    for problem in plan.problems[:SHOWN]:
        where = wording.say("ledger_column", problem.column, language) if problem.column else "-"
        click.echo(f"  {line} {problem.line} · {where} · {problem_in_words(problem, wording, language)}")
    for note in plan.notes[:SHOWN]:
        said = wording.say("row_note", note.code, language).format(value=note.value)
        click.echo(f"  {line} {note.line} · {said}")


def _carry_out(estate: Home, table: Table, plan: Plan, member: Member) -> Import:
    now = system_clock().astimezone(ZONE).replace(microsecond=0)
    imports = Imports(imports_folder(estate), system_draw)
    layout = guess_layout(table, load_spellings(estate.content))
    one = imports.stage(table, layout, by=member.account, at=now)
    AuditLog(estate.audit_file).append(at=now, by=member.account, event="imported", about=one.id)
    keys, clockwork = read_keys(estate.key_file), read_book(estate.content).clockwork
    return carry_out(
        one, plan, imports, Hands(FolderStore(estate.register), keys, clockwork, member.actor, now)
    )


@click.command("export")
@home_option
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@account_option
@click.option(
    "--contact", is_flag=True, help="含联系方式（仅项目经理） · with contact details, managers only"
)
@language_option
def export(home: Path | None, file: Path, account: str, contact: bool, language: str) -> None:
    """导出台账 · Write the whole register as .xlsx or .csv, by the file's ending; it goes into the log."""
    estate = find_home(home)
    if file.suffix not in (".xlsx", ".csv") or file.exists():
        _refuse([f"{file}: 请写一个新的 .xlsx 或 .csv 文件名 · name a new .xlsx or .csv file"])
    member = _signed(estate, account, "export_contact" if contact else "export")
    now = system_clock().astimezone(ZONE).replace(microsecond=0)
    cases = [stored.record for stored in Index(FolderStore(estate.register)).holdings().cases.values()]
    rows = [row_of(case) for case in sorted(cases, key=lambda case: (case.received, case.number))]
    columns = tuple(column for column in Column if contact or column not in CONTACT)
    names = {
        one.account: named(one.name, one.account) for one in Staff(estate.staff_file, system_draw).members()
    }
    writer = Writer(_wording(), Language(language), lambda account: names.get(account, account))
    event = "exported_contact" if contact else "exported"
    AuditLog(estate.audit_file).append(at=now, by=member.account, event=event, about=f"{len(rows)}")
    data = to_csv(rows, columns, writer) if file.suffix == ".csv" else to_xlsx(rows, columns, writer, now)
    file.touch(mode=0o600, exist_ok=False)
    file.write_bytes(data)
    click.echo(f"{file}: {len(rows)}")


def _signed(estate: Home, account: str, right: str) -> Member:
    """The person, after her own word, where her role has the right. Ends the command otherwise."""
    member = signed(estate, account)
    if not may(member.role, right):
        _refuse(["您的岗位没有这项权限 · Your role may not do this"])
    return member


def _wording() -> Wording:
    return load_wording("terms", "register", "desk", "casework", "ledger")


def _refuse(reasons: Iterable[str]) -> Never:
    for reason in reasons:
        if reason:
            click.echo(reason, err=True)
    sys.exit(REFUSED)


COMMANDS: tuple[click.Command, ...] = (import_, export)
