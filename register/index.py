"""All cases at once, at the price of what changed: parsed cases kept by file signature, never trusted against the files."""

from dataclasses import dataclass

from register.case import Case, Tombstone
from register.errors import CaseNotFound, RecordDamaged
from register.store import Damage, FolderStore, Signature, Stored


@dataclass(frozen=True)
class Holdings:
    """What the register holds: cases by number, tombstones, and the files that could not be used."""

    cases: dict[str, Stored[Case]]
    tombstones: dict[str, Tombstone]
    damaged: tuple[Damage, ...]


class Index:
    """Keeps what was read; a file whose signature is unchanged is not read again."""

    def __init__(self, store: FolderStore) -> None:
        self._store = store
        self._known: dict[Signature, Stored[Case | Tombstone] | Damage] = {}

    def holdings(self) -> Holdings:
        """Everything, fresh from the disk's point of view."""
        signatures = self._store.signatures()
        self._known = {s: self._known[s] if s in self._known else self._read(s) for s in signatures}
        cases: dict[str, Stored[Case]] = {}
        tombstones: dict[str, Tombstone] = {}
        damaged = list(self._store.foreign())
        for known in self._known.values():
            if isinstance(known, Damage):
                damaged.append(known)
            elif isinstance(known.record, Tombstone):
                tombstones[known.record.number] = known.record
            else:
                cases[known.record.number] = Stored(known.record, known.revision)
        return Holdings(cases, tombstones, tuple(damaged))

    def by_query(self, tag: str) -> Stored[Case] | None:
        """The case a query code opens, by the code's keyed hash; the work is the same whether it is found or not."""
        found = None
        for stored in self.holdings().cases.values():
            if stored.record.query == tag:
                found = stored
        return found

    def _read(self, signature: Signature) -> Stored[Case | Tombstone] | Damage:
        try:
            return self._store.read_any(signature.name.removesuffix(".json"))
        except RecordDamaged as damage:
            return Damage(damage.name, damage.problem)
        except CaseNotFound:
            return Damage(signature.name, "vanished while it was read")
