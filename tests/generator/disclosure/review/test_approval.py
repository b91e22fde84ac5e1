"""Approving: bound to the exact bytes, by the right person, finished whatever comes, refused where tampered with."""

import contextlib
import stat
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.disclosure.cases.eligibility import CarriedReason
from generator.disclosure.cases.published import digest, to_bytes
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.drafts.drafts import APPROVAL, RELEASE, keep_draft, read_draft
from generator.disclosure.releases import files
from generator.disclosure.releases.ledger import CHECKPOINT, ENTRIES, tree_root
from generator.disclosure.releases.release import Approval
from generator.disclosure.releases.releases import read_releases
from generator.disclosure.review.approval import APPROVERS, ApprovalRefusal, ApprovalRefused, finish, publish
from generator.disclosure.review.evidence import read_evidence
from generator.disclosure.review.verification import verify
from register.audit import AuditLog
from register.errors import RecordDamaged, RegisterError, SettingsRefused, StorageFailed
from register.handling import Actor
from register.index import Index
from register.signoff import SignOff
from register.terms import Role
from tests.factories import HANDLER, MANAGER, REVIEWER
from tests.faulty_disk import faulty_disk
from tests.generator.disclosure.estate import (
    LIVES,
    Q1,
    Q3,
    Q4,
    RELEASED_ON,
    Estate,
    Folder,
    at,
    listable,
    some_cases,
)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    estate = Folder(tmp_path)
    for number in range(1, 8):
        estate.change(listable(estate.open(number)))
    return estate


def refused(folder: Folder, draft: Draft, **change: Any) -> tuple[ApprovalRefusal, ...]:
    values = {"sha256": draft.sha256, "by": REVIEWER, "at": RELEASED_ON[Q3], **change}
    with pytest.raises(ApprovalRefused) as caught:
        publish(draft, SignOff(**values), places=folder.places, audit=folder.audit)
    return caught.value.reasons


class TestPublishing:
    def test_what_is_published_is_what_was_drafted(self, folder: Folder) -> None:
        draft = folder.draft(Q3)
        approval = folder.publish(draft)
        (one,) = read_releases(folder.places.releases)
        assert (one.release, one.approval, one.sha256) == (draft.release, approval, draft.sha256)
        assert (approval.role, approval.published) == ("reviewer", "2026-10-20")

    @pytest.mark.parametrize("role", sorted(APPROVERS))
    def test_everybody_who_may_approve_is_named_by_her_role(self, folder: Folder, role: Role) -> None:
        approval = folder.publish(folder.draft(Q3), Actor("xuemingzhe", role))
        (one,) = read_releases(folder.places.releases)
        assert one.approval == approval
        assert approval.role == role.value

    def test_the_audit_chain_holds_the_digest_and_the_account(self, folder: Folder) -> None:
        approval = folder.publish(folder.draft(Q3), MANAGER)
        (line,) = folder.audit.lines()
        assert (line.event, line.about, line.by) == ("approve_release", approval.sha256, "liweidong")
        assert approval.audit == digest(folder.audit.file.read_bytes().splitlines()[0])

    def test_the_ledger_grows_by_the_cases_registered(self, folder: Folder) -> None:
        draft = folder.draft(Q3)
        folder.publish(draft)
        entries = (folder.places.ledger / ENTRIES).read_text().splitlines()
        assert entries == sorted(draft.batch)
        assert tree_root(entries) == draft.release.ledger.root
        assert (folder.places.ledger / CHECKPOINT).read_text().splitlines()[:2] == [
            "cuihu.example/ledger",
            "7",
        ]

    def test_settlements_are_private_and_releases_public(self, folder: Folder) -> None:
        folder.publish(folder.draft(Q3))
        modes = {
            path.name: stat.S_IMODE(path.stat().st_mode)
            for place in (folder.places.settlements, folder.places.releases)
            for path in place.iterdir()
        }
        assert stat.S_IMODE((folder.places.settlements / "2026-Q3.json").stat().st_mode) == 0o600
        assert modes["2026-Q3.approval.json"] == 0o644

    def test_the_draft_is_gone_and_a_second_word_changes_nothing(self, folder: Folder) -> None:
        draft = folder.draft(Q3)
        keep_draft(folder.places.drafts, draft)
        first = folder.publish(draft)
        before = folder.files()
        assert read_draft(folder.places.drafts, "2026-Q3") is None
        assert folder.publish(draft) == first
        assert folder.files() == before
        assert len(list(folder.audit.lines())) == 1


