"""A wave's result: counted, banded, withheld where too few answered; the audit names whatever would give a count away."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from generator.disclosure.cases.published import to_bytes
from generator.disclosure.surveys.survey_audit import audit_result
from generator.disclosure.surveys.survey_result import Band, QuestionResult, SurveyResult
from tests.factories import PROJECT
from tests.generator.disclosure.surveyed import EVEN, answers, result

GOLDEN = PROJECT / "tests" / "golden" / "survey-result.json"


def _with(one: SurveyResult, **change: Any) -> SurveyResult:
    """The result with its first question changed, unchecked, as somebody might write it."""
    first = one.results[0].model_copy(update=change)
    return one.model_copy(update={"results": (first, *one.results[1:])})


def _example() -> SurveyResult:
    safe = {
        "very_satisfied": 20,
        "fairly_satisfied": 30,
        "neither": 6,
        "fairly_dissatisfied": 2,
        "not_applicable": 9,
    }
    return result(*EVEN, web=70, safe=safe, had_repair={"yes": 3, "no": 40}, previous="a" * 64)


def test_a_result_says_of_every_question_what_may_be_said() -> None:
    one = _example()
    overall, had_repair, repairs, safe, respect = one.results
    assert (one.issued, one.answers, one.web, one.paper) == (624, 100, 70, 30)
    assert [band.count for band in overall.bands] == list(EVEN)
    assert (overall.n, overall.positive, overall.percent, overall.margin) == (100, 70, Decimal("70.0"), "9.0")
    assert [band.count for band in had_repair.bands] == [43]
    assert (had_repair.positive, had_repair.percent) == (None, None)
    assert (repairs.n, repairs.bands, repairs.percent, repairs.positive) == (None, (), None, None)
    assert [band.count for band in safe.bands] == [20, 30, 8, 0]
    assert (safe.n, safe.not_applicable, safe.is_rough) == (58, 9, True)
    assert respect.n is None
    assert one.of("TP01") is None
    assert audit_result(one) == ()


def test_the_result_keeps_its_spelling_for_ever() -> None:
    data = to_bytes(_example())
    assert data == GOLDEN.read_bytes()
    assert SurveyResult.model_validate_json(data) == _example()


def test_a_way_that_few_took_is_shown_with_the_other() -> None:
    assert (result(*EVEN, web=97).web, result(*EVEN, web=97).paper) == (None, None)
    assert (result(*EVEN).web, result(*EVEN).paper) == (100, 0)


def test_a_wave_that_nobody_answered_has_only_counts() -> None:
    one = result(0, 0, 0, 0, 0)
    assert (one.answers, one.margin) == (0, None)
    assert result(*EVEN).margin == Decimal("9.0")
    assert all(question.n is None for question in one.results)
    assert audit_result(one) == ()


def test_under_ten_answers_a_question_has_no_figures() -> None:
    nine, ten = result(9, 0, 0, 0, 0), result(10, 0, 0, 0, 0)
    assert (nine.results[0].n, nine.results[0].bands) == (None, ())
    assert ten.results[0].n == 10


def test_not_applicable_is_told_from_k_on() -> None:
    safe = {"very_satisfied": 20, "not_applicable": 4}
    assert result(*EVEN, safe=safe).results[3].not_applicable is None


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"bands": (Band(answers=("x",), count=3),)}, "overall/bands"),
        ({"n": 9}, "overall/n"),
        ({"not_applicable": 2}, "overall/not_applicable"),
        ({"margin": "1.0"}, "overall/margin"),
    ],
)
def test_the_audit_names_what_a_result_gives_away(change: dict[str, Any], place: str) -> None:
    assert f"2026h2/{place}" in audit_result(_with(result(), **change))


def test_the_audit_trusts_no_threshold_and_no_way() -> None:
    one = result()
    low = one.thresholds.model_copy(update={"k": 2})
    assert audit_result(one.model_copy(update={"thresholds": low})) == ("2026h2/thresholds",)
    assert audit_result(one.model_copy(update={"web": 97, "paper": 3})) == ("2026h2/ways",)


def _repairs(yes: int, no: int) -> SurveyResult:
    """A wave in which all who had a repair also say how it was done."""
    return result(*EVEN, had_repair={"yes": yes, "no": no}, repairs={"very_satisfied": yes})


def test_how_many_answered_the_next_question_does_not_tell_what_the_one_before_hides() -> None:
    """Of 50 homes 49 said how the repair was done: so one had none, and "yes or no" was put together for nothing."""
    hidden = _repairs(49, 1)
    had_repair, repairs = hidden.results[1:3]
    assert (had_repair.n, had_repair.positive) == (50, None)
    assert repairs.n is None
    assert audit_result(hidden) == ()
    shown = _repairs(45, 5).results[2]
    assert shown.n == 45
    told = hidden.model_copy(update={"results": (*hidden.results[:2], shown, *hidden.results[3:])})
    assert audit_result(told) == ("2026h2/had_repair/repairs",)


def test_more_answers_than_were_asked_are_named() -> None:
    one = _repairs(45, 5)
    more = _repairs(50, 5).results[2]
    changed = one.model_copy(update={"results": (*one.results[:2], more, *one.results[3:])})
    assert audit_result(changed) == ("2026h2/had_repair/repairs",)


def test_two_questions_together_tell_no_small_count_to_one_who_tries_every_wave() -> None:
    """Every wave of eleven to sixteen homes, some of which pass over the second question, as a reader sees it."""
    possible: dict[tuple[object, ...], set[int]] = {}
    for homes in range(11, 17):
        for no in range(homes + 1):
            for answered in range(homes - no + 1):
                had_repair, repairs = result(
                    homes, 0, 0, 0, 0,
                    had_repair={"yes": homes - no, "no": no},
                    repairs={"very_satisfied": answered},
                ).results[1:3]  # fmt: skip
                seen = (had_repair.n, had_repair.positive, repairs.n)
                possible.setdefault(seen, set()).add(no)
    assert not [seen for seen, counts in possible.items() if counts <= set(range(1, 5))]


def test_a_count_that_is_the_same_in_every_distribution_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule of bands never makes one; were it changed, the audit would say so."""
    monkeypatch.setattr("generator.disclosure.surveys.survey_audit.alike", lambda *_: [(96, 1, 1, 1, 1)])
    assert "2026h2/overall/neither" in audit_result(result())


