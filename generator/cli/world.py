"""What the scan knows of a case: every private value of the resident, as it was given, and all that is said in free words."""

from collections.abc import Iterator
from typing import Final

from generator.disclosure.leakscan.particulars import particulars_in
from generator.disclosure.scan import PrivateValues
from register.case import Case, Contact
from register.publication import Stage, publication
from register.steps import PARTICULARS, Summarised
from register.terms import Step

NOT_SAID: Final = {
    ("Case", "number"): "looked for by itself",
    ("Case", "instance"): "random",
    ("Case", "query"): "a digest",
    ("Case", "ledger"): "a digest, published on purpose",
    ("Submission", "form"): "a digest",
    ("Submission", "consent"): "a digest",
    ("Submission", "photos"): "digests",
    ("Contact", "name"): "looked for in every notation",
    ("Contact", "phone"): "looked for in every notation",
    ("Contact", "room"): "looked for in every notation",
    ("CaseEntry", "by"): "an account; names of staff are looked for by themselves",
    ("Clock", "standard"): "the key of a published standard",
    ("Assigned", "to"): "an account; names of staff are looked for by themselves",
    ("Attached", "photos"): "digests",
    ("FactsAdded", "photos"): "digests",
    ("Approved", "sha256"): "a digest",
    ("Unlinked", "number"): "the number of another case, looked for by itself",
    ("Linked", "number"): "the number of another case, looked for by itself",
}
"""Fields of a case that hold text and nobody's words, by model and name, and why. All others are `said`."""


def private_values(case: Case) -> PrivateValues:
    """The resident's particulars, and the number of her case, which nobody but her is told."""
    contact = case.contact or Contact()
    return PrivateValues(
        name=contact.name or None,
        phone=contact.phone or None,
        room=contact.room or None,
        others=(case.number,),
    )


def values_of(case: Case) -> Iterator[PrivateValues]:
    """Those, and the particulars that somebody wrote into a free text."""
    yield private_values(case)
    for text in said(case):
        yield from particulars_in(text)


def said(case: Case) -> Iterator[str]:
    """What she wrote and what was noted of it, summaries as well that may not be published."""
    yield from case.submission.answers.values()
    public = approved_summary(case)
    for entry in case.entries:
        if entry.step is not Step.SUMMARISE or Summarised.model_validate(entry.particulars) != public:
            yield from (str(entry.particulars.get(field, "")) for field in _TEXTS[entry.step])


def approved_summary(case: Case) -> Summarised | None:
    """The sentences that another person approved and nobody took back."""
    state = publication(case)
    return state.summary if state.stage is Stage.APPROVED and not state.taken_down else None


_TEXTS: Final = {
    step: tuple(
        name
        for name, field in model.model_fields.items()
        if field.annotation is str and (model.__name__, name) not in NOT_SAID
    )
    for step, model in PARTICULARS.items()
}
"""The fields of each step that hold text."""
