"""The to-do list: the facts of all cases, narrowed to what is wanted, in the order of their limits. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Final

from forms_api.desk.handling.facts import Facts, facts
from forms_api.desk.handling.needs import Need, needs
from forms_api.desk.handling.repeats import Likeness, Repeats
from register.case import Case
from register.numbers import squeeze
from register.stored import Stored
from register.terms import Kind

PAGE: Final = 30


class Overview:
    """The facts of all cases; a case is looked at again only when its revision changed."""

    def __init__(self) -> None:
        self._cases: Mapping[str, Stored[Case]] = {}
        self._known: dict[str, tuple[str, Facts]] = {}
        self._all: tuple[Facts, ...] = ()
        self._repeats = Repeats()

    def of(self, cases: Mapping[str, Stored[Case]]) -> tuple[Facts, ...]:
        """The facts, in the order of the cases; the very same tuple as long as nothing changed."""
        if cases is not self._cases:
            self._look_at(cases)
            self._cases = cases
        return self._all

    @property
    def repeats(self) -> Mapping[str, tuple[str, ...]]:
        """For each case the earlier ones it may repeat, as of the last look."""
        return self._repeats.earlier

    def _look_at(self, cases: Mapping[str, Stored[Case]]) -> None:
        known, come = dict[str, tuple[str, Facts]](), list[Facts]()
        for number, stored in cases.items():
            before = self._known.get(number)
            if before is None or before[0] != stored.revision:
                come.append(facts(stored.record))
                before = stored.revision, come[-1]
            known[number] = before
        gone = [
            seen for number, (_, seen) in self._known.items() if known.get(number, ("", None))[1] is not seen
        ]
        if come or gone:
            self._all = tuple(seen for _, seen in known.values())
            self._repeats.bring(*_differing(gone, come))
        self._known = known


def _differing(gone: Iterable[Facts], come: Iterable[Facts]) -> tuple[list[Facts], list[Facts]]:
    """Those whose repeats may be others now: a step hardly ever changes when, where or by whom it was sent."""
    before, after = {_compared(one): one for one in gone}, {_compared(one): one for one in come}
    return (
        [one for compared, one in before.items() if compared not in after],
        [one for compared, one in after.items() if compared not in before],
    )


def _compared(one: Facts) -> tuple[str, datetime, frozenset[Likeness]]:
    return one.number, one.received, one.likenesses


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to. `show` is open, all or closed; `who` an account, `nobody`, or empty for all."""

    text: str = ""
    show: str = "open"
    kind: Kind | None = None
    who: str = ""
    need: Need | None = None

    def fits(self, one: Facts, now: datetime) -> bool:
        return (
            (self.show == "all" or bool(self.text) or one.is_open == (self.show == "open"))
            and self.kind in (None, one.kind)
            and (not self.who or (one.responsible or "nobody") == self.who)
            and (self.need is None or self.need in needs(one, now))
            and self._is_said_in(one)
        )

    def _is_said_in(self, one: Facts) -> bool:
        """By number or phone however typed, or by every word of what was said or where."""
        if self._digits:
            by_phone = len(self._digits) >= 4 and self._digits in one.phone
            if by_phone or self._digits in one.number.replace("-", ""):
                return True
        return all(word in one.said for word in self._words)

    @cached_property
    def _digits(self) -> str:
        """The number that is searched for, as it may stand in a case number or phone; empty if it is none."""
        digits = squeeze(self.text)
        return digits if digits.isdigit() and len(digits) >= 3 else ""

    @cached_property
    def _words(self) -> list[str]:
        return self.text.casefold().split()


def by_nearest_limit(some: Iterable[Facts], account: str = "") -> list[Facts]:
    """Objections that wait first, then this person's own cases; then the nearest limit, overdue ones thus on top; without
    a limit the newest first, what waits before what rests."""

    def order(one: Facts) -> tuple[bool, bool, bool, float, bool, float]:
        due = one.limits[0].due.timestamp() if one.limits else 0.0
        mine = bool(account) and one.responsible == account
        return (
            not one.objection_waits,
            not mine,
            not one.limits,
            due,
            not one.is_open,
            -one.received.timestamp(),
        )

    return sorted(some, key=order)
