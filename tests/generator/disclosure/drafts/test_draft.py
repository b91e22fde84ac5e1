"""The gate as a whole: what a release accounts for, what it lists, and what never leaves the register."""

from dataclasses import replace
from datetime import timedelta

import pytest

from generator.disclosure.cases.eligibility import CarriedReason, Scan
from generator.disclosure.cases.published import to_bytes
from generator.disclosure.drafts.draft import Draft, compile_release, still_true
from generator.disclosure.releases.own_records import OwnRecords
from generator.disclosure.releases.release import Release
from generator.disclosure.releases.schedule import Against, ReleaseRefusal
from generator.disclosure.scan import PrivateValues, Public, Source, World, scan_text
from register.case import Case
from register.content import Words
from register.estate import Recounted
from register.handling import THE_RESIDENT
from register.index import Holdings
from register.rules import Ended, Moved
from register.stored import Damage
from register.terms import (
    CountedReason,
    Disclosure,
    EraseReason,
    Matter,
    Satisfaction,
    Step,
    WithholdingReason,
)
from tests.factories import MONDAY, answered, contact, objected, step
from tests.generator.disclosure.estate import (
    LIVES,
    Q1,
    Q3,
    Q4,
    RELEASED_ON,
    Estate,
    Found,
    approved,
    at,
    fed_back,
    holdings,
    listable,
    opened,
    some_cases,
    spread,
    summarised,
)
from tests.generator.disclosure.sample import a_round

SETTLED = {
    "listable": (Disclosure.LISTED, None),
    "sensitive": (Disclosure.COUNTED, CountedReason.SENSITIVE),
    "counted": (Disclosure.COUNTED, CountedReason.REVIEWER_DECIDED),
    "objected": (Disclosure.COUNTED, CountedReason.OBJECTION),
    "withdrawn": (Disclosure.COUNTED, CountedReason.WITHDRAWN),
    "withheld": (Disclosure.WITHHELD, WithholdingReason.PRIVACY),
    "taken_down": (Disclosure.COUNTED, CountedReason.REVIEWER_DECIDED),
}
CARRIED = {
    "received": CarriedReason.OPEN,
    "acknowledged": CarriedReason.OPEN,
    "paused": CarriedReason.OPEN,
    "answered": CarriedReason.OPEN,
    "reopened": CarriedReason.OPEN,
    "no_summary": CarriedReason.NO_SUMMARY,
    "not_reviewed": CarriedReason.NOT_REVIEWED,
    "marked_sensitive": CarriedReason.NOT_REVIEWED,
    "objection_noted": CarriedReason.OBJECTION_NOTED,
    "sent_back": CarriedReason.SENT_BACK,
    "scan_found": CarriedReason.SCAN_FOUND,
    "withholding_proposed": CarriedReason.WITHHOLDING_PROPOSED,
    "on_hold": CarriedReason.ON_HOLD,
}


def with_company(name: str) -> tuple[Draft, str]:
    """A draft of one case with this life among five ordinary ones, and its number."""
    one = LIVES[name](opened(99, received=MONDAY))
    return Estate([*some_cases(5), one]).draft(Q3), one.number


@pytest.mark.parametrize("life", SETTLED)
def test_what_is_settled_is_settled_for_its_reason(life: str) -> None:
    draft, number = with_company(life)
    settled = draft.settlement.settled[number]
    assert (settled.disposition, settled.reason) == SETTLED[life]


@pytest.mark.parametrize("life", CARRIED)
def test_what_is_not_ready_is_carried_on_with_the_reason(life: str) -> None:
    draft, number = with_company(life)
    assert dict(draft.held) == {number: CARRIED[life]}
    assert draft.release.balance.left_over == 1


def test_a_marked_summary_is_not_listed_even_where_a_file_says_that_it_was_approved() -> None:
    marked = LIVES["marked_sensitive"](opened(99, received=MONDAY))
    ordinary = approved(summarised(fed_back(opened(98, received=MONDAY)))).entries[-1]
    forged = marked.with_entry(ordinary)
    assert dict(Estate([*some_cases(5), forged]).draft(Q3).held) == {
        forged.number: CarriedReason.NOT_REVIEWED
    }


