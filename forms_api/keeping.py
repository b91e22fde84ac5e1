"""Writing to the register for the counter: blocking work is done in a thread, and what is answered is durable."""

from collections.abc import Callable, Sequence
from functools import partial

from starlette.concurrency import run_in_threadpool

from forms_api.counter import Counter
from forms_api.enclosures import NOTHING, Enclosure
from forms_api.instance import FormInstance
from forms_api.photos import PhotoProblem
from register.case import Case, Contact, Submission
from register.errors import RegisterBusy
from register.handling import SYSTEM, Actor, take_step
from register.intake import Opened, Opening, open_cases
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


async def keep(
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

    Forms that are sent at the same moment are kept together. Raises PhotosNotKept, and what `open_case` raises.
    """
    if enclosure.count:
        digests = await run_in_threadpool(keep_photos, counter, instance, enclosure)
        submission = submission.model_copy(update={"photos": digests})
    opening = Opening(submission, contact, instance.for_receipt)
    opened = await counter.together.do(opening, partial(open_together, counter))
    if flooded and not opened.replay:
        suspected = suspected or HoldReason.FLOOD
    if suspected and opened.case.last(Step.HOLD) is None:
        await run_in_threadpool(hold, counter, opened.case.number, suspected)
    return opened.receipt


def open_together(counter: Counter, openings: Sequence[Opening]) -> list[Opened | Exception]:
    """Open several cases; blocking."""
    return open_cases(openings, keys=counter.keys, store=counter.store, clockwork=counter.book.clockwork)


def keep_photos(counter: Counter, instance: FormInstance, enclosure: Enclosure) -> tuple[str, ...]:
    """Copy what was put aside into the register, under the tag of the instance; the digests, in order."""
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
