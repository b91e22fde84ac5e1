"""The one spelling of a content file that a program writes: TOML with a heading that says who keeps it.

A file is the desk's exactly as long as its bytes are those the desk would write. Once somebody edits it by hand, with
a comment or in another order, it is hers: no program touches it again, so no comment is ever lost.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from pydantic import ValidationError

from register.content import Written

HEADING: Final = "# 由工作台维护，请在工作台修改。\n# Kept by the desk; change it there.\n"


def to_toml(model: Written) -> bytes:
    """The file: values first, then tables, each list of tables in its order; what is empty or as usual is left out."""
    table = model.model_dump(exclude_none=True, exclude_defaults=True)
    return (HEADING + "".join(_lines(table, ()))).encode("utf-8")


def is_spelled(data: bytes, model: type[Written]) -> bool:
    """Whether these are the very bytes `to_toml` gives for what they say."""
    try:
        return to_toml(model.model_validate(tomllib.loads(data.decode("utf-8")))) == data
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError):
        return False


def _lines(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    lists = {key: value for key, value in table.items() if _is_list_of_tables(value)}
    for key, value in table.items():
        if key not in lists:
            yield f"{key} = {_value(value)}\n"
    for key, value in lists.items():
        for one in value:
            yield f"\n[[{'.'.join((*path, key))}]]\n"
            yield from _lines(one, (*path, key))


def _is_list_of_tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and isinstance(value[0], dict)


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(one) for one in value) + "]"
    return _string(str(value))


def _string(text: str) -> str:
    """A basic string; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