class TestRefused:
    def test_other_bytes_than_were_shown(self, folder: Folder) -> None:
        draft = folder.draft(Q3)
        assert refused(folder, draft, sha256="0" * 64) == (ApprovalRefusal.OTHER_BYTES,)
        assert not folder.files()

    @pytest.mark.parametrize("by", [HANDLER, Actor("resident", None)])
    def test_a_role_that_may_not(self, folder: Folder, by: Actor) -> None:
        assert refused(folder, folder.draft(Q3), by=by) == (ApprovalRefusal.ROLE,)
        assert not list(folder.audit.lines())

    def test_everything_at_once(self, folder: Folder) -> None:
        draft = replace(folder.draft(Q3), batch=())
        reasons = refused(folder, draft, sha256="0" * 64, by=HANDLER)
        assert reasons == (
            ApprovalRefusal.OTHER_BYTES,
            ApprovalRefusal.ROLE,
            ApprovalRefusal.INCOHERENT,
            ApprovalRefusal.LEDGER_DIFFERS,
        )

    def test_another_draft_of_a_released_period(self, folder: Folder) -> None:
        first, second = folder.draft(Q3), folder.draft(Q3)
        assert first.sha256 != second.sha256
        folder.publish(first)
        assert refused(folder, second) == (
            ApprovalRefusal.ALREADY_RELEASED,
            ApprovalRefusal.NOT_NEXT,
            ApprovalRefusal.LEDGER_DIFFERS,
        )

    def test_a_draft_that_does_not_follow_the_latest_release(self, folder: Folder, tmp_path: Path) -> None:
        other = Estate(some_cases(6))
        other.release(Q3)
        draft = other.draft(Q4)
        assert ApprovalRefusal.NOT_NEXT in refused(folder, draft)

    @pytest.mark.parametrize("part", ["data", "settlement", "release"])
    def test_parts_that_do_not_belong_together(self, folder: Folder, part: str) -> None:
        first, second = folder.draft(Q3), folder.draft(Q3)
        mixed = replace(first, **{part: getattr(second, part)})
        assert ApprovalRefusal.INCOHERENT in refused(folder, mixed, sha256=mixed.sha256)


class Crash(BaseException):
    """The program is gone; no handler runs."""


def published(tmp_path: Path, name: str) -> tuple[Folder, Draft]:
    home = tmp_path / name
    home.mkdir()
    folder = Folder(home)
    for number in range(1, 7):
        folder.change(listable(folder.open(number)))
    return folder, folder.draft(Q3)


class TestCrashes:
    @pytest.mark.parametrize("after", [False, True])
    def test_a_crash_at_any_write_is_taken_up_where_it_came(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bool
    ) -> None:
        whole, draft = published(tmp_path, "whole")
        whole.publish(draft)
        for number in range(1, 30):
            folder, draft = published(tmp_path, f"{number}-{after}")
            with monkeypatch.context() as patch:
                left = count_down(patch, number, after)
                try:
                    folder.publish(draft)
                except Crash:
                    pass
                else:
                    break
            assert left[0] == 0
            finish(folder.places)
            folder.publish(draft)
            assert folder.files() == whole.files()
            assert len(list(folder.audit.lines())) <= 2
        assert number > 8

    def test_a_failing_disk_is_told_and_the_next_try_finishes(self, tmp_path: Path) -> None:
        whole, draft = published(tmp_path, "whole")
        whole.publish(draft)
        for fault in range(1, 400, 7):
            folder, draft = published(tmp_path, str(fault))
            with faulty_disk(fault) as disk, contextlib.suppress(RegisterError, OSError):
                folder.publish(draft)
            folder.publish(draft)
            assert folder.files() == whole.files()
            if not disk.failed():
                break
        assert not disk.failed()

    def test_what_was_approved_is_finished_before_anything_else(self, tmp_path: Path) -> None:
        folder, draft = published(tmp_path, "a")
        with pytest.MonkeyPatch.context() as patch:
            count_down(patch, 7, after=False)
            with pytest.raises(Crash):
                folder.publish(draft)
        assert not (folder.places.releases / "2026-Q3.approval.json").exists()
        assert finish(folder.places) == ("2026-Q3",)
        assert finish(folder.places) == ()
        assert [one.sha256 for one in read_releases(folder.places.releases)] == [draft.sha256]

    def test_a_line_in_the_audit_chain_is_used_again(self, tmp_path: Path) -> None:
        folder, draft = published(tmp_path, "a")
        folder.audit.append(at=RELEASED_ON[Q3], by="somebody", event="look", about="2026-Q3")
        line = folder.audit.append(
            at=RELEASED_ON[Q3], by=REVIEWER.account, event="approve_release", about=draft.sha256
        )
        given = folder.publish(draft, now=RELEASED_ON[Q4])
        assert (given.audit, given.published) == (line, "2026-10-20"), "her word is of the day she gave it"


