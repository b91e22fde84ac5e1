"""A record of a take-down says what is public and what the log says, or it is named."""

import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from generator.disclosure.drafts.takedown import CONFIRM, TakeDown
from generator.disclosure.releases.findings import Finding, Flaw
from generator.disclosure.releases.releases import ReleasedPeriod, read_releases
from generator.disclosure.review.approval import TAKE_DOWN
from generator.disclosure.review.takedown_verification import verify_takedowns
from register.audit import AuditLine
from register.terms import TakeDownReason
from tests.generator.disclosure.drafts.test_takedown import LATER, first_entry, folder, take_down
from tests.generator.disclosure.estate import Folder

__all__ = ["folder"]

SHE, ANOTHER = "wangfang", "liweidong"


def line(event: str, by: str, about: str, hours: int = 0) -> AuditLine:
    return AuditLine(at=LATER + timedelta(hours=hours), by=by, event=event, about=about, previous="0" * 64)


@dataclass
class Kept:
    """The folder of the records beside what is public, and a log that tells the same."""

    folder: Path
    released: tuple[ReleasedPeriod, ...]
    record: TakeDown

    def write(self, **change: object) -> None:
        data = {**json.loads(self.record.model_dump_json()), **change}
        (self.folder / f"{self.record.ref}.json").write_text(json.dumps(data), encoding="utf-8")

    def flaws(self, *lines: AuditLine) -> list[Flaw]:
        log = lines or (line(TAKE_DOWN.event, SHE, "x"), line(CONFIRM, ANOTHER, self.record.ref, 1))
        return list(verify_takedowns(self.folder, self.released, {one.digest: one for one in log}))


@pytest.fixture
def kept(folder: Folder, tmp_path: Path) -> Kept:
    ref = first_entry(folder).ref
    take_down(folder, ref)
    record = TakeDown(
        ref=ref,
        period="2026-Q3",
        number="2026-000-001-1",
        reason=TakeDownReason.IDENTIFIES_PERSON,
        by=SHE,
        at=LATER,
        due=LATER + timedelta(days=3),
        confirmed_by=ANOTHER,
        confirmed_at=LATER + timedelta(hours=1),
    )
    records = tmp_path / "records"
    records.mkdir()
    kept = Kept(records, tuple(read_releases(folder.places.releases)), record)
    kept.write()
    return kept


def test_what_is_public_and_logged_has_no_flaw(kept: Kept) -> None:
    assert kept.flaws() == []


def test_what_waits_for_a_second_word_has_no_flaw(kept: Kept) -> None:
    kept.write(confirmed_by=None, confirmed_at=None)
    assert kept.flaws() == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"period": "2026-Q2"}, "no sentence"),
        ({"reason": "wrong_facts"}, "no sentence"),
        ({"ref": "00000000"}, "no sentence"),
        ({"by": "sunli"}, "sunli took it down"),
        ({"at": (LATER - timedelta(days=1)).isoformat()}, "took it down"),
        ({"confirmed_by": "sunli"}, "sunli confirmed it"),
        ({"confirmed_by": SHE}, f"{SHE} confirmed it"),
        ({"by": 7}, "is no take-down record"),
    ],
)
def test_a_record_that_says_otherwise_is_named(kept: Kept, change: dict[str, object], said: str) -> None:
    kept.write(**change)
    (flaw,) = kept.flaws()
    assert (flaw.finding, flaw.about) == (Finding.TAKEDOWN, f"takedowns/{kept.record.ref}.json")
    assert said in flaw.detail


def test_her_own_word_logged_twice_confirms_nothing(kept: Kept) -> None:
    kept.write(confirmed_by=SHE)
    ref = kept.record.ref
    (flaw,) = kept.flaws(line(TAKE_DOWN.event, SHE, "x"), line(CONFIRM, SHE, ref, 1))
    assert flaw.finding is Finding.TAKEDOWN


def test_a_record_of_nothing_is_named_and_a_missing_one_is_noted(kept: Kept) -> None:
    (kept.folder / f"{kept.record.ref}.json").rename(kept.folder / "00000000.json")
    assert [(flaw.finding, flaw.about) for flaw in kept.flaws()] == [
        (Finding.TAKEDOWN, "takedowns/00000000.json"),
        (Finding.UNRECORDED, kept.record.ref),
    ]
