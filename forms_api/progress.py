"""What a resident sees of her case: phase, limits, timeline, summary, and what she can do; an allow-list, like the gate's."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from forms_api.disclosed import Decided, decided
from forms_api.moments import show_moment, show_span
from register.case import Case, CaseEntry
from register.clocks import Timed, is_shown, timed_steps
from register.erasure import erasure
from register.handling import RESIDENT, THE_RESIDENT, steps_open_to
from register.publication import Stage, publication
from register.rules import Rules
from register.terms import (
    ErasePart,
    ExtensionReason,
    Language,
    Outcome,
    PauseReason,
    RefusalReason,
    Satisfaction,
    Status,
    Step,
)
from register.vouching import is_noted_withdrawal, unconfirmed
from register.wording import Wording

# Steps a resident is told of. Who did what about publication, holds and links stays inside; what stands is told (`disclosed`).
TOLD = frozenset(Step) - {
    Step.ATTACH, Step.LINK, Step.UNLINK, Step.HOLD, Step.RELEASE_HOLD, Step.SUMMARISE, Step.APPROVE, Step.SEND_BACK,
    Step.COUNT_ONLY, Step.WITHHOLD,
}  # fmt: skip
# Words of these steps were written to the resident or by her; every other note is the office's own.
TEXT_TOLD = frozenset({
    Step.ANSWER, Step.FINISH, Step.RECONSIDER, Step.REFUSE, Step.TRANSFER, Step.ADD_FACTS, Step.MESSAGE,
    Step.ASK_REVIEW, Step.OBJECT, Step.RATE, Step.CHASE, Step.WITHDRAW, Step.REPLY, Step.ASK_ERASURE,
})  # fmt: skip
OFFERED = (
    Step.OBJECT, Step.RATE, Step.ASK_REVIEW, Step.CHASE, Step.ADD_FACTS, Step.MESSAGE, Step.WITHDRAW,
)  # fmt: skip
# Offered on the page of her own data, not among the steps of the case.
APART = (Step.ASK_ERASURE,)
MOST_OF_HERS = 200  # entries; beyond that the file would grow until staff could not write to it
_REASONS = {Step.PAUSE: PauseReason, Step.EXTEND: ExtensionReason, Step.REFUSE: RefusalReason}


@dataclass(frozen=True)
class LimitLine:
    """One limit: what is due, how it stands (a code) and the same in words."""

    step: str
    what: str
    state: str
    words: str
    provisional: bool


@dataclass(frozen=True)
class TimelineLine:
    """`photos` is how many came with it; they are never shown here."""

    step: str
    what: str
    at: str
    text: str
    photos: int = 0


@dataclass(frozen=True)
class SummaryShown:
    """The exact words that may be published, and until when she may object; `None` once that is over."""

    zh: str
    en: str
    until: str
    is_open: bool


@dataclass(frozen=True)
class Progress:
    number: str
    kind: str
    matter: str
    phase: str
    phase_words: str
    limits: tuple[LimitLine, ...]
    timeline: tuple[TimelineLine, ...]
    summary: SummaryShown | None
    decided: tuple[str, ...]
    offered: tuple[str, ...]


def progress(case: Case, *, now: datetime, language: Language, wording: Wording, rules: Rules) -> Progress:
    """The case as its resident sees it at a moment."""
    teller = _Teller(case, now, language, wording)
    summary = teller.summary(timedelta(days=rules.periods.objection_days))
    return Progress(
        number=case.number,
        kind=wording.term(case.kind, language),
        matter=wording.term(case.matter, language),
        phase=case.phase.value,
        phase_words=wording.term(case.phase, language),
        limits=tuple(teller.limit(timed) for timed in timed_steps(case) if is_shown(timed)),
        timeline=tuple(teller.told(entry) for entry in case.entries if entry.step in TOLD),
        summary=summary,
        decided=tuple(teller.decided(one) for one in decided(case)),
        offered=tuple(step.value for step in offered_steps(case, now, summary) if step not in APART),
    )


def offered_steps(case: Case, now: datetime, summary: SummaryShown | None) -> list[Step]:
    """What the resident may do now; an objection only while there is a summary to object to."""
    if sum(entry.by == RESIDENT for entry in case.entries) >= MOST_OF_HERS:
        return []
    open_now = steps_open_to(case, THE_RESIDENT, now)
    if summary is None or not summary.is_open:
        open_now -= {Step.OBJECT}
    state = erasure(case)
    if state.asked or state.decided_at:
        open_now -= {Step.ASK_ERASURE}
    return [step for step in (*OFFERED, *APART) if step in open_now]


@dataclass(frozen=True)
class _Teller:
    case: Case
    now: datetime
    language: Language
    wording: Wording

    def say(self, section: str, code: str, **values: object) -> str:
        sentence = self.wording.say(section, code, self.language)
        return sentence.format(**values) if values else sentence

    def limit(self, timed: Timed) -> LimitLine:
        state = self._state(timed)
        words = self.say(
            "limit",
            state,
            due=show_moment(timed.clock.due, self.language),
            span=show_span(timed.clock.due - (timed.done or self.now), self.language),
            done=show_moment(timed.done or self.now, self.language),
        )
        what = self.say("next_step", timed.clock.step)
        return LimitLine(timed.clock.step.value, what, state, words, timed.clock.provisional)

    def _state(self, timed: Timed) -> str:
        if timed.cancelled:
            return "cancelled"
        if timed.done:
            return "late" if timed.is_late(self.now) else "kept"
        if self.case.status == Status.PAUSED and timed.clock.step != Step.RESUME:
            return "paused"
        return "overdue" if timed.is_late(self.now) else "running"

    def decided(self, one: Decided) -> str:
        reason = self.wording.term(one.reason, self.language) if one.reason else ""
        return self.say("disclosed", one.code, reason=reason)

    def told(self, entry: CaseEntry) -> TimelineLine:
        what = self.say("told", entry.step, **self._values(entry))
        words = entry.particulars.get("text") or entry.particulars.get("note") or ""
        if is_noted_withdrawal(entry):
            waits = entry in unconfirmed(self.case)
            what = self.say("track", "withdrawal_unconfirmed" if waits else "withdrawal_noted")
        return TimelineLine(
            entry.step.value,
            what,
            self._moment(entry),
            str(words) if entry.step in TEXT_TOLD else "",
            len(entry.particulars.get("photos", ())),
        )

    def _moment(self, entry: CaseEntry) -> str:
        """When the step was taken, and when it was written down, if that was later."""
        at = show_moment(entry.at, self.language)
        if entry.noted is None:
            return at
        return self.say("track", "noted_later", at=at, noted=show_moment(entry.noted, self.language))

    def _values(self, entry: CaseEntry) -> dict[str, object]:
        """The closed codes of an entry in words; nothing else of it is ever told."""
        said = entry.particulars
        readers: dict[str, Callable[[str], str]] = {
            "outcome": lambda code: self.wording.term(Outcome(code), self.language),
            "satisfaction": lambda code: self.wording.term(Satisfaction(code), self.language),
            "working_days": str,
            "part": lambda code: self.wording.term(ErasePart(code), self.language),
        }
        if entry.step in _REASONS:
            reasons = _REASONS[entry.step]
            readers["reason"] = lambda code: self.wording.term(reasons(code), self.language)
        if entry.step == Step.TRANSFER:
            readers["to"] = str
        return {name: read(said[name]) for name, read in readers.items() if name in said}

    def summary(self, objection: timedelta) -> SummaryShown | None:
        state = publication(self.case)
        if (
            state.stage != Stage.APPROVED
            or state.summary is None
            or state.decided_at is None
            or state.taken_down
        ):
            return None
        until = state.decided_at + objection
        return SummaryShown(
            state.summary.zh, state.summary.en, show_moment(until, self.language), self.now <= until
        )