def count_down(patch: pytest.MonkeyPatch, number: int, after: bool) -> list[int]:
    """Let the program vanish before, or after, its write number `number`."""
    left = [number]

    def wrap(real: Any) -> Any:
        def write(*arguments: Any) -> None:
            left[0] -= 1
            if not left[0] and not after:
                raise Crash
            real(*arguments)
            if not left[0] and after:
                raise Crash

        return write

    for name in ("create_once", "replace", "remove_folder"):
        patch.setattr(files, name, wrap(getattr(files, name)))
    append = AuditLog.append

    def audited(self: AuditLog, **values: Any) -> str:
        digests: list[str] = []
        wrap(lambda: digests.append(append(self, **values)))()
        return digests[0]

    patch.setattr(AuditLog, "append", audited)
    return left


class TestTampering:
    @pytest.fixture
    def done(self, folder: Folder) -> Folder:
        folder.publish(folder.draft(Q3))
        return folder

    def test_a_release(self, done: Folder) -> None:
        file = done.places.releases / "2026-Q3.json"
        file.write_bytes(file.read_bytes().replace(b"2026-09-30", b"2026-09-29"))
        with pytest.raises(SettingsRefused, match=r"2026-Q3.approval.json: .*the release was changed"):
            done.materials(Q4)

    def test_an_approval(self, done: Folder) -> None:
        file = done.places.releases / "2026-Q3.approval.json"
        file.write_bytes(file.read_bytes().replace(b"2026-Q3", b"2026-Q2"))
        with pytest.raises(SettingsRefused, match=r"2026-Q3.approval.json: period"):
            done.materials(Q4)

    def test_a_settlement(self, done: Folder) -> None:
        file = done.places.settlements / "2026-Q3.json"
        file.write_bytes(file.read_bytes().replace(b"hygiene", b"parking", 1))
        with pytest.raises(RecordDamaged, match=r"2026-Q3.json: groups the cases"):
            done.materials(Q4)

    def test_the_ledger(self, done: Folder) -> None:
        file = done.places.ledger / ENTRIES
        file.write_bytes(b"".join(sorted(file.read_bytes().splitlines(True), reverse=True)))
        with pytest.raises(RecordDamaged, match=r"entries.txt: the first 7 entries"):
            done.materials(Q4)

    def test_an_approved_draft_whose_bytes_were_changed(self, tmp_path: Path) -> None:
        folder = self.half_published(tmp_path)
        file = folder.places.drafts / "2026-Q3" / RELEASE
        file.write_bytes(file.read_bytes().replace(b"2026-09-30", b"2026-09-29"))
        with pytest.raises(RecordDamaged, match=r"drafts/2026-Q3/approval.json: approves other bytes"):
            finish(folder.places)

    def test_an_approval_beside_a_draft_that_cannot_be_read(self, tmp_path: Path) -> None:
        folder = self.half_published(tmp_path)
        (folder.places.drafts / "2026-Q3" / APPROVAL).write_bytes(b"{}")
        with pytest.raises(RecordDamaged, match=r"drafts/2026-Q3/approval.json: what it approves"):
            finish(folder.places)

    def test_a_ledger_that_does_not_grow_into_the_approved_head(self, tmp_path: Path) -> None:
        folder = self.half_published(tmp_path)
        folder.places.ledger.mkdir(parents=True)
        (folder.places.ledger / ENTRIES).write_text("0" * 96 + "\n")
        with pytest.raises(RecordDamaged, match=r"entries.txt: does not grow"):
            finish(folder.places)

    def test_a_draft_that_nobody_signed_for(self, tmp_path: Path) -> None:
        """Whoever can write the folder writes an approval beside a draft; no line of the log says so."""
        folder, draft = published(tmp_path, "planted")
        keep_draft(folder.places.drafts, draft)
        line = folder.audit.append(at=RELEASED_ON[Q3], by="somebody", event="look", about="2026-Q3")
        for audit in ("0" * 64, line):
            approval = Approval(
                period="2026-Q3", revision=1, sha256=draft.sha256, published="2026-10-20", role="manager", audit=audit
            )  # fmt: skip
            (folder.places.drafts / "2026-Q3" / APPROVAL).write_bytes(to_bytes(approval))
            with pytest.raises(RecordDamaged, match=r"drafts/2026-Q3/approval.json: is not in the audit log"):
                finish(folder.places)
        assert not folder.places.releases.exists()

    @pytest.mark.parametrize("part", ["settlement.json", "batch.txt", "draft.json"])
    def test_a_part_of_an_approved_draft(self, tmp_path: Path, part: str) -> None:
        """All of it is looked at before any of it is written, and it is still there afterwards."""
        folder = self.half_published(tmp_path)
        file = folder.places.drafts / "2026-Q3" / part
        file.write_bytes(file.read_bytes()[:-20])
        before = folder.files()
        with pytest.raises(RecordDamaged, match="drafts/2026-Q3"):
            finish(folder.places)
        assert folder.files() == before

    def test_an_approval_of_another_revision(self, tmp_path: Path) -> None:
        folder = self.half_published(tmp_path)
        file = folder.places.drafts / "2026-Q3" / APPROVAL
        file.write_bytes(file.read_bytes().replace(b'"revision": 1', b'"revision": 2'))
        with pytest.raises(RecordDamaged, match=r"approval.json: is not of the draft"):
            finish(folder.places)

    def half_published(self, tmp_path: Path) -> Folder:
        """Stopped before the first file after the approval."""
        folder, draft = published(tmp_path, "half")
        with pytest.MonkeyPatch.context() as patch:
            count_down(patch, 7, after=False)
            with pytest.raises(Crash):
                folder.publish(draft)
        assert not folder.places.settlements.exists()
        return folder


