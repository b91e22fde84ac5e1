"""The to-do list: cases and a moment in, rows and counters out. Pure; what a case says is read once a revision."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from register.case import Case, Clock
from register.clocks import running_clocks
from register.erasure import erasure
from register.handling import RESIDENT, SYSTEM
from register.numbers import squeeze
from register.publication import Stage, publication
from register.store import Stored
from register.terms import Channel, Kind, Matter, Status, Step, Urgency

SOON: Final = timedelta(hours=24)
ESCALATED_AFTER: Final = timedelta(hours=24)
REPEATED_WITHIN: Final = timedelta(days=90)
PAGE: Final = 30


class Need(StrEnum):
    """What a case waits for; each is a counter above the list. Derived, never stored."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    ESCALATED = "escalated"
    NEWS = "news"
    FIRST_REPLY = "first_reply"
    FOLLOW_UP = "follow_up"
    RECONSIDER = "reconsider"
    SUMMARY = "summary"
    REVIEW = "review"
    PAUSED = "paused"
    ON_HOLD = "on_hold"


ALWAYS_SHOWN: Final = frozenset(
    {Need.OVERDUE, Need.DUE_SOON, Need.FIRST_REPLY, Need.FOLLOW_UP, Need.REVIEW, Need.ON_HOLD}
)
"""The counters that stand there also at 0; the others only when something waits."""


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
    news: bool = False
    attention: bool = False
    links: tuple[str, ...] = ()
    changed: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether anybody still has to do anything."""
        waits = self.stage in _UNDER_REVIEW or self.wants_summary or self.held or self.news
        return waits or bool(self.limits) or self.status not in _AT_REST


_UNDER_REVIEW = frozenset({Stage.DRAFTED, Stage.SENT_BACK, Stage.WITHHOLDING_PROPOSED})
_SETTLED = frozenset({Status.FED_BACK, Status.FOLLOWED_UP})
_AT_REST = frozenset(
    {Status.ANSWERED, Status.FED_BACK, Status.FOLLOWED_UP, Status.WITHDRAWN, Status.ARCHIVED}
)
_OVER = frozenset({Status.WITHDRAWN, Status.ARCHIVED})  # what was missed here is a figure, no task
_FIRST_REPLY = frozenset({Step.ACKNOWLEDGE, Step.CONTACT})
_AFTERWARDS = frozenset({Step.FEED_BACK, Step.FOLLOW_UP})
_WORDS_OF_HERS = frozenset({Step.MESSAGE, Step.ADD_FACTS, Step.CHASE, Step.ASK_ERASURE})


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
        news=_has_news(case) or _waits_for_second(case),
        attention=case.needs_attention,
        links=tuple(case.links),
        changed=case.entries[-1].at,
    )


def _has_news(case: Case) -> bool:
    """Whether the resident wrote something after the last step anybody of the staff took."""
    for entry in reversed(case.entries):
        if entry.by not in (RESIDENT, SYSTEM):
            return False
        if entry.step in _WORDS_OF_HERS and entry.by == RESIDENT:
            return True
    return False


def _waits_for_second(case: Case) -> bool:
    """Whether somebody proposed to erase the record and another person has not decided yet."""
    state = erasure(case)
    return state.proposed_by is not None and state.decided_at is None


class Overview:
    """The facts of all cases; a case is looked at again only when its revision changed."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, Facts]] = {}
        self._all: tuple[Facts, ...] = ()
        self._repeats: tuple[tuple[Facts, ...], dict[str, tuple[str, ...]]] = ((), {})

    def of(self, cases: Mapping[str, Stored[Case]]) -> tuple[Facts, ...]:
        """The facts, in the order of the cases; the very same tuple as long as nothing changed."""
        known = self._known
        self._known = {
            number: known[number]
            if number in known and known[number][0] == stored.revision
            else (stored.revision, facts(stored.record))
            for number, stored in cases.items()
        }
        if self._known != known or list(self._known) != list(known):
            self._all = tuple(seen for _, seen in self._known.values())
        return self._all

    def repeats(self, everything: tuple[Facts, ...]) -> dict[str, tuple[str, ...]]:
        """`repeats` of what `of` gave, found once for each state of the register."""
        if self._repeats[0] is not everything:
            self._repeats = (everything, repeats(everything))
        return self._repeats[1]


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
        Need.SUMMARY: one.wants_summary,
        Need.REVIEW: one.stage in (Stage.DRAFTED, Stage.WITHHOLDING_PROPOSED),
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
        """By number or phone however typed, or by every word of what was said or where."""
        digits = squeeze(self.text)
        if digits.isdigit() and len(digits) >= 3:
            by_phone = len(digits) >= 4 and digits in one.phone
            if by_phone or digits in one.number.replace("-", ""):
                return True
        said = f"{one.what}\n{one.place}".casefold()
        return all(word in said for word in self.text.casefold().split())


def by_nearest_limit(some: Iterable[Facts], account: str = "") -> list[Facts]:
    """This person's own cases first; then the nearest limit, overdue ones thus on top; without a limit the newest first,
    what waits before what rests."""

    def order(one: Facts) -> tuple[bool, bool, float, bool, float]:
        due = one.limits[0].due.timestamp() if one.limits else 0.0
        mine = bool(account) and one.responsible == account
        return (not mine, not one.limits, due, not one.is_open, -one.received.timestamp())

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
