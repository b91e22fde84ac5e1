"""The pages that lead to people: how to complain, who serves, privacy, what is hidden and why, accessibility."""

from collections.abc import Iterator

from generator.site.edition import Edition, Page
from generator.site.pages.inspected import latest_cards
from generator.site.pages.promises import first_limit
from register.terms import Kind, Post, Step, Urgency

A_YEAR = 365
COMPLAINT_STEPS = (Step.ACKNOWLEDGE, Step.CONTACT, Step.ANSWER, Step.FEED_BACK, Step.FOLLOW_UP)


def complain_pages(edition: Edition) -> Iterator[Page]:
    """How a complaint goes, its steps and limits straight from the standards in force."""
    voice, version = edition.voice, edition.version
    steps = [
        (step, found)
        for step in COMPLAINT_STEPS
        if (found := [one for one in version.standard if (one.kind, one.step) == (Kind.COMPLAINT, step)])
    ]
    yield edition.page(
        "complain/",
        voice.say("nav", "complain"),
        "complain",
        "pages/complain.html",
        steps=steps,
        reviewed=_reviewed(edition),
        prose=edition.prose("complain"),
    )


def people_pages(edition: Edition) -> Iterator[Page]:
    """The only page that may carry names: those declared with their basis."""
    training, today = edition.content.work.training, edition.today
    sessions = sorted(training.session, key=lambda one: one.due, reverse=True)
    yield edition.page(
        "people/",
        edition.voice.say("nav", "people"),
        "people",
        "pages/people.html",
        posts=edition.content.people.posts,
        everybody=len(Post),
        reviewed=_reviewed(edition),
        sessions=[one for one in sessions if abs((one.due - today).days) <= A_YEAR],
        certificates=training.certificate,
        cards=latest_cards(edition, ("sessions_held_on_time", "tests_passed")),
        today=today,
    )


def _reviewed(edition: Edition) -> str | None:
    """Within what limit another person looks at a case again."""
    return first_limit(edition.version, Kind.COMPLAINT, Urgency.ORDINARY, Step.RECONSIDER, edition.voice)


def prose_pages(edition: Edition) -> Iterator[Page]:
    for name in ("privacy", "anonymising", "accessibility"):
        title = edition.voice.say("nav", name)
        yield edition.page(f"{name}/", title, name, "pages/prose.html", prose=edition.prose(name))
