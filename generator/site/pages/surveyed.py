"""The pages of the surveys: the latest result, every wave, how it was done, and what was changed because of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.disclosure.surveys.survey_publications import PublishedResult
from generator.disclosure.surveys.survey_result import QuestionResult, SurveyResult
from generator.site.edition import Edition, Page, settled
from generator.site.figures.recorded import SURVEYED
from generator.site.pages.improved import Step, improvements_of
from generator.site.pictures.margins import Interval, change
from generator.site.words.voice import Voice
from register.surveys.survey import SCALES, Stage, Survey
from register.written.improvements import Source

OVERALL = "TP01"
CHANGED = 5
MINUS = "\N{MINUS SIGN}"
METHOD = (
    "collection", "sampling", "representativeness", "weighting", "contractor", "excluded", "shortfall", "incentives", "other",
)  # fmt: skip


@dataclass(frozen=True)
class Segment:
    """A part of a bar: where it begins and how wide it is, in per cent; `place` on the scale, None where merged."""

    x: float
    width: float
    place: int | None
    words: str
    count: int


@dataclass(frozen=True)
class Line:
    """One question of a wave, or one wave of a question: words, and an interval where there is a figure."""

    name: str
    note: str
    interval: Interval | None
    n: int | None
    is_rough: bool
    address: str | None = None
    segments: tuple[Segment, ...] = ()
    not_applicable: int | None = None


@dataclass(frozen=True)
class WaveView:
    """A published wave as a page shows it. `rate` is the response rate in per cent, None without codes."""

    one: PublishedResult
    finding: str
    extremes: str
    lines: tuple[Line, ...]
    filters: tuple[Line, ...]
    rate: str | None

    @property
    def result(self) -> SurveyResult:
        return self.one.result

    @property
    def address(self) -> str:
        return f"survey/{self.result.survey}/"

    @property
    def file(self) -> str:
        return f"/survey/{self.one.file}"


@dataclass(frozen=True)
class History:
    """The overall figure of every wave, oldest first, and what the last step says."""

    finding: str
    lines: tuple[Line, ...]


def survey_pages(edition: Edition) -> Iterator[Page]:
    voice = edition.voice
    views = [wave_view(one, edition) for one in reversed(edition.content.results)]
    yield edition.page(
        "survey/",
        voice.say("nav", "survey"),
        "survey",
        "pages/survey.html",
        under_way=under_way(edition),
        latest_wave=views[0] if views else None,
        views=views,
        history=history(edition),
        steps=_steps(edition),
        method=METHOD,
    )
    for view in views:
        name = view.result.title.say(voice.language)
        yield edition.page(
            view.address, name, "survey_wave", "pages/survey_wave.html", name=name, view=view, method=METHOD
        )


@settled
def under_way(edition: Edition) -> list[tuple[Survey, Stage]]:
    """The waves that are open, or closed and not published yet."""
    published = {one.result.survey for one in edition.content.results}
    stages = [(wave, wave.stage(edition.today)) for wave in edition.content.waves if wave.id not in published]
    return [(wave, stage) for wave, stage in stages if stage != Stage.COMING]


def open_surveys(edition: Edition) -> list[Survey]:
    """The waves that can be answered today."""
    return [wave for wave, stage in under_way(edition) if stage == Stage.OPEN]


def wave_view(one: PublishedResult, edition: Edition) -> WaveView:
    result, voice = one.result, edition.voice
    targets = edition.content.promised_on(result.closes)
    lines = tuple(_line(asked, result, voice, targets) for asked in result.results if asked.scale != "yes_no")
    filters = tuple(
        _line(asked, result, voice, targets) for asked in result.results if asked.scale == "yes_no"
    )
    return WaveView(
        one=one,
        finding=_finding(result.of(OVERALL), targets.get(SURVEYED[OVERALL]), voice),
        extremes=_extremes(lines, voice),
        lines=lines,
        filters=filters,
        rate=f"{100 * result.answers / result.issued:.0f}%" if result.issued else None,
    )


def history(edition: Edition) -> History | None:
    """None before the first result."""
    voice, content, overall = edition.voice, edition.content, SURVEYED[OVERALL]
    lines = [
        Line(
            name=one.result.title.say(voice.language),
            note="",
            interval=interval_of(asked, content.promised_on(one.result.closes).get(overall))
            if asked
            else None,
            n=asked.n if asked else None,
            is_rough=bool(asked and asked.is_rough),
            address=f"survey/{one.result.survey}/",
        )
        for one in edition.content.results
        for asked in [one.result.of(OVERALL)]
    ]
    return History(_last_step(lines, voice), tuple(lines)) if lines else None


def interval_of(asked: QuestionResult, target: int | None) -> Interval | None:
    """The share with its margin; None where no share may be shown."""
    if asked.percent is None or asked.margin is None:
        return None
    return Interval(asked.percent, Decimal(asked.margin), target)


def _finding(asked: QuestionResult | None, target: int | None, voice: Voice) -> str:
    interval = interval_of(asked, target) if asked else None
    if interval is None:
        return voice.say("survey_site", "finding_none")
    values = {"percent": interval.percent, "margin": interval.margin}
    if interval.verdict is None:
        return voice.say("survey_site", "finding_plain", **values)
    verdict = voice.say("survey_verdict", interval.verdict, target=target)
    return voice.say("survey_site", "finding", verdict=verdict, **values)


def _extremes(lines: Sequence[Line], voice: Voice) -> str:
    """The question people are most and least content with; empty with fewer than two to compare."""
    told = sorted((line.interval.percent, line.name) for line in lines if line.interval and not line.is_rough)
    if len(told) < 2:
        return ""
    (worst_percent, worst), (best_percent, best) = told[0], told[-1]
    return voice.say(
        "survey_site", "extremes", best=best, best_percent=best_percent, worst=worst, worst_percent=worst_percent
    )  # fmt: skip


def _last_step(lines: Sequence[Line], voice: Voice) -> str:
    """What the last two waves with a figure say to each other."""
    told = [line.interval for line in lines if line.interval]
    if len(told) < 2:
        return voice.say("survey_site", "first")
    points, way = change(told[-2], told[-1])
    shown = f"{points:+}".replace("-", MINUS) if way == "same" else str(abs(points))
    return voice.say("survey_site", way, points=shown)


def _line(asked: QuestionResult, result: SurveyResult, voice: Voice, targets: dict[str, int]) -> Line:
    measure = SURVEYED.get(asked.measure or "")
    return Line(
        name=asked.short.say(voice.language),
        note=_note(asked, result, voice),
        interval=interval_of(asked, targets.get(measure or "")),
        n=asked.n,
        is_rough=asked.is_rough,
        address=f"measures/{measure}/" if measure else None,
        segments=tuple(_segments(asked, voice)),
        not_applicable=asked.not_applicable,
    )


def _note(asked: QuestionResult, result: SurveyResult, voice: Voice) -> str:
    """What must be said beside the figure, or in its place."""
    before = next((one for one in result.results if one.name == asked.asked_if), None)
    if before is not None and before.positive is None:
        return voice.say("survey_site", "hidden_before", short=before.short.say(voice.language))
    if asked.n is None:
        return voice.say("survey_site", "too_few", n=result.thresholds.survey_from)
    notes = []
    if before is not None:
        notes.append(voice.say("survey_site", "asked_if", short=before.short.say(voice.language)))
    if asked.percent is None:
        notes.append(voice.say("survey_site", "one_sided"))
    elif asked.is_rough:
        notes.append(voice.say("survey_site", "rough"))
    return voice.say("list", "join").join(notes)


def _segments(asked: QuestionResult, voice: Voice) -> Iterator[Segment]:
    done, scale = 0, SCALES[asked.scale]
    for band in asked.bands:
        assert asked.n, "a question with bands has answers"
        words = [voice.say(f"{asked.scale}_scale", code) for code in band.answers]
        yield Segment(
            x=round(100 * done / asked.n, 2),
            width=round(100 * band.count / asked.n, 2),
            place=scale.index(band.answers[0]) if len(band.answers) == 1 else None,
            words=voice.say("survey_site", "together").join(words),
            count=band.count,
        )
        done += band.count


def _steps(edition: Edition) -> list[Step]:
    found = improvements_of(edition.content.work.improvements, edition.today)
    return [step for step in found if step.one.source == Source.SURVEY][:CHANGED]
