"""Provisional limits become final when the year they run through is decreed: by an entry, from the calendar alone.

A limit that ran into a year whose holidays were not decreed yet was provisional. Once the calendar knows the year, the
case's own steps are gone through again with the standards it was registered under, and what comes out differently is
written down as one entry. Nothing else changes a limit afterwards.
"""

from datetime import datetime

from register.case import Case, CaseEntry, Clock
from register.clocks import as_settled
from register.clockwork import Clockwork
from register.handling import SYSTEM
from register.terms import Step


def settled(case: Case, clockwork: Clockwork, at: datetime) -> Case | None:
    """The case with the entry that settles its provisional limits; None where there is nothing to settle (yet)."""
    guessed = any(clock.provisional for entry in case.entries for clock in entry.limits)
    found = _settlements(case, clockwork) if guessed else []
    if not found:
        return None
    entry = CaseEntry(
        step=Step.SETTLE,
        by=SYSTEM,
        at=max(at, case.entries[-1].at),
        particulars={"entries": [place for place, _ in found]},
        limits=tuple(clock for _, clock in found),
    )
    return case.with_entry(entry)


def _settlements(case: Case, clockwork: Clockwork) -> list[tuple[int, Clock]]:
    """Every limit that is provisional no longer, with the place of the entry that started it."""
    found: list[tuple[int, Clock]] = []
    before = case.model_copy(update={"entries": ()})
    for place, entry in enumerate(as_settled(case.entries)):
        if any(clock.provisional for clock in entry.limits):
            again = {clock.step: clock for clock in clockwork.started_by(before, entry)}
            limits = tuple(_final(clock, again.get(clock.step)) for clock in entry.limits)
            found += [(place, new) for old, new in zip(entry.limits, limits, strict=True) if new != old]
            entry = entry.model_copy(update={"limits": limits})
        before = before.with_entry(entry)
    return found


def _final(clock: Clock, again: Clock | None) -> Clock:
    """The same limit under the same standard, now certain; else the clock as it stands."""
    if again is None or not clock.provisional or again.provisional or again.standard != clock.standard:
        return clock
    return again
