"""Posts and the few names the law wants published: `content/people.toml`, shown on `/people/` and nowhere else."""

from typing import Final

from pydantic import Field

from register.content import Words, Written
from register.terms import Post

PEOPLE: Final = "people.toml"


class PostHeld(Written):
    """A post with its duties; `name` only where a legal `basis` for publishing it is declared."""

    post: Post
    title: Words
    duties: Words
    count: int = Field(gt=0)
    phone: str | None = None
    name: str | None = None
    basis: Words | None = None


class People(Written):
    posts: tuple[PostHeld, ...]

    def declared_names(self) -> frozenset[str]:
        """Names published by law; each must have its basis."""
        return frozenset(held.name for held in self.posts if held.name and held.basis)