def test_a_count_that_only_one_distribution_explains_is_named() -> None:
    """With k = 1 nothing is put together; a reader of bands made under another k could name what is small."""
    one = result(20, 20, 6, 6, 6)
    bands = (
        Band(answers=("very_satisfied",), count=20),
        Band(answers=("fairly_satisfied",), count=20),
        Band(answers=("neither", "fairly_dissatisfied", "very_dissatisfied"), count=3),
    )
    assert any("overall/bands" in place for place in audit_result(_with(one, bands=bands, n=43)))


QUESTION = {"name": "overall", "scale": "yes_no", "label": {"zh": "？"}, "short": {"zh": "？"}}
YES_NO = [{"answers": ["yes"], "count": 8}, {"answers": ["no"], "count": 8}]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"margin": "1.0"}, "no figures"),
        ({"not_applicable": 7}, "no figures"),
        ({"bands": YES_NO}, "no figures"),
        ({"n": 16, "bands": YES_NO[:1], "margin": "1.0"}, "not the scale"),
        ({"n": 17, "bands": YES_NO, "margin": "1.0"}, "not all answers"),
        ({"n": 16, "bands": YES_NO}, "margin is missing"),
        ({"n": 16, "bands": YES_NO, "margin": "1"}, "pattern"),
    ],
)
def test_a_question_that_does_not_add_up_is_refused(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        QuestionResult.model_validate(QUESTION | change)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"web": None}, "one way alone"),
        ({"web": 60}, "not all answers"),
        ({"answers": 90, "web": 60}, "more answers than the wave"),
        ({"resident": "x"}, "Extra inputs"),
    ],
)
def test_a_result_that_does_not_add_up_is_refused(change: dict[str, Any], problem: str) -> None:
    with pytest.raises(ValidationError, match=problem):
        SurveyResult.model_validate(result(*EVEN, web=70).model_dump() | change)


def test_the_helper_counts_as_it_says() -> None:
    assert len(answers(1, 2, 3, 4, 5).answers) == 15
