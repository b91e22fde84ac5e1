"""Training: `content/training.toml`. The plan, what was held, tests by session, and certificates by post; no person."""

from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from register.content import Words, Written
from register.terms import Post

FEWEST_TESTED = 5
"""Under so many, a session's result would tell of persons: it is counted with the period's others only."""


MOST_TESTED = 500
"""People at one session. The share that passed is over all sessions: one of thousands would decide it by itself."""


class Cause(StrEnum):
    """Why a session is held."""

    PLAN = "plan"
    LAW = "law"
    COMPLAINTS = "complaints"
    INSPECTIONS = "inspections"
    SURVEY = "survey"


class Session(Written):
    topic: Words
    posts: tuple[Post, ...] = Field(min_length=1)
    cause: Cause = Cause.PLAN
    drill: bool = False
    due: date
    done: date | None = None
    hours: float | None = Field(None, gt=0)
    attended: int | None = Field(None, gt=0)
    tested: int | None = Field(None, gt=0, le=MOST_TESTED)
    passed: int | None = Field(None, ge=0)

    @model_validator(mode="after")
    def _agrees(self) -> "Session":
        if self.done is None and (self.attended or self.tested):
            raise ValueError("a session that was not held has no results; write done")
        if self.done and (self.attended is None or self.hours is None):
            raise ValueError("a session that was held says how many attended, and for how many hours")
        if (self.tested is None) != (self.passed is None) or (self.passed or 0) > (self.tested or 0):
            raise ValueError("write tested and passed together; no more can pass than were tested")
        return self

    @property
    def in_time(self) -> bool:
        return self.done is not None and self.done <= self.due

    @property
    def shows_result(self) -> bool:
        return self.tested is not None and self.tested >= FEWEST_TESTED


class Certificate(Written):
    """A certificate the law asks of a post: how many must hold it, how many do."""

    name: Words
    basis: Words
    post: Post
    required: int = Field(gt=0)
    held: int = Field(ge=0)


class Training(Written):
    session: tuple[Session, ...] = ()
    certificate: tuple[Certificate, ...] = ()
