"""Confirming what an import noted of the past: another person's word for its cases, all of them together; decision 0091."""

import contextlib
import hashlib
from collections.abc import Iterator
from datetime import datetime

from forms_api.ledger.imports import Import
from register.case import Case
from register.clockwork import Clockwork
from register.errors import CaseErased, CaseNotFound, RecordDamaged, RegisterBusy, StepRefused
from register.handling import Actor, refusals, take_step
from register.records import canonical
from register.store import FolderStore
from register.stored import Stored
from register.terms import Step
from register.vouching import unconfirmed


def unconfirmed_of(one: Import, store: FolderStore) -> tuple[Stored[Case], ...]:
    """The cases of the import in which somebody's word is waited for. Raises StorageFailed."""
    return tuple(stored for stored in _cases(one, store) if unconfirmed(stored.record))


def _cases(one: Import, store: FolderStore) -> Iterator[Stored[Case]]:
    for number in (*one.made, *one.changed):
        with contextlib.suppress(CaseErased, CaseNotFound, RecordDamaged):
            yield store.read(number)


def open_to(waiting: tuple[Stored[Case], ...], by: Actor, at: datetime) -> tuple[Stored[Case], ...]:
    """Those of them that this person may confirm."""
    return tuple(
        stored
        for stored in waiting
        if not refusals(stored.record, Step.CONFIRM, by=by, at=_after(stored, at))
    )


def digest(shown: tuple[Stored[Case], ...]) -> str:
    """SHA-256 of the cases as they stand: what is confirmed is what was shown."""
    return hashlib.sha256(canonical([[one.record.number, one.revision] for one in shown])).hexdigest()


def confirm(stored: Stored[Case], by: Actor, at: datetime, store: FolderStore, clockwork: Clockwork) -> bool:
    """Whether the case is confirmed; somebody who has it open now comes first. Raises StorageFailed."""
    try:
        case = take_step(
            stored.record,
            Step.CONFIRM,
            by=by,
            at=_after(stored, at),
            particulars={},
            clockwork=clockwork,
        )
        store.replace(stored, case)
    except (StepRefused, RegisterBusy):
        return False
    return True


def _after(stored: Stored[Case], at: datetime) -> datetime:
    return max(at, stored.record.entries[-1].at)
