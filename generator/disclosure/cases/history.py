"""A case as it stood when a period ended, and the moments of its life that a release counts by."""

from collections.abc import Collection
from datetime import date, datetime, time

from generator.disclosure.cases.period import Period
from register.case import Case, CaseEntry
from register.retention import closed_at as closed_at
from register.settings import ZONE
from register.terms import Kind, Step
from register.transitions import ANSWERING

# A repair is answered when it is finished, and by words only where it never was.
_FINISHING = (Step.FINISH, Step.REFUSE, Step.TRANSFER)


def day_of(moment: datetime) -> date:
    """The day of a moment where the estate is."""
    return moment.astimezone(ZONE).date()


def start_of(period: Period) -> datetime:
    return datetime.combine(period.first, time(), ZONE)


def end_of(period: Period) -> datetime:
    """The first moment that no longer belongs to the period."""
    return start_of(period.next())


def as_of(case: Case, end: datetime) -> Case:
    """The case with the entries before `end` only. It must have been received by then."""
    return case.model_copy(update={"entries": tuple(entry for entry in case.entries if entry.at < end)})


def answer_of(case: Case) -> CaseEntry | None:
    """The entry that answered the case in its latest round: for a repair its finish, if it has one."""
    finishes = _first(case, _FINISHING) if case.kind == Kind.REPAIR else None
    return finishes or _first(case, ANSWERING)


def _first(case: Case, steps: Collection[Step]) -> CaseEntry | None:
    return next((entry for entry in case.round if entry.step in steps), None)
