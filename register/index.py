"""All cases at once, at the price of what changed: parsed cases kept by file signature, never trusted against the files."""

import errno
from dataclasses import dataclass
from typing import cast

from register.case import Case, Tombstone
from register.errors import CaseNotFound, RecordDamaged, RecordUnread, StorageFailed
from register.store import Damage, FolderStore, Signature, Stored


@dataclass(frozen=True)
class Holdings:
    """What the register holds: cases by number, tombstones, and the files that could not be used."""

    cases: dict[str, Stored[Case]]
    tombstones: dict[str, Tombstone]
    damaged: tuple[Damage, ...]


class Index:
    """Keeps what was read; a file whose signature is unchanged is not read again, but a damaged one always is.

    A change is made only against the revision on disk (`Store.replace`), so what is kept here can mislead nobody for long.
    """

    def __init__(self, store: FolderStore) -> None:
        self._store = store
        self._known: dict[Signature, Stored[Case | Tombstone]] = {}

    @property
    def store(self) -> FolderStore:
        return self._store

    def holdings(self) -> Holdings:
        """Everything that lies there now. Raises StorageFailed where the disk or the process is in trouble."""
        signatures = self._store.signatures()
        read = {s: self._known[s] if s in self._known else self._read(s) for s in signatures}
        self._known = {s: found for s, found in read.items() if isinstance(found, Stored)}
        cases: dict[str, Stored[Case]] = {}
        tombstones: dict[str, Tombstone] = {}
        for stored in self._known.values():
            if isinstance(stored.record, Tombstone):
                tombstones[stored.record.number] = stored.record
            else:
                cases[stored.record.number] = cast("Stored[Case]", stored)
        damaged = [found for found in read.values() if isinstance(found, Damage)]
        return Holdings(cases, tombstones, (*self._store.foreign(), *damaged))

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

    def _read(self, signature: Signature) -> Stored[Case | Tombstone] | Damage | None:
        try:
            return self._store.read_any(signature.name.removesuffix(".json"))
        except RecordDamaged as damage:
            return Damage(damage.name, damage.problem, isinstance(damage, RecordUnread))
        except CaseNotFound:  # taken back by a writer whose disk failed: it had never been acknowledged
            return None
