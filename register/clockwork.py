"""What starts the clocks of a case: the limits each step brings, by the standards and the calendar of the estate.

A missed limit stays missed: neither a class, nor an extension, nor reopening makes it good."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from register.calendar import Due, WorkCalendar
from register.case import Case, CaseEntry, Clock
from register.clocks import (
    CLASSIFYING,
    SATISFIED_BY,
    handled_since,
    outlives_class,
    paused_since,
    timed_as_noted,
    unfinished,
)
from register.pauses import pause_ends, shares
from register.standards import Standard, Standards, Version
from register.terms import Kind, Satisfaction, Status, Step, Urgency

# Steps after which an answer counts as given, for the clocks that start with the answer.
STARTED_BY: dict[Step, Step] = {
    Step.REFUSE: Step.ANSWER,
    Step.TRANSFER: Step.ANSWER,
    Step.RECONSIDER: Step.ANSWER,
    Step.RATE: Step.FEED_BACK,
}
EXTENDABLE = frozenset({Step.ANSWER, Step.FINISH})
_OWED_AFTER_WITHDRAWAL = EXTENDABLE | {Step.CONTACT, Step.ARRIVE}


@dataclass(frozen=True)
class Clockwork:
    """What is needed to start clocks: the standards and the calendar of the estate."""

    standards: Standards
    calendar: WorkCalendar

    def start(
        self,
        step: Step,
        at: datetime,
        kind: Kind,
        urgency: Urgency,
        received: datetime,
        *,
        attention: bool = False,
        objection: bool = False,
    ) -> tuple[Clock, ...]:
        """The clocks that `step`, taken at `at`, starts; by the version in force when the case was received."""
        version = self.standards.in_force(received)
        clocks = []
        for standard in version.starting(step, kind, urgency, objection=objection):
            if standard.attention and not attention:
                continue
            due = self.calendar.due(at, standard.limit)
            name = _name(standard, version)
            clocks.append(Clock(step=standard.step, due=due.at, provisional=due.provisional, standard=name))
        return tuple(clocks)

    def started_by(self, case: Case, entry: CaseEntry) -> tuple[Clock, ...]:
        """The limits an entry brings: started, set by a new class, shifted by a pause, or extended."""
        if entry.step in CLASSIFYING:
            return self._by_class(case, entry)
        if entry.step == Step.PAUSE:
            return self._end_of_pause(case, entry)
        if entry.step == Step.RESUME:
            return self._after_pause(case, entry)
        if entry.step == Step.EXTEND:
            return self._after_extension(case, entry)
        if entry.step == Step.REOPEN:
            return self._taken_up_again(case, entry)
        if entry.step == Step.FOLLOW_UP and any(e.step == Step.FOLLOW_UP for e in case.round):
            return ()  # what starts with the follow-up starts with the first one
        if entry.step == Step.RATE and not _calls_for_follow_up(case, entry):
            return ()
        step = STARTED_BY.get(entry.step, entry.step)
        attention = case.with_entry(entry).needs_attention
        objection = case.submission.is_objection
        return self.start(
            step, entry.at, case.kind, case.urgency, case.received, attention=attention, objection=objection
        )

    def _taken_up_again(self, case: Case, entry: CaseEntry) -> tuple[Clock, ...]:
        """An answered case begins anew; one that was withdrawn before goes on with what was left of its limits."""
        since = handled_since((*case.entries, entry))
        if since[0] is entry:
            return self._first_clocks(case, since, case.kind, case.urgency)
        withdrawn = {earlier.at for earlier in case.round if earlier.step == Step.WITHDRAW}
        assert withdrawn, "only an answered or a withdrawn case is taken up again"
        return tuple(
            self._paused(timed.clock, _since_last_resumed(case, entry))
            for timed in timed_as_noted(case)
            if timed.cancelled and timed.done in withdrawn and timed.clock.step in _OWED_AFTER_WITHDRAWAL
        )

    def _first_clocks(
        self, case: Case, since: tuple[CaseEntry, ...], kind: Kind, urgency: Urgency
    ) -> tuple[Clock, ...]:
        """The clocks with which the handling began; a case that is taken up again need not be acknowledged again."""
        begun, *later = since
        objection = case.submission.is_objection
        clocks = self.start(Step.RECEIVE, begun.at, kind, urgency, case.received, objection=objection)
        if begun.step == Step.RECEIVE and all(entry.step != Step.REOPEN for entry in later):
            return clocks
        owed = EXTENDABLE if begun.step == Step.REOPEN else _OWED_AFTER_WITHDRAWAL
        return tuple(clock for clock in clocks if clock.step in owed)

    def _by_class(self, case: Case, entry: CaseEntry) -> tuple[Clock, ...]:
        """The clocks as if the handling had begun under this class, but for what was taken, extended or missed."""
        kind, urgency = Kind(entry.particulars["kind"]), Urgency(entry.particulars["urgency"])
        since = handled_since(case.entries)
        taken = {e.step for e in since}
        running = unfinished(case)
        missed = {clock.step for clock in running if outlives_class(clock, entry)}
        extended = {clock.step: clock for clock in running if clock.extended}
        return tuple(
            extended.get(clock.step) or self._paused(clock, since)
            for clock in self._first_clocks(case, since, kind, urgency)
            if clock.step not in missed and not taken & SATISFIED_BY.get(clock.step, {clock.step})
        )

    def run_on(self, case: Case, at: datetime) -> Case:
        """The case as it stands at a moment: a pause that has lasted as long as it may is over. The same case where none has."""
        ends = pause_ends(case)
        if ends is None or ends >= at:
            return case
        entry = CaseEntry(step=Step.RESUME, by="system", at=max(ends, case.entries[-1].at))
        return case.with_entry(entry.model_copy(update={"limits": self._after_pause(case, entry)}))

    def _end_of_pause(self, case: Case, entry: CaseEntry) -> tuple[Clock, ...]:
        """By when the case is to be taken up again: what is left of this person's working days for it."""
        version = self.standards.in_force(case.received)
        share = shares(case, entry.at).get(entry.by)
        due = (
            Due(entry.at + share.left, False)
            if share
            else self.calendar.add_working_days(entry.at, version.longest_pause)
        )
        name = f"pause@{version.version}"
        return (Clock(step=Step.RESUME, due=due.at, provisional=due.provisional, standard=name),)

    def _after_pause(self, case: Case, entry: CaseEntry) -> tuple[Clock, ...]:
        pause = _since_last_resumed(case, entry)
        running = (clock for clock in unfinished(case) if clock.step != Step.RESUME)
        shifted = ((clock, self._paused(clock, pause)) for clock in running)
        return tuple(later for clock, later in shifted if later != clock)

    def _paused(self, clock: Clock, entries: Iterable[CaseEntry]) -> Clock:
        """The clock, later by every pause among the entries that found it running."""
        paused: datetime | None = None
        for entry in entries:
            since = paused_since(entry, paused)
            if paused and since is None and clock.due >= paused:
                due, unpaused = clock.due + (entry.at - paused), clock.unpaused or clock.due
                runs_on = clock.standard in self._running_through_days_off
                moved = _moved(clock, Due(due, False) if runs_on else self.calendar.roll_forward(due))
                clock = moved.model_copy(update={"unpaused": unpaused})
            paused = since
        return clock

    @cached_property
    def _running_through_days_off(self) -> frozenset[str]:
        """The standards whose limits are minutes or hours."""
        return frozenset(
            _name(standard, version)
            for version in self.standards.version
            for standard in version.standard
            if standard.limit.unit in ("minutes", "hours")
        )

    def _after_extension(self, case: Case, entry: CaseEntry) -> tuple[Clock, ...]:
        days = int(entry.particulars["working_days"])
        return tuple(
            self._extended(clock, days)
            for clock in unfinished(case)
            if clock.step in EXTENDABLE and clock.due >= entry.at
        )

    def _extended(self, clock: Clock, days: int) -> Clock:
        """The clock so many working days later; so is what it would have been without its pauses."""
        later = _moved(clock, self.calendar.add_working_days(clock.due, days), extended=True)
        unpaused = clock.unpaused and self.calendar.add_working_days(clock.unpaused, days).at
        return later.model_copy(update={"unpaused": unpaused})


