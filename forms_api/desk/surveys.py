"""The pages of surveys: counts, paper answers typed in with the code of the slip, ending a wave, approving its result.

The audit line of a paper answer says that one was entered, and nothing else: no code, no answer.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from forms_api import text
from forms_api.answers import Problem
from forms_api.desk.office import Office, Visit
from forms_api.desk.people.proving import WORD_FIELDS, word_fault
from forms_api.desk.policies import may
from forms_api.desk.survey_results import WaitingResult
from forms_api.refusals import Refused
from forms_api.survey import CODE, SurveyAnswer, field_names, problem_words, show_survey, take_survey
from register.errors import RecordDamaged, SettingsRefused, StorageFailed
from register.signoff import SignOff
from register.surveys.survey import Stage, Survey, Way
from register.surveys.survey_records import Counts, Taken
from register.surveys.survey_store import SurveyStore

CLOSE_FIELDS = WORD_FIELDS
APPROVE_FIELDS = ("sha256", *WORD_FIELDS)
_PROBLEMS = {Taken.UNKNOWN: "code_unknown", Taken.USED: "code_used", Taken.ENDED: "code_ended"}


@dataclass(frozen=True)
class WaveRow:
    """A wave as the list shows it. `counts` is None where its files cannot be used as they are.

    `can_close`: its last day is over and nobody has ended it.
    """

    survey: Survey
    stage: Stage
    counts: Counts | None
    is_published: bool
    waiting: WaitingResult | None
    takes_paper: bool

    @property
    def can_close(self) -> bool:
        return (
            self.counts is not None
            and self.stage == Stage.ENDED
            and not self.is_published
            and self.waiting is None
        )


def show_surveys(visit: Visit, status: int = 200, problems: tuple[str, ...] = ()) -> Response:
    """Every wave with its counts, the latest first."""
    rows = [_row(visit, survey) for survey in visit.office.surveys.values()]
    return visit.page(
        "surveys.html",
        status,
        rows=rows,
        problems=problems,
        can_publish=visit.office.survey_results is not None,
        may_approve=may(visit.member.role, "site"),
    )


def show_paper(visit: Visit) -> Response:
    """The form for one paper answer."""
    return _paper(visit, _wave(visit), {}, ())


def show_typed(visit: Visit) -> Response:
    """The form as it was typed; nothing is kept."""
    return _paper(visit, _wave(visit), visit.typed, ())


def enter_paper(visit: Visit) -> Response:
    """Keep one paper answer, and go on to the next."""
    survey = _wave(visit)
    if not survey.takes(Way.PAPER, visit.now.date()):
        return visit.problem(409, "survey_over")
    answer = take_survey(survey, visit.typed)
    if isinstance(answer, list):
        return _paper(visit, survey, visit.typed, answer)
    try:
        taken = _entered(visit, survey, answer)
    except (StorageFailed, RecordDamaged, SettingsRefused):
        return _paper(visit, survey, visit.typed, (), failed=True)
    if taken in _PROBLEMS:
        return _paper(visit, survey, visit.typed, [Problem(_PROBLEMS[taken], CODE)])
    return visit.see_other(f"/surveys/{survey.id}/paper", visit.say("surveys", f"entered_{taken}"))


def close(visit: Visit) -> Response:
    """End a wave, with one's own word; another person approves its result."""
    survey, results = _wave(visit), visit.office.survey_results
    if results is None:
        raise Refused(404, "not_found")
    fault = word_fault(visit, "close_survey_refused", survey.id)
    problems = (fault,) if fault else results.close(survey, visit.actor, visit.now, visit.language)
    if problems:
        return show_surveys(visit, 422, problems)
    return visit.see_other("/surveys", visit.say("surveys", "closed"))


def approve(visit: Visit) -> Response:
    """Publish the result that was shown, with one's own word, and build the site behind the page."""
    survey, results = _wave(visit), visit.office.survey_results
    if results is None:
        raise Refused(404, "not_found")
    fault = word_fault(visit, "approve_survey_refused", survey.id)
    signed = SignOff(visit.typed.get("sha256", ""), visit.actor, visit.now)
    problems = (fault,) if fault else results.approve(survey, signed, visit.language)
    if problems:
        return show_surveys(visit, 422, problems)
    visit.office.publishing.start_build()
    return visit.see_other("/surveys", visit.say("surveys", "approved"))


def known_paper_fields(office: Office) -> Callable[[Mapping[str, str]], Collection[str]]:
    """What a paper form of the wave in the address may send."""

    def known(path: Mapping[str, str]) -> Collection[str]:
        survey = office.surveys.get(path["survey"])
        return field_names(survey) if survey else ()

    return known


def _wave(visit: Visit) -> Survey:
    survey = visit.office.surveys.get(visit.request.path_params["survey"])
    if survey is None:
        raise Refused(404, "not_found")
    return survey


def _store(visit: Visit, survey: Survey) -> SurveyStore:
    return SurveyStore(visit.office.home.surveys, survey, visit.office.keys)


def _counts(visit: Visit, survey: Survey) -> Counts | None:
    """None where a file is damaged, or the questions are not those its codes were issued for."""
    try:
        return _store(visit, survey).counts()
    except (RecordDamaged, SettingsRefused):
        return None


def _row(visit: Visit, survey: Survey) -> WaveRow:
    results, today = visit.office.survey_results, visit.now.date()
    return WaveRow(
        survey=survey,
        stage=survey.stage(today),
        counts=_counts(visit, survey),
        is_published=results is not None and survey.id in results.published(),
        waiting=results.waiting(survey, visit.language) if results else None,
        takes_paper=survey.takes(Way.PAPER, today),
    )


def _entered(visit: Visit, survey: Survey, answer: SurveyAnswer) -> Taken:
    """What became of the answer. Each one kept has one line in the audit chain, so that the two can be compared."""
    taken = _store(visit, survey).add(answer.code, answer.answers, Way.PAPER)
    if taken == Taken.KEPT:
        visit.record("survey_paper", survey.id)
    return taken


def _paper(
    visit: Visit,
    survey: Survey,
    fields: Mapping[str, str],
    problems: Sequence[Problem],
    *,
    failed: bool = False,
) -> Response:
    wording, language = visit.office.pages.wording, visit.language
    counts = None if failed else _counts(visit, survey)
    said = problem_words(survey, problems, wording, language)
    return visit.page(
        "survey_paper.html",
        503 if failed else 422 if problems else 200,
        survey=survey,
        asked=show_survey(survey, wording, language, fields, problems),
        code=text.without_refused(fields.get(CODE, "")),
        said=said,
        failed=failed,
        entered=counts.paper if counts else None,
        takes_paper=survey.takes(Way.PAPER, visit.now.date()),
    )
