"""Answering a survey: questions, check page, sending. The code is posted, never in an address, and joined to nothing.

The only thing kept is what `register.surveys.survey_store` keeps; no case, no instance, no time. A wrong code waits, longer
each time; a right one never does.
"""

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from forms_api import sealing
from forms_api.answers import Problem
from forms_api.counter import Counter
from forms_api.logs import logger
from forms_api.refusals import Refused
from forms_api.sent import CHANGE, SEAL
from forms_api.survey import CODE, SurveyAnswer, field_names, take_survey
from forms_api.survey_pages import (
    Filled,
    form_id,
    show_check,
    show_questions,
    show_said,
    show_thanks,
    show_waves,
)
from forms_api.visit import INSTANCE, SWITCH, Visit
from register.errors import RecordDamaged, SettingsRefused, StorageFailed
from register.surveys.survey import Stage, Survey, Way
from register.surveys.survey_records import Taken, Use

UNAVAILABLE = (StorageFailed, RecordDamaged, SettingsRefused)
_CLOSED = {Stage.COMING: ("coming", 403), Stage.PAPER: ("closed", 410), Stage.ENDED: ("ended", 410)}
_UNKNOWN = Problem("code_unknown", CODE)


def routes(counter: Counter) -> list[BaseRoute]:
    """The addresses of the surveys below the counter's own."""
    return [
        Route("/survey", partial(waves, counter)),
        Route("/survey/{id}", partial(questions, counter), methods=["GET", "POST"]),
        Route("/survey/{id}/send", partial(send, counter), methods=["POST"]),
        Route("/survey/{id}/thanks", partial(thanks, counter)),
    ]


async def waves(counter: Counter, request: Request) -> Response:
    """Every wave; those that can be answered now come first."""
    visit, today = Visit(counter, request), counter.now().date()
    open_now = [survey for survey in counter.surveys.values() if survey.stage(today) == Stage.OPEN]
    return show_waves(visit, open_now, [s for s in counter.surveys.values() if s not in open_now])


async def questions(counter: Counter, request: Request) -> Response:
    """GET shows the questions; POST shows the check page, or the questions again with what is to be put right (422)."""
    visit, survey = Visit(counter, request), _wave(counter, request)
    filled = await _filled(visit, survey) if visit.is_post else None
    closed = _closed(visit, survey)
    if closed:
        return closed
    if filled is None or filled.stale or CHANGE in filled.fields or SWITCH in filled.fields:
        return show_questions(visit, survey, filled, focus=filled.fields.get(CHANGE, "") if filled else "")
    answer = take_survey(survey, filled.answers)
    if isinstance(answer, list):
        return show_questions(visit, survey, filled, problems=answer)
    return await _looked_up(visit, survey, filled, answer)


async def send(counter: Counter, request: Request) -> Response:
    """Keep the answers, durably, and say thank you (303). Sending the same again counts once."""
    visit, survey = Visit(counter, request), _wave(counter, request)
    filled = await _filled(visit, survey)
    closed = _closed(visit, survey)
    if closed:
        return closed
    if filled.stale:
        return show_questions(visit, survey, filled)
    if not sealing.is_sealed(counter.keys, filled.token, filled.answers, filled.fields.get(SEAL, "")):
        raise Refused(400, "not_checked")
    answer = take_survey(survey, filled.answers)
    if isinstance(answer, list):
        return show_questions(visit, survey, filled, problems=answer)
    try:
        taken = await run_in_threadpool(_take, counter, survey, answer)
    except UNAVAILABLE as problem:
        _log(problem)
        return show_check(visit, survey, filled, answer, failed=True)
    return await _told(visit, survey, filled, taken)


async def thanks(counter: Counter, request: Request) -> Response:
    """The end of the way; it holds nothing, so a reload shows it again."""
    return show_thanks(Visit(counter, request), _wave(counter, request))


async def _looked_up(visit: Visit, survey: Survey, filled: Filled, answer: SurveyAnswer) -> Response:
    """The check page; a code that cannot be right is told before she reads through her answers."""
    try:
        use = await run_in_threadpool(_use_of, visit.counter, survey, answer.code)
    except UNAVAILABLE as problem:
        _log(problem)
        return show_questions(visit, survey, filled, failed=True)
    if use is None:
        return await _told(visit, survey, filled, Taken.UNKNOWN)
    if use == "used":
        return await _told(visit, survey, filled, Taken.USED)
    return show_check(visit, survey, filled, answer)


async def _told(visit: Visit, survey: Survey, filled: Filled, taken: Taken) -> Response:
    """What became of the answers, as a page."""
    if taken == Taken.UNKNOWN:
        await visit.counter.pause(visit.counter.delays.after_wrong(visit.peer, visit.counter.now()))
        return show_questions(visit, survey, filled, problems=[_UNKNOWN])
    if taken == Taken.USED:
        return show_said(visit, survey, "used", 409, visit.say("taken", taken))
    if taken == Taken.ENDED:
        return show_said(visit, survey, "ended", 410)
    return visit.see(f"/f/survey/{survey.id}/thanks", {"survey": survey.id, "taken": Taken.KEPT.value})


def _wave(counter: Counter, request: Request) -> Survey:
    survey = counter.surveys.get(request.path_params["id"])
    if survey is None:
        raise Refused(404, "not_found")
    return survey


def _closed(visit: Visit, survey: Survey) -> Response | None:
    stage = survey.stage(visit.counter.now().date())
    return show_said(visit, survey, *_CLOSED[stage]) if stage in _CLOSED else None


async def _filled(visit: Visit, survey: Survey) -> Filled:
    """The posted fields under their signed instance. Raises Refused."""
    fields = await visit.fields((*field_names(survey), INSTANCE, SEAL, CHANGE, SWITCH))
    token = fields.get(INSTANCE, "")
    instance = visit.instance(token, form_id(survey))
    stale = "" if instance.digest == survey.digest else "changed"
    return Filled(fields, token, instance, "expired" if instance.is_expired(visit.counter.now()) else stale)


def _take(counter: Counter, survey: Survey, answer: SurveyAnswer) -> Taken:
    return counter.survey_store(survey).add(answer.code, answer.answers, Way.WEB)


def _use_of(counter: Counter, survey: Survey, code: str) -> Use | None:
    return counter.survey_store(survey).use_of(code)


def _log(problem: Exception) -> None:
    logger().error("register_unavailable", error=type(problem).__name__)
