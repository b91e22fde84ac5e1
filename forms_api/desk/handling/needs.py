"""What cases wait for at a moment, and how many for what. Pure; never stored."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from forms_api.desk.handling.facts import WAITING, Facts
from register.terms import Status, Step, Urgency

SOON: Final = timedelta(hours=24)
ESCALATED_AFTER: Final = timedelta(hours=24)


class Need(StrEnum):
    """What a case waits for; each is a counter above the list. Derived, never stored."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    ESCALATED = "escalated"
    NEWS = "news"
    FIRST_REPLY = "first_reply"
    FOLLOW_UP = "follow_up"
    RECONSIDER = "reconsider"
    CONFIRM = "confirm"
    SUMMARY = "summary"
    REVIEW = "review"
    PAUSED = "paused"
    ON_HOLD = "on_hold"


ALWAYS_SHOWN: Final = frozenset(
    {Need.OVERDUE, Need.DUE_SOON, Need.FIRST_REPLY, Need.FOLLOW_UP, Need.REVIEW, Need.ON_HOLD}
)
"""The counters that stand there also at 0; the others only when something waits."""
_FIRST_REPLY = frozenset({Step.ACKNOWLEDGE, Step.CONTACT})
_AFTERWARDS = frozenset({Step.FEED_BACK, Step.FOLLOW_UP})


def needs(one: Facts, now: datetime) -> frozenset[Need]:
    """Everything the case waits for at a moment."""
    running = {clock.step for clock in one.limits}
    told = {
        Need.OVERDUE: any(clock.due < now for clock in one.limits),
        Need.DUE_SOON: any(now <= clock.due <= now + SOON for clock in one.limits),
        Need.ESCALATED: is_escalated(one, now),
        Need.NEWS: one.news,
        Need.FIRST_REPLY: bool(running & _FIRST_REPLY),
        Need.FOLLOW_UP: bool(running & _AFTERWARDS),
        Need.RECONSIDER: one.status == Status.REVIEWING,
        Need.CONFIRM: one.one_word,
        Need.SUMMARY: one.wants_summary,
        Need.REVIEW: one.stage in WAITING,
        Need.PAUSED: one.status == Status.PAUSED,
        Need.ON_HOLD: one.held,
    }
    return frozenset(need for need, is_so in told.items() if is_so)


def is_escalated(one: Facts, now: datetime) -> bool:
    """Whether the manager must see to it: a limit missed by a day, or at all in an emergency."""
    patience = timedelta(0) if one.urgency == Urgency.EMERGENCY else ESCALATED_AFTER
    return any(clock.due + patience < now for clock in one.limits)


def counters(everything: Iterable[Facts], now: datetime) -> dict[Need, int]:
    """How many cases wait for what; every need is there, if only with 0."""
    found = Counter(need for one in everything if one.is_open for need in needs(one, now))
    return {need: found[need] for need in Need}
