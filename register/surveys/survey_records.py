"""What the survey store keeps: codes by their keyed hashes, answers that wait, answers released. All format 1."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field, model_validator

from register.records import Record, Text, canonical
from register.surveys.survey import Way

FORMAT: Final = 1
Hex64 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=0)]
Use = Literal["unused", "used"]


class Taken(StrEnum):
    """What became of an answer that was handed in."""

    KEPT = "kept"
    AGAIN = "again"  # the same answers with the same code: they count once
    USED = "used"  # the code has been used; the first answers stand
    UNKNOWN = "unknown"
    ENDED = "ended"


class SurveyRecord(Record):
    format: Literal[1] = FORMAT


class Codes(SurveyRecord):
    """The codes of a wave by their keyed hashes. When the wave has ended only their number remains.

    `dates` are those the wave had when the first one was issued; None where that was before they were kept.
    """

    survey: str
    questions: Hex64
    issued: Count = 0
    uses: dict[Hex64, Use] = {}
    ended: bool = False
    dates: tuple[date, date, date] | None = Field(None, exclude_if=lambda value: value is None)

    @model_validator(mode="after")
    def _adds_up(self) -> "Codes":
        if len(self.uses) != (0 if self.ended else self.issued):
            raise ValueError("the number of codes is not that of the codes issued")
        return self

    @property
    def used(self) -> frozenset[str]:
        return frozenset(tag for tag, use in self.uses.items() if use == "used")

    def with_more(self, tags: Mapping[str, Use]) -> "Codes":
        """More codes issued; what was issued before keeps its use."""
        uses = {**tags, **self.uses}
        return self.model_copy(update={"uses": uses, "issued": len(uses)})

    def after_use(self, tags: Mapping[str, object]) -> "Codes":
        uses: dict[str, Use] = {**self.uses, **dict.fromkeys(tags, "used")}
        return self.model_copy(update={"uses": uses})

    def forgotten(self) -> "Codes":
        """Only how many there were."""
        return self.model_copy(update={"uses": {}, "ended": True})


class Pending(SurveyRecord):
    """One answer, waiting for its batch."""

    way: Way
    answers: dict[Text, Text]


class Answers(SurveyRecord):
    """All answers released. `merging` names waiting ones that are in here already, while they are cleared away."""

    survey: str
    questions: Hex64
    web: Count = 0
    paper: Count = 0
    answers: tuple[dict[Text, Text], ...] = ()
    merging: tuple[Hex64, ...] = ()

    @model_validator(mode="after")
    def _adds_up(self) -> "Answers":
        if self.web + self.paper != len(self.answers):
            raise ValueError("the totals by way are not the number of answers")
        return self

    def merged(self, waiting: Mapping[str, Pending]) -> "Answers":
        """All answers, old and new, in the order of their own words: it tells nothing of who came when."""
        ways = Counter(pending.way for pending in waiting.values())
        together = [*self.answers, *(pending.answers for pending in waiting.values())]
        return self.model_copy(
            update={
                "web": self.web + ways[Way.WEB],
                "paper": self.paper + ways[Way.PAPER],
                "answers": tuple(sorted(together, key=canonical)),
                "merging": tuple(sorted(waiting)),
            }
        )

    def cleared(self) -> "Answers":
        return self.model_copy(update={"merging": ()})


@dataclass(frozen=True)
class Counts:
    """What is published of a wave beside its results: codes issued, answers by web and paper, waiting ones included."""

    issued: int
    web: int
    paper: int
