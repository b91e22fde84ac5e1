"""What to do about a step taken by mistake: the step against it, or a word why there is none. Pure."""

from dataclasses import dataclass
from datetime import datetime

from register.case import Case, CaseEntry
from register.handling import SYSTEM, Actor, refusals
from register.terms import RESIDENTS_STEPS, Step
from register.transitions import COUNTER_STEPS


@dataclass(frozen=True)
class Correction:
    """The last step of the staff and the step that undoes it; `reasons` say why this person may not take it."""

    wrong: CaseEntry
    against: Step | None
    reasons: tuple[str, ...] = ()


def correction(case: Case, actor: Actor, now: datetime) -> Correction | None:
    """How the last step of the staff is undone; None where they have not taken any."""
    wrong = next((entry for entry in reversed(case.entries[1:]) if _is_the_staffs(entry)), None)
    if wrong is None:
        return None
    against = COUNTER_STEPS.get(wrong.step)
    if against is None:
        return Correction(wrong, None)
    return Correction(wrong, against, refusals(case, against, by=actor, at=now))


def _is_the_staffs(entry: CaseEntry) -> bool:
    return entry.by != SYSTEM and entry.step not in RESIDENTS_STEPS
