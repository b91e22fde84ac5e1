"""The whole chain judged: a true one has no flaw, and whatever is altered, dropped or reordered is found and named."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree, verify_consistency

from generator.disclosure.releases.findings import NOTES, Evidence, Finding, Flaw, Private
from generator.disclosure.releases.ledger import checkpoint_text, entries_text, head_of, tree_root
from generator.disclosure.releases.release import LedgerHead, Release
from generator.disclosure.releases.releases import ReleasedPeriod
from generator.disclosure.releases.settlement import Settled, Settlement
from generator.disclosure.review.evidence import read_evidence
from generator.disclosure.review.verification import (
    OldHead,
    Standing,
    check_head,
    covered_up_to,
    judge_receipt,
    verify,
)
from register.index import Index
from register.receipt_file import KeptHead, ReceiptFile
from register.terms import Disclosure
from register.wording import load_wording
from tests.generator.disclosure.chained import chained, receipt_of
from tests.generator.disclosure.estate import Folder

ORIGIN = "cuihu.example/ledger"
TODAY = date(2027, 2, 1)


@pytest.fixture(scope="module")
def estate(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Read only."""
    return chained(tmp_path_factory.mktemp("estate"))


@pytest.fixture(scope="module")
def true(estate: Folder) -> Evidence:
    return read_evidence(estate.places, estate.audit, Index(estate.store).holdings())


def found(evidence: Evidence) -> set[Finding]:
    return {flaw.finding for flaw in verify(evidence)}


def whole(evidence: Evidence) -> tuple[tuple[ReleasedPeriod, ...], tuple[str, ...], Private]:
    assert evidence.released is not None
    assert evidence.entries is not None
    assert evidence.private is not None
    return evidence.released, evidence.entries, evidence.private


def released_with(evidence: Evidence, place: int, **change: object) -> Evidence:
    """The evidence with one release changed; its SHA-256 stays, so that only the change itself can be found."""
    released = list(whole(evidence)[0])
    release: Release = released[place].release.model_copy(update=change)
    released[place] = replace(released[place], release=release)
    return replace(evidence, released=tuple(released))


def test_a_true_chain_has_no_flaw_for_the_office_the_committee_or_a_neighbour(true: Evidence) -> None:
    assert verify(true) == ()
    assert verify(replace(true, private=None)) == ()
    assert verify(Evidence(entries=true.entries, checkpoint=true.checkpoint)) == ()
    assert verify(Evidence()) == ()


@pytest.mark.parametrize(
    ("approval", "line"),
    [
        ({"published": "2026-10-21"}, {}),
        ({"role": "handler"}, {}),
        ({}, {"event": "look"}),
        ({}, {"event": "approve_survey"}),
        ({}, {"about": "0" * 64}),
    ],
)
def test_an_approval_is_the_word_of_somebody_who_may_for_these_bytes_on_that_day(
    true: Evidence, approval: dict[str, str], line: dict[str, str]
) -> None:
    released, _, private = whole(true)
    first = released[0]
    forged = replace(first, approval=first.approval.model_copy(update=approval))
    said = private.decisions[first.approval.audit].model_copy(update=line)
    known = replace(private, decisions={**private.decisions, first.approval.audit: said})
    flaws = verify(replace(true, released=(forged, *released[1:]), private=known))
    assert (Finding.UNLOGGED, first.file) in {(flaw.finding, flaw.about) for flaw in flaws}


def test_before_the_first_release_there_is_nothing_to_find() -> None:
    assert verify(Evidence(released=(), entries=(), private=Private({}, {}, {}))) == ()


def test_what_could_not_be_read_is_a_flaw_among_the_others(true: Evidence) -> None:
    unread = Flaw(Finding.RELEASE, "releases/x.json", "is no release")
    assert verify(replace(true, released=None, flaws=(unread,))) == (unread,)
    assert verify(replace(true, entries=None, private=None, flaws=(unread,))) == (unread,)


