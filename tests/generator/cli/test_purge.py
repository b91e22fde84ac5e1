"""Retention at the command line: shown first, then applied, and never to what is open, held or uncounted."""

import os
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from generator.cli import purge_command
from generator.cli.purging import Purger, plan_purge
from register.audit import AuditLog
from register.contacts import update_contact
from register.errors import CaseErased
from register.handling import THE_RESIDENT
from register.index import Index
from register.photo_store import PhotoStore
from register.pictures import added_key, pictures
from register.settings import ZONE, Home
from register.store import FolderStore
from register.terms import EraseReason, Step
from tests import factories
from tests.factories import MANAGER, REVIEWER, book, step
from tests.generator.cli.conftest import Portal
from tests.generator.cli.test_revise import released as released

NOW = datetime(2029, 1, 1, 9, 0, tzinfo=ZONE)
LATER = datetime(2032, 1, 1, 9, 0, tzinfo=ZONE)


def moment(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    monkeypatch.setattr(purge_command, "system_clock", lambda: at)


def open_number(home: Home) -> str:
    """The one case of the released estate that is still open."""
    store = FolderStore(home.register)
    return next(n for n in store.numbers() if store.read(n).record.status == "received")


def test_a_dry_run_counts_and_erases_nothing(
    portal: Portal, released: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment(monkeypatch, NOW)
    before = Index(FolderStore(released.register)).holdings()
    result = portal("purge", "--home", str(released.folder), "--numbers")
    assert result.exit_code == 0, result.output
    assert "contact details, retention ended: 6" in result.output
    assert "Nothing was erased" in result.output
    assert sum(number in result.output for number in before.cases) == 6
    assert Index(FolderStore(released.register)).holdings() == before


def test_contact_details_go_first_and_the_records_later_as_tombstones(
    portal: Portal, released: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, store = str(released.folder), FolderStore(released.register)
    waiting = open_number(released)
    ledger = {n: store.read(n).record.ledger for n in store.numbers()}
    moment(monkeypatch, NOW)
    assert portal("purge", "--do", "--home", home).exit_code == 0
    for number in ledger:
        case = store.read(number).record
        assert (case.contact is None) == (number != waiting)
    assert b"13812345678" not in b"".join(
        file.read_bytes() for file in released.register.rglob("*.json") if waiting not in file.name
    )
    moment(monkeypatch, LATER)
    assert "records, retention ended: 6" in portal("purge", "--do", "--home", home).output
    held = Index(store).holdings()
    assert set(held.cases) == {waiting}
    assert {stone.number: stone.ledger for stone in held.tombstones.values()} == {
        number: entry for number, entry in ledger.items() if number != waiting
    }
    assert {stone.reason for stone in held.tombstones.values()} == {EraseReason.RETENTION_ENDED}
    with pytest.raises(CaseErased):
        store.read(next(iter(held.tombstones)))
    events = [(line.by, line.event) for line in AuditLog(released.audit_file).lines()]
    assert events.count(("system", "erased_contact")) == events.count(("system", "erased_case")) == 6
    assert portal("verify", "--home", home).exit_code == 0
    assert "retention ended: 0" in portal("purge", "--home", home).output


def test_what_two_people_decided_goes_with_its_photos_once_it_is_counted(
    portal: Portal, released: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, photos = FolderStore(released.register), PhotoStore(released.register)
    number = next(n for n in store.numbers() if n != open_number(released))
    case = store.read(number).record
    digest = "a" * 64
    photos.keep(added_key(number, [digest]), [(b"full", b"small")])
    case = step(case, Step.ADD_FACTS, by=THE_RESIDENT, text="照片。", photos=[digest])
    for by in (MANAGER, REVIEWER):
        case = step(case, Step.ERASE, by=by, part="case", reason="resident_asked")
    store.replace(store.read(number), case)
    assert len(pictures(case)) == 1
    moment(monkeypatch, datetime(2026, 10, 21, 9, 0, tzinfo=ZONE))
    assert "decided by two people: 1" in portal("purge", "--do", "--home", str(released.folder)).output
    assert Index(store).holdings().tombstones[number].reason == EraseReason.RESIDENT_ASKED
    assert photos.keys() == frozenset()


def taken_back(home: Home, number: str) -> None:
    """The resident takes her contact details back."""
    store = FolderStore(home.register)
    stored = store.read(number)
    at = stored.record.entries[-1].at + timedelta(hours=1)
    store.replace(stored, update_contact(stored.record, None, at=at, clockwork=book().clockwork))


def test_what_she_took_back_goes_once_her_case_is_counted(
    portal: Portal, released: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, waiting = FolderStore(released.register), open_number(released)
    counted = next(number for number in store.numbers() if number != waiting)
    for number in (waiting, counted):
        taken_back(released, number)
    moment(monkeypatch, datetime(2026, 10, 21, 9, 0, tzinfo=ZONE))
    listed = portal("purge", "--numbers", "--home", str(released.folder)).output
    assert "needed no more: 1" in listed
    assert counted in listed
    assert store.read(counted).record.aside
    portal("purge", "--do", "--home", str(released.folder))
    assert store.read(counted).record.aside == ()
    assert store.read(waiting).record.aside
    (line,) = (one for one in AuditLog(released.audit_file).lines() if one.event == "erased_aside")
    assert (line.by, line.about) == ("system", counted)


def test_what_she_took_back_goes_when_she_objects_though_her_case_waits(home: Home) -> None:
    store = FolderStore(home.register)
    number = factories.kept_case(store).number
    stored = store.read(number)
    store.replace(stored, factories.approved(stored.record))
    taken_back(home, number)
    stored = store.read(number)
    store.replace(stored, factories.objected(stored.record))
    plan = plan_purge(Index(store).holdings(), (), book().rules.retention, NOW.date(), ())
    assert plan.aside == (number,)


def test_what_is_decided_but_not_counted_yet_waits_and_is_said(home: Home) -> None:
    store = FolderStore(home.register)
    case = factories.fed_back(factories.kept_case(store))
    for by in (MANAGER, REVIEWER):
        case = step(case, Step.ERASE, by=by, part="case", reason="resident_asked")
    store.replace(store.read(case.number), case)
    plan = plan_purge(Index(store).holdings(), (), book().rules.retention, LATER.date(), ())
    assert plan.due == {}
    assert plan.waiting == (case.number,)


def test_photos_that_no_case_holds_go_after_a_day_and_never_while_a_file_is_damaged(
    portal: Portal, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    moment(monkeypatch, NOW)
    photos, store = PhotoStore(home.register), FolderStore(home.register)
    case = factories.kept_case(store, photos=("b" * 64,))
    fresh, old = "f" * 32, "0" * 32
    for key in (fresh, old, case.instance):
        photos.keep(key, [(b"full", b"small")])
        age = timedelta(hours=1) if key == fresh else timedelta(days=30)
        stamp = (NOW - age).timestamp()
        os.utime(photos.folder / key, (stamp, stamp))
    damaged = home.register / "cases" / "2026" / "2026-000-000-9.json"
    damaged.write_bytes(b"{")
    portal("purge", "--do", "--home", str(home.folder))
    assert photos.keys() >= {old}
    damaged.unlink()
    portal("purge", "--do", "--home", str(home.folder))
    assert photos.keys() == {fresh, case.instance}


def test_a_case_somebody_is_just_working_on_waits_for_the_next_time(home: Home) -> None:
    store = FolderStore(home.register)
    case = factories.fed_back(factories.kept_case(store))
    store.replace(store.read(case.number), case)
    plan = plan_purge(Index(store).holdings(), (case.number,), book().rules.retention, LATER.date(), ())

    class Busy(FolderStore):
        def read(self, number: str):  # type: ignore[no-untyped-def]
            stored = super().read(number)
            super().replace(stored, step(stored.record, Step.MESSAGE, text="刚刚来电。"))
            return stored

    purger = Purger(
        Busy(home.register),
        PhotoStore(home.register),
        AuditLog(home.audit_file),
        book().clockwork,
        LATER,
    )
    assert purger.carry_out(plan) == (case.number,)
    assert purger.carry_out(replace(plan, due={}, aside=(case.number,))) == (case.number,)
    assert store.read(case.number).record.last(Step.MESSAGE) is not None
