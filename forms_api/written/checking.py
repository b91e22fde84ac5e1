"""From what was typed to a piece the press will take, or a problem's code for every question that has one. Pure."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from forms_api.desk.handling.fields import BETWEEN, Field
from forms_api.text import refused_character
from forms_api.written.kinds import FORMS, PARAGRAPHS, ParagraphsDiffer, Writing, nested
from register.content import Written

# Contradictions the models name in English; the words in both languages are in `wording/written.toml`, section `rule`.
RULES: Final[dict[str, str]] = {
    "a publicity says when it ends and where to object; write ends and objection": "publicity_incomplete",
    "a notice cannot end before it was published": "ends_before",
    "a notice cannot be updated before it was published": "updated_before",
    "write rechecked and passed together": "rechecked_and_passed",
    "what is rechecked must have been rectified before": "rechecked_before",
    "a round that is not done has no results; write done": "results_without_done",
    "a round that is done says how many points were checked, and how many passed": "done_without_results",
    "a problem cannot be due before it was found": "due_before_found",
    "an improvement cannot end before it started": "ended_before_started",
    "an effect is measured after the measure is done; write done": "effect_before_done",
}
GENERAL: Final = ""


def check_writing(writing: Writing, values: Mapping[str, Any]) -> Written | dict[str, str]:
    """The piece, or every problem by question; under GENERAL what is about several at once."""
    fields = {field.name: field for field in FORMS[writing].fields}
    problems = {name: code for name, field in fields.items() if (code := _unfit(field, values.get(name)))}
    try:
        piece = FORMS[writing].model.model_validate(nested(_said(writing, values)))
    except ParagraphsDiffer:
        return {f"{PARAGRAPHS}{BETWEEN}en": "paragraphs", **problems}
    except ValidationError as found:
        told = dict(_named(error, fields) for error in reversed(found.errors()))
        return {**told, **problems}
    return problems or piece


def _said(writing: Writing, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that are the model's; a reply's period is its file's name."""
    return {
        name: value for name, value in values.items() if not (writing == Writing.REPLY and name == "period")
    }


def _unfit(field: Field, value: Any) -> str:
    if field.required and not value:
        return "missing"
    if not isinstance(value, str):
        return ""
    if refused_character(value):
        return "character"
    return "too_long" if field.longest and len(value) > field.longest else ""


def _named(error: Any, fields: Mapping[str, Field]) -> tuple[str, str]:
    """The question an error is about, and its code."""
    name = BETWEEN.join(str(part) for part in error["loc"])
    rule = RULES.get(str(error["msg"]).removeprefix("Value error, "))
    if rule:
        return GENERAL, f"rule.{rule}"
    code = "missing" if error["type"] == "missing" else "wrong"
    for candidate in (name, f"{name}{BETWEEN}zh"):
        if candidate in fields:
            return candidate, code
    return GENERAL, code
