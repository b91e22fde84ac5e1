"""What she took back of her contact details, and what still knows it: the gate, until nothing of her case can be published anew.

Notes of the office name her for as long as the record is kept. If the search forgot her name at once, whoever cares most for her
privacy would be protected least. Nobody is shown what is set aside, it is exported nowhere, and it goes by itself (decision 0090).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from register.case import Aside, Case, Contact
from register.publication import publication
from register.terms import ContactPart, Step

MOST: Final = 3
"""Values of one part that are kept: the first, which the notes are likeliest to name, and the latest."""


def given_at(case: Case) -> Mapping[ContactPart, datetime]:
    """Since when each part of the contact details says what it says.

    Where nobody noted what a change changed, since the receipt: whoever asks must not take for new what may be old.
    """
    since: dict[ContactPart, datetime] = dict.fromkeys(ContactPart, case.received)
    for entry in case.entries:
        if entry.step == Step.UPDATE_CONTACT:
            changed = (ContactPart(part) for part in entry.particulars.get("changed", ()))
            since.update(dict.fromkeys(changed, entry.at))
    return since


def set_aside(case: Case, after: Contact | None) -> tuple[Aside, ...]:
    """What is set aside once these are her contact details: what was, and what of them is no more."""
    if not may_be_published(case):
        return ()
    before, kept, since = case.contact or Contact(), after or Contact(), given_at(case)
    known = {(one.part, one.value): one for one in case.aside}
    for part in ContactPart:
        value = getattr(before, part)
        if value and value != getattr(kept, part):
            known.setdefault((part, value), Aside(part=part, value=value, since=since[part]))
    return tuple(
        one for part in ContactPart for one in _fewest([o for o in known.values() if o.part == part])
    )


def may_be_published(case: Case) -> bool:
    """Whether anything may ever be published of it: she did not ask to be counted only, nor object."""
    return case.submission.publish and not publication(case).objected


def _fewest(values: list[Aside]) -> list[Aside]:
    return values if len(values) <= MOST else [values[0], *values[1 - MOST :]]
