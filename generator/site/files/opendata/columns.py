"""What a set of open data is made of: columns with titles in both languages, and rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.site.content import Content
from register.content import Words

Cell = str | int | None
Row = tuple[Cell, ...]
Kind = Literal["string", "integer", "date", "number"]


@dataclass(frozen=True)
class Field:
    """A column. Codes keep their stored spelling; the glossary and the pages say them in words."""

    name: str
    zh: str
    en: str
    kind: Kind = "string"
    required: bool = False


@dataclass(frozen=True)
class DataSet:
    """A table; `page` is where the site shows the same to read."""

    name: str
    title: Words
    page: str
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]


PERIOD = Field("period", "公示期", "Period", required=True)
Rows = Callable[[Content, date], Iterator[Row]]
Described = tuple[str, Words, str, tuple[Field, ...], Rows]
"""A set before its rows are made: name, title, page, columns, and what gives the rows."""
