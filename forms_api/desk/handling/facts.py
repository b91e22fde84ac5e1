"""What the to-do list needs of a case, read off it once a revision. Pure."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from forms_api.desk.handling.repeats import Likeness
from register.case import Case, Clock
from register.clocks import hangs_on_one_word, running_clocks
from register.erasure import erasure
from register.handling import RESIDENT, SYSTEM
from register.numbers import squeeze
from register.publication import Stage, publication
from register.senders import sender_of
from register.terms import Channel, Kind, Matter, Status, Step, Urgency


@dataclass(frozen=True)
class Facts:
    """What the list needs of a case. It changes only with the case, not with the clock."""

    number: str
    what: str
    place: str
    kind: Kind
    matter: Matter
    channel: Channel
    urgency: Urgency
    status: Status
    responsible: str | None
    received: datetime
    limits: tuple[Clock, ...]
    stage: Stage
    held: bool
    wants_summary: bool
    phone: str
    news: bool = False
    attention: bool = False
    links: tuple[str, ...] = ()
    changed: datetime | None = None
    objects: bool = False
    sender: str | None = None
    one_word: bool = False

    @cached_property
    def is_open(self) -> bool:
        """Whether anybody still has to do anything."""
        waits = self.stage in _UNDER_REVIEW or self.wants_summary or self.held or self.news or self.one_word
        return waits or bool(self.limits) or self.status not in _AT_REST

    @cached_property
    def objection_waits(self) -> bool:
        """Whether it objects to something that stands on the site, and nobody has answered: the sentence may name somebody."""
        return self.objects and any(clock.step == Step.ANSWER for clock in self.limits)

    @cached_property
    def likenesses(self) -> frozenset[Likeness]:
        """What makes two cases alike: the matter, with the place or with the phone."""
        return frozenset((self.matter, mark) for mark in (squeeze(self.place), self.phone) if mark)

    @cached_property
    def said(self) -> str:
        """What a search looks through."""
        return f"{self.what}\n{self.place}".casefold()


WAITING = frozenset({Stage.DRAFTED, Stage.WITHHOLDING_PROPOSED, Stage.OBJECTION_NOTED})
"""Another person has to say her word about what is published."""
_UNDER_REVIEW = WAITING | {Stage.SENT_BACK}
_SETTLED = frozenset({Status.FED_BACK, Status.FOLLOWED_UP})
_AT_REST = frozenset(
    {Status.ANSWERED, Status.FED_BACK, Status.FOLLOWED_UP, Status.WITHDRAWN, Status.ARCHIVED}
)
_OVER = frozenset({Status.WITHDRAWN, Status.ARCHIVED})  # what was missed here is a figure, no task
_WORDS_OF_HERS = frozenset({Step.MESSAGE, Step.ADD_FACTS, Step.CHASE, Step.ASK_ERASURE})


def facts(case: Case) -> Facts:
    """The facts of a case as it stands."""
    stage = publication(case).stage
    unsaid = stage in (Stage.NOTHING, Stage.SENT_BACK)
    return Facts(
        number=case.number,
        what=case.submission.answers.get("what", ""),
        place=case.submission.answers.get("place", ""),
        kind=case.kind,
        matter=case.matter,
        channel=case.submission.channel,
        urgency=case.urgency,
        status=case.status,
        responsible=case.responsible,
        received=case.received,
        limits=() if case.status in _OVER else running_clocks(case),
        stage=stage,
        held=case.is_held,
        wants_summary=unsaid and case.submission.publish and case.status in _SETTLED,
        phone=squeeze(case.contact.phone) if case.contact else "",
        news=_has_news(case) or _waits_for_second(case),
        attention=case.needs_attention,
        links=tuple(case.links),
        changed=case.entries[-1].at,
        objects=case.submission.is_objection,
        sender=sender_of(case),
        one_word=hangs_on_one_word(case),
    )


def _has_news(case: Case) -> bool:
    """Whether the resident wrote something after the last step anybody of the staff took."""
    for entry in reversed(case.entries):
        if entry.by not in (RESIDENT, SYSTEM):
            return False
        if entry.step in _WORDS_OF_HERS and entry.by == RESIDENT:
            return True
    return False


def _waits_for_second(case: Case) -> bool:
    """Whether somebody proposed to erase the record and another person has not decided yet."""
    state = erasure(case)
    return state.proposed_by is not None and state.decided_at is None
