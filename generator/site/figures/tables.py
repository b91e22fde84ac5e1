"""Rows for the tables of the site: what a figure rests on, told measure by measure."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import singledispatch

from generator.disclosure.cases.listed import TableName
from generator.disclosure.figures.indicators import ReasonCount
from generator.disclosure.figures.measures import (
    AnyMeasure,
    DueRate,
    ListedShare,
    MedianDays,
    OpenAtEnd,
    ReceivedCount,
    SatisfiedRate,
    WithheldCount,
)
from generator.disclosure.releases.release import Release
from generator.site.figures.derived import (
    AnyDerived,
    ChannelShare,
    MatterPerThousand,
    NinetiethDays,
    NotShownAlone,
    OutcomeShare,
    ReasonTotal,
    TakenDown,
)
from generator.site.figures.happened import EventShare
from generator.site.figures.items import Item
from generator.site.figures.pairs import PairFigure, PairRows
from generator.site.words.render import written
from generator.site.words.voice import Voice
from register.terms import AgeBand, Outcome

_DUE_COLUMNS = ("due", "kept", "extended", "paused", "noted_later", "late", "open")


@dataclass(frozen=True)
class Table:
    """A plain table: the first column names the row, `foot` is its total."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...] = ()


def rows_of(measure: AnyMeasure | AnyDerived, release: Release, voice: Voice) -> Table:
    """The rows of the release from which the measure's figure is computed."""
    return _rows(measure, release, voice)


@singledispatch
def _rows(measure: object, release: Release, voice: Voice) -> Table:
    raise TypeError(f"no rows are known for {type(measure).__name__}")


@_rows.register
def _due(measure: DueRate, release: Release, voice: Voice) -> Table:
    due = measure.rows(release.performance)
    columns = [column for column in _DUE_COLUMNS if all(getattr(row, column) is not None for row in due)]
    head = _head(voice, "month", "kind", *columns)
    rows = tuple(
        (voice.month(row.month), voice.term(row.kind), *(str(getattr(row, column)) for column in columns))
        for row in due
        if row.due
    )
    totals = (str(sum(getattr(row, column) for row in due)) for column in columns)
    return Table(head, rows, (voice.say("rows", "total"), "", *totals))


@_rows.register
def _received(measure: ReceivedCount, release: Release, voice: Voice) -> Table:
    received = [row for row in release.performance.received if row.kind in measure.kinds and row.count]
    rows = tuple((voice.month(row.month), voice.term(row.kind), str(row.count)) for row in received)
    total = str(sum(row.count for row in received))
    return Table(_head(voice, "month", "kind", "count"), rows, (voice.say("rows", "total"), "", total))


@_rows.register(MedianDays)
@_rows.register(NinetiethDays)
def _median(measure: MedianDays | NinetiethDays, release: Release, voice: Voice) -> Table:
    rows = tuple(
        (voice.term(row.kind), str(row.n), row.median_days, row.p90_days)
        for row in release.performance.durations
        if row.kind == measure.kind
    )
    return Table(_head(voice, "kind", "n", "median_days", "p90_days"), rows)


@_rows.register
def _satisfied(measure: SatisfiedRate, release: Release, voice: Voice) -> Table:
    rated = release.performance.satisfaction
    if rated is None:
        return Table(_head(voice, "item", "count"), ())
    counts = {
        voice.say("satisfaction", code): getattr(rated, code)
        for code in ("satisfied", "fairly_satisfied", "dissatisfied")
    }
    rows = tuple((name, str(count)) for name, count in counts.items())
    return Table(_head(voice, "item", "count"), rows, (voice.say("rows", "answered"), str(rated.answered)))


@_rows.register(ListedShare)
@_rows.register(WithheldCount)
def _disposed(measure: object, release: Release, voice: Voice) -> Table:
    return _settled(release, voice)


@_rows.register(OpenAtEnd)
def _open(measure: object, release: Release, voice: Voice) -> Table:
    return ages(release.performance.open_at_end, voice)


@_rows.register
def _reasons(measure: ReasonTotal, release: Release, voice: Voice) -> Table:
    return reasons(f"{measure.act}reason", measure.reasons(release), release.thresholds.k, voice)


@_rows.register
def _outcomes(measure: OutcomeShare, release: Release, voice: Voice) -> Table:
    counts = Counter(entry.outcome for entry in measure.entries(release))
    rows = tuple((voice.term(outcome), str(counts[outcome])) for outcome in Outcome if counts[outcome])
    total = (voice.say("rows", "total"), str(counts.total()))
    return Table(_head(voice, "outcome", "count"), rows, total)


@_rows.register
def _of_matter(measure: MatterPerThousand, release: Release, voice: Voice) -> Table:
    rows = tuple(
        (
            voice.say("list", "items").join(voice.term(matter) for matter in group.includes),
            str(group.received),
        )
        for group in release.groups
    )
    total = (voice.say("rows", "total"), str(release.balance.received))
    return Table((voice.say("outcomes", "group"), _head(voice, "count")[0]), rows, total)


@_rows.register
def _channels(measure: ChannelShare, release: Release, voice: Voice) -> Table:
    return by_channel(release, voice) or Table(_head(voice, "item", "count"), ())


