"""From what was typed to checked answers: one strict pydantic model a form, built once from its description."""

import dataclasses
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    create_model,
)
from pydantic_core import PydanticCustomError

from forms_api import text
from forms_api.description import Description, Question
from register.numbers import CROCKFORD, squeeze

TICKED = "yes"
_MOBILE = re.compile(r"(?:\+?86)?(1[3-9][0-9]{9})")
_OTHER_PHONE = re.compile(r"0[0-9]{9,11}|[2-9][0-9]{6,7}|\+[1-9][0-9]{7,14}")
_PHONE_SEPARATORS = re.compile(r"[\s\-().\u2010-\u2015]+")


@dataclass(frozen=True)
class Problem:
    """What is wrong with one answer: a code of the wording, the field, and what the sentence needs."""

    code: str
    field: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class AskedForm:
    """A description with the model made from it."""

    description: Description
    model: type[BaseModel]
    digest: str


def ask(description: Description) -> AskedForm:
    """Build what checks the answers to a description; done once, when the counter opens."""
    fields: dict[str, Any] = {
        question.name: (
            Annotated[str, AfterValidator(_checker(question))],
            Field(default="", validate_default=True),
        )
        for question in description.question
    }
    config = ConfigDict(strict=True, extra="forbid", frozen=True)
    model: type[BaseModel] = create_model(f"{description.id}_answers", __config__=config, **fields)
    return AskedForm(description, model, description.digest)


def check_answers(form: AskedForm, fields: Mapping[str, str]) -> dict[str, str] | list[Problem]:
    """The answers in their one spelling, or every problem, in the order of the questions."""
    asked = {name: fields[name] for name in form.description.names if name in fields}
    try:
        checked = form.model.model_validate(asked)
    except ValidationError as problem:
        return [
            Problem(error["type"], str(error["loc"][0]), error.get("ctx", {})) for error in problem.errors()
        ]
    return dict(checked)


def plain_phone(typed: str) -> str | None:
    """The number with nothing but digits (and a leading + for abroad), or None if it can be none."""
    number = _PHONE_SEPARATORS.sub("", unicodedata.normalize("NFKC", typed))
    mobile = _MOBILE.fullmatch(number)
    if mobile:
        return mobile[1]
    return number if _OTHER_PHONE.fullmatch(number) else None


def checked_text(value: str, longest: int, *, lines: bool) -> str:
    """A text in its one spelling. Raises PydanticCustomError with the code of what is wrong."""
    tidied = text.tidy(value)
    character = text.refused_character(tidied)
    if character:
        raise PydanticCustomError("control_character", "a character is refused", {"character": character})
    if not lines and "\n" in tidied:
        raise PydanticCustomError("line_break", "more than one line")
    if text.is_overloaded(tidied):
        raise PydanticCustomError("overloaded", "too many marks on one character")
    # A character a person sees is at least one code point, so only a text of too many of those is worth counting.
    count = text.graphemes(tidied) if len(tidied) > longest else 0
    if count > longest:
        raise PydanticCustomError("too_long", "too long", {"count": count, "longest": longest})
    return tidied


def check_value(question: Question, value: str) -> str:
    """One answer in its one spelling, whether it is needed or not. Raises PydanticCustomError."""
    return _CONTROLS[question.control](value, question)


def _checker(question: Question) -> Callable[[str, ValidationInfo], str]:
    def check(value: str, info: ValidationInfo) -> str:
        checked = check_value(question, value)
        needed = question.required or any(
            info.data.get(name) == code for name, code in question.needed_if.items()
        )
        if needed and not checked:
            raise PydanticCustomError("missing", "an answer is missing")
        return checked

    return check


def _choice(value: str, question: Question) -> str:
    if value and value not in question.codes:
        raise PydanticCustomError("not_a_choice", "not one of the choices")
    return value


def _tick(value: str, question: Question) -> str:
    if value not in ("", TICKED):
        raise PydanticCustomError("not_a_choice", "not one of the choices")
    return value


def _phone(value: str, question: Question) -> str:
    tidied = checked_text(value, question.longest, lines=False)
    number = plain_phone(tidied) if tidied else ""
    if number is None:
        raise PydanticCustomError("not_a_phone", "no telephone number")
    return number


def plain_reference(typed: str) -> str | None:
    """A public reference in its one spelling, 8 Crockford characters, or None; I, L and O are read as Crockford reads them."""
    reference = squeeze(typed).replace("O", "0").replace("I", "1").replace("L", "1")
    return reference if len(reference) == 8 and set(reference) <= set(CROCKFORD) else None


def _reference(value: str, question: Question) -> str:
    """A public reference in its one spelling; anything else, like the title of a notice, as it was typed."""
    tidied = checked_text(value, question.longest, lines=False)
    return plain_reference(tidied) or tidied


_CONTROLS: dict[str, Callable[[str, Question], str]] = {
    "choice": _choice,
    "tick": _tick,
    "phone": _phone,
    "reference": _reference,
    "text": lambda value, question: checked_text(value, question.longest, lines=False),
    "long_text": lambda value, question: checked_text(value, question.longest, lines=True),
}