def _since_last_resumed(case: Case, entry: CaseEntry) -> tuple[CaseEntry, ...]:
    """The entries after the last pause that has been accounted for in the limits, and the one that is being made."""
    entries = case.entries
    counted = [place for place, earlier in enumerate(entries) if earlier.step in (Step.RESUME, Step.REOPEN)]
    return (*entries[counted[-1] + 1 if counted else 0 :], entry)


def _calls_for_follow_up(case: Case, entry: CaseEntry) -> bool:
    """A resident who says afterwards that she is dissatisfied is called, unless a call is due already."""
    dissatisfied = entry.particulars["satisfaction"] == Satisfaction.DISSATISFIED
    afterwards = case.status in (Status.FED_BACK, Status.FOLLOWED_UP)
    due = any(clock.step == Step.FOLLOW_UP for clock in unfinished(case))
    return dissatisfied and afterwards and not due


def _moved(clock: Clock, due: Due, extended: bool = False) -> Clock:
    return Clock(
        step=clock.step,
        due=due.at,
        provisional=due.provisional or clock.provisional,
        standard=clock.standard,
        extended=extended or clock.extended,
    )


def _name(standard: Standard, version: Version) -> str:
    """How a clock names the standard it rests on."""
    return f"{standard.id}@{version.version}"
