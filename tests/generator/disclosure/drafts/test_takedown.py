"""Take-down: the sentence is gone at once, the chain still holds, and a second person confirms."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from generator.disclosure.cases.listed import Entry, Tombstone
from generator.disclosure.cases.published import Summary, digest, to_bytes
from generator.disclosure.drafts.correction import compile_correction
from generator.disclosure.drafts.draft import Draft, Refused
from generator.disclosure.drafts.drafts import APPROVAL
from generator.disclosure.drafts.revision import latest_of, revise
from generator.disclosure.drafts.salt import salted
from generator.disclosure.drafts.takedown import (
    ConfirmationRefusal,
    ConfirmationRefused,
    TakeDownState,
    compile_takedown,
    confirm,
    read_takedown,
    read_takedowns,
    record_takedown,
    tombstone_of,
)
from generator.disclosure.releases import files
from generator.disclosure.releases.release import Correction, Release, Withdrawn
from generator.disclosure.releases.releases import read_chain, read_releases
from generator.disclosure.releases.schedule import Against, ReleaseRefusal
from generator.disclosure.releases.settlement import read_settlements
from generator.disclosure.review import approval
from generator.disclosure.review.approval import finish, publish
from register.errors import RecordDamaged, SettingsRefused, StorageFailed
from register.handling import Actor
from register.settings import ZONE
from register.signoff import SignOff
from register.terms import CorrectionReason, Matter, TakeDownReason
from tests import factories
from tests.factories import HANDLER, KEYS, MANAGER, REVIEWER
from tests.generator.disclosure.estate import Q1, Q3, Q4, RELEASED_ON, Folder, listable

IDENTIFIES = TakeDownReason.IDENTIFIES_PERSON
LATER = RELEASED_ON[Q4]
WHY = Summary(zh="漏记一件。")
SENTENCE = "楼道垃圾清运不及时"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    for number in range(6):
        folder.change(listable(folder.open(number)))
    folder.publish(folder.draft(Q3))
    return folder


def first_entry(folder: Folder) -> Entry:
    return read_releases(folder.places.releases)[-1].release.entries[0]


def take_down(folder: Folder, ref: str, by=HANDLER) -> Draft:
    draft = compile_takedown(folder.materials(Q3, LATER), ref, IDENTIFIES)
    assert isinstance(draft, Draft), draft
    publish(
        draft,
        SignOff(draft.sha256, by, LATER),
        places=folder.places,
        audit=folder.audit,
        act=approval.TAKE_DOWN,
    )
    return draft


def test_the_entry_gives_way_to_a_tombstone_and_nothing_else_moves(folder: Folder) -> None:
    entry, before = first_entry(folder), read_releases(folder.places.releases)[0].release
    after = take_down(folder, entry.ref).release
    assert after.tombstones == (Tombstone(ref=entry.ref, period="2026-Q3", reason=IDENTIFIES),)
    assert after.entries == before.entries[1:]
    same = {"balance", "performance", "figures", "groups", "ledger"}
    assert all(getattr(before, name) == getattr(after, name) for name in same)


def test_the_old_bytes_are_gone_and_the_chain_still_holds(folder: Folder) -> None:
    entry = first_entry(folder)
    old = read_releases(folder.places.releases)[0]
    draft = take_down(folder, entry.ref)
    held = [path for path, data in folder.files().items() if entry.ref.encode() in data]
    assert sorted(Path(path).name for path in held) == ["2026-Q3.json", "2026-Q3.r2.json"]
    assert not (folder.places.releases / "2026-Q3.json").exists()
    chain = read_chain(folder.places.releases)
    assert [link.sha256 for link in chain.links] == [old.sha256, draft.sha256]
    assert chain.withdrawn == {old.sha256}
    assert [one.first for one in chain.released] == [old.sha256]
    assert [one.begun for one in chain.released] == [old.approval]


def test_what_stays_in_public_tells_nobody_whether_she_guessed_the_sentence(folder: Folder) -> None:
    """The reader has the entry's codes and its very sentence, the next revision and the SHA-256 that stayed."""
    entry = first_entry(folder)
    after = take_down(folder, entry.ref).release
    stayed = next(
        link for link in read_chain(folder.places.releases).links if isinstance(link.content, Withdrawn)
    )
    entries = tuple(
        sorted((entry, *after.entries), key=lambda one: (list(Matter).index(one.matter), one.ref))
    )
    guessed = after.model_copy(
        update={
            "revision": 1,
            "previous": stayed.content.previous,
            "entries": entries,
            "tombstones": (),
        }
    )
    salts = (None, after.salt, "0" * 64)
    tried = {digest(to_bytes(guessed.model_copy(update={"salt": salt}))) for salt in salts}
    assert stayed.sha256 not in tried
    assert stayed.sha256 == digest(to_bytes(salted(guessed, KEYS))), "all but the salt was guessed"
    assert after.salt not in {None, salted(guessed, KEYS).salt}, "the next revision has its own"


