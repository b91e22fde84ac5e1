"""The stories of the invented estate: `stories.toml` as models, and telling one at a public place."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from random import Random

from register.content import Words, Written
from register.terms import (
    ExtensionReason,
    Kind,
    Matter,
    Measure,
    Outcome,
    PauseReason,
    Post,
    SensitiveReason,
    Urgency,
)

# How often each kind comes, in a hundred.
KINDS = {Kind.COMPLAINT: 40, Kind.REPAIR: 38, Kind.INQUIRY: 10, Kind.SUGGESTION: 7, Kind.PRAISE: 5}
FILE = Path(__file__).with_name("stories.toml")


class Story(Written):
    """What can happen. `at` are the places it happens at, any of them where none is named; `objection`: never by chance,
    only after a release."""

    kind: Kind
    matter: Matter
    urgency: Urgency = Urgency.ORDINARY
    weight: int
    post: Post
    what: str
    findings: str = ""
    answer: str
    outcome: Outcome
    measures: tuple[Measure, ...]
    pause: PauseReason | None = None
    extend: ExtensionReason | None = None
    sensitive: tuple[SensitiveReason, ...] = ()
    spam: bool = False
    objection: bool = False
    at: tuple[str, ...] = ()
    zh: str
    en: str
    more: tuple[Words, ...] = ()

    @property
    def summaries(self) -> tuple[Words, ...]:
        """The ways the public summary may be put: no two cases are quite the same."""
        return (Words(zh=self.zh, en=self.en), *self.more)


class Stories(Written):
    place: tuple[Words, ...]
    story: tuple[Story, ...]


@dataclass(frozen=True)
class Told:
    """A story at a place: the texts with the place filled in."""

    story: Story
    place: str
    what: str
    answer: str
    zh: str
    en: str


def read_stories() -> Stories:
    return Stories.model_validate(tomllib.loads(FILE.read_text(encoding="utf-8")))


def tell(stories: Stories, chance: Random) -> Told:
    """One story, as often as its weight says, at one of the public places."""
    kind = chance.choices(list(KINDS), weights=list(KINDS.values()))[0]
    of_kind = [story for story in stories.story if story.kind == kind and not story.objection]
    story = chance.choices(of_kind, weights=[story.weight for story in of_kind])[0]
    return told_at_a_place(story, stories, chance)


def tell_objection(stories: Stories, chance: Random) -> Told:
    """What somebody objects to in what was published."""
    return told_at_a_place(chance.choice([one for one in stories.story if one.objection]), stories, chance)


def told_at_a_place(story: Story, stories: Stories, chance: Random) -> Told:
    place = chance.choice([one for one in stories.place if not story.at or one.zh in story.at])
    summary = chance.choice(story.summaries)
    fill = {"place": place.zh}
    return Told(
        story=story,
        place=place.zh if "{place}" in story.what else "",
        what=story.what.format(**fill),
        answer=story.answer.format(**fill),
        zh=summary.zh.format(**fill),
        en=summary.say("en").format(place=place.say("en")),
    )
