"""The published result of a survey wave: what was asked, how, how many answered, and what they said in bands.

The models are the allow-list: nothing about a person, a home or a time of answering can stand in them, and nothing is
crossed with anything. Format 1; `tests/golden/survey-result.json` holds one of each field for ever.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from generator.disclosure.cases.published import FORMAT, Count, Digest, Published
from register.content import Words
from register.surveys.survey import POSITIVE, SCALES, Code, Method, Scale, SurveyId
from register.surveys.survey_results import ROUGH_FROM, margin
from register.terms import Matter

Points = Annotated[str, Field(pattern=r"^\d{1,3}\.\d$")]
_TENTH = Decimal("0.1")


class SurveyThresholds(Published):
    """The limits the result was made under, as the rules had them."""

    k: int
    survey_from: int
    percent_from: int


class Band(Published):
    """Answers that are shown together; one alone where its own count may be shown."""

    answers: Annotated[tuple[Code, ...], Field(min_length=1)]
    count: Count


class QuestionResult(Published):
    """One question with its valid answers `n`; None and no bands where too few answered.

    `not_applicable` is None below k, none at all included. `margin` is half the 95 % interval in percentage points.
    """

    name: Code
    scale: Scale
    label: Words
    short: Words
    measure: str | None = None
    matter: Matter | None = None
    asked_if: Code | None = None
    n: Count | None = None
    bands: tuple[Band, ...] = ()
    not_applicable: Count | None = None
    margin: Points | None = None

    @model_validator(mode="after")
    def _is_whole(self) -> "QuestionResult":
        if self.n is None:
            if self.bands or self.margin or self.not_applicable is not None:
                raise ValueError(f"{self.name}: a withheld question has no figures")
            return self
        if tuple(code for band in self.bands for code in band.answers) != SCALES[self.scale]:
            raise ValueError(f"{self.name}: the bands are not the scale")
        if sum(band.count for band in self.bands) != self.n or self.margin is None:
            raise ValueError(f"{self.name}: the bands are not all answers, or the margin is missing")
        return self

    @property
    def cuts(self) -> tuple[int, ...]:
        """Where the scale is cut, as `survey_bands` has it."""
        places = [0]
        for band in self.bands:
            places.append(places[-1] + len(band.answers))
        return tuple(places)

    @property
    def positive(self) -> int | None:
        """How many are satisfied (agree, say yes); None where that cannot be told from the bands."""
        border = POSITIVE[self.scale]
        if border not in self.cuts or not self.bands:
            return None
        return sum(band.count for band in self.bands[: self.cuts.index(border)])

    @property
    def percent(self) -> Decimal | None:
        """The satisfied in per cent of the valid answers, to one decimal."""
        if self.positive is None or not self.n:
            return None
        return (Decimal(100 * self.positive) / self.n).quantize(_TENTH, ROUND_HALF_UP)

    @property
    def is_rough(self) -> bool:
        """Whether the margin is too wide for more than an indication."""
        return self.margin is not None and Decimal(self.margin) > ROUGH_FROM


class SurveyResult(Published):
    """A finished wave. `previous` is the SHA-256 of the result published before it, None for the first.

    `households` is the number of homes of the estate; `issued` codes and `answers` are participation and exact. The
    ways they came by are None where either would be from 1 to k-1.
    """

    format: Literal[1] = FORMAT
    survey: SurveyId
    questions: Digest
    title: Words
    opens: date
    closes: date
    paper_closes: date
    households: Annotated[int, Field(gt=0)]
    issued: Count
    answers: Count
    web: Count | None
    paper: Count | None
    thresholds: SurveyThresholds
    method: Method
    results: tuple[QuestionResult, ...]
    previous: Digest | None

    @model_validator(mode="after")
    def _adds_up(self) -> "SurveyResult":
        if (self.web is None) != (self.paper is None):
            raise ValueError("one way alone would tell the other")
        if self.web is not None and self.paper is not None and self.web + self.paper != self.answers:
            raise ValueError("the ways are not all answers")
        if any(one.n is not None and one.n > self.answers for one in self.results):
            raise ValueError("a question has more answers than the wave")
        return self

    @property
    def margin(self) -> Decimal | None:
        """The margin of a question that all who took part answered, in percentage points; None where nobody did."""
        return margin(self.answers, self.households) if self.answers else None

    def of(self, measure: str) -> QuestionResult | None:
        """The question that follows a measure (TP01 to TP12)."""
        return next((one for one in self.results if one.measure == measure), None)


class SurveyApproval(Published):
    """The second person's word for the exact bytes of a result: the post, never the name."""

    format: Literal[1] = FORMAT
    survey: SurveyId
    sha256: Digest
    published: date
    role: Literal["reviewer", "manager"]
    audit: Digest
