"""Corrections: what a late note changes in a published period, what it cannot change, and what must wait."""

from dataclasses import replace
from datetime import timedelta

import pytest

from generator.disclosure.drafts.correction import Nothing, as_known, compile_correction, published_reason
from generator.disclosure.drafts.draft import Draft, Refused
from generator.disclosure.figures.indicators import Duration, Performance, ReasonCount
from generator.disclosure.figures.statements import in_words, moves_too_little, statements
from generator.disclosure.releases.materials import Materials
from generator.disclosure.releases.release import Release
from generator.disclosure.releases.schedule import ReleaseRefusal
from generator.disclosure.review.approval import CORRECT, ApprovalRefusal, ApprovalRefused, publish
from generator.disclosure.scan import Public, World, scan_text
from register.case import Case
from register.signoff import SignOff
from register.terms import CorrectionReason, CountedReason, Kind, Step
from register.wording import load_wording
from tests.factories import HANDLER, REVIEWER, step
from tests.generator.disclosure.estate import (
    Q1,
    Q3,
    Q4,
    RELEASED_ON,
    Estate,
    Folder,
    at,
    holdings,
    opened,
    released,
    some_cases,
)

WHY = CorrectionReason.WRONG_TIME


def late_answer(case: Case) -> Case:
    """What was done on time and written down only after the release."""
    said = {"outcome": "rectified", "measures": ["cleaned"], "text": "已清运。"}
    return step(case, Step.ANSWER, after=timedelta(hours=2), **said)


def investigated(number: int = 90, **change: object) -> Case:
    case = opened(number, **change)
    case = step(case, Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, kind=case.kind, matter=case.matter, urgency=case.urgency)
    case = step(case, Step.ASSIGN, to="zhaoqiang", post="cleaning")
    return step(case, Step.INVESTIGATE, findings="已核实。")


def an_estate(*more: Case) -> Estate:
    estate = Estate([*some_cases(12), *more])
    estate.release(Q3)
    return estate


def corrected(
    estate: Estate, cases: dict[str, Case], period=Q3, **change: object
) -> Draft | Refused | Nothing:
    return compile_correction(with_cases(estate, cases, period, **change), WHY)


def with_cases(estate: Estate, cases: dict[str, Case], period=Q3, **change: object) -> Materials:
    """The materials of now, with these cases as they are known now."""
    materials = estate.materials(period, RELEASED_ON[Q4], **change)
    held = {number: stored.record for number, stored in materials.holdings.cases.items()} | cases
    return replace(materials, holdings=holdings(held.values(), materials.holdings.tombstones.values()))


def a_correction() -> tuple[Estate, Draft]:
    case = investigated()
    estate = an_estate(case)
    made = corrected(estate, {case.number: late_answer(case)})
    assert isinstance(made, Draft)
    return estate, made


def test_measured_again_an_unchanged_period_says_what_it_said() -> None:
    assert corrected(an_estate(), {}) == Nothing("2026-Q3")


def test_a_release_from_before_pauses_were_told_apart_is_not_corrected_for_them() -> None:
    estate = an_estate()
    one = estate.released[0]
    untold = {"paused": None, "noted_later": None}
    rows = tuple(row.model_copy(update=untold) for row in one.release.performance.due)
    performance = one.release.performance.model_copy(update={"due": rows})
    old = one.release.model_copy(update={"performance": performance})
    estate.released = (replace(one, release=old),)
    assert corrected(estate, {}) == Nothing("2026-Q3")
    assert not [what for what in statements(performance, ()) if what.endswith(("/paused", "/noted_later"))]


def test_a_late_note_is_corrected_at_once_old_new_and_why() -> None:
    _, draft = a_correction()
    moved = {one.what: (one.old, one.new) for one in draft.release.corrections}
    assert moved["figure/complaints_answered_on_time"] == ("12/13", "13/13")
    assert moved["due/2026-07/complaint/answer/kept"] == ("12", "13")
    assert moved["due/2026-07/complaint/answer/open"] == ("1", "0")
    assert moved["open_at_end/over_30"] == ("1", "0")
    assert {one.why for one in draft.release.corrections} == {published_reason(WHY)}


def test_a_correction_follows_the_last_release_and_leaves_all_else_as_it_was() -> None:
    estate, draft = a_correction()
    first, second = estate.released[0].release, draft.release
    same = {"period", "balance", "groups", "entries", "tombstones", "ledger", "thresholds", "households"}
    assert all(getattr(first, name) == getattr(second, name) for name in same)
    assert (second.revision, second.previous) == (2, estate.released[-1].sha256)
    assert draft.is_revision
    assert draft.batch == ()
    assert draft.settlement == estate.settlements[0]


