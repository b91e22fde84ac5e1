"""Out and in again: nothing is lost, nothing doubled, and no text becomes a formula."""

import json
import tempfile
import tomllib
import zipfile
from datetime import timedelta
from io import BytesIO
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from forms_api.desk.people.staff import Member
from forms_api.ledger import table_worker
from forms_api.ledger.columns import ANSWERS, CONTACT, Column, load_spellings
from forms_api.ledger.dryrun import DEFAULTS, Surroundings, named, plan_import
from forms_api.ledger.exporting import row_of, without
from forms_api.ledger.imports import Imports
from forms_api.ledger.layout import Layout, guess_layout
from forms_api.ledger.tables import Table, parsed
from forms_api.ledger.taking import Hands, carry_out
from forms_api.ledger.writing import Writer, to_csv, to_xlsx
from forms_api.text import is_overloaded, refused_character, tidy
from register.case import Case
from register.index import Index
from register.settings import Home, PortalFile
from register.store import FolderStore
from register.terms import Channel, Kind, Language, Matter, Role, Urgency
from register.wording import load_wording
from tests.factories import (
    HANDLER,
    KEYS,
    MONDAY,
    PROJECT,
    answered,
    book,
    contact,
    fed_back,
    instance,
    open_case,
    submission,
)

MEMBERS = tuple(
    Member(account=account, name=name, role=Role.HANDLER, hash="-")
    for account, name in (("wangfang", "王芳"), ("zhaoqiang", "赵强"), ("sunli", "孙丽"))
)
NAMES = {member.account: named(member.name, member.account) for member in MEMBERS}
WRITER = Writer(load_wording("terms", "ledger"), Language.ZH, lambda account: NAMES.get(account, account))
PORTAL = PortalFile(origin="http://127.0.0.1:8000", desk_origin="http://127.0.0.1:8001")
HOME = Home(PROJECT, PORTAL)
SPELLINGS = load_spellings(PROJECT / "content")
NOW = MONDAY + timedelta(days=40)

# Everything a resident may type, with a taste for what spreadsheets stumble over.
odd = st.sampled_from(["=1+1", "+86 138", "-", "@SUM(A1)", "\t=x", "'=1", "''", "_x0041_", "1,5", '"', "#N/A", "2026-01-01", "true", "＝1", "00123", "1e5"])  # fmt: skip
texts = (st.text(min_size=1, max_size=40) | st.builds("".join, st.lists(odd | st.text(max_size=5), min_size=1, max_size=3))).map(tidy).filter(lambda text: text and not refused_character(text) and not is_overloaded(text))  # fmt: skip


@st.composite
def kept(draw, store: FolderStore, number: int) -> Case:  # type: ignore[no-untyped-def]
    """A case in the store, anywhere on its way."""
    sent = submission(
        kind=draw(st.sampled_from([Kind.COMPLAINT, Kind.INQUIRY])),
        matter=draw(st.sampled_from(list(Matter))),
        urgency=draw(st.sampled_from(list(Urgency))),
        channel=draw(st.sampled_from(list(Channel))),
        publish=draw(st.booleans()),
        received=MONDAY + timedelta(seconds=draw(st.integers(0, 10**6))),
        answers={"what": f"{number}{draw(texts)}", "place": draw(texts)},
    )
    opened = open_case(sent, contact(name=draw(texts), room=draw(texts)) if draw(st.booleans()) else None, instance=instance(number), keys=KEYS, store=store, clockwork=book().clockwork)  # fmt: skip
    stored = store.read(opened.case.number)
    make = draw(st.sampled_from([lambda case, text: case, lambda case, text: answered(case, text=text), lambda case, text: fed_back(case)]))  # fmt: skip
    case = make(stored.record, draw(texts))
    return store.replace(stored, case).record