@given(st.data())
def test_any_single_old_entry_altered_dropped_or_moved_is_noticed(
    true: Evidence, data: st.DataObject
) -> None:
    entries = list(whole(true)[1])
    place = data.draw(st.integers(0, len(entries) - 1))
    match data.draw(st.sampled_from(["alter", "drop", "swap", "add"])):
        case "alter":
            nibble = data.draw(st.integers(0, 95))
            digit = data.draw(st.sampled_from([d for d in "0123456789abcdef" if d != entries[place][nibble]]))
            entries[place] = entries[place][:nibble] + digit + entries[place][nibble + 1 :]
        case "drop":
            del entries[place]
        case "swap":
            other = data.draw(st.integers(0, len(entries) - 1).filter(lambda other: other != place))
            entries[place], entries[other] = entries[other], entries[place]
        case "add":
            entries.insert(place, data.draw(st.binary(min_size=48, max_size=48)).hex())
    rewritten = checkpoint_text(head_of(ORIGIN, entries, 0))  # even when whoever did it mends the checkpoint
    changed = replace(true, entries=tuple(entries), checkpoint=rewritten, private=None)
    assert Finding.HEAD in found(changed)
    kept = OldHead(len(whole(true)[1]), tree_root(whole(true)[1])[:16])
    assert check_head(entries, kept) is not None


def test_every_earlier_head_is_consistent_for_an_independent_implementation(true: Evidence) -> None:
    released, entries, _ = whole(true)
    tree = InmemoryTree.init_from_entries([bytes.fromhex(entry) for entry in entries], algorithm="sha256")
    for one in released:
        head = one.release.ledger
        proof = tree.prove_consistency(head.size, len(entries))
        verify_consistency(bytes.fromhex(head.root), bytes.fromhex(tree_root(entries)), proof)


def test_the_checkpoint_must_be_the_head_of_the_entries(true: Evidence) -> None:
    assert found(replace(true, checkpoint=b"\xff\n")) == {Finding.CHECKPOINT, Finding.ORIGIN}
    renamed = checkpoint_text(head_of("lake.example/ledger", whole(true)[1], 0))
    assert found(replace(true, checkpoint=renamed)) == {Finding.ORIGIN}
    assert found(replace(true, released=None, private=None, checkpoint=renamed)) == set()
    shorter = checkpoint_text(head_of(ORIGIN, whole(true)[1][:12], 12))
    assert found(replace(true, checkpoint=shorter)) == {Finding.CHECKPOINT}


def test_lines_that_no_release_added_are_too_many(true: Evidence) -> None:
    entries = (*whole(true)[1], "f" * 96)
    checkpoint = checkpoint_text(head_of(ORIGIN, entries, 0))
    assert found(replace(true, entries=entries, checkpoint=checkpoint)) == {Finding.LENGTH}


def test_a_batch_that_is_not_sorted_is_named(true: Evidence) -> None:
    released, entries, _ = whole(true)
    head = released[0].release.ledger
    moved = (entries[1], entries[0], *entries[2:])
    changed = replace(true, entries=moved, checkpoint=checkpoint_text(head_of(ORIGIN, moved, 0)))
    after = [LedgerHead(origin=ORIGIN, size=h.size, batch=h.batch, root=tree_root(moved[: h.size]))
             for h in (head, released[1].release.ledger)]  # fmt: skip
    for place, one in enumerate(after):
        changed = released_with(changed, place, ledger=one)
    assert found(changed) == {Finding.ORDER}


@pytest.mark.parametrize(
    ("place", "change", "finding"),
    [
        (0, {"carried_in": 3}, Finding.CARRIED),
        (1, {"carried_in": 3}, Finding.CARRIED),
        (1, {"received": 7}, Finding.GROWTH),
    ],
)
def test_a_balance_that_does_not_follow_is_named(
    true: Evidence, place: int, change: dict[str, int], finding: Finding
) -> None:
    balance = whole(true)[0][place].release.balance.model_copy(update=change)
    assert found(released_with(true, place, balance=balance)) == {finding}


