"""Measures: an index, and a page for each with its formula, its rows and every result so far."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from generator.disclosure.cases.period import Period
from generator.disclosure.figures.measures import (
    DueRate,
    ExtendedShare,
    ListedShare,
    ReceivedCount,
    SatisfiedRate,
    WithheldCount,
)
from generator.site.edition import Edition, Page
from generator.site.figures.derived import OutcomeShare
from generator.site.figures.figures import FigureView
from generator.site.figures.happened import EventPerThousand, EventShare
from generator.site.figures.judged import shifts
from generator.site.figures.pairs import PairFigure
from generator.site.figures.recorded import ALL, SURVEYED, AnyPublic, Recorded
from generator.site.figures.tables import Table, item_rows, rows_of
from generator.site.pages.surveyed import interval_of
from generator.site.pictures.intervals import Intervals, satisfaction_intervals
from generator.site.pictures.pictures import history, past

DEFINITIONS = ("measure_formula", "numerator", "denominator", "measure_why")

ROWS_FILES: Final[Mapping[type | str, str]] = {
    **dict.fromkeys((DueRate, ExtendedShare), "due"),
    ReceivedCount: "received",
    **dict.fromkeys((EventShare, EventPerThousand), "events"),
    OutcomeShare: "outcomes",
    "objections": "objections",
    **dict.fromkeys((ListedShare, WithheldCount, "settled"), "balances"),
}
"""The set of open data that has the rows of a measure: by its shape, or by the rows of a pair."""

NOT_SHOWN: Final = (
    "listed_share",
    "withheld",
    "counted_only",
    "taken_down",
    "taken_down_for_a_person",
    "numbers_not_alone",
)
"""The measures of what is not shown one by one: why is told beside them."""

UNPUBLISHED: Final = (
    "first_contact_time",
    "inquiries_settled_at_once",
    "lamps_working",
    "lift_stops",
    "posts_manned",
    "upkeep_on_time",
    "dissatisfied_called_back",
    "staffing",
    "receipt_lookups",
)
"""Measures the field knows that nobody here can compute; the index says of each why."""


def measure_pages(edition: Edition) -> Iterator[Page]:
    yield _index(edition)
    for measure in ALL:
        yield _measure_page(edition, measure)


def _index(edition: Edition) -> Page:
    voice = edition.voice
    groups = [
        (
            group,
            voice.say("measure_group", group),
            [
                (measure.id, _latest_view(edition, measure), past(edition.book.history(measure.id), voice))
                for measure in measures
            ],
        )
        for group, measures in groupby(ALL, key=lambda measure: measure.group)
    ]
    judged = edition.judged()
    counted = {"n": len(ALL), "targets": len(judged), "met": sum(view.met is True for view in judged)}
    return edition.page(
        "measures/",
        voice.say("nav", "measures"),
        "measures",
        "pages/measures.html",
        groups=groups,
        counted=counted,
        unpublished=UNPUBLISHED,
    )


def _measure_page(edition: Edition, measure: AnyPublic) -> Page:
    voice, latest = edition.voice, edition.latest
    name = voice.say("measure_name", measure.id)
    views = edition.book.history(measure.id)
    return edition.page(
        f"measures/{measure.id}/",
        name,
        "measure",
        "pages/measure.html",
        name=name,
        view=_latest_view(edition, measure),
        span=Period.parse(latest.release.period) if latest else None,
        definitions={code: voice.maybe(code, measure.id) for code in DEFINITIONS},
        source=voice.maybe("measure_source", measure.id) or voice.say("measure_source", "default"),
        target=edition.content.rules.targets().get(measure.id),
        shifts=[one for one in shifts(edition.content) if one.measure == measure.id],
        ended=[one.why for one in edition.content.rules.ended if one.measure == measure.id],
        picture=history(measure.id, views, voice),
        uncertainty=_uncertainty(edition, measure),
        caveat=_caveat(edition, measure),
        rows=_rows(edition, measure),
        rows_file=_rows_file(measure),
        is_recorded=isinstance(measure, Recorded),
        hides=measure.id in NOT_SHOWN,
    )


def _uncertainty(edition: Edition, measure: AnyPublic) -> Intervals | None:
    """Those who rated are few of those served: their share is shown with what chance may do to it."""
    if not isinstance(measure, SatisfiedRate):
        return None
    target = edition.content.promised_in(edition.latest.release).get(measure.id) if edition.latest else None
    return satisfaction_intervals(edition.content.current, target, edition.voice)


def _caveat(edition: Edition, measure: AnyPublic) -> str | None:
    """What the margin of a survey lets the latest figure say: the same words as on the page of the survey."""
    code = next((code for code, id in SURVEYED.items() if id == measure.id), None)
    if code is None or edition.latest is None or not isinstance(measure, Recorded):
        return None
    days = {item.day for item in measure.within(edition.content, edition.latest.period)}
    asked = [one.result.of(code) for one in edition.content.results if one.result.closes in days]
    target = edition.content.promised_in(edition.latest.release).get(measure.id)
    interval = interval_of(asked[-1], target) if asked and asked[-1] else None
    if interval is None or interval.verdict is None:
        return None
    verdict = edition.voice.say("survey_verdict", interval.verdict, target=target)
    return edition.voice.say("measure_page", "caveat", margin=interval.margin, verdict=verdict)


def _rows(edition: Edition, measure: AnyPublic) -> Table | None:
    """What the latest figure rests on: rows of the release, or the records themselves."""
    if edition.latest is None:
        return None
    if isinstance(measure, Recorded):
        return item_rows(measure.within(edition.content, edition.latest.period), measure.unit, edition.voice)
    return rows_of(measure, edition.latest.release, edition.voice)


def _rows_file(measure: AnyPublic) -> str | None:
    if isinstance(measure, Recorded):
        return measure.rows
    return ROWS_FILES.get(measure.rows if isinstance(measure, PairFigure) else type(measure))


def _latest_view(edition: Edition, measure: AnyPublic) -> FigureView | None:
    return edition.book.of(measure.id, edition.latest.release.period) if edition.latest else None
