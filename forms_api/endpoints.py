"""The way of a form: questions, check page, sending, receipt. Nothing is stored before the last step."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from forms_api import sealing, text
from forms_api.answers import AskedForm, Problem, check_answers
from forms_api.counter import Counter
from forms_api.description import Description
from forms_api.instance import FormInstance
from forms_api.intake import HONEYPOT, suspicion, take_in
from forms_api.moments import show_moment
from forms_api.pages import has_alarm, shown_answer
from forms_api.refusals import Refused
from forms_api.visit import SWITCH, TOKEN, Visit
from register.case import Case, Contact, Submission
from register.errors import CaseErased, CaseNotFound, StorageFailed
from register.handling import SYSTEM, Actor, take_step
from register.intake import InstanceReused, open_case
from register.numbers import show_proof_code, show_query_code
from register.receipt import Receipt
from register.terms import HoldReason, Step

CHANGE = "_change"
SEAL = "_seal"
THE_SYSTEM = Actor(SYSTEM, None)


@dataclass(frozen=True)
class Sent:
    """What was posted, with the instance it was posted under."""

    fields: dict[str, str]
    token: str
    instance: FormInstance

    @property
    def answers(self) -> dict[str, str]:
        """The answers and the trap, without what the page added."""
        return {name: value for name, value in self.fields.items() if not name.startswith("_")}


async def questions(counter: Counter, form: AskedForm, request: Request) -> Response:
    """GET shows the form; POST shows the check page, or the form again with what is to be put right (422)."""
    visit = Visit(counter, request)
    if not visit.is_post:
        return show_questions(visit, form, {})
    sent = await read_sent(visit, form)
    if CHANGE in sent.fields or SWITCH in sent.fields:
        return show_questions(visit, form, sent.answers, token=sent.token, focus=sent.fields.get(CHANGE, ""))
    stale = why_stale(sent.instance, form, counter)
    if stale:
        return show_questions(visit, form, sent.answers, stale=stale)
    taken = taken_in(visit, form, sent)
    if isinstance(taken, list):
        return show_questions(visit, form, sent.answers, token=sent.token, problems=taken)
    return show_check(visit, form, sent)


async def send(counter: Counter, form: AskedForm, request: Request) -> Response:
    """Keep the case, durably, and go on to its receipt (303). Sending again leads to the same receipt."""
    visit = Visit(counter, request)
    sent = await read_sent(visit, form)
    stale = why_stale(sent.instance, form, counter)
    if stale:
        return show_questions(visit, form, sent.answers, stale=stale)
    if not sealing.is_sealed(counter.keys, sent.token, sent.answers, sent.fields.get(SEAL, "")):
        raise Refused(400, "not_checked")
    taken = taken_in(visit, form, sent)
    if isinstance(taken, list):
        return show_questions(visit, form, sent.answers, token=sent.token, problems=taken)
    suspected = suspicion(sent.fields, sent.instance.age(counter.now()))
    try:
        kept = await run_in_threadpool(keep, counter, sent.instance, *taken, suspected)
    except InstanceReused:
        raise Refused(409, "sent_before") from None
    except CaseErased:
        raise Refused(410, "erased") from None
    except StorageFailed:
        return show_check(visit, form, sent, failed=True)
    view = sealing.seal_view(counter.keys, kept, now=counter.now(), draw=counter.draw)
    facts = {"number": kept.number, "query_code": kept.query, "proof_code": kept.proof}
    return visit.see(f"/f/receipt/{view}", facts)


async def receipt(counter: Counter, request: Request) -> Response:
    """The receipt, for half an hour: case number, codes, and what happens by when."""
    visit = Visit(counter, request)
    try:
        view = sealing.open_view(counter.keys, request.path_params["view"], now=counter.now())
        stored = await run_in_threadpool(counter.store.read, view.number)
    except sealing.ViewForged:
        raise Refused(404, "not_found") from None
    except (sealing.ViewExpired, CaseNotFound, CaseErased):
        raise Refused(410, "receipt_over") from None
    case = stored.record
    return visit.answer(
        "receipt.html",
        {"number": view.number, "query_code": view.query, "proof_code": view.proof},
        title=visit.say("receipt", f"title_{case.submission.kind}"),
        case=case,
        number=view.number,
        query=show_query_code(view.query),
        proof=show_proof_code(view.proof),
        received=show_moment(case.received, visit.language),
        steps=dated_steps(visit, case),
        later=later_steps(visit, case),
    )


def dated_steps(visit: Visit, case: Case) -> list[dict[str, Any]]:
    """What happens next by when, from the case's own clocks, nearest first."""
    return [
        {
            "what": visit.say("next_step", clock.step),
            "by": show_moment(clock.due, visit.language),
            "provisional": clock.provisional,
        }
        for clock in sorted(case.entries[0].limits, key=lambda clock: clock.due)
    ]


