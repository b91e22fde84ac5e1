"""Applying retention: what of the register is to go today, and making it go. Nothing that is open, held or uncounted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from register.aside import may_be_published
from register.audit import AuditLog
from register.case import Case, Tombstone
from register.clockwork import Clockwork
from register.erasure import erasure
from register.errors import CaseErased, CaseNotFound, RegisterBusy
from register.handling import SYSTEM, Actor, take_step
from register.index import Holdings
from register.photo_store import PhotoStore
from register.pictures import pictures
from register.retention import Due, due_erasure
from register.rules import Retention
from register.store import FolderStore
from register.terms import ErasePart, EraseReason, Step

THE_SYSTEM = Actor(SYSTEM, None)


@dataclass(frozen=True)
class Purge:
    """What is to go: per case number what is due, and keys of photos that no case holds.

    `waiting` are cases whose erasure two people decided and which no release has counted yet; `aside` those of which nothing can be
    published anew, so that contact details that were taken back are needed no more.
    """

    due: Mapping[str, Due]
    photos: tuple[str, ...]
    waiting: tuple[str, ...]
    aside: tuple[str, ...] = ()

    def numbers(self, part: ErasePart, reason: EraseReason) -> list[str]:
        return sorted(number for number, due in self.due.items() if due == Due(part, reason))


def plan_purge(
    holdings: Holdings,
    counted: Collection[str],
    retention: Retention,
    today: date,
    old_photos: Collection[str],
) -> Purge:
    """`counted` are the cases that published releases have settled, `old_photos` the keys kept for more than a day.

    Where a file of the register is damaged nobody knows which photos it holds: then none goes.
    """
    cases = {number: stored.record for number, stored in holdings.cases.items()}
    due = {
        number: found
        for number, case in cases.items()
        if (found := due_erasure(case, today, retention, is_counted=number in counted))
    }
    held = {key for case in cases.values() for key in photo_keys(case)}
    decided = (number for number, case in cases.items() if erasure(case).decided_at is not None)
    return Purge(
        due=due,
        photos=() if holdings.damaged else tuple(sorted(set(old_photos) - held)),
        waiting=tuple(sorted(number for number in decided if number not in due)),
        aside=tuple(
            sorted(
                number
                for number, case in cases.items()
                if case.aside and (number in counted or not may_be_published(case)) and number not in due
            )
        ),
    )


def photo_keys(case: Case) -> frozenset[str]:
    """Every key under which photos of a case may lie."""
    return frozenset({case.instance, *(picture.key for picture in pictures(case))})


@dataclass(frozen=True)
class Purger:
    """What carries a purge out, with a line in the log for every case."""

    store: FolderStore
    photos: PhotoStore
    audit: AuditLog
    clockwork: Clockwork
    now: datetime

    def carry_out(self, purge: Purge) -> tuple[str, ...]:
        """Erase what is due; the numbers of cases somebody was just working on, which wait for the next time."""
        missed = [number for number, due in purge.due.items() if not self._erased(number, due)]
        missed += [number for number in purge.aside if not self._forgotten(number)]
        for key in purge.photos:
            self.photos.erase(key)
        return tuple(sorted(missed))

    def _erased(self, number: str, due: Due) -> bool:
        try:
            stored = self.store.read(number)
            self.audit.append(at=self.now, by=SYSTEM, event=f"erased_{due.part}", about=number)
            if due.part == ErasePart.CONTACT:
                self.store.replace(stored, self._without_contact(stored.record, due.reason))
            else:
                self.store.erase(stored, Tombstone.of(stored.record, due.reason))
                for key in photo_keys(stored.record):
                    self.photos.erase(key)
        except (RegisterBusy, CaseNotFound, CaseErased):
            return False
        return True

    def _forgotten(self, number: str) -> bool:
        """Drop what was set aside. No step is taken: the resident was told that it goes by itself."""
        try:
            stored = self.store.read(number)
            self.audit.append(at=self.now, by=SYSTEM, event="erased_aside", about=number)
            self.store.replace(stored, stored.record.model_copy(update={"aside": ()}))
        except (RegisterBusy, CaseNotFound, CaseErased):
            return False
        return True

    def _without_contact(self, case: Case, reason: EraseReason) -> Case:
        said = {"part": ErasePart.CONTACT, "reason": reason}
        return take_step(
            case, Step.ERASE, by=THE_SYSTEM, at=self.now, particulars=said, clockwork=self.clockwork
        )
