"""The audit: what any layer lets slip is named; three quarters with late corrections give nothing away."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from generator.disclosure.cases import groups
from generator.disclosure.cases.groups import form_groups
from generator.disclosure.cases.listed import Group, Table, TableName
from generator.disclosure.drafts import correction, draft, population
from generator.disclosure.drafts.correction import compile_correction
from generator.disclosure.drafts.disclosure_audit import audit
from generator.disclosure.drafts.draft import Draft, Refused
from generator.disclosure.figures.indicators import ReasonCount
from generator.disclosure.releases.release import Release
from generator.disclosure.releases.releases import current
from generator.disclosure.releases.schedule import ReleaseRefusal
from generator.disclosure.tables import tables
from register.case import Case
from register.terms import Channel, CorrectionReason, Matter, Step
from tests.factories import step
from tests.generator.disclosure.estate import (
    Q1,
    Q3,
    Q4,
    RELEASED_ON,
    Estate,
    at,
    holdings,
    listable,
    opened,
    released,
    some_cases,
    spread,
)

WHY = CorrectionReason.STEP_NOTED_LATE
MIXED = {Matter.HYGIENE: 7, Matter.NOISE: 6, Matter.CHARGES: 3, Matter.SAFETY: 2, Matter.PARKING: 1}


def a_release(cases: list[Case] | None = None) -> Release:
    return Estate(cases or spread(MIXED)).draft(Q3).release


def changed(release: Release, **change: object) -> Release:
    return release.model_copy(update=change)


def test_what_the_gate_makes_passes() -> None:
    assert audit(a_release(), ()) == ()


class TestEveryLayer:
    """Each is taken away in turn: the audit says which cell would be given away, and no draft is made.

    Counting the people behind a number, which hides small ones too, is taken away with it.
    """

    @pytest.fixture(autouse=True)
    def _everybody_is_somebody_else(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(groups, "_not_among", lambda shown, senders: range(99))
        monkeypatch.setattr(tables, "_has_people", lambda *_: True)

    def test_without_merging_of_small_matters(self, monkeypatch: pytest.MonkeyPatch) -> None:
        bare = lambda counts, k, senders: tuple(  # noqa: E731
            Group(matter=matter, includes=(matter,), received=count) for matter, count in counts.items()
        )
        monkeypatch.setattr(population, "form_groups", bare)
        assert "2026-Q3/groups/charges" in self.refusal(spread(MIXED))

    def test_without_the_smallest_joining_the_rest(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def careless(counts, k, together=0):
            shown = {code: count for code, count in counts.items() if count >= k}
            return shown, together + sum(counts.values()) - sum(shown.values())

        monkeypatch.setattr(groups, "merge_small", careless)
        assert "2026-Q3/groups/other" in self.refusal(spread({Matter.HYGIENE: 8, Matter.NOISE: 2}))

    def test_without_merging_of_channels(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tables, "merge_small", lambda counts, k, together=0: (dict(counts), together))
        cases = some_cases(9, channel=Channel.WEB) + some_cases(2, first=20, channel=Channel.PHONE)
        assert "2026-Q3/channels/phone" in self.refusal(cases)

    def test_without_complementary_suppression(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            tables,
            "suppress",
            lambda cells, k: frozenset(
                (i, j) for i, row in enumerate(cells) for j, count in enumerate(row) if 0 < count < k
            ),
        )
        monkeypatch.setattr(tables, "given_away", lambda *_: frozenset())
        assert "2026-Q3/matter_by_channel/hygiene/web" in self.refusal(crossed_cases())

    def test_without_any_suppression(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tables, "suppress", lambda cells, k: frozenset())
        assert "2026-Q3/matter_by_channel/hygiene/web" in self.refusal(crossed_cases())

    def test_without_k_for_entries(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(population, "group_showing", lambda matter, groups: matter)
        assert "entries/charges" in self.refusal(spread(MIXED))

    def refusal(self, cases: list[Case]) -> str:
        made = draft.compile_release(Estate(cases).materials(Q3))
        assert isinstance(made, Refused)
        (against,) = made.against
        assert against.refusal == ReleaseRefusal.AUDIT_FAILED
        return against.about


def crossed_cases() -> list[Case]:
    """Four matters by three channels, one of the twelve counts small."""
    cases: list[Case] = []
    for i, matter in enumerate((Matter.HYGIENE, Matter.NOISE, Matter.CHARGES, Matter.SAFETY)):
        for j, channel in enumerate((Channel.WEB, Channel.PHONE, Channel.COUNTER)):
            count = 4 if i == j == 0 else 5 + i + j
            cases += [
                opened(len(cases) + n, received=at(7, 6), matter=matter, channel=channel)
                for n in range(count)
            ]
    return cases


class TestTampered:
    """What no layer of ours would make, and a reader of the files must still find."""

    def test_reasons_under_k(self) -> None:
        release = a_release()
        for rows in (
            (ReasonCount(reason="weather", count=2),),
            (ReasonCount(reason="weather", count=9), ReasonCount(reason=None, count=2)),
        ):
            reasons = release.performance.reasons.model_copy(update={"pause": rows})
            performance = release.performance.model_copy(update={"reasons": reasons})
            (problem,) = audit(changed(release, performance=performance), ())
            assert problem.startswith("2026-Q3/pause/")

    def test_reasons_that_the_rule_gives_away(self) -> None:
        """Three are 5 each and the two others 8 together: had one been 5, a shown one would have joined the other."""
        release = a_release()
        shown = [ReasonCount(reason=code, count=5) for code in ("complex", "parts_ordered", "third_party")]
        rows = (*shown, ReasonCount(reason=None, count=8))
        reasons = release.performance.reasons.model_copy(update={"extension": rows})
        told = changed(release, performance=release.performance.model_copy(update={"reasons": reasons}))
        assert audit(told, ()) == ("2026-Q3/extension/owners_decision", "2026-Q3/extension/weather")
        assert audit(changed(told, revision=2), (told,)) == (), "what stands already tells nothing new"

    def test_a_threshold_under_its_floor(self) -> None:
        release = a_release()
        low = changed(release, thresholds=release.thresholds.model_copy(update={"k": 2}))
        assert "2026-Q3/thresholds" in audit(low, ())

    def test_a_median_and_a_satisfaction_of_too_few(self) -> None:
        release = a_release(some_cases(12))
        few = changed(
            release, thresholds=release.thresholds.model_copy(update={"median_from": 13, "survey_from": 13})
        )
        assert set(audit(few, ())) == {"2026-Q3/durations/complaint", "2026-Q3/satisfaction"}

    def test_ratings_of_more_cases_than_are_listed(self) -> None:
        """All minus the entries is what those said that are not listed."""
        release = a_release(some_cases(12))
        rated = release.performance.satisfaction
        assert rated is not None
        more = rated.model_copy(update={"asked": rated.asked + 1, "dissatisfied": rated.dissatisfied + 1})
        told = changed(release, performance=release.performance.model_copy(update={"satisfaction": more}))
        assert audit(told, ()) == ("2026-Q3/satisfaction",)
        assert audit(changed(told, revision=2), (told,)) == (), "what stands already tells nothing new"
        assert "2026-Q3/satisfaction" in audit(changed(release, revision=2), (told,))

    def test_how_many_rated_where_they_or_the_others_are_few(self) -> None:
        release = a_release([*some_cases(12), *some_cases(11, "withheld", first=20)])
        told = lambda rated: changed(  # noqa: E731
            release, performance=release.performance.model_copy(update={"unlisted_rated": rated})
        )
        assert [rated for rated in range(12) if not audit(told(rated), ())] == [0, 5, 6, 11]
        assert audit(changed(told(5), revision=2), (told(6),)) == ("2026-Q3/unlisted_rated",)
        few = a_release([*some_cases(12), *some_cases(4, "withheld", first=20)])
        none = changed(few, performance=few.performance.model_copy(update={"unlisted_rated": 0}))
        assert audit(none, ()) == ("2026-Q3/unlisted_rated",)

    def test_who_noted_withdrawals_where_either_part_is_few_or_they_have_no_name(self) -> None:
        release = a_release([*some_cases(12), *some_cases(11, "withdrawn", first=20)])
        told = lambda noted: changed(  # noqa: E731
            release, performance=release.performance.model_copy(update={"withdrawn_by_staff": noted})
        )
        assert [noted for noted in range(12) if not audit(told(noted), ())] == [0, 5, 6, 11]
        assert audit(changed(told(5), revision=2), (told(6),)) == ("2026-Q3/withdrawn_by_staff",)
        plain = a_release()
        none = changed(plain, performance=plain.performance.model_copy(update={"withdrawn_by_staff": 0}))
        assert audit(none, ()) == ("2026-Q3/withdrawn_by_staff",)

    def test_a_table_of_other_rows_or_totals(self) -> None:
        release = a_release()
        (table, *_) = release.tables
        rows = table.model_copy(update={"rows": (Matter.OTHER,), "cells": ((None,) * len(table.columns),)})
        totals = table.model_copy(update={"totals": tuple(total + 1 for total in table.totals)})
        assert audit(changed(release, tables=(rows,)), ()) == ("2026-Q3/channels: rows",)
        assert audit(changed(release, tables=(totals,)), ()) == ("2026-Q3/channels: totals",)

    def test_channels_that_the_rule_gives_away(self) -> None:
        release = a_release(some_cases(33))
        shown = dict.fromkeys(list(Channel)[:5], 5)
        table = Table(
            name=TableName.CHANNELS, rows=(), columns=(*shown, None), totals=(*shown.values(), 8), cells=()
        )
        problems = audit(changed(release, tables=(table,)), ())
        assert problems == ("2026-Q3/channels/inspection", "2026-Q3/channels/referred")

    def test_groups_the_rule_would_not_form(self) -> None:
        release = a_release()
        assert audit(changed(release, groups=tuple(reversed(release.groups)), tables=()), ()) == (
            "2026-Q3/groups",
        )

    def test_no_groups_no_table(self) -> None:
        release = a_release(some_cases(3))
        assert audit(release, ()) == ()

    def test_a_reference_that_was_used_before(self) -> None:
        estate = Estate(spread(MIXED))
        (first,) = estate.release(Q3)
        again = changed(estate.draft(Q4).release, entries=first.release.entries[:1])
        ref = first.release.entries[0].ref
        assert f"2026-Q4/entries/{ref}" in audit(again, [first.release])

    @pytest.mark.parametrize("part", ["balance", "groups", "tables", "thresholds", "ledger", "entries"])
    def test_a_revision_that_moves_what_is_fixed(self, part: str) -> None:
        release = a_release()
        moved = changed(release, **{part: None if part != "entries" else release.entries[1:]})
        before = release
        now = changed(release, revision=2)
        if part == "entries":
            assert f"2026-Q3/{part}" in audit(changed(moved, revision=2), [before])
        else:
            assert f"2026-Q3/{part}" in audit(now, [moved])

    def test_a_description_moved_by_fewer_than_k(self) -> None:
        release = a_release()
        rows = (ReasonCount(reason="weather", count=6),)
        reasons = release.performance.reasons.model_copy(update={"pause": rows})
        old = changed(release, performance=release.performance.model_copy(update={"reasons": reasons}))
        more = release.performance.reasons.model_copy(
            update={"pause": (ReasonCount(reason="weather", count=8),)}
        )
        new = changed(release, performance=release.performance.model_copy(update={"reasons": more}))
        assert audit(new, [old]) == ("2026-Q3/pause",)


def test_a_correction_that_would_move_a_description_too_little_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case = investigated()
    estate = Estate([*some_cases(12), case])
    estate.release(Q3)
    monkeypatch.setattr(correction, "moves_too_little", lambda part, old, new, k: False)
    made = recompiled(estate, Q3, {case.number: step(case, Step.PAUSE, reason="weather")})
    assert isinstance(made, Refused)
    assert [one.refusal for one in made.against] == [ReleaseRefusal.AUDIT_FAILED]


def investigated(number: int = 90) -> Case:
    case = step(opened(number), Step.ACKNOWLEDGE)
    case = step(case, Step.CLASSIFY, kind=case.kind, matter=case.matter, urgency=case.urgency)
    return step(case, Step.ASSIGN, to="zhaoqiang", post="cleaning")


def recompiled(estate: Estate, period, cases: dict[str, Case]):
    materials = estate.materials(period, RELEASED_ON[Q1])
    held = {number: stored.record for number, stored in materials.holdings.cases.items()} | cases
    return compile_correction(replace(materials, holdings=holdings(held.values())), WHY)


def test_three_quarters_with_late_corrections_give_nothing_away() -> None:
    """A reader adds and subtracts everything that was ever published of matters: no count under k comes out."""
    k, late = 5, investigated()
    cases = [*spread(MIXED), late]
    for month, shift in ((10, 100), (1, 200)):
        begun = at(month, 12, year=2026 if month == 10 else 2027)
        cases += [
            listable(opened(shift + n, received=begun + timedelta(hours=n), matter=matter))
            for n, matter in enumerate(
                matter for matter, count in MIXED.items() for _ in range(count + shift // 100)
            )
        ]
    noted = opened(999, received=at(9, 20), matter=Matter.GREENING)
    estate = Estate([*cases, noted])
    seen: list[Release] = []
    for period in (Q3, Q4, Q1):
        (made,) = estate.release(period)
        seen.append(made.release)
        fixed = recompiled(estate, Q3, {late.number: step(late, Step.PAUSE, reason="weather")})
        if isinstance(fixed, Draft):
            estate.released = (*estate.released, released(fixed))
            seen.append(fixed.release)
    assert [one.revision for one in seen].count(2) == 1
    latest = [one.release for one in current(estate.released)]
    assert all(audit(one, [other for other in latest if other is not one]) == () for one in latest)
    for matter in Matter:
        assert not derivable_totals(seen, matter, k)


def derivable_totals(seen: list[Release], matter: Matter, k: int) -> set[int]:
    """Every sum and difference of what was published about a matter that is a count of 1 to k-1."""
    said = [
        {group.includes: group.received for group in release.groups if matter in group.includes}
        for release in seen
    ]
    shown = [count for one in said for includes, count in one.items() if includes == (matter,)]
    same_period = [
        abs(a.groups[i].received - b.groups[i].received)
        for a, b in product(seen, repeat=2)
        if a.period == b.period
        for i in range(len(a.groups))
    ]
    return {count for count in (*shown, *same_period) if 0 < count < k}


def test_an_attacker_who_tries_every_quarter_cannot_tell_a_small_matter() -> None:
    """All ways the hidden matters may have been, that would have been published alike: each may be none."""
    release = a_release(spread({Matter.HYGIENE: 5, Matter.NOISE: 2, Matter.CHARGES: 2, Matter.OTHER: 1}))
    (other,) = [group for group in release.groups if group.matter == Matter.OTHER]
    small = [Matter.NOISE, Matter.CHARGES, Matter.OTHER]
    possible: dict[Matter, Counter[int]] = {matter: Counter() for matter in small}
    for split in product(range(other.received + 1), repeat=3):
        counts = {Matter.HYGIENE: 5, **dict(zip(small, split, strict=True))}
        if form_groups({m: n for m, n in counts.items() if n}, 5) == release.groups:
            for matter, count in zip(small, split, strict=True):
                possible[matter][count] += 1
    for matter, counted in possible.items():
        assert not set(counted) <= {1, 2, 3, 4}, matter