def test_a_resident_who_asked_not_to_be_published_is_counted() -> None:
    quiet = LIVES["no_summary"](opened(99, publish=False))
    draft = Estate([*some_cases(5), quiet]).draft(Q3)
    assert draft.settlement.settled[quiet.number].reason == CountedReason.RESIDENT_ASKED
    assert [row.reason for row in draft.release.performance.reasons.counted] == [None]


def rated_on(month: int, day: int) -> Case:
    closed = step(answered(opened(99, received=at(9, 28, 8))), Step.FEED_BACK, satisfaction="no_answer")
    ready = approved(summarised(closed))
    after = at(month, day) - ready.entries[-1].at
    return step(ready, Step.RATE, by=THE_RESIDENT, after=after, satisfaction="dissatisfied")


@pytest.mark.parametrize(
    ("month", "day", "said"), [(10, 2, Satisfaction.DISSATISFIED), (10, 19, Satisfaction.NO_ANSWER)]
)
def test_what_she_rates_while_the_period_waits_is_in_its_release(
    month: int, day: int, said: Satisfaction
) -> None:
    rated = rated_on(month, day)
    draft = Estate([*some_cases(12), rated]).draft(Q3)
    (entry,) = (entry for number, entry in draft.listing if number == rated.number)
    assert entry.satisfaction == said


def test_a_rating_after_the_wait_voids_no_draft() -> None:
    before, rated = some_cases(12), rated_on(10, 19)
    silent = rated.model_copy(update={"entries": rated.entries[:-1]})
    draft = Estate([*before, silent]).draft(Q3)
    assert still_true(draft, Estate([*before, rated]).materials(Q3))


def test_an_erased_case_is_counted_and_keeps_its_ledger_entry() -> None:
    cases = some_cases(6)
    gone = cases[0]
    draft = Estate(cases, erased=[(at(8, 1), gone.number)]).draft(Q3)
    assert draft.settlement.settled[gone.number].reason == CountedReason.ERASED
    assert gone.ledger in draft.batch
    assert draft.release.balance.received == 6
    assert draft.settlement.registered[gone.number] == Matter.OTHER


def test_an_undone_import_is_counted_under_its_own_name_and_nothing_goes_missing() -> None:
    cases = some_cases(6)
    gone = [(at(8, 1), case.number) for case in cases]
    draft = Estate(cases, erased=gone, why=EraseReason.IMPORT_UNDONE).draft(Q3)
    (row,) = draft.release.performance.reasons.counted
    assert (row.reason, row.count) == (CountedReason.IMPORT_UNDONE, 6)
    assert draft.release.balance.received == draft.release.balance.counted == 6
    assert {case.ledger for case in cases} == set(draft.batch)


def test_a_case_erased_after_it_was_registered_is_counted_by_the_next_release() -> None:
    waiting = LIVES["no_summary"](opened(99))
    estate = Estate([*some_cases(5), waiting], erased=[(at(11, 1), waiting.number)])
    _, second = estate.release(Q3, Q4)
    assert second.release.balance.carried_in == 1
    assert second.settlement.settled[waiting.number].reason == CountedReason.ERASED
    assert waiting.ledger not in second.batch


def test_a_case_closed_after_the_period_waits_for_the_next_one() -> None:
    late = LIVES["late_closing"](opened(99, received=at(8, 1)))
    estate = Estate([*some_cases(5), late])
    first, second = estate.release(Q3, Q4)
    assert dict(first.held) == {late.number: CarriedReason.OPEN}
    assert second.settlement.settled[late.number].disposition == Disclosure.LISTED
    assert [entry.period for entry in second.release.entries] == ["2026-Q3"]


def test_the_resident_has_her_days_to_object_before_anything_is_listed() -> None:
    late = LIVES["late_summary"](opened(99, received=at(8, 14)))
    estate, over = Estate([*some_cases(5), late]), late.entries[-1].at + timedelta(days=7)
    assert dict(estate.draft(Q3, over - timedelta(seconds=1)).held) == {
        late.number: CarriedReason.OBJECTION_WINDOW
    }
    assert not estate.draft(Q3, over).held


def test_a_summary_longer_than_the_estates_rule_is_carried_on() -> None:
    estate = Estate(some_cases(5))
    rules = estate.book.rules.model_copy(
        update={"summaries": estate.book.rules.summaries.model_copy(update={"longest_en": 20})}
    )
    draft = estate.draft(Q3, book=replace(estate.book, rules=rules))
    assert {reason for _, reason in draft.held} == {CarriedReason.SUMMARY_TOO_LONG}


