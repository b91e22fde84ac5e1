"""A repair or an inquiry that turns into a complaint: a case of its own, with its own receipt, linked to where it came from.

Work on the first case goes on, and both are counted (Complaint Handling Code 1.5).
"""

from forms_api.desk.office import Visit
from register.case import Case
from register.errors import CaseErased, CaseNotFound
from register.handling import take_step
from register.numbers import parse_case_number
from register.terms import Kind, Relation, Step


def origin_of(visit: Visit, typed: str) -> Case | None:
    """The case a complaint comes from; None where none is named or it is gone."""
    number = parse_case_number(typed)
    if number is None:
        return None
    try:
        return visit.office.store.read(number).record
    except (CaseNotFound, CaseErased):
        return None


def begun_from(origin: Case) -> dict[str, str]:
    """What the form starts with: the matter and the place, never the resident's private data."""
    return {
        "kind": Kind.COMPLAINT.value,
        "matter": origin.matter.value,
        "urgency": origin.urgency.value,
        "place": origin.submission.answers.get("place", ""),
        "publish": "yes" if origin.submission.publish else "no",
    }


def link_to_origin(visit: Visit, number: str, origin: str) -> None:
    """The new case points to the first one; where the form was sent twice, it does already."""
    stored = visit.office.store.read(number)
    if origin in stored.record.links:
        return
    case = take_step(
        stored.record,
        Step.LINK,
        by=visit.actor,
        at=max(visit.now, stored.record.entries[-1].at),
        particulars={"number": origin, "relation": Relation.BECAME_COMPLAINT},
        clockwork=visit.office.book.clockwork,
    )
    visit.office.store.replace(stored, case)
    visit.record(Step.LINK.value, number)