def test_a_period_left_out_is_named(true: Evidence) -> None:
    assert found(replace(released_with(true, 1, period="2027-Q1"), private=None)) == {Finding.GAP}


def test_a_ledger_that_changed_its_name_is_named(true: Evidence) -> None:
    head = whole(true)[0][1].release.ledger.model_copy(update={"origin": "other.example/ledger"})
    assert found(released_with(true, 1, ledger=head)) == {Finding.ORIGIN}
    first = whole(true)[0][0].release.ledger.model_copy(update={"origin": "elsewhere.example/ledger"})
    assert found(released_with(true, 0, ledger=first)) == {Finding.ORIGIN}, (
        "also where the checkpoint agrees with the last"
    )


def test_a_revision_keeps_its_periods_head_and_is_checked_against_it(true: Evidence) -> None:
    released, _, private = whole(true)
    line = next(iter(private.decisions.values()))
    again = replace(released[0], release=released[0].release.model_copy(update={"revision": 2}))
    with_revision = replace(true, released=(*released, again))
    assert verify(with_revision) == ()
    broken = again.release.ledger.model_copy(update={"root": "0" * 64})
    again = replace(again, release=again.release.model_copy(update={"ledger": broken}))
    assert found(replace(true, released=(*released, again))) == {Finding.HEAD}
    assert line.event == "approve_release"


def changed_settlement(
    true: Evidence, period: str, change: Callable[[Settlement], dict[str, object]]
) -> Evidence:
    private = whole(true)[2]
    settlement = private.settlements[period]
    other = settlement.model_copy(update=change(settlement))
    return replace(true, private=replace(private, settlements={**private.settlements, period: other}))


def test_a_case_registered_twice_is_named(true: Evidence) -> None:
    number = next(iter(whole(true)[2].settlements["2026-Q3"].registered))
    twice = changed_settlement(true, "2026-Q4", lambda one: {"registered": {**one.registered, number: None}})
    assert Flaw(Finding.TWICE, number) in verify(twice)


def test_a_case_settled_but_never_registered_is_named(true: Evidence) -> None:
    settled = Settled(disposition=Disclosure.COUNTED, reason="small_group")
    never = changed_settlement(
        true, "2026-Q4", lambda one: {"settled": {**one.settled, "2026-000-000-2": settled}}
    )
    assert Flaw(Finding.NEVER_REGISTERED, "2026-000-000-2") in verify(never)


def test_unsettled_cases_must_be_those_carried_out(true: Evidence) -> None:
    assert found(changed_settlement(true, "2026-Q4", lambda one: {"settled": {}})) == {Finding.UNSETTLED}


def test_a_case_gone_from_the_register_or_with_another_entry_is_named(true: Evidence) -> None:
    private = whole(true)[2]
    number, other = sorted(private.settlements["2026-Q3"].registered)[:2]
    without = {key: entry for key, entry in private.entry_of.items() if key != number}
    gone = replace(true, private=replace(private, entry_of=without))
    assert verify(gone) == (Flaw(Finding.CASE_MISSING, number, "2026-Q3.json"),)
    swapped = {**private.entry_of, number: private.entry_of[other]}
    assert verify(replace(true, private=replace(private, entry_of=swapped))) == (
        Flaw(Finding.UNEXPLAINED, "2026-Q3.json", "1"),
    )
    foreign = {**private.entry_of, number: "0" * 96}
    assert found(replace(true, private=replace(private, entry_of=foreign))) == {
        Finding.CASE_DIFFERS,
        Finding.UNEXPLAINED,
    }


def test_the_case_whose_entry_was_dropped_is_the_only_one_named(true: Evidence) -> None:
    released, entries, private = whole(true)
    dropped = entries[4]
    (number,) = [number for number, entry in private.entry_of.items() if entry == dropped]
    left = tuple(entry for entry in entries if entry != dropped)
    flaws = verify(replace(true, entries=left, checkpoint=checkpoint_text(head_of(ORIGIN, left, 0))))
    assert [flaw.finding for flaw in flaws] == [
        Finding.LENGTH,
        Finding.HEAD,
        Finding.HEAD,
        Finding.CASE_DIFFERS,
    ]
    assert flaws[-1] == Flaw(Finding.CASE_DIFFERS, number, released[0].file)