def test_english_is_scanned_too() -> None:
    case = approved(summarised(fed_back(opened(99)), en="Mr Chen's complaint was settled."))
    assert dict(Estate([*some_cases(5), case]).draft(Q3).held) == {case.number: CarriedReason.SCAN_FOUND}


def test_a_case_noted_on_paper_and_entered_late_is_registered_by_the_next_release() -> None:
    paper = listable(opened(99, received=at(7, 20)))
    estate = Estate(some_cases(5))
    estate.release(Q3)
    estate.cases = [*estate.cases, paper, *some_cases(5, first=50, received=at(11, 2))]
    draft = estate.draft(Q4)
    assert draft.release.balance.received == 6
    assert paper.ledger in draft.batch
    assert {row.month for row in draft.release.performance.received} == {"2026-10", "2026-11"}
    assert {row.month for row in draft.release.performance.due} == {"2026-10", "2026-11"}
    assert {entry.period for entry in draft.release.entries} == {"2026-Q4"}


def test_the_group_of_an_entry_is_the_one_frozen_at_registration() -> None:
    late = LIVES["late_closing"](opened(99, received=at(8, 1), matter=Matter.NOISE))
    estate = Estate([*spread({Matter.HYGIENE: 6, Matter.OTHER: 5}), late])
    estate.cases = [*estate.cases, *some_cases(6, first=50, received=at(11, 2), matter=Matter.NOISE)]
    first, second = estate.release(Q3, Q4)
    assert first.settlement.registered[late.number] == Matter.OTHER
    shown = {number: entry.matter for number, entry in second.listing}
    assert shown[late.number] == Matter.OTHER
    assert {entry.matter for number, entry in second.listing if number != late.number} == {Matter.NOISE}


def test_a_period_with_fewer_than_k_cases_waits_and_is_counted_at_the_end_of_the_year() -> None:
    estate = Estate(some_cases(4))
    first, second = estate.release(Q3, Q4)
    assert first.release.groups == ()
    assert {reason for _, reason in first.held} == {CarriedReason.SMALL_GROUP}
    assert first.release.balance.left_over == 4
    assert {settled.reason for settled in second.settlement.settled.values()} == {CountedReason.SMALL_GROUP}
    assert second.release.balance.left_over == 0


def test_three_quarters_carry_their_balance_over() -> None:
    lives = list(LIVES)
    cases = [
        LIVES[lives[i % len(lives)]](opened(i + 1, received=at(7, 2) + timedelta(days=4 * i)))
        for i in range(60)
    ]
    drafts = Estate(cases).release(Q3, Q4, Q1)
    left = 0
    for draft in drafts:
        assert draft.release.balance.carried_in == left
        left = draft.release.balance.left_over
    assert sum(draft.release.balance.received for draft in drafts) == 60
    settled = [number for draft in drafts for number in draft.settlement.settled]
    assert len(settled) == len(set(settled))
    assert left == len(drafts[-1].held) == 60 - len(settled)
    assert [draft.release.previous for draft in drafts] == [None, drafts[0].sha256, drafts[1].sha256]


def test_the_same_materials_and_the_same_draw_give_the_same_bytes() -> None:
    cases = spread({Matter.HYGIENE: 7, Matter.PARKING: 3, Matter.NOISE: 2})
    assert Estate(cases).draft(Q3).data == Estate(list(reversed(cases))).draft(Q3).data
    assert Estate(cases).draft(Q3).data != Estate(cases, seed=2).draft(Q3).data


def test_the_bytes_are_those_of_the_release() -> None:
    draft = Estate(some_cases(6)).draft(Q3)
    assert to_bytes(Release.model_validate_json(draft.data)) == draft.data


def test_a_reference_that_is_drawn_twice_is_given_once() -> None:
    """Whatever the source of chance does."""
    drawn = iter([bytes(5), bytes(5), *(bytes([n]) * 5 for n in range(1, 40))])
    materials = replace(Estate(some_cases(6)).materials(Q3), draw=lambda count: next(drawn)[:count])
    made = compile_release(materials)
    assert isinstance(made, Draft)
    refs = [entry.ref for entry in made.release.entries]
    assert len(refs) == len(set(refs)) == 6


