"""Taking a step: the one way in which a case changes. Who may take it, what it must say, what follows from it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from register.case import Case, CaseEntry
from register.clocks import EXTENDABLE, Clockwork, running_clocks
from register.errors import StepRefused
from register.publication import Publication, Stage, publication, summary_digest
from register.steps import PARTICULARS, Particulars
from register.terms import RESIDENTS_STEPS, CountedReason, Role, Step
from register.transitions import INVESTIGATE_FIRST, ONLY_KINDS, ROLES, allowed_steps, next_status

RESIDENT = "resident"
SYSTEM = "system"


@dataclass(frozen=True)
class Actor:
    """Who takes a step: a staff account with its role, or the resident (role None)."""

    account: str
    role: Role | None

    @property
    def is_resident(self) -> bool:
        return self.account == RESIDENT


THE_RESIDENT = Actor(RESIDENT, None)


def take_step(
    case: Case, step: Step, *, by: Actor, at: datetime, particulars: dict[str, Any], clockwork: Clockwork
) -> Case:
    """The case with the step taken. `particulars` are as `PARTICULARS[step]` asks.

    Raises StepRefused with every reason at once; the case is unchanged then.
    """
    reasons = refusals(case, step, by=by, at=at)
    said: Particulars | None = None
    try:
        said = PARTICULARS[step].model_validate(particulars)
    except ValidationError as problem:
        reasons += tuple(
            f"particular:{error['loc'][0] if error['loc'] else '-'}" for error in problem.errors()
        )
    if said is not None and not reasons:
        reasons = _refused_by_content(case, step, said)
    if reasons or said is None:
        raise StepRefused(step, case.status, reasons, sorted(steps_open_to(case, by, at)))
    entry = CaseEntry(step=step, by=by.account, at=at, particulars=said.model_dump(mode="json"))
    return case.with_entry(entry.model_copy(update={"limits": clockwork.started_by(case, entry)}))


def refusals(case: Case, step: Step, *, by: Actor, at: datetime) -> tuple[str, ...]:
    """The codes of every reason against the step, before its particulars are looked at; empty where it may be taken."""
    checks = {
        "not_now": next_status(case.status, step) is None or step == Step.RECEIVE,
        "not_for_staff": step in RESIDENTS_STEPS - _ON_BEHALF and not by.is_resident,
        "not_for_residents": step not in RESIDENTS_STEPS and by.is_resident,
        "role": not by.is_resident and step in ROLES and by.role not in ROLES[step],
        "kind": case.kind not in ONLY_KINDS.get(step, (case.kind,)),
        "investigate_first": step == Step.ANSWER
        and case.kind in INVESTIGATE_FIRST
        and not _investigated(case),
        "clock_turned_back": at < case.entries[-1].at,
        "not_due_yet": step == Step.CHASE and not any(clock.due < at for clock in running_clocks(case)),
        "asked_before": step == Step.ASK_REVIEW and case.last(Step.ASK_REVIEW) is not None,
        "same_person": _is_same_person(case, step, by),
        "hold_state": step == (Step.HOLD if case.is_held else Step.RELEASE_HOLD),
        "nothing_to_review": step in _REVIEWS and publication(case).stage != Stage.DRAFTED,
        "extended_before": step == Step.EXTEND and _was_extended(case),
        "too_late_to_extend": step == Step.EXTEND and not _is_extendable(case, at),
        "not_to_be_published": step == Step.SUMMARISE and not case.submission.publish,
    }
    return tuple(code for code, refused in checks.items() if refused)


def steps_open_to(case: Case, by: Actor, at: datetime) -> frozenset[Step]:
    """Every step this person may take on the case now."""
    return frozenset(step for step in allowed_steps(case.status) if not refusals(case, step, by=by, at=at))


# Told on the phone, typed in by staff: everything else of the resident's she does by her code.
_ON_BEHALF = frozenset(
    {Step.ADD_FACTS, Step.MESSAGE, Step.ASK_REVIEW, Step.OBJECT, Step.WITHDRAW, Step.CHASE}
)
_REVIEWS = frozenset({Step.APPROVE, Step.SEND_BACK})


def _investigated(case: Case) -> bool:
    return any(entry.step == Step.INVESTIGATE for entry in case.round)


def _was_extended(case: Case) -> bool:
    return any(entry.step == Step.EXTEND for entry in case.round)


def _is_extendable(case: Case, at: datetime) -> bool:
    """A limit is extended while it runs; one that was missed stays missed."""
    return any(clock.step in EXTENDABLE and clock.due >= at for clock in running_clocks(case))


def _is_same_person(case: Case, step: Step, by: Actor) -> bool:
    """Four eyes: a summary is approved by neither its author nor the one who answered; a review is another's."""
    answered = case.last(Step.ANSWER, Step.FINISH, Step.REFUSE, Step.TRANSFER)
    handler = answered.by if answered else None
    if step == Step.RECONSIDER:
        return by.account == handler
    if step in _REVIEWS:
        return by.account in (publication(case).author, handler)
    if step == Step.WITHHOLD:
        state = publication(case)
        return state.stage == Stage.WITHHOLDING_PROPOSED and state.decided_by == by.account
    return False


def _refused_by_content(case: Case, step: Step, said: Particulars) -> tuple[str, ...]:
    if step == Step.APPROVE:
        return _refused_approval(publication(case), said)
    if step == Step.COUNT_ONLY and getattr(said, "reason", None) in _COMPUTED_REASONS:
        return ("particular:reason",)
    return ()


def _refused_approval(state: Publication, said: Any) -> tuple[str, ...]:
    assert state.summary is not None, "only a drafted summary can be reviewed"
    reasons = []
    if not said.read_all:
        reasons.append("read_all")
    if said.sha256 != summary_digest(state.summary):
        reasons.append("summary_changed")
    if state.sensitive:
        reasons.append("sensitive")
    return tuple(reasons)


# Set by the gate or by the resident, never picked by a reviewer.
_COMPUTED_REASONS = frozenset({CountedReason.SMALL_GROUP, CountedReason.OBJECTION, CountedReason.WITHDRAWN})
