"""The page `/ledger`: Excel into the register, tried before it is confirmed, and undone as a whole; decision 0021."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from starlette.responses import Response

from forms_api.desk.admission import Upload
from forms_api.desk.office import Visit
from forms_api.desk.policies import may
from forms_api.ledger import tables
from forms_api.ledger.columns import VOCABULARIES, Column, load_spellings
from forms_api.ledger.dryrun import (
    DEFAULTS,
    Surroundings,
    allowed_defaults,
    guess_defaults,
    plan_digest,
    plan_import,
)
from forms_api.ledger.imports import Import, ImportNotFound, Imports, kept
from forms_api.ledger.layout import Layout, guess_layout, layout_at, samples, width
from forms_api.ledger.planning import Change, Opening, Plan
from forms_api.ledger.rows import RowProblem, plain
from forms_api.ledger.table_worker import MOST_COLUMNS
from forms_api.ledger.tables import Table, TableProblem
from forms_api.ledger.taking import Hands, Undoing, carry_out, look_at, undo
from forms_api.ledger.telling import problem_in_words
from forms_api.refusals import Refused
from register.errors import RegisterBusy
from register.settings import Home
from register.terms import Kind

UPLOAD: Final = Upload(("file",), tables.LARGEST + 4096, 120.0)
LAYOUT_FIELDS: Final = frozenset(
    {"sheet", "header", "was", *(f"default_{column.value}" for column in DEFAULTS)}
    | {f"column_{place}" for place in range(MOST_COLUMNS)}
)
CONFIRM_FIELDS: Final = ("plan", "skip")
UNDO_FIELDS: Final = ("text",)
SHOWN: Final = 10
PROBLEMS_SHOWN: Final = 100


def imports_folder(home: Home) -> Path:
    return home.var / "imports"


def imports_of(visit: Visit) -> Imports:
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


def upload(visit: Visit) -> Response:
    """Read the file and put its rows aside; nothing of the register is touched."""
    table = tables.read_table(visit.files.get("file", b""))
    if isinstance(table, TableProblem):
        return show_ledger(visit, 422, table)
    layout = guess_layout(table, load_spellings(visit.office.home.content))
    imports = imports_of(visit)
    one = imports.stage(table, layout, by=visit.member.account, at=visit.now)
    imports.keep(one.model_copy(update={"defaults": guess_defaults(table, layout)}))
    return visit.see_other(f"/ledger/{one.id}")


def show_import(visit: Visit) -> Response:
    """The trial of an import that waits, how far one is, or what became of it."""
    return _page(visit, _read(visit))


def lay_out(visit: Visit) -> Response:
    """Keep the columns as corrected by hand. Another sheet or header row starts the guessing anew."""
    one = _staged(visit)
    if visit.office.takings.running(one.id):
        return visit.see_other(f"/ledger/{one.id}")
    table = _table(visit, one)
    layout = _corrected(visit, one, table)
    update = {"layout": kept(layout), "defaults": allowed_defaults(visit.typed)}
    imports_of(visit).keep(one.model_copy(update=update))
    return visit.see_other(f"/ledger/{one.id}")


def _corrected(visit: Visit, one: Import, table: Table) -> Layout:
    sheet = _number(visit, "sheet", one.layout.sheet, 0, len(table.sheets) - 1)
    header = _number(visit, "header", one.layout.header, 1, len(table.sheets[sheet].rows))
    if (sheet, header) != (one.layout.sheet, one.layout.header):
        return layout_at(table, sheet, header, load_spellings(visit.office.home.content))
    codes = [visit.typed.get(f"column_{place}", "") for place in range(width(table.sheets[sheet]))]
    columns = tuple(Column(code) if code in set(Column) else None for code in codes)
    return Layout(sheet, header, columns)


def _number(visit: Visit, name: str, otherwise: int, least: int, most: int) -> int:
    text = visit.typed.get(name, "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise
    return min(max(number, least), most)


def confirm(visit: Visit) -> Response:
    """Import what was shown. With problems it takes a word that the rest shall be imported all the same."""
    one = _staged(visit)
    if visit.office.takings.running(one.id):
        return visit.see_other(f"/ledger/{one.id}")
    plan = _plan(visit, one, _table(visit, one))
    if visit.typed.get("plan") != plan_digest(plan):
        return _page(visit, one, 409, fault=visit.say("ledger", "changed_meanwhile"))
    if one.layout.layout.twice:
        return _page(visit, one, 422)
    if not plan.openings and not plan.changes:
        return _page(visit, one, 422, fault=visit.say("ledger", "nothing_to_do"))
    if plan.problems and "skip" not in visit.typed:
        said = visit.say("ledger", "skip_first", bad=len({bad.line for bad in plan.problems}))
        return _page(visit, one, 422, fault=said)
    visit.record("imported", one.id)
    work = partial(carry_out, one, plan, imports_of(visit), _hands(visit))
    done = visit.office.takings.begin(one.id, len(plan.openings) + len(plan.changes), work)
    if done is None:
        return visit.see_other(f"/ledger/{one.id}")
    said = visit.say("ledger", "imported", new=len(done.made), changed=len(done.changed))
    return visit.see_other(f"/ledger/{one.id}", said)


def give_up(visit: Visit) -> Response:
    """Forget a file that was not confirmed."""
    one = _staged(visit)
    if visit.office.takings.running(one.id):
        raise Refused(409, "import_over")
    imports_of(visit).give_up(one)
    return visit.see_other("/ledger", visit.say("ledger", "given_up"))


def undo_import(visit: Visit) -> Response:
    """Take a whole import back, as long as nobody went on with its cases and no release counted them."""
    one = _read(visit)
    why = visit.typed.get("text", "").strip()
    undoing = look_at(one, visit.office.store)
    if one.state != "done" or undoing.touched or _released_since(visit, one):
        return _page(visit, one, 409)
    if not why or len(why) > 200:
        return _page(visit, one, 422, fault=visit.say("refusal", "particular:text"))
    visit.record("import_undone", one.id)
    try:
        undo(one, undoing, why, visit.now, imports_of(visit), _hands(visit))
    except RegisterBusy:
        return _page(visit, one, 409, fault=visit.say("ledger", "busy"))
    said = visit.say("ledger", "undone", n=len(undoing.erase), reopened=len(undoing.reopen))
    return visit.see_other(f"/ledger/{one.id}", said)


def _read(visit: Visit) -> Import:
    try:
        return imports_of(visit).read(visit.request.path_params["name"])
    except ImportNotFound:
        raise Refused(404, "no_import") from None


def _staged(visit: Visit) -> Import:
    """An import that may still be confirmed, by the one who brought the file."""
    one = _read(visit)
    if one.state not in ("staged", "taking") or one.by != visit.member.account:
        raise Refused(409, "import_over")
    return one


def _table(visit: Visit, one: Import) -> Table:
    try:
        return imports_of(visit).table(one)
    except ImportNotFound:
        raise Refused(410, "import_gone") from None


def _plan(visit: Visit, one: Import, table: Table) -> Plan:
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


def _hands(visit: Visit) -> Hands:
    return Hands(visit.office.store, visit.office.keys, visit.office.book.clockwork, visit.actor)


def _released_since(visit: Visit, one: Import) -> str:
    """The day of a release that counted the import's cases already; empty where there is none."""
    days = [line.published for line in visit.office.publishing.state(visit.language).releases]
    latest = max(days, default=None)
    return f"{latest}" if latest and latest > one.at.date() else ""


