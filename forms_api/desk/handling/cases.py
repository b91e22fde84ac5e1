"""The page of one case: looking, taking a step, checking a summary, opening the contact details."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from starlette.responses import Response

from forms_api.answers import plain_reference
from forms_api.desk.handling import casework
from forms_api.desk.handling.correcting import correction
from forms_api.desk.handling.facts import facts
from forms_api.desk.handling.needs import is_escalated
from forms_api.desk.handling.related import related
from forms_api.desk.handling.stepforms import (
    FORMLESS,
    StepForm,
    expected_step,
    known_names,
    open_forms,
    particulars,
    refused_steps,
    typed_form,
)
from forms_api.desk.handling.templates import ANSWERING, FIELD, left_open, offers, started_from
from forms_api.desk.office import Visit
from forms_api.desk.policies import Forbidden
from forms_api.desk.publication.review import (
    check_clean,
    marked_answers,
    option_words,
    public_side,
    reworded_texts,
    said_to_be_words,
    scan_problems,
)
from forms_api.enclosures import SLOTS
from forms_api.refusals import Refused
from register.case import ENTRY, Case
from register.errors import RegisterBusy, StepRefused
from register.handling import FOUR_EYES, refusals, take_step
from register.stored import Stored
from register.terms import Step

SUMMARY_FIELDS = known_names(Step.SUMMARISE) | {"reword"}


def show_case(visit: Visit) -> Response:
    return case_page(visit, visit.read_case())


def back_to_case(visit: Visit) -> Response:
    """An address that only takes posts, opened or reloaded as a page."""
    return visit.see_other(f"/cases/{visit.read_case().record.number}")


def show_contact(visit: Visit) -> Response:
    """The case with its contact details opened; the look is in the log before the page is made."""
    stored = visit.read_case()
    visit.record("looked_at_contact", stored.record.number)
    return case_page(visit, stored, opened=True)


def known_step_names(path: Mapping[str, str]) -> frozenset[str]:
    """The names a step's form may send; none where the address names no step."""
    step = _step(path["step"])
    return known_names(step) if step else frozenset()


def take(visit: Visit) -> Response:
    """Take the step of the address. What is refused is said on the same page, with everything typed still there."""
    step = _step(visit.request.path_params["step"])
    stored = visit.read_case()
    if step is None or step == Step.NEW_CODE:
        raise Refused(404, "no_step")
    form = typed_form(stored.record, step, visit.office.staff.members(), visit.typed)
    if visit.typed.get("revision") != stored.revision:
        return _stale(visit, stored, form)
    form = said_to_be_words(visit, form)
    form = replace(form, problems={**form.problems, **scan_problems(visit, form), **_gaps(visit, form)})
    if form.problems:
        return case_page(visit, stored, typed=form, status=422)
    return _taken(visit, stored, form)


def show_typed(visit: Visit) -> Response:
    """The case with a step's form as it was typed; nothing is taken."""
    step = _step(visit.request.path_params["step"])
    if step is None:
        raise Refused(404, "no_step")
    stored = visit.read_case()
    form = typed_form(stored.record, step, visit.office.staff.members(), visit.typed)
    return case_page(visit, stored, typed=replace(form, problems={}))


def fill(visit: Visit) -> Response:
    """The case's page with an answer started from a template; nothing is kept yet, and nothing typed is lost."""
    step = _step(visit.request.path_params["step"])
    if step not in ANSWERING:
        raise Refused(404, "no_step")
    stored = visit.read_case()
    form = typed_form(stored.record, step, visit.office.staff.members(), visit.typed)
    form = _with_offers(visit, stored.record, form)
    chosen = next((offer for offer in form.offers if offer.key == visit.typed.get(FIELD)), None)
    if chosen is not None:
        form = replace(form, values=started_from(chosen, form.values))
    return case_page(visit, stored, typed=replace(form, problems={}))


def _with_offers(visit: Visit, case: Case, form: StepForm) -> StepForm:
    """The form of an answer with the templates that fit it and whose outcome can be chosen there."""
    if form.step not in ANSWERING:
        return form
    possible = {code for field in form.fields if field.name == "outcome" for code in field.options}
    found = offers(case, visit.office.templates, related(visit, case).linked_cases, visit.language)
    return replace(form, offers=tuple(one for one in found if one.values["outcome"] in possible))


def _taken(visit: Visit, stored: Stored[Case], form: StepForm) -> Response:
    clockwork, number = visit.office.book.clockwork, stored.record.number
    try:
        case = take_step(
            stored.record,
            form.step,
            by=visit.actor,
            at=visit.now,
            particulars=particulars(form),
            clockwork=clockwork,
        )
        check_clean(visit, stored.record, form.step)
        visit.office.store.replace(stored, case)
    except StepRefused as refused:
        return _refused(visit, stored, form, refused)
    except RegisterBusy:
        return _stale(visit, visit.read_case(), form)
    visit.record(form.step.value, number)
    return visit.see_other(f"/cases/{number}", visit.say("case", "saved", step=visit.say("verb", form.step)))


