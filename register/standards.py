"""Service standards: `content/standards.toml` gives the limits of every step *and* is what `/standards/` prints."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, model_validator

from register.content import Words, Written
from register.terms import Kind, Step, Urgency

Unit = Literal["minutes", "hours", "working_hours", "days", "working_days"]
TimeOfDay = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
STARTS = (
    Step.RECEIVE,
    Step.ANSWER,
    Step.FINISH,
    Step.FEED_BACK,
    Step.FOLLOW_UP,
    Step.ASK_REVIEW,
    Step.OBJECT,
)


class Limit(Written):
    """A time limit: so much after the step `starts`. Days and working days end with the office's closing hour;
    working hours are those of the office, minutes and hours run through the night."""

    amount: Annotated[int, Field(gt=0)]
    unit: Unit
    starts: Step = Step.RECEIVE


class Standard(Written):
    """One promise: for this kind (and urgency) the step is taken within the limit; `target` is the share promised.

    With `attention` it holds only for cases that are important, repeated, or whose resident is dissatisfied; with
    `objection` only for objections to a published entry, in the place of the standard that would hold otherwise.
    """

    id: Annotated[str, Field(pattern=r"^[a-z]+(\.[a-z_]+)+$")]
    kind: Kind
    urgency: Urgency | None = None
    attention: bool = False
    objection: bool = False
    step: Step
    limit: Limit
    target: Annotated[int, Field(ge=0, le=100)] | None = None
    promise: Words
    measured: Words
    basis: Words

    def fits(self, kind: Kind, urgency: Urgency) -> bool:
        return self.kind == kind and self.urgency in (None, urgency)


class WorkingHours(Written):
    opens: TimeOfDay = "08:30"
    closes: TimeOfDay = "17:30"

    @model_validator(mode="after")
    def _opens_first(self) -> "WorkingHours":
        if self.opens >= self.closes:
            raise ValueError(f"the office cannot close at {self.closes} when it opens at {self.opens}")
        return self


class Version(Written):
    """The standards in force from a day on; an older version stays, so that old cases keep their limits.

    `hours` are the office's from that day on, where they are others than before.
    `longest_pause` is for how many working days one person can pause a case (decision 0092).
    """

    version: Annotated[str, Field(pattern=r"^[0-9]{4}\.[0-9]+$")]
    effective: date
    note: Words
    hours: WorkingHours | None = None
    longest_pause: Annotated[int, Field(ge=1, le=15)] = 10
    standard: tuple[Standard, ...]

    @model_validator(mode="after")
    def _one_limit_a_step(self) -> "Version":
        seen: set[tuple[Kind, Urgency, Step, Step, bool]] = set()
        if len({standard.id for standard in self.standard}) < len(self.standard):
            raise ValueError("two standards have the same id")
        for standard in self.standard:
            if standard.limit.starts not in STARTS:
                raise ValueError(f"{standard.id}: a clock cannot start at {standard.limit.starts!r}")
            for urgency in [standard.urgency] if standard.urgency else list(Urgency):
                key = (standard.kind, urgency, standard.step, standard.limit.starts, standard.objection)
                if key in seen:
                    raise ValueError(
                        f"{standard.id}: a second limit for {standard.step!r} of {standard.kind!r}, {urgency!r}"
                    )
                seen.add(key)
        return self

    def starting(
        self, step: Step, kind: Kind, urgency: Urgency, *, objection: bool = False
    ) -> Iterator[Standard]:
        """The standards whose clocks start when `step` is taken; `objection`: the case objects to a published entry."""
        fitting = [s for s in self.standard if s.limit.starts == step and s.fits(kind, urgency)]
        special = {s.step for s in fitting if objection and s.objection}
        return (s for s in fitting if s.objection == (s.step in special))


class Standards(Written):
    hours: WorkingHours = WorkingHours()
    version: tuple[Version, ...]

    @model_validator(mode="after")
    def _in_order(self) -> "Standards":
        days = [version.effective for version in self.version]
        if not days or days != sorted(set(days)):
            raise ValueError("versions must be there, each with its own effective date, oldest first")
        if len({version.version for version in self.version}) < len(days):
            raise ValueError("two versions have the same number")
        return self

    def in_force(self, at: datetime | date) -> Version:
        """The version in force on a day; before the first one, the first."""
        day = at.date() if isinstance(at, datetime) else at
        past = [version for version in self.version if version.effective <= day]
        return past[-1] if past else self.version[0]

    def hours_of(self, version: Version) -> WorkingHours:
        """The office hours under a version: its own, else those of the newest before it that has some, else the first."""
        stated = (one.hours for one in reversed(self.version) if one.effective <= version.effective)
        return next((hours for hours in stated if hours), self.hours)

    def hours_on(self, day: date) -> WorkingHours:
        return self.hours_of(self.in_force(day))
