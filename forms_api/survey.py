"""Survey answers, from what was chosen to what may be kept; and the questions as a page shows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from forms_api.answers import Problem
from register.surveys.survey import Question, Survey
from register.surveys.survey_codes import parse_code
from register.terms import Language
from register.wording import Wording

CODE = "code"
_PREFIX = "q_"  # so that no question can be named like another field of the form


@dataclass(frozen=True)
class SurveyAnswer:
    """A checked answer: the one-time code in its one spelling, and the answers by question."""

    code: str
    answers: dict[str, str]


@dataclass(frozen=True)
class Choice:
    code: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Asked:
    """One question as shown. `only_if` is the short name of the question that decides whether it is asked."""

    number: int
    field: str
    label: str
    hint: str
    required: bool
    only_if: str
    choices: tuple[Choice, ...]
    problem: str


def field_names(survey: Survey) -> tuple[str, ...]:
    """Every field the form of this wave may send, in order."""
    return (CODE, *(_field(question) for question in survey.question))


def take_survey(survey: Survey, fields: Mapping[str, str]) -> SurveyAnswer | list[Problem]:
    """The answer, or every problem with it. Answers to questions the household is not asked are left out."""
    given = {q.name: fields[_field(q)] for q in survey.question if fields.get(_field(q))}
    code = parse_code(fields.get(CODE, ""))
    problems = [] if code else [Problem(_code_problem(fields.get(CODE, "")), CODE)]
    for question in survey.question:
        problem = _problem(survey, question, given)
        if problem:
            problems.append(Problem(problem, _field(question)))
    if problems or code is None:
        return problems
    return SurveyAnswer(code, {q.name: given[q.name] for q in survey.question if _counts(survey, q, given)})


def show_survey(
    survey: Survey,
    wording: Wording,
    language: Language,
    fields: Mapping[str, str] | None = None,
    problems: Sequence[Problem] = (),
) -> tuple[Asked, ...]:
    """The questions with what was chosen before and what is wrong with it."""
    chosen = fields or {}
    wrong = problem_words(survey, problems, wording, language)
    short = {question.name: question.short.say(language) for question in survey.question}
    return tuple(
        Asked(
            number=number,
            field=_field(question),
            label=question.label.say(language),
            hint=question.hint.say(language) if question.hint else "",
            required=question.required,
            only_if=short[question.asked_if] if question.asked_if else "",
            choices=_choices(question, wording, language, chosen.get(_field(question), "")),
            problem=wrong.get(_field(question), ""),
        )
        for number, question in enumerate(survey.question, 1)
    )


def problem_words(
    survey: Survey, problems: Sequence[Problem], wording: Wording, language: Language
) -> dict[str, str]:
    """What is wrong, by field and in its order. Each names its question: in the list above the form nothing else does."""
    numbers = {_field(question): number for number, question in enumerate(survey.question, 1)}
    return {
        problem.field: wording.say("survey_problem", problem.code, language).format(
            n=numbers.get(problem.field, "")
        )
        for problem in problems
    }


def _field(question: Question) -> str:
    return _PREFIX + question.name


def _choices(question: Question, wording: Wording, language: Language, chosen: str) -> tuple[Choice, ...]:
    words = wording.section(f"{question.scale}_scale", language)
    return tuple(Choice(code, words[code], code == chosen) for code in question.codes)


def _code_problem(typed: str) -> str:
    return "code_wrong" if typed.strip() else "code_missing"


def _problem(survey: Survey, question: Question, given: Mapping[str, str]) -> str | None:
    """The code of what is wrong with the answer to one question."""
    answer = given.get(question.name)
    if answer is not None:
        return None if answer in question.codes else "not_a_choice"
    if question.required:
        return "missing"
    decides = any(q.asked_if == question.name and q.name in given for q in survey.question)
    return "missing_filter" if decides else None


def _counts(survey: Survey, question: Question, given: Mapping[str, str]) -> bool:
    return question.name in given and survey.is_asked(question, given)
