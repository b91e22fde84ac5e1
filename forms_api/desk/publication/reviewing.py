"""The pages `/review` and `/review/NUMBER`: summaries that wait for another person, and her decision.

An outside reviewer works here alone. She may be a neighbour, who would know the resident by her words: she sees what would
be published and what the checks found, never the resident's words, contact details, photos or the notes of the office.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from starlette.responses import Response

from forms_api.desk.handling.facts import WAITING
from forms_api.desk.handling.marking import marked
from forms_api.desk.handling.stepforms import StepForm, known_names, open_forms, particulars, typed_form
from forms_api.desk.handling.todo import show_todo
from forms_api.desk.office import Visit
from forms_api.desk.policies import Forbidden, may
from forms_api.desk.publication.checks import Check, alike_in_period, system_checks
from forms_api.desk.publication.review import (
    REVIEW_STEPS,
    Marked,
    check_clean,
    marked_answers,
    option_words,
    public_side,
)
from forms_api.desk.publication.spans import moment
from forms_api.refusals import Refused
from register.case import OUTCOME_STEPS, Case
from register.errors import RegisterBusy, StepRefused
from register.handling import FOUR_EYES, first_words, refusals, take_step
from register.publication import Publication, Stage, publication
from register.stored import Stored
from register.terms import Step

SHOWN: Final = frozenset({*REVIEW_STEPS, Step.SUMMARISE})
FROM_OUTSIDE: Final = frozenset({Stage.DRAFTED})
_SECOND_WORD: Final = {Stage.WITHHOLDING_PROPOSED: Step.WITHHOLD, Stage.OBJECTION_NOTED: Step.COUNT_ONLY}


@dataclass(frozen=True)
class Waiting:
    """One line of the list. `mine`: this person wrote the summary or gave the answer, so another must decide."""

    case: Case
    public: Publication
    since: datetime
    mine: bool


def show_home(visit: Visit) -> Response:
    """The to-do list; to whoever has none, the summaries that wait."""
    return show_todo(visit) if may(visit.member.role, "inside") else visit.see_other("/review")


def show_reviews(visit: Visit) -> Response:
    """What waits for review: what this person may decide first, the oldest first."""
    held, everything = visit.holdings
    waiting = [
        _waiting(visit, held.cases[one.number].record) for one in everything if one.stage in _stages(visit)
    ]
    waiting.sort(key=lambda one: (one.mine, one.since))
    return visit.page("reviews.html", waiting=waiting)


def known_decision_names(path: Mapping[str, str]) -> frozenset[str]:
    """The names a decision's form may send; none where the address names no decision."""
    step = _decision(path["step"])
    return known_names(step) if step else frozenset()


def show_review(visit: Visit) -> Response:
    return _page(visit, visit.read_case())


def show_typed(visit: Visit) -> Response:
    """The summary with the form of a decision as it was typed; nothing is decided."""
    stored, form = _typed(visit)
    return _page(visit, stored, replace(form, problems={}))


def _typed(visit: Visit) -> tuple[Stored[Case], StepForm]:
    """The case and the form of the decision in the address, as it was typed. Raises Refused where none waits."""
    step = _decision(visit.request.path_params["step"])
    if step is None:
        raise Refused(404, "no_step")
    stored = visit.read_case()
    _check_waits(visit, stored.record)
    return stored, typed_form(stored.record, step, visit.office.staff.members(), visit.typed)


def decide(visit: Visit) -> Response:
    """Take the decision of the address and go on to the next summary."""
    stored, form = _typed(visit)
    if visit.typed.get("revision") != stored.revision:
        return _page(visit, stored, form, ("changed_meanwhile",), 409)
    if form.problems:
        return _page(visit, stored, form, status=422)
    try:
        case = take_step(
            stored.record,
            form.step,
            by=visit.actor,
            at=visit.now,
            particulars=particulars(form),
            clockwork=visit.office.book.clockwork,
        )
        check_clean(visit, stored.record, form.step)
        visit.office.store.replace(stored, case)
    except StepRefused as refused:
        return _refused(visit, stored, form, refused)
    except RegisterBusy:
        return _page(visit, visit.read_case(), form, ("changed_meanwhile",), 409)
    visit.record(form.step.value, case.number)
    return visit.see_other("/review", visit.say("case", "saved", step=visit.say("verb", form.step)))


