"""A resident changing how she is reached, or taking it away: the old details are gone, the entry says only which parts are others."""

from datetime import datetime

from register.aside import set_aside
from register.case import Case, Contact
from register.clockwork import Clockwork
from register.handling import THE_RESIDENT, take_step
from register.terms import ContactPart, Step


def update_contact(case: Case, contact: Contact | None, *, at: datetime, clockwork: Clockwork) -> Case:
    """The case with these contact details; None takes them away. Raises StepRefused."""
    kept = contact if contact and contact.values() else None
    said = {"removed": kept is None, "changed": _changed(case.contact or Contact(), kept or Contact())}
    noted = take_step(
        case, Step.UPDATE_CONTACT, by=THE_RESIDENT, at=at, particulars=said, clockwork=clockwork
    )  # fmt: skip
    return noted.model_copy(update={"contact": kept, "aside": set_aside(case, kept)})


def _changed(before: Contact, after: Contact) -> list[ContactPart]:
    return [part for part in ContactPart if getattr(before, part) != getattr(after, part)]
