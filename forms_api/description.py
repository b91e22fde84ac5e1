"""A form described as data: `content/forms/NAME.toml`. The page, the check and the labels all come from it."""

import hashlib
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from register import terms
from register.content import Words, Written, gather, read_written
from register.records import canonical
from register.terms import Kind, Matter

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
Control = Literal["choice", "text", "long_text", "phone", "tick", "reference"]
Part = Literal["submission", "contact"]
FORMS = ("complaint", "repair", "inquiry", "suggestion", "objection")
# Vocabularies a choice may take its options from; what is chosen goes into the submission's field of that name.
VOCABULARIES: dict[str, type[StrEnum]] = {"kind": Kind, "matter": Matter, "urgency": terms.Urgency}
CONTACT_FIELDS = ("name", "phone", "room")


class Option(Written):
    """One thing to choose. `alarm` marks the answer that sends the resident to the telephone at once."""

    code: Code
    label: Words
    alarm: bool = False


class Question(Written):
    """One field. `short` names it on the check page and on the desk; `missing` are the words where it must be answered.

    `needed_if` makes it required where another, earlier question was answered so. `longest` counts graphemes.
    """

    name: Code
    control: Control
    part: Part = "submission"
    numbered: bool = True
    label: Words
    short: Words
    hint: Words | None = None
    required: bool = False
    needed_if: dict[Code, Code] = {}
    missing: Words | None = None
    longest: Annotated[int, Field(ge=1, le=2000)] = 100
    vocabulary: Literal["kind", "matter", "urgency"] | None = None
    option: tuple[Option, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> "Question":
        if (self.control == "choice") != bool(self.option or self.vocabulary):
            raise ValueError(f"{self.name}: a choice has options or a vocabulary, nothing else has")
        if (self.required or bool(self.needed_if)) != (self.missing is not None):
            raise ValueError(f"{self.name}: words in 'missing' belong to a question that must be answered")
        if (self.part == "contact") != (self.name in CONTACT_FIELDS):
            raise ValueError(f"{self.name}: contact details are {', '.join(CONTACT_FIELDS)}, and only they")
        if self.vocabulary and not {o.code for o in self.option} <= set(VOCABULARIES[self.vocabulary]):
            raise ValueError(f"{self.name}: an option is not in the vocabulary {self.vocabulary}")
        return self

    @property
    def codes(self) -> tuple[str, ...]:
        """What may be chosen."""
        if self.option:
            return tuple(option.code for option in self.option)
        return tuple(VOCABULARIES[self.vocabulary]) if self.vocabulary else ()

    @property
    def alarms(self) -> frozenset[str]:
        return frozenset(option.code for option in self.option if option.alarm)


class Description(Written):
    """A whole form. `kind` and `matter` stand here where the form does not ask them; `photos` may be added.

    Without `publish` its cases are only ever counted.
    """

    id: Literal["complaint", "repair", "inquiry", "suggestion", "objection"]
    kind: Kind
    matter: Matter | None = None
    title: Words
    lead: Words
    photos: bool = False
    publish: bool = True
    question: Annotated[tuple[Question, ...], Field(min_length=1, max_length=20)]

    @model_validator(mode="after")
    def _asks_each_once(self) -> "Description":
        names = [question.name for question in self.question]
        if len(set(names)) != len(names):
            raise ValueError("a question's name stands twice")
        for place, question in enumerate(self.question):
            if not set(question.needed_if) <= set(names[:place]):
                raise ValueError(f"{question.name}: needed_if names a question that does not come before it")
        if (self.matter is None) != any(q.vocabulary == "matter" for q in self.question):
            raise ValueError("the matter is asked or fixed, one of the two")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(question.name for question in self.question)

    @property
    def digest(self) -> str:
        """SHA-256 of the description, kept with every answer: it says what was asked."""
        return hashlib.sha256(canonical(self.model_dump(mode="json"))).hexdigest()


class Notice(Written):
    """What a resident is told before she sends: who, why, how long, what is published and what never, her rights."""

    version: str
    title: Words
    brief: Words
    section: tuple["Paragraph", ...]

    def filled(self, **values: object) -> "Notice":
        """The notice with the estate's own periods in place of `{contact_months}` and its like."""
        sections = tuple(paragraph.filled(values) for paragraph in self.section)
        return self.model_copy(update={"section": sections})

    @property
    def digest(self) -> str:
        """SHA-256 of the text consented to."""
        return hashlib.sha256(canonical(self.model_dump(mode="json"))).hexdigest()


class Paragraph(Written):
    title: Words
    text: Words

    def filled(self, values: dict[str, object]) -> "Paragraph":
        english = self.text.en.format(**values) if self.text.en else None
        return self.model_copy(update={"text": Words(zh=self.text.zh.format(**values), en=english)})


def read_forms(folder: Path) -> tuple[dict[str, Description], Notice]:
    """Every form and the notice. Raises SettingsRefused with every fault of every file."""
    readings = [
        lambda f=form: read_written(folder / f"{f}.toml", Description, folder.parent) for form in FORMS
    ]
    *forms, notice = gather(*readings, lambda: read_written(folder / "notice.toml", Notice, folder.parent))
    return {form.id: form for form in forms}, notice
