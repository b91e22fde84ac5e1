import pytest

from forms_api.desk.handling.fields import Field, fields_of, read_values, unfit_texts
from forms_api.desk.handling.stepforms import FORMLESS
from forms_api.desk.pages import Pages
from register.steps import PARTICULARS, Answered, Assigned, Extended, FedBack, Reconsidered, Transferred
from register.terms import Language, Outcome, Step

PAGES = Pages()


def by_name(fields: tuple[Field, ...]) -> dict[str, Field]:
    return {field.name: field for field in fields}


def test_the_widget_follows_from_the_type() -> None:
    answered = by_name(fields_of(Answered))
    assert {name: field.widget for name, field in answered.items()} == {
        "outcome": "select",
        "measures": "boxes",
        "text": "area",
    }
    assert by_name(fields_of(FedBack))["satisfaction"].widget == "radios"
    assert by_name(fields_of(Reconsidered))["changed"].widget == "tick"
    days = by_name(fields_of(Extended))["working_days"]
    assert (days.widget, days.least, days.most, days.required) == ("number", 1, 15, True)
    assert by_name(fields_of(Transferred))["to"].longest == 100


def test_a_note_may_be_left_out_and_an_answer_may_not() -> None:
    fields = by_name(fields_of(FedBack))
    assert (fields["satisfaction"].required, fields["note"].required) == (True, False)


def test_choices_narrow_a_vocabulary_and_supply_people() -> None:
    narrowed = by_name(fields_of(Answered, {"outcome": ("explained", "rectified")}))
    assert narrowed["outcome"].options == ("explained", "rectified")
    assert narrowed["outcome"].widget == "radios"
    people = by_name(fields_of(Assigned, {"to": ("wangfang",)}))["to"]
    assert (people.widget, people.options, people.vocabulary) == ("select", ("wangfang",), "")


def test_every_box_has_a_name_of_its_own() -> None:
    measures = by_name(fields_of(Answered))["measures"]
    assert "measures__cleaned" in measures.names
    assert len(set(measures.names)) == len(measures.options)


def test_what_was_typed_comes_back_as_the_model_wants_it() -> None:
    fields = fields_of(Answered)
    typed = {
        "outcome": "rectified",
        "measures__cleaned": "yes",
        "measures__planned": "yes",
        "text": " 已清运。\r\n ",
    }
    values = read_values(fields, typed)
    assert values == {"outcome": "rectified", "measures": ["cleaned", "planned"], "text": "已清运。"}
    assert Answered.model_validate(values).outcome == Outcome.RECTIFIED


def test_a_tick_is_there_or_not() -> None:
    fields = fields_of(Reconsidered)
    assert read_values(fields, {"changed": "yes"})["changed"] is True
    assert read_values(fields, {})["changed"] is False


def test_hidden_and_reordering_characters_are_found_by_name() -> None:
    fields = fields_of(Transferred)
    found = unfit_texts(fields, {"to": "街道\u202e办", "text": "好"})
    assert list(found) == ["to"]
    assert "RIGHT-TO-LEFT OVERRIDE" in found["to"]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("step", list(Step))
def test_every_field_of_every_step_has_its_words(step: Step, language: Language) -> None:
    for field in () if step in FORMLESS else fields_of(PARTICULARS[step]):
        assert PAGES.label(field.name, language, step.value)
        assert field.widget
        for code in field.options:
            assert PAGES.option(field, code, language)
    assert PAGES.say("verb", step.value, language)
    assert PAGES.say("step_help", step.value, language)
