"""A resident looking up her own case: the code is posted, never in an address, and opens only what she may see."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from pydantic_core import PydanticCustomError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from forms_api.answers import checked_text
from forms_api.counter import Counter
from forms_api.keeping import change_case
from forms_api.progress import Progress, offered_steps, progress
from forms_api.refusals import Refused
from forms_api.visit import INSTANCE, Visit
from register.case import Case
from register.errors import CaseErased, CaseNotFound, RegisterBusy, StepRefused, StorageFailed
from register.handling import RESIDENT, THE_RESIDENT, take_step
from register.numbers import parse_query_code, show_query_code
from register.store import Stored
from register.terms import RESIDENTS_STEPS, Satisfaction, Step

FORM = "track"
LONGEST = 500
LONGEST_STORED = 2000
# Steps whose own words are a note; the others say a text. An objection may be made without giving reasons.
_NOTED = frozenset({Step.CHASE, Step.WITHDRAW})
_WORDS_NEEDED = frozenset({Step.ADD_FACTS, Step.MESSAGE, Step.ASK_REVIEW})


class StepMistaken(Exception):
    """What was typed for a step must be put right; `code` names the sentence."""

    def __init__(self, code: str, values: Mapping[str, object]) -> None:
        self.code, self.values = code, values
        super().__init__(code)


async def track(counter: Counter, request: Request) -> Response:
    """GET asks for the code; POST shows the case it opens."""
    visit = Visit(counter, request)
    if not visit.is_post:
        return ask_code(visit)
    fields = await visit.fields(("code", INSTANCE))
    visit.instance(fields.get(INSTANCE, ""), FORM)
    typed = fields.get("code", "")
    code = parse_query_code(typed)
    if code is None:
        return ask_code(visit, problem="code_missing" if not typed.strip() else "code_check", status=422)
    stored = await find(visit, code)
    return (
        ask_code(visit, problem="code_unknown", status=404)
        if stored is None
        else show(visit, code, stored.record)
    )


async def act(counter: Counter, request: Request) -> Response:
    """POST: the resident takes a step on the case her code opens; the page confirms it."""
    visit = Visit(counter, request)
    fields = await visit.fields(("code", INSTANCE, "step", "text", "satisfaction"))
    visit.instance(fields.get(INSTANCE, ""), FORM)
    code = parse_query_code(fields.get("code", ""))
    step = fields.get("step", "")
    if code is None or step not in RESIDENTS_STEPS:
        raise Refused(400, "bad_request")
    stored = await find(visit, code)
    if stored is None:
        return ask_code(visit, problem="code_unknown", status=404)
    return await _acted(visit, code, stored, Step(step), fields)


async def _acted(
    visit: Visit, code: str, stored: Stored[Case], step: Step, fields: Mapping[str, str]
) -> Response:
    case, kept = stored.record, {step.value: fields.get("text", "")}
    try:
        particulars = particulars_of(visit, step, fields)
        changed = await run_in_threadpool(take, visit.counter, case.number, step, particulars)
    except StepMistaken as mistaken:
        message = visit.say(
            "problem", mistaken.code, label=visit.say("act", f"{step}_field"), **mistaken.values
        )
        return show(visit, code, case, problem=(step.value, message), kept=kept, status=422)
    except (StepRefused, CaseNotFound, CaseErased, RegisterBusy):
        return show(visit, code, case, banner="act_refused", kept=kept, status=409)
    except StorageFailed:
        return show(visit, code, case, banner="act_failed", kept=kept, status=503)
    return show(visit, code, changed, banner=f"done_{step}")


async def find(visit: Visit, code: str) -> Stored[Case] | None:
    """The case a code opens. A wrong one waits, longer each time; erased and foreign codes are simply wrong."""
    counter = visit.counter
    stored = await run_in_threadpool(counter.find, code)
    if stored is None:
        peer = visit.request.client.host if visit.request.client else ""
        await counter.pause(counter.delays.after_wrong(peer, counter.now()))
    return stored


def take(counter: Counter, number: str, step: Step, particulars: dict[str, Any]) -> Case:
    """The case with the step taken. The same step with the same words, sent twice, is taken once."""

    def taken(case: Case) -> Case:
        last = case.entries[-1]
        if (last.step, last.by) == (step, RESIDENT) and particulars.items() <= last.particulars.items():
            return case
        now = counter.now()
        if step not in offered_steps(case, now, _progress(counter, case).summary):
            raise StepRefused(step, case.status, ["not_offered"])
        return take_step(
            case, step, by=THE_RESIDENT, at=now, particulars=particulars, clockwork=counter.book.clockwork
        )

    return change_case(counter.store, number, taken)


def particulars_of(visit: Visit, step: Step, fields: Mapping[str, str]) -> dict[str, Any]:
    """What the step says. Raises StepMistaken."""
    words = _words(fields.get("text", ""))
    if not words and step in _WORDS_NEEDED:
        raise StepMistaken("words_missing", {})
    if step in _NOTED:
        return {"note": words}
    if step != Step.RATE:
        return {"text": words or visit.say("act", "object_default")}
    satisfaction = fields.get("satisfaction", "")
    if satisfaction not in set(Satisfaction) - {Satisfaction.NO_ANSWER}:
        raise StepMistaken("rating_missing", {})
    return {"satisfaction": satisfaction, "text": words}


def _words(typed: str) -> str:
    try:
        words = checked_text(typed, LONGEST, lines=True)
    except PydanticCustomError as problem:
        raise StepMistaken(problem.type, problem.context or {}) from None
    if len(words) > LONGEST_STORED:
        raise StepMistaken("too_long", {"count": len(words), "longest": LONGEST})
    return words


def ask_code(visit: Visit, *, problem: str = "", status: int = 200) -> Response:
    """The page that asks for the code; a wrong code is not shown again."""
    message = visit.say("problem", problem) if problem else ""
    token = visit.counter.fresh_token(FORM, "")
    return visit.answer(
        "track.html",
        {"instance": token, "code": problem, "message": message},
        status=status,
        token=token,
        message=message,
    )


def show(
    visit: Visit,
    code: str,
    case: Case,
    *,
    banner: str = "",
    problem: tuple[str, str] = ("", ""),
    kept: Mapping[str, str] | None = None,
    status: int = 200,
) -> Response:
    """The case as its resident sees it, with a form for every step she may take."""
    shown = _progress(visit.counter, case, visit)
    return visit.answer(
        "case.html",
        asdict(shown) | {"code": problem[0] or banner, "message": problem[1]},
        status=status,
        progress=shown,
        code=code,
        code_shown=show_query_code(code),
        token=visit.counter.fresh_token(FORM, ""),
        banner=banner,
        problem_step=problem[0],
        problem=problem[1],
        kept=kept or {},
        ratings=[s for s in Satisfaction if s != Satisfaction.NO_ANSWER],
    )


def _progress(counter: Counter, case: Case, visit: Visit | None = None) -> Progress:
    language = visit.language if visit else case.submission.language
    return progress(
        case, now=counter.now(), language=language, wording=counter.pages.wording, rules=counter.book.rules
    )
