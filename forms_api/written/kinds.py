"""The kinds of writing: which model, which folder, which questions. A question's name is its way into the model.

`problem__0__what__zh` is `problem[0].what.zh`. The models are those the press reads, so what the desk lets through the
press takes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from forms_api.desk.handling.fields import BETWEEN, Field
from register.content import Written
from register.terms import Matter, Post
from register.written.improvements import Improvement, Improvements, Source
from register.written.inspections import Round, Rounds
from register.written.notices import Notice, NoticeKind
from register.written.replies import Reply


class Writing(StrEnum):
    """What can be written at the desk; stored in its drafts."""

    NOTICE = "notice"
    ROUND = "round"
    IMPROVEMENT = "improvement"
    REPLY = "reply"


@dataclass(frozen=True)
class Form:
    """A kind's folder under `content/`, the model of one piece, its questions, and how a file of it is made."""

    folder: str
    model: type[Written]
    fields: tuple[Field, ...]
    file: type[Written]
    inside: str = ""  # the key of the piece in its file; empty where the file is the piece


MOST_PROBLEMS: Final = 4
PARAGRAPHS: Final = "text"
CHOICES: Final = {"yes": True, "no": False}


def _words(name: str, longest: int, required: bool = True) -> tuple[Field, ...]:
    widget = "text" if longest <= 120 else "area"
    return (
        Field(f"{name}__zh", widget, required, longest=longest),
        Field(f"{name}__en", widget, False, longest=longest * 3),
    )


def _day(name: str, required: bool = False) -> Field:
    return Field(name, "day", required)


def _choice(name: str, vocabulary: type[StrEnum], required: bool = True) -> Field:
    options = tuple(code.value for code in vocabulary)
    return Field(name, "select", required, options, vocabulary.__name__.lower())


def _problem(place: int) -> Iterator[Field]:
    start = f"problem__{place}__"
    yield from _words(f"{start}what", 120, required=False)
    yield _choice(f"{start}post", Post, required=False)
    yield _day(f"{start}due")
    yield _day(f"{start}rectified")
    yield _day(f"{start}rechecked")
    yield Field(f"{start}passed", "select", False, tuple(CHOICES), "written_yes")


FORMS: Final[dict[Writing, Form]] = {
    Writing.NOTICE: Form(
        "notices",
        Notice,
        (
            _choice("kind", NoticeKind),
            *_words("title", 60),
            *_words(PARAGRAPHS, 3000),
            _day("published", required=True),
            _day("ends"),
            *_words("objection", 300, required=False),
            *_words("basis", 200, required=False),
            _day("updated"),
            *_words("result", 600, required=False),
        ),
        Notice,
    ),
    Writing.ROUND: Form(
        "inspections",
        Round,
        (
            *_words("name", 60),
            _choice("matter", Matter),
            _choice("post", Post),
            _day("due", required=True),
            _day("done"),
            Field("independent", "tick", False),
            Field("checked", "number", False, least=1, most=100_000),
            Field("passed", "number", False, least=0, most=100_000),
            *(field for place in range(MOST_PROBLEMS) for field in _problem(place)),
        ),
        Rounds,
        "round",
    ),
    Writing.IMPROVEMENT: Form(
        "improvements",
        Improvement,
        (
            *_words("title", 60),
            _choice("matter", Matter),
            _choice("source", Source),
            *_words("finding", 300),
            *_words("measure", 300),
            _choice("post", Post),
            _day("started", required=True),
            _day("due", required=True),
            _day("done"),
            *_words("effect__measured", 120, required=False),
            *_words("effect__unit", 30, required=False),
            Field("effect__before", "text", False, longest=12),
            Field("effect__after", "text", False, longest=12),
            _day("effect__on"),
            Field("effect__more_is_better", "tick", False),
        ),
        Improvements,
        "improvement",
    ),
    Writing.REPLY: Form(
        "replies",
        Reply,
        (
            Field("period", "select", True),
            *_words("by", 60),
            _day("received", required=True),
            *_words(PARAGRAPHS, 3000),
        ),
        Reply,
    ),
}


def file_of(writing: Writing, piece: Written) -> Written:
    """The content file that holds one piece."""
    form = FORMS[writing]
    return form.file.model_validate({form.inside: (piece,)}) if form.inside else piece


def pieces_of(writing: Writing, file: Written) -> tuple[Written, ...]:
    """The pieces a file holds, as they stand in it."""
    form = FORMS[writing]
    return tuple(getattr(file, form.inside)) if form.inside else (file,)


def nested(values: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, in the shape of the model; what was left empty is not in it."""
    tree: dict[str, Any] = {}
    for name, value in values.items():
        if value in ("", None, False):
            continue
        *way, last = name.split(BETWEEN)
        place = tree
        for part in way:
            place = place.setdefault(part, {})
        place[last] = CHOICES[value] if last == "passed" and value in CHOICES else value
    if "problem" in tree:
        tree["problem"] = [tree["problem"][key] for key in sorted(tree["problem"])]
    if PARAGRAPHS in tree:
        tree[PARAGRAPHS] = paragraphs(tree[PARAGRAPHS])
    return tree


def paragraphs(words: Mapping[str, str]) -> list[dict[str, str]]:
    """A text each line that is not blank; English beside Chinese where both have as many, else it is refused."""
    zh, en = (_lines(words.get(language, "")) for language in ("zh", "en"))
    if en and len(en) != len(zh):
        raise ParagraphsDiffer
    return [{"zh": text, **({"en": en[place]} if en else {})} for place, text in enumerate(zh)]


class ParagraphsDiffer(ValueError):
    """Chinese and English have not the same number of paragraphs."""


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def flat(piece: Written) -> dict[str, str | bool]:
    """A piece as the values of its form."""
    said = piece.model_dump(mode="json", exclude_none=True)
    if PARAGRAPHS in said:
        said[PARAGRAPHS] = {
            language: "\n".join(text[language] for text in said[PARAGRAPHS] if text.get(language))
            for language in ("zh", "en")
        }
    return dict(_leaves(said, ""))


def _leaves(value: Any, name: str) -> Iterator[tuple[str, str | bool]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(one, f"{name}{BETWEEN}{key}" if name else key)
    elif isinstance(value, list):
        for place, one in enumerate(value):
            yield from _leaves(one, f"{name}{BETWEEN}{place}")
    elif isinstance(value, bool) and name.startswith("problem"):
        yield name, "yes" if value else "no"
    else:
        yield (
            name,
            value if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value),
        )


def texts(piece: Written) -> Iterator[tuple[str, str, str]]:
    """Every text somebody typed: the name of its question, its language, its words."""
    for name, value in flat(piece).items():
        language = name.rpartition(BETWEEN)[2]
        if isinstance(value, str) and language in ("zh", "en"):
            yield name, language, value
