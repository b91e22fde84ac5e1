"""The clocks of a case, read off its entries: which limits run, which were kept, which were missed.

A clock is stored in the entry that starts it (`register.clockwork`), so a case keeps the limits it was registered under,
whatever becomes of the standards later. A clock ends with the first step that satisfies it; while a case is paused the
clocks that had not run out stand still. A date that was provisional is settled by the decree alone (`register.settling`),
late or not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from register.case import Case, CaseEntry, Clock
from register.terms import Status, Step
from register.transitions import ANSWERING
from register.vouching import NOTED_LATER, as_counted, is_noted_withdrawal, unconfirmed

# What ends a clock besides the step itself: a refusal is an answer, a finished repair was also contacted.
SATISFIED_BY: dict[Step, frozenset[Step]] = {
    Step.CONTACT: ANSWERING | {Step.CONTACT, Step.ARRIVE},
    Step.ARRIVE: frozenset({Step.ARRIVE, Step.FINISH, Step.REFUSE, Step.TRANSFER}),
    Step.ANSWER: frozenset({Step.ANSWER, Step.REFUSE, Step.TRANSFER}),
    Step.FINISH: frozenset({Step.FINISH, Step.REFUSE, Step.TRANSFER}),
    Step.RECONSIDER: frozenset({Step.RECONSIDER, Step.REOPEN}),
}
CLASSIFYING = frozenset({Step.CLASSIFY, Step.RECLASSIFY})
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
    ended or (while it runs) now: the case is paused. `noted` is when the step that ended it was written down, if later.
    """

    clock: Clock
    done: datetime | None
    cancelled: bool = False
    stopped: bool = False
    noted: datetime | None = None

    def is_late(self, at: datetime) -> bool:
        """Whether the limit was missed, seen at a moment."""
        return not (self.cancelled or self.stopped) and (self.done or at) > self.clock.due

    @property
    def is_kept_by_pause(self) -> bool:
        """Whether it would have been missed, had the case never been paused."""
        in_time = self.clock.unpaused or self.clock.due
        return self.done is not None and not self.is_late(self.done) and self.done > in_time

    @property
    def is_noted_later(self) -> bool:
        """Whether the step that ended it was written down more than a day after it was taken."""
        return self.done is not None and self.noted is not None and self.noted - self.done > NOTED_LATER


def timed_steps(case: Case) -> tuple[Timed, ...]:
    """Every clock of the case as it counts (`register.vouching`), in the order in which they ended, the running ones last."""
    return timed_as_noted(as_counted(case))


def is_shown(timed: Timed) -> bool:
    """Whether a limit is told to people: the end of a pause only while the pause lasts."""
    return timed.clock.step != Step.RESUME or timed.done is None


def hangs_on_one_word(case: Case) -> bool:
    """Whether the case would count otherwise once a second person confirmed what one has noted."""
    waiting = unconfirmed(case)
    if any(map(is_noted_withdrawal, waiting)):
        return True
    return bool(waiting) and _missed(timed_steps(case)) != _missed(timed_as_noted(case))


def _missed(limits: tuple[Timed, ...]) -> list[Clock]:
    return [timed.clock for timed in limits if timed.done and timed.is_late(timed.done)]


def timed_as_noted(case: Case) -> tuple[Timed, ...]:
    """Every clock as the entries have it, whoever stands for them: what limits are computed from, not what is counted.

    A later clock for a step that still runs replaces the earlier one; where that had been missed, it ended there, late.
    """
    running: dict[Step, Clock] = {}
    ended: list[Timed] = []
    paused: datetime | None = None
    for entry in as_settled(case.entries):
        ended.extend(_ended_by(entry, running, paused))
        if entry.step in CLASSIFYING:
            running = {step: clock for step, clock in running.items() if outlives_class(clock, entry)}
        for clock in entry.limits:
            earlier = running.get(clock.step)
            if earlier and earlier.due < (paused or entry.at) and earlier.due != clock.due:
                ended.append(Timed(earlier, entry.at))
            running[clock.step] = clock
        paused = paused_since(entry, paused)
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


def _ended_by(entry: CaseEntry, running: dict[Step, Clock], paused: datetime | None) -> Iterator[Timed]:
    for step, clock in list(running.items()):
        if entry.step in SATISFIED_BY.get(step, {step}):
            stopped = _stood_still(clock, paused)
            yield Timed(running.pop(step), entry.at, stopped=stopped, noted=entry.noted)
        elif step in CANCELLING.get(entry.step, ()) and clock.due >= (paused or entry.at):
            yield Timed(running.pop(step), entry.at, cancelled=True)


def outlives_class(clock: Clock, entry: CaseEntry) -> bool:
    """No class makes good what was missed before it, be it what the resident chose herself: it was to be classed in time."""
    return clock.due < entry.at


def handled_since(entries: tuple[CaseEntry, ...]) -> tuple[CaseEntry, ...]:
    """The entries over which the limits run: since the receipt, or since a case that had its answer was taken up again.

    Withdrawing a case without an answer and taking it up again begins nothing anew.
    """
    begun, is_answered = 0, False
    for place, entry in enumerate(entries):
        if entry.step == Step.REOPEN and is_answered:
            begun, is_answered = place, False
        is_answered = is_answered or entry.step in ANSWERING
    return entries[begun:]


def _stood_still(clock: Clock, paused: datetime | None) -> bool:
    return paused is not None and paused <= clock.due


def paused_since(entry: CaseEntry, before: datetime | None) -> datetime | None:
    """Since when the case is paused after an entry, given since when it was before.

    A resident who withdraws pauses it until it is taken up again. A withdrawal that staff note does not: taken back, it was
    none.
    """
    if entry.step == Step.PAUSE or (entry.step == Step.WITHDRAW and entry.is_hers):
        return before or entry.at
    return None if entry.step in (Step.RESUME, Step.WITHDRAW, Step.REOPEN) else before


def unfinished(case: Case) -> list[Clock]:
    """The limits that still run or stand still, as they began."""
    return [timed.clock for timed in timed_as_noted(case) if timed.done is None]


def running_clocks(case: Case) -> tuple[Clock, ...]:
    """The limits still running, nearest first; while the case is paused, that for taking it up again."""
    if case.status == Status.PAUSED:
        return tuple(clock for clock in unfinished(case) if clock.step == Step.RESUME)
    return tuple(sorted(unfinished(case), key=lambda clock: clock.due))