def test_a_settlement_that_is_not_at_hand_hides_nothing_else(true: Evidence) -> None:
    private = whole(true)[2]
    without = {"2026-Q4": private.settlements["2026-Q4"]}
    assert found(replace(true, private=replace(private, settlements=without))) == set()


def test_an_approval_that_is_not_in_the_audit_log_is_named(true: Evidence) -> None:
    private = whole(true)[2]
    none = replace(true, private=replace(private, decisions={}))
    assert verify(none) == tuple(
        Flaw(Finding.UNLOGGED, one.file, one.approval.audit[:16]) for one in whole(true)[0]
    )
    digest, line = next(iter(private.decisions.items()))
    other = {**private.decisions, digest: line.model_copy(update={"about": "0" * 64})}
    assert found(replace(true, private=replace(private, decisions=other))) == {
        Finding.UNLOGGED,
        Finding.UNPUBLISHED,
    }


def test_an_approval_of_what_was_never_published_or_removed_later_is_noted(true: Evidence) -> None:
    """The last release taken away whole, ledger, settlement and all, leaves a line in the log and old heads."""
    released, entries, private = whole(true)
    first = {"2026-Q3": private.settlements["2026-Q3"]}
    back = replace(
        true,
        released=released[:1],
        entries=entries[:12],
        checkpoint=checkpoint_text(head_of(ORIGIN, entries[:12], 12)),
        private=replace(private, settlements=first),
    )
    (note,) = verify(back)
    assert (note.finding, note.about, note.grave) == (
        Finding.UNPUBLISHED,
        released[1].sha256[:16],
        False,
    )
    assert check_head(entries[:12], OldHead(20, tree_root(entries)[:16])) == Flaw(
        Finding.SHORTER, f"20:{tree_root(entries)[:16]}", "12"
    )
    assert verify(replace(back, withdrawn=frozenset({released[1].sha256}))) == ()


def test_what_was_withdrawn_must_have_been_approved_once(true: Evidence) -> None:
    assert verify(replace(true, withdrawn=frozenset({"0" * 64}))) == (Flaw(Finding.UNLOGGED, "0" * 16),)


def test_looks_and_steps_in_the_audit_log_publish_nothing(true: Evidence) -> None:
    private = whole(true)[2]
    line = next(iter(private.decisions.values()))
    looks = {
        "1": line.model_copy(update={"event": "sign_in", "about": "-"}),
        "2": line.model_copy(update={"event": "take_down", "about": "2026-483-901-7"}),
    }
    decisions = {**private.decisions, **looks}
    assert verify(replace(true, private=replace(private, decisions=decisions))) == ()


class TestOldHeads:
    def test_every_prefix_is_reproduced_by_as_few_digits_as_are_printed(self, true: Evidence) -> None:
        entries = whole(true)[1]
        for size in range(len(entries) + 1):
            assert check_head(entries, OldHead(size, tree_root(entries[:size])[:16])) is None

    def test_one_digit_more_or_less_is_another_head(self, true: Evidence) -> None:
        entries = whole(true)[1]
        flaw = check_head(entries, OldHead(12, tree_root(entries[:13])[:16]))
        assert flaw is not None
        assert (flaw.finding, flaw.detail) == (Finding.REMOVED, "12")


