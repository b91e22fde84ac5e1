"""Carrying out a plan through the real intake and steps, and undoing a whole import; decision record 0021."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from forms_api.ledger.imports import Import, Imports
from forms_api.ledger.planning import Change, Opening, Plan, take_all
from register.case import Case, Tombstone
from register.clockwork import Clockwork
from register.errors import CaseErased, CaseNotFound, RecordDamaged, RegisterBusy
from register.handling import Actor, take_step
from register.intake import open_case
from register.keys import Keys
from register.receipt import make_receipt
from register.store import FolderStore
from register.stored import Stored, revision_of, spelled
from register.terms import EraseReason, Status, Step

_REOPENED: Final = frozenset({Status.ANSWERED, Status.FED_BACK, Status.FOLLOWED_UP, Status.WITHDRAWN})


@dataclass(frozen=True)
class Hands:
    """What carries out an import: the register, its keys and clocks, whose hands they are, and when it was confirmed."""

    store: FolderStore
    keys: Keys
    clockwork: Clockwork
    by: Actor
    now: datetime


def carry_out(
    one: Import, plan: Plan, imports: Imports, hands: Hands, count: Callable[[], None] = lambda: None
) -> Import:
    """Every opening and change of the plan, each told by `count`. A crash on the way leaves whole cases; confirming again does the rest.

    A case that somebody changed since the dry run is left as it is; the same file brings it later.
    Raises StorageFailed.
    """
    tags = [make_receipt(hands.keys, opening.instance).instance_tag for opening in plan.openings]
    one = one.model_copy(update={"state": "taking", "planned": tuple(dict.fromkeys([*one.planned, *tags]))})
    imports.keep(one)
    made = dict(one.made)
    for opening in plan.openings:
        number, revision = _open(opening, hands)
        made[number] = revision
        count()
    changed = dict(one.changed)
    for change in plan.changes:
        changed |= _change(change, hands)
        count()
    made |= _earlier(one, made, hands)
    one = one.model_copy(update={"state": "done", "made": made, "changed": changed})
    imports.keep(one)
    imports.drop_rows(one)
    return one


def _open(opening: Opening, hands: Hands) -> tuple[str, str]:
    opened = open_case(
        opening.submission,
        opening.contact,
        instance=opening.instance,
        keys=hands.keys,
        store=hands.store,
        clockwork=hands.clockwork,
        by=hands.by.account,
        noted=hands.now,
    )
    stored = hands.store.read(opened.case.number)
    if opening.steps and not opened.replay:
        case = take_all(stored.record, opening.steps, hands.by, hands.clockwork, hands.now)
        stored = hands.store.replace(stored, case)
    return opened.case.number, stored.revision


def _change(change: Change, hands: Hands) -> dict[str, str]:
    """The case with its new revision; nothing where somebody was quicker."""
    case = take_all(change.old.record, change.steps, hands.by, hands.clockwork, hands.now)
    try:
        return {case.number: hands.store.replace(change.old, case).revision}
    except (RegisterBusy, CaseNotFound):
        return {}


def _earlier(one: Import, made: dict[str, str], hands: Hands) -> dict[str, str]:
    """Cases that a try which broke off had opened already. What cannot be read may be none of them, and stops nothing."""
    wanted = set(one.planned)
    found = {}
    for number in hands.store.numbers() if len(made) < len(wanted) else ():
        with contextlib.suppress(CaseErased, CaseNotFound, RecordDamaged):
            stored = hands.store.read(number)
            if number not in made and stored.record.instance in wanted:
                found[number] = stored.revision
    return found


@dataclass(frozen=True)
class Undoing:
    """What undoing an import would do: cases to erase, to reopen, to leave as they are; and what hinders it."""

    erase: tuple[Stored[Case], ...] = ()
    reopen: tuple[Stored[Case], ...] = ()
    leave: tuple[str, ...] = ()
    touched: tuple[str, ...] = ()


def look_at(one: Import, store: FolderStore) -> Undoing:
    """Each case of the import as it stands. `touched` are those that somebody went on with."""
    erase: list[Stored[Case]] = []
    reopen: list[Stored[Case]] = []
    leave, touched = [], []
    for number, revision in {**one.made, **one.changed}.items():
        try:
            stored = store.read(number)
        except (CaseErased, CaseNotFound):
            touched += [number] if number in one.changed else []
            continue
        if stored.revision != revision:
            touched += [] if number in one.changed and _is_reopened(stored.record, revision) else [number]
        elif number in one.made:
            erase.append(stored)
        elif stored.record.status in _REOPENED:
            reopen.append(stored)
        else:
            leave.append(number)
    return Undoing(tuple(erase), tuple(reopen), tuple(leave), tuple(touched))


def _is_reopened(case: Case, revision: str) -> bool:
    """Whether all that happened to it since this revision is that it was reopened: an undoing may have been cut short."""
    before = case.model_copy(update={"entries": case.entries[:-1]})
    return case.entries[-1].step == Step.REOPEN and revision_of(spelled(before)) == revision


def undo(
    one: Import,
    undoing: Undoing,
    why: str,
    at: datetime,
    imports: Imports,
    hands: Hands,
    count: Callable[[], None] = lambda: None,
) -> Import:
    """Erase what the import opened, each with its tombstone, and reopen what it closed, each told by `count`.

    Raises RegisterBusy where a case was changed meanwhile, StepRefused, or StorageFailed; asked again it does the rest.
    """
    assert not undoing.touched, "an import is undone whole or not at all"
    for stored in undoing.reopen:
        reopened = take_step(
            stored.record,
            Step.REOPEN,
            by=hands.by,
            at=at,
            particulars={"text": why},
            clockwork=hands.clockwork,
        )
        hands.store.replace(stored, reopened)
        count()
    for stored in undoing.erase:
        hands.store.erase(stored, Tombstone.of(stored.record, EraseReason.IMPORT_UNDONE))
        count()
    one = one.model_copy(update={"state": "undone", "undone_at": at, "undone_by": hands.by.account})
    imports.keep(one)
    return one