def register_of(data: st.DataObject, folder: Path) -> tuple[FolderStore, list[Case]]:
    store = FolderStore(folder / "register")
    return store, [data.draw(kept(store, number)) for number in range(1, data.draw(st.integers(1, 3)) + 1)]


def read(data: bytes) -> Table:
    table = parsed(json.dumps({"sheets": table_worker.read_sheets(data)}).encode(), "00")
    assert isinstance(table, Table)
    return table


def plan(table: Table, store: FolderStore, layout: Layout | None = None):  # type: ignore[no-untyped-def]
    around = Surroundings(HOME, book(), KEYS, Index(store).holdings(), MEMBERS, HANDLER, NOW)
    return plan_import(table, layout or guess_layout(table, SPELLINGS), DEFAULTS, around)


FORMS = {"xlsx": lambda rows: to_xlsx(rows, tuple(Column), WRITER, NOW), "csv": lambda rows: to_csv(rows, tuple(Column), WRITER)}  # fmt: skip
few = settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow],
)


@given(data=st.data(), form=st.sampled_from(sorted(FORMS)))
@few
def test_an_export_read_again_changes_nothing(data: st.DataObject, form: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store, cases = register_of(data, Path(folder))
        planned = plan(read(FORMS[form]([row_of(case) for case in cases])), store)
        assert planned.problems == ()
        assert (len(planned.openings), len(planned.changes), planned.same) == (0, 0, len(cases))


@given(data=st.data(), form=st.sampled_from(sorted(FORMS)))
@few
def test_an_export_read_into_an_empty_register_says_the_same(data: st.DataObject, form: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _, cases = register_of(data, Path(folder))
        table = read(FORMS[form]([row_of(case) for case in cases]))
        guessed = guess_layout(table, SPELLINGS)
        layout = Layout(
            0, 1, tuple(None if column == Column.NUMBER else column for column in guessed.columns)
        )
        other = FolderStore(Path(folder) / "other")
        planned = plan(table, other, layout)
        assert planned.problems == ()
        imports = Imports(Path(folder) / "imports", lambda length: bytes(length))
        one = imports.stage(table, layout, by=HANDLER.account, at=NOW)
        carry_out(one, planned, imports, Hands(other, KEYS, book().clockwork, HANDLER, NOW))
        again = [stored.record for stored in Index(other).holdings().cases.values()]
        assert lost(by_words(cases), by_words(again)) == []


def lost(before: dict[str, dict[Column, object]], after: dict[str, dict[Column, object]]) -> list[object]:
    """What differs, field by field."""
    assert before.keys() == after.keys()
    return [
        (column, before[words].get(column), after[words].get(column))
        for words in before
        for column in Column
        if before[words].get(column) != after[words].get(column)
    ]


def by_words(cases: list[Case]) -> dict[str, dict[Column, object]]:
    return {case.submission.answers["what"]: said(case) for case in cases}


def said(case: Case) -> dict[Column, object]:
    return without(row_of(case), (Column.NUMBER,))  # type: ignore[return-value]


@given(data=st.data())
@few
def test_no_cell_of_a_workbook_is_a_formula(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        _, cases = register_of(data, Path(folder))
        with zipfile.ZipFile(BytesIO(FORMS["xlsx"]([row_of(case) for case in cases]))) as book_:
            sheet = book_.read("xl/worksheets/sheet1.xml")
            assert b"<f" not in sheet
            assert b"<hyperlink" not in sheet
            assert b'state="frozen"' in sheet
            assert b"<autoFilter" in sheet


def test_every_answer_a_form_asks_has_its_column() -> None:
    elsewhere = {"kind", "matter", "urgency", "count_only", "ref"}
    for path in (PROJECT / "content/forms").glob("*.toml"):
        if path.stem == "notice":
            continue
        names = {question["name"] for question in tomllib.loads(path.read_text("utf-8"))["question"]}
        assert names <= {column.value for column in (*ANSWERS, *CONTACT)} | elsewhere, path.name
