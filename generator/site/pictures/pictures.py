"""The pictures of the site: a chart with the finding it shows, told from the same numbers as its table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.disclosure.figures.indicators import Due
from generator.disclosure.releases.releases import ReleasedPeriod
from generator.site.figures.figures import FigureView, proportion
from generator.site.figures.tables import Table
from generator.site.pictures.charts import (
    ALL,
    SPARK_STEP,
    Chart,
    Column,
    SparkBar,
    rate_ceiling,
    spark,
    stack,
)
from generator.site.words.voice import Voice
from register.terms import Kind, Step

MONTHS = 12
PERIODS = 6
PARTS = ("kept", "late", "open")


@dataclass(frozen=True)
class Picture:
    """A chart, the sentence it proves, and everything a reader needs who cannot see it."""

    chart: Chart
    caption: str
    subtitle: str
    description: str
    legend: tuple[tuple[str, str], ...]
    table: Table


@dataclass(frozen=True)
class MonthDue:
    """The complaints whose answer fell due in a month."""

    month: str
    kept: int
    late: int
    open: int

    @property
    def due(self) -> int:
        return self.kept + self.late + self.open


def months_due(current: Sequence[ReleasedPeriod], kind: Kind, step: Step) -> list[MonthDue]:
    """The due cohorts of the last twelve months released, oldest first; months without any are 0."""
    cohorts: dict[str, list[Due]] = {}
    for one in current:
        for month in one.period.month_names():
            cohorts[month] = []
        for row in one.release.performance.due:
            if row.kind == kind and row.step == step:
                cohorts.setdefault(row.month, []).append(row)
    return [
        MonthDue(month, *(sum(getattr(row, part) for row in cohorts[month]) for part in PARTS))
        for month in sorted(cohorts)[-MONTHS:]
    ]


def complaint_trend(current: Sequence[ReleasedPeriod], voice: Voice) -> Picture:
    """Complaints by the month their answer fell due: on time, late, overdue and open."""
    months = months_due(current, Kind.COMPLAINT, Step.ANSWER)
    latest = current[-1].release
    columns = [
        Column(
            voice.short_month(one.month),
            tuple((part, getattr(one, part)) for part in PARTS),
            str(one.due),
            note=_year(one.month) if number == 0 or one.month.endswith("-01") else "",
        )
        for number, one in enumerate(months)
    ]
    day = voice.day(date.fromisoformat(latest.data_up_to))
    return Picture(
        chart=stack("trend", columns),
        caption=_trend_caption(months, latest.thresholds.percent_from, voice),
        subtitle=voice.say("trend", "subtitle", day=day),
        description=_trend_description(months, voice),
        legend=tuple((part, voice.say("trend", part)) for part in PARTS),
        table=_trend_table(months, voice),
    )


def history(measure: str, views: Sequence[FigureView], voice: Voice) -> Picture | None:
    """A measure over all periods released; None where no period has data."""
    known = [view for view in views if view.shown is not None]
    if not known:
        return None
    ceiling = _ceiling(known)
    is_rate = ceiling is not None
    columns = [
        Column(
            voice.short_period(view.period),
            (("value", _height(view)),),
            view.short,
            is_rate and not view.is_percent,
        )
        for view in views
    ]
    target = known[-1].target
    chart = stack(f"h-{measure}", columns, ceiling=ceiling, target=target if is_rate else None)
    shown = [f"{voice.period(view.period)} {view.short}" for view in known]
    code = "subtitle_value" if ceiling is None else "subtitle_rate" if ceiling == ALL else "subtitle_low"
    subtitle = voice.say("history", code, unit=known[-1].unit, ceiling=ceiling)
    if len({view.target for view in known if view.met is not None}) > 1:
        subtitle += voice.say("history", "targets_differ")
    return Picture(
        chart=chart,
        caption=_history_caption(known, voice),
        subtitle=subtitle,
        description=voice.say("history", "described", list=voice.say("list", "join").join(shown)),
        legend=(),
        table=_history_table(views, voice),
    )


@dataclass(frozen=True)
class Past:
    """The last periods of a measure in one cell of a table: bars for the eye, words for everybody."""

    bars: tuple[SparkBar, ...]
    width: int
    words: str
    before: str


def past(views: Sequence[FigureView], voice: Voice) -> Past:
    """The last six periods, oldest first; `before` is the result one period earlier."""
    shown = views[-PERIODS:]
    bars = spark([(_height_or_none(view), view.met is False) for view in shown], _ceiling(shown))
    told = voice.say("list", "items").join(
        f"{voice.short_period(view.period)} {view.short}" for view in shown
    )
    return Past(bars, len(bars) * SPARK_STEP, told, views[-2].short if len(views) > 1 else "—")


def _ceiling(views: Sequence[FigureView]) -> int | None:
    """Where the scale of a rate ends, its targets within it; None for what is no rate."""
    shares = [view.share for view in views if view.share is not None]
    return (
        rate_ceiling([*shares, *(view.target for view in views if view.target is not None)])
        if shares
        else None
    )


def _height_or_none(view: FigureView) -> float | None:
    return None if view.shown is None else _height(view)


def _year(month: str) -> str:
    return month.split("-")[0]


def _trend_caption(months: Sequence[MonthDue], percent_from: int, voice: Voice) -> str:
    due, kept = sum(one.due for one in months), sum(one.kept for one in months)
    if not due:
        return voice.say("trend", "none", months=len(months))
    code = "caption" if due >= percent_from else "caption_few"
    share = proportion(kept, due, percent_from)
    return voice.say("trend", code, months=len(months), share=share, due=due, kept=kept)


def _trend_description(months: Sequence[MonthDue], voice: Voice) -> str:
    totals = {part: sum(getattr(one, part) for one in months) for part in ("due", *PARTS)}
    peak = max(months, key=lambda one: one.due)
    return voice.say(
        "trend", "described", months=len(months), peak=peak.due, peak_month=voice.month(peak.month), **totals
    )


def _trend_table(months: Sequence[MonthDue], voice: Voice) -> Table:
    head = tuple(voice.say("trend", code) for code in ("month", "due", *PARTS))
    rows = tuple(
        (voice.month(one.month), *(str(getattr(one, part)) for part in ("due", *PARTS))) for one in months
    )
    totals = (str(sum(getattr(one, part) for one in months)) for part in ("due", *PARTS))
    return Table(head, rows, (voice.say("trend", "total"), *totals))


def _history_caption(known: Sequence[FigureView], voice: Voice) -> str:
    judged = [view for view in known if view.met is not None]
    if judged:
        met = sum(view.met is True for view in judged)
        return voice.say("history", "caption_target_met", n=len(judged), met=met)
    first, last = known[0], known[-1]
    return voice.say(
        "history",
        "caption_one" if first is last else "caption_value",
        name=last.name,
        first=first.worded,
        first_period=voice.period(first.period),
        last=last.worded,
        last_period=voice.period(last.period),
    )


def _history_table(views: Sequence[FigureView], voice: Voice) -> Table:
    head = tuple(voice.say("history", code) for code in ("period", "value", "basis", "target", "verdict"))
    return Table(head, tuple(_history_row(view, voice) for view in reversed(views)))


def _history_row(view: FigureView, voice: Voice) -> tuple[str, ...]:
    target = "—" if view.target is None else f"{view.target}%"
    verdict = "—" if view.met is None else voice.say("figure", "met" if view.met else "missed")
    if view.shown is None:
        return (voice.period(view.period), view.detail, "—", target, verdict)
    return (voice.period(view.period), view.worded, view.detail, target, verdict)


def _height(view: FigureView) -> float:
    if view.shown is None:
        return 0
    return view.share if view.share is not None else float(view.shown)