def test_a_correction_once_published_has_nothing_more_to_correct() -> None:
    estate, draft = a_correction()
    case = investigated()
    one = replace(released(draft), file="2026-Q3.r2.json")
    estate.released = (*estate.released, one)
    assert corrected(estate, {case.number: late_answer(case)}) == Nothing("2026-Q3")


def test_what_a_late_note_adds_is_counted_once_over_both_periods() -> None:
    """The feedback that the late answer made due in Q3 is in Q3's correction and not in Q4's release."""
    estate, draft = a_correction()
    case = investigated()
    estate.released = (*estate.released, released(draft))
    after = with_cases(estate, {case.number: late_answer(case)}, Q4)
    fell_due = {
        (row.month, row.step) for row in Estate(()).draft(Q4, **as_change(after)).release.performance.due
    }
    assert all(month >= "2026-10" for month, _ in fell_due)
    assert [row.due for row in draft.release.performance.due if row.step == Step.FEED_BACK] == [13]


def as_change(materials: Materials) -> dict[str, object]:
    names = ("holdings", "released", "settlements", "ledger", "book")
    return {name: getattr(materials, name) for name in names}


def test_a_case_noted_late_changes_no_published_period() -> None:
    """It belongs to the next release, which registers it: the past balance has no place for it."""
    estate = an_estate()
    late = opened(50, received=at(9, 20))
    assert corrected(estate, {late.number: late}) == Nothing("2026-Q3")


def test_a_kind_chosen_by_mistake_is_corrected_where_it_was_counted() -> None:
    case = investigated(91, kind=Kind.COMPLAINT)
    estate = an_estate(case)
    said = {"kind": "suggestion", "matter": case.matter, "urgency": case.urgency}
    mended = step(case, Step.RECLASSIFY, after=timedelta(days=100), reason="mistaken", **said)
    made = corrected(estate, {case.number: mended})
    assert isinstance(made, Draft)
    moved = {one.what: (one.old, one.new) for one in made.release.corrections}
    assert moved["received/2026-07/complaint"] == ("13", "12")
    assert moved["received/2026-07/suggestion"] == ("0", "1")
    assert not [what for what, (old, new) in moved.items() if old == new or {old, new} == {"-", "0"}]


@pytest.mark.parametrize("reason", ["new_facts", "became_complaint"])
def test_a_case_that_became_another_kind_later_was_what_it_was(reason: str) -> None:
    case = investigated(91)
    estate = an_estate(case)
    said = {"kind": "repair", "matter": case.matter, "urgency": case.urgency}
    later = step(case, Step.RECLASSIFY, after=timedelta(days=100), reason=reason, **said)
    assert corrected(estate, {case.number: later}) == Nothing("2026-Q3")


def test_a_case_nobody_had_classified_by_then_was_what_its_resident_said() -> None:
    case = step(opened(92), Step.ACKNOWLEDGE)
    estate = an_estate(case)
    kind = {"matter": case.matter, "urgency": case.urgency}
    later = step(case, Step.CLASSIFY, after=timedelta(days=100), kind="complaint", **kind)
    later = step(later, Step.RECLASSIFY, reason="mistaken", kind="repair", **kind)
    assert as_known(later, estate.materials(Q3)) == case


def test_a_descriptive_figure_moved_by_fewer_than_k_is_only_announced() -> None:
    case = investigated(93)
    paused = step(case, Step.PAUSE, reason="weather")
    estate = an_estate(case)
    made = corrected(estate, {case.number: paused})
    assert isinstance(made, Draft)
    assert made.release.performance.reasons == estate.released[0].release.performance.reasons
    assert ("pending/pause", "-", None) in [(one.what, one.old, one.new) for one in made.release.corrections]
    estate.released = (*estate.released, released(made))
    assert corrected(estate, {case.number: paused}) == Nothing("2026-Q3")


def test_a_descriptive_figure_moved_by_k_is_corrected() -> None:
    cases = [investigated(number) for number in range(93, 98)]
    estate = an_estate(*cases)
    made = corrected(estate, {case.number: step(case, Step.PAUSE, reason="weather") for case in cases})
    assert isinstance(made, Draft)
    assert ("pause/weather", "-", "5") in [(one.what, one.old, one.new) for one in made.release.corrections]
    assert made.release.performance.reasons.pause[0].count == 5


