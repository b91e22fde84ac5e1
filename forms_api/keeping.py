"""Writing to the register for the counter: blocking work, done in a thread, durable before it returns."""

from collections.abc import Callable

from forms_api.counter import Counter
from forms_api.enclosures import NOTHING, Enclosure
from forms_api.instance import FormInstance
from forms_api.photos import PhotoProblem
from register.case import Case, Contact, Submission
from register.errors import RegisterBusy
from register.handling import SYSTEM, Actor, take_step
from register.intake import open_case
from register.receipt import Receipt, make_receipt
from register.store import FolderStore
from register.terms import HoldReason, Step

THE_SYSTEM = Actor(SYSTEM, None)
ATTEMPTS = 3


class PhotosNotKept(Exception):
    """The photos that were put aside are there no longer; nothing was kept."""

    def __init__(self, problem: PhotoProblem) -> None:
        self.problem = problem
        super().__init__(problem.code)


def keep(
    counter: Counter,
    instance: FormInstance,
    submission: Submission,
    contact: Contact | None,
    suspected: HoldReason | None,
    enclosure: Enclosure = NOTHING,
    *,
    flooded: bool = False,
) -> Receipt:
    """Keep the photos, then open the case; a suspicious one is put on hold at once, one of a flood when it is new.

    Raises PhotosNotKept, and what `open_case` raises.
    """
    digests = keep_photos(counter, instance, enclosure)
    opened = open_case(
        submission.model_copy(update={"photos": digests}),
        contact,
        instance=instance.for_receipt,
        keys=counter.keys,
        store=counter.store,
        clockwork=counter.book.clockwork,
    )
    if flooded and not opened.replay:
        suspected = suspected or HoldReason.FLOOD
    if suspected and opened.case.last(Step.HOLD) is None:
        hold(counter, opened.case.number, suspected)
    return opened.receipt


def keep_photos(counter: Counter, instance: FormInstance, enclosure: Enclosure) -> tuple[str, ...]:
    """Copy what was put aside into the register, under the tag of the instance; the digests, in order."""
    if not enclosure.count:
        return ()
    key = make_receipt(counter.keys, instance.for_receipt).instance_tag
    kept = counter.staging.commit(enclosure.name, key)
    if isinstance(kept, PhotoProblem):
        raise PhotosNotKept(kept)
    return kept


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
