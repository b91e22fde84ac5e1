"""Reading a chain for judgement: every file that is damaged, missing or strange is a flaw by name; nothing is written."""

import shutil
from pathlib import Path

import pytest

from generator.disclosure.drafts.draft import Draft
from generator.disclosure.drafts.takedown import compile_takedown
from generator.disclosure.releases.findings import Evidence, Finding
from generator.disclosure.releases.releases import read_releases
from generator.disclosure.review.approval import TAKE_DOWN, publish
from generator.disclosure.review.evidence import read_evidence, read_ledger_evidence, unfinished
from generator.disclosure.review.verification import verify
from register.index import Index
from register.signoff import SignOff
from register.terms import TakeDownReason
from tests.factories import HANDLER
from tests.generator.disclosure.chained import chained
from tests.generator.disclosure.estate import Q1, Q3, RELEASED_ON, Folder


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read only; each test breaks a copy."""
    return chained(tmp_path_factory.mktemp("estate")).home.folder


@pytest.fixture
def estate(original: Path, tmp_path: Path) -> Folder:
    again = Folder(tmp_path / "new")
    shutil.rmtree(again.home.folder)
    shutil.copytree(original, again.home.folder)
    return again


def read(estate: Folder) -> Evidence:
    return read_evidence(estate.places, estate.audit, Index(estate.store).holdings())


def found(estate: Folder) -> set[tuple[Finding, str]]:
    return {(flaw.finding, flaw.about) for flaw in verify(read(estate))}


def test_a_third_file_beside_the_two_of_the_ledger_is_named(estate: Folder) -> None:
    (estate.places.ledger / "entries (1).txt").write_bytes(b"")
    (estate.places.ledger / ".hidden").write_bytes(b"")
    assert found(estate) == {(Finding.LEDGER, "ledger/entries (1).txt")}


def change(file: Path, old: bytes, new: bytes) -> None:
    data = file.read_bytes()
    assert old in data
    file.write_bytes(data.replace(old, new, 1))


def written(folder: Path) -> dict[Path, tuple[int, int]]:
    """Every file with its length and time; folders may be marked by whoever looks (`register.changes`)."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path: (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


def test_a_true_estate_has_no_flaw_and_reading_writes_nothing(estate: Folder) -> None:
    before = written(estate.home.folder)
    assert found(estate) == set()
    assert written(estate.home.folder) == before


def test_a_new_estate_has_nothing_to_find(tmp_path: Path) -> None:
    assert found(Folder(tmp_path / "new")) == set()


def test_the_public_folder_alone_is_judged_by_what_is_public(estate: Folder) -> None:
    evidence = read_evidence(estate.places)
    assert evidence.private is None
    assert verify(evidence) == ()


def test_one_byte_of_a_release_is_named_and_the_ledger_is_still_judged(estate: Folder) -> None:
    change(estate.places.releases / "2026-Q3.json", b'"households": 6', b'"households": 7')
    change(estate.places.ledger / "checkpoint", b"\n20\n", b"\n21\n")
    names = {about for _, about in found(estate)}
    assert "releases/2026-Q3.approval.json" in names
    assert "ledger/checkpoint" in names


def test_a_line_of_the_ledger_that_is_no_entry_is_named(estate: Folder) -> None:
    entries = estate.places.ledger / "entries.txt"
    entries.write_bytes(b"x" + entries.read_bytes()[1:])
    assert (Finding.LEDGER, "ledger/entries.txt") in found(estate)


@pytest.mark.parametrize("name", ["entries.txt", "checkpoint"])
def test_a_missing_half_of_the_ledger_is_named(estate: Folder, name: str) -> None:
    (estate.places.ledger / name).unlink()
    assert (Finding.LEDGER, f"ledger/{name}") in found(estate)


def test_a_ledger_gone_as_a_whole_is_too_short_for_its_releases(estate: Folder) -> None:
    shutil.rmtree(estate.places.ledger)
    assert (Finding.LENGTH, "ledger/entries.txt") in found(estate)
    assert read_ledger_evidence(estate.places.ledger) == Evidence(entries=())


def test_settlements_that_are_missing_damaged_or_of_no_release_are_named(estate: Folder) -> None:
    folder = estate.places.settlements
    (folder / "2026-Q3.json").unlink()
    change(folder / "2026-Q4.json", b'"period": "2026-Q4"', b'"period": "2026-Q2"')
    (folder / "2025-Q1.json").write_bytes(b"{}")
    assert {about for finding, about in found(estate) if finding == Finding.SETTLEMENT} == {
        f"settlements/{period}.json" for period in ("2026-Q3", "2026-Q4", "2025-Q1")
    }


def test_a_record_that_cannot_be_read_is_named_and_missed(estate: Folder) -> None:
    file = next(path for path in sorted(estate.home.register.rglob("*.json")))
    file.write_bytes(b"{")
    findings = {finding for finding, _ in found(estate)}
    assert {Finding.RECORD, Finding.CASE_MISSING} <= findings


def test_an_audit_log_cut_or_changed_is_named(estate: Folder) -> None:
    change(estate.audit.file, b'"by":"sunli"', b'"by":"wangfang"')
    assert {finding for finding, _ in found(estate)} == {Finding.AUDIT, Finding.UNLOGGED}
    estate.audit.file.unlink()
    assert {finding for finding, _ in found(estate)} == {Finding.UNLOGGED}


def test_what_a_crash_left_is_a_note_and_no_damage(estate: Folder) -> None:
    for folder in (estate.places.releases, estate.places.settlements):
        (folder / ".tmp-1-1").write_bytes(b"")
    flaws = verify(read(estate))
    assert {flaw.about for flaw in flaws} == {"releases/.tmp-1-1", "settlements/.tmp-1-1"}
    assert not any(flaw.grave for flaw in flaws)


def test_a_take_down_leaves_a_chain_that_holds(estate: Folder) -> None:
    """The old bytes are gone; their place in the chain, the settlement and the ledger's head still agree."""
    release = read_releases(estate.places.releases)[0].release
    made = compile_takedown(
        estate.materials(Q3, RELEASED_ON[Q1]), release.entries[0].ref, TakeDownReason.IDENTIFIES_PERSON
    )
    assert isinstance(made, Draft)
    publish(
        made,
        SignOff(made.sha256, HANDLER, RELEASED_ON[Q1]),
        places=estate.places,
        audit=estate.audit,
        act=TAKE_DOWN,
    )
    assert not (estate.places.releases / "2026-Q3.json").exists()
    assert len(read(estate).withdrawn) == 1
    assert found(estate) == set()


def test_a_publication_cut_off_is_told_by_its_period(estate: Folder) -> None:
    assert unfinished(estate.places) == ()
    (estate.places.drafts / "2027-Q1").mkdir()
    (estate.places.drafts / "2027-Q1" / "approval.json").write_bytes(b"{}")
    assert unfinished(estate.places) == ("2027-Q1",)


def test_a_third_file_in_the_ledgers_folder_is_named(estate: Folder) -> None:
    shutil.copy(estate.places.ledger / "entries.txt", estate.places.ledger / "entries (1).txt")
    assert found(estate) == {(Finding.LEDGER, "ledger/entries (1).txt")}
