"""A new query code for a resident who lost hers: drawn, told once, and kept as a keyed hash; the old one is void."""

from datetime import datetime

from register import numbers
from register.case import Case
from register.clockwork import Clockwork
from register.handling import Actor, take_step
from register.keys import Draw, Keys
from register.receipt import query_tag
from register.terms import IdentityCheck, Step

DRAWN = 16


def issue_code(
    case: Case,
    checked: IdentityCheck,
    *,
    by: Actor,
    at: datetime,
    keys: Keys,
    draw: Draw,
    clockwork: Clockwork,
) -> tuple[Case, str]:
    """The case that only the new code opens, and that code. `checked` is how the resident was made sure of.

    Raises StepRefused.
    """
    said = {"checked": checked}
    changed = take_step(case, Step.NEW_CODE, by=by, at=at, particulars=said, clockwork=clockwork)
    code = numbers.query_code(keys.tag("query-code", draw(DRAWN)))
    return changed.model_copy(update={"query": query_tag(keys, code)}), code
