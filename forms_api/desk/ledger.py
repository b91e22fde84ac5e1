"""The page `/ledger`: Excel into the register, tried before it is confirmed, and undone as a whole; decision 0021."""

from functools import partial
from typing import Final

from starlette.responses import Response

from forms_api.body import Upload
from forms_api.desk.ledger_pages import (
    import_page,
    imports_of,
    noted_of,
    plan_of,
    progress_page,
    released_since,
    show_ledger,
    table_of,
)
from forms_api.desk.office import Visit
from forms_api.ledger import tables
from forms_api.ledger.bounds import MOST_COLUMNS
from forms_api.ledger.columns import Column, load_spellings
from forms_api.ledger.confirming import confirm as confirm_case
from forms_api.ledger.confirming import digest
from forms_api.ledger.dryrun import (
    DEFAULTS,
    allowed_defaults,
    guess_defaults,
    plan_digest,
)
from forms_api.ledger.imports import Import, ImportNotFound, kept
from forms_api.ledger.layout import Layout, guess_layout, layout_at, width
from forms_api.ledger.tables import Table, TableProblem
from forms_api.ledger.taking import Hands, carry_out, look_at, undo
from forms_api.refusals import Refused
from register.errors import RegisterBusy
from register.terms import Step

UPLOAD: Final = Upload(("file",), tables.LARGEST + 4096, 120.0)
LAYOUT_FIELDS: Final = frozenset(
    {"sheet", "header", "was", *(f"default_{column.value}" for column in DEFAULTS)}
    | {f"column_{place}" for place in range(MOST_COLUMNS)}
)
CONFIRM_FIELDS: Final = ("plan", "skip")
UNDO_FIELDS: Final = ("text",)
SECOND_FIELDS: Final = ("shown",)


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
    # Asked before it is read: of one that ends in between the record would be old and the rows gone.
    under_way = visit.office.takings.running(visit.request.path_params["name"])
    return progress_page(visit, under_way) if under_way else import_page(visit, _read(visit))


def lay_out(visit: Visit) -> Response:
    """Keep the columns as corrected by hand. Another sheet or header row starts the guessing anew."""
    one = _staged(visit)
    if visit.office.takings.running(one.id):
        return visit.see_other(f"/ledger/{one.id}")
    table = table_of(visit, one)
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
    plan = plan_of(visit, one, table_of(visit, one))
    if visit.typed.get("plan") != plan_digest(plan):
        return import_page(visit, one, 409, fault=visit.say("ledger", "changed_meanwhile"))
    if one.layout.layout.twice:
        return import_page(visit, one, 422)
    if not plan.openings and not plan.changes:
        return import_page(visit, one, 422, fault=visit.say("ledger", "nothing_to_do"))
    if plan.problems and "skip" not in visit.typed:
        said = visit.say("ledger", "skip_first", bad=len({bad.line for bad in plan.problems}))
        return import_page(visit, one, 422, fault=said)
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


def confirm_noted(visit: Visit) -> Response:
    """Another person's word for what an import noted of the past, in all the cases that the page showed."""
    one = _read(visit)
    if visit.office.takings.running(one.id):
        return visit.see_other(f"/ledger/{one.id}")
    _, shown = noted_of(visit, one)
    if not shown or visit.typed.get("shown") != digest(shown):
        return import_page(visit, one, 409, fault=visit.say("ledger", "changed_meanwhile"))
    office, done = visit.office, 0
    for stored in shown:
        if confirm_case(stored, visit.actor, visit.now, office.store, office.book.clockwork):
            visit.record(Step.CONFIRM.value, stored.record.number)
            done += 1
    return visit.see_other(f"/ledger/{one.id}", visit.say("ledger", "confirmed", n=done))


def undo_import(visit: Visit) -> Response:
    """Take a whole import back, as long as nobody went on with its cases and no release counted them."""
    one, takings = _read(visit), visit.office.takings
    if takings.running(one.id):
        return visit.see_other(f"/ledger/{one.id}")
    why = visit.typed.get("text", "").strip()
    undoing = look_at(one, visit.office.store)
    if one.state != "done" or undoing.touched or released_since(visit, one):
        return import_page(visit, one, 409)
    if not why or len(why) > 200:
        return import_page(visit, one, 422, fault=visit.say("refusal", "particular:text"))
    visit.record("import_undone", one.id)
    work = partial(undo, one, undoing, why, visit.now, imports_of(visit), _hands(visit))
    try:
        done = takings.begin(one.id, len(undoing.erase) + len(undoing.reopen), work, undoes=True)
    except RegisterBusy:
        return import_page(visit, one, 409, fault=visit.say("ledger", "busy"))
    if done is None:
        return visit.see_other(f"/ledger/{one.id}")
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


def _hands(visit: Visit) -> Hands:
    office = visit.office
    return Hands(office.store, office.keys, office.book.clockwork, visit.actor, visit.now)
