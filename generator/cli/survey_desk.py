"""Ending surveys and publishing their results as the desk sees it; implements `forms_api.desk.survey_results`."""

from dataclasses import dataclass, field
from datetime import datetime

from forms_api.desk.survey_results import WaitingResult
from generator.cli.surveying import Surveys, refusals, result_lines
from generator.disclosure.surveys.survey_closing import SurveyRefused
from register.handling import Actor
from register.signoff import SignOff
from register.surveys.survey import Survey
from register.wording import Wording, load_wording


@dataclass(frozen=True)
class GateSurveyResults:
    """Implements `SurveyResults`."""

    surveys: Surveys
    wording: Wording = field(default_factory=lambda: load_wording("survey"))

    def published(self) -> frozenset[str]:
        return frozenset(one.result.survey for one in self.surveys.published())

    def waiting(self, survey: Survey, language: str) -> WaitingResult | None:
        closed = self.surveys.closed(survey)
        if closed is None:
            return None
        return WaitingResult(closed.closing.by, closed.sha256, result_lines(closed, self.wording, language))

    def close(self, survey: Survey, by: Actor, at: datetime, language: str) -> tuple[str, ...]:
        try:
            self.surveys.close(survey, by, at)
        except SurveyRefused as refused:
            return refusals(refused, survey, self.wording, language)
        return ()

    def approve(self, survey: Survey, signed: SignOff, language: str) -> tuple[str, ...]:
        try:
            self.surveys.approve(survey, signed)
        except SurveyRefused as refused:
            return refusals(refused, survey, self.wording, language)
        return ()
