"""A resident looking up her own case: the code is posted, never in an address, and opens only what she may see."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from forms_api.counter import Counter
from forms_api.enclosures import FAILED, NOTHING, SLOTS, Enclosure, as_problem
from forms_api.keeping import PhotosNotKept, change_case
from forms_api.photos import PhotoProblem
from forms_api.progress import Progress, offered_steps, progress
from forms_api.step_posts import FORM, StepPost, attach, explain_photo, read_step
from forms_api.step_words import StepMistaken, particulars_of
from forms_api.visit import INSTANCE, SWITCH, Visit
from register.case import Case
from register.errors import CaseErased, CaseNotFound, RegisterBusy, StepRefused, StorageFailed
from register.handling import RESIDENT, THE_RESIDENT, take_step
from register.numbers import parse_query_code, show_query_code
from register.stored import Stored
from register.terms import Satisfaction, Step

LONGEST_CODE = 40


@dataclass(frozen=True)
class SentBack:
    """A step that was not taken: what was wrong with it, and the words and photos that stand there again."""

    step: str = ""
    problem: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)
    enclosure: Enclosure = NOTHING
    photo_problem: str = ""

    @property
    def mistaken(self) -> str:
        """The step in which something must be put right."""
        return self.step if self.problem else ""


async def track(counter: Counter, request: Request) -> Response:
    """GET asks for the code; POST shows the case it opens."""
    visit = Visit(counter, request)
    if not visit.is_post:
        return ask_code(visit)
    fields = await visit.fields(("code", INSTANCE, SWITCH))
    visit.instance(fields.get(INSTANCE, ""), FORM)
    typed = fields.get("code", "")
    if SWITCH in fields:
        return ask_code(visit, typed=typed)
    code = parse_query_code(typed)
    if code is None:
        return ask_code(
            visit, problem="code_check" if typed.strip() else "code_missing", status=422, typed=typed
        )
    stored = await find(visit, code)
    return (
        ask_code(visit, problem="code_unknown", status=404)
        if stored is None
        else show(visit, code, stored.record)
    )


async def act(counter: Counter, request: Request) -> Response:
    """POST: the resident takes a step on the case her code opens; the page confirms it."""
    visit = Visit(counter, request)
    try:
        post = await read_step(visit)
    except StorageFailed:
        await wait(visit)
        raise
    if post.stored is None:
        await wait(visit)
        return ask_code(visit, problem="code_unknown", status=404)
    if post.problems or post.is_put_off:
        return _again(visit, post, post.stored.record)
    return await _acted(visit, post, post.stored.record)


def _again(visit: Visit, post: StepPost, case: Case) -> Response:
    """The case once more, the words and the good photos kept, and what is wrong with the others."""
    said = " ".join(explain_photo(visit, problem) for problem in post.problems)
    failed = any(problem.code == FAILED for problem in post.problems)
    back = SentBack(post.step.value, said, _kept(post), post.enclosure, photo_problem=said)
    return show(visit, post.code, case, back=back, status=503 if failed else 422 if said else 200)


def _kept(post: StepPost) -> dict[str, str]:
    """What was typed and chosen, to stand there again."""
    return {post.step.value: post.fields.get("text", ""), "satisfaction": post.fields.get("satisfaction", "")}


async def _acted(visit: Visit, post: StepPost, case: Case) -> Response:
    counter, step = visit.counter, post.step
    kept = SentBack(kept=_kept(post), enclosure=post.enclosure)
    again = partial(show, visit, post.code, case)
    try:
        particulars = particulars_of(visit, step, post.fields)
        changed = await run_in_threadpool(take, counter, case.number, step, particulars, post.enclosure)
    except StepMistaken as mistaken:
        label = visit.say("act", f"{step}_field")
        message = visit.say("problem", mistaken.code, label=label, **mistaken.values)
        return again(back=replace(kept, step=step.value, problem=message), status=422)
    except PhotosNotKept as lost:
        message = explain_photo(visit, as_problem(lost.problem))
        back = SentBack(step.value, message, kept.kept, photo_problem=message)
        return again(back=back, status=422)
    except (StepRefused, CaseNotFound, CaseErased, RegisterBusy):
        return again(banner="act_refused", back=kept, status=409)
    except StorageFailed:
        return again(banner="act_failed", back=kept, status=503)
    return show(visit, post.code, changed, banner=f"done_{step}")


async def find(visit: Visit, code: str) -> Stored[Case] | None:
    """The case a code opens. A wrong one waits, longer each time; erased and foreign codes are simply wrong.

    Raises StorageFailed where the register cannot be looked through; that waits too, for the code may be wrong.
    """
    try:
        stored = await run_in_threadpool(visit.counter.find, code)
    except StorageFailed:
        await wait(visit)
        raise
    if stored is None:
        await wait(visit)
    return stored


async def wait(visit: Visit) -> None:
    """What a wrong code costs."""
    counter = visit.counter
    await counter.pause(counter.delays.after_wrong(visit.peer, counter.now()))


def take(
    counter: Counter, number: str, step: Step, particulars: dict[str, Any], enclosure: Enclosure = NOTHING
) -> Case:
    """The case with the step taken. The same step with the same words, sent twice, is taken once.

    Raises PhotosNotKept, and what `take_step` and the store raise.
    """
    photos = attach(counter, number, enclosure)
    if isinstance(photos, PhotoProblem):
        raise PhotosNotKept(photos)
    if photos:
        particulars = particulars | {"photos": list(photos)}

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


def ask_code(visit: Visit, *, problem: str = "", status: int = 200, typed: str = "") -> Response:
    """The page that asks for the code. A mistyped one stands there to be mended; one that was looked up does not."""
    message = visit.say("problem", problem) if problem else ""
    token = visit.counter.fresh_token(FORM, "")
    return visit.answer(
        "track.html",
        {"instance": token, "code": problem, "message": message},
        status=status,
        token=token,
        message=message,
        typed=typed[:LONGEST_CODE],
    )


def show(
    visit: Visit,
    code: str,
    case: Case,
    *,
    banner: str = "",
    back: SentBack = SentBack(),
    status: int = 200,
) -> Response:
    """The case as its resident sees it, with a form for every step she may take; the one that came back is shown open."""
    shown = _progress(visit.counter, case, visit)
    return visit.answer(
        "case.html",
        asdict(shown)
        | {"code": back.mistaken or banner, "message": back.problem, "photos": back.enclosure.token},
        status=status,
        progress=shown,
        code=code,
        code_shown=show_query_code(code),
        token=visit.counter.fresh_token(FORM, ""),
        banner=banner,
        problem_step=back.mistaken,
        problem=back.problem,
        kept=back.kept,
        enclosure=back.enclosure,
        slots=SLOTS[back.enclosure.count :],
        photo_problem=back.photo_problem,
        unfolded=back.step,
        ratings=[s for s in Satisfaction if s != Satisfaction.NO_ANSWER],
    )


def _progress(counter: Counter, case: Case, visit: Visit | None = None) -> Progress:
    language = visit.language if visit else case.submission.language
    now = counter.now()
    case = counter.book.clockwork.run_on(case, now)
    return progress(case, now=now, language=language, wording=counter.pages.wording, rules=counter.book.rules)
