"""The dry run: what an import would do to the register as it stands, row by row. Nothing is written. Pure.

A row is known again by what was received: its moment, its words, its place and person. The form instance is derived
from that, and from it number and codes, as for every case: so the same file twice makes each case once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from forms_api.answers import plain_phone
from forms_api.ledger.chain import ChainRefused, Taken, steps_said
from forms_api.ledger.columns import ANSWERS, CONTACT, MOMENTS, Column, Moment, Value, Values
from forms_api.ledger.exporting import row_of
from forms_api.ledger.known import Known, identity_of
from forms_api.ledger.rows import LedgerRow, Read, RowNote, RowProblem
from register.case import Case, Contact, Submission
from register.clockwork import Clockwork
from register.errors import StepRefused
from register.handling import Actor, take_step
from register.index import Holdings
from register.intake import first_case
from register.keys import Keys
from register.receipt import Instance, make_receipt
from register.stored import Stored
from register.terms import Channel, EraseReason, Kind, Language, Matter, Urgency

FORM: Final = "ledger"
AGAIN: Final = 20
# What only a case itself knows; an import never changes it.
_OWN: Final = frozenset({Column.NUMBER, Column.STATUS})
_RECEIVED: Final = frozenset({Column.RECEIVED, Column.CHANNEL, Column.PUBLISH, *ANSWERS})
# What stands once it is there: when a step was taken, and who has the case, who may have handed it over since.
_KEPT: Final = frozenset({*MOMENTS, Column.RESPONSIBLE, Column.POST} - {Column.RECEIVED})
_CLASS: Final = frozenset({Column.KIND, Column.MATTER, Column.URGENCY})


@dataclass(frozen=True)
class Opening:
    """A case to be opened: what intake needs, and the steps to take after it."""

    line: int
    submission: Submission
    contact: Contact | None
    instance: Instance
    steps: tuple[Taken, ...]


@dataclass(frozen=True)
class Change:
    """Steps to take on a case that is there; `old` is the case they were planned for."""

    line: int
    old: Stored[Case]
    steps: tuple[Taken, ...]


@dataclass(frozen=True)
class Plan:
    """What an import would do. `same` rows say nothing the register does not know."""

    openings: tuple[Opening, ...] = ()
    changes: tuple[Change, ...] = ()
    same: int = 0
    problems: tuple[RowProblem, ...] = ()
    notes: tuple[RowNote, ...] = ()


@dataclass(frozen=True)
class Planner:
    """What a plan is made with. `unsaid` are the words of an investigation a row does not tell of."""

    holdings: Holdings
    keys: Keys
    clockwork: Clockwork
    by: Actor
    now: datetime
    form: str
    unsaid: str


def make_plan(read: Read, planner: Planner) -> Plan:
    """Every row as an opening, a change, nothing new, or a problem."""
    known = Known.of(planner.holdings)
    openings: list[Opening] = []
    changes: list[Change] = []
    problems = list(read.problems)
    same = 0
    for row in read.rows:
        try:
            done = _plan_row(row, known, planner)
        except _RowRefused as refused:
            problems.append(refused.problem)
            continue
        if isinstance(done, Opening):
            openings.append(done)
        elif done.steps:
            changes.append(done)
        else:
            same += 1
    problems.sort(key=lambda problem: problem.line)
    return Plan(tuple(openings), tuple(changes), same, tuple(problems), read.notes)


class _RowRefused(Exception):
    def __init__(self, row: LedgerRow, code: str, column: Column | None = None, value: str = "") -> None:
        self.problem = RowProblem(row.line, code, column, value)
        super().__init__(code)


def _plan_row(row: LedgerRow, known: Known, planner: Planner) -> Opening | Change:
    number = row.values.get(Column.NUMBER)
    if number is not None:
        stored = planner.holdings.cases.get(str(number))
        if stored is None:
            erased = str(number) in planner.holdings.tombstones
            raise _RowRefused(row, "erased" if erased else "number_unknown", Column.NUMBER, str(number))
        _refuse_second(row, str(number), known)
        return _change(row, stored, planner)
    identity = identity_of(row.values)
    _refuse_second(row, identity, known)
    instance, tag = _free_instance(row, identity, known, planner)
    if tag in known.cases:
        return _change(row, known.cases[tag], planner)
    return _opening(row, instance, known, planner)


def _refuse_second(row: LedgerRow, mark: str, known: Known) -> None:
    first = known.first_line(mark, row.line)
    if first != row.line:
        raise _RowRefused(row, "second", value=str(first))


def _free_instance(row: LedgerRow, identity: str, known: Known, planner: Planner) -> tuple[Instance, str]:
    """The instance of the row's case. Where an import of it was undone, the next one: a tombstone is never filled again."""
    received = row.values[Column.RECEIVED]
    assert isinstance(received, Moment)
    for turn in range(AGAIN):
        drawn = planner.keys.tag("ledger-row", f"{turn}\0{identity}".encode())[:16]
        instance = Instance(drawn, received.at.year)
        tag = make_receipt(planner.keys, instance).instance_tag
        reason = known.erased.get(tag)
        if reason is None:
            return instance, tag
        if reason != EraseReason.IMPORT_UNDONE:
            raise _RowRefused(row, "erased")
    raise _RowRefused(row, "undone_often")


