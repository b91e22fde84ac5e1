"""What stands on one person's word until another gives hers: steps noted after they were taken, and withdrawals that staff note.

Until then a step counts from the moment at which it was written down, and a withdrawal is a message that somebody
left. Nothing in the record changes by it: it is how the record is read, by whatever counts. Decision 0091.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from register.case import Case, CaseEntry
from register.terms import Step
from register.transitions import PUBLICATION

NOTED_LATER: Final = timedelta(days=1)
"""A step written down so long after it was taken is told of in the figures, confirmed or not."""
# A withdrawal taken back was none; the resident's own word, and archiving before this rule, leave nothing to confirm.
_ENDS_WITHDRAWAL = frozenset({Step.WITHDRAW, Step.REOPEN, Step.ARCHIVE})


def unconfirmed(case: Case) -> tuple[CaseEntry, ...]:
    """The entries for which nobody but the one who noted them stands so far, in their order."""
    return tuple(case.entries[place] for place in _waiting(case.entries))


def is_noted_withdrawal(entry: CaseEntry) -> bool:
    """Whether staff noted that the resident withdraws."""
    return entry.step == Step.WITHDRAW and not entry.is_hers


def as_counted(case: Case) -> Case:
    """The case as it counts: what stands on one word alone is moved to when it was written down, or left out.

    The same case where nothing does. Every entry keeps its place, for others refer to it.
    """
    waiting = frozenset(_waiting(case.entries))
    if not waiting:
        return case
    counted: list[CaseEntry] = []
    is_void = False
    for place, entry in enumerate(case.entries):
        is_void = is_void or (place in waiting and is_noted_withdrawal(entry))
        if is_void and (entry.step == Step.WITHDRAW or entry.step in PUBLICATION):
            entry = entry.model_copy(update={"step": Step.MESSAGE, "particulars": {}})
        at = entry.noted or entry.at if place in waiting else entry.at
        counted.append(entry.model_copy(update={"at": max(at, counted[-1].at) if counted else at}))
    return case.model_copy(update={"entries": tuple(counted)})


def _waiting(entries: Sequence[CaseEntry]) -> list[int]:
    """The places of the entries that wait for a second word. The receipt does not: a later one would spare the office."""
    waiting: list[int] = []
    for place, entry in enumerate(entries):
        if entry.step == Step.CONFIRM:
            waiting = [other for other in waiting if entries[other].by == entry.by]
        if entry.step in _ENDS_WITHDRAWAL:
            waiting = [other for other in waiting if not is_noted_withdrawal(entries[other])]
        if (entry.noted and place) or is_noted_withdrawal(entry):
            waiting.append(place)
    return waiting