@_rows.register
def _taken_down(measure: TakenDown, release: Release, voice: Voice) -> Table:
    counts = Counter(stone.reason for stone in measure.stones(release))
    rows = tuple((voice.term(reason), str(count)) for reason, count in sorted(counts.items()))
    return Table(_head(voice, "reason", "count"), rows)


@_rows.register
def _not_alone(measure: NotShownAlone, release: Release, voice: Voice) -> Table:
    rows = tuple(
        (voice.say("not_alone", part), str(hidden), str(of))
        for part, (hidden, of) in measure.parts(release).items()
    )
    return Table(
        (_head(voice, "item")[0], voice.say("not_alone", "hidden"), voice.say("not_alone", "of")), rows
    )


@_rows.register
def _events(measure: EventShare, release: Release, voice: Voice) -> Table:
    found = measure.rows(release)
    rows = tuple((voice.term(row.kind), str(row.count), str(row.among)) for row in found)
    totals = (str(sum(row.count for row in found)), str(sum(row.among for row in found)))
    head = _head(voice, "kind", "numerator", "denominator")
    return Table(head, rows, (voice.say("rows", "total"), *totals) if rows else ())


@_rows.register
def _pair(measure: PairFigure, release: Release, voice: Voice) -> Table:
    return _PAIRS[measure.rows](release, voice)


def _ratings(release: Release, voice: Voice) -> Table:
    return _parts(release.performance.satisfaction, "rows", ("asked", "answered"), voice)


def _unlisted(release: Release, voice: Voice) -> Table:
    balance, rated = release.balance, release.performance.unlisted_rated
    counts = {"not_listed": balance.settled - balance.listed, "answered": rated}
    rows = tuple((voice.say("rows", part), str(count)) for part, count in counts.items())
    return Table(_head(voice, "item", "count"), rows if rated is not None else ())


def _reviews(release: Release, voice: Voice) -> Table:
    return _parts(release.performance.reviews, "review_part", ("decided", "changed"), voice)


def _objections(release: Release, voice: Voice) -> Table:
    parts = ("received", "due", "kept", "late", "open")
    return _parts(release.performance.objections, "objection_part", parts, voice)


def _parts(counted: object | None, section: str, parts: Sequence[str], voice: Voice) -> Table:
    """A row for each part of what was counted; none where nothing was."""
    shown = parts if counted is not None else ()
    rows = tuple((voice.say(section, part), str(getattr(counted, part))) for part in shown)
    return Table(_head(voice, "item", "count"), rows)


def item_rows(items: Sequence[Item], unit: str, voice: Voice) -> Table:
    """The records of a period, one a row; a rate says of each how much of it was kept."""
    total = voice.say("rows", "total")
    kept, of = sum(item.kept for item in items), sum(item.of for item in items)
    if unit != "rate":
        counts = tuple((written(item.what, voice), voice.day(item.day), str(item.kept)) for item in items)
        return Table(_head(voice, "what", "day", unit), counts, (total, "", str(kept)))
    rates = tuple(
        (written(item.what, voice), voice.day(item.day), str(item.kept), str(item.of)) for item in items
    )
    head = _head(voice, "what", "day", "numerator", "denominator")
    return Table(head, rates, (total, "", str(kept), str(of)))


def ages(bands: dict[AgeBand, int], voice: Voice) -> Table:
    """Cases by age, every band shown, a band without cases as 0."""
    rows = tuple((voice.term(band), str(bands.get(band, 0))) for band in AgeBand)
    foot = (voice.say("rows", "total"), str(sum(bands.values())))
    return Table(_head(voice, "age", "count"), rows, foot)


def reasons(section: str, counts: Iterable[ReasonCount], k: int, voice: Voice) -> Table:
    """Reasons of one vocabulary; those under k arrive merged, without a code."""
    rows = tuple(
        (
            voice.say("rows", "merged", k=k) if row.reason is None else voice.say(section, row.reason),
            str(row.count),
        )
        for row in counts
        if row.count
    )
    return Table(_head(voice, "reason", "count"), rows)


def by_channel(release: Release, voice: Voice) -> Table | None:
    """Cases by the channel they came by, few-used ones together; None where too few cases came in."""
    found = next((one for one in release.tables if one.name == TableName.CHANNELS), None)
    if found is None:
        return None
    names = [
        voice.say("tables", "others") if column is None else voice.term(column) for column in found.columns
    ]
    rows = tuple((name, str(total)) for name, total in zip(names, found.totals, strict=True))
    head = (voice.say("tables", "channel"), _head(voice, "count")[0])
    return Table(head, rows, (voice.say("rows", "total"), str(sum(found.totals))))


def _settled(release: Release, voice: Voice) -> Table:
    balance = release.balance
    rows = tuple(
        (voice.say("outcomes", code), str(getattr(balance, code)))
        for code in ("listed", "counted", "withheld")
    )
    return Table(_head(voice, "item", "count"), rows, (voice.say("rows", "settled"), str(balance.settled)))


def _head(voice: Voice, *codes: str) -> tuple[str, ...]:
    return tuple(voice.say("rows", code) for code in codes)


_PAIRS: Mapping[PairRows, Callable[[Release, Voice], Table]] = {
    "ages": lambda release, voice: ages(release.performance.open_at_end, voice),
    "settled": _settled,
    "ratings": _ratings,
    "unlisted": _unlisted,
    "reviews": _reviews,
    "objections": _objections,
}