def test_what_follows_is_released_and_read_as_ever(folder: Folder) -> None:
    take_down(folder, first_entry(folder).ref)
    folder.publish(folder.draft(Q4))
    released = read_releases(folder.places.releases)
    assert [one.is_takedown for one in released] == [True, False]
    assert [(one.release.period, one.release.revision) for one in released] == [
        ("2026-Q3", 2),
        ("2026-Q4", 1),
    ]
    assert [one.period for one in read_settlements(folder.places.settlements, released)] == [
        "2026-Q3",
        "2026-Q4",
    ]
    assert folder.draft(Q1, RELEASED_ON[Q1]).release.balance.carried_in == 0


def test_a_take_down_explains_no_revision_that_is_missing_after_it(folder: Folder) -> None:
    """Its tombstone stands in every later revision too: whoever calls one of those withdrawn hides what it corrected."""
    take_down(folder, first_entry(folder).ref)
    for count in ("13", "14"):
        correct(folder, Correction(what="received/2026-07/complaint", old="12", new=count, why=WHY))
    releases = folder.places.releases
    release = Release.model_validate_json(data := (releases / "2026-Q3.r3.json").read_bytes())
    gone = Withdrawn(period="2026-Q3", revision=3, sha256=digest(data), previous=release.previous)
    (releases / "2026-Q3.r3.withdrawn.json").write_bytes(to_bytes(gone))
    (releases / "2026-Q3.r3.json").unlink()
    with pytest.raises(SettingsRefused, match=r"2026-Q3\.r3\.withdrawn\.json.*no later revision says"):
        read_chain(releases)


def correct(folder: Folder, correction: Correction) -> None:
    materials = folder.materials(Q3, LATER)
    latest = latest_of(materials)
    assert latest is not None
    draft = revise(latest.release, materials, corrections=(correction,))
    signed = SignOff(draft.sha256, MANAGER, LATER)
    publish(draft, signed, places=folder.places, audit=folder.audit, act=approval.CORRECT)


def test_a_second_entry_and_a_correction_keep_the_first_tombstone(folder: Folder) -> None:
    first = first_entry(folder)
    take_down(folder, first.ref)
    second = first_entry(folder)
    take_down(folder, second.ref, by=MANAGER)
    chain = read_chain(folder.places.releases)
    assert len(chain.withdrawn) == 2
    (one,) = chain.released
    assert {stone.ref for stone in one.release.tombstones} == {first.ref, second.ref}
    folder.open(50)  # noted late: changes nothing here
    made = compile_correction(folder.materials(Q3, LATER), CorrectionReason.STEP_NOTED_LATE)
    assert not isinstance(made, Draft)


def test_a_revision_that_never_held_the_sentence_stays(folder: Folder) -> None:
    first = first_entry(folder)
    take_down(folder, first.ref)
    kept = {path: data for path, data in folder.files().items() if "r2" in path}
    assert SENTENCE in kept["content/releases/2026-Q3.r2.json"].decode()