def test_entries_stand_by_group_and_random_reference() -> None:
    draft = Estate(spread({Matter.HYGIENE: 7, Matter.NOISE: 6})).draft(Q3)
    matters = list(Matter)
    keys = [(matters.index(entry.matter), entry.ref) for entry in draft.release.entries]
    assert keys == sorted(keys)
    assert [number for number, _ in draft.listing] != sorted(number for number, _ in draft.listing)


def test_no_private_value_of_any_case_is_in_the_bytes() -> None:
    cases = [
        listable(opened(i, answers={"what": f"垃圾第{i}次没有清运", "place": f"{i}号楼后门"}))
        for i in range(1, 10)
    ]
    text = Estate(cases).draft(Q3).data.decode()
    leaked = [value for case in cases for value in private_values(case) if value in text]
    assert not leaked


def private_values(case: Case) -> list[str]:
    sent = case.submission
    said = [
        str(entry.particulars.get(key, "")) for entry in case.entries for key in ("text", "findings", "to")
    ]
    moments = [moment for entry in case.entries for moment in (f"{entry.at:%Y-%m-%d}", f"{entry.at:%H:%M}")]
    people = [entry.by for entry in case.entries]
    own = [case.number, case.instance, case.query, case.ledger, sent.form]
    return [
        value
        for value in (*own, *contact().values(), *sent.answers.values(), *said, *moments, *people)
        if value
    ]


class TestRefused:
    def test_too_early(self) -> None:
        estate = Estate(some_cases(6))
        assert codes(estate, at(9, 30)) == [ReleaseRefusal.NOT_OVER]
        assert codes(estate, at(10, 14)) == [ReleaseRefusal.LAG_NOT_OVER]
        assert isinstance(compile_release(estate.materials(Q3, at(10, 15))), Draft)

    def test_damaged_files_and_the_calendar_at_once(self) -> None:
        estate = Estate(some_cases(6))
        damaged = Holdings(
            estate.holdings(at(9, 30)).cases, {}, (Damage("2026-000-000-0.json", "has no format"),)
        )
        refused = estate.refused(Q3, at(9, 30), holdings=damaged)
        assert [one.refusal for one in refused.against] == [
            ReleaseRefusal.NOT_OVER,
            ReleaseRefusal.FILES_DAMAGED,
        ]
        assert refused.against[1].about == "2026-000-000-0.json"

    def test_a_target_that_the_rules_lost_and_nobody_gave_up(self) -> None:
        estate = Estate(some_cases(6))
        estate.release(Q3)
        rules = estate.book.rules
        gone, *others = rules.target
        cut = rules.model_copy(update={"target": tuple(others)})
        refused = estate.refused(Q4, book=replace(estate.book, rules=cut))
        assert refused.against == (Against(ReleaseRefusal.TARGETS_LOST, gone.measure),)
        ended = Ended(measure=gone.measure, why=Words(zh="并入另一项。"))
        told = cut.model_copy(update={"ended": (ended,)})
        assert estate.draft(Q4, book=replace(estate.book, rules=told)).release.promised() == cut.targets()

    def test_a_target_that_was_moved_and_nobody_says_why(self) -> None:
        estate = Estate(some_cases(6))
        estate.release(Q3)
        rules = estate.book.rules
        first, *others = rules.target
        lower = rules.model_copy(update={"target": (first.model_copy(update={"percent": 1}), *others)})
        refused = estate.refused(Q4, book=replace(estate.book, rules=lower))
        told = f"{first.measure} {first.percent} → 1"
        assert refused.against == (Against(ReleaseRefusal.TARGETS_MOVED, told),)
        for was, stands in ((first.percent - 1, False), (first.percent, True)):
            moved = Moved(measure=first.measure, was=was, why=Words(zh="试行。"))
            said = lower.model_copy(update={"moved": (moved,)})
            made = compile_release(estate.materials(Q4, book=replace(estate.book, rules=said)))
            assert isinstance(made, Draft) is stands

    def test_a_number_of_homes_that_was_moved_and_nobody_says_why(self) -> None:
        estate = Estate(some_cases(6))
        estate.release(Q3)
        homes = estate.book.estate.households
        more = estate.book.estate.model_copy(update={"households": homes * 10})
        refused = estate.refused(Q4, book=replace(estate.book, estate=more))
        assert refused.against == (Against(ReleaseRefusal.HOMES_MOVED, f"{homes} → {homes * 10}"),)
        said = more.model_copy(update={"recounted": (Recounted(was=homes, why=Words(zh="二期交付。")),)})
        assert estate.draft(Q4, book=replace(estate.book, estate=said)).release.households == homes * 10

    def test_a_registered_case_that_the_register_lost(self) -> None:
        waiting = LIVES["no_summary"](opened(99))
        estate = Estate([*some_cases(5), waiting])
        estate.release(Q3)
        refused = estate.refused(Q4, holdings=holdings(estate.cases[:5]))
        assert [(one.refusal, one.about) for one in refused.against] == [
            (ReleaseRefusal.CASES_MISSING, waiting.number)
        ]

    def test_a_settlement_that_hides_a_case(self) -> None:
        estate = Estate([*some_cases(5), LIVES["no_summary"](opened(99))])
        estate.release(Q3)
        settlement = estate.settlements[0]
        number = next(iter(settlement.registered.keys() - settlement.settled.keys()))
        settled = {**settlement.settled, number: next(iter(settlement.settled.values()))}
        forged = settlement.model_copy(update={"settled": settled})
        refused = estate.refused(Q4, settlements=(forged,))
        assert [(one.refusal, one.about) for one in refused.against] == [
            (ReleaseRefusal.CARRIED_DIFFERS, "1 / 0")
        ]


