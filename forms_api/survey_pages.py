"""The pages of a survey: its questions, the check page, and the sentences that end it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from forms_api import sealing, text
from forms_api.answers import Problem
from forms_api.instance import FormInstance
from forms_api.sent import SEAL
from forms_api.survey import CODE, Asked, SurveyAnswer, field_names, problem_words, show_survey
from forms_api.visit import INSTANCE, Visit
from register.dates import show_date
from register.surveys.survey import Survey
from register.surveys.survey_codes import show_code


@dataclass(frozen=True, repr=False)
class Filled:
    """What was posted to a survey under a signed instance; `stale` as of `forms_api.sent.Sent`."""

    fields: dict[str, str]
    token: str
    instance: FormInstance
    stale: str

    @property
    def answers(self) -> dict[str, str]:
        """Code and answers, without what the page added."""
        return {name: value for name, value in self.fields.items() if not name.startswith("_")}


@dataclass(frozen=True)
class Shown:
    """One line of the check page: the question's short name, what was chosen, and the field to change it."""

    short: str
    value: str
    field: str
    is_given: bool


def form_id(survey: Survey) -> str:
    """What a form instance of the wave is signed for."""
    return f"survey/{survey.id}"


def show_questions(
    visit: Visit,
    survey: Survey,
    filled: Filled | None = None,
    *,
    problems: Sequence[Problem] = (),
    focus: str = "",
    failed: bool = False,
) -> Response:
    """The form with what was chosen before; a fresh instance unless the one sent still holds."""
    counter, wording = visit.counter, visit.counter.pages.wording
    fields, stale = (filled.answers, filled.stale) if filled else ({}, "")
    token = filled.token if filled and not stale else counter.fresh_token(form_id(survey), survey.digest)
    said = problem_words(survey, problems, wording, visit.language)
    errors = [{"field": p.field, "code": p.code, "message": said[p.field]} for p in problems]
    return visit.answer(
        "survey.html",
        {
            "survey": survey.id,
            "instance": token,
            "fields": field_names(survey),
            "errors": errors,
            "stale": stale,
            "failed": failed,
        },
        status=503 if failed else 422 if problems or stale else 200,
        survey=survey,
        asked=show_survey(survey, wording, visit.language, fields, problems),
        code=text.without_refused(fields.get(CODE, "")),
        code_problem=said.get(CODE, ""),
        errors=errors,
        stale=stale,
        failed=failed,
        focus=focus,
        token=token,
        least=counter.book.rules.thresholds.survey_from,
        closes=show_date(survey.closes, visit.language),
    )


def show_check(
    visit: Visit, survey: Survey, filled: Filled, answer: SurveyAnswer, *, failed: bool = False
) -> Response:
    """What will be sent, each answer with a way back. `failed`: the disk refused, nothing was kept."""
    seal = sealing.seal_answers(visit.counter.keys, filled.token, filled.answers)
    return visit.answer(
        "survey_check.html",
        {"instance": filled.token, "seal": seal, "failed": failed},
        status=503 if failed else 200,
        survey=survey,
        code=show_code(answer.code),
        lines=_lines(visit, survey, answer.answers),
        hidden_fields=filled.answers | {INSTANCE: filled.token, SEAL: seal},
        failed=failed,
    )


def show_said(visit: Visit, survey: Survey, code: str, status: int, said: str = "") -> Response:
    """A page with one sentence: why nothing was kept, and what to do; `said` where it is not that of `code`."""
    dates = {
        name: show_date(getattr(survey, name), visit.language) for name in ("opens", "closes", "paper_closes")
    }
    message = said or visit.say("survey_page", code, **dates)
    title = visit.say("survey_page", f"{code}_title")
    data = {"survey": survey.id, "code": code, "message": message}
    return visit.answer("survey_said.html", data, status=status, survey=survey, title=title, said=message)


def show_thanks(visit: Visit, survey: Survey) -> Response:
    """The answers were received; the page knows nothing of whose they are, so everybody may open it."""
    dates = {name: show_date(getattr(survey, name), visit.language) for name in ("closes", "paper_closes")}
    data = {"survey": survey.id, "taken": "kept"}
    return visit.answer("survey_thanks.html", data, survey=survey, dates=dates)


def show_waves(visit: Visit, open_now: Sequence[Survey], others: Sequence[Survey]) -> Response:
    """Which survey can be answered now; the others with where they stand."""
    today = visit.counter.now().date()

    def stage(survey: Survey) -> str:
        dates = {name: show_date(getattr(survey, name), visit.language) for name in ("opens", "closes")}
        return visit.say("survey_stage", survey.stage(today)).format(**dates)

    waves = [*open_now, *others]
    data = {"surveys": [{"id": survey.id, "stage": survey.stage(today).value} for survey in waves]}
    return visit.answer("surveys.html", data, open_now=open_now, others=others, stage=stage)


def _lines(visit: Visit, survey: Survey, answers: Mapping[str, str]) -> list[Shown]:
    shown = show_survey(survey, visit.counter.pages.wording, visit.language)
    return [
        _line(visit, asked, answers.get(question.name, ""), question.short.say(visit.language), is_asked)
        for question, asked in zip(survey.question, shown, strict=True)
        for is_asked in [survey.is_asked(question, answers)]
    ]


def _line(visit: Visit, asked: Asked, answer: str, short: str, is_asked: bool) -> Shown:
    chosen = next((choice.label for choice in asked.choices if choice.code == answer), "")
    nothing = visit.say("survey_page", "skipped" if is_asked else "not_asked")
    return Shown(short, chosen or nothing, asked.field, bool(chosen))