@pytest.mark.parametrize("ref", ["00000000", "ZZZZZZZZ"])
def test_what_is_not_listed_cannot_be_taken_down(folder: Folder, ref: str) -> None:
    assert compile_takedown(folder.materials(Q3, LATER), ref, IDENTIFIES) == not_listed(ref)


def not_listed(ref: str) -> Refused:
    return Refused("2026-Q3", (Against(ReleaseRefusal.NOT_LISTED, ref),))


def test_what_is_down_already_or_listed_elsewhere_is_refused(folder: Folder) -> None:
    ref = first_entry(folder).ref
    elsewhere = compile_takedown(folder.materials(Q4, LATER), ref, IDENTIFIES)
    assert isinstance(elsewhere, Refused)
    take_down(folder, ref)
    assert compile_takedown(folder.materials(Q3, LATER), ref, IDENTIFIES) == not_listed(ref)
    assert tombstone_of(read_releases(folder.places.releases), "00000000") is None


WRITES: tuple[str, ...] = ("create_once", "remove_file", "remove_folder", "replace")


@pytest.mark.parametrize("name", WRITES)
@pytest.mark.parametrize("count", range(1, 7))
def test_a_crash_at_any_write_leaves_it_undecided_or_finishes_it(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, name: str, count: int
) -> None:
    entry = first_entry(folder)
    crash = crashing(getattr(files, name), count)
    with monkeypatch.context() as broken:
        broken.setattr(files, name, crash)
        try:
            take_down(folder, entry.ref)
        except StorageFailed:
            finished = (folder.places.drafts / "2026-Q3" / APPROVAL).exists()
        else:
            finished = True
    finish(folder.places)
    (one,) = read_releases(folder.places.releases)
    assert (entry in one.release.entries) == (not finished)
    assert (folder.places.releases / "2026-Q3.json").exists() == (not finished)


def crashing(write: Callable[..., None], count: int) -> Callable[..., None]:
    calls = iter(range(1, 1000))

    def broken(*arguments: object) -> None:
        if next(calls) == count:
            raise StorageFailed("EIO")
        write(*arguments)

    return broken


class TestTampering:
    """A release cannot be made to vanish by calling it withdrawn."""

    @pytest.fixture
    def file(self, folder: Folder) -> Path:
        take_down(folder, first_entry(folder).ref)
        return folder.places.releases / "2026-Q3.withdrawn.json"

    def faults(self, folder: Folder) -> list[str]:
        with pytest.raises(SettingsRefused) as refused:
            read_chain(folder.places.releases)
        return [str(fault) for fault in refused.value.faults]

    def test_no_tombstone_no_withdrawal(self, folder: Folder, file: Path) -> None:
        second = folder.places.releases / "2026-Q3.r2.json"
        approval_file = folder.places.releases / "2026-Q3.r2.approval.json"
        second.unlink()
        approval_file.unlink()
        assert any("no later revision says" in fault for fault in self.faults(folder))

    def test_the_old_bytes_beside_it(self, folder: Folder, file: Path) -> None:
        (folder.places.releases / "2026-Q3.json").write_bytes(b"{}")
        assert any("2026-Q3.json" in fault for fault in self.faults(folder))

    def test_the_whole_old_release_beside_it(self, tmp_path: Path, folder: Folder) -> None:
        file = folder.places.releases / "2026-Q3.json"
        old = file.read_bytes()
        take_down(folder, first_entry(folder).ref)
        file.write_bytes(old)
        assert any("must not be here any more" in fault for fault in self.faults(folder))

    @pytest.mark.parametrize(
        ("key", "value", "problem"),
        [
            ("sha256", "0" * 64, "is not that of 2026-Q3.approval.json"),
            ("revision", 3, "holds 2026-Q3 revision 3"),
            ("period", "x", "should match pattern"),
        ],
    )
    def test_a_changed_record(
        self, folder: Folder, file: Path, key: str, value: object, problem: str
    ) -> None:
        record = {**json.loads(file.read_bytes()), key: value}
        file.write_text(json.dumps(record, sort_keys=True, indent=1) + "\n", encoding="utf-8")
        assert any(problem in fault for fault in self.faults(folder))

    def test_a_lost_approval(self, folder: Folder, file: Path) -> None:
        (folder.places.releases / "2026-Q3.approval.json").unlink()
        assert any("the approval is missing" in fault for fault in self.faults(folder))


