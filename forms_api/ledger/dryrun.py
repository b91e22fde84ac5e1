"""From a table put aside to the plan of its import: the one way for the desk and the command line."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from forms_api.desk.people.staff import Member
from forms_api.ledger.chain import Taken
from forms_api.ledger.columns import VOCABULARIES, Column, Value, load_spellings
from forms_api.ledger.layout import Layout
from forms_api.ledger.planning import FORM, Plan, Planner, make_plan
from forms_api.ledger.rows import Reader, fold_person, plain, read_rows
from forms_api.ledger.tables import Table
from register.handling import Actor
from register.index import Holdings
from register.keys import Keys
from register.records import canonical
from register.settings import Book, Home
from register.terms import Kind, Language
from register.wording import load_wording

DIGEST: Final = hashlib.sha256(canonical([FORM, 1, [column.value for column in Column]])).hexdigest()
DEFAULTS: Final[dict[Column, str]] = {
    Column.KIND: "complaint",
    Column.CHANNEL: "phone",
    Column.MATTER: "other",
    Column.URGENCY: "ordinary",
    Column.PUBLISH: "no",
    Column.OUTCOME: "",
}


@dataclass(frozen=True)
class Surroundings:
    """What a plan depends on besides the file: the register as it stands, the estate, its people, the clock."""

    home: Home
    book: Book
    keys: Keys
    holdings: Holdings
    members: tuple[Member, ...]
    by: Actor
    now: datetime


def plan_import(table: Table, layout: Layout, defaults: Mapping[Column, str], around: Surroundings) -> Plan:
    """What the import would do now. Raises SettingsRefused where `content/ledger.toml` is faulty."""
    reader = Reader(
        load_spellings(around.home.content), people_by_name(around.members), around.now, _values(defaults)
    )
    read = read_rows(table.sheets[layout.sheet], layout, reader)
    planner = Planner(
        holdings=around.holdings,
        keys=around.keys,
        clockwork=around.book.clockwork,
        by=around.by,
        now=around.now,
        form=DIGEST,
        unsaid=load_wording("ledger").say("ledger", "unsaid", Language.ZH),
    )
    return make_plan(read, planner)


def people_by_name(members: Iterable[Member]) -> dict[str, str]:
    """Accounts by folded account, by `name (account)`, and by name where only one person has it."""
    members = tuple(members)
    found: dict[str, str] = {}
    for member in members:
        if sum(fold_person(other.name) == fold_person(member.name) for other in members) == 1:
            found[fold_person(member.name)] = member.account
    for member in members:
        found[fold_person(named(member.name, member.account))] = member.account
        found[member.account] = member.account
    return found


def named(name: str, account: str) -> str:
    """A person in a ledger: told apart from others of the same name."""
    return f"{name} ({account})"


def _values(defaults: Mapping[Column, str]) -> dict[Column, Value]:
    filled = {**DEFAULTS, **defaults}
    return {
        column: code == "yes" if column == Column.PUBLISH else code for column, code in filled.items() if code
    }


def allowed_defaults(typed: Mapping[str, str]) -> dict[Column, str]:
    """The defaults a form sent as `default_COLUMN`; what is no option is as if it were not there."""
    found: dict[Column, str] = {}
    for column, code in DEFAULTS.items():
        said = typed.get(f"default_{column.value}", code)
        options = {"yes", "no"} if column == Column.PUBLISH else set(VOCABULARIES[column])
        found[column] = said if said in options or (said == "" and code == "") else code
    return found


def guess_defaults(table: Table, layout: Layout) -> dict[Column, str]:
    """The kind named in the sheet's title or name, if one is: 2026年11月报修台账."""
    sheet = table.sheets[layout.sheet]
    above = sheet.name + "".join(plain(cell) for row in sheet.rows[: layout.header - 1] for cell in row)
    words = load_wording("terms")
    kind = next((kind for kind in Kind if words.term(kind, "zh") in above), None)
    return DEFAULTS | ({Column.KIND: kind.value} if kind else {})


def plan_digest(plan: Plan) -> str:
    """SHA-256 of what a plan would do: what is confirmed is what was shown."""
    openings = [[one.line, one.instance.drawn.hex(), *_steps(one.steps)] for one in plan.openings]
    changes = [[one.line, one.old.revision, *_steps(one.steps)] for one in plan.changes]
    problems = [[one.line, one.code] for one in plan.problems]
    return hashlib.sha256(canonical([openings, changes, problems])).hexdigest()


def _steps(steps: Iterable[Taken]) -> list[str]:
    return [taken.step.value for taken in steps]
