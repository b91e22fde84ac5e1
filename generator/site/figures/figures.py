"""One figure, one object: what a measure shows is decided here once, for home, tables and its own page alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.disclosure.figures.indicators import Figure
from generator.disclosure.releases.release import Release
from generator.site.content import Content
from generator.site.figures.recorded import ALL, RELEASED, AnyPublic, figures_of
from generator.site.words.voice import Voice


@dataclass(frozen=True)
class FigureView:
    """A measure's figure of one period, ready to show.

    `shown` is the number, `unit` what stands after it; `share` is 0-100 for a bar, None where there is no
    scale. `met` is None without a target; `target_was` is that of the period before, where it was another. A figure without data has `shown` None: no data is not 0.
    """

    measure: str
    period: str
    name: str
    shown: str | None
    unit: str
    detail: str
    share: float | None
    target: int | None
    met: bool | None
    change: str | None
    target_was: int | None = None

    @property
    def key(self) -> str:
        return f"{self.measure}@{self.period}"

    @property
    def is_percent(self) -> bool:
        return self.unit == "%"

    @property
    def short(self) -> str:
        """The number as it stands in a chart: 95%, 16/17, 78; a dash without data."""
        if self.shown is None:
            return "—"
        return f"{self.shown}%" if self.is_percent else self.shown

    @property
    def worded(self) -> str:
        """The number with its unit, as it stands in a sentence: 95%, 16/17, 78 件."""
        return self.short if self.is_percent or not self.unit else f"{self.shown} {self.unit}"


class FigureBook:
    """Every figure of every period, by measure and period."""

    def __init__(self, views: Mapping[tuple[str, str], FigureView], periods: Sequence[str]) -> None:
        self._views = views
        self.periods = tuple(periods)

    def of(self, measure: str, period: str) -> FigureView:
        return self._views[measure, period]

    def history(self, measure: str) -> list[FigureView]:
        """One view a period, oldest first, those without data included."""
        return [self._views[measure, period] for period in self.periods]

    def period(self, period: str) -> list[FigureView]:
        """Every measure of a period, in the order of the measures."""
        return [self._views[measure.id, period] for measure in ALL]

    def released(self, period: str) -> list[FigureView]:
        """The measures that the release of the period gives by itself."""
        return [view for view in self.period(period) if view.measure in RELEASED]


def make_book(
    content: Content, voice: Voice, every: Mapping[str, Mapping[str, Figure]] | None = None
) -> FigureBook:
    """The book of all periods released: what the releases hold, and what the estate's own records give.

    `every` has them by period, where they are known already.
    """
    views: dict[tuple[str, str], FigureView] = {}
    before: Mapping[str, Figure] = {}
    for one in content.current:
        figures = every[one.release.period] if every else figures_of(content, one)
        for measure in ALL:
            figure, earlier = figures.get(measure.id), before.get(measure.id)
            views[measure.id, one.release.period] = view_figure(measure, figure, earlier, one.release, voice)
        before = figures
    return FigureBook(views, [one.release.period for one in content.current])


def view_figure(
    measure: AnyPublic, figure: Figure | None, before: Figure | None, release: Release, voice: Voice
) -> FigureView:
    """The figure as the site shows it; `before` is the same measure one period earlier."""
    name = voice.say("measure_name", measure.id)
    if figure is None:
        empty = voice.say("figure", "no_data")
        return FigureView(measure.id, release.period, name, None, "", empty, None, None, None, None)
    shown, unit = value_shown(figure, release.thresholds.percent_from, voice)
    return FigureView(
        measure=measure.id,
        period=release.period,
        name=name,
        shown=shown,
        unit=unit,
        detail=_detail(figure, voice),
        share=share(figure),
        target=figure.target,
        met=meets(figure),
        change=_change(figure, before, release.thresholds.percent_from, voice),
        target_was=_target_was(figure, before),
    )


def percent(numerator: int, denominator: int) -> int:
    """Whole per cent, rounded down: 94.9 never reaches a target of 95, and 100 means every one."""
    return numerator * 100 // denominator


def proportion(numerator: int, denominator: int, percent_from: int) -> str:
    """`95%`, or `16/17` where there are too few for a percentage."""
    return (
        f"{percent(numerator, denominator)}%" if denominator >= percent_from else f"{numerator}/{denominator}"
    )


def meets(figure: Figure) -> bool | None:
    """Whether the promised share was reached, by the exact fraction; None without a target."""
    if figure.target is None or figure.numerator is None or figure.denominator is None:
        return None
    return figure.numerator * 100 >= figure.target * figure.denominator


def share(figure: Figure) -> float | None:
    """The rate on a scale of 0-100; None for what is not a rate."""
    if figure.numerator is None or not figure.denominator:
        return None
    return round(figure.numerator * 100 / figure.denominator, 1)


def value_shown(figure: Figure, percent_from: int, voice: Voice) -> tuple[str, str]:
    """A figure's value and its unit, as the site writes them."""
    if figure.numerator is None or figure.denominator is None:
        n = 1 if figure.value == "1" else 0
        unit = voice.maybe("measure_unit", figure.measure, n=n)
        return str(figure.value), unit or voice.say("unit", figure.unit, n=n)
    if figure.denominator < percent_from:
        return f"{figure.numerator}/{figure.denominator}", ""
    return str(percent(figure.numerator, figure.denominator)), "%"


def _detail(figure: Figure, voice: Voice) -> str:
    values = {"numerator": figure.numerator, "denominator": figure.denominator, "n": figure.n}
    return voice.say("measure_detail", figure.measure, **values)


def _target_was(figure: Figure, before: Figure | None) -> int | None:
    if before is None or figure.target is None or before.target == figure.target:
        return None
    return before.target


def _change(figure: Figure, before: Figure | None, percent_from: int, voice: Voice) -> str | None:
    """Percentage points against the period before; only between two figures shown as percentages."""
    rates = [_percent_shown(one, percent_from) for one in (figure, before)]
    if rates[0] is None or rates[1] is None:
        return None
    points = rates[0] - rates[1]
    code = "same" if not points else "up" if points > 0 else "down"
    return voice.say("change", code, n=abs(points))


def _percent_shown(figure: Figure | None, percent_from: int) -> int | None:
    if figure is None or figure.numerator is None or figure.denominator is None:
        return None
    return percent(figure.numerator, figure.denominator) if figure.denominator >= percent_from else None
