"""A case: what was received, how to reach the resident, and the entries that are its whole history.

The submission is never altered. The contact details are a part of their own, so that retention can drop them.
A case changes only by an entry; `Case.status` is read off the entries. Format 1, golden file `tests/golden/case.json`.
"""

from datetime import datetime
from typing import Annotated, Any, Final, Literal

from pydantic import AwareDatetime, Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from register.numbers import is_case_number
from register.records import Record, Text
from register.steps import PARTICULARS
from register.terms import (
    Channel,
    ContactPart,
    EraseReason,
    Kind,
    Language,
    Matter,
    Outcome,
    Phase,
    Post,
    Relation,
    Satisfaction,
    Status,
    Step,
    Urgency,
)
from register.transitions import PHASES, next_status

FORMAT: Final = 1
Hex32 = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Hex64 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
# The answer that names the published entry an objection is to; no other form has it.
ENTRY = "entry"
OUTCOME_STEPS = (Step.ANSWER, Step.FINISH, Step.RECONSIDER)


class Submission(Record):
    """What was received, as received. `answers` are the form's own fields, by name; contact details are not in it."""

    kind: Kind
    matter: Matter
    urgency: Urgency
    channel: Channel
    language: Language
    form: Hex64
    consent: Hex64 | None
    received: AwareDatetime
    publish: bool
    answers: dict[Text, Text]
    photos: tuple[Hex64, ...] = ()

    @property
    def is_objection(self) -> bool:
        """Whether it objects to something that was published; `answers[ENTRY]` is its public reference."""
        return ENTRY in self.answers

    def committed(self, number: str) -> dict[str, object]:
        """What the ledger entry commits to (DESIGN section 5)."""
        return {
            "format": FORMAT,
            "number": number,
            "received": self.received.isoformat(),
            "kind": self.kind.value,
            "form": self.form,
            "answers": self.answers,
            "photos": list(self.photos),
        }


class Contact(Record):
    """How to reach the resident; every part optional, all of it private."""

    name: Text = ""
    phone: Text = ""
    room: Text = ""

    def values(self) -> tuple[str, ...]:
        return tuple(value for value in (self.name, self.phone, self.room) if value)


def _is_none(value: object) -> bool:
    return value is None


class Aside(Record):
    """A value that she took back or changed, since when it had been given: nobody is shown it, the gate still knows it."""

    part: ContactPart
    value: Text
    since: AwareDatetime


class Clock(Record):
    """A limit that an entry starts: the step is due by then, under this standard.

    `unpaused` is when it would be due had the case never been paused; None where it was not.
    """

    step: Step
    due: AwareDatetime
    provisional: bool
    standard: str
    extended: bool = False
    unpaused: AwareDatetime | None = Field(None, exclude_if=_is_none)


class CaseEntry(Record):
    """One step taken: by whom (`resident`, `system` or an account), when, with what particulars and new limits.

    `noted` is when it was written down, where that was later than `at`; None where it was written down as it was taken.
    """

    step: Step
    by: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,31}$")]
    at: AwareDatetime
    particulars: dict[str, Any] = {}
    limits: tuple[Clock, ...] = ()
    noted: AwareDatetime | None = Field(None, exclude_if=_is_none)

    @property
    def is_hers(self) -> bool:
        """Whether the resident took the step herself, and no one of the staff for her."""
        return self.by == "resident"

    @model_validator(mode="after")
    def _says_what_its_step_asks(self) -> "CaseEntry":
        PARTICULARS[self.step].model_validate(self.particulars)
        return self


