"""What the scan knows of a case: every private value of the resident, as it was given, and all that is said in free words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from generator.disclosure.leakscan.particulars import particulars_in
from generator.disclosure.scan import PrivateValues, Source
from register.aside import given_at
from register.case import Case, Contact
from register.publication import Stage, publication
from register.steps import PARTICULARS, Summarised
from register.terms import ContactPart, Step

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
    ("Aside", "value"): "looked for in every notation",
    ("Clock", "standard"): "the key of a published standard",
    ("Assigned", "to"): "an account; names of staff are looked for by themselves",
    ("Attached", "photos"): "digests",
    ("FactsAdded", "photos"): "digests",
    ("Approved", "sha256"): "a digest",
    ("Summarised", "words"): "pieces of its summary",
    ("Unlinked", "number"): "the number of another case, looked for by itself",
    ("Linked", "number"): "the number of another case, looked for by itself",
}
"""Fields of a case that hold text and nobody's words, by model and name, and why. All others are `said`."""


def private_values(case: Case) -> PrivateValues:
    """The particulars that the resident gave with her case, and its number, which nobody but her is told."""
    return _given(case, case.received, others=(case.number,))


def changed_values(case: Case) -> Iterator[PrivateValues]:
    """Those that she changed since, and those that she took back, while anything of her case can be published."""
    later = sorted(set(given_at(case).values()) - {case.received})
    yield from (_given(case, moment) for moment in later)
    for one in case.aside:
        part: dict[str, Any] = {one.part.value: one.value}
        yield PrivateValues(**part, source=_source(case, one.since))


def _given(case: Case, moment: datetime, others: tuple[str, ...] = ()) -> PrivateValues:
    contact, since = case.contact or Contact(), given_at(case)
    name, phone, room = (
        getattr(contact, part) or None if since[part] == moment else None for part in ContactPart
    )
    return PrivateValues(name=name, phone=phone, room=room, others=others, source=_source(case, moment))


def _source(case: Case, since: datetime) -> Source:
    return Source(since, (case.number, *sorted(case.links)))


def values_of(case: Case) -> Iterator[PrivateValues]:
    """Those, and the particulars that somebody wrote into a free text."""
    yield private_values(case)
    yield from changed_values(case)
    for moment, text in dated_words(case):
        source = _source(case, moment)
        yield from (replace(told, source=source) for told in particulars_in(text))


def said(case: Case) -> Iterator[str]:
    """What she wrote and what was noted of it, summaries as well that may not be published."""
    return (text for _, text in dated_words(case))


def dated_words(case: Case) -> Iterator[tuple[datetime, str]]:
    """The same, each with the moment since when it stands in the case."""
    yield from ((case.received, text) for text in case.submission.answers.values())
    public = approved_summary(case)
    for entry in case.entries:
        if entry.step is not Step.SUMMARISE or Summarised.model_validate(entry.particulars) != public:
            yield from ((entry.at, str(entry.particulars.get(field, ""))) for field in _TEXTS[entry.step])


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
