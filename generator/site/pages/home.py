"""The home page: a summary only. Every figure on it is the object its own page shows."""

from collections.abc import Iterator
from typing import Any

from generator.disclosure.cases.listed import Entry
from generator.disclosure.releases.release import Release
from generator.site.edition import Edition, Page
from generator.site.pages.noticeboard import posted
from generator.site.pages.promises import first_limit, limit_rows
from generator.site.pages.surveyed import open_surveys
from generator.site.pictures.pictures import complaint_trend
from register.terms import Kind, Matter, Step, Urgency

CARDS = (
    "complaints_answered_on_time",
    "emergencies_reached_on_time",
    "repairs_finished_on_time",
    "satisfied_with_handling",
)
LATEST = 4


def home_pages(edition: Edition) -> Iterator[Page]:
    """The home page; before the first release it has the actions, the promises and the contacts alone."""
    voice = edition.voice
    version = edition.version
    yield edition.page(
        "",
        voice.say("home", "title"),
        "home",
        "pages/home.html",
        acknowledged=first_limit(version, Kind.COMPLAINT, Urgency.ORDINARY, Step.ACKNOWLEDGE, voice),
        on_site=first_limit(version, Kind.REPAIR, Urgency.EMERGENCY, Step.ARRIVE, voice),
        reviewed=first_limit(version, Kind.COMPLAINT, Urgency.ORDINARY, Step.RECONSIDER, voice),
        standards=limit_rows(version, voice),
        standards_count=len(version.standard),
        board=posted(edition)[:LATEST],
        surveys=open_surveys(edition),
        **_released(edition),
    )


def latest_entries(release: Release, count: int = LATEST) -> list[Entry]:
    """The first entry of each of the largest groups: a rule, so that nobody picks the flattering ones."""
    received = {group.matter: group.received for group in release.groups}
    firsts: dict[Matter, Entry] = {}
    for entry in release.entries:
        firsts.setdefault(entry.matter, entry)
    ranked = sorted(firsts.values(), key=lambda entry: (-received.get(entry.matter, 0), entry.matter))
    return ranked[:count]


def _released(edition: Edition) -> dict[str, Any]:
    """What the home page shows of the latest release; empty before the first."""
    if edition.latest is None:
        return {"cards": [], "judged": [], "trend": None, "entries": []}
    release = edition.latest.release
    book = edition.book
    return {
        "cards": [book.of(measure, release.period) for measure in CARDS],
        "judged": edition.judged(),
        "trend": complaint_trend(edition.content.current, edition.voice),
        "entries": latest_entries(release),
    }
