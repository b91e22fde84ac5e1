"""Values of the register that stand in listed summaries and hold none of them: they came later, or two people say that they are words.

Whoever publishes is told of each; until a site shows the release, they stop no build either.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.cli.gate import Gate
from generator.cli.world import approved_summary
from generator.disclosure.cases.eligibility import judgement
from generator.disclosure.releases.settlement import read_settlements
from generator.disclosure.scan.spans import FindingKind
from register.case import Case
from register.publication import publication


@dataclass(frozen=True)
class Passed:
    """`words` stand in the summary of a case and are spelled like values of the register."""

    number: str
    words: str
    kind: FindingKind
    spelled: tuple[str, ...]


def passed(gate: Gate, numbers: Iterable[str]) -> Iterator[Passed]:
    """What the approved summaries of these cases hold so. A case that was erased has none."""
    cases = gate.holdings().cases
    for number in numbers:
        if number in cases:
            yield from _in_summary(gate, cases[number].record)


def _in_summary(gate: Gate, case: Case) -> Iterator[Passed]:
    summary = approved_summary(case)
    if summary is None:
        return
    judged = judgement(case, publication(case))
    for language, text in (("zh", summary.zh), ("en", summary.en)):
        for span in gate.scan(text, language).settled_by(judged, text):
            yield Passed(case.number, text[span.start : span.end], span.kind, span.spelled)


def listed_in(gate: Gate, period: str) -> tuple[str, ...]:
    """The numbers of the cases that a published period lists."""
    settlements = read_settlements(gate.places.settlements, gate.released())
    return tuple(number for one in settlements if one.period == period for number in one.references())