@dataclass(frozen=True)
class Asked:
    """One column of the sheet as the page asks for it."""

    place: int
    header: str
    samples: tuple[str, ...]
    holds: Column | None


def _page(visit: Visit, one: Import, status: int = 200, fault: str = "") -> Response:
    under_way = visit.office.takings.running(one.id)
    if under_way:
        return visit.page("ledger_progress.html", status, one=one, under_way=under_way)
    mine = one.by == visit.member.account and may(visit.member.role, "import")
    if one.state in ("staged", "taking") and mine:
        if one.state == "taking" and visit.office.takings.broke_off(one.id):
            fault = fault or visit.say("ledger", "broke_off")
        return _trial_page(visit, one, _table(visit, one), status, fault)
    undoing = look_at(one, visit.office.store) if one.state == "done" else Undoing()
    released = _released_since(visit, one)
    return visit.page("ledger_done.html", status, one=one, undoing=undoing, released=released, fault=fault)


def _trial_page(visit: Visit, one: Import, table: Table, status: int, fault: str) -> Response:
    layout, plan = one.layout.layout, _plan(visit, one, table)
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
        option_words=lambda column, code: option_words(visit, column, code),
        plan=plan,
        bad_lines=len({problem.line for problem in plan.problems}),
        digest=plan_digest(plan),
        problems=_in_words(visit, plan.problems[:PROBLEMS_SHOWN]),
        notes=_notes(visit, plan),
        openings=[_preview(one) for one in plan.openings[:SHOWN]],
        changes=plan.changes[:SHOWN],
        steps_of=_steps_of,
    )


def _lacking(layout: Layout) -> tuple[Column, ...]:
    """What a ledger of new cases cannot do without and no column was given to."""
    known = layout.known
    return () if Column.NUMBER in known else tuple(one for one in _INDISPENSABLE if one not in known)


_INDISPENSABLE: Final = (Column.RECEIVED, Column.WHAT)


def _names(visit: Visit, columns: Iterable[Column]) -> str:
    comma = "、" if visit.language == "zh" else ", "
    return comma.join(visit.say("ledger_column", column.value) for column in columns)


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


def option_words(visit: Visit, column: Column, code: str) -> str:
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
