"""What the pages at `/ledger` show: the imports so far, one on its way with its trial, and what became of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import dropwhile
from typing import Any, Final

from starlette.responses import Response

from forms_api.desk.office import Visit
from forms_api.desk.policies import may
from forms_api.ledger.columns import VOCABULARIES, Column
from forms_api.ledger.confirming import digest, open_to, unconfirmed_of
from forms_api.ledger.dryrun import DEFAULTS, Surroundings, plan_digest, plan_import
from forms_api.ledger.imports import Import, ImportNotFound, Imports, imports_folder
from forms_api.ledger.layout import Layout, samples, width
from forms_api.ledger.planning import Change, Opening, Plan
from forms_api.ledger.rows import RowProblem, plain
from forms_api.ledger.tables import Table, TableProblem
from forms_api.ledger.taking import Undoing, look_at
from forms_api.ledger.telling import problem_in_words
from forms_api.ledger.under_way import UnderWay
from forms_api.refusals import Refused
from register.audit import AuditLine
from register.case import Case
from register.stored import Stored
from register.terms import Kind
from register.vouching import unconfirmed

Cases = tuple[Stored[Case], ...]
SHOWN: Final = 10
CONFIRMED_AT_ONCE: Final = 200
PROBLEMS_SHOWN: Final = 100
_INDISPENSABLE: Final = (Column.RECEIVED, Column.WHAT)
_COUNTING: Final = frozenset({"approve_release", "approve_correction"})


def imports_of(visit: Visit) -> Imports:
    """The imports of this estate."""
    return Imports(imports_folder(visit.office.home), visit.office.draw)


def show_ledger(
    visit: Visit, status: int = 200, problem: TableProblem | None = None, fault: str = ""
) -> Response:
    """The file to choose, the export, and the imports so far."""
    return visit.page(
        "ledger.html",
        status,
        problem=problem,
        fault=fault,
        done=imports_of(visit).all(),
        running=visit.office.takings.running,
        kinds=tuple(Kind),
        members=visit.office.staff.members(),
        typed=visit.typed,
    )


def progress_page(visit: Visit, under_way: UnderWay, status: int = 200) -> Response:
    """How far it is; asked for again every two seconds."""
    return visit.page("ledger_progress.html", status, under_way=under_way)


def import_page(visit: Visit, one: Import, status: int = 200, fault: str = "") -> Response:
    """How far an import is, its trial to whoever may confirm it, or what became of it."""
    under_way = visit.office.takings.running(one.id)
    if under_way:
        return progress_page(visit, under_way, status)
    mine = one.by == visit.member.account and may(visit.member.role, "import")
    if one.state in ("staged", "taking") and mine:
        if one.state == "taking" and visit.office.takings.broke_off(one.id):
            fault = fault or visit.say("ledger", "broke_off")
        return _trial_page(visit, one, table_of(visit, one), status, fault)
    if one.state == "done" and visit.office.takings.undoing_broke_off(one.id):
        fault = fault or visit.say("ledger", "undoing_broke_off")
    undoing = look_at(one, visit.office.store) if one.state == "done" else Undoing()
    noted, mine_to_confirm = noted_of(visit, one)
    released = released_since(visit, one)
    return visit.page(
        "ledger_done.html",
        status,
        one=one,
        undoing=undoing,
        noted=noted,
        to_confirm=mine_to_confirm,
        shown=digest(mine_to_confirm),
        noted_in=unconfirmed,
        released=released,
        fault=fault,
        typed=visit.typed,
    )


def noted_of(visit: Visit, one: Import) -> tuple[Cases, Cases]:
    """The cases of an import that wait for another person's word, and those to which this one can give hers now."""
    noted = unconfirmed_of(one, visit.office.store) if one.state == "done" else ()
    return noted, open_to(noted, visit.actor, visit.now)[:CONFIRMED_AT_ONCE]


def _trial_page(visit: Visit, one: Import, table: Table, status: int, fault: str) -> Response:
    layout, plan = one.layout.layout, plan_of(visit, one, table)
    sheet = table.sheets[layout.sheet]
    return visit.page(
        "ledger_trial.html",
        status,
        one=one,
        fault=fault,
        table=table,
        sheet=sheet,
        asked=[*_asked(table, layout)],
        columns=tuple(Column),
        lacking=_names(visit, _lacking(layout)),
        twice=layout.twice,
        twice_words=_names(visit, layout.twice),
        defaults=one.defaults or DEFAULTS,
        options={column: [*_options(column)] for column in DEFAULTS},
        option_words=lambda column, code: _option_words(visit, column, code),
        plan=plan,
        bad_lines=len({problem.line for problem in plan.problems}),
        digest=plan_digest(plan),
        problems=_in_words(visit, plan.problems[:PROBLEMS_SHOWN]),
        notes=_notes(visit, plan),
        openings=[_preview(one) for one in plan.openings[:SHOWN]],
        changes=plan.changes[:SHOWN],
        steps_of=_steps_of,
    )


