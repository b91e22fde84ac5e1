"""The clocks of a case: which limits run, which were kept, and which limits a step starts anew.

A clock is stored in the entry that starts it, so a case keeps the limits it was registered under, whatever becomes of
the standards later. A clock ends with the first step that satisfies it; while a case is paused the clocks that had not
run out stand still. A missed limit stays missed: neither a new class, nor an extension, nor reopening makes it good.
A date that was provisional is settled by the decree alone (`register.settling`), late or not.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from register.calendar import Due, WorkCalendar
from register.case import Case, CaseEntry, Clock
from register.standards import Standard, Standards, Version
from register.terms import Kind, Satisfaction, Status, Step, Urgency

# What ends a clock besides the step itself: a refusal is an answer, a finished repair was also contacted.
SATISFIED_BY: dict[Step, frozenset[Step]] = {
    Step.CONTACT: frozenset(
        {Step.CONTACT, Step.ARRIVE, Step.ANSWER, Step.FINISH, Step.REFUSE, Step.TRANSFER}
    ),
    Step.ARRIVE: frozenset({Step.ARRIVE, Step.FINISH, Step.REFUSE, Step.TRANSFER}),
    Step.ANSWER: frozenset({Step.ANSWER, Step.REFUSE, Step.TRANSFER}),
    Step.FINISH: frozenset({Step.FINISH, Step.REFUSE, Step.TRANSFER}),
    Step.RECONSIDER: frozenset({Step.RECONSIDER, Step.REOPEN}),
}
# Steps after which an answer counts as given, for the clocks that start with the answer.
STARTED_BY: dict[Step, Step] = {
    Step.REFUSE: Step.ANSWER,
    Step.TRANSFER: Step.ANSWER,
    Step.RECONSIDER: Step.ANSWER,
    Step.RATE: Step.FEED_BACK,
}
CLASSIFYING = frozenset({Step.CLASSIFY, Step.RECLASSIFY})
EXTENDABLE = frozenset({Step.ANSWER, Step.FINISH})
# Steps that make waiting clocks pointless: all of them, or those that come after an answer which no longer stands.
CANCELLING: dict[Step, frozenset[Step]] = {
    Step.WITHDRAW: frozenset(Step),
    Step.ASK_REVIEW: frozenset({Step.FEED_BACK, Step.FOLLOW_UP}),
    Step.REOPEN: frozenset({Step.FEED_BACK, Step.FOLLOW_UP}),
}


@dataclass(frozen=True)
class Timed:
    """One clock and how it ended: `done` is None while it runs.

    `cancelled` where it became pointless before it ran out; `stopped` where it stood still, not yet run out, when it
    ended or (while it runs) now: the case is paused.
    """

    clock: Clock
    done: datetime | None
    cancelled: bool = False
    stopped: bool = False

    def is_late(self, at: datetime) -> bool:
        """Whether the limit was missed, seen at a moment."""
        return not (self.cancelled or self.stopped) and (self.done or at) > self.clock.due


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
        if entry.step == Step.RESUME:
            return self._after_pause(case, entry)
        if entry.step == Step.EXTEND:
            return self._after_extension(case, entry)
        if entry.step == Step.REOPEN:
            return self._first_clocks(case, entry, case.kind, case.urgency)
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

    def _first_clocks(self, case: Case, begun: CaseEntry, kind: Kind, urgency: Urgency) -> tuple[Clock, ...]:
        """The clocks a round begins with; a reopened case need not be acknowledged again."""
        objection = case.submission.is_objection
        clocks = self.start(Step.RECEIVE, begun.at, kind, urgency, case.received, objection=objection)
        return tuple(c for c in clocks if begun.step == Step.RECEIVE or c.step in EXTENDABLE)

    def _by_class(self, case: Case, entry: CaseEntry) -> tuple[Clock, ...]:
        """The clocks as if the round had begun under this class, but for what was taken, extended or missed."""
        kind, urgency = Kind(entry.particulars["kind"]), Urgency(entry.particulars["urgency"])
        taken = {e.step for e in case.round}
        running = _unfinished(case)
        missed = {clock.step for clock in running if _outlives_class(clock, entry)}
        extended = {clock.step: clock for clock in running if clock.extended}
        return tuple(
            extended.get(clock.step) or self._paused(clock, case.round)
            for clock in self._first_clocks(case, case.round[0], kind, urgency)
            if clock.step not in missed and not taken & SATISFIED_BY.get(clock.step, {clock.step})
        )

    def _after_pause(self, case: Case, entry: CaseEntry) -> tuple[Clock, ...]:
        pause = [e for e in (case.last(Step.PAUSE), entry) if e]
        shifted = ((clock, self._paused(clock, pause)) for clock in _unfinished(case))
        return tuple(later for clock, later in shifted if later != clock)

    def _paused(self, clock: Clock, entries: Iterable[CaseEntry]) -> Clock:
        """The clock, later by every pause among the entries that found it running."""
        paused: datetime | None = None
        for entry in entries:
            if entry.step == Step.RESUME and paused and clock.due >= paused:
                due = clock.due + (entry.at - paused)
                runs_on = clock.standard in self._running_through_days_off
                clock = _moved(clock, Due(due, False) if runs_on else self.calendar.roll_forward(due))
            paused = _paused_since(entry, paused)
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
            _moved(clock, self.calendar.add_working_days(clock.due, days), extended=True)
            for clock in _unfinished(case)
            if clock.step in EXTENDABLE and clock.due >= entry.at
        )


def timed_steps(case: Case) -> tuple[Timed, ...]:
    """Every clock of the case, in the order in which they ended, the running ones last.

    A later clock for a step that still runs replaces the earlier one; where that had been missed, it ended there, late.
    """
    running: dict[Step, Clock] = {}
    ended: list[Timed] = []
    paused: datetime | None = None
    for entry in as_settled(case.entries):
        ended.extend(_ended_by(entry, running, paused))
        if entry.step in CLASSIFYING:
            running = {step: clock for step, clock in running.items() if _outlives_class(clock, entry)}
        for clock in entry.limits:
            earlier = running.get(clock.step)
            if earlier and earlier.due < (paused or entry.at):
                ended.append(Timed(earlier, entry.at))
            running[clock.step] = clock
        paused = _paused_since(entry, paused)
    still = (Timed(clock, None, stopped=_stood_still(clock, paused)) for clock in running.values())
    return (*ended, *still)


def as_settled(entries: tuple[CaseEntry, ...]) -> tuple[CaseEntry, ...]:
    """The entries with their limits as the decrees have settled them; the settling entries themselves start nothing."""
    settled = {
        (place, clock.step): clock
        for entry in entries
        if entry.step == Step.SETTLE
        for place, clock in zip(entry.particulars["entries"], entry.limits, strict=True)
    }
    if not settled:
        return entries
    return tuple(
        entry.model_copy(update={"limits": _in_force(entry, place, settled)})
        for place, entry in enumerate(entries)
    )


def _in_force(entry: CaseEntry, place: int, settled: Mapping[tuple[int, Step], Clock]) -> tuple[Clock, ...]:
    if entry.step == Step.SETTLE:
        return ()
    return tuple(settled.get((place, clock.step), clock) for clock in entry.limits)


def _calls_for_follow_up(case: Case, entry: CaseEntry) -> bool:
    """A resident who says afterwards that she is dissatisfied is called, unless a call is due already."""
    dissatisfied = entry.particulars["satisfaction"] == Satisfaction.DISSATISFIED
    afterwards = case.status in (Status.FED_BACK, Status.FOLLOWED_UP)
    due = any(clock.step == Step.FOLLOW_UP for clock in _unfinished(case))
    return dissatisfied and afterwards and not due


def _ended_by(entry: CaseEntry, running: dict[Step, Clock], paused: datetime | None) -> Iterator[Timed]:
    for step, clock in list(running.items()):
        if entry.step in SATISFIED_BY.get(step, {step}):
            yield Timed(running.pop(step), entry.at, stopped=_stood_still(clock, paused))
        elif step in CANCELLING.get(entry.step, ()) and clock.due >= (paused or entry.at):
            yield Timed(running.pop(step), entry.at, cancelled=True)


def _outlives_class(clock: Clock, entry: CaseEntry) -> bool:
    """The first class corrects what the resident chose; a later one does not make good what was missed under it."""
    return entry.step == Step.RECLASSIFY and clock.due < entry.at


def _stood_still(clock: Clock, paused: datetime | None) -> bool:
    return paused is not None and paused <= clock.due


def _paused_since(entry: CaseEntry, before: datetime | None) -> datetime | None:
    """Since when the case is paused after an entry, given since when it was before."""
    if entry.step == Step.PAUSE:
        return entry.at
    return None if entry.step in (Step.RESUME, Step.WITHDRAW) else before


def _moved(clock: Clock, due: Due, extended: bool = False) -> Clock:
    return Clock(
        step=clock.step,
        due=due.at,
        provisional=due.provisional or clock.provisional,
        standard=clock.standard,
        extended=extended or clock.extended,
    )


def _unfinished(case: Case) -> list[Clock]:
    return [timed.clock for timed in timed_steps(case) if timed.done is None]


def _name(standard: Standard, version: Version) -> str:
    """How a clock names the standard it rests on."""
    return f"{standard.id}@{version.version}"


def running_clocks(case: Case) -> tuple[Clock, ...]:
    """The limits still running, nearest first; none while the case is paused."""
    if case.status == "paused":
        return ()
    return tuple(sorted(_unfinished(case), key=lambda clock: clock.due))
