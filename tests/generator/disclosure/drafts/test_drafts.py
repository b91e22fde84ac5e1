"""Drafts: kept privately until approved, whole or not at all; and what they say in words."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.disclosure.cases.eligibility import CarriedReason
from generator.disclosure.drafts.correction import compile_correction, published_reason
from generator.disclosure.drafts.draft import Draft, Refused
from generator.disclosure.drafts.drafts import BATCH, NOTES, RELEASE, SETTLEMENT, keep_draft, read_draft
from generator.disclosure.drafts.takedown import TakeDown
from generator.disclosure.releases.release import Correction
from generator.disclosure.releases.schedule import Against, ReleaseRefusal
from generator.disclosure.review.approval import ApprovalRefusal, ApprovalRefused
from generator.disclosure.review.report import (
    correction_report,
    held_cases,
    refusals_in_words,
    report,
    takedown_line,
)
from register.errors import RecordDamaged
from register.stored import Stored
from register.terms import CorrectionReason, Language, Matter, Step, TakeDownReason
from register.wording import Wording, load_wording
from tests.factories import step
from tests.generator.disclosure.estate import LIVES, Q3, Q4, Estate, at, opened, some_cases, spread


def a_draft(seed: int = 1) -> Draft:
    lives = ("withdrawn", "withheld", "no_summary", "objected", "received")
    others = [LIVES[life](opened(80 + i)) for i, life in enumerate(lives)]
    return Estate([*spread({Matter.HYGIENE: 7, Matter.NOISE: 2}), *others], seed=seed).draft(Q3)


@pytest.fixture(scope="module")
def wording() -> Wording:
    return load_wording("terms", "release")


class TestKeeping:
    def test_a_draft_comes_back_as_it_was(self, tmp_path: Path) -> None:
        draft = a_draft()
        keep_draft(tmp_path, draft)
        assert read_draft(tmp_path, "2026-Q3") == draft

    def test_a_newer_draft_takes_its_place(self, tmp_path: Path) -> None:
        keep_draft(tmp_path, a_draft())
        keep_draft(tmp_path, a_draft(seed=2))
        assert read_draft(tmp_path, "2026-Q3") == a_draft(seed=2)

    def test_where_none_is_kept_there_is_none(self, tmp_path: Path) -> None:
        assert read_draft(tmp_path, "2026-Q3") is None

    def test_nobody_else_can_read_it(self, tmp_path: Path) -> None:
        keep_draft(tmp_path / "drafts", a_draft())
        kept = [tmp_path / "drafts", *(tmp_path / "drafts").rglob("*")]
        assert {path.stat().st_mode & 0o077 for path in kept} == {0}

    @pytest.mark.parametrize("name", [RELEASE, SETTLEMENT, BATCH, NOTES])
    def test_a_draft_half_replaced_is_made_anew(self, tmp_path: Path, name: str) -> None:
        keep_draft(tmp_path / "a", a_draft())
        keep_draft(tmp_path / "b", Estate(some_cases(6), seed=3).draft(Q3))
        part = tmp_path / "b" / "2026-Q3" / name
        (tmp_path / "a" / "2026-Q3" / name).write_bytes(part.read_bytes())
        with pytest.raises(RecordDamaged, match=r"drafts/2026-Q3: .*make the draft anew"):
            read_draft(tmp_path / "a", "2026-Q3")

    @pytest.mark.parametrize("name", [RELEASE, SETTLEMENT, BATCH, NOTES])
    @pytest.mark.parametrize("data", [b"", b"{", b"{}", b"\xff"])
    def test_a_damaged_part_is_made_anew(self, tmp_path: Path, name: str, data: bytes) -> None:
        keep_draft(tmp_path, a_draft())
        (tmp_path / "2026-Q3" / name).write_bytes(data)
        with pytest.raises(RecordDamaged, match=r"drafts/2026-Q3: .*make the draft anew"):
            read_draft(tmp_path, "2026-Q3")

    def test_a_missing_part_is_made_anew(self, tmp_path: Path) -> None:
        keep_draft(tmp_path, a_draft())
        (tmp_path / "2026-Q3" / RELEASE).unlink()
        with pytest.raises(RecordDamaged):
            read_draft(tmp_path, "2026-Q3")

    def test_release_bytes_in_another_spelling_are_none(self, tmp_path: Path) -> None:
        keep_draft(tmp_path, a_draft())
        file = tmp_path / "2026-Q3" / RELEASE
        file.write_bytes(file.read_bytes().replace(b"\n", b"\n "))
        with pytest.raises(RecordDamaged):
            read_draft(tmp_path, "2026-Q3")


class TestReport:
    def test_it_says_what_it_holds(self, wording: Wording) -> None:
        lines = report(a_draft(), wording, Language.ZH)
        assert lines[0] == "2026-Q3 公示草稿，数据截至 2026-09-30"
        assert lines[1] == "上期结转 0 件，本期登记 14 件。"
        assert lines[2] == "逐件公开 9 件，只计数 2 件，不公开 1 件，结转下期 2 件。"
        assert lines[3] == "其他：登记 14 件，本次逐件公开 9 件"

    def test_it_names_every_case_held_back_and_why(self, wording: Wording) -> None:
        draft = a_draft()
        lines = "\n".join(report(draft, wording, "en"))
        for number, reason in draft.held:
            assert f"Carried on, {wording.term(reason, 'en')} (1): {number}" in lines
        assert "Counted only, The resident objected (1): " in lines
        assert "Withheld, Privacy cannot be protected (1): " in lines
        assert draft.sha256 in lines

    def test_it_tells_of_too_few_and_of_earlier_cases(self, wording: Wording) -> None:
        late = LIVES["late_closing"](opened(99, received=at(8, 1)))
        _, second = Estate([*some_cases(6), late]).release(Q3, Q4)
        lines = report(second, wording, "en")
        assert (
            "Fewer than 5 cases were registered, or fewer than 5 homes sent them; nothing is shown by matter."
            in lines
        )
        assert "Registered earlier, listed now: 1" in lines

    def test_several_cases_of_one_reason_stand_together(self, wording: Wording) -> None:
        draft = Estate([*some_cases(5), *some_cases(3, "no_summary", 50)]).draft(Q3)
        numbers = "、".join(sorted(number for number, _ in draft.held))
        assert f"结转，尚未拟写公开摘要（3 件）：{numbers}" in report(draft, wording, "zh")

    def test_held_cases_have_their_reason_in_words(self, wording: Wording) -> None:
        draft = a_draft()
        assert dict(held_cases(draft, wording, "zh")) == {
            number: wording.term(reason, "zh") for number, reason in draft.held
        }

    def test_refusals_say_what_to_do(self, wording: Wording) -> None:
        refused = Refused("2026-Q4", (Against(ReleaseRefusal.EARLIER_MISSING, "2026-Q3"),))
        assert refusals_in_words(refused, wording, "en") == (
            "Release 2026-Q3 first; periods follow one another without gaps.",
        )
        unapproved = ApprovalRefused("2026-Q4", (ApprovalRefusal.ROLE,))
        assert refusals_in_words(unapproved, wording, "zh") == (
            "只有审核（监督岗）、外部审核或项目经理可以批准公示。",
        )

    @pytest.mark.parametrize("vocabulary", [CarriedReason, ReleaseRefusal, ApprovalRefusal])
    def test_every_code_has_its_words(self, vocabulary: type[CarriedReason], wording: Wording) -> None:
        for language in Language:
            assert all(wording.term(code, language) for code in vocabulary)
            assert set(wording.section(vocabulary.__name__.lower(), language)) == set(vocabulary)


def test_the_report_names_the_tables_and_the_audit() -> None:
    lines = report(Estate(some_cases(12)).draft(Q3), load_wording("terms", "release"), "en")
    assert "By channel: published, 0 counts hidden" in lines
    assert "By matter and channel: too few cases, not published" in lines
    few = report(Estate(some_cases(3)).draft(Q3), load_wording("terms", "release"), "en")
    assert "By channel: too few cases, not published" in few
    assert any("no count under 5 can be worked out" in line for line in lines)


def test_the_report_of_a_correction_says_old_and_new_and_what_waits() -> None:
    estate = Estate([*some_cases(12), opened(90)])
    estate.release(Q3)
    late = step(opened(90), Step.ACKNOWLEDGE)
    materials = estate.materials(Q3)
    materials.holdings.cases[late.number] = Stored(late, "-")
    made = compile_correction(materials, CorrectionReason.STEP_NOTED_LATE)
    assert isinstance(made, Draft)
    lines = correction_report(made, load_wording("terms", "release", "measures"), "en")
    assert lines[0] == "2026-Q3, revision 2 (correction)"
    assert "Acknowledged on time: 12/13 → 13/13" in lines
    waiting = made.release.model_copy(
        update={
            "corrections": (
                Correction(
                    what="pending/pause",
                    old="-",
                    new=None,
                    why=published_reason(CorrectionReason.STEP_NOTED_LATE),
                ),
            )
        }
    )
    said = correction_report(
        replace(made, release=waiting), load_wording("terms", "release", "measures"), "en"
    )
    assert "moved by fewer than 5" in said[1]


def test_a_take_down_is_told_with_its_state() -> None:
    one = TakeDown(
        ref="7QKX2M9D", period="2026-Q3", number="-", reason=TakeDownReason.WRONG_FACTS,
        by="wangfang", at=at(10, 20), due=at(10, 21),
    )  # fmt: skip
    line = takedown_line(one, at(10, 22), load_wording("terms", "release"), "en")
    assert line.startswith("7QKX2M9D (2026-Q3): ")
    assert "not confirmed in time" in line