def later_steps(visit: Visit, case: Case) -> list[str]:
    """The promises that begin only with the answer, in the words of the standards."""
    version = visit.counter.book.standards.in_force(case.received)
    kind, urgency = case.submission.kind, case.submission.urgency
    begun_by = (Step.ANSWER, Step.FINISH, Step.FEED_BACK)
    return [
        standard.promise.say(visit.language)
        for step in begun_by
        for standard in version.starting(step, kind, urgency)
    ]


async def read_sent(visit: Visit, form: AskedForm) -> Sent:
    """The posted fields under their signed instance. Raises Refused."""
    known = (*form.description.names, HONEYPOT, TOKEN, SEAL, CHANGE, SWITCH)
    fields = await visit.fields(known)
    token = fields.get(TOKEN, "")
    return Sent(fields, token, visit.instance(token, form.description.id))


def why_stale(instance: FormInstance, form: AskedForm, counter: Counter) -> str:
    """Why the page must be drawn anew before it can be sent: the code of a sentence, or nothing."""
    if instance.is_expired(counter.now()):
        return "expired"
    return "changed" if instance.digest != form.digest else ""


def taken_in(visit: Visit, form: AskedForm, sent: Sent) -> tuple[Submission, Contact | None] | list[Problem]:
    received = visit.counter.now().replace(microsecond=0)
    consent = visit.counter.notice.digest
    return take_in(form, sent.answers, language=visit.language, received=received, consent=consent)


def keep(
    counter: Counter,
    instance: FormInstance,
    submission: Submission,
    contact: Contact | None,
    suspected: HoldReason | None,
) -> Receipt:
    """Open the case; a suspicious one is put on hold at once. Blocks until the disk has it."""
    opened = open_case(
        submission,
        contact,
        instance=instance.for_receipt,
        keys=counter.keys,
        store=counter.store,
        clockwork=counter.book.clockwork,
    )
    if suspected and opened.case.last(Step.HOLD) is None:
        hold(counter, opened.case.number, suspected)
    return opened.receipt


def hold(counter: Counter, number: str, reason: HoldReason) -> None:
    stored = counter.store.read(number)
    held = take_step(
        stored.record,
        Step.HOLD,
        by=THE_SYSTEM,
        at=stored.record.entries[-1].at,
        particulars={"reason": reason},
        clockwork=counter.book.clockwork,
    )
    counter.store.replace(stored, held)


def show_questions(
    visit: Visit,
    form: AskedForm,
    answers: Mapping[str, str],
    *,
    token: str = "",
    problems: list[Problem] | None = None,
    stale: str = "",
    focus: str = "",
) -> Response:
    """The form, with the answers kept; a fresh instance unless the one sent still holds."""
    counter, description = visit.counter, form.description
    token = token or counter.fresh_token(description.id, form.digest)
    errors = [
        {"field": problem.field, "code": problem.code, "message": explain(visit, description, problem)}
        for problem in problems or []
    ]
    kept = {name: text.without_refused(answers.get(name, "")) for name in description.names}
    return visit.answer(
        "questions.html",
        {
            "form": description.id,
            "instance": token,
            "fields": description.names,
            "errors": errors,
            "stale": stale,
        },
        status=422 if errors or stale else 200,
        form=description,
        notice=counter.notice,
        promises=first_promises(visit, description),
        token=token,
        answers=kept,
        errors=errors,
        error_of={error["field"]: error["message"] for error in errors},
        first_error=errors[0]["field"] if errors else "",
        stale=stale,
        focus=focus,
    )


def explain(visit: Visit, description: Description, problem: Problem) -> str:
    """The sentence for a problem: the question's own words where an answer is missing."""
    question = next(question for question in description.question if question.name == problem.field)
    if problem.code == "missing" and question.missing:
        return question.missing.say(visit.language)
    return visit.say("problem", problem.code, label=question.short.say(visit.language), **problem.values)


def first_promises(visit: Visit, description: Description) -> list[str]:
    """What we promise for this form, as the standards print it."""
    now = visit.counter.now()
    version = visit.counter.book.standards.in_force(now)
    return [
        standard.promise.say(visit.language)
        for standard in version.standard
        if standard.kind == description.kind
        and standard.urgency in (None, "ordinary")
        and standard.limit.starts == Step.RECEIVE
    ]


def show_check(visit: Visit, form: AskedForm, sent: Sent, *, failed: bool = False) -> Response:
    """What will be sent, each answer with a way back to change it. `failed`: the disk refused, nothing was kept."""
    counter, answers = visit.counter, sent.answers
    seal = sealing.seal_answers(counter.keys, sent.token, answers)
    checked = check_answers(form, answers)
    assert isinstance(checked, dict), "only answers without a problem come to the check page"
    shown = [
        (question, shown_answer(counter.pages, visit.language, question, checked[question.name]))
        for question in form.description.question
    ]
    return visit.answer(
        "check.html",
        {"instance": sent.token, "seal": seal, "failed": failed},
        status=503 if failed else 200,
        form=form.description,
        shown=shown,
        hidden_fields=answers | {TOKEN: sent.token, SEAL: seal},
        failed=failed,
        alarm=has_alarm(form.description, answers),
    )