def codes(estate: Estate, now: object) -> list[ReleaseRefusal]:
    return [one.refusal for one in estate.refused(Q3, now).against]  # type: ignore[arg-type]


class TestStillTrue:
    def test_as_long_as_nothing_happens(self) -> None:
        estate = Estate(some_cases(6))
        draft = estate.draft(Q3)
        assert still_true(draft, estate.materials(Q3, RELEASED_ON[Q3] + timedelta(hours=3)))

    def test_not_after_an_objection(self) -> None:
        estate = Estate(some_cases(6))
        draft = estate.draft(Q3)
        estate.cases = [objected(estate.cases[0]), *estate.cases[1:]]
        assert not still_true(draft, estate.materials(Q3))

    def test_not_when_a_record_of_the_estate_changed(self) -> None:
        estate = Estate(some_cases(6))
        kept = OwnRecords(records=(a_round(),), figures=())
        draft = estate.draft(Q3, own_records=kept)
        assert draft.release.own_records == kept
        assert still_true(draft, estate.materials(Q3, own_records=kept))
        assert not still_true(draft, estate.materials(Q3, own_records=OwnRecords(records=(), figures=())))

    def test_not_when_the_scan_learns_better(self) -> None:
        estate = Estate(some_cases(6))
        draft = estate.draft(Q3)
        assert not still_true(draft, estate.materials(Q3, scan=lambda text, language: Found(hold=True)))

    def test_when_somebody_is_called_since_like_a_piece_of_what_was_approved(self) -> None:
        """Whoever sends one form with 已清运 as her name would hold back everybody's entries, each quarter anew."""
        estate = Estate(some_cases(6))
        draft = estate.draft(Q3)
        (first, *_) = estate.cases
        later, before = (
            Source(RELEASED_ON[Q3], ("2026-102-334-1",)),
            Source(first.received, ("2026-102-334-1",)),
        )

        def scanning(source: Source) -> Scan:
            world = World.build([PrivateValues(name="不及时", source=source)])
            return lambda text, language: scan_text(text, world, Public(), language)

        assert still_true(draft, estate.materials(Q3, scan=scanning(later)))
        assert not still_true(draft, estate.materials(Q3, scan=scanning(before)))

    def test_not_when_the_register_is_damaged(self) -> None:
        estate = Estate(some_cases(6))
        draft = estate.draft(Q3)
        damaged = Holdings({}, {}, (Damage("x", "is not a case file"),))
        assert not still_true(draft, estate.materials(Q3, holdings=damaged))

    def test_a_message_changes_nothing(self) -> None:
        estate = Estate(some_cases(6))
        draft = estate.draft(Q3)
        estate.cases = [step(estate.cases[0], Step.MESSAGE, text="谢谢。"), *estate.cases[1:]]
        assert still_true(draft, estate.materials(Q3))
