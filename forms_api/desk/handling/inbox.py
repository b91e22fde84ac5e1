"""The to-do list: cases and a moment in, rows and counters out. Pure; what a case says is read once a revision."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Final

from forms_api.desk.handling.repeats import Likeness, Repeats
from register.case import Case, Clock
from register.clocks import running_clocks
from register.erasure import erasure
from register.handling import RESIDENT, SYSTEM
from register.numbers import squeeze
from register.publication import Stage, publication
from register.stored import Stored
from register.terms import Channel, Kind, Matter, Status, Step, Urgency

SOON: Final = timedelta(hours=24)
ESCALATED_AFTER: Final = timedelta(hours=24)
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

    @cached_property
    def is_open(self) -> bool:
        """Whether anybody still has to do anything."""
        waits = self.stage in _UNDER_REVIEW or self.wants_summary or self.held or self.news
        return waits or bool(self.limits) or self.status not in _AT_REST

    @cached_property
    def likenesses(self) -> frozenset[Likeness]:
        """What makes two cases alike: the matter, with the place or with the phone."""
        return frozenset((self.matter, mark) for mark in (squeeze(self.place), self.phone) if mark)

    @cached_property
    def said(self) -> str:
        """What a search looks through."""
        return f"{self.what}\n{self.place}".casefold()


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
        self._cases: Mapping[str, Stored[Case]] = {}
        self._known: dict[str, tuple[str, Facts]] = {}
        self._all: tuple[Facts, ...] = ()
        self._repeats = Repeats()

    def of(self, cases: Mapping[str, Stored[Case]]) -> tuple[Facts, ...]:
        """The facts, in the order of the cases; the very same tuple as long as nothing changed."""
        if cases is not self._cases:
            self._look_at(cases)
            self._cases = cases
        return self._all

    @property
    def repeats(self) -> Mapping[str, tuple[str, ...]]:
        """For each case the earlier ones it may repeat, as of the last look."""
        return self._repeats.earlier

    def _look_at(self, cases: Mapping[str, Stored[Case]]) -> None:
        known, come = dict[str, tuple[str, Facts]](), list[Facts]()
        for number, stored in cases.items():
            before = self._known.get(number)
            if before is None or before[0] != stored.revision:
                come.append(facts(stored.record))
                before = stored.revision, come[-1]
            known[number] = before
        gone = [
            seen for number, (_, seen) in self._known.items() if known.get(number, ("", None))[1] is not seen
        ]
        if come or gone:
            self._all = tuple(seen for _, seen in known.values())
            self._repeats.bring(*_differing(gone, come))
        self._known = known


def _differing(gone: Iterable[Facts], come: Iterable[Facts]) -> tuple[list[Facts], list[Facts]]:
    """Those whose repeats may be others now: a step hardly ever changes when, where or by whom it was sent."""
    before, after = {_compared(one): one for one in gone}, {_compared(one): one for one in come}
    return (
        [one for compared, one in before.items() if compared not in after],
        [one for compared, one in after.items() if compared not in before],
    )


def _compared(one: Facts) -> tuple[str, datetime, frozenset[Likeness]]:
    return one.number, one.received, one.likenesses


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
        if self._digits:
            by_phone = len(self._digits) >= 4 and self._digits in one.phone
            if by_phone or self._digits in one.number.replace("-", ""):
                return True
        return all(word in one.said for word in self._words)

    @cached_property
    def _digits(self) -> str:
        """The number that is searched for, as it may stand in a case number or phone; empty if it is none."""
        digits = squeeze(self.text)
        return digits if digits.isdigit() and len(digits) >= 3 else ""

    @cached_property
    def _words(self) -> list[str]:
        return self.text.casefold().split()


def by_nearest_limit(some: Iterable[Facts], account: str = "") -> list[Facts]:
    """This person's own cases first; then the nearest limit, overdue ones thus on top; without a limit the newest first,
    what waits before what rests."""

    def order(one: Facts) -> tuple[bool, bool, float, bool, float]:
        due = one.limits[0].due.timestamp() if one.limits else 0.0
        mine = bool(account) and one.responsible == account
        return (not mine, not one.limits, due, not one.is_open, -one.received.timestamp())

    return sorted(some, key=order)
