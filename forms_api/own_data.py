"""A resident's own data: everything that is kept of her case, her contact details to change or take away, erasure to ask for."""

from collections.abc import Mapping, Sequence

from pydantic_core import PydanticCustomError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from forms_api.answers import Problem, check_value
from forms_api.counter import Counter
from forms_api.description import CONTACT_FIELDS, Question
from forms_api.keeping import change_case
from forms_api.kept_data import contact_questions, kept_days, said_by_her
from forms_api.progress import offered_steps
from forms_api.refusals import Refused
from forms_api.step_posts import FORM
from forms_api.tracking import ask_code, find
from forms_api.visit import INSTANCE, SWITCH, Visit
from register.aside import may_be_published
from register.case import Case, Contact
from register.contacts import update_contact
from register.erasure import erasure
from register.errors import CaseErased, CaseNotFound, RegisterBusy, StepRefused, StorageFailed
from register.numbers import parse_query_code
from register.terms import Step

REMOVE = "remove"


async def own_data(counter: Counter, request: Request) -> Response:
    """POST: the page of all that is kept of the case a code opens."""
    visit, code, case, _ = await _opened(counter, request, ())
    if case is None:
        return ask_code(visit, problem="code_unknown", status=404)
    return show_data(visit, code, case)


async def change_contact(counter: Counter, request: Request) -> Response:
    """POST: her contact details as they are from now on, or none; the old ones are gone at once."""
    visit, code, case, fields = await _opened(counter, request, (*CONTACT_FIELDS, REMOVE, SWITCH))
    if case is None:
        return ask_code(visit, problem="code_unknown", status=404)
    typed = {} if REMOVE in fields else {name: fields.get(name, "") for name in CONTACT_FIELDS}
    if SWITCH in fields:
        return show_data(visit, code, case, typed=typed)
    given = read_contact(counter, typed)
    if isinstance(given, list):
        return show_data(visit, code, case, typed=typed, problems=given, status=422)
    banner = "contact_changed" if given else "contact_removed"
    try:
        changed = await run_in_threadpool(_update, counter, case.number, given)
    except (StepRefused, CaseNotFound, CaseErased, RegisterBusy):
        return show_data(visit, code, case, typed=typed, banner="act_refused", status=409)
    except StorageFailed:
        return show_data(visit, code, case, typed=typed, banner="act_failed", status=503)
    return show_data(visit, code, changed, banner=banner)


def read_contact(counter: Counter, typed: Mapping[str, str]) -> Contact | list[Problem] | None:
    """The contact details in their one spelling, None where there are none left, or every problem with them."""
    checked: dict[str, str] = {}
    problems: list[Problem] = []
    for question in contact_questions(counter):
        try:
            checked[question.name] = check_value(question, typed.get(question.name, ""))
        except PydanticCustomError as problem:
            problems.append(Problem(problem.type, question.name, problem.context or {}))
    contact = Contact(**checked)
    return problems or (contact if contact.values() else None)


async def _opened(
    counter: Counter, request: Request, known: tuple[str, ...]
) -> tuple[Visit, str, Case | None, Mapping[str, str]]:
    """The visit, the code, the case it opens, and what was sent. Raises Refused."""
    visit = Visit(counter, request)
    fields = await visit.fields(("code", INSTANCE, *known))
    visit.instance(fields.get(INSTANCE, ""), FORM)
    code = parse_query_code(fields.get("code", ""))
    if code is None:
        raise Refused(400, "bad_request")
    stored = await find(visit, code)
    return visit, code, stored.record if stored else None, fields


def _update(counter: Counter, number: str, contact: Contact | None) -> Case:
    """The case with the contact details; the same ones sent twice are noted once."""

    def updated(case: Case) -> Case:
        if case.contact == contact:
            return case
        now = counter.now()
        if Step.MESSAGE not in offered_steps(case, now, None) or erasure(case).decided_at:
            raise StepRefused(Step.UPDATE_CONTACT, case.status, ["not_offered"])
        return update_contact(case, contact, at=now, clockwork=counter.book.clockwork)

    return change_case(counter.store, number, updated)


def show_data(
    visit: Visit,
    code: str,
    case: Case,
    *,
    typed: Mapping[str, str] | None = None,
    problems: list[Problem] | None = None,
    banner: str = "",
    status: int = 200,
) -> Response:
    """The page. What was typed comes back where it was not kept."""
    kept, contact = said_by_her(visit, case), case.contact
    asked = contact_questions(visit.counter)
    errors = {problem.field: explain(visit, asked, problem) for problem in problems or []}
    return visit.answer(
        "own_data.html",
        {
            "number": case.number,
            "kept": {one.label: one.value for one in kept},
            "contact": contact.model_dump() if contact else None,
            "errors": errors,
            "code": banner,
        },
        status=status,
        case=case,
        code=code,
        token=visit.counter.fresh_token(FORM, ""),
        kept=kept,
        contact=contact,
        questions=asked,
        typed=typed if typed is not None else contact.model_dump() if contact else {},
        errors=errors,
        banner=banner,
        days=kept_days(visit, case),
        aside=case.aside,
        may_be_published=may_be_published(case),
        erasure=erasure(case),
        can_ask=Step.ASK_ERASURE in offered_steps(case, visit.counter.now(), None),
    )


def explain(visit: Visit, asked: Sequence[Question], problem: Problem) -> str:
    """The sentence for what is wrong with one of the contact details."""
    label = next(q.short for q in asked if q.name == problem.field).say(visit.language)
    return visit.say("problem", problem.code, label=label, **problem.values)
