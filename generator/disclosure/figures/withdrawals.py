"""How many of the withdrawals that a release settles were noted by staff, and not made by the residents' own codes (decision 0091).

Told where that tells of nobody: the number of withdrawals stands by name among the reasons, and neither part is a few people.
"""

from collections.abc import Sequence

from generator.disclosure.figures.unlisted import is_told
from register.case import Case
from register.senders import sender_of, senders
from register.terms import Step


def noted_by_staff(withdrawn: Sequence[Case], k: int) -> int | None:
    """Of the withdrawn cases those whose last withdrawal staff noted; None where it is not told."""
    noted = [case for case in withdrawn if not _is_hers(case)]
    hers = [case for case in withdrawn if _is_hers(case)]
    few = any(part and len(senders(map(sender_of, part))) < k for part in (noted, hers))
    return None if few or not is_told(len(noted), len(withdrawn), k) else len(noted)


def _is_hers(case: Case) -> bool:
    last = case.last(Step.WITHDRAW)
    return last is not None and last.is_hers