def test_a_median_does_not_show_whose_answer_moved_it() -> None:
    """Ten answers and a longer one: the durations stay, and are announced."""
    case = investigated(94)
    estate = an_estate(case)
    closed = step(late_answer(case), Step.FEED_BACK, satisfaction="dissatisfied")
    made = corrected(estate, {case.number: closed})
    assert isinstance(made, Draft)
    old, new = estate.released[0].release.performance, made.release.performance
    assert (new.durations, new.satisfaction) == (old.durations, old.satisfaction)
    pending = {one.what for one in made.release.corrections if one.new is None}
    assert pending == {"pending/durations"}


def test_a_period_that_was_not_released_is_not_corrected() -> None:
    assert refusals(corrected(Estate(some_cases()), {})) == [(ReleaseRefusal.NOT_RELEASED, "2026-Q3")]


def refusals(made: object) -> list[tuple[ReleaseRefusal, str]]:
    assert isinstance(made, Refused)
    return [(one.refusal, one.about) for one in made.against]


@pytest.mark.parametrize("reason", CorrectionReason)
def test_what_is_published_of_a_reason_are_the_words_of_its_code_and_they_name_nobody(
    reason: CorrectionReason,
) -> None:
    said, terms = published_reason(reason), load_wording("terms")
    assert (said.zh, said.en) == (terms.term(reason, "zh"), terms.term(reason, "en"))
    assert not scan_text(said.zh, World(), Public(), "zh").hold
    assert not scan_text(said.en or "", World(), Public(), "en").hold


def test_what_was_erased_since_cannot_be_measured_again() -> None:
    case = investigated()
    estate = an_estate(case)
    estate.erased = [(at(11, 1), case.number)]
    assert refusals(corrected(estate, {})) == [(ReleaseRefusal.CASES_ERASED, case.number)]


def test_what_was_erased_before_the_release_or_settled_long_ago_stands_in_no_way() -> None:
    case, early = investigated(), some_cases(1, "listable", 70)[0]
    estate = Estate([*some_cases(12), case, early], erased=[(at(10, 5), case.number)])
    estate.release(Q3, Q4)
    assert estate.settlements[0].settled[case.number].reason == CountedReason.ERASED
    assert corrected(estate, {}) == Nothing("2026-Q3")
    estate.erased = [*estate.erased, (at(3, 1, year=2027), early.number)]
    made = compile_correction(estate.materials(Q4, RELEASED_ON[Q1]), WHY)
    assert made == Nothing("2026-Q4")


def test_a_register_that_lost_a_case_corrects_nothing() -> None:
    estate = an_estate()
    materials = estate.materials(Q3)
    gone = next(iter(materials.holdings.cases))
    del materials.holdings.cases[gone]
    assert refusals(compile_correction(materials, WHY)) == [(ReleaseRefusal.CASES_MISSING, gone)]


def test_a_damaged_register_corrects_nothing(tmp_path) -> None:
    folder = Folder(tmp_path)
    for number in range(6):
        folder.open(number)
    folder.publish(folder.draft(Q3))
    file = next(folder.home.register.rglob("2026-*.json"))
    file.write_bytes(b"{}")
    made = compile_correction(folder.materials(Q3, RELEASED_ON[Q4]), WHY)
    assert [refusal for refusal, _ in refusals(made)] == [ReleaseRefusal.FILES_DAMAGED]


