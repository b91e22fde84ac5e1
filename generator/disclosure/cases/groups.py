"""Groups: no description of fewer than k cases (DESIGN 7.6). What is small is shown together, or not at all."""

from collections.abc import Mapping, Sequence
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
        rest += shown.pop(min(shown, key=lambda code: (shown[code], _rank(code))))
    return shown, rest


def _rank(code: StrEnum) -> int:
    return list(code.__class__.__members__).index(code.name)


def form_groups(counts: Mapping[Matter, int], k: int) -> tuple[Group, ...]:
    """The groups of a period's registered cases by matter; none where there are fewer than k cases in all.

    `other` includes every matter not shown on its own, also those without a case, so that nobody learns which.
    """
    if sum(counts.values()) < k:
        return ()
    named = {matter: count for matter, count in counts.items() if matter != Matter.OTHER}
    shown, rest = merge_small(named, k, counts.get(Matter.OTHER, 0))
    groups = [
        Group(matter=matter, includes=(matter,), received=shown[matter])
        for matter in Matter
        if matter in shown
    ]
    if rest:
        hidden = tuple(matter for matter in Matter if matter not in shown)
        groups.append(Group(matter=Matter.OTHER, includes=hidden, received=rest))
    return tuple(groups)


def group_showing(matter: Matter, groups: Sequence[Group]) -> Matter | None:
    """The group a matter is shown in; None where the period has no groups."""
    return next((group.matter for group in groups if matter in group.includes), None)
