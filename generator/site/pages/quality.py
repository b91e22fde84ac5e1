"""The four headings of quality: promise, measures, cases, inspections, improvements of each on one page."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.disclosure.cases.listed import Entry
from generator.site.edition import Edition, Page
from generator.site.pages.improved import improvements_of
from generator.site.pages.inspected import latest_cards, plan_rows, problems_found
from register.standards import Standard
from register.terms import Kind, Matter, Step, Urgency

SHOWN = 5


@dataclass(frozen=True)
class Heading:
    """A heading: the matters under it and the measures that tell of it."""

    id: str
    matters: tuple[Matter, ...]
    measures: tuple[str, ...]

    def holds(self, standard: Standard) -> bool:
        """Whether the promise belongs here: promises are made by kind and urgency, not by matter."""
        if self.id == "safety":
            return standard.urgency == Urgency.EMERGENCY
        if self.id == "repair":
            return standard.kind == Kind.REPAIR
        steps = (
            (Step.ACKNOWLEDGE, Step.CONTACT, Step.FOLLOW_UP)
            if self.id == "attitude"
            else (Step.ANSWER, Step.FOLLOW_UP)
        )
        return standard.kind == Kind.COMPLAINT and standard.step in steps and not standard.objection


HEADINGS = (
    Heading(
        "attitude",
        (Matter.ATTITUDE,),
        (
            "contacted_on_time",
            "satisfied_with_handling",
            "followed_up_on_time",
            "tests_passed",
            "survey_respect",
        ),
    ),
    Heading(
        "repair",
        (Matter.MAINTENANCE, Matter.FACILITIES),
        (
            "emergencies_reached_on_time",
            "repairs_finished_on_time",
            "repair_days",
            "followed_up_on_time",
            "survey_repairs",
        ),
    ),
    Heading(
        "safety",
        (Matter.SAFETY, Matter.PARKING),
        (
            "emergencies_reached_on_time",
            "rounds_done_on_time",
            "problems_rectified_on_time",
            "rechecks_passed",
            "survey_safe",
        ),
    ),
    Heading(
        "hygiene",
        (Matter.HYGIENE, Matter.GREENING),
        (
            "points_passed",
            "problems_found",
            "problems_rectified_on_time",
            "complaints_answered_on_time",
            "survey_clean",
        ),
    ),
)


def quality_pages(edition: Edition) -> Iterator[Page]:
    yield edition.page(
        "quality/",
        edition.voice.say("nav", "quality"),
        "quality",
        "pages/quality.html",
        headings=[(heading, latest_cards(edition, heading.measures[:2])) for heading in HEADINGS],
    )
    for heading in HEADINGS:
        yield _heading_page(edition, heading)


def _heading_page(edition: Edition, heading: Heading) -> Page:
    work, today = edition.content.work, edition.today
    name = edition.voice.say("quality", heading.id)
    return edition.page(
        f"quality/{heading.id}/",
        name,
        "quality_heading",
        "pages/heading.html",
        name=name,
        heading=heading,
        standards=[standard for standard in edition.version.standard if heading.holds(standard)],
        cards=latest_cards(edition, heading.measures),
        entries=_entries(edition, heading)[:SHOWN],
        matters=[
            matter
            for matter in heading.matters
            if any(entry.matter == matter for one in edition.content.current for entry in one.release.entries)
        ],
        plan=plan_rows(work.rounds, today, heading.matters),
        problems=problems_found(work.rounds, today, heading.matters)[:SHOWN],
        steps=improvements_of(work.improvements, today, heading.matters),
    )


def _entries(edition: Edition, heading: Heading) -> list[Entry]:
    """The listed cases of the heading, the newest period first."""
    return [
        entry
        for one in edition.newest_first()
        for entry in one.release.entries
        if entry.matter in heading.matters
    ]
