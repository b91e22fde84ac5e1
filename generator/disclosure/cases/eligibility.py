"""Which case is listed, counted, withheld or carried on: one table of rules, the first that speaks decides (DESIGN 7.3-7.5).

The gate holds and never masks: whatever no rule lets through is carried on to the next period, with the reason.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from generator.disclosure.cases.history import closed_at, end_of
from generator.disclosure.cases.period import Period
from generator.disclosure.scan.judged import Judged
from register.case import Case
from register.publication import Publication, Stage, publication
from register.rules import Rules
from register.terms import CountedReason, Disclosure, Outcome, WithholdingReason
from register.transitions import SETTLED


class CarriedReason(StrEnum):
    """Why a case waits for a later release. In the private report alone; words in `wording/release.toml`."""

    ON_HOLD = "on_hold"
    OPEN = "open"
    WITHHOLDING_PROPOSED = "withholding_proposed"
    NO_SUMMARY = "no_summary"
    NOT_REVIEWED = "not_reviewed"
    SENT_BACK = "sent_back"
    OBJECTION_NOTED = "objection_noted"
    OBJECTION_WINDOW = "objection_window"
    SUMMARY_TOO_LONG = "summary_too_long"
    SCAN_FOUND = "scan_found"
    SMALL_GROUP = "small_group"


class ScanResult(Protocol):
    def holds(self, judged: Judged, text: str) -> bool: ...


# Text and language → whether anything in it may tell who somebody is.
Scan = Callable[[str, str], ScanResult]
Reason = CountedReason | WithholdingReason | CarriedReason


@dataclass(frozen=True)
class Decision:
    """What becomes of a case in a release; PENDING is carried on. Listed cases have no reason."""

    disclosure: Disclosure
    reason: Reason | None = None


@dataclass(frozen=True)
class Gate:
    """What a decision goes by: the period, the moment of drafting, the estate's rules, and the scan."""

    period: Period
    now: datetime
    rules: Rules
    scan: Scan


LISTED = Decision(Disclosure.LISTED)
Rule = Callable[[Case, Publication, Gate], Decision | None]


def decide(case: Case, gate: Gate) -> Decision:
    """What becomes of a case that is not settled yet and was received by the period's last day."""
    state = publication(case)
    return next((decision for rule in RULES if (decision := rule(case, state, gate))), LISTED)


def carried(reason: CarriedReason) -> Decision:
    return Decision(Disclosure.PENDING, reason)


def counted(reason: CountedReason) -> Decision:
    return Decision(Disclosure.COUNTED, reason)


def _withheld(case: Case, state: Publication, gate: Gate) -> Decision | None:
    if state.stage != Stage.WITHHELD:
        return None
    return Decision(Disclosure.WITHHELD, state.withheld)


def _on_hold(case: Case, state: Publication, gate: Gate) -> Decision | None:
    return carried(CarriedReason.ON_HOLD) if case.is_held else None


def _open(case: Case, state: Publication, gate: Gate) -> Decision | None:
    closed = closed_at(case) if case.status in SETTLED else None
    return carried(CarriedReason.OPEN) if closed is None or closed >= end_of(gate.period) else None


def _withdrawn(case: Case, state: Publication, gate: Gate) -> Decision | None:
    return counted(CountedReason.WITHDRAWN) if case.outcome == Outcome.WITHDRAWN else None


def _resident_asked(case: Case, state: Publication, gate: Gate) -> Decision | None:
    return None if case.submission.publish else counted(CountedReason.RESIDENT_ASKED)


def _sensitive(case: Case, state: Publication, gate: Gate) -> Decision | None:
    """What its author marked is never listed, and counts as settled only once another person says so (`_counted`)."""
    waits = state.sensitive and state.stage not in (Stage.COUNTED, Stage.SENT_BACK)
    return carried(CarriedReason.NOT_REVIEWED) if waits else None


def _counted(case: Case, state: Publication, gate: Gate) -> Decision | None:
    return counted(state.counted) if state.stage == Stage.COUNTED and state.counted else None


def _taken_down(case: Case, state: Publication, gate: Gate) -> Decision | None:
    return counted(CountedReason.REVIEWER_DECIDED) if state.taken_down else None


_UNAPPROVED = {
    Stage.NOTHING: CarriedReason.NO_SUMMARY,
    Stage.DRAFTED: CarriedReason.NOT_REVIEWED,
    Stage.SENT_BACK: CarriedReason.SENT_BACK,
    Stage.OBJECTION_NOTED: CarriedReason.OBJECTION_NOTED,
    Stage.WITHHOLDING_PROPOSED: CarriedReason.WITHHOLDING_PROPOSED,
}


def _unapproved(case: Case, state: Publication, gate: Gate) -> Decision | None:
    return carried(_UNAPPROVED[state.stage]) if state.stage in _UNAPPROVED else None


def _objection_window(case: Case, state: Publication, gate: Gate) -> Decision | None:
    assert state.decided_at is not None, "an approval has its moment"
    over = state.decided_at + timedelta(days=gate.rules.periods.objection_days)
    return carried(CarriedReason.OBJECTION_WINDOW) if gate.now < over else None


def _too_long(case: Case, state: Publication, gate: Gate) -> Decision | None:
    assert state.summary is not None, "an approval has its summary"
    limits = gate.rules.summaries
    fits = len(state.summary.zh) <= limits.longest_zh and len(state.summary.en) <= limits.longest_en
    return None if fits else carried(CarriedReason.SUMMARY_TOO_LONG)


def _scan_found(case: Case, state: Publication, gate: Gate) -> Decision | None:
    assert state.summary is not None, "an approval has its summary"
    texts = (("zh", state.summary.zh), ("en", state.summary.en))
    judged = judgement(case, state)
    found = any(gate.scan(text, language).holds(judged, text) for language, text in texts if text)
    return carried(CarriedReason.SCAN_FOUND) if found else None


def judgement(case: Case, state: Publication) -> Judged:
    """What two people said of a summary that is approved, and when."""
    assert state.decided_at is not None, "an approval has its moment"
    assert state.summary is not None, "an approval has its summary"
    return Judged(state.decided_at, case.number, frozenset(state.summary.words))


# In this order. What is private wins over what is ready; what is cheap is asked before the scan.
RULES: tuple[Rule, ...] = (
    _withheld,
    _on_hold,
    _open,
    _withdrawn,
    _resident_asked,
    _sensitive,
    _counted,
    _taken_down,
    _unapproved,
    _objection_window,
    _too_long,
    _scan_found,
)
