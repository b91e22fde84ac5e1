"""Opening the desk with a new year's calendar settles what was provisional, and says so in the log."""

from datetime import datetime
from pathlib import Path

import pytest

from forms_api.desk.handling.settlement import settle_all
from register.audit import AuditLog
from register.calendar import ZONE
from register.errors import RegisterBusy
from register.store import FolderStore
from register.terms import Step
from tests.factories import kept_case
from tests.register.test_settling import NEW_YEARS_EVE, decreed

OPENED = datetime(2027, 1, 2, 8, 0, tzinfo=ZONE)


def test_every_provisional_case_is_settled_once_and_stands_in_the_log(tmp_path: Path) -> None:
    store, audit = FolderStore(tmp_path / "register"), AuditLog(tmp_path / "audit" / "audit.jsonl")
    late = kept_case(store, 1, received=NEW_YEARS_EVE).number
    certain = kept_case(store, 2)

    def settle() -> int:
        return settle_all([store.read(n) for n in store.numbers()], store, decreed(), audit, OPENED)

    assert (settle(), settle()) == (1, 0)
    assert store.read(late).record.entries[-1].step == Step.SETTLE
    assert store.read(certain.number).record == certain
    assert [(line.by, line.event, line.about) for line in audit.lines()] == [("system", "settle", late)]


def test_a_case_that_somebody_changes_just_now_waits_for_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, audit = FolderStore(tmp_path / "register"), AuditLog(tmp_path / "audit" / "audit.jsonl")
    stored = store.read(kept_case(store, 1, received=NEW_YEARS_EVE).number)

    def busy(*_: object) -> None:
        raise RegisterBusy(stored.record.number)

    monkeypatch.setattr(store, "replace", busy)
    assert settle_all([stored], store, decreed(), audit, OPENED) == 0
    assert not audit.file.exists()
