"""When the desk opens with a calendar that knows another year: provisional limits become final, each in the log."""

from collections.abc import Iterable
from datetime import datetime

from register.audit import AuditLog
from register.case import Case
from register.clockwork import Clockwork
from register.errors import RegisterBusy
from register.handling import SYSTEM
from register.settling import settled
from register.store import FolderStore
from register.stored import Stored
from register.terms import Step


def settle_all(
    cases: Iterable[Stored[Case]], store: FolderStore, clockwork: Clockwork, audit: AuditLog, at: datetime
) -> int:
    """Settle what can be settled; returns how many cases. One that somebody is changing is left to the next opening."""
    count = 0
    for stored in cases:
        case = settled(stored.record, clockwork, at)
        if case is None:
            continue
        try:
            store.replace(stored, case)
        except RegisterBusy:
            continue
        audit.append(at=at, by=SYSTEM, event=Step.SETTLE.value, about=case.number)
        count += 1
    return count
