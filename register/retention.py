"""How long a case is kept: contact details and record go so many months after it was closed (`content/rules.toml`).

Nothing goes that is open, on hold, or not yet counted in a release: no figure is made better by forgetting.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime

from register.case import Case
from register.erasure import erasure
from register.rules import Retention
from register.terms import ErasePart, EraseReason, Step
from register.transitions import SETTLED

CLOSING = (Step.FEED_BACK, Step.WITHDRAW)
RESTARTING = (Step.RECEIVE, Step.REOPEN, Step.ASK_REVIEW)


@dataclass(frozen=True)
class KeptUntil:
    """The last days on which contact details and record are kept."""

    contact: date
    record: date


@dataclass(frozen=True)
class Due:
    """What of a case is to go now, and why."""

    part: ErasePart
    reason: EraseReason


def closed_at(case: Case) -> datetime | None:
    """When the case was fed back or withdrawn for the first time since it was last taken up; None while it was not."""
    begun = max(i for i, entry in enumerate(case.entries) if entry.step in RESTARTING)
    return next((entry.at for entry in case.entries[begun:] if entry.step in CLOSING), None)


def kept_until(case: Case, retention: Retention) -> KeptUntil | None:
    """None while the case is open or on hold: then no day can be named."""
    closed = closed_at(case)
    if closed is None or case.status not in SETTLED or case.is_held:
        return None
    return KeptUntil(
        months_later(closed.date(), retention.contact_months),
        months_later(closed.date(), retention.case_months),
    )


def due_erasure(case: Case, today: date, retention: Retention, *, is_counted: bool) -> Due | None:
    """What is to be erased today. `is_counted`: a published release has settled the case."""
    until = kept_until(case, retention)
    if until is None or not is_counted:
        return None
    if erasure(case).decided_at is not None:
        return Due(ErasePart.CASE, EraseReason.RESIDENT_ASKED)
    if today > until.record:
        return Due(ErasePart.CASE, EraseReason.RETENTION_ENDED)
    if today > until.contact and case.contact is not None:
        return Due(ErasePart.CONTACT, EraseReason.RETENTION_ENDED)
    return None


def months_later(day: date, months: int) -> date:
    """The same day so many months on; the month's last day where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
