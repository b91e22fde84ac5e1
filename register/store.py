"""The store: one JSON file a case. The only door to the register's files.

Writing: a temporary file in the folder `writing`, fsync, link (create once) or rename (replace), fsync of the year's
folder; only then is it acknowledged. A crash at any instruction leaves the old file or the new one. Every writer holds
one lock that other processes respect too: who adds a case holds it together with others who add (`register.adding`);
who confirms, changes, erases or sweeps holds it alone, so that nobody acknowledges what another writer is about to take
back. Names are given one at a time, and noted (`register.changes`).
Reading: regular files only, never followed, strict; what is damaged, foreign or newer is reported by name and left.
"""

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Protocol

from register.adding import Adding
from register.case import Case, Tombstone
from register.case_files import CaseFiles
from register.disk import opened_folder, sync_folder, told
from register.errors import CaseErased, RegisterBusy
from register.shelves import Signature
from register.stored import Damage, Stored, foreign_file, parsed, revision_of, spelled


class Store(Protocol):
    """What the house asks of a place for cases; nothing above it may assume a path."""

    def add(self, case: Case) -> Stored[Case]:
        """Keep a new case, durably. Raises FileExistsError if its number is taken, StorageFailed if not kept."""
        ...

    def read(self, number: str) -> Stored[Case]:
        """Raises CaseNotFound, CaseErased or RecordDamaged; StorageFailed where the trouble is not the file's."""
        ...

    def replace(self, old: Stored[Case], case: Case) -> Stored[Case]:
        """Keep the changed case if nobody changed it meanwhile; else RegisterBusy.

        After StorageFailed the old case or the new one is there, whole; it has not been acknowledged.
        """
        ...

    def erase(self, old: Stored[Case], tombstone: Tombstone) -> None:
        """Put the tombstone in the case's place."""
        ...

    def numbers(self) -> Iterator[str]:
        """The number of every case and tombstone."""
        ...


class FolderStore:
    """The default store: a private local folder."""

    def __init__(self, folder: Path) -> None:
        if not folder.is_absolute():
            raise ValueError(f"{folder} must be absolute")
        self._files = CaseFiles(folder.resolve())
        self._adding = Adding(self._files)
        self.folder, self.shelves, self.changes = self._files.folder, self._files.shelves, self._files.changes

    def add(self, case: Case) -> Stored[Case]:
        (added,) = self.add_all([case])
        if isinstance(added, Exception):
            raise added
        return added

    def add_all(self, cases: Iterable[Case]) -> list[Stored[Case] | Exception]:
        """Keep new cases together, at the price of one lock and one sync of the folder, and tell what became of each.

        Each is as durable as if it were added alone; in place of one that was not kept stands what `add` would raise.
        """
        return self._adding.add(cases)

    def confirm(self, number: str) -> Stored[Case | Tombstone]:
        """What another writer kept under a number, durable now, so that it may be acknowledged a second time.

        Raises CaseNotFound where that writer had to take it back, RecordDamaged or StorageFailed.
        """
        with told(), self._files.locked():
            stored = self.read_any(number)
            sync_folder(self._files.place(number).parent)
        return stored

    def read(self, number: str) -> Stored[Case]:
        stored = self.read_any(number)
        if isinstance(stored.record, Tombstone):
            raise CaseErased(number)
        return Stored(stored.record, stored.revision)

    def read_any(self, number: str) -> Stored[Case | Tombstone]:
        """The case or the tombstone in its place. Raises as `read` does, but for CaseErased."""
        data = self._files.read(number)
        return Stored(parsed(f"{number}.json", data), revision_of(data))

    def replace(self, old: Stored[Case], case: Case) -> Stored[Case]:
        data = spelled(case)
        self._replace(old, data, case.number)
        return Stored(case, revision_of(data))

    def erase(self, old: Stored[Case], tombstone: Tombstone) -> None:
        self._replace(old, spelled(tombstone), tombstone.number)

    def numbers(self) -> Iterator[str]:
        years, _ = self.shelves.years()
        return (number for year in years for number in self.shelves.numbers(year))

    def signatures(self) -> list[Signature]:
        """Every case file's signature, by name; what does not look like one is left to `foreign`."""
        years, _ = self.shelves.years()
        return [signature for year in years for signature in self.shelves.shelf(year).signatures.values()]

    def foreign(self) -> list[Damage]:
        """What has no business in the register's folders; it is reported and never touched."""
        years, odd = self.shelves.years()
        inside = [f"{year}/{name}" for year in years for name in self.shelves.shelf(year).foreign]
        return [foreign_file(name) for name in (*odd, *inside)]

    def sweep(self) -> int:
        """Remove temporary files that a crash left behind. Returns how many; no writer is disturbed."""
        with told(), self._files.locked():
            return self._files.sweep()

    @contextlib.contextmanager
    def still(self) -> Iterator[None]:
        """Nobody adds or changes a case while the block runs; they wait. Raises StorageFailed."""
        with told(), self._files.locked():
            yield

    def _replace(self, old: Stored[Case], data: bytes, number: str) -> None:
        place = self._files.place(number)
        with told(), self._files.locked():
            if revision_of(self._files.read(number)) != old.revision:
                raise RegisterBusy(number)
            with opened_folder(place.parent) as year:
                with self._files.written(number, data) as written, self.changes.naming(year, [number]):
                    written.rename(place)
                os.fsync(year)