def table_of(visit: Visit, one: Import) -> Table:
    """The rows put aside. Raises Refused (410) where they are gone."""
    try:
        return imports_of(visit).table(one)
    except ImportNotFound:
        raise Refused(410, "import_gone") from None


def plan_of(visit: Visit, one: Import, table: Table) -> Plan:
    """What the import would do to the register as it is now."""
    office = visit.office
    around = Surroundings(
        home=office.home,
        book=office.book,
        keys=office.keys,
        holdings=visit.holdings[0],
        members=office.staff.members(),
        by=visit.actor,
        now=visit.now,
    )
    return plan_import(table, one.layout.layout, one.defaults, around)


def released_since(visit: Visit, one: Import) -> str:
    """The day of a release that counted the import's cases already; empty where there is none.

    Which came first is told by the log and not by the days: a file may be confirmed a day after it came, and on the very
    day of a release.
    """
    days = [line.published for line in visit.office.publishing.state(visit.language).releases]
    latest = max(days, default=None)
    if latest is None or latest < one.at.date():
        return ""
    return f"{latest}" if _is_approved_after(visit.office.audit.lines(), one) else ""


def _is_approved_after(log: Iterable[AuditLine], one: Import) -> bool:
    """Whether something was released after the import was confirmed first, or nobody knows when that was."""
    following = dropwhile(lambda line: (line.event, line.about) != ("imported", one.id), log)
    confirmed = next(following, None)
    return confirmed is None or any(line.event in _COUNTING for line in following)


def _lacking(layout: Layout) -> tuple[Column, ...]:
    """What a ledger of new cases cannot do without and no column was given to."""
    known = layout.known
    return () if Column.NUMBER in known else tuple(one for one in _INDISPENSABLE if one not in known)


def _names(visit: Visit, columns: Iterable[Column]) -> str:
    comma = "、" if visit.language == "zh" else ", "
    return comma.join(visit.say("ledger_column", column.value) for column in columns)


@dataclass(frozen=True)
class Asked:
    """One column of the sheet as the page asks for it."""

    place: int
    header: str
    samples: tuple[str, ...]
    holds: Column | None


def _asked(table: Table, layout: Layout) -> Iterable[Asked]:
    sheet = table.sheets[layout.sheet]
    header = sheet.rows[layout.header - 1]
    for place in range(width(sheet)):
        name = plain(header[place]) if place < len(header) else ""
        shown = tuple(plain(cell)[:30] for cell in samples(sheet, layout.header, place))
        if name or shown:
            holds = layout.columns[place] if place < len(layout.columns) else None
            yield Asked(place, name[:40], shown, holds)


def _options(column: Column) -> Iterable[str]:
    if column == Column.PUBLISH:
        return ("yes", "no")
    return (code.value for code in VOCABULARIES[column])


def _option_words(visit: Visit, column: Column, code: str) -> str:
    if column == Column.PUBLISH:
        return visit.say("ledger_publish", code)
    return visit.office.pages.wording.term(VOCABULARIES[column](code), visit.language)


def _in_words(visit: Visit, problems: Sequence[RowProblem]) -> list[tuple[RowProblem, str]]:
    wording = visit.office.pages.wording
    return [(problem, problem_in_words(problem, wording, visit.language)) for problem in problems]


def _notes(visit: Visit, plan: Plan) -> list[tuple[str, str]]:
    """Each note with the rows it is about: many rows of a ledger have the same."""
    lines: dict[str, list[str]] = {}
    for note in plan.notes:
        said = visit.say("row_note", note.code, value=note.value)
        lines.setdefault(said, []).append(str(note.line))
    comma = "、" if visit.language == "zh" else ", "
    return [(said, comma.join(dict.fromkeys(rows[:20]))) for said, rows in [*lines.items()][:SHOWN]]


def _preview(opening: Opening) -> dict[str, Any]:
    return {"opening": opening, "sent": opening.submission, "steps": _steps_of(opening)}


def _steps_of(planned: Opening | Change) -> Sequence[str]:
    return [taken.step.value for taken in planned.steps]
