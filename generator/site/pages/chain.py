"""The releases page: every file ever released, its checksum, the one before it, and the ledger's head."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.disclosure.releases.releases import ReleasedPeriod
from generator.site.edition import Edition, Page


@dataclass(frozen=True)
class Link:
    """A release in the chain: its number, counted from 1, and whether a newer revision replaced it."""

    number: int
    one: ReleasedPeriod
    superseded: bool


def release_pages(edition: Edition) -> Iterator[Page]:
    content = edition.content
    live = {one.sha256 for one in content.current}
    links = [
        Link(number, one, one.sha256 not in live) for number, one in enumerate(content.released, start=1)
    ]
    yield edition.page(
        "releases/",
        edition.voice.say("nav", "releases"),
        "releases",
        "pages/releases.html",
        links=links[::-1],
        files=sorted(content.files),
        replies=content.work.replies,
    )
