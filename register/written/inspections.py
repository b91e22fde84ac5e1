"""Inspections: `content/inspections/*.toml`. Rounds planned and done; problems found, put right, looked at again."""

from datetime import date
from enum import StrEnum
from typing import Final

from pydantic import Field, model_validator

from register.content import Words, Written
from register.terms import Matter, Post

MOST_CHECKED: Final = 500
"""Points of one round. The share passed is over the points of all rounds: one of 100,000 would decide it by itself."""


class Stage(StrEnum):
    """Where a problem stands on a day. Derived from its dates, never written down."""

    OPEN = "open"
    OVERDUE = "overdue"
    RECTIFIED = "rectified"
    PASSED = "passed"
    FAILED = "failed"


class Problem(Written):
    """A problem found on a round: who must put it right by when, and how the second look ended."""

    what: Words
    post: Post
    due: date
    rectified: date | None = None
    rechecked: date | None = None
    passed: bool | None = None

    @model_validator(mode="after")
    def _in_order(self) -> "Problem":
        if (self.rechecked is None) != (self.passed is None):
            raise ValueError("write rechecked and passed together")
        if self.rechecked and (self.rectified is None or self.rechecked < self.rectified):
            raise ValueError("what is rechecked must have been rectified before")
        return self

    @property
    def in_time(self) -> bool:
        return self.rectified is not None and self.rectified <= self.due

    def stage(self, today: date) -> Stage:
        if self.passed is not None:
            return Stage.PASSED if self.passed else Stage.FAILED
        if self.rectified:
            return Stage.RECTIFIED
        return Stage.OVERDUE if today > self.due else Stage.OPEN


class Round(Written):
    """One round of the plan. `due` is the day it was planned for; `independent`: made by people outside the team."""

    name: Words
    matter: Matter
    post: Post
    due: date
    done: date | None = None
    independent: bool = False
    checked: int | None = Field(None, gt=0, le=MOST_CHECKED)
    passed: int | None = Field(None, ge=0)
    problem: tuple[Problem, ...] = ()

    @model_validator(mode="after")
    def _agrees(self) -> "Round":
        if self.done is None:
            if self.problem or self.checked is not None or self.passed is not None:
                raise ValueError("a round that is not done has no results; write done")
            return self
        if self.checked is None or self.passed is None or self.passed > self.checked:
            raise ValueError("a round that is done says how many points were checked, and how many passed")
        if any(one.due < self.done for one in self.problem):
            raise ValueError("a problem cannot be due before it was found")
        return self

    @property
    def in_time(self) -> bool:
        return self.done is not None and self.done <= self.due


class Rounds(Written):
    """A file of rounds, for example a month's or one kind's."""

    round: tuple[Round, ...]
