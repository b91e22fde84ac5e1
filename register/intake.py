"""Opening a case: from a checked submission to a durable record with its receipt; sending twice makes one case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from register.case import Case, CaseEntry, Contact, Submission, Tombstone
from register.clockwork import Clockwork
from register.errors import CaseErased, CaseNotFound, RegisterError, StorageFailed
from register.handling import RESIDENT
from register.keys import Keys
from register.receipt import Instance, Receipt, ledger_entry, make_receipt
from register.store import FolderStore
from register.stored import Stored
from register.terms import Step

ATTEMPTS = 16


class InstanceReused(RegisterError):
    """The same form instance was sent before with other words; the first stands."""


@dataclass(frozen=True)
class Opened:
    """A case that is kept, and the receipt that opens it; `replay` where it had been kept before."""

    case: Case
    receipt: Receipt
    replay: bool


def open_case(
    submission: Submission,
    contact: Contact | None,
    *,
    instance: Instance,
    keys: Keys,
    store: FolderStore,
    clockwork: Clockwork,
    by: str = RESIDENT,
    noted: datetime | None = None,
) -> Opened:
    """Keep a new case, or find the one that was kept when the same form was sent before. `noted` is now, if staff note it.

    Raises InstanceReused, CaseErased for one that was erased since, RecordDamaged where its file is damaged, or
    StorageFailed; nothing new is kept then.
    """
    for attempt in range(ATTEMPTS):
        receipt = make_receipt(keys, instance, attempt)
        case = first_case(submission, contact, receipt, clockwork, by, noted)
        try:
            store.add(case)
        except FileExistsError:
            existing = _confirmed(store, receipt.number)
            if existing.instance != receipt.instance_tag:
                continue
            if not isinstance(existing, Case):
                raise CaseErased(receipt.number) from None
            return _replayed(existing, case, receipt)
        return Opened(case, receipt, replay=False)
    raise RegisterError(f"no free case number in {ATTEMPTS} attempts")


@dataclass(frozen=True)
class Opening:
    """What a case is opened with."""

    submission: Submission
    contact: Contact | None
    instance: Instance


def open_cases(
    openings: Sequence[Opening], *, keys: Keys, store: FolderStore, clockwork: Clockwork
) -> list[Opened | Exception]:
    """Open several cases of residents with one sync of their folder, each as `open_case` would.

    In place of one that could not be opened stands what `open_case` would raise.
    """
    receipts = [make_receipt(keys, one.instance) for one in openings]
    first = [
        first_case(one.submission, one.contact, receipt, clockwork, RESIDENT)
        for one, receipt in zip(openings, receipts, strict=True)
    ]
    return [
        _opened(one, receipt, added, keys, store, clockwork)
        for one, receipt, added in zip(openings, receipts, store.add_all(first), strict=True)
    ]


def _opened(
    opening: Opening,
    receipt: Receipt,
    added: Stored[Case] | Exception,
    keys: Keys,
    store: FolderStore,
    clockwork: Clockwork,
) -> Opened | Exception:
    """What became of one of them; where its number was taken, it is opened by itself."""
    if isinstance(added, Stored):
        return Opened(added.record, receipt, replay=False)
    if not isinstance(added, FileExistsError):
        return added
    try:
        return open_case(
            opening.submission,
            opening.contact,
            instance=opening.instance,
            keys=keys,
            store=store,
            clockwork=clockwork,
        )
    except RegisterError as problem:
        return problem


def _confirmed(store: FolderStore, number: str) -> Case | Tombstone:
    """What has the number already, durable before anybody is told of it."""
    try:
        return store.confirm(number).record
    except CaseNotFound:
        raise StorageFailed("the same form, sent at the same moment, could not be kept") from None


def first_case(
    submission: Submission,
    contact: Contact | None,
    receipt: Receipt,
    clockwork: Clockwork,
    by: str,
    noted: datetime | None = None,
) -> Case:
    """The case as it will be kept: with its first entry and the limits that start with it. Pure."""
    received = submission.received
    later = noted if noted and noted > received else None
    limits = clockwork.start(
        Step.RECEIVE,
        received,
        submission.kind,
        submission.urgency,
        received,
        objection=submission.is_objection,
    )
    return Case(
        number=receipt.number,
        instance=receipt.instance_tag,
        query=receipt.query_tag,
        ledger=ledger_entry(receipt.proof, submission.committed(receipt.number)),
        submission=submission,
        contact=contact,
        entries=(CaseEntry(step=Step.RECEIVE, by=by, at=received, limits=limits, noted=later),),
    )


def _replayed(existing: Case, sent: Case, receipt: Receipt) -> Opened:
    """The time of receipt is the first one's; everything else must be the same words, and its codes still good."""
    same_words = (
        sent.submission.model_copy(update={"received": existing.submission.received}) == existing.submission
    )
    if (
        not same_words
        or existing.query != sent.query
        or (existing.contact is not None and sent.contact != existing.contact)
    ):
        raise InstanceReused(receipt.number)
    return Opened(existing, receipt, replay=True)
