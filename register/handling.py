"""Taking a step: the one way in which a case changes. Who may take it, what it must say, what follows from it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from pydantic import ValidationError

from register.aside import set_aside
from register.case import Case, CaseEntry
from register.clocks import running_clocks
from register.clockwork import EXTENDABLE, Clockwork
from register.erasure import erasure
from register.errors import StepRefused
from register.pauses import need_another
from register.publication import Publication, Stage, publication, summary_digest
from register.steps import PARTICULARS, Particulars
from register.terms import RESIDENTS_STEPS, CountedReason, ErasePart, EraseReason, Kind, Role, Status, Step
from register.transitions import (
    ANSWERING,
    INVESTIGATE_FIRST,
    OFFICE,
    ONLY_KINDS,
    ROLES,
    SETTLED,
    allowed_steps,
    next_status,
)
from register.vouching import is_noted_withdrawal, unconfirmed

RESIDENT = "resident"
SYSTEM = "system"


@dataclass(frozen=True)
class Actor:
    """Who takes a step: a staff account with its role, or the resident (role None).

    `barred` are the accounts in whose matters her second word does not count yet (`register.custody`).
    """

    account: str
    role: Role | None
    barred: frozenset[str] = frozenset()

    @property
    def is_resident(self) -> bool:
        return self.account == RESIDENT

    @property
    def is_system(self) -> bool:
        return self.account == SYSTEM


THE_RESIDENT = Actor(RESIDENT, None)


def take_step(
    case: Case,
    step: Step,
    *,
    by: Actor,
    at: datetime,
    particulars: dict[str, Any],
    clockwork: Clockwork,
    noted: datetime | None = None,
) -> Case:
    """The case with the step taken. `particulars` are as `PARTICULARS[step]` asks.

    `noted` is now, where the step is written down after it was taken at `at` (`register.vouching`).

    Raises StepRefused with every reason at once; the case is unchanged then.
    """
    case = clockwork.run_on(case, at)
    reasons = refusals(case, step, by=by, at=at)
    said: Particulars | None = None
    try:
        said = PARTICULARS[step].model_validate(particulars)
    except ValidationError as problem:
        reasons += _faulty_particulars(step, problem)
    if said is not None and not reasons:
        reasons = _refused_by_content(case, step, said, by)
    if reasons or said is None:
        raise StepRefused(step, case.status, reasons, sorted(steps_open_to(case, by, at)))
    later = noted if noted and noted > at else None
    entry = CaseEntry(step=step, by=by.account, at=at, noted=later, particulars=said.model_dump(mode="json"))
    return _followed(case.with_entry(entry.model_copy(update={"limits": clockwork.started_by(case, entry)})))


def _followed(case: Case) -> Case:
    """What a step does besides being noted: contact details go as soon as their erasure, or that of all, is decided.

    What retention lets go is gone; otherwise the gate keeps it until nothing of the case can be published anew.
    """
    last = case.entries[-1]
    if last.step != Step.ERASE or not _contact_goes(case, last):
        return case
    aside = () if last.by == SYSTEM else set_aside(case, None)
    return case.model_copy(update={"contact": None, "aside": aside})


def _contact_goes(case: Case, last: CaseEntry) -> bool:
    if last.particulars["part"] == ErasePart.CASE:
        return erasure(case).decided_at is not None
    before = case.model_copy(update={"entries": case.entries[:-1]})
    return last.by == SYSTEM or erasure(before).lets_contact_go(last.by)


def refusals(case: Case, step: Step, *, by: Actor, at: datetime) -> tuple[str, ...]:
    """The codes of every reason against the step, before its particulars are looked at; empty where it may be taken.

    Their words are in `site_templates/wording/register.toml`, section `refusal`.
    """
    asked = _Asked(case, step, by, at)
    return tuple(code for code, refuses in CHECKS.items() if refuses(asked))


def steps_open_to(case: Case, by: Actor, at: datetime) -> frozenset[Step]:
    """Every step this person may take on the case now."""
    return frozenset(step for step in allowed_steps(case.status) if not refusals(case, step, by=by, at=at))


@dataclass(frozen=True)
class _Asked:
    """A step that somebody wants to take."""

    case: Case
    step: Step
    by: Actor
    at: datetime

    def has_taken(self, step: Step) -> bool:
        """Whether the step was taken in this round of the handling."""
        return any(entry.step == step for entry in self.case.round)


# Told on the phone, typed in by staff: everything else of the resident's she does by her code.
_ON_BEHALF = RESIDENTS_STEPS - {Step.RATE, Step.UPDATE_CONTACT}
_REVIEWS = frozenset({Step.APPROVE, Step.SEND_BACK})


def _is_wrong_role(asked: _Asked) -> bool:
    if asked.by.is_system:
        return asked.step in ROLES and asked.step != Step.ERASE
    return not asked.by.is_resident and asked.by.role not in ROLES.get(asked.step, OFFICE)


def _lacks_investigation(asked: _Asked) -> bool:
    must = asked.step == Step.ANSWER and asked.case.kind in INVESTIGATE_FIRST
    return must and not asked.has_taken(Step.INVESTIGATE)


def _lacks_answer(asked: _Asked) -> bool:
    """Work may end a repair; a complaint is answered in words, whatever work follows."""
    must = asked.step == Step.FINISH and asked.case.kind != Kind.REPAIR
    return must and not asked.has_taken(Step.ANSWER)


def _is_too_late_to_extend(asked: _Asked) -> bool:
    """A limit is extended while it runs; one that was missed stays missed."""
    return not any(c.step in EXTENDABLE and c.due >= asked.at for c in running_clocks(asked.case))


def first_words(case: Case, step: Step) -> frozenset[str]:
    """Four eyes: the accounts to which the step is the second word, so that none of them may take it.

    A summary is approved by neither its author nor the one who answered, and neither of them takes the case out of what is
    listed; nor does she who noted that the resident objects. A review is another's. What several people noted, each of them
    confirms of the others. A pause that goes on, or has lasted its time, is prolonged by somebody else.
    """
    if step == Step.PAUSE:
        return need_another(case)
    if step == Step.CONFIRM:
        return frozenset(entry.by for entry in unconfirmed(case))
    answered = case.last(*ANSWERING)
    handler = answered.by if answered else None
    state = publication(case)
    began = state.decided_by if state.stage in (Stage.WITHHOLDING_PROPOSED, Stage.OBJECTION_NOTED) else None
    said = {
        Step.RECONSIDER: (handler,),
        **dict.fromkeys(_REVIEWS, (state.author, handler)),
        Step.COUNT_ONLY: (state.author, handler, began),
        Step.WITHHOLD: (began if state.stage == Stage.WITHHOLDING_PROPOSED else None,),
    }
    return frozenset(account for account in said.get(step, ()) if account)


def _is_same_person(asked: _Asked) -> bool:
    words = first_words(asked.case, asked.step)
    if asked.step == Step.CONFIRM:
        return words == {asked.by.account}
    return asked.by.account in words and asked.step != Step.PAUSE


def _is_withdrawn_already(asked: _Asked) -> bool:
    """Only the resident withdraws what is withdrawn: her word for what staff noted."""
    again = asked.step == Step.WITHDRAW and asked.case.status == Status.WITHDRAWN
    return again and not (asked.by.is_resident and _waits_for_her(asked.case))


def _waits_for_her(case: Case) -> bool:
    return any(map(is_noted_withdrawal, unconfirmed(case)))


CHECKS: dict[str, Callable[[_Asked], bool]] = {
    "not_now": lambda a: next_status(a.case.status, a.step) is None,
    "not_for_staff": lambda a: a.step in RESIDENTS_STEPS - _ON_BEHALF and not a.by.is_resident,
    "not_for_residents": lambda a: a.step not in RESIDENTS_STEPS and a.by.is_resident,
    "role": _is_wrong_role,
    "kind": lambda a: a.case.kind not in ONLY_KINDS.get(a.step, (a.case.kind,)),
    "investigate_first": _lacks_investigation,
    "answer_first": _lacks_answer,
    "clock_turned_back": lambda a: a.at < a.case.entries[-1].at,
    "not_due_yet": lambda a: a.step == Step.CHASE and not any(c.due < a.at for c in running_clocks(a.case)),
    "asked_before": lambda a: a.step == Step.ASK_REVIEW and a.case.last(Step.ASK_REVIEW) is not None,
    "same_person": _is_same_person,
    "one_hand": lambda a: bool(a.by.barred & first_words(a.case, a.step)),
    "nothing_to_confirm": lambda a: a.step == Step.CONFIRM and not unconfirmed(a.case),
    "withdrawn_already": _is_withdrawn_already,
    "withdrawal_unconfirmed": lambda a: a.step == Step.ARCHIVE and _waits_for_her(a.case),
    "pause_spent": lambda a: a.step == Step.PAUSE and a.by.account in need_another(a.case),
    "by_decree": lambda a: a.step == Step.SETTLE,
    "not_linked": lambda a: a.step == Step.UNLINK and not a.case.links,
    "hold_state": lambda a: a.step == (Step.HOLD if a.case.is_held else Step.RELEASE_HOLD),
    "nothing_to_review": lambda a: a.step in _REVIEWS and publication(a.case).stage != Stage.DRAFTED,
    "already_withheld": lambda a: a.step == Step.WITHHOLD and publication(a.case).stage == Stage.WITHHELD,
    "extended_before": lambda a: a.step == Step.EXTEND and a.has_taken(Step.EXTEND),
    "too_late_to_extend": lambda a: a.step == Step.EXTEND and _is_too_late_to_extend(a),
    "not_to_be_published": lambda a: a.step == Step.SUMMARISE and not a.case.submission.publish,
    "objected": lambda a: a.step == Step.SUMMARISE and publication(a.case).objected,
}
FOUR_EYES: Final = frozenset({"same_person", "one_hand"})
"""Refusals that say that another person must do it."""
# What only the particulars of an approval show.
APPROVAL_CODES = ("read_all", "summary_changed", "sensitive")


def _faulty_particulars(step: Step, problem: ValidationError) -> tuple[str, ...]:
    """`particular:NAME` for every field that is wrong; `particular:-` for what the step does not know."""
    names = [str(error["loc"][0]) if error["loc"] else "-" for error in problem.errors()]
    known = PARTICULARS[step].model_fields
    return tuple(dict.fromkeys(f"particular:{name if name in known else '-'}" for name in names))


def _refused_by_content(case: Case, step: Step, said: Particulars, by: Actor) -> tuple[str, ...]:
    if step == Step.ERASE:
        return _refused_erasure(case, said, by)
    if step == Step.APPROVE:
        return _refused_approval(publication(case), said)
    if step == Step.COUNT_ONLY and getattr(said, "reason", None) not in counting_reasons(case):
        return ("particular:reason",)
    if step in (Step.LINK, Step.UNLINK) and not _can_link(case, step, getattr(said, "number", "")):
        return ("particular:number",)
    return ()


def _can_link(case: Case, step: Step, number: str) -> bool:
    """A case is linked to another one, once; only what is linked is unlinked."""
    linked = number in case.links
    return linked if step == Step.UNLINK else not linked and number != case.number


# What only the particulars of an erasure show.
ERASURE_CODES = ("nothing_to_erase", "not_at_rest", "same_person", "already_erased")


def _refused_erasure(case: Case, said: Any, by: Actor) -> tuple[str, ...]:
    """Retention is the system's to apply. A record goes when it is at rest, by the same decision of two people.

    So do contact details, at any time, unless the resident asked by her code: whoever answers for a complaint must not be alone in making
    it one that nobody can be told the answer of.
    """
    if (said.reason == EraseReason.RETENTION_ENDED) != by.is_system:
        return ("particular:reason",)
    state = erasure(case)
    if said.part == ErasePart.CONTACT:
        refused = {
            "nothing_to_erase": case.contact is None,
            "same_person": state.contact_by == by.account and not state.by_code,
            "one_hand": state.contact_by in by.barred,
        }
        return tuple(code for code, is_so in refused.items() if is_so)
    refused = {
        "not_at_rest": case.status not in SETTLED or case.is_held,
        "same_person": state.proposed_by == by.account and state.decided_at is None,
        "already_erased": state.decided_at is not None,
        "one_hand": state.proposed_by in by.barred,
    }
    return tuple(code for code, is_so in refused.items() if is_so)


def _refused_approval(state: Publication, said: Any) -> tuple[str, ...]:
    assert state.summary is not None, "only a drafted summary can be reviewed"
    refused = (
        not said.read_all,
        said.sha256 != summary_digest(state.summary),
        bool(state.sensitive),
    )
    return tuple(code for code, is_so in zip(APPROVAL_CODES, refused, strict=True) if is_so)


def counting_reasons(case: Case) -> tuple[CountedReason, ...]:
    """What a reviewer may count a case for: the objection that staff noted, else her own reasons. The gate sets the others."""
    if publication(case).stage == Stage.OBJECTION_NOTED:
        return (CountedReason.OBJECTION,)
    return (CountedReason.SENSITIVE, CountedReason.REVIEWER_DECIDED)
