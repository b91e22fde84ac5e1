"""What the estate's own records said when a period was released: rounds, improvements and training in dates and numbers.

The figures on them are computed anew for every site. What stands here is in the chain, so that whoever takes a round out
of a published period, or puts one in, moves a figure that can be held against this one (decision 0093). No free words:
what somebody wrote must remain hers to correct.
"""

from typing import Annotated, Literal

from pydantic import Field

from generator.disclosure.cases.published import Count, Published
from generator.disclosure.figures.indicators import Figure, is_none
from register.terms import Matter

Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
RecordKind = Literal["round", "improvement", "session"]


class ProblemFacts(Published):
    """A problem of a round: by when, put right and looked at again when, and whether that was passed."""

    due: Day
    rectified: Day | None = Field(None, exclude_if=is_none)
    rechecked: Day | None = Field(None, exclude_if=is_none)
    passed: bool | None = Field(None, exclude_if=is_none)


class RecordFacts(Published):
    """One record as it stood on a period's last day: what was not done by then is not in it.

    `counted` and `passed` are points checked, or people tested; `measured` the day of an improvement's effect and `passed`
    whether it was one. What is None is not written.
    """

    kind: RecordKind
    due: Day
    matter: Matter | None = Field(None, exclude_if=is_none)
    cause: str | None = Field(None, exclude_if=is_none)
    drill: bool | None = Field(None, exclude_if=is_none)
    independent: bool | None = Field(None, exclude_if=is_none)
    started: Day | None = Field(None, exclude_if=is_none)
    done: Day | None = Field(None, exclude_if=is_none)
    measured: Day | None = Field(None, exclude_if=is_none)
    counted: Count | None = Field(None, exclude_if=is_none)
    passed: Count | None = Field(None, exclude_if=is_none)
    problems: tuple[ProblemFacts, ...] = ()


class OwnRecords(Published):
    """The records that a period's figures rest on, and those figures."""

    records: tuple[RecordFacts, ...]
    figures: tuple[Figure, ...]
