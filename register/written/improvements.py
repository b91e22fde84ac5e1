"""Improvements: `content/improvements/*.toml`. From a finding to a measure to its effect, measured before and after."""

from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from register.content import Words, Written
from register.terms import Matter, Post


class Source(StrEnum):
    """Where the finding came from."""

    COMPLAINTS = "complaints"
    INSPECTIONS = "inspections"
    SURVEY = "survey"
    SUGGESTIONS = "suggestions"


class Progress(StrEnum):
    """Where an improvement stands on a day. Derived from its dates."""

    UNDER_WAY = "under_way"
    OVERDUE = "overdue"
    DONE = "done"
    BETTER = "better"
    NOT_BETTER = "not_better"


class Effect(Written):
    """The same thing measured in the 90 days before and after. Never a count of cases: those are the gate's to publish."""

    measured: Words
    unit: Words
    before: float = Field(ge=0)
    after: float = Field(ge=0)
    on: date
    more_is_better: bool = False

    @property
    def better(self) -> bool:
        return self.after > self.before if self.more_is_better else self.after < self.before


class Improvement(Written):
    """A finding, what is done about it and by when, and what came of it."""

    title: Words
    matter: Matter
    source: Source
    finding: Words
    measure: Words
    post: Post
    started: date
    due: date
    done: date | None = None
    effect: Effect | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Improvement":
        if self.due < self.started or (self.done and self.done < self.started):
            raise ValueError("an improvement cannot end before it started")
        if self.effect and (self.done is None or self.effect.on < self.done):
            raise ValueError("an effect is measured after the measure is done; write done")
        return self

    @property
    def in_time(self) -> bool:
        return self.done is not None and self.done <= self.due

    def progress(self, today: date) -> Progress:
        if self.effect:
            return Progress.BETTER if self.effect.better else Progress.NOT_BETTER
        if self.done:
            return Progress.DONE
        return Progress.OVERDUE if today > self.due else Progress.UNDER_WAY


class Improvements(Written):
    improvement: tuple[Improvement, ...]
