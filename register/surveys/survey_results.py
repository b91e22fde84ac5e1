"""What the answers to a survey say: distributions, the share of the satisfied, and how sure one can be of it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from math import sqrt

from register.surveys.survey import NOT_APPLICABLE, SCALES, Question, Survey

_CONFIDENCE = 1.96
_TENTH = Decimal("0.1")
# A wider margin than this tells little: such a figure is shown as a rough indication only.
ROUGH_FROM = Decimal(10)


@dataclass(frozen=True)
class Result:
    """The valid answers to one question. `counts` has every code of the scale, the best first.

    `n` are the valid answers: "does not apply" and households not asked are not in it. `percent` and `margin` are in
    per cent and percentage points, to one decimal.
    """

    question: str
    n: int
    counts: dict[str, int]
    positive: int
    not_applicable: int
    margin: Decimal

    @property
    def percent(self) -> Decimal:
        """(very + fairly satisfied) / valid answers; for agreement and yes-or-no accordingly."""
        return (Decimal(100 * self.positive) / self.n).quantize(_TENTH, ROUND_HALF_UP)

    @property
    def is_rough(self) -> bool:
        """Whether the margin is too wide for more than an indication (样本不足，仅供参考)."""
        return self.margin > ROUGH_FROM


@dataclass(frozen=True)
class Tally:
    """The results of a wave. Questions with fewer valid answers than allowed are named in `withheld`, without figures."""

    survey: str
    answers: int
    households: int
    results: tuple[Result, ...]
    withheld: tuple[str, ...]

    def of(self, question: str) -> Result | None:
        return next((result for result in self.results if result.question == question), None)


def tally(answers: Sequence[Mapping[str, str]], survey: Survey, *, households: int, least: int) -> Tally:
    """Count the answers of a wave. `households` is the number of all in the estate, `least` the fewest shown (n)."""
    results: list[Result] = []
    withheld: list[str] = []
    for question in survey.question:
        result = _result(question, answers, households)
        if result is None or result.n < least:
            withheld.append(question.name)
        else:
            results.append(result)
    return Tally(survey.id, len(answers), households, tuple(results), tuple(withheld))


def margin(n: int, households: int) -> Decimal:
    """Half the 95 % interval in percentage points, at its widest (p = 1/2), corrected for a finite population.

    Rounded up, so that nothing looks surer than it is. For a question that only some households were asked, the
    number of all is used, which errs on the same side.
    """
    if n >= households:
        return Decimal("0.0")
    widest = _CONFIDENCE * sqrt(0.25 / n * (households - n) / (households - 1))
    return (Decimal(widest) * 100).quantize(_TENTH, ROUND_CEILING)


def _result(question: Question, answers: Sequence[Mapping[str, str]], households: int) -> Result | None:
    given = Counter(answer[question.name] for answer in answers if question.name in answer)
    counts = {code: given[code] for code in SCALES[question.scale]}
    n = sum(counts.values())
    if n == 0:
        return None
    return Result(
        question=question.name,
        n=n,
        counts=counts,
        positive=sum(counts[code] for code in question.positive),
        not_applicable=given[NOT_APPLICABLE],
        margin=margin(n, households),
    )
