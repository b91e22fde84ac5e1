"""What changed in the register since the last look, at the price of what changed and not of what lies there.

A folder whose stamp is that of the last look holds the same names and files; where our own writers changed it, their
notes name the cases (`register.changes`); where anybody else did, every file in it is looked at. A file that somebody
edits in its place leaves no trace in its folder. Therefore each look also takes its share of all files in turn: edits
are noticed at the next look in a register of up to `SHARE` cases, and in a larger one after as many looks as it has shares.
"""

import sys
from dataclasses import dataclass

from register.changes import Changes, Note, Stamp
from register.shelves import Shelf, Shelves, Signature

SHARE = 256
ALL = sys.maxsize
"""The share of who wants every edit noticed at once, at the price of one `stat` a file."""


@dataclass
class _Watched:
    """A year as it was seen last; `stamp` is None where the next look must go through every file."""

    stamp: Stamp | None
    shelf: Shelf


class Watch:
    """Looks at the same shelves again and again. Not for several threads at once."""

    def __init__(self, shelves: Shelves, changes: Changes, share: int = SHARE) -> None:
        self._shelves, self._changes, self._share = shelves, changes, share
        self._years: dict[str, _Watched] = {}
        self._left: list[tuple[str, str]] = []
        self._told_next: set[str] = set()
        self._keeps_marks = False
        self.odd: tuple[str, ...] = ()

    def look(self) -> set[str]:
        """The numbers of the cases whose files came, went or changed since the last look that came to its end.

        Raises StorageFailed; what was seen until then is told by the next look.
        """
        first = not self._years
        years, odd = self._shelves.years()
        self.odd = tuple(odd)
        for year in self._years.keys() - years:
            self._told_next |= self._years.pop(year).shelf.signatures.keys()
        for year in years:
            self._look_at(year)
        if not first:
            self._look_at_share()
        changed, self._told_next = self._told_next, set()
        return changed

    @property
    def foreign(self) -> tuple[str, ...]:
        """What has no business in the register's folders."""
        return (
            *self.odd,
            *(f"{year}/{name}" for year, seen in sorted(self._years.items()) for name in seen.shelf.foreign),
        )

    def __contains__(self, number: str) -> bool:
        seen = self._years.get(number[:4])
        return seen is not None and number in seen.shelf.signatures

    def _look_at(self, year: str) -> None:
        stamp, seen = self._shelves.stamp(year), self._years.get(year)
        if seen is None or seen.stamp is None:
            self._look_through(year)
        elif seen.stamp != stamp:
            numbers = followed(self._changes.noted(), seen.stamp, stamp)
            if numbers is None:
                self._look_through(year)
            else:
                for number in numbers:
                    self._look_at_file(year, number)
                seen.stamp = stamp

    def _look_through(self, year: str) -> None:
        """Every file of the year; the stamp is taken before, so that nothing is missed that happens meanwhile."""
        stamp = self._trusted(year)
        shelf = self._shelves.shelf(year)
        before = self._years[year].shelf.signatures if year in self._years else {}
        self._years[year] = _Watched(stamp, shelf)
        self._told_next |= {number for number, _ in before.items() ^ shelf.signatures.items()}

    def _trusted(self, year: str) -> Stamp | None:
        """A stamp that no later change can have too; None where the file system cannot give one."""
        self._keeps_marks = self._keeps_marks or self._changes.keep_marks()
        if not self._keeps_marks:
            return None
        stamp = self._shelves.stamp(year)
        return stamp if stamp.is_mark else self._shelves.mark(year)

    def _look_at_file(self, year: str, number: str) -> None:
        signatures = self._years[year].shelf.signatures
        found = self._shelves.signature(number)
        if signatures.get(number) == found:
            return
        self._told_next.add(number)
        _put(signatures, number, found)

    def _look_at_share(self) -> None:
        """The next files in turn; when all had theirs, the names of the folders, and then the first again."""
        if not self._left:
            for year, seen in self._years.items():
                if self._shelves.names(year) != seen.shelf.names:
                    self._look_through(year)
            self._left = [
                (year, number) for year, seen in self._years.items() for number in seen.shelf.signatures
            ]
        share, self._left = self._left[: self._share], self._left[self._share :]
        for year, number in share:
            if year in self._years:
                self._look_at_file(year, number)


def followed(notes: dict[Stamp, Note], known: Stamp, now: Stamp) -> set[str] | None:
    """The cases that took a folder from one stamp to another; None where the notes do not lead there."""
    numbers: set[str] = set()
    while known != now:
        note = notes.pop(known, None)
        if note is None:
            return None
        numbers.update(note.numbers)
        known = note.after
    return numbers


def _put(signatures: dict[str, Signature], number: str, found: Signature | None) -> None:
    if found is None:
        signatures.pop(number, None)
    else:
        signatures[number] = found
