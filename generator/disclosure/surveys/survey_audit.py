"""The audit of a survey's result: no count from 1 to k-1 can be worked out of it by one who knows the rule.

It reads the result alone, as a reader does. Why no other publication need be beside it: a wave's answers are joined to
no case, home or person, are published once, and share no answer with another wave; nothing is crossed. How many homes
took part, and how many of those passed over a question, is participation and no answer. What one question tells of
another (only who said yes is asked the next) is looked at too.
"""

from collections.abc import Iterator

from pydantic import ValidationError

from generator.disclosure.surveys.survey_bands import alike, given_away
from generator.disclosure.surveys.survey_result import QuestionResult, SurveyResult
from register.rules import SurveyThresholds
from register.surveys.survey import POSITIVE, SCALES
from register.surveys.survey_results import margin


def audit_result(result: SurveyResult) -> tuple[str, ...]:
    """What the result would give away or tell wrongly: each place by name; empty where nothing is."""
    return (
        *_rules(result),
        *_ways(result),
        *(problem for one in result.results for problem in _question(one, result)),
        *_asked_of_few(result),
    )


def _rules(result: SurveyResult) -> Iterator[str]:
    """No threshold is under its floor, whatever the settings were."""
    try:
        SurveyThresholds(**result.thresholds.model_dump())
    except ValidationError:
        yield f"{result.survey}/thresholds"


def _ways(result: SurveyResult) -> Iterator[str]:
    if any(way is not None and 0 < way < result.thresholds.k for way in (result.web, result.paper)):
        yield f"{result.survey}/ways"


def _asked_of_few(result: SurveyResult) -> Iterator[str]:
    """A question that only those were asked who said yes before tells how many they are: it has figures only where that is told."""
    questions = {one.name: one for one in result.results}
    for one in result.results:
        before = questions.get(one.asked_if) if one.asked_if else None
        yes = None if before is None else before.positive
        if one.asked_if and one.n is not None and (yes is None or one.n > yes):
            yield f"{result.survey}/{one.asked_if}/{one.name}"


def _question(one: QuestionResult, result: SurveyResult) -> Iterator[str]:
    if one.n is None:
        return
    name, k, border = f"{result.survey}/{one.name}", result.thresholds.k, POSITIVE[one.scale]
    counts = [band.count for band in one.bands]
    if one.n < result.thresholds.survey_from:
        yield f"{name}/n"
    possible = list(alike(counts, one.cuts, border, k))
    if any(0 < count < k for count in counts) or not possible:
        yield f"{name}/bands"
    yield from (f"{name}/{SCALES[one.scale][place]}" for place in given_away(possible, k))
    if one.not_applicable is not None and one.not_applicable < k:
        yield f"{name}/not_applicable"
    if one.margin != str(margin(one.n, result.households)):
        yield f"{name}/margin"
