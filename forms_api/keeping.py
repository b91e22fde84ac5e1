"""Writing to the register for the counter: blocking work, done in a thread, durable before it returns."""

from collections.abc import Callable

from forms_api.counter import Counter
from forms_api.instance import FormInstance
from register.case import Case, Contact, Submission
from register.errors import RegisterBusy
from register.handling import SYSTEM, Actor, take_step
from register.intake import open_case
from register.receipt import Receipt
from register.store import FolderStore
from register.terms import HoldReason, Step

THE_SYSTEM = Actor(SYSTEM, None)
ATTEMPTS = 3


def keep(
    counter: Counter,
    instance: FormInstance,
    submission: Submission,
    contact: Contact | None,
    suspected: HoldReason | None,
) -> Receipt:
    """Open the case; a suspicious one is put on hold at once. Raises what `open_case` raises."""
    opened = open_case(
        submission,
        contact,
        instance=instance.for_receipt,
        keys=counter.keys,
        store=counter.store,
        clockwork=counter.book.clockwork,
    )
    if suspected and opened.case.last(Step.HOLD) is None:
        hold(counter, opened.case.number, suspected)
    return opened.receipt


def hold(counter: Counter, number: str, reason: HoldReason) -> None:
    """Put a case on hold, by the system, at the moment of its last entry."""

    def held(case: Case) -> Case:
        return take_step(
            case,
            Step.HOLD,
            by=THE_SYSTEM,
            at=case.entries[-1].at,
            particulars={"reason": reason},
            clockwork=counter.book.clockwork,
        )

    change_case(counter.store, number, held)


def change_case(store: FolderStore, number: str, change: Callable[[Case], Case]) -> Case:
    """The changed case, kept; read again where somebody else was quicker. Raises RegisterBusy in the end."""
    for _ in range(ATTEMPTS):
        stored = store.read(number)
        changed = change(stored.record)
        if changed is stored.record:
            return changed
        try:
            return store.replace(stored, changed).record
        except RegisterBusy:
            continue
    raise RegisterBusy(number)
