"""What happens to one case, act by act: planned when it is received, taken through the real steps later.

Figures of chance are chosen so that most promises are kept and some are missed, as on a real estate.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from generator.cli.demo.luck import Luck
from generator.cli.demo.people import (
    ENGINEER,
    FRONT_DESK,
    REVIEWER,
    SECOND_REVIEWER,
    SECURITY,
    Employee,
)
from generator.cli.demo.stories import Story, Told
from register.case import Case
from register.content import Words
from register.handling import SYSTEM, THE_RESIDENT, Actor
from register.publication import publication, summary_digest
from register.terms import Kind, Outcome, Post, Step, Urgency

Say = Callable[[Case], dict[str, Any]]
STILL_RUNNING = timedelta(hours=40)
HANDLERS = {Post.ENGINEERING: ENGINEER, Post.SECURITY: SECURITY}
SATISFACTIONS = ("satisfied", "fairly_satisfied", "dissatisfied", "no_answer")

REFUSED = Words(
    zh="同一事项此前已经答复，没有新情况，不予受理，已说明理由。",
    en="The matter was answered before and nothing was new. It was not taken up, and the reason was given.",
)
"""What is published of a complaint that was refused: none of the work its story tells of was done."""


@dataclass(frozen=True)
class Act:
    at: datetime
    step: Step
    by: Actor
    say: Say


@dataclass(frozen=True)
class Chances:
    """How often something out of the ordinary happens."""

    late: float = 0.06
    withdrawn: float = 0.02
    refused: float = 0.04
    reclassified: float = 0.03
    review_asked: float = 0.7  # of the dissatisfied
    review_changes: float = 0.3  # of the reviews
    reopened: float = 0.6  # of the dissatisfied who ask for no review
    objected: float = 0.015
    sent_back: float = 0.06


@dataclass(frozen=True)
class Planner:
    luck: Luck
    chances: Chances = Chances()

    def acts(
        self, told: Told, received: datetime, publish: bool, repeats: str | None = None
    ) -> Iterator[Act]:
        """All acts of a case, in order of time. `repeats` is the number of the earlier case it repeats."""
        if told.story.spam:
            yield from self._spam(received)
            return
        at = received
        for act in self._handling(told, received):
            at = max(at, act.at)
            yield replace(act, at=at)
            if act.step == Step.CLASSIFY and repeats:
                yield _act(at, Step.LINK, FRONT_DESK, number=repeats, relation="repeat")
        if act.step == Step.WITHDRAW:
            return
        if act.step == Step.REFUSE:
            told = replace(told, zh=REFUSED.zh, en=REFUSED.say("en"))
        for act in self._afterwards(told, at, publish, repeats is not None):
            at = max(at, act.at)
            yield replace(act, at=at)

    def _handling(self, told: Told, received: datetime) -> Iterator[Act]:
        story, urgent = told.story, told.story.urgency == Urgency.EMERGENCY
        handler = HANDLERS.get(story.post, FRONT_DESK)
        at = (
            received + self.luck.minutes(3, 12)
            if urgent
            else self.luck.office(received + self.luck.hours(0.3, 6))
        )
        if not urgent and self.luck.happens(self.chances.late / 3):
            at = self.luck.office(received + self.luck.hours(50, 90))
        yield _act(at, Step.ACKNOWLEDGE, FRONT_DESK)
        if self.luck.happens(self.chances.withdrawn):
            yield Act(self.luck.office(at + self.luck.hours(1, 20)), Step.WITHDRAW, THE_RESIDENT, _say())
            return
        at += self.luck.minutes(1, 3)
        yield _act(at, Step.CLASSIFY, FRONT_DESK, kind=story.kind, matter=story.matter, urgency=story.urgency)
        if story.kind == Kind.COMPLAINT and self.luck.happens(self.chances.refused):
            said = {"reason": "already_answered", "text": "同一事项已答复且没有新情况，详见上次答复。"}
            yield _act(self.luck.office(at + self.luck.hours(2, 30)), Step.REFUSE, FRONT_DESK, **said)
            return
        at += self.luck.minutes(1, 5)
        yield _act(at, Step.ASSIGN, FRONT_DESK, to=handler.account, post=story.post)
        yield from self._work(told, handler, at, received)

    def _work(self, told: Told, handler: Employee, at: datetime, received: datetime) -> Iterator[Act]:
        story, urgent = told.story, told.story.urgency == Urgency.EMERGENCY
        late = self.luck.happens(self.chances.late)
        if story.kind in (Kind.COMPLAINT, Kind.REPAIR):
            at = at + self.luck.minutes(1, 3) if urgent else self.luck.office(at + self.luck.hours(0.2, 3))
            yield _act(at, Step.CONTACT, handler)
        if urgent:
            at = max(at, received + (self.luck.minutes(33, 55) if late else self.luck.minutes(12, 28)))
            yield _act(at, Step.ARRIVE, handler)
        if story.kind in (Kind.COMPLAINT, Kind.REPAIR):
            at = at + self.luck.minutes(5, 30) if urgent else self.luck.office(at + self.luck.hours(2, 22))
            yield _act(at, Step.INVESTIGATE, handler, findings=story.findings or told.answer)
        if self.luck.happens(self.chances.reclassified):
            said = {
                "kind": story.kind,
                "matter": story.matter,
                "urgency": story.urgency,
                "reason": "mistaken",
            }
            yield _act(at + self.luck.minutes(1, 9), Step.RECLASSIFY, FRONT_DESK, **said)
        if story.extend and at < received + STILL_RUNNING:  # only a limit that still runs can be extended
            at = self.luck.office(at + self.luck.hours(2, 6))
            yield _act(at, Step.EXTEND, handler, reason=story.extend, working_days=5)
        if story.pause:
            yield _act(at + self.luck.minutes(20, 50), Step.PAUSE, handler, reason=story.pause)
            at = self.luck.office(at + self.luck.hours(30, 100))
            yield _act(at, Step.RESUME, handler)
        step = Step.FINISH if story.kind == Kind.REPAIR else Step.ANSWER
        at = self._done(story, at, received, late)
        yield _act(at, step, handler, outcome=story.outcome, measures=story.measures, text=told.answer)

    def _done(self, story: Story, at: datetime, received: datetime, late: bool) -> datetime:
        if story.urgency == Urgency.EMERGENCY:
            return at + (self.luck.hours(25, 40) if late else self.luck.hours(0.4, 9))
        if late:
            return self.luck.office(received + self.luck.hours(9 * 24, 13 * 24))
        if story.objection:
            return self.luck.office(at + self.luck.hours(2, 26))
        spread = {Kind.COMPLAINT: (10, 110), Kind.REPAIR: (1, 26), Kind.SUGGESTION: (20, 110)}.get(
            story.kind, (0.5, 7)
        )
        return self.luck.office(at + self.luck.hours(*spread))

    def _afterwards(self, told: Told, at: datetime, publish: bool, repeated: bool) -> Iterator[Act]:
        weights = (62, 22, 7, 9)
        satisfaction = self.luck.chance.choices(SATISFACTIONS, weights)[0]
        at = self.luck.office(at + self.luck.hours(3, 40))
        yield _act(at, Step.FEED_BACK, FRONT_DESK, satisfaction=satisfaction)
        if satisfaction == "dissatisfied":
            for act in self._looked_at_again(told, at):
                at = act.at
                yield act
        attention = repeated or told.story.urgency != Urgency.ORDINARY or satisfaction == "dissatisfied"
        if told.story.kind == Kind.COMPLAINT:
            at = self.luck.office(
                at
                + (
                    self.luck.hours(90, 150)
                    if self.luck.happens(self.chances.late)
                    else self.luck.hours(8, 40)
                )
            )
            yield _act(at, Step.FOLLOW_UP, REVIEWER, satisfaction=satisfaction)
        elif told.story.kind == Kind.REPAIR and attention:
            yield _act(at, Step.FOLLOW_UP, REVIEWER, satisfaction=satisfaction)
        if publish:
            yield from self._publishing(told, at)
        if told.story.kind == Kind.COMPLAINT and attention:
            yield _act(
                self.luck.office(at + self.luck.hours(20 * 24, 26 * 24)),
                Step.FOLLOW_UP,
                REVIEWER,
                satisfaction="fairly_satisfied",
            )
        yield _act(self.luck.office(at + self.luck.hours(25 * 24, 40 * 24)), Step.ARCHIVE, REVIEWER)

    def _looked_at_again(self, told: Told, at: datetime) -> Iterator[Act]:
        """A review by another person, or the work taken up again; and the resident is asked once more."""
        if self.luck.happens(self.chances.review_asked):
            at = self.luck.office(at + self.luck.hours(5, 40))
            yield Act(at, Step.ASK_REVIEW, THE_RESIDENT, _say(text="问题没有完全解决，请另派人看一下。"))
            at = self.luck.office(at + self.luck.hours(20, 150))
            yield _act(at, Step.RECONSIDER, SECOND_REVIEWER, **self._conclusion(told))
        elif told.story.kind in (Kind.COMPLAINT, Kind.REPAIR) and self.luck.happens(self.chances.reopened):
            at = self.luck.office(at + self.luck.hours(2, 20))
            yield _act(at, Step.REOPEN, REVIEWER, text="回访时问题仍在，重新办理。")
            for act in self._worked_again(told, at):
                at = act.at
                yield act
        else:
            return
        at = self.luck.office(at + self.luck.hours(3, 30))
        yield _act(at, Step.FEED_BACK, FRONT_DESK, satisfaction="fairly_satisfied")

    def _conclusion(self, told: Told) -> dict[str, Any]:
        if not self.luck.happens(self.chances.review_changes):
            said = "经另一人复核，原处理恰当，已补充说明。"
            return {"outcome": told.story.outcome, "changed": False, "text": said}
        outcome = "partly_rectified" if told.story.outcome == Outcome.RECTIFIED else "rectified"
        return {
            "outcome": outcome,
            "changed": True,
            "text": "经另一人复核，原处理不够彻底，已改变结论并补做。",
        }

    def _worked_again(self, told: Told, at: datetime) -> Iterator[Act]:
        story, handler = told.story, HANDLERS.get(told.story.post, FRONT_DESK)
        at = self.luck.office(at + self.luck.hours(1, 12))
        yield _act(at, Step.INVESTIGATE, handler, findings="再次到场查看，补做前次没有做到位的部分。")
        step = Step.FINISH if story.kind == Kind.REPAIR else Step.ANSWER
        at = self.luck.office(at + self.luck.hours(2, 20))
        yield _act(at, step, handler, outcome=story.outcome, measures=story.measures, text=told.answer)

    def _publishing(self, told: Told, at: datetime) -> Iterator[Act]:
        summary = {
            "zh": told.zh,
            "en": told.en if self.luck.happens(0.9) else "",
            "sensitive": told.story.sensitive,
        }
        at = self.luck.office(at + self.luck.hours(10, 60))
        yield _act(at, Step.SUMMARISE, FRONT_DESK, **summary)
        if told.story.sensitive:
            at = self.luck.office(at + self.luck.hours(5, 30))
            yield _act(at, Step.COUNT_ONLY, REVIEWER, reason="sensitive")
        else:
            if self.luck.happens(self.chances.sent_back):
                at = self.luck.office(at + self.luck.hours(4, 20))
                yield _act(at, Step.SEND_BACK, REVIEWER, text="请写明采取了什么措施。")
                at = self.luck.office(at + self.luck.hours(4, 20))
                yield _act(at, Step.SUMMARISE, FRONT_DESK, **summary)
            at = self.luck.office(at + self.luck.hours(4, 40))
            yield Act(at, Step.APPROVE, SECOND_REVIEWER.actor, _approval)
            if self.luck.happens(self.chances.objected):
                at = self.luck.office(at + self.luck.hours(5, 100))
                yield Act(at, Step.OBJECT, THE_RESIDENT, _say(text="不想公开，请只计数。"))

    def _spam(self, received: datetime) -> Iterator[Act]:
        yield Act(received, Step.HOLD, Actor(SYSTEM, None), _say(reason="spam_suspected"))
        at = self.luck.office(received + self.luck.hours(1, 10))
        yield _act(at, Step.ACKNOWLEDGE, FRONT_DESK)
        classified = {"kind": Kind.COMPLAINT, "matter": "other", "urgency": "ordinary"}
        yield _act(at + self.luck.minutes(2, 9), Step.CLASSIFY, FRONT_DESK, **classified)
        said = {"reason": "not_about_service", "text": "内容为商业广告，与物业服务无关。"}
        at = self.luck.office(at + self.luck.hours(1, 8))
        yield _act(at, Step.REFUSE, FRONT_DESK, **said)
        yield _act(at + self.luck.minutes(5, 50), Step.WITHHOLD, REVIEWER, reason="spam")
        at = self.luck.office(at + self.luck.hours(3, 20))
        yield _act(at, Step.WITHHOLD, SECOND_REVIEWER, reason="spam")
        yield _act(at + self.luck.minutes(1, 5), Step.RELEASE_HOLD, SECOND_REVIEWER, text="已查明为广告。")
        yield _act(at + self.luck.minutes(6, 20), Step.FEED_BACK, FRONT_DESK, satisfaction="no_answer")
        yield _act(at + self.luck.minutes(30, 90), Step.ARCHIVE, REVIEWER)


def _act(at: datetime, step: Step, by: Employee, **particulars: Any) -> Act:
    return Act(at, step, by.actor, _say(**particulars))


def _say(**particulars: Any) -> Say:
    return lambda case: particulars


def _approval(case: Case) -> dict[str, Any]:
    summary = publication(case).summary
    assert summary is not None, "approval follows a summary"
    return {"sha256": summary_digest(summary), "read_all": True}
