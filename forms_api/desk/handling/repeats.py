"""Which cases repeat an earlier one: of the same matter, from the same place or phone, within 90 days. Pure but for what it keeps.

What is alike stands together, so that a case that comes or changes has only those alike to it looked at again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final, Protocol

from register.terms import Matter

REPEATED_WITHIN: Final = timedelta(days=90)
MOST: Final = 20
"""So many earlier ones at most are told for each likeness."""
Likeness = tuple[Matter, str]


class Compared(Protocol):
    """What is looked at of a case; `likenesses` are its matter with its place and with its phone."""

    @property
    def number(self) -> str: ...
    @property
    def received(self) -> datetime: ...
    @property
    def likenesses(self) -> frozenset[Likeness]: ...


class Repeats:
    """`earlier` gives for each case the numbers of the earlier ones; a new mapping whenever something changed."""

    def __init__(self) -> None:
        self.earlier: Mapping[str, tuple[str, ...]] = {}
        self._alike: dict[Likeness, dict[str, Compared]] = defaultdict(dict)
        self._found: dict[Likeness, dict[str, list[str]]] = {}

    def bring(self, gone: Iterable[Compared], come: Iterable[Compared]) -> None:
        """Take some cases away and then take some in; one that changed is gone as it was and comes as it is."""
        numbers, touched = set[str](), set[Likeness]()
        for one in gone:
            numbers.add(one.number)
            touched |= one.likenesses
            for likeness in one.likenesses:
                self._alike[likeness].pop(one.number, None)
        for one in come:
            touched |= one.likenesses
            for likeness in one.likenesses:
                self._alike[likeness][one.number] = one
        if touched:
            self._look_again(numbers, touched)

    def _look_again(self, numbers: set[str], touched: set[Likeness]) -> None:
        """What is said of these numbers, and of all cases in the touched groups, is found anew."""
        members: dict[str, Compared] = {}
        for likeness in touched:
            group = self._alike[likeness]
            members |= group
            self._found[likeness] = _earlier_in(group.values())
        earlier = {number: told for number, told in self.earlier.items() if number not in numbers}
        for number, one in members.items():
            told = {other for likeness in one.likenesses for other in self._found[likeness].get(number, ())}
            if told:
                earlier[number] = tuple(sorted(told))
            else:
                earlier.pop(number, None)
        self.earlier = earlier


def _earlier_in(group: Iterable[Compared]) -> dict[str, list[str]]:
    """For each of the cases that are alike the earlier ones within the time."""
    ordered = sorted(group, key=lambda one: (one.received, one.number))
    return {
        one.number: [
            other.number
            for other in ordered[max(0, place - MOST) : place]
            if one.received - other.received <= REPEATED_WITHIN
        ]
        for place, one in enumerate(ordered)
    }
