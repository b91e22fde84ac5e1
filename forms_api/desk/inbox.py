"""The to-do list: cases and a moment in, rows and counters out. Pure; what a case says is read once a revision."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from register.case import Case, Clock
from register.clocks import running_clocks
from register.numbers import squeeze
from register.publication import Stage, publication
from register.store import Stored
from register.terms import Channel, Kind, Matter, Status, Step, Urgency

SOON: Final = timedelta(hours=24)
REPEATED_WITHIN: Final = timedelta(days=90)
PAGE: Final = 30


class Need(StrEnum):
    """What a case waits for; each is a counter above the list. Derived, never stored."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    FIRST_REPLY = "first_reply"
    FOLLOW_UP = "follow_up"
    SUMMARY = "summary"
    REVIEW = "review"
    ON_HOLD = "on_hold"


@dataclass(frozen=True)
class Facts:
    """What the list needs of a case. It changes only with the case, not with the clock."""

    number: str
    what: str
    place: str
    kind: Kind
    matter: Matter
    channel: Channel
    urgency: Urgency
    status: Status
    responsible: str | None
    received: datetime
    limits: tuple[Clock, ...]
    stage: Stage
    held: bool
    wants_summary: bool
    phone: str

    @property
    def is_open(self) -> bool:
        """Whether anybody still has to do anything."""
        waits = self.stage in _UNDER_REVIEW or self.wants_summary or self.held
        return waits or bool(self.limits) or self.status not in _AT_REST


_UNDER_REVIEW = frozenset({Stage.DRAFTED, Stage.SENT_BACK, Stage.WITHHOLDING_PROPOSED})
_SETTLED = frozenset({Status.FED_BACK, Status.FOLLOWED_UP})
_AT_REST = frozenset(
    {Status.ANSWERED, Status.FED_BACK, Status.FOLLOWED_UP, Status.WITHDRAWN, Status.ARCHIVED}
)
_OVER = frozenset({Status.WITHDRAWN, Status.ARCHIVED})  # what was missed here is a figure, no task
_FIRST_REPLY = frozenset({Step.ACKNOWLEDGE, Step.CONTACT})
_AFTERWARDS = frozenset({Step.FEED_BACK, Step.FOLLOW_UP})


def facts(case: Case) -> Facts:
    """The facts of a case as it stands."""
    stage = publication(case).stage
    unsaid = stage in (Stage.NOTHING, Stage.SENT_BACK)
    return Facts(
        number=case.number,
        what=case.submission.answers.get("what", ""),
        place=case.submission.answers.get("place", ""),
        kind=case.kind,
        matter=case.matter,
        channel=case.submission.channel,
        urgency=case.urgency,
        status=case.status,
        responsible=case.responsible,
        received=case.received,
        limits=() if case.status in _OVER else running_clocks(case),
        stage=stage,
        held=case.is_held,
        wants_summary=unsaid and case.submission.publish and case.status in _SETTLED,
        phone=squeeze(case.contact.phone) if case.contact else "",
    )


class Overview:
    """The facts of all cases; a case is looked at again only when its revision changed."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, Facts]] = {}

    def of(self, cases: Mapping[str, Stored[Case]]) -> tuple[Facts, ...]:
        known = self._known
        self._known = {
            number: known[number]
            if number in known and known[number][0] == stored.revision
            else (stored.revision, facts(stored.record))
            for number, stored in cases.items()
        }
        return tuple(seen for _, seen in self._known.values())


def needs(one: Facts, now: datetime) -> frozenset[Need]:
    """Everything the case waits for at a moment."""
    running = {clock.step for clock in one.limits}
    told = {
        Need.OVERDUE: any(clock.due < now for clock in one.limits),
        Need.DUE_SOON: any(now <= clock.due <= now + SOON for clock in one.limits),
        Need.FIRST_REPLY: bool(running & _FIRST_REPLY),
        Need.FOLLOW_UP: bool(running & _AFTERWARDS),
        Need.SUMMARY: one.wants_summary,
        Need.REVIEW: one.stage in (Stage.DRAFTED, Stage.WITHHOLDING_PROPOSED),
        Need.ON_HOLD: one.held,
    }
    return frozenset(need for need, is_so in told.items() if is_so)


def counters(everything: Iterable[Facts], now: datetime) -> dict[Need, int]:
    """How many cases wait for what; every need is there, if only with 0."""
    found = Counter(need for one in everything for need in needs(one, now))
    return {need: found[need] for need in Need}


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to. `show` is open, all or closed; `who` an account, `nobody`, or empty for all."""

    text: str = ""
    show: str = "open"
    kind: Kind | None = None
    who: str = ""
    need: Need | None = None

    def fits(self, one: Facts, now: datetime) -> bool:
        return (
            (self.show == "all" or bool(self.text) or one.is_open == (self.show == "open"))
            and self.kind in (None, one.kind)
            and (not self.who or (one.responsible or "nobody") == self.who)
            and (self.need is None or self.need in needs(one, now))
            and self._is_said_in(one)
        )

    def _is_said_in(self, one: Facts) -> bool:
        """By number however typed, or by a word of what was said or where."""
        if not self.text:
            return True
        digits = squeeze(self.text)
        by_number = digits.isdigit() and len(digits) >= 3 and digits in squeeze(one.number)
        return by_number or self.text.casefold() in f"{one.what}\n{one.place}".casefold()


def by_nearest_limit(some: Iterable[Facts], now: datetime) -> list[Facts]:
    """The nearest limit first, overdue ones thus on top; without a limit the newest first, what waits before what rests."""

    def order(one: Facts) -> tuple[bool, float, bool, float]:
        due = one.limits[0].due.timestamp() if one.limits else 0.0
        return (not one.limits, due, not one.is_open, -one.received.timestamp())

    return sorted(some, key=order)


def repeats(everything: Iterable[Facts]) -> dict[str, tuple[str, ...]]:
    """For each case the earlier ones of the same matter, from the same place or phone, within 90 days before it."""
    alike: dict[tuple[Matter, str], list[Facts]] = defaultdict(list)
    for one in sorted(everything, key=lambda one: (one.received, one.number)):
        for mark in {squeeze(one.place), one.phone} - {""}:
            alike[one.matter, mark].append(one)
    found: dict[str, set[str]] = defaultdict(set)
    for group in alike.values():
        for place, one in enumerate(group):
            earlier = (
                o for o in group[max(0, place - 20) : place] if one.received - o.received <= REPEATED_WITHIN
            )
            found[one.number].update(other.number for other in earlier)
    return {number: tuple(sorted(others)) for number, others in found.items() if others}
