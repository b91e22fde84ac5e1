"""Improvements: from a finding to a measure to its effect, the failed ones included."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.site.edition import Edition, Page
from generator.site.pages.inspected import latest_cards
from register.terms import Matter
from register.written.improvements import Improvement, Progress

MEASURES = ("improvements_done_on_time", "improvements_effective")


@dataclass(frozen=True)
class Step:
    """An improvement and where it stands today."""

    one: Improvement
    progress: Progress


def improvement_pages(edition: Edition) -> Iterator[Page]:
    steps = improvements_of(edition.content.work.improvements, edition.today)
    judged = [step for step in steps if step.one.effect]
    yield edition.page(
        "improvements/",
        edition.voice.say("nav", "improvements"),
        "improvements",
        "pages/improvements.html",
        steps=steps,
        judged=judged,
        better=[step for step in judged if step.progress == Progress.BETTER],
        cards=latest_cards(edition, MEASURES),
    )


def improvements_of(
    improvements: Sequence[Improvement], today: date, matters: Container[Matter] = frozenset(Matter)
) -> list[Step]:
    """Those under way first, then the newest."""
    steps = [Step(one, one.progress(today)) for one in improvements if one.matter in matters]
    running = (Progress.UNDER_WAY, Progress.OVERDUE)
    return sorted(steps, key=lambda step: (step.progress not in running, -step.one.started.toordinal()))