def _refused(visit: Visit, stored: Stored[Case], form: StepForm, refused: StepRefused) -> Response:
    """Why, with what was typed still there. A matter of role or of four eyes is refused and logged."""
    if "role" in refused.reasons:
        raise Forbidden(form.step.value)
    if FOUR_EYES & set(refused.reasons):
        visit.record(f"refused_{form.step.value}", stored.record.number)
    fields = {r.removeprefix("particular:"): r for r in refused.reasons if r.startswith("particular:")}
    reasons = tuple(r for r in refused.reasons if not r.startswith("particular:"))
    status = 403 if FOUR_EYES & set(reasons) else 422
    return _page(visit, stored, replace(form, problems=fields), reasons, status)


def _page(
    visit: Visit,
    stored: Stored[Case],
    typed: StepForm | None = None,
    reasons: tuple[str, ...] = (),
    status: int = 200,
) -> Response:
    case = stored.record
    if publication(case).stage not in _stages(visit):
        if may(visit.member.role, "inside"):
            return visit.see_other(f"/cases/{case.number}", visit.say("review", "decided_already"))
        raise Refused(404, "not_for_review")
    forms = _forms(visit, case, typed)
    side = public_side(visit, case, forms, None, False)
    said = marked_answers(visit, case)
    rules = visit.office.book.rules
    return visit.page(
        "review.html",
        status,
        case=case,
        revision=stored.revision,
        typed=typed,
        reasons=reasons,
        option=option_words(visit),
        inside=may(visit.member.role, "inside"),
        words=said,
        answer=_answer(visit, case),
        measures=_measures(case),
        checks=system_checks(
            case,
            side["public"],
            said=said,
            offered=side["offered"],
            alike=alike_in_period(case, visit.holdings[1], rules.periods),
            k=rules.thresholds.k,
            doubts=_one_hand(visit, case),
        ),
        **side,
    )


def _one_hand(visit: Visit, case: Case) -> Iterator[Check]:
    """Why this reviewer and the author, or the handler, may be one person."""
    custody = visit.office.custody.look()
    for account in sorted(first_words(case, Step.APPROVE)):
        why = custody.suspicion(visit.member.account, account)
        if why:
            names = {
                "name": visit.name_of(why.account),
                "by": visit.name_of(why.by),
                "at": moment(why.at, visit.now),
            }
            yield Check("doubt", "one_hand", names)


def _forms(visit: Visit, case: Case, typed: StepForm | None) -> dict[Step, StepForm]:
    """The forms of a decision, by step; one that came back as it was typed."""
    opened = open_forms(case, visit.actor, visit.now, visit.office.staff.members())
    forms = {form.step: form for form in opened if form.step in SHOWN}
    return {**forms, typed.step: typed} if typed is not None and typed.step in forms else forms


def _waiting(visit: Visit, case: Case) -> Waiting:
    state = publication(case)
    entry = case.last(Step.SUMMARISE, Step.WITHHOLD, Step.OBJECT)
    step = _SECOND_WORD.get(state.stage, Step.COUNT_ONLY if state.sensitive else Step.APPROVE)
    against = refusals(case, step, by=visit.actor, at=visit.now)
    return Waiting(case, state, entry.at if entry else case.received, bool(FOUR_EYES & set(against)))


def _check_waits(visit: Visit, case: Case) -> None:
    """A case that waits for no review is none of an outsider's business. Raises Refused."""
    if publication(case).stage not in _stages(visit) and not may(visit.member.role, "inside"):
        raise Refused(404, "not_for_review")


def _stages(visit: Visit) -> frozenset[Stage]:
    return WAITING if may(visit.member.role, "inside") else FROM_OUTSIDE


def _answer(visit: Visit, case: Case) -> Marked:
    """What the office told the resident, with what the scan found in it."""
    entry = case.last(*OUTCOME_STEPS)
    text = str(entry.particulars.get("text") or "") if entry else ""
    scan = visit.scan
    return [("text", marked(text, scan(text, "zh")))] if text else []


def _measures(case: Case) -> list[str]:
    entry = case.last(*OUTCOME_STEPS)
    return [str(code) for code in (entry.particulars.get("measures") or ())] if entry else []


def _decision(code: str) -> Step | None:
    return Step(code) if code in set(REVIEW_STEPS) else None
