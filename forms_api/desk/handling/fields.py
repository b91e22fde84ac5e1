"""From a model of particulars to the fields of a form, and back: one builder for every step. Pure.

A field's widget follows from its type: a vocabulary is a choice, several of one are boxes, a long text is an area.
"""

import types
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Final, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from forms_api.text import refused_character, tidy

FEW: Final = 5
SHORT: Final = 200
BETWEEN: Final = "__"
Typed = Mapping[str, str]
Choices = Mapping[str, Collection[str]]


@dataclass(frozen=True)
class Field:
    """One question. `widget` is text, area, number, moment, tick, radios, select or boxes; `options` are codes.

    `vocabulary` names the wording section of the options; empty where their labels come with them.
    """

    name: str
    widget: str
    required: bool
    options: tuple[str, ...] = ()
    vocabulary: str = ""
    longest: int | None = None
    least: int | None = None
    most: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names under which the field is sent; each box has its own, because no name may come twice."""
        if self.widget == "boxes":
            return tuple(f"{self.name}{BETWEEN}{option}" for option in self.options)
        return (self.name,)


def fields_of(
    model: type[BaseModel], choices: Choices | None = None, hidden: Collection[str] = ()
) -> tuple[Field, ...]:
    """The fields of a model, in its order. `choices` narrows or supplies the options of a field by name."""
    return tuple(
        _field(name, info, (choices or {}).get(name))
        for name, info in model.model_fields.items()
        if name not in hidden
    )


def _field(name: str, info: FieldInfo, choices: Collection[str] | None) -> Field:
    kind, several = _kind(info.annotation)
    least, most = _bound(info, Ge, "ge"), _bound(info, Le, "le")
    shortest, longest = _bound(info, MinLen, "min_length"), _bound(info, MaxLen, "max_length")
    required = info.is_required() and (kind is not str or bool(shortest) or longest is None)
    if kind is not None and issubclass(kind, StrEnum):
        options = tuple(code.value for code in kind if choices is None or code.value in choices)
        options = tuple(choices) if choices is not None else options
        widget = "boxes" if several else "radios" if len(options) <= FEW else "select"
        return Field(name, widget, required, options, kind.__name__.lower(), most=longest)
    if kind is bool:
        return Field(name, "tick", required)
    if kind is int:
        return Field(name, "number", required, least=least, most=most)
    if choices is not None:
        return Field(name, "select", required, tuple(choices))
    widget = "text" if longest is None or longest <= SHORT else "area"
    return Field(name, widget, required, longest=longest)


def _kind(annotation: Any) -> tuple[type | None, bool]:
    """The type behind an annotation, and whether several of it may be given."""
    origin = get_origin(annotation)
    if origin is tuple:
        inner = get_args(annotation)[0]
        return get_args(inner)[0] if get_origin(inner) is Annotated else inner, True
    if origin in (Union, types.UnionType):
        return next(part for part in get_args(annotation) if part is not type(None)), False
    return (annotation if isinstance(annotation, type) else None), False


def _bound(info: FieldInfo, mark: type, attribute: str) -> int | None:
    return next((getattr(held, attribute) for held in info.metadata if isinstance(held, mark)), None)


def read_values(fields: tuple[Field, ...], typed: Typed) -> dict[str, Any]:
    """What was typed as the values a model is made from; texts tidied, ticks as truth, boxes as lists."""
    return {field.name: _value(field, typed) for field in fields}


def _value(field: Field, typed: Typed) -> Any:
    if field.widget == "boxes":
        return [option for option in field.options if f"{field.name}{BETWEEN}{option}" in typed]
    if field.widget == "tick":
        return field.name in typed
    return tidy(typed.get(field.name, ""))


def unfit_texts(fields: tuple[Field, ...], typed: Typed) -> dict[str, str]:
    """Fields that hold a character which may not be kept, with its name."""
    found = {field.name: refused_character(tidy(typed.get(field.name, ""))) for field in fields}
    return {name: character for name, character in found.items() if character}
