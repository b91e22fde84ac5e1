"""How long each person has paused a case, of the working days that one person's word is good for; decision 0092.

A pause starts a limit for taking the case up again (`register.clockwork`). When that is over, the case goes on by
itself; somebody else may prolong the pause with her own days.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from register.case import Case, CaseEntry, Clock
from register.clocks import handled_since
from register.terms import Status, Step

_ENDS = frozenset({Step.PAUSE, Step.RESUME, Step.WITHDRAW, Step.REOPEN})


@dataclass(frozen=True)
class Share:
    """How long a person may pause a case in one handling, and how long she did."""

    allowed: timedelta
    used: timedelta

    @property
    def left(self) -> timedelta:
        return self.allowed - self.used


def shares(case: Case, at: datetime) -> dict[str, Share]:
    """The share of everybody who paused the case since its handling began, as of `at`.

    Pauses from before they had an end are nobody's.
    """
    found: dict[str, Share] = {}
    for entry, limit, ended in _pauses(handled_since(case.entries), at):
        before = found.get(entry.by) or Share(limit.due - entry.at, timedelta(0))
        found[entry.by] = Share(before.allowed, before.used + (ended - entry.at))
    return found


def need_another(case: Case) -> frozenset[str]:
    """The accounts to whose pauses another person's would be the second word: hers goes on, or has lasted its time."""
    last = case.entries[-1].at
    going_on = {entry.by for entry, _, _ in _pauses(_since_last_resumed(case), last)}
    over = {account for account, share in shares(case, last).items() if share.left <= timedelta(0)}
    return frozenset(over | going_on)


def pause_ends(case: Case) -> datetime | None:
    """When the pause the case is in is over; None where it is in none, or in one that has no end."""
    paused = case.last(Step.PAUSE) if case.status == Status.PAUSED else None
    limit = _limit_of(paused) if paused else None
    return limit.due if limit else None


def _pauses(entries: tuple[CaseEntry, ...], at: datetime) -> Iterator[tuple[CaseEntry, Clock, datetime]]:
    """Every pause that has an end, with its limit and when it ended, or `at` where it goes on."""
    begun: CaseEntry | None = None
    for entry in entries:
        if begun and entry.step in _ENDS:
            yield from _timed(begun, entry.at)
            begun = None
        if entry.step == Step.PAUSE:
            begun = entry
    if begun:
        yield from _timed(begun, at)


def _timed(entry: CaseEntry, ended: datetime) -> Iterator[tuple[CaseEntry, Clock, datetime]]:
    limit = _limit_of(entry)
    if limit:
        yield entry, limit, ended


def _limit_of(entry: CaseEntry) -> Clock | None:
    return next((clock for clock in entry.limits if clock.step == Step.RESUME), None)


def _since_last_resumed(case: Case) -> tuple[CaseEntry, ...]:
    """The entries of the pause the case is in; none where it is in none."""
    if case.status != Status.PAUSED:
        return ()
    starts = [place for place, entry in enumerate(case.entries) if entry.step in (Step.RESUME, Step.REOPEN)]
    return case.entries[starts[-1] + 1 if starts else 0 :]
