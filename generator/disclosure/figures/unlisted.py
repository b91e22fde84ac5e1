"""How many of the cases that are settled and not listed were rated: what the satisfaction rate leaves out (decision 0086).

How they were rated is never told. Nor is how many, where few of them were, or few were not.
"""

from collections.abc import Sequence

from register.case import Case
from register.senders import NOBODY_KNOWN, sender_of, senders
from register.terms import Satisfaction


def rated_unlisted(cases: Sequence[Case], erased: int, k: int) -> int | None:
    """The rated among the cases counted or withheld, as they stood when the last rating counted; None where it is not told.

    `erased` cases are among them, of whom nobody knows any more. Both those who rated and those who did not are nobody, or
    at least k different people; and there are k or more in all.
    """
    said = [case for case in cases if case.satisfaction != Satisfaction.NO_ANSWER]
    unsaid = [case for case in cases if case.satisfaction == Satisfaction.NO_ANSWER]
    people = senders(map(sender_of, said))
    others = senders(map(sender_of, unsaid)) | ({NOBODY_KNOWN} if erased else set())
    small = (said and len(people) < k) or ((unsaid or erased) and len(others) < k)
    return None if small or not is_told(len(said), len(cases) + erased, k) else len(said)


def is_told(rated: int, unlisted: int, k: int) -> bool:
    """Whether a reader may be told both numbers: neither they nor their difference is a few."""
    return unlisted >= k and not 0 < rated < k and not 0 < unlisted - rated < k
