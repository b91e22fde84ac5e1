"""Notices: a list and a page each, with the state of today; nothing is shown before its day."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.edition import Edition, Page, settled
from register.written.notices import Notice, State


@dataclass(frozen=True)
class Posted:
    """A notice as it hangs today: its address, its state, and how many days are left to object."""

    slug: str
    notice: Notice
    state: State
    days_left: int

    @property
    def address(self) -> str:
        return f"notices/{self.slug}/"


@settled
def posted(edition: Edition) -> list[Posted]:
    """The notices that are out, the open ones first, then the newest."""
    today = edition.today
    every = [
        Posted(slug, one, one.state(today), one.days_left(today))
        for slug, one in edition.content.work.notices.items()
    ]
    out = [one for one in every if one.state != State.COMING]
    return sorted(out, key=lambda one: (one.state != State.OPEN, -one.notice.published.toordinal(), one.slug))


def notice_pages(edition: Edition) -> Iterator[Page]:
    title = edition.voice.say("nav", "notices")
    board = posted(edition)
    yield edition.page("notices/", title, "notices", "pages/notices.html", board=board)
    for one in board:
        name = one.notice.title.say(edition.voice.language)
        yield edition.page(one.address, name, "notice", "pages/notice.html", posted=one, name=name)
