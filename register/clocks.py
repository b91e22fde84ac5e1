"""The clocks of a case: which limits run, which were kept, and which limits a step starts anew.

A clock is stored in the entry that starts it, so a case keeps the limits it was registered under, whatever becomes of
the standards later. A clock stops with the first step that satisfies it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from register.calendar import WorkCalendar
from register.case import Case, CaseEntry, Clock
from register.standards import Standards
from register.terms import Kind, Step, Urgency

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
}
REPLACING = (Step.CLASSIFY, Step.RECLASSIFY)
EXTENDABLE = (Step.ANSWER, Step.FINISH)


@dataclass(frozen=True)
class Timed:
    """One clock and how it ended: `done` is None while it runs, `cancelled` where the case was withdrawn."""

    clock: Clock
    done: datetime | None
    cancelled: bool = False

    def is_late(self, at: datetime) -> bool:
        """Whether the limit was missed, seen at a moment."""
        return not self.cancelled and (self.done or at) > self.clock.due


@dataclass(frozen=True)
class Clockwork:
    """What is needed to start clocks: the standards and the calendar of the estate."""

    standards: Standards
    calendar: WorkCalendar

    def start(
        self, step: Step, at: datetime, kind: Kind, urgency: Urgency, received: datetime
    ) -> tuple[Clock, ...]:
        """The clocks that `step`, taken at `at`, starts; by the version in force when the case was received."""
        version = self.standards.in_force(received)
        clocks = []
        for standard in version.starting(step, kind, urgency):
            due = self.calendar.due(at, standard.limit)
            name = f"{standard.id}@{version.version}"
            clocks.append(Clock(step=standard.step, due=due.at, provisional=due.provisional, standard=name))
        return tuple(clocks)

    def started_by(self, case: Case, entry: CaseEntry) -> tuple[Clock, ...]:
        """The limits an entry brings: started, reset by a new class, shifted by a pause, or extended."""
        running = {timed.clock.step: timed.clock for timed in timed_steps(case) if timed.done is None}
        if entry.step in REPLACING:
            return self._after_classifying(case, entry, running)
        if entry.step == Step.RESUME:
            return self._after_pause(case, entry, running)
        if entry.step == Step.EXTEND:
            return self._after_extension(entry, running)
        if entry.step == Step.REOPEN:
            restarted = self.start(Step.RECEIVE, entry.at, case.kind, case.urgency, case.received)
            return tuple(clock for clock in restarted if clock.step in EXTENDABLE)
        return self.start(
            STARTED_BY.get(entry.step, entry.step), entry.at, case.kind, case.urgency, case.received
        )

    def _after_classifying(
        self, case: Case, entry: CaseEntry, running: dict[Step, Clock]
    ) -> tuple[Clock, ...]:
        kind, urgency = Kind(entry.particulars["kind"]), Urgency(entry.particulars["urgency"])
        begun = case.round[0]
        taken = {e.step for e in case.round}
        fresh = self.start(Step.RECEIVE, begun.at, kind, urgency, case.received)
        kept = {clock.step: clock for clock in running.values() if clock.extended}
        return tuple(
            kept.get(c.step, c) for c in fresh if not taken & SATISFIED_BY.get(c.step, frozenset({c.step}))
        )

    def _after_pause(self, case: Case, entry: CaseEntry, running: dict[Step, Clock]) -> tuple[Clock, ...]:
        paused = case.last(Step.PAUSE)
        assert paused is not None, "the table lets only a paused case resume"
        shifted = []
        for clock in running.values():
            if clock.due < paused.at:
                continue
            due = self.calendar.roll_forward(clock.due + (entry.at - paused.at))
            shifted.append(
                clock.model_copy(update={"due": due.at, "provisional": due.provisional or clock.provisional})
            )
        return tuple(shifted)

    def _after_extension(self, entry: CaseEntry, running: dict[Step, Clock]) -> tuple[Clock, ...]:
        extended = []
        for clock in running.values():
            if clock.step not in EXTENDABLE:
                continue
            due = self.calendar.add_working_days(clock.due, int(entry.particulars["working_days"]))
            change = {"due": due.at, "provisional": due.provisional or clock.provisional, "extended": True}
            extended.append(clock.model_copy(update=change))
        return tuple(extended)


def timed_steps(case: Case) -> tuple[Timed, ...]:
    """Every clock of the case, in the order in which they ended, the running ones last.

    A later clock for a step that still runs replaces the earlier one; an overdue clock is replaced too, so the limit
    that counts is the one that was in force when the step was taken.
    """
    running: dict[Step, Clock] = {}
    ended: list[Timed] = []
    for entry in case.entries:
        ended.extend(_ended_by(entry, running))
        if entry.step in REPLACING:
            running.clear()
        running.update({clock.step: clock for clock in entry.limits})
    return (*ended, *(Timed(clock, None) for clock in running.values()))


def _ended_by(entry: CaseEntry, running: dict[Step, Clock]) -> Iterator[Timed]:
    for step, clock in list(running.items()):
        if entry.step in SATISFIED_BY.get(step, frozenset({step})):
            yield Timed(running.pop(step), entry.at)
        elif entry.step == Step.WITHDRAW and entry.at <= clock.due:
            yield Timed(running.pop(step), entry.at, cancelled=True)


def running_clocks(case: Case) -> tuple[Clock, ...]:
    """The limits still running, nearest first; none while the case is paused."""
    if case.status == "paused":
        return ()
    return tuple(sorted((t.clock for t in timed_steps(case) if t.done is None), key=lambda clock: clock.due))
