"""Every step's particulars: what must be said when it is taken. A model a step; nothing unknown, nothing empty."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from register.numbers import parse_case_number
from register.terms import (
    ContactPart,
    CountedReason,
    ErasePart,
    EraseReason,
    ExtensionReason,
    HoldReason,
    IdentityCheck,
    Kind,
    Matter,
    Measure,
    Outcome,
    PauseReason,
    Post,
    ReclassifyReason,
    RefusalReason,
    Relation,
    Satisfaction,
    SensitiveReason,
    Step,
    TakeDownReason,
    Urgency,
    WithholdingReason,
)

Text = Annotated[str, Field(min_length=1, max_length=2000)]
Note = Annotated[str, Field(max_length=2000)]
Phrase = Annotated[str, Field(min_length=2, max_length=12)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Particulars(BaseModel):
    """Base: what a step says. Steps that need to say nothing use it as it is."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Noted(Particulars):
    note: Note = ""


class Said(Particulars):
    text: Text


class Classified(Particulars):
    kind: Kind
    matter: Matter
    urgency: Urgency
    demand: Note = ""


class Reclassified(Particulars):
    kind: Kind
    matter: Matter
    urgency: Urgency
    reason: ReclassifyReason


class Assigned(Particulars):
    to: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,31}$")]
    post: Post


class Transferred(Particulars):
    to: Annotated[str, Field(min_length=1, max_length=100)]
    text: Text


class Refused(Particulars):
    reason: RefusalReason
    text: Text


class Investigated(Particulars):
    findings: Text


class Paused(Particulars):
    reason: PauseReason


class Extended(Particulars):
    reason: ExtensionReason
    working_days: Annotated[int, Field(ge=1, le=15)]


class Answered(Particulars):
    outcome: Outcome
    measures: Annotated[tuple[Measure, ...], Field(min_length=1, max_length=5)]
    text: Text


class FedBack(Particulars):
    satisfaction: Satisfaction
    note: Note = ""


class Reconsidered(Particulars):
    outcome: Outcome
    changed: bool
    text: Text


def _a_case_number(typed: str) -> str:
    number = parse_case_number(typed)
    if number is None:
        raise ValueError("is no case number")
    return number


class Unlinked(Particulars):
    number: Annotated[str, AfterValidator(_a_case_number)]


class Linked(Unlinked):
    """The case is linked to an earlier one; entries from before there were relations are repeats."""

    relation: Relation = Relation.REPEAT


class Attached(Particulars):
    """Photos staff took: SHA-256 of each as it is kept."""

    photos: Annotated[tuple[Digest, ...], Field(min_length=1, max_length=3)]
    note: Note = ""


class Settled(Particulars):
    """Limits that had been provisional: each limit of this entry replaces one of the entry counted here (0 is the first)."""

    entries: Annotated[tuple[Annotated[int, Field(ge=0)], ...], Field(min_length=1)]


class Held(Particulars):
    reason: HoldReason


class Summarised(Particulars):
    """The public summary; `sensitive` marks name why it may not be listed whatever its wording.

    `words` are phrases of it of which its author says that they are no name there, although somebody is called so; whoever approves
    the summary says it too.
    """

    zh: Annotated[str, Field(min_length=1, max_length=120)]
    en: Annotated[str, Field(max_length=300)] = ""
    sensitive: tuple[SensitiveReason, ...] = ()
    words: Annotated[tuple[Phrase, ...], Field(max_length=8)] = ()


class Approved(Particulars):
    """Bound to the exact summary by its SHA-256; `read_all` is the reviewer's word that she recognised nobody."""

    sha256: Digest
    read_all: bool


class CountedOnly(Particulars):
    reason: CountedReason


class Withheld(Particulars):
    reason: WithholdingReason


class TakenDown(Particulars):
    reason: TakeDownReason


class Erased(Particulars):
    """The whole record is erased by two people's same decision, and only by the clerk of retention once it is published."""

    reason: EraseReason
    part: ErasePart


class NewlyCoded(Particulars):
    """The old query code opens nothing from here on; neither code stands in the record."""

    checked: IdentityCheck


class FactsAdded(Said):
    """`photos` are the SHA-256 of photos that came with the words, in order."""

    photos: Annotated[tuple[Digest, ...], Field(max_length=3)] = ()


class ContactUpdated(Particulars):
    """What was changed stands in the contact details alone; `removed` says that nothing is left there.

    `changed` names the parts that are others than before; entries from before it was noted name none.
    """

    removed: bool = False
    changed: tuple[ContactPart, ...] = ()


class Rated(Particulars):
    satisfaction: Satisfaction
    text: Note = ""


PARTICULARS: dict[Step, type[Particulars]] = {
    Step.RECEIVE: Particulars,
    Step.ACKNOWLEDGE: Noted,
    Step.CONTACT: Noted,
    Step.CLASSIFY: Classified,
    Step.RECLASSIFY: Reclassified,
    Step.ASSIGN: Assigned,
    Step.TRANSFER: Transferred,
    Step.REFUSE: Refused,
    Step.INVESTIGATE: Investigated,
    Step.ARRIVE: Noted,
    Step.ATTACH: Attached,
    Step.PAUSE: Paused,
    Step.RESUME: Noted,
    Step.EXTEND: Extended,
    Step.SETTLE: Settled,
    Step.ANSWER: Answered,
    Step.FINISH: Answered,
    Step.FEED_BACK: FedBack,
    Step.FOLLOW_UP: FedBack,
    Step.CONFIRM: Noted,
    Step.RECONSIDER: Reconsidered,
    Step.REOPEN: Said,
    Step.LINK: Linked,
    Step.UNLINK: Unlinked,
    Step.HOLD: Held,
    Step.RELEASE_HOLD: Said,
    Step.SUMMARISE: Summarised,
    Step.APPROVE: Approved,
    Step.SEND_BACK: Said,
    Step.COUNT_ONLY: CountedOnly,
    Step.WITHHOLD: Withheld,
    Step.TAKE_DOWN: TakenDown,
    Step.REPLY: Said,
    Step.NEW_CODE: NewlyCoded,
    Step.ERASE: Erased,
    Step.ARCHIVE: Noted,
    Step.ADD_FACTS: FactsAdded,
    Step.MESSAGE: Said,
    Step.CHASE: Noted,
    Step.RATE: Rated,
    Step.ASK_REVIEW: Said,
    Step.OBJECT: Said,
    Step.UPDATE_CONTACT: ContactUpdated,
    Step.ASK_ERASURE: Noted,
    Step.WITHDRAW: Noted,
}