class TestReceipts:
    @pytest.fixture
    def receipt(self, estate: Folder) -> ReceiptFile:
        return receipt_of(estate, 3)

    def test_a_real_receipt_is_counted_and_unaltered(self, true: Evidence, receipt: ReceiptFile) -> None:
        verdict = judge_receipt(whole(true)[1], receipt, TODAY)
        assert (verdict.standing, verdict.unaltered, verdict.kept) == (Standing.COUNTED, True, None)
        assert verdict.holds

    def test_one_letter_changed_is_told(self, true: Evidence, receipt: ReceiptFile) -> None:
        answers = {**receipt.committed.answers, "what": "没有垃圾。"}
        forged = receipt.model_copy(
            update={"committed": receipt.committed.model_copy(update={"answers": answers})}
        )
        verdict = judge_receipt(whole(true)[1], forged, TODAY)
        assert (verdict.standing, verdict.unaltered, verdict.holds) == (Standing.COUNTED, False, False)

    def test_a_file_with_another_code_is_found_by_the_entry_it_names(
        self, true: Evidence, receipt: ReceiptFile
    ) -> None:
        other = receipt.model_copy(update={"proof": "0" * 24})
        assert judge_receipt(whole(true)[1], other, TODAY).unaltered is False

    @pytest.mark.parametrize(
        ("today", "standing"),
        [(date(2026, 11, 14), Standing.NOT_YET), (date(2026, 11, 15), Standing.MISSING)],
    )
    def test_an_entry_that_is_not_there_is_due_or_missing(
        self, true: Evidence, receipt: ReceiptFile, today: date, standing: Standing
    ) -> None:
        without = tuple(entry for entry in whole(true)[1] if entry != receipt.entry)
        verdict = judge_receipt(without, receipt, today)
        assert (verdict.standing, verdict.unaltered) == (standing, None)
        assert verdict.holds is (standing == Standing.NOT_YET)

    def test_a_case_of_a_released_period_is_missing_before_its_promised_day(
        self, true: Evidence, receipt: ReceiptFile
    ) -> None:
        """As the page /verify/ says it: what was received by the last day covered is there or missing."""
        without = tuple(entry for entry in whole(true)[1] if entry != receipt.entry)
        early, received = date(2026, 10, 21), date.fromisoformat(receipt.committed.received[:10])
        covered = covered_up_to(true)
        assert covered is not None
        assert received <= covered
        assert judge_receipt(without, receipt, early, covered).standing == Standing.MISSING
        day_before = received - timedelta(days=1)
        assert judge_receipt(without, receipt, early, day_before).standing == Standing.NOT_YET
        assert covered_up_to(Evidence()) is None

    def test_one_letter_changed_is_told_also_before_the_entry_is_there(
        self, true: Evidence, receipt: ReceiptFile
    ) -> None:
        without = tuple(entry for entry in whole(true)[1] if entry != receipt.entry)
        answers = {**receipt.committed.answers, "what": "没有垃圾。"}
        words = receipt.committed.model_copy(update={"answers": answers})
        forged = receipt.model_copy(update={"committed": words})
        early = date(2026, 11, 14)
        assert not judge_receipt(without, receipt, early).altered
        verdict = judge_receipt(without, forged, early)
        assert (verdict.standing, verdict.altered, verdict.holds) == (Standing.NOT_YET, True, False)

    @pytest.mark.parametrize("broken", [False, True])
    def test_the_head_in_the_file_is_reproduced_or_not(
        self, true: Evidence, receipt: ReceiptFile, broken: bool
    ) -> None:
        entries = whole(true)[1]
        root = "0" * 64 if broken else tree_root(entries[:12])
        verdict = judge_receipt(
            entries, receipt.model_copy(update={"head": KeptHead(size=12, root=root)}), TODAY
        )
        assert verdict.kept is not broken
        assert verdict.holds is not broken


def test_every_finding_has_its_words_in_both_languages() -> None:
    wording = load_wording("verify")
    for finding in Finding:
        for language in ("zh", "en"):
            assert "{about}" in wording.say("finding", finding, language)
    assert Finding.HEAD not in NOTES


def test_the_files_of_the_ledger_are_those_of_the_evidence(estate: Folder, true: Evidence) -> None:
    assert (estate.places.ledger / "entries.txt").read_bytes() == entries_text(whole(true)[1])
