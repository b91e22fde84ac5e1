"""Where to turn when something is wrong: a second look at a case, and every correction made so far."""

from collections.abc import Iterator

from generator.site.edition import Edition, Page
from generator.site.figures.kept import moved_since
from generator.site.pages.inspected import latest_cards
from generator.site.pages.promises import first_limit, objection_limit
from register.terms import Kind, Step, Urgency


def appeal_pages(edition: Edition) -> Iterator[Page]:
    voice = edition.voice
    yield edition.page(
        "appeal/",
        voice.say("nav", "appeal"),
        "appeal",
        "pages/appeal.html",
        reviewed=first_limit(edition.version, Kind.COMPLAINT, Urgency.ORDINARY, Step.RECONSIDER, voice),
        objected=objection_limit(edition.version, voice),
        cards=latest_cards(edition, ("reviews_done_on_time", "satisfied_with_handling")),
    )


def correction_pages(edition: Edition) -> Iterator[Page]:
    """Every release that changed an earlier one, every record and notice that was changed since, newest first."""
    content = edition.content
    yield edition.page(
        "corrections/",
        edition.voice.say("nav", "corrections"),
        "corrections",
        "pages/corrections.html",
        revised=[
            one for one in reversed(content.released) if one.release.corrections or one.release.tombstones
        ],
        notices=[
            (slug, one)
            for slug, one in content.work.notices.items()
            if one.updated and one.updated <= edition.today
        ],
        released=len(content.released),
        moved=moved_since(content),
        kept_from=next((one.period for one in content.current if one.release.own_records), None),
    )
