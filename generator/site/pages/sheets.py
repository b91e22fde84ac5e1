"""Sheets to print, each one page of A4 or A3: a period's notice, the poster of ways to complain, boards of points."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

import segno
from markupsafe import Markup

from generator.disclosure.releases.releases import ReleasedPeriod
from generator.site.edition import Edition, Page
from generator.site.pages.home import latest_entries
from generator.site.pages.promises import first_limit, limit_rows
from generator.site.work.points import Point
from register.terms import Kind, Step, Urgency

ENTRIES = 4
FIGURES = (
    "acknowledged_on_time",
    "contacted_on_time",
    "complaints_answered_on_time",
    "emergencies_reached_on_time",
    "repairs_finished_on_time",
    "followed_up_on_time",
    "satisfied_with_handling",
    "listed_share",
)
"""What a notice on paper tells; a fixed list, so that nobody picks the flattering ones."""

LARGE = "a3/"
LONGEST_SUMMARY = 60


def sheet_pages(edition: Edition) -> Iterator[Page]:
    """A sheet for every period and every service point, the poster, each in A4 and A3; and a page that leads to them."""
    title = edition.voice.say("nav", "print")
    periods = list(edition.newest_first())
    points = edition.content.work.points
    yield edition.page("print/", title, "print", "pages/print.html", periods=periods, points=points)
    for size in ("", LARGE):
        yield _poster(edition, size)
        for one in periods:
            yield _notice(edition, one, size)
        for point in points:
            yield _board(edition, point, size)


def _notice(edition: Edition, one: ReleasedPeriod, size: str) -> Page:
    voice, period = edition.voice, one.release.period
    return edition.page(
        f"print/{period}/{size}",
        voice.say("sheet", "title", period=voice.period(period)),
        "print_period",
        "pages/sheet.html",
        one=one,
        period=voice.period(period),
        size=size,
        figures=[edition.book.of(measure, period) for measure in FIGURES],
        entries=latest_entries(one.release, ENTRIES),
        longest=LONGEST_SUMMARY,
        leads_to=edition.origin + edition.link(f"outcomes/{period}/"),
        qr=qr(edition.origin + edition.link(f"outcomes/{period}/")) if edition.origin else None,
    )


def _board(edition: Edition, point: Point, size: str) -> Page:
    """The board of a service point (点位公示牌): what is done there, to what standard, how often."""
    voice = edition.voice
    name = point.place.say(voice.language)
    return edition.page(
        f"print/points/{point.id}/{size}",
        voice.say("board", "page_title", name=name),
        "print_board",
        "pages/board.html",
        name=name,
        point=point,
        size=size,
        leads_to=edition.origin + edition.link(),
        qr=qr(edition.origin + edition.link()) if edition.origin else None,
    )


def _poster(edition: Edition, size: str) -> Page:
    voice, version = edition.voice, edition.version
    return edition.page(
        f"print/complain/{size}",
        voice.say("sheet", "poster"),
        "print_poster",
        "pages/poster.html",
        size=size,
        acknowledged=first_limit(version, Kind.COMPLAINT, Urgency.ORDINARY, Step.ACKNOWLEDGE, voice),
        answered=first_limit(version, Kind.COMPLAINT, Urgency.ORDINARY, Step.ANSWER, voice),
        limits=limit_rows(version, voice),
        leads_to=edition.origin + edition.link("complain/"),
        qr=qr(edition.origin + edition.link("complain/")) if edition.origin else None,
    )


@lru_cache(maxsize=512)  # both sizes of a sheet lead to the same page
def qr(address: str) -> Markup:
    """The address as a QR code that still reads with a seventh of it damaged; black on white in the dark too."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(
        out,
        kind="svg",
        border=4,
        xmldecl=False,
        svgns=True,
        light="#fff",
        omitsize=True,
        svgclass="qr",
        lineclass=None,
    )
    return Markup(out.getvalue().decode("utf-8").strip())  # noqa: S704  made above from modules alone