def test_a_first_quarter_in_which_nobody_complained_is_published_like_any_other(folder: Folder) -> None:
    """Its ledger has no line, and is there: the next quarter grows from it."""
    empty = Folder(folder.home.folder.parent / "quiet")
    empty.publish(empty.draft(Q3))
    assert (empty.places.ledger / ENTRIES).read_bytes() == b""
    assert verify(read_evidence(empty.places, empty.audit, Index(empty.store).holdings())) == ()
    empty.publish(empty.draft(Q4))
    assert len(read_releases(empty.places.releases)) == 2


def test_a_full_disk_is_named(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = folder.draft(Q3)

    def full(*arguments: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StorageFailed, match="ENOSPC"):
        folder.publish(draft)


def test_three_quarters_through_the_real_store(tmp_path: Path) -> None:
    """Cases open, answered, listed and withdrawn, entered quarter by quarter; the balance is carried over."""
    folder = Folder(tmp_path)
    first = [folder.open(number) for number in range(1, 13)]
    for case in first[:8]:
        folder.change(listable(case))
    folder.change(LIVES["withdrawn"](first[8]))
    folder.change(LIVES["no_summary"](first[9]))
    q3 = folder.draft(Q3)
    folder.publish(q3)
    folder.change(listable(first[10]))
    second = [folder.open(20 + number, received=at(11, 2)) for number in range(6)]
    q4 = folder.draft(Q4)
    folder.publish(q4, MANAGER)
    for case in second:
        folder.change(listable(case))
    q1 = folder.draft(Q1)
    folder.publish(q1)
    balances = [draft.release.balance for draft in (q3, q4, q1)]
    assert [(b.carried_in, b.received, b.listed, b.counted, b.left_over) for b in balances] == [
        (0, 12, 8, 1, 3),
        (3, 6, 1, 0, 8),
        (8, 0, 6, 0, 2),
    ]
    assert {entry.period for entry in q1.release.entries} == {"2026-Q4"}
    assert q1.release.ledger == q4.release.ledger.model_copy(update={"batch": 0})
    chain = read_releases(folder.places.releases)
    assert [one.release.previous for one in chain] == [None, chain[0].sha256, chain[1].sha256]
    assert [dict(draft.held)[first[9].number] for draft in (q3, q4, q1)] == [CarriedReason.NO_SUMMARY] * 3
