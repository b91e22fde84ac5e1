"""The two pages of a form: the questions, and the check page before anything is sent."""

from collections.abc import Sequence

from starlette.responses import Response

from forms_api import sealing, text
from forms_api.answers import AskedForm, Problem, check_answers, plain_reference
from forms_api.description import Description
from forms_api.enclosures import FAILED, NOTHING, PHOTOS, SLOTS
from forms_api.pages import has_alarm, shown_answer
from forms_api.photos import PhotoFault
from forms_api.sent import SEAL, Sent
from forms_api.visit import INSTANCE, Visit
from register.terms import Step, Urgency


def show_questions(
    visit: Visit,
    form: AskedForm,
    sent: Sent | None = None,
    *,
    problems: Sequence[Problem] = (),
    focus: str = "",
) -> Response:
    """The form, with the answers and photos kept; a fresh instance unless the one sent still holds."""
    counter, description = visit.counter, form.description
    answers, stale = (sent.answers, sent.stale) if sent else (pointed_at(visit, description), "")
    enclosure = sent.enclosure if sent else NOTHING
    token = sent.token if sent and not stale else counter.fresh_token(description.id, form.digest)
    errors = [
        {"field": problem.field, "code": problem.code, "message": explain(visit, description, problem)}
        for problem in problems
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
            "photos": enclosure.token,
        },
        status=status_of(problems, stale),
        form=description,
        notice=counter.notice,
        promises=first_promises(visit, description),
        token=token,
        answers=kept,
        errors=errors,
        error_of={error["field"]: error["message"] for error in errors},
        stale=stale,
        focus=focus,
        enclosure=enclosure,
        slots=SLOTS[enclosure.count :] if description.photos else (),
    )


def pointed_at(visit: Visit, description: Description) -> dict[str, str]:
    """What the address already says: the public reference of an entry, as each of them links to this form."""
    named = plain_reference(visit.request.query_params.get("ref", "")[:40])
    return {
        question.name: named for question in description.question if named and question.control == "reference"
    }


def status_of(problems: Sequence[Problem], stale: str) -> int:
    """503 where the disk refused a photo; 422 where something is to be put right."""
    if any(problem.code == FAILED for problem in problems):
        return 503
    return 422 if problems or stale else 200


def explain(visit: Visit, description: Description, problem: Problem) -> str:
    """The sentence for a problem: the question's own words where an answer is missing."""
    if problem.field == PHOTOS:
        section = "photofault" if problem.code in set(PhotoFault) else "problem"
        return visit.say(section, problem.code, **problem.values)
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
        and standard.objection == (description.id == "objection" and standard.step == Step.ANSWER)
        and standard.urgency in (None, Urgency.ORDINARY)
        and standard.limit.starts == Step.RECEIVE
    ]


def show_check(visit: Visit, form: AskedForm, sent: Sent, *, failed: bool = False) -> Response:
    """What will be sent, each answer with a way back to change it. `failed`: the disk refused, nothing was kept."""
    counter, answers = visit.counter, sent.answers
    seal = sealing.seal_answers(counter.keys, sent.token, sent.sealed)
    checked = check_answers(form, answers)
    assert isinstance(checked, dict), "only answers without a problem come to the check page"
    shown = [
        (question, shown_answer(counter.pages, visit.language, question, checked[question.name]))
        for question in form.description.question
    ]
    return visit.answer(
        "check.html",
        {"instance": sent.token, "seal": seal, "failed": failed, "photos": sent.enclosure.token},
        status=503 if failed else 200,
        form=form.description,
        shown=shown,
        enclosure=sent.enclosure,
        hidden_fields=sent.sealed | {INSTANCE: sent.token, SEAL: seal},
        failed=failed,
        alarm=has_alarm(form.description, answers),
    )