def _gaps(visit: Visit, form: StepForm) -> dict[str, str]:
    """An answer that still has a gap of its template is not finished."""
    text = str(form.values.get("text", ""))
    return {"text": "gap"} if left_open(text, visit.office.templates) else {}


def _refused(visit: Visit, stored: Stored[Case], form: StepForm, refused: StepRefused) -> Response:
    """Every reason in words, what is allowed instead, and what was typed. A matter of role is refused and logged."""
    if "role" in refused.reasons:
        raise Forbidden(form.step.value)
    fields = {r.removeprefix("particular:"): r for r in refused.reasons if r.startswith("particular:")}
    reasons = tuple(r for r in refused.reasons if not r.startswith("particular:"))
    if FOUR_EYES & set(reasons):
        visit.record(f"refused_{form.step.value}", stored.record.number)
    status = 403 if FOUR_EYES & set(reasons) else 422
    form = replace(form, problems={**fields, **({"": "refused"} if reasons else {})})
    return case_page(visit, stored, typed=form, reasons=reasons, status=status)


def check_summary(visit: Visit) -> Response:
    """Look a summary over without keeping it; `reword` puts the suggested words in the place of what was found."""
    stored = visit.read_case()
    form = typed_form(stored.record, Step.SUMMARISE, visit.office.staff.members(), visit.typed)
    if "reword" in visit.typed:
        form = replace(form, values={**form.values, **reworded_texts(visit, form.values)}, problems={})
    return case_page(visit, stored, typed=form, checked=True)


def _stale(visit: Visit, stored: Stored[Case], form: StepForm) -> Response:
    """Somebody saved meanwhile: what changed, and what was typed, ready to be saved again. A double click is no change."""
    case = stored.record
    if _is_just_taken(visit, case, form):
        return visit.see_other(f"/cases/{case.number}")
    seen = visit.typed.get("seen", "")
    since = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 6 else len(case.entries) - 1
    wording = visit.office.pages.wording
    return visit.page(
        "stale.html",
        409,
        case=case,
        revision=stored.revision,
        changes=casework.history(case, visit.language, wording, since),
        form=form,
        reasons=refusals(case, form.step, by=visit.actor, at=visit.now),
        option=option_words(visit),
    )


def _is_just_taken(visit: Visit, case: Case, form: StepForm) -> bool:
    """Whether the latest entry is this very step with these very words: the button was pressed twice."""
    last = case.entries[-1]
    said = {k: v for k, v in last.particulars.items() if v not in ("", [], False)}
    typed = {k: v for k, v in form.values.items() if v not in ("", [], False)}
    return (last.step, last.by) == (form.step, visit.member.account) and {**typed} == {
        **said,
        **_numbers(said),
    }


def _numbers(said: Mapping[str, Any]) -> dict[str, str]:
    return {k: str(v) for k, v in said.items() if isinstance(v, int) and not isinstance(v, bool)}


def case_page(
    visit: Visit,
    stored: Stored[Case],
    *,
    typed: StepForm | None = None,
    reasons: tuple[str, ...] = (),
    opened: bool = False,
    checked: bool = False,
    status: int = 200,
) -> Response:
    """The whole page. `typed` is a form that came back, shown open with its problems, or its words where it has no place."""
    case, wording = stored.record, visit.office.pages.wording
    forms = open_forms(case, visit.actor, visit.now, visit.office.staff.members())
    unplaced = _without_a_place(typed, forms)
    forms = tuple(_with_offers(visit, case, _as_typed(form, typed)) for form in forms)
    contact = case.contact if opened or not case.contact else casework.masked(case.contact)
    return visit.page(
        "case.html",
        status,
        case=case,
        revision=stored.revision,
        stages=casework.stages(case, visit.language, wording),
        limits=casework.limits(case, visit.now, visit.language),
        history=casework.history(case, visit.language, wording),
        contact=contact,
        opened=opened,
        words=marked_answers(visit, case),
        forms=[form for form in forms if form.group != "publish"],
        refused=refused_steps(case, visit.actor, visit.now),
        typed=typed,
        unplaced=unplaced,
        reasons=reasons,
        expected=expected_step(case),
        related=related(visit, case),
        correction=correction(case, visit.actor, visit.now),
        escalated=is_escalated(facts(case), visit.now),
        slots=SLOTS,
        objected_to=plain_reference(case.submission.answers.get(ENTRY, "")),
        wanted_step=visit.request.query_params.get("step", ""),
        option=option_words(visit),
        **public_side(visit, case, {form.step: form for form in forms}, typed, checked),
    )


def _as_typed(form: StepForm, typed: StepForm | None) -> StepForm:
    """The form as it came back, where it is the one that did."""
    return replace(typed, expected=form.expected) if typed and typed.step == form.step else form


def _without_a_place(typed: StepForm | None, forms: Iterable[StepForm]) -> list[str]:
    """What was typed into a form that cannot be shown any more, so that nothing typed is lost."""
    if typed is None or typed.step in {form.step for form in forms}:
        return []
    return [text for text in typed.values.values() if isinstance(text, str) and text]


def _step(code: str) -> Step | None:
    """The step of an address, where a form takes it."""
    return Step(code) if code in set(Step) - FORMLESS else None
