"""What a release kept of the estate's own records against what they say today: nothing of a published past moves unseen.

A record that is noted late is as much a difference as one that was taken away; who reads it decides what it is.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.disclosure.cases.period import Period
from generator.disclosure.figures.indicators import Figure
from generator.disclosure.releases.own_records import OwnRecords, RecordFacts, RecordKind
from generator.site.content import Content
from generator.site.figures.recorded import RECORDED
from generator.site.work.facts import facts_of

OTHERS: Final = frozenset({
    "found_on_rounds", "complaint_improvements_open", "certificates_held", "standards_changed",
    "disclosures_on_time", "days_to_publish", "corrections_made",
})  # fmt: skip
"""Measures that rest on the releases themselves, on what is sealed elsewhere, or on today alone."""
KEPT: Final = tuple(measure for measure in RECORDED if not measure.yearly and measure.id not in OTHERS)
ABSENT: Final = "—"


class How(StrEnum):
    """What became of a record since; words in `wording/kept.toml`."""

    CHANGED = "changed"
    GONE = "gone"
    ADDED = "added"


@dataclass(frozen=True)
class MovedFigure:
    """A figure of a published period: what it was when the period was released, and what the records give today."""

    measure: str
    old: str
    new: str


@dataclass(frozen=True)
class MovedRecord:
    """So many records of one kind, planned for one day, that are not what they were."""

    kind: RecordKind
    due: str
    how: How
    count: int


@dataclass(frozen=True)
class Moved:
    """All that is not as it was when a period was released."""

    period: Period
    figures: tuple[MovedFigure, ...]
    records: tuple[MovedRecord, ...]


def own_records(content: Content, period: Period) -> OwnRecords:
    """What the release of a period keeps: the records that are about it, and every figure on them."""
    figures = (measure.compute(content, period) for measure in KEPT)
    return OwnRecords(
        records=facts_of(content.work, period), figures=tuple(figure for figure in figures if figure)
    )


def moved_since(content: Content) -> tuple[Moved, ...]:
    """Every period whose records are not what its release kept, the newest first; one that kept nothing is not judged."""
    return tuple(
        moved
        for one in reversed(content.current)
        if one.release.own_records is not None
        and (moved := _moved(one.period, one.release.own_records, own_records(content, one.period)))
    )


def _moved(period: Period, then: OwnRecords, now: OwnRecords) -> Moved | None:
    figures, records = tuple(_figures(then.figures, now.figures)), tuple(_records(then.records, now.records))
    return Moved(period, figures, records) if figures or records else None


def _figures(then: tuple[Figure, ...], now: tuple[Figure, ...]) -> Iterator[MovedFigure]:
    before, after = ({one.measure: _said(one) for one in figures} for figures in (then, now))
    for measure in KEPT:
        old, new = before.get(measure.id, ABSENT), after.get(measure.id, ABSENT)
        if old != new:
            yield MovedFigure(measure.id, old, new)


def _said(figure: Figure) -> str:
    return figure.value or f"{figure.numerator}/{figure.denominator}"


def _records(then: tuple[RecordFacts, ...], now: tuple[RecordFacts, ...]) -> Iterator[MovedRecord]:
    """By kind and planned day: as many as are gone on one side and new on the other are changed."""
    before, after = Counter(then), Counter(now)
    gone, new = _by_day(before - after), _by_day(after - before)
    for kind, due in sorted(gone.keys() | new.keys()):
        lost, found = gone[kind, due], new[kind, due]
        counts = {How.CHANGED: min(lost, found), How.GONE: lost - found, How.ADDED: found - lost}
        yield from (MovedRecord(kind, due, how, count) for how, count in counts.items() if count > 0)


def _by_day(facts: Counter[RecordFacts]) -> Counter[tuple[RecordKind, str]]:
    days = Counter[tuple[RecordKind, str]]()
    for one, count in facts.items():
        days[one.kind, one.due] += count
    return days
