"""Survey answers taken in: the code in any spelling, only what was asked, and problems beside their questions."""

import pytest

from forms_api.answers import Problem
from forms_api.survey import CODE, SurveyAnswer, field_names, show_survey, take_survey
from register.surveys.survey import read_surveys
from register.surveys.survey_codes import show_code
from register.surveys.survey_records import Taken
from register.terms import Language
from register.wording import load_wording
from tests.factories import PROJECT
from tests.surveys import CODES, survey

WORDING = load_wording("survey")
(WAVE,) = read_surveys(PROJECT / "content")


def _sent(code: str = CODES[0], **answers: str) -> dict[str, str]:
    return {CODE: code, **{f"q_{name}": answer for name, answer in answers.items()}}


def test_the_form_sends_a_code_and_one_field_a_question() -> None:
    names = field_names(survey())
    assert names == ("code", "q_overall", "q_had_repair", "q_repairs", "q_safe", "q_respect")


def test_an_answer_is_taken_with_its_code_in_one_spelling() -> None:
    sent = _sent(show_code(CODES[0]).lower(), overall="neither", safe="not_applicable", respect="")
    taken = take_survey(survey(), sent)
    assert taken == SurveyAnswer(CODES[0], {"overall": "neither", "safe": "not_applicable"})


@pytest.mark.parametrize(
    ("filtered", "kept"),
    [
        ({"had_repair": "yes", "repairs": "neither"}, {"had_repair": "yes", "repairs": "neither"}),
        ({"had_repair": "no", "repairs": "neither"}, {"had_repair": "no"}),
        ({"had_repair": "yes"}, {"had_repair": "yes"}),
        ({}, {}),
    ],
)
def test_only_who_was_asked_is_counted(filtered: dict[str, str], kept: dict[str, str]) -> None:
    taken = take_survey(survey(), _sent(overall="neither", **filtered))
    assert isinstance(taken, SurveyAnswer)
    assert taken.answers == {"overall": "neither", **kept}
    assert survey().misfits(taken.answers) == []


@pytest.mark.parametrize(
    ("sent", "problems"),
    [
        ({}, [Problem("code_missing", CODE), Problem("missing", "q_overall")]),
        (_sent("　", overall="neither"), [Problem("code_missing", CODE)]),
        (_sent("7K2M-4XQ9-0DTU", overall="neither"), [Problem("code_wrong", CODE)]),
        (_sent(), [Problem("missing", "q_overall")]),
        (_sent(overall="great"), [Problem("not_a_choice", "q_overall")]),
        (_sent(overall="not_applicable"), [Problem("not_a_choice", "q_overall")]),
        (_sent(overall="neither", repairs="neither"), [Problem("missing_filter", "q_had_repair")]),
        (_sent(overall="neither", had_repair="no", repairs="x"), [Problem("not_a_choice", "q_repairs")]),
    ],
)
def test_problems_are_named_in_the_order_of_the_form(sent: dict[str, str], problems: list[Problem]) -> None:
    assert take_survey(survey(), sent) == problems


def test_every_question_is_shown_with_its_choices_and_what_was_chosen() -> None:
    shown = show_survey(WAVE, WORDING, Language.ZH, {"q_overall": "neither"})
    assert [asked.number for asked in shown] == list(range(1, 15))
    overall, had_repair, repairs = shown[:3]
    assert [choice.label for choice in overall.choices] == [
        "很满意",
        "比较满意",
        "一般",
        "不太满意",
        "很不满意",
    ]
    assert [choice.code for choice in overall.choices if choice.chosen] == ["neither"]
    assert [choice.label for choice in had_repair.choices] == ["有", "没有"]
    assert (overall.required, overall.only_if, repairs.only_if) == (True, "", "是否报修")
    safe = shown[5]
    assert safe.choices[-1].label == "不涉及"


def test_a_hint_is_shown_where_there_is_one() -> None:
    hinted = WAVE.question[0].model_copy(update={"hint": WAVE.title})
    wave = WAVE.model_copy(update={"question": (hinted, *WAVE.question[1:])})
    assert [asked.hint for asked in show_survey(wave, WORDING, Language.EN)[:2]] == [WAVE.title.en, ""]


@pytest.mark.parametrize("language", Language)
def test_a_problem_stands_beside_its_question_in_the_readers_language(language: Language) -> None:
    problems = take_survey(WAVE, {CODE: CODES[0]})
    assert isinstance(problems, list)
    shown = show_survey(WAVE, WORDING, language, {}, problems)
    assert shown[0].problem == WORDING.say("survey_problem", "missing", language).format(n=1)
    assert [asked.problem for asked in shown[1:]] == [""] * 13


def test_everything_that_can_become_of_an_answer_has_its_words() -> None:
    assert all(WORDING.term(taken, language) for taken in Taken for language in Language)


def test_the_resident_is_told_until_when_her_answers_could_be_joined_to_her() -> None:
    chinese, english = (WORDING.say("survey_page", "privacy", language) for language in Language)
    for said in (
        "满 5 份",
        "合并之前",
        "掌握服务器和答题码发放记录的人有可能对上",
        "不足 5 份的，并入全部答卷",
    ):
        assert said in chinese
    for said in ("as soon as five wait", "Until then", "could match them", "fewer than five"):
        assert said in english
