"""Periodic evaluation: how many targets of each side of the service were reached, period by period. A rule, no opinion."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.edition import Edition, Page
from generator.site.figures.figures import FigureView
from generator.site.pages.improved import improvements_of
from register.written.improvements import Progress

PERIODS = 6
SIDES = {
    "flow": (
        "acknowledged_on_time",
        "contacted_on_time",
        "inquiries_answered_on_time",
        "complaints_answered_on_time",
        "followed_up_on_time",
        "suggestions_answered_on_time",
    ),
    "attitude": ("satisfied_with_handling", "sessions_held_on_time", "tests_passed"),
    "quality": (
        "emergencies_reached_on_time",
        "repairs_finished_on_time",
        "rounds_done_on_time",
        "points_passed",
        "problems_rectified_on_time",
        "rechecks_passed",
    ),
    "openness": ("listed_share", "disclosures_on_time", "improvements_done_on_time"),
}


@dataclass(frozen=True)
class Side:
    """One side of the service: its figures of the latest period, and (period, met, judged) of the last ones."""

    id: str
    views: tuple[FigureView, ...]
    past: tuple[tuple[str, int, int], ...]

    @property
    def missed(self) -> list[FigureView]:
        return [view for view in self.views if view.met is False]


def evaluation_pages(edition: Edition) -> Iterator[Page]:
    steps = improvements_of(edition.content.work.improvements, edition.today)
    yield edition.page(
        "evaluation/",
        edition.voice.say("nav", "evaluation"),
        "evaluation",
        "pages/evaluation.html",
        sides=[_side(id, edition) for id in SIDES] if edition.latest else [],
        periods=edition.book.periods[-PERIODS:],
        running=[step for step in steps if step.progress in (Progress.UNDER_WAY, Progress.OVERDUE)],
    )


def _side(id: str, edition: Edition) -> Side:
    book = edition.book
    past = []
    for period in book.periods[-PERIODS:]:
        judged = [view for measure in SIDES[id] if (view := book.of(measure, period)).met is not None]
        past.append((period, sum(view.met is True for view in judged), len(judged)))
    return Side(id, tuple(book.of(measure, book.periods[-1]) for measure in SIDES[id]), tuple(past))
