"""The page `/archive`: closed cases put away together, by a rule that the page tells; nothing is lost by it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from starlette.responses import Response

from forms_api.desk.handling.facts import Facts
from forms_api.desk.office import Visit
from register.errors import RegisterBusy, StepRefused
from register.handling import take_step
from register.terms import Status, Step

QUIET: Final = timedelta(days=30)
AT_ONCE: Final = 200
_CLOSED: Final = frozenset({Status.FED_BACK, Status.FOLLOWED_UP, Status.WITHDRAWN})
FIELDS: Final = ("numbers",)


def is_ready(one: Facts, now: datetime) -> bool:
    """Closed, nothing left to do, and untouched for 30 days, in which the resident could have come back."""
    rests = one.status in _CLOSED and not one.is_open
    return rests and one.changed is not None and now - one.changed >= QUIET


def ready(everything: Iterable[Facts], now: datetime) -> list[Facts]:
    """What may be put away now, the longest untouched first; as many as one page can show."""
    found = [one for one in everything if is_ready(one, now)]
    return sorted(found, key=lambda one: (one.changed or now, one.number))[:AT_ONCE]


def show_archive(visit: Visit) -> Response:
    rows = ready(visit.holdings[1], visit.now)
    return visit.page("archive.html", rows=rows, days=QUIET.days, most=AT_ONCE)


def archive(visit: Visit) -> Response:
    """Put away what the page showed; what changed since stays where it is."""
    shown = frozenset(visit.typed.get("numbers", "").split())
    done = sum(
        _archived(visit, one.number) for one in ready(visit.holdings[1], visit.now) if one.number in shown
    )
    return visit.see_other("/archive", visit.say("archive", "done", n=done, left=len(shown) - done))


def _archived(visit: Visit, number: str) -> bool:
    """Whether the case could be put away; somebody who has it open now comes first."""
    stored = visit.office.store.read(number)
    clockwork = visit.office.book.clockwork
    try:
        case = take_step(
            stored.record, Step.ARCHIVE, by=visit.actor, at=visit.now, particulars={}, clockwork=clockwork
        )
        visit.office.store.replace(stored, case)
    except (StepRefused, RegisterBusy):
        return False
    visit.record(Step.ARCHIVE.value, number)
    return True
