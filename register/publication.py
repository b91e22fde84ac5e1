"""How far a case is on its way to the public: read off its entries, apart from the handling."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from register.case import Case, CaseEntry
from register.steps import Summarised
from register.terms import CountedReason, SensitiveReason, Step, WithholdingReason


class Stage(StrEnum):
    """Derived, never stored."""

    NOTHING = "nothing"
    DRAFTED = "drafted"
    SENT_BACK = "sent_back"
    APPROVED = "approved"
    COUNTED = "counted"
    OBJECTION_NOTED = "objection_noted"
    WITHHOLDING_PROPOSED = "withholding_proposed"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Publication:
    """The stage, and what led to it. `author` wrote the summary, `decided_by` reviewed it at `decided_at`.

    `objected` and `taken_down` stay, whatever is decided later: neither is undone by writing a new summary.
    """

    stage: Stage = Stage.NOTHING
    summary: Summarised | None = None
    author: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    counted: CountedReason | None = None
    withheld: WithholdingReason | None = None
    taken_down: bool = False
    objected: bool = False

    @property
    def sensitive(self) -> tuple[SensitiveReason, ...]:
        return self.summary.sensitive if self.summary else ()


def publication(case: Case) -> Publication:
    """Where the case stands on its way to the public."""
    state = Publication()
    for entry in case.entries:
        change = _CHANGES.get(entry.step)
        state = change(state, entry) if change else state
    return state


def _restarted(state: Publication, entry: CaseEntry) -> Publication:
    if state.objected:
        return state
    return Publication(taken_down=state.taken_down)


def _drafted(state: Publication, entry: CaseEntry) -> Publication:
    summary = Summarised.model_validate(entry.particulars)
    return Publication(Stage.DRAFTED, summary, entry.by, taken_down=state.taken_down)


def _decided(state: Publication, entry: CaseEntry, stage: Stage) -> Publication:
    """What any decision leaves: the summary and its author, and who decided when."""
    return replace(state, stage=stage, decided_by=entry.by, decided_at=entry.at, counted=None, withheld=None)


def _approved(state: Publication, entry: CaseEntry) -> Publication:
    return _decided(state, entry, Stage.APPROVED)


def _sent_back(state: Publication, entry: CaseEntry) -> Publication:
    return _decided(state, entry, Stage.SENT_BACK)


def _counted(state: Publication, entry: CaseEntry) -> Publication:
    reason = CountedReason(entry.particulars["reason"])
    return replace(_decided(state, entry, Stage.COUNTED), counted=reason)


def _withheld(state: Publication, entry: CaseEntry) -> Publication:
    reason = WithholdingReason(entry.particulars["reason"])
    proposed = state.stage == Stage.WITHHOLDING_PROPOSED and state.withheld == reason
    seconded = proposed and state.decided_by != entry.by
    stage = Stage.WITHHELD if seconded else Stage.WITHHOLDING_PROPOSED
    return replace(_decided(state, entry, stage), withheld=reason)


def _objected(state: Publication, entry: CaseEntry) -> Publication:
    """Hers counts at once. One that staff note for her is kept like hers, and settles nothing before another person says so."""
    if not entry.is_hers:
        return replace(_decided(state, entry, Stage.OBJECTION_NOTED), objected=True)
    return replace(_decided(state, entry, Stage.COUNTED), counted=CountedReason.OBJECTION, objected=True)


def _taken_down(state: Publication, entry: CaseEntry) -> Publication:
    return replace(state, taken_down=True)


_CHANGES: dict[Step, Callable[[Publication, CaseEntry], Publication]] = {
    Step.REOPEN: _restarted,
    Step.ASK_REVIEW: _restarted,
    Step.SUMMARISE: _drafted,
    Step.APPROVE: _approved,
    Step.SEND_BACK: _sent_back,
    Step.COUNT_ONLY: _counted,
    Step.WITHHOLD: _withheld,
    Step.OBJECT: _objected,
    Step.TAKE_DOWN: _taken_down,
}


def summary_digest(summary: Summarised) -> str:
    """SHA-256 of the exact words an approval is bound to."""
    return hashlib.sha256(f"{summary.zh}\0{summary.en}".encode()).hexdigest()
