"""How far a case is on its way to being erased: read off its entries, apart from the handling.

A resident asks for it or a person of the desk proposes it; another person decides. From then on nothing is worked with
any more, and the record goes once a release has counted it, so that no figure is made better by erasing.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from register.case import Case, CaseEntry
from register.terms import ErasePart, Step


@dataclass(frozen=True)
class Erasure:
    """Whether the resident asked (`by_code`: herself), who proposed, and when a second person decided; of the whole record.

    `contact_by` proposed that the contact details alone go, and nobody has confirmed it yet.
    """

    asked: bool = False
    by_code: bool = False
    proposed_by: str | None = None
    decided_at: datetime | None = None
    contact_by: str | None = None

    def lets_contact_go(self, by: str) -> bool:
        """Whether contact details go on this word: she asked for it herself, or somebody else proposed it."""
        return self.by_code or self.contact_by not in (None, by)


def erasure(case: Case) -> Erasure:
    """Where the case stands. Taken up again, it is a case like any other: all must be asked anew."""
    state = Erasure()
    for entry in case.entries:
        if entry.step == Step.REOPEN:
            state = Erasure()
        elif entry.step == Step.ASK_ERASURE:
            state = replace(state, asked=True, by_code=state.by_code or entry.is_hers)
        elif entry.step == Step.UPDATE_CONTACT:
            state = replace(state, contact_by=None)
        elif entry.step == Step.ERASE and entry.particulars["part"] == ErasePart.CONTACT:
            goes = state.lets_contact_go(entry.by)
            state = replace(state, contact_by=None if goes else entry.by)
        elif entry.step == Step.ERASE and entry.particulars["part"] == ErasePart.CASE:
            state = _decided(state, entry)
    return state


def _decided(state: Erasure, entry: CaseEntry) -> Erasure:
    if state.proposed_by in (None, entry.by):
        return replace(state, proposed_by=entry.by)
    return replace(state, decided_at=state.decided_at or entry.at)
