"""A survey wave: the questions asked, from when to when, and how it was done. Written in `content/surveys/ID.toml`.

The questions follow the Tenant Satisfaction Measures of the Regulator of Social Housing (technical requirements
2022-24): five-point scales without "don't know", the overall question first, "does not apply" only where it can be.
"""

import hashlib
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from register.content import Words, Written, gather, read_written
from register.errors import Fault, SettingsRefused
from register.records import canonical
from register.terms import Matter

Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
SurveyId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")]
Scale = Literal["satisfaction", "agreement", "yes_no"]

YES, NO = "yes", "no"
NOT_APPLICABLE = "not_applicable"
# What can be answered, the best first. Stored for ever; the words are in `site_templates/wording/survey.toml`.
SCALES: dict[Scale, tuple[str, ...]] = {
    "satisfaction": (
        "very_satisfied",
        "fairly_satisfied",
        "neither",
        "fairly_dissatisfied",
        "very_dissatisfied",
    ),
    "agreement": ("strongly_agree", "agree", "neither", "disagree", "strongly_disagree"),
    "yes_no": (YES, NO),
}
# How many of a scale's answers, from the best, count as satisfied.
POSITIVE: dict[Scale, int] = {"satisfaction": 2, "agreement": 2, "yes_no": 1}


class Stage(StrEnum):
    """Where a wave stands on a day. `PAPER`: closed to residents, but paper handed in on time is still typed in."""

    COMING = "coming"
    OPEN = "open"
    PAPER = "paper"
    ENDED = "ended"


class Way(StrEnum):
    """How an answer came; kept as two totals, never with the answer."""

    WEB = "web"
    PAPER = "paper"


class Question(Written):
    """One question. `measure` names the one it follows, `matter` the quality page it belongs to.

    `asked_if` is the name of an earlier yes-or-no question: only households that say yes there are asked.
    """

    name: Code
    scale: Scale
    label: Words
    short: Words
    hint: Words | None = None
    measure: str | None = None
    matter: Matter | None = None
    required: bool = False
    may_not_apply: bool = False
    asked_if: Code | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> "Question":
        if self.may_not_apply and self.scale == "yes_no":
            raise ValueError(f"{self.name}: 'does not apply' is no answer to yes or no")
        if self.required and self.may_not_apply:
            raise ValueError(
                f"{self.name}: everybody answers it, so how many it does not apply to could be worked out; "
                "take `required` or `may_not_apply` away"
            )
        if self.required and self.asked_if:
            raise ValueError(f"{self.name}: not every household is asked, so it cannot be required")
        return self

    @property
    def codes(self) -> tuple[str, ...]:
        """What may be answered."""
        return SCALES[self.scale] + ((NOT_APPLICABLE,) if self.may_not_apply else ())

    @property
    def positive(self) -> tuple[str, ...]:
        return SCALES[self.scale][: POSITIVE[self.scale]]


class Method(Written):
    """The method statement, published with the results; timing and number of answers are computed.

    The points are those that the measures' technical requirements ask every landlord to publish.
    """

    collection: Words
    sampling: Words
    representativeness: Words
    weighting: Words
    contractor: Words
    excluded: Words
    incentives: Words
    shortfall: Words | None = None
    other: Words | None = None


class Survey(Written):
    """A wave. Residents answer from `opens` to `closes`, both included; paper is typed in until `paper_closes`."""

    id: SurveyId
    title: Words
    lead: Words
    opens: date
    closes: date
    paper_closes: date
    method: Method
    question: Annotated[tuple[Question, ...], Field(min_length=1, max_length=30)]

    @model_validator(mode="after")
    def _is_in_order(self) -> "Survey":
        if not self.opens <= self.closes <= self.paper_closes:
            raise ValueError("the dates must follow one another: opens, closes, paper_closes")
        filters: set[str] = set()
        names: set[str] = set()
        for question in self.question:
            if question.name in names:
                raise ValueError(f"{question.name}: the name stands twice")
            if question.asked_if and question.asked_if not in filters:
                raise ValueError(f"{question.name}: asked_if names no yes-or-no question before it")
            names.add(question.name)
            if question.scale == "yes_no":
                filters.add(question.name)
        return self

    @property
    def digest(self) -> str:
        """SHA-256 of what was asked, kept with the answers; the method may still be corrected."""
        asked = [question.model_dump(mode="json") for question in self.question]
        return hashlib.sha256(canonical({"id": self.id, "question": asked})).hexdigest()

    @property
    def dates(self) -> tuple[date, date, date]:
        """From when until when is asked; the slips say it, so it stands once the first code is issued."""
        return self.opens, self.closes, self.paper_closes

    def stage(self, on: date) -> Stage:
        if on < self.opens:
            return Stage.COMING
        if on <= self.closes:
            return Stage.OPEN
        return Stage.PAPER if on <= self.paper_closes else Stage.ENDED

    def takes(self, way: Way, on: date) -> bool:
        """Whether an answer that comes this way is still in time."""
        return self.stage(on) in ((Stage.OPEN,) if way == Way.WEB else (Stage.OPEN, Stage.PAPER))

    def is_asked(self, question: Question, answers: Mapping[str, str]) -> bool:
        """Whether a household that answered so is asked this question."""
        return question.asked_if is None or answers.get(question.asked_if) == YES

    def misfits(self, answers: Mapping[str, str]) -> list[str]:
        """The names whose answers do not belong here: unknown, not a code of the scale, not asked, or missing."""
        questions = {question.name: question for question in self.question}
        wrong = [name for name in answers if name not in questions]
        for name, question in questions.items():
            if name not in answers:
                wrong += [name] if question.required else []
            elif answers[name] not in question.codes or not self.is_asked(question, answers):
                wrong.append(name)
        return wrong


def read_surveys(content: Path) -> tuple[Survey, ...]:
    """Every wave of the estate, the latest first. Raises SettingsRefused with the faults of all files."""
    files = sorted((content / "surveys").glob("*.toml"))
    surveys: list[Survey] = gather(*[lambda file=file: _read(file, content.parent) for file in files])
    return tuple(sorted(surveys, key=lambda survey: survey.opens, reverse=True))


def _read(file: Path, root: Path) -> Survey:
    survey = read_written(file, Survey, root)
    if survey.id != file.stem:
        problem = f"must be the name of its file, {file.stem}"
        raise SettingsRefused([Fault(str(file.relative_to(root)), "id", survey.id, problem)])
    return survey
