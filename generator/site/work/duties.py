"""What the law asks to be disclosed: profiles of a place in `content/duties/*.toml`, what was done in
`content/disclosures.toml`. A duty with a rhythm falls due so many months after it was last met, the first time after the estate began to publish."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import zip_longest
from typing import Annotated

from pydantic import Field

from register.content import Words, Written

DutyId = Annotated[str, Field(pattern=r"^[a-z][a-z_]+$")]


class KeptBy(StrEnum):
    """Where the days come from on which a duty was met."""

    LOG = "log"
    RELEASES = "releases"
    SITE = "site"


class DutyState(StrEnum):
    STANDING = "standing"
    KEPT = "kept"
    OVERDUE = "overdue"
    NEVER = "never"


class Duty(Written):
    """`months` is the rhythm; without one the matter is to be shown all the time. `page` is where it is on the site."""

    id: DutyId
    what: Words
    months: int | None = Field(None, ge=1, le=24)
    basis: Words
    page: str | None = Field(None, pattern=r"^([a-z]+/)*$")
    kept_by: KeptBy = KeptBy.LOG


class Profile(Written):
    """The duties of a place and where they are written."""

    name: Words
    note: Words
    source: tuple[Words, ...]
    duty: tuple[Duty, ...]


class Done(Written):
    """A duty met: on which day, and where it was shown."""

    duty: DutyId
    on: date
    where: Words


class Disclosures(Written):
    profile: str = "generic"
    done: tuple[Done, ...] = ()


@dataclass(frozen=True)
class Turn:
    """A day on which a duty fell due, and the day on which it was then met, if it was."""

    duty: Duty
    due: date
    done: date | None

    @property
    def in_time(self) -> bool:
        return self.done is not None and self.done <= self.due


def turns(duty: Duty, days: Iterable[date], begun: date | None) -> Iterator[Turn]:
    """Every turn of a duty with a rhythm, oldest first; the last one is the next that falls due.

    What was never met falls due all the same, counted from `begun`, the first day that was published about.
    """
    if duty.months is None:
        return
    met = sorted(days)
    if begun is not None and (not met or met[0] > begun):
        met = [begun, *met]
    for day, done in zip_longest(met, met[1:]):
        yield Turn(duty, months_later(day, duty.months), done)


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
