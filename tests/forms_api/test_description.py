"""Forms described as data."""

from pathlib import Path
from typing import Any

import pytest

from forms_api.description import FORMS, Description, read_forms
from register.errors import SettingsRefused
from tests.factories import PROJECT

QUESTION = {"name": "what", "control": "text", "label": {"zh": "甲"}, "short": {"zh": "甲"}}
MATTER = {
    "name": "matter",
    "control": "choice",
    "vocabulary": "matter",
    "label": {"zh": "乙"},
    "short": {"zh": "乙"},
}


def description(*questions: dict[str, Any], **change: Any) -> Description:
    values = {"id": "complaint", "kind": "complaint", "title": {"zh": "题"}, "lead": {"zh": "引"}}
    return Description.model_validate({**values, "question": questions or (MATTER, QUESTION), **change})


def test_the_projects_forms_are_read_and_say_everything_in_both_languages() -> None:
    forms, notice = read_forms(PROJECT / "content" / "forms")
    assert tuple(forms) == FORMS
    for form in forms.values():
        for question in form.question:
            said = [question.label, question.short, question.hint, question.missing]
            said += [option.label for option in question.option]
            assert all(words.en for words in said if words)
        assert form.title.en
        assert form.lead.en
    assert all(part.title.en and part.text.en for part in notice.section)


def test_every_form_lets_the_resident_stay_unnamed_and_unpublished() -> None:
    forms, _ = read_forms(PROJECT / "content" / "forms")
    for form in forms.values():
        asked = {question.name: question for question in form.question}
        assert not any(asked[name].required for name in ("name", "phone", "room") if name in asked)
        assert not form.publish or asked["count_only"].control == "tick"


def test_the_digest_says_what_was_asked() -> None:
    assert description().digest == description().digest
    other = description(MATTER, {**QUESTION, "label": {"zh": "别的"}})
    assert description().digest != other.digest


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({**QUESTION, "control": "choice"}, "has options or a vocabulary"),
        ({**QUESTION, "required": True}, "'missing'"),
        ({**QUESTION, "missing": {"zh": "请填写"}}, "'missing'"),
        ({**QUESTION, "part": "contact"}, "contact details are"),
        ({**QUESTION, "name": "phone"}, "contact details are"),
        ({**QUESTION, "needed_if": {"later": "x"}, "missing": {"zh": "请填写"}}, "does not come before it"),
        ({**QUESTION, "colour": "red"}, "Extra inputs"),
        ({**MATTER, "name": "matter2", "option": [{"code": "moon", "label": {"zh": "月"}}]}, "vocabulary"),
        (MATTER, "stands twice"),
    ],
)
def test_a_faulty_question_is_named(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        description(MATTER, wrong)


def test_the_matter_is_asked_or_fixed() -> None:
    with pytest.raises(ValueError, match="asked or fixed"):
        description(QUESTION)
    with pytest.raises(ValueError, match="asked or fixed"):
        description(matter="noise")
    assert description(QUESTION, matter="noise").matter == "noise"


def test_every_fault_of_every_file_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "complaint.toml").write_text("id = 3", encoding="utf-8")
    with pytest.raises(SettingsRefused) as caught:
        read_forms(tmp_path)
    files = {Path(fault.file).name for fault in caught.value.faults}
    assert files == {*(f"{form}.toml" for form in FORMS), "notice.toml"}


def test_the_notice_names_the_estates_own_periods() -> None:
    _, notice = read_forms(PROJECT / "content" / "forms")
    filled = notice.filled(contact_months=7, case_months=31)
    assert "7 个月" in "".join(part.text.zh for part in filled.section)
    assert "31 months" in "".join(part.text.en or "" for part in filled.section)
    assert filled.digest != notice.digest