def _opening(row: LedgerRow, instance: Instance, known: Known, planner: Planner) -> Opening:
    submission, contact = _submission(row.values, planner.form), _contact(row.values)
    alike = known.like(submission)
    if alike:
        raise _RowRefused(row, "alike", value=alike)
    receipt = make_receipt(planner.keys, instance)
    case = first_case(submission, contact, receipt, planner.clockwork, planner.by.account)
    handled = {column: value for column, value in row.values.items() if column not in _FIRST}
    return Opening(row.line, submission, contact, instance, _steps(row, case, handled, planner))


_FIRST: Final = _OWN | _RECEIVED | _CLASS | frozenset(CONTACT)


def _submission(values: Values, form: str) -> Submission:
    received = values[Column.RECEIVED]
    assert isinstance(received, Moment)
    return Submission(
        kind=Kind(str(values[Column.KIND])),
        matter=Matter(str(values[Column.MATTER])),
        urgency=Urgency(str(values.get(Column.URGENCY, Urgency.ORDINARY))),
        channel=Channel(str(values[Column.CHANNEL])),
        language=Language.ZH,
        form=form,
        consent=None,
        received=received.at,
        publish=bool(values.get(Column.PUBLISH, False)),
        answers={column.value: str(values[column]) for column in ANSWERS if column in values},
    )


def _contact(values: Values) -> Contact | None:
    said = {column.value: str(values[column]) for column in CONTACT if column in values}
    return Contact(**said) if said else None


def _change(row: LedgerRow, stored: Stored[Case], planner: Planner) -> Change:
    """What the row says beyond the case. What it says otherwise than the case is refused, never overwritten."""
    case = stored.record
    known = row_of(case)
    new = {
        column: value
        for column, value in row.values.items()
        if column not in _OWN and not _agrees(column, value, known.get(column))
    }
    for column in new:
        if column in known or column in _FIRST:
            raise _RowRefused(row, _differing(column), column, _in_short(new[column]))
    return Change(row.line, stored, _steps(row, case, new, planner))


def _differing(column: Column) -> str:
    if column in _CLASS:
        return "class_differs"
    return "received_differs" if column in _FIRST else "handled_differs"


def _agrees(column: Column, value: Value, known: Value | None) -> bool:
    if column in _KEPT:
        return known is not None
    if isinstance(value, Moment):
        return isinstance(known, Moment) and value.agrees(known)
    if column == Column.PHONE and isinstance(known, str):
        return plain_phone(known) == value
    return value == known


def _in_short(value: Value) -> str:
    return f"{value.at:%Y-%m-%d %H:%M}" if isinstance(value, Moment) else str(value)[:40]


def _steps(row: LedgerRow, case: Case, new: Values, planner: Planner) -> tuple[Taken, ...]:
    """The steps, each tried on the case in hand, so that confirming cannot meet a refusal the dry run did not show."""
    try:
        steps = steps_said(case, new, importer=planner.by.account, unsaid=planner.unsaid, now=planner.now)
        take_all(case, steps, planner.by, planner.clockwork, planner.now)
    except ChainRefused as refused:
        raise _RowRefused(row, refused.code, refused.column) from None
    except StepRefused as refused:
        raise _RowRefused(row, f"step.{refused.reasons[0]}", value=refused.step) from None
    return steps


def take_all(case: Case, steps: Iterable[Taken], by: Actor, clockwork: Clockwork, noted: datetime) -> Case:
    """The case with the steps taken, each noted at this moment. Raises StepRefused."""
    for taken in steps:
        case = take_step(
            case,
            taken.step,
            by=by,
            at=taken.at,
            particulars=taken.particulars,
            clockwork=clockwork,
            noted=noted,
        )
    return case
