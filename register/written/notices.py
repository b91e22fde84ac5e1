"""Notices: one file each, `content/notices/NAME.toml`; the file's name is the page's address."""

from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from register.content import Words, Written


class NoticeKind(StrEnum):
    """公示 is open to objections for a time; 通知 only tells."""

    PUBLICITY = "publicity"
    NOTICE = "notice"


class State(StrEnum):
    """Where a notice stands on a day."""

    COMING = "coming"
    OPEN = "open"
    ENDED = "ended"
    TOLD = "told"


class Notice(Written):
    kind: NoticeKind
    title: Words
    published: date
    updated: date | None = None
    ends: date | None = None
    text: tuple[Words, ...] = Field(min_length=1)
    basis: Words | None = None
    objection: Words | None = None
    result: Words | None = None

    @model_validator(mode="after")
    def _agrees(self) -> "Notice":
        if self.kind == NoticeKind.PUBLICITY and (self.ends is None or self.objection is None):
            raise ValueError("a publicity says when it ends and where to object; write ends and objection")
        if self.ends and self.ends < self.published:
            raise ValueError("a notice cannot end before it was published")
        if self.updated and self.updated < self.published:
            raise ValueError("a notice cannot be updated before it was published")
        return self

    @property
    def changed(self) -> date:
        """The day on which its text last changed."""
        return self.updated or self.published

    def state(self, today: date) -> State:
        if today < self.published:
            return State.COMING
        if self.ends is None:
            return State.TOLD
        return State.OPEN if today <= self.ends else State.ENDED

    def days_left(self, today: date) -> int:
        """Days on which one may still object after today; 0 on the last one."""
        return (self.ends - today).days if self.ends else 0