class TestPublishing:
    """A correction goes through the same four eyes, and is read back as the period's latest revision."""

    @pytest.fixture
    def folder(self, tmp_path) -> Folder:
        folder = Folder(tmp_path)
        for number in range(12):
            folder.open(number)
        folder.publish(folder.draft(Q3))
        return folder

    @pytest.fixture
    def draft(self, folder: Folder) -> Draft:
        case = next(iter(folder.materials(Q3).holdings.cases.values())).record
        folder.change(step(case, Step.ACKNOWLEDGE))
        made = compile_correction(folder.materials(Q3, RELEASED_ON[Q4]), WHY)
        assert isinstance(made, Draft)
        return made

    def test_it_becomes_the_second_revision(self, folder: Folder, draft: Draft) -> None:
        ledger = {name: data for name, data in folder.files().items() if "ledger" in name}
        approval = self.publish(folder, draft)
        assert (approval.revision, approval.role) == (2, "reviewer")
        data = (folder.places.releases / "2026-Q3.r2.json").read_bytes()
        assert Release.model_validate_json(data) == draft.release
        after = folder.files()
        assert {name: data for name, data in after.items() if "ledger" in name} == ledger
        assert not [name for name in after if "drafts" in name]

    def test_the_next_release_follows_it(self, folder: Folder, draft: Draft) -> None:
        self.publish(folder, draft)
        assert folder.draft(Q4).release.previous == draft.sha256

    def test_it_keeps_to_the_roles_and_to_the_order(self, folder: Folder, draft: Draft) -> None:
        with pytest.raises(ApprovalRefused) as refused:
            self.publish(folder, draft, by=HANDLER)
        assert refused.value.reasons == (ApprovalRefusal.ROLE,)
        folder.publish(folder.draft(Q4))
        with pytest.raises(ApprovalRefused) as refused:
            self.publish(folder, draft)
        assert refused.value.reasons == (ApprovalRefusal.NOT_NEXT,)

    def test_it_is_refused_with_a_batch_or_on_another_ledger(self, folder: Folder, draft: Draft) -> None:
        with pytest.raises(ApprovalRefused) as refused:
            self.publish(folder, replace(draft, batch=("ab" * 48,)))
        assert refused.value.reasons == (ApprovalRefusal.INCOHERENT,)

    def publish(self, folder: Folder, draft: Draft, by=REVIEWER):
        return publish(
            draft,
            SignOff(draft.sha256, by, RELEASED_ON[Q4]),
            places=folder.places,
            audit=folder.audit,
            act=CORRECT,
        )


def a_performance() -> Performance:
    return Estate(some_cases(6)).release(Q3)[0].release.performance


def with_pauses(counts: dict[str | None, int]) -> Performance:
    rows = tuple(ReasonCount(reason=reason, count=count) for reason, count in counts.items())
    performance = a_performance()
    return performance.model_copy(update={"reasons": performance.reasons.model_copy(update={"pause": rows})})


def test_a_row_moves_by_k_or_not_at_all() -> None:
    def too_little(then: dict[str | None, int]) -> bool:
        return moves_too_little(
            "pause", with_pauses({"weather": 10, "awaiting_access": 5}), with_pauses(then), 5
        )

    assert not too_little({"weather": 10, "awaiting_access": 5})
    assert not too_little({"weather": 15, "awaiting_access": 5})
    assert not too_little({"weather": 10})
    assert too_little({"weather": 14, "awaiting_access": 5})
    assert too_little({"weather": 15, "awaiting_access": 6})
    assert too_little({"weather": 10, "awaiting_access": 5, "awaiting_parts": 4})


@pytest.mark.parametrize(
    "less", [{"weather": 10, "awaiting_access": 5}, {"weather": 9, "awaiting_access": 5}]
)
def test_a_list_of_reasons_moves_as_a_whole(less: dict[str | None, int]) -> None:
    """10 and 5 that become 14 together: one less, so it is 4 that lost its name."""
    assert moves_too_little("pause", with_pauses(less), with_pauses({None: 14}), 5)


def test_what_is_shown_together_gets_no_name_by_a_correction() -> None:
    """14 that become 10 and 9: had it been 11 and 3, one would have become less."""
    together = with_pauses({"awaiting_parts": 20, None: 14})
    named = with_pauses({"awaiting_parts": 20, "weather": 10, "awaiting_access": 9})
    assert moves_too_little("pause", together, named, 5)
    assert not moves_too_little("pause", together, with_pauses({"awaiting_parts": 20, None: 19}), 5)
    assert not moves_too_little("pause", together, with_pauses({"awaiting_parts": 26, None: 14}), 5)
    assert not moves_too_little("pause", with_pauses({"awaiting_parts": 20}), named, 5)


def test_a_median_that_moves_needs_as_many_new_cases_too() -> None:
    performance = a_performance()
    row = Duration(kind=Kind.COMPLAINT, n=10, median_days="2.0", p90_days="4.0")
    same = performance.model_copy(update={"durations": (row,)})
    moved = performance.model_copy(update={"durations": (row.model_copy(update={"median_days": "2.5"}),)})
    assert moves_too_little("durations", same, moved, 5)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_statement_has_its_words(language: str) -> None:
    wording = load_wording("terms", "measures", "release")
    _, draft = a_correction()
    codes = [
        *statements(draft.release.performance, draft.release.figures),
        "pause/merged",
        "pending/durations",
    ]
    for what in codes:
        words = in_words(what, lambda section, code: wording.say(section, code, language))
        assert words
        assert "/" not in words
