"""Groups: no description of fewer than k cases (DESIGN 7.6). What is small is shown together, or not at all."""

from collections.abc import Mapping, Sequence, Set
from enum import StrEnum
from typing import TypeVar

from generator.disclosure.cases.listed import Group
from register.terms import Matter

Code = TypeVar("Code", bound=StrEnum)


def merge_small(counts: Mapping[Code, int], k: int, together: int = 0) -> tuple[dict[Code, int], int]:
    """Split counts into those shown on their own (each ≥ k) and the number shown together (0 or ≥ k).

    The smallest shown count joins the rest while the rest is under k: else subtraction would give the rest away. Where
    all of them are under k, everything is in the rest, and the caller decides what becomes of so few. `together` starts
    the rest. Ties go by the order of the vocabulary.
    """
    shown = {code: count for code, count in counts.items() if count >= k}
    rest = together + sum(counts.values()) - sum(shown.values())
    while shown and 0 < rest < k:
        rest += shown.pop(_smallest(shown))
    return shown, rest


def _smallest(shown: Mapping[Code, int]) -> Code:
    return min(shown, key=lambda code: (shown[code], list(code.__class__).index(code)))


def form_groups(
    counts: Mapping[Matter, int], k: int, senders: Mapping[Matter, Set[str]] | None = None
) -> tuple[Group, ...]:
    """The groups of a period's registered cases by matter; none where there are fewer than k cases, or senders, in all.

    `senders` are the different people who sent them, by matter; without it, each case has its own. `other` includes every
    matter not shown on its own, also those without a case, so that nobody learns which.
    """
    if sum(counts.values()) < k:
        return ()
    named = {matter: count for matter, count in counts.items() if matter != Matter.OTHER}
    crowds: dict[Matter, int] = {
        m: count for m, count in named.items() if senders is None or len(senders[m]) >= k
    }
    shown, rest = merge_small(crowds, k, sum(counts.values()) - sum(crowds.values()))
    while senders is not None and rest and len(_not_among(shown, senders)) < k:
        if not shown:
            return ()
        rest += shown.pop(_smallest(shown))
    groups = [
        Group(matter=matter, includes=(matter,), received=shown[matter])
        for matter in Matter
        if matter in shown
    ]
    if rest:
        hidden = tuple(matter for matter in Matter if matter not in shown)
        groups.append(Group(matter=Matter.OTHER, includes=hidden, received=rest))
    return tuple(groups)


def _not_among(shown: Mapping[Matter, int], senders: Mapping[Matter, Set[str]]) -> Set[str]:
    """Everybody who sent what is shown together."""
    return {sender for matter, people in senders.items() if matter not in shown for sender in people}


def group_showing(matter: Matter, groups: Sequence[Group]) -> Matter | None:
    """The group a matter is shown in; None where the period has no groups."""
    return next((group.matter for group in groups if matter in group.includes), None)
