"""What is kept of a take-down agrees with what is public and with the log, or `portal verify` names the record. No build waits for it."""

import json
from pathlib import Path

import pytest

from generator.cli.chain_check import against_building, all_flaws, chain_flaws, read_chain_evidence
from generator.cli.revising import Revising
from generator.disclosure.releases.findings import Finding
from register.index import Index
from register.settings import Home
from register.store import FolderStore
from register.terms import TakeDownReason
from tests.generator.cli.conftest import Portal
from tests.generator.cli.test_revise import CLERK, HEAD, LATER, first_ref, gate_of, released

__all__ = ["released"]


@pytest.fixture
def record(released: Home) -> Path:
    """Of a sentence that was taken down by one and confirmed by another."""
    ref, revising = first_ref(released), Revising(gate_of(released))
    revising.take_down(ref, TakeDownReason.IDENTIFIES_PERSON, CLERK, LATER)
    revising.confirm(ref, HEAD, LATER)
    return released.var / "takedowns" / f"{ref}.json"


def rewritten(file: Path, **change: object) -> None:
    file.write_text(json.dumps({**json.loads(file.read_bytes()), **change}), encoding="utf-8")


def found(home: Home) -> list[tuple[Finding, str]]:
    evidence = read_chain_evidence(home, Index(FolderStore(home.register)).holdings())
    assert against_building(home, evidence) == ()
    return [(flaw.finding, flaw.about) for flaw in all_flaws(home, evidence)]


def test_a_true_record_has_no_flaw_confirmed_or_not(released: Home, record: Path) -> None:
    assert found(released) == []
    rewritten(record, confirmed_by=None, confirmed_at=None)
    assert found(released) == []


@pytest.mark.parametrize(
    "change",
    [
        {"confirmed_by": "sunli"},
        {"by": "liweidong"},
        {"by": "liweidong", "confirmed_by": "wangfang"},
        {"reason": "wrong_facts"},
        {"period": "2026-Q2"},
        {"ref": "00000000"},
        {"confirmed_by": "wangfang"},
        {"at": "2026-01-01T09:00:00+08:00"},
        {"by": 7},
    ],
)
def test_a_record_that_says_otherwise_is_named_and_stops_no_build(
    released: Home, record: Path, change: dict[str, object]
) -> None:
    rewritten(record, **change)
    assert found(released) == [(Finding.TAKEDOWN, f"takedowns/{record.name}")]


def test_nobody_confirms_her_own_by_renaming_who_did_it(portal: Portal, released: Home, record: Path) -> None:
    """Her own word for it is in the log; so the record alone must tell that it is the same person's."""
    ref = record.stem
    gate_of(released)
    rewritten(record, by="liweidong", confirmed_by=None)
    Revising(gate_of(released)).confirm(ref, CLERK, LATER)
    result = portal("verify", "--home", str(released.folder))
    assert result.exit_code == 3
    assert record.name in result.stderr


def test_a_record_of_nothing_is_named_and_a_missing_one_is_a_note(released: Home, record: Path) -> None:
    other = record.with_name("00000000.json")
    other.write_bytes(record.read_bytes())
    record.unlink()
    assert found(released) == [
        (Finding.TAKEDOWN, "takedowns/00000000.json"), (Finding.UNRECORDED, record.stem),
    ]  # fmt: skip


def test_a_public_copy_has_no_such_records(released: Home, record: Path) -> None:
    rewritten(record, reason="wrong_facts")
    evidence = read_chain_evidence(released, None)
    assert all_flaws(released, evidence) == chain_flaws(released, evidence)