class TestConfirming:
    """The private record of who took it down, and the second person's word."""

    AT = datetime(2027, 1, 20, 9, tzinfo=ZONE)
    STONE = Tombstone(ref="7QKX2M9D", period="2026-Q3", reason=IDENTIFIES)

    @pytest.fixture
    def kept(self, tmp_path: Path) -> Path:
        self.record(tmp_path / "takedowns")
        return tmp_path / "takedowns"

    def record(self, kept: Path, by: str = "wangfang"):
        return record_takedown(
            kept,
            self.STONE,
            period=Q3,
            number="2026-483-901-7",
            by=by,
            at=self.AT,
            calendar=factories.book().calendar,
        )

    def test_it_waits_until_the_next_working_day_is_over(self, kept: Path) -> None:
        (one,) = read_takedowns(kept)
        assert one.state(self.AT) == TakeDownState.UNCONFIRMED
        assert self.AT < one.due <= self.AT + timedelta(days=2)
        assert one.state(one.due + timedelta(seconds=1)) == TakeDownState.OVERDUE

    def test_a_second_person_confirms_also_late(self, kept: Path) -> None:
        late = self.AT + timedelta(days=9)
        assert confirm(kept, "7QKX2M9D", by=REVIEWER, at=late).state(late) == TakeDownState.CONFIRMED
        assert read_takedown(kept, "7QKX2M9D").confirmed_by == "sunli"

    def test_it_is_confirmed_once_by_another_and_only_what_was_taken_down(self, kept: Path) -> None:
        assert self.refusal(kept, "7QKX2M9D", HANDLER) == ConfirmationRefusal.SAME_PERSON
        assert self.refusal(kept, "00000000", REVIEWER) == ConfirmationRefusal.NOT_TAKEN_DOWN
        confirm(kept, "7QKX2M9D", by=REVIEWER, at=self.AT)
        assert self.refusal(kept, "7QKX2M9D", MANAGER) == ConfirmationRefusal.ALREADY_CONFIRMED

    def test_nobody_confirms_who_may_be_the_one_who_took_it_down(self, kept: Path) -> None:
        barred = replace(REVIEWER, barred=frozenset({"wangfang"}))
        assert self.refusal(kept, "7QKX2M9D", barred) == ConfirmationRefusal.ONE_HAND
        elsewhere = replace(REVIEWER, barred=frozenset({"liweidong"}))
        assert confirm(kept, "7QKX2M9D", by=elsewhere, at=self.AT).confirmed_by == "sunli"

    def refusal(self, kept: Path, ref: str, by: Actor) -> ConfirmationRefusal:
        with pytest.raises(ConfirmationRefused) as refused:
            confirm(kept, ref, by=by, at=self.AT)
        return refused.value.reason

    def test_the_first_record_stands(self, kept: Path) -> None:
        assert self.record(kept, by="sunli").by == "wangfang"

    def test_a_damaged_record_is_named(self, kept: Path) -> None:
        (kept / "7QKX2M9D.json").write_bytes(b"{}")
        with pytest.raises(RecordDamaged, match="7QKX2M9D"):
            read_takedowns(kept)

    def test_where_nothing_was_taken_down_there_is_no_record(self, tmp_path: Path) -> None:
        assert read_takedowns(tmp_path / "none") == ()


def test_only_a_take_down_may_be_a_handlers(folder: Folder) -> None:
    take_down(folder, first_entry(folder).ref, by=HANDLER)
    assert read_releases(folder.places.releases)[0].approval.role == "handler"
    assert HANDLER.role not in approval.APPROVE.roles | approval.CORRECT.roles
