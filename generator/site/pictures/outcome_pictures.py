"""The pictures of the outcomes: how published cases ended, period by period, and how each matter grew or shrank."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.disclosure.releases.release import Release
from generator.disclosure.releases.releases import ReleasedPeriod
from generator.site.figures.tables import Table
from generator.site.pictures.charts import Column, SparkBar, spark, stack
from generator.site.pictures.pictures import PERIODS, Picture
from generator.site.words.voice import Voice
from register.terms import Matter, Outcome

ENDINGS = {
    "fixed": (Outcome.RECTIFIED, Outcome.PARTLY_RECTIFIED),
    "told": (Outcome.EXPLAINED, Outcome.UNFOUNDED, Outcome.UNVERIFIABLE, Outcome.ADOPTED, Outcome.NOT_ADOPTED,
             Outcome.THANKED),
    "passed": (Outcome.OUT_OF_SCOPE, Outcome.REFUSED, Outcome.WITHDRAWN),
}  # fmt: skip
"""Three kinds of ending, in the order in which they are stacked: something was put right, answered, or neither."""

SMALL_HEIGHT = 44
SMALL_STEP = 18


@dataclass(frozen=True)
class Small:
    """A matter's small chart: cases registered in each period, and the two last counts in words."""

    name: str
    latest: str
    before: str
    bars: tuple[SparkBar, ...]


@dataclass(frozen=True)
class Multiples:
    """Small charts on one scale, the finding they prove, and the table of the same numbers."""

    caption: str
    subtitle: str
    width: int
    height: int
    charts: tuple[Small, ...]
    table: Table


def endings(current: Sequence[ReleasedPeriod], voice: Voice) -> Picture:
    """Published cases of each period by how they ended; `current` is not empty."""
    counted = [(one.release.period, _endings_of(one.release)) for one in current[-PERIODS:]]
    columns = [
        Column(voice.short_period(period), tuple(parts.items()), str(sum(parts.values())))
        for period, parts in counted
    ]
    period, parts = counted[-1]
    told = {"period": voice.period(period), "listed": sum(parts.values()), "fixed": parts["fixed"]}
    return Picture(
        chart=stack("endings", columns),
        caption=voice.say("endings", "caption", **told),
        subtitle=voice.say("endings", "subtitle"),
        description=voice.say("endings", "described", told=parts["told"], passed=parts["passed"], **told),
        legend=tuple((part, voice.say("endings", part)) for part in ENDINGS),
        table=_endings_table(counted, voice),
    )


def multiples(current: Sequence[ReleasedPeriod], voice: Voice) -> Multiples | None:
    """Each matter that a release showed by itself; None where none did."""
    periods = [one.release for one in current[-PERIODS:]]
    counts = {matter: [_registered(release, matter) for release in periods] for matter in Matter}
    counts = {matter: row for matter, row in counts.items() if any(count is not None for count in row)}
    if not counts:
        return None
    most = max(count or 0 for row in counts.values() for count in row)
    charts = tuple(_small(matter, row, most, voice) for matter, row in counts.items())
    head = (voice.say("outcomes", "group"), *(voice.short_period(release.period) for release in periods))
    rows = tuple((voice.term(matter), *(_cell(count) for count in row)) for matter, row in counts.items())
    return Multiples(
        caption=_growth(counts, voice),
        subtitle=voice.say("multiples", "subtitle"),
        width=len(periods) * SMALL_STEP,
        height=SMALL_HEIGHT,
        charts=charts,
        table=Table(head, rows),
    )


def _endings_of(release: Release) -> dict[str, int]:
    return {
        part: sum(entry.outcome in outcomes for entry in release.entries)
        for part, outcomes in ENDINGS.items()
    }


def _endings_table(counted: Sequence[tuple[str, dict[str, int]]], voice: Voice) -> Table:
    head = (voice.say("history", "period"), *(voice.say("endings", part) for part in ENDINGS))
    rows = tuple(
        (voice.period(period), *(str(count) for count in parts.values()))
        for period, parts in reversed(counted)
    )
    return Table((*head, voice.say("rows", "total")), _with_sums(rows))


def _with_sums(rows: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple((*row, str(sum(int(cell) for cell in row[1:]))) for row in rows)


def _registered(release: Release, matter: Matter) -> int | None:
    """How many were registered about the matter; None where the release shows it together with others."""
    for group in release.groups:
        if set(group.includes) == {matter}:
            return group.received
    return None


def _small(matter: Matter, row: Sequence[int | None], most: int, voice: Voice) -> Small:
    before = row[-2] if len(row) > 1 else None
    bars = spark([(count, False) for count in row], most, SMALL_HEIGHT, SMALL_STEP)
    return Small(voice.term(matter), _cell(row[-1]), _cell(before), bars)


def _cell(count: int | None) -> str:
    return "—" if count is None else str(count)


def _growth(counts: dict[Matter, list[int | None]], voice: Voice) -> str:
    """Which matter grew most since the period before."""
    grown = [
        (row[-1] - row[-2], matter, row[-2], row[-1])
        for matter, row in counts.items()
        if len(row) > 1 and row[-1] is not None and row[-2] is not None
    ]
    if not grown:
        return voice.say("multiples", "caption_first")
    step, matter, before, now = max(grown, key=lambda one: one[0])
    if step <= 0:
        return voice.say("multiples", "caption_none")
    return voice.say("multiples", "caption", matter=voice.term(matter), before=before, now=now)
