"""How far a case is on its way to the public: read off its entries, apart from the handling."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from register.case import Case, CaseEntry
from register.steps import Summarised
from register.terms import CountedReason, SensitiveReason, Step, WithholdingReason

RESTARTING = (Step.REOPEN, Step.ASK_REVIEW)


class Stage(StrEnum):
    """Derived, never stored."""

    NOTHING = "nothing"
    DRAFTED = "drafted"
    SENT_BACK = "sent_back"
    APPROVED = "approved"
    COUNTED = "counted"
    WITHHOLDING_PROPOSED = "withholding_proposed"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Publication:
    """The stage, and what led to it. `author` wrote the summary, `decided_by` reviewed it at `decided_at`."""

    stage: Stage = Stage.NOTHING
    summary: Summarised | None = None
    author: str | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    counted: CountedReason | None = None
    withheld: WithholdingReason | None = None
    taken_down: bool = False

    @property
    def sensitive(self) -> tuple[SensitiveReason, ...]:
        return self.summary.sensitive if self.summary else ()


def publication(case: Case) -> Publication:
    """Where the case stands on its way to the public."""
    state = Publication()
    for entry in case.entries:
        state = _after(state, entry)
    return state


def _after(state: Publication, entry: CaseEntry) -> Publication:
    if entry.step in RESTARTING:
        return Publication()
    if entry.step == Step.SUMMARISE:
        return Publication(Stage.DRAFTED, Summarised.model_validate(entry.particulars), author=entry.by)
    change = _CHANGES.get(entry.step)
    return change(state, entry) if change else state


def _approved(state: Publication, entry: CaseEntry) -> Publication:
    return Publication(Stage.APPROVED, state.summary, state.author, entry.by, entry.at)


def _sent_back(state: Publication, entry: CaseEntry) -> Publication:
    return Publication(Stage.SENT_BACK, state.summary, state.author, entry.by, entry.at)


def _counted(state: Publication, entry: CaseEntry) -> Publication:
    reason = CountedReason(entry.particulars["reason"])
    return Publication(Stage.COUNTED, state.summary, state.author, entry.by, entry.at, counted=reason)


def _withheld(state: Publication, entry: CaseEntry) -> Publication:
    reason = WithholdingReason(entry.particulars["reason"])
    seconded = (
        state.stage == Stage.WITHHOLDING_PROPOSED
        and state.withheld == reason
        and state.decided_by != entry.by
    )
    stage = Stage.WITHHELD if seconded else Stage.WITHHOLDING_PROPOSED
    return Publication(stage, state.summary, state.author, entry.by, entry.at, withheld=reason)


def _objected(state: Publication, entry: CaseEntry) -> Publication:
    return Publication(
        Stage.COUNTED, state.summary, state.author, entry.by, entry.at, counted=CountedReason.OBJECTION
    )  # fmt: skip


def _taken_down(state: Publication, entry: CaseEntry) -> Publication:
    return Publication(
        state.stage,
        state.summary,
        state.author,
        state.decided_by,
        state.decided_at,
        state.counted,
        taken_down=True,
    )


_CHANGES = {
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
