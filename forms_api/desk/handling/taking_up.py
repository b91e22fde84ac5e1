"""Taking up a case at the counter: who hands over the slip has told the resident, and may see to the matter herself.

The clerk chose kind, matter and urgency when she noted it, so three steps are known already: one press takes them, and
each stands in the history as if it had been taken alone.
"""

from typing import Any, Final

from forms_api.desk.office import Visit
from register.case import Case
from register.errors import RegisterBusy
from register.handling import take_step
from register.terms import Matter, Post, Status, Step

# Who usually sees to a matter; the form of the step can say otherwise.
USUAL_POST: Final[dict[Matter, Post]] = {
    Matter.ATTITUDE: Post.MANAGEMENT,
    Matter.MAINTENANCE: Post.ENGINEERING,
    Matter.SAFETY: Post.SECURITY,
    Matter.HYGIENE: Post.CLEANING,
    Matter.GREENING: Post.GREENING,
    Matter.PARKING: Post.SECURITY,
    Matter.NOISE: Post.SECURITY,
    Matter.CHARGES: Post.ACCOUNTS,
    Matter.FACILITIES: Post.ENGINEERING,
    Matter.OTHER: Post.FRONT_DESK,
}


def take_up(visit: Visit, number: str) -> bool:
    """Acknowledge, classify and assign to the person herself. False where somebody was quicker; nothing is done then."""
    stored = visit.office.store.read(number)
    if stored.record.status != Status.RECEIVED:
        return False
    case = stored.record
    steps = first_steps(case, visit.member.account)
    for step, said in steps:
        at = max(visit.now, case.entries[-1].at)
        clockwork = visit.office.book.clockwork
        case = take_step(case, step, by=visit.actor, at=at, particulars=said, clockwork=clockwork)
    try:
        visit.office.store.replace(stored, case)
    except RegisterBusy:
        return False
    for step, _ in steps:
        visit.record(step.value, number)
    return True


def first_steps(case: Case, account: str) -> tuple[tuple[Step, dict[str, Any]], ...]:
    """The steps a case noted by staff begins with, and what they say."""
    noted = {"kind": case.kind.value, "matter": case.matter.value, "urgency": case.urgency.value}
    return (
        (Step.ACKNOWLEDGE, {}),
        (Step.CLASSIFY, noted),
        (Step.ASSIGN, {"to": account, "post": USUAL_POST[case.matter].value}),
    )
