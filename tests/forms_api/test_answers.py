"""From what was typed to checked answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms_api.answers import AskedForm, Problem, ask, check_answers, plain_phone
from forms_api.description import read_forms
from tests.factories import PROJECT
from tests.forms_api.visitor import COMPLAINT

FORMS, _ = read_forms(PROJECT / "content" / "forms")
ASKED = {name: ask(form) for name, form in FORMS.items()}


def problems(form: AskedForm = ASKED["complaint"], **answers: str) -> list[tuple[str, str]]:
    checked = check_answers(form, {**COMPLAINT, **answers})
    return [(problem.field, problem.code) for problem in checked] if isinstance(checked, list) else []


def test_good_answers_come_back_in_their_one_spelling() -> None:
    checked = check_answers(
        ASKED["complaint"], {**COMPLAINT, "what": " 很吵 \r\n每天 ", "phone": "１３８ 0000-1234"}
    )
    assert isinstance(checked, dict)
    assert checked["what"] == "很吵 \n每天"
    assert checked["phone"] == "13800001234"
    assert checked["wish"] == checked["count_only"] == ""


def test_nothing_answered_names_every_required_question_in_order() -> None:
    checked = check_answers(ASKED["complaint"], {})
    assert checked == [Problem("missing", name) for name in ("matter", "what", "reply")]


@pytest.mark.parametrize(
    ("answers", "problem"),
    [
        ({"matter": "moon"}, ("matter", "not_a_choice")),
        ({"matter": "1e999"}, ("matter", "not_a_choice")),
        ({"what": " \u3000\u200b"}, ("what", "missing")),
        ({"what": "字" * 1001}, ("what", "too_long")),
        ({"what": "z" + "\u0335" * 5000}, ("what", "overloaded")),
        ({"what": "坏\0字"}, ("what", "control_character")),
        ({"name": "陈\u202e建国"}, ("name", "control_character")),
        ({"name": "陈\r\nBcc: x@y"}, ("name", "line_break")),
        ({"phone": ""}, ("phone", "missing")),
        ({"phone": "1380000"}, ("phone", "not_a_phone")),
        ({"phone": "١٣٨٠٠٠٠١٢٣٤"}, ("phone", "not_a_phone")),
        ({"count_only": "on"}, ("count_only", "not_a_choice")),
    ],
)
def test_one_wrong_answer_is_named(answers: dict[str, str], problem: tuple[str, str]) -> None:
    assert problems(**answers) == [problem]


def test_a_text_is_measured_in_characters_people_see() -> None:
    assert problems(what="👨‍👩‍👧" * 1000) == []
    assert problems(what="一\r\n" * 500) == []


def test_the_phone_is_asked_only_of_who_wants_a_call() -> None:
    assert problems(reply="by_code", phone="") == []


def test_a_repair_at_home_needs_the_flat() -> None:
    answers = {"urgency": "ordinary", "matter": "maintenance", "place": "厨房", "room": ""}
    assert problems(ASKED["repair"], **answers) == [("room", "missing")]
    assert problems(ASKED["repair"], **{**answers, "matter": "facilities"}) == []


@pytest.mark.parametrize(
    "typed", ["13800001234", "+86 138-0000-1234", "0571 5550 0100", "55500100", "+4930123456"]
)
def test_numbers_people_write_are_taken(typed: str) -> None:
    assert plain_phone(typed) is not None


@pytest.mark.parametrize("typed", ["", "12", "138000012345", "110", "abc", "=1+1", "@all"])
def test_what_is_no_number_is_not(typed: str) -> None:
    assert plain_phone(typed) is None


@given(st.dictionaries(st.sampled_from(list(COMPLAINT)), st.text(max_size=60)))
def test_no_answers_break_the_check(answers: dict[str, str]) -> None:
    checked = check_answers(ASKED["complaint"], answers)
    if isinstance(checked, dict):
        assert check_answers(ASKED["complaint"], checked) == checked
