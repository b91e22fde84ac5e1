"""Service points: `content/points.toml`. What is done where, to what standard and how often: each has its board."""

from typing import Annotated

from pydantic import Field, model_validator

from register.content import Words, Written
from register.terms import Post

PointId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
MOST_TASKS = 8
"""As many fit on one page of A4, each on two lines."""


class Task(Written):
    what: Words
    standard: Words
    often: Words


class Point(Written):
    """A place of the estate where one post serves. `id` is the address of its board."""

    id: PointId
    place: Words
    post: Post
    task: tuple[Task, ...] = Field(min_length=1, max_length=MOST_TASKS)


class Points(Written):
    point: tuple[Point, ...] = ()

    @model_validator(mode="after")
    def _each_once(self) -> "Points":
        ids = [one.id for one in self.point]
        if len(set(ids)) != len(ids):
            raise ValueError("an id is used twice; it is the address of a board")
        return self