class Case(Record):
    format: Literal[1] = FORMAT
    number: str
    instance: Hex32
    query: Hex32
    ledger: Annotated[str, Field(pattern=r"^[0-9a-f]{96}$")]
    submission: Submission
    contact: Contact | None
    aside: tuple[Aside, ...] = ()
    entries: Annotated[tuple[CaseEntry, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_a_history(self) -> "Case":
        if not is_case_number(self.number):
            raise ValueError(f"{self.number!r} is no case number")
        if self.entries[0].step != Step.RECEIVE:
            raise ValueError("the first entry must be the receipt")
        _walk(self.entries)
        return self

    @model_serializer(mode="wrap")
    def _as_ever(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """A case with nothing set aside is spelled as it was before there was such a part."""
        said: dict[str, Any] = dump(self)
        if not self.aside:
            said.pop("aside", None)
        return said

    @property
    def status(self) -> Status:
        return _walk(self.entries)

    @property
    def phase(self) -> Phase:
        return PHASES[self.status]

    @property
    def received(self) -> datetime:
        return self.submission.received

    def last(self, *steps: Step) -> CaseEntry | None:
        """The latest entry of any of these steps."""
        return next((entry for entry in reversed(self.entries) if entry.step in steps), None)

    @property
    def round(self) -> tuple[CaseEntry, ...]:
        """The entries since the case was last taken up (received or reopened)."""
        starts = [i for i, entry in enumerate(self.entries) if entry.step in (Step.RECEIVE, Step.REOPEN)]
        return self.entries[starts[-1] :]

    @property
    def kind(self) -> Kind:
        classified = self.last(Step.CLASSIFY, Step.RECLASSIFY)
        return Kind(classified.particulars["kind"]) if classified else self.submission.kind

    @property
    def matter(self) -> Matter:
        classified = self.last(Step.CLASSIFY, Step.RECLASSIFY)
        return Matter(classified.particulars["matter"]) if classified else self.submission.matter

    @property
    def urgency(self) -> Urgency:
        classified = self.last(Step.CLASSIFY, Step.RECLASSIFY)
        return Urgency(classified.particulars["urgency"]) if classified else self.submission.urgency

    @property
    def responsible(self) -> str | None:
        """The account the case is assigned to."""
        assigned = self.last(Step.ASSIGN)
        return str(assigned.particulars["to"]) if assigned else None

    @property
    def post(self) -> Post:
        assigned = self.last(Step.ASSIGN)
        return Post(assigned.particulars["post"]) if assigned else Post.FRONT_DESK

    @property
    def outcome(self) -> Outcome | None:
        """The conclusion of the latest round; None while there is none."""
        for entry in reversed(self.round):
            if entry.step in OUTCOME_STEPS:
                return Outcome(entry.particulars["outcome"])
            if entry.step in _PLAIN_OUTCOMES:
                return _PLAIN_OUTCOMES[entry.step]
        return None

    @property
    def satisfaction(self) -> Satisfaction:
        """What the resident said last, since the case was taken up; what she rated herself stands against what staff note."""
        noted = Satisfaction.NO_ANSWER
        for entry in reversed(self.entries):
            if entry.step == Step.REOPEN and noted != Satisfaction.NO_ANSWER:
                break
            said = _voiced(entry)
            if said != Satisfaction.NO_ANSWER and entry.step == Step.RATE:
                return said
            noted = said if noted == Satisfaction.NO_ANSWER else noted
        return noted

    @property
    def links(self) -> dict[str, Relation]:
        """The earlier cases this one is linked to, by number."""
        links: dict[str, Relation] = {}
        for entry in self.entries:
            if entry.step == Step.LINK:
                links[entry.particulars["number"]] = Relation(entry.particulars.get("relation", "repeat"))
            elif entry.step == Step.UNLINK:
                links.pop(entry.particulars["number"], None)
        return links

    @property
    def needs_attention(self) -> bool:
        """Whether it is followed up more closely: important, repeated, or the resident is dissatisfied."""
        urgent = self.urgency != Urgency.ORDINARY
        repeated = Relation.REPEAT in self.links.values()
        return urgent or repeated or self.satisfaction == Satisfaction.DISSATISFIED

    @property
    def is_held(self) -> bool:
        held = self.last(Step.HOLD, Step.RELEASE_HOLD)
        return held is not None and held.step == Step.HOLD

    def with_entry(self, entry: CaseEntry) -> "Case":
        return self.model_copy(update={"entries": (*self.entries, entry)})


_PLAIN_OUTCOMES = {
    Step.REFUSE: Outcome.REFUSED,
    Step.TRANSFER: Outcome.OUT_OF_SCOPE,
    Step.WITHDRAW: Outcome.WITHDRAWN,
}


def _voiced(entry: CaseEntry) -> Satisfaction:
    """How satisfied the resident is by this entry."""
    if entry.step not in (Step.RATE, Step.FEED_BACK, Step.FOLLOW_UP):
        return Satisfaction.NO_ANSWER
    return Satisfaction(entry.particulars["satisfaction"])


def _walk(entries: tuple[CaseEntry, ...]) -> Status:
    """The status the entries lead to. Raises ValueError at the first entry the table does not allow."""
    status = Status.RECEIVED
    for entry in entries[1:]:
        following = next_status(status, entry.step)
        if following is None:
            raise ValueError(f"the entry {entry.step} cannot follow {status}")
        status = following
    return status


class Tombstone(Record):
    """What remains of an erased case: enough for the balance and the ledger, nothing about a person.

    `month` is that of the receipt, `2026-07`.
    """

    format: Literal[1] = FORMAT
    number: str
    erased: Literal[True] = True
    instance: Hex32
    ledger: Annotated[str, Field(pattern=r"^[0-9a-f]{96}$")]
    kind: Kind
    month: Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
    reason: EraseReason

    @classmethod
    def of(cls, case: Case, reason: EraseReason) -> "Tombstone":
        """The tombstone to put in a case's place."""
        return cls(
            number=case.number,
            instance=case.instance,
            ledger=case.ledger,
            kind=case.kind,
            month=f"{case.received:%Y-%m}",
            reason=reason,
        )
