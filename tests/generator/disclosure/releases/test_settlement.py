"""Settlements: the private record of a release, refused by name where it does not agree with it."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.disclosure.releases.settlement import (
    Settlement,
    disagreement,
    parse_settlement,
    read_settlements,
    settlement_name,
)
from register.errors import RecordDamaged
from register.records import to_bytes
from register.terms import Disclosure, Matter
from tests.generator.disclosure.estate import LIVES, Q3, Estate, opened, released, some_cases
from tests.generator.disclosure.sample import a_settlement

GOLDEN = Path(__file__).resolve().parents[3] / "golden" / "settlement.json"


def test_a_settlement_is_written_as_it_is_for_ever() -> None:
    assert to_bytes(a_settlement()) == GOLDEN.read_bytes()
    assert parse_settlement("2026-Q3.json", GOLDEN.read_bytes()) == a_settlement()


@pytest.mark.parametrize(
    "settled",
    [
        {"disposition": "listed"},
        {"disposition": "listed", "ref": "7QKX2M9D", "reason": "withdrawn"},
        {"disposition": "counted"},
        {"disposition": "counted", "reason": "withdrawn", "ref": "7QKX2M9D"},
        {"disposition": "counted", "reason": "spam"},
        {"disposition": "withheld", "reason": "withdrawn"},
        {"disposition": "pending", "reason": "open"},
    ],
)
def test_a_case_is_settled_in_one_way_and_for_its_reason(settled: dict[str, str]) -> None:
    record = a_settlement().model_dump(mode="json")
    record["settled"]["2026-483-901-7"] = settled
    with pytest.raises(RecordDamaged, match=r"2026-Q3.json: is not a settlement"):
        parse_settlement("2026-Q3.json", json.dumps(record).encode())


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b'{"a":1,"a":2}'])
def test_what_is_no_settlement_is_refused(data: bytes) -> None:
    with pytest.raises(RecordDamaged, match="is not a settlement"):
        parse_settlement("2026-Q3.json", data)


def test_another_spelling_was_changed_by_hand() -> None:
    with pytest.raises(RecordDamaged, match="changed by hand"):
        parse_settlement("2026-Q3.json", GOLDEN.read_bytes() + b"\n")


class TestAgreement:
    DRAFT = Estate([*some_cases(6), LIVES["withdrawn"](opened(90)), LIVES["withheld"](opened(91))]).draft(Q3)

    def forged(self, **change: Any) -> str | None:
        return disagreement(
            self.DRAFT.settlement.model_copy(update=change), self.DRAFT.release, self.DRAFT.sha256
        )

    def moved(self, number: str, **change: Any) -> dict[str, Any]:
        settled = self.DRAFT.settlement.settled
        return {**settled, number: settled[number].model_copy(update=change)}

    def number(self, disposition: Disclosure) -> str:
        settled = self.DRAFT.settlement.settled
        return next(number for number, one in settled.items() if one.disposition == disposition)

    def test_a_settlement_agrees_with_its_release(self) -> None:
        assert disagreement(self.DRAFT.settlement, self.DRAFT.release, self.DRAFT.sha256) is None

    def test_another_release(self) -> None:
        assert self.forged(release="0" * 64) == self.forged(period="2026-Q4") == "belongs to another release"

    def test_a_case_less(self) -> None:
        registered = dict(list(self.DRAFT.settlement.registered.items())[1:])
        assert self.forged(registered=registered) == "registers other cases than its release counts"

    def test_another_group(self) -> None:
        registered = {**self.DRAFT.settlement.registered, self.number(Disclosure.LISTED): Matter.NOISE}
        assert "groups the cases in another way" in str(self.forged(registered=registered))

    def test_another_reference(self) -> None:
        settled = self.moved(self.number(Disclosure.LISTED), ref="00000000")
        assert self.forged(settled=settled) == "lists other references than its release"

    def test_another_disposition(self) -> None:
        settled = self.moved(self.number(Disclosure.COUNTED), disposition=Disclosure.WITHHELD, reason="spam")
        assert "counts another number" in str(self.forged(settled=settled))
        settled = dict(self.DRAFT.settlement.settled)
        del settled[self.number(Disclosure.WITHHELD)]
        assert "withholds another number" in str(self.forged(settled=settled))


class TestReading:
    DRAFT = TestAgreement.DRAFT

    def read(self, folder: Path) -> tuple[Settlement, ...]:
        revision = released(self.DRAFT)
        corrected = revision.release.model_copy(update={"revision": 2})
        other = type(revision)(corrected, revision.approval, revision.sha256, "2026-Q3.r2.json")
        return read_settlements(folder, (revision, other))

    def test_each_period_has_one_whatever_was_revised(self, tmp_path: Path) -> None:
        (tmp_path / settlement_name("2026-Q3")).write_bytes(to_bytes(self.DRAFT.settlement))
        assert self.read(tmp_path) == (self.DRAFT.settlement,)

    def test_a_missing_one_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(RecordDamaged, match=r"2026-Q3.json: .* restore it"):
            self.read(tmp_path)

    def test_one_of_another_release_is_named(self, tmp_path: Path) -> None:
        forged = self.DRAFT.settlement.model_copy(update={"release": "0" * 64})
        (tmp_path / "2026-Q3.json").write_bytes(to_bytes(forged))
        with pytest.raises(RecordDamaged, match=r"2026-Q3.json: belongs to another release"):
            self.read(tmp_path)
