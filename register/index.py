"""All cases at once, at the price of what changed: parsed cases kept by file signature, never trusted against the files."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeVar, cast

from register.case import Case, Tombstone
from register.errors import CaseNotFound, RecordDamaged, RecordUnread, StorageFailed
from register.store import FolderStore
from register.stored import Damage, Stored, foreign_file
from register.watch import SHARE, Watch

T = TypeVar("T")
Found = Stored[Case | Tombstone] | Damage | None


@dataclass(frozen=True)
class Holdings:
    """What the register holds: cases by number, tombstones, and the files that could not be used."""

    cases: dict[str, Stored[Case]]
    tombstones: dict[str, Tombstone]
    damaged: tuple[Damage, ...]


class Index:
    """Keeps what was read; a file that did not change is not read again, but a damaged one always is.

    Of all files so many as its `share` are looked at whatever their folders tell (`register.watch`). A change is made
    only against the revision on disk (`Store.replace`), so what is kept here can mislead nobody for long.
    """

    def __init__(self, store: FolderStore, share: int = SHARE) -> None:
        self._store, self._watch = store, Watch(store.shelves, store.changes, share)
        self._latest = Holdings({}, {}, ())
        self._unread: set[str] = set()

    @property
    def store(self) -> FolderStore:
        return self._store

    def holdings(self) -> Holdings:
        """Everything that lies there now; the very same holdings as long as nothing changed.

        Raises StorageFailed where the disk or the process is in trouble.
        """
        self._unread |= self._watch.look()
        read = {number: self._read(number) for number in sorted(self._unread)}
        foreign = tuple(foreign_file(name) for name in self._watch.foreign)
        self._latest = _brought_up_to_date(self._latest, read, foreign)
        self._unread = {n for n, found in read.items() if not isinstance(found, Stored) and n in self._watch}
        return self._latest

    def by_query(self, tag: str) -> Stored[Case] | None:
        """The case a query code opens, by the code's keyed hash; the work is the same whether it is found or not.

        Raises StorageFailed where none is found and some file could not be read: it may be that one.
        """
        held = self.holdings()
        found = None
        for stored in held.cases.values():
            if stored.record.query == tag:
                found = stored
        if found is None and any(damage.unread for damage in held.damaged):
            raise StorageFailed(errno.errorcode[errno.EIO])
        return found

    def _read(self, number: str) -> Found:
        try:
            return self._store.read_any(number)
        except RecordDamaged as damage:
            return Damage(damage.name, damage.problem, isinstance(damage, RecordUnread))
        except CaseNotFound:  # removed, or taken back by a writer whose disk failed
            return None


def _brought_up_to_date(held: Holdings, read: Mapping[str, Found], foreign: tuple[Damage, ...]) -> Holdings:
    """The holdings with what was read anew in place of what was known, in the order of the numbers."""
    damaged = (*foreign, *(found for found in read.values() if isinstance(found, Damage)))
    stored = {number: found for number, found in read.items() if isinstance(found, Stored)}
    known = any(number in held.cases or number in held.tombstones for number in read)
    if not stored and not known and damaged == held.damaged:
        return held
    cases, tombstones = dict(held.cases), dict(held.tombstones)
    for number in read.keys() - stored.keys():
        cases.pop(number, None)
        tombstones.pop(number, None)
    for number, found in stored.items():
        if isinstance(found.record, Tombstone):
            cases.pop(number, None)
            tombstones[number] = found.record
        else:
            tombstones.pop(number, None)
            cases[number] = cast("Stored[Case]", found)
    is_new = not (stored.keys() <= held.cases.keys())
    return Holdings(_in_order(cases) if is_new else cases, _in_order(tombstones), damaged)


def _in_order(records: dict[str, T]) -> dict[str, T]:
    return dict(sorted(records.items(), key=itemgetter(0)))
