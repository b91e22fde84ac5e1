"""From the answers of a finished wave to its result: counted, banded, and what is too small left out. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.disclosure.surveys.survey_bands import form_bands
from generator.disclosure.surveys.survey_result import Band, QuestionResult, SurveyResult, SurveyThresholds
from register.rules import Thresholds
from register.surveys.survey import POSITIVE, Question, Survey
from register.surveys.survey_records import Answers
from register.surveys.survey_results import Result, tally


@dataclass(frozen=True)
class Finished:
    """A wave with all its answers, and how many codes were issued for how many homes."""

    survey: Survey
    answers: Answers
    issued: int
    households: int


def compile_result(wave: Finished, thresholds: Thresholds, previous: str | None) -> SurveyResult:
    """The result as it would be published, under the rules as they are."""
    survey, answers = wave.survey, wave.answers
    web, paper = _ways(answers.web, answers.paper, thresholds.k)
    return SurveyResult(
        survey=survey.id,
        questions=survey.digest,
        title=survey.title,
        opens=survey.opens,
        closes=survey.closes,
        paper_closes=survey.paper_closes,
        households=wave.households,
        issued=wave.issued,
        answers=len(answers.answers),
        web=web,
        paper=paper,
        thresholds=SurveyThresholds(
            k=thresholds.k, survey_from=thresholds.survey_from, percent_from=thresholds.percent_from
        ),
        method=survey.method,
        results=question_results(wave, k=thresholds.k, least=thresholds.survey_from),
        previous=previous,
    )


def question_results(wave: Finished, *, k: int, least: int) -> tuple[QuestionResult, ...]:
    """Every question in its order; those with fewer than `least` valid answers without figures.

    Where nobody is told how many said yes to a question, those that only they were asked have no figures either: their
    number of answers would tell it.
    """
    counted = tally(wave.answers.answers, wave.survey, households=wave.households, least=least)
    told: dict[str, QuestionResult] = {}
    for question in wave.survey.question:
        asked = _question(question, counted.of(question.name), k)
        hidden = question.asked_if is not None and told[question.asked_if].positive is None
        told[question.name] = _question(question, None, k) if hidden else asked
    return tuple(told.values())


def _ways(web: int, paper: int, k: int) -> tuple[int | None, int | None]:
    """Both ways, or neither where one of them is too few to be told apart."""
    return (None, None) if any(0 < way < k for way in (web, paper)) else (web, paper)


def _question(question: Question, result: Result | None, k: int) -> QuestionResult:
    asked = QuestionResult(
        name=question.name,
        scale=question.scale,
        label=question.label,
        short=question.short,
        measure=question.measure,
        matter=question.matter,
        asked_if=question.asked_if,
    )
    if result is None:
        return asked
    figures = {
        "n": result.n,
        "bands": tuple(_bands(result, POSITIVE[question.scale], k)),
        "not_applicable": result.not_applicable if result.not_applicable >= k else None,
        "margin": str(result.margin),
    }
    return QuestionResult.model_validate({**dict(asked), **figures})


def _bands(result: Result, border: int, k: int) -> Iterator[Band]:
    codes, counts = list(result.counts), list(result.counts.values())
    for start, end in pairwise(form_bands(counts, border, k)):
        yield Band(answers=tuple(codes[start:end]), count=sum(counts[start:end]))
