"""What is counted of cases that did not go the ordinary way, and of objections to what was published."""

from enum import StrEnum

from pydantic import model_validator

from generator.disclosure.cases.published import Count, Published
from register.terms import Kind


class Event(StrEnum):
    """What can happen to a case besides its ordinary way. Another one is refused: each must be known to the audit."""

    RECLASSIFIED = "reclassified"
    REPEATED = "repeated"
    REFERRED = "referred"
    REVIEW_ASKED = "review_asked"
    REOPENED = "reopened"


class EventRow(Published):
    """To how many cases of a kind it happened in the period, among how many; estate total, exact.

    `among` are the cases that were registered (reclassified, repeated), answered (referred elsewhere, a review asked
    for) or closed (reopened) in the period, and those it happened to: so that it is never more than all.
    """

    event: Event
    kind: Kind
    among: Count
    count: Count

    @model_validator(mode="after")
    def _is_part(self) -> "EventRow":
        if self.count > self.among:
            raise ValueError(f"{self.event} {self.kind}: {self.count} among {self.among}")
        return self


class ReviewsDecided(Published):
    """Reviews by another person decided in the calendar year that ends with the period; only from k on.

    `changed`: the first conclusion was changed, or the case was taken up again.
    """

    decided: Count
    changed: Count


class Objections(Published):
    """Objections to what was published: registered in the period, and the due cohort of their answers. Exact."""

    received: Count
    due: Count
    kept: Count
    late: Count
    open: Count

    @model_validator(mode="after")
    def _adds_up(self) -> "Objections":
        if self.kept + self.late + self.open != self.due:
            raise ValueError("the due cohort of the objections does not add up")
        return self
