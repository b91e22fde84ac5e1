"""Three quarters with late corrections, a take-down and everything between, replayed in other worlds: residents see the same.

The proof is by indistinguishability. For every count of 1 to k-1 that is hidden there is another history, found by trying all
tables that fit what is shown, in which that count is nothing or k and more; and the real gate, run from its beginning,
publishes the very same of it: releases, revisions, tables, entries. So no reader can tell which of them happened, however she
adds and subtracts. Only the ledger's hashes differ, which nobody can read without a resident's own code.

Two survey waves are published between the quarters, and a reader has them too: the other histories have other answers as well.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from itertools import product
from typing import Any

from generator.disclosure.cases.groups import group_showing, merge_small
from generator.disclosure.cases.listed import Table, TableName
from generator.disclosure.cases.published import digest, to_bytes
from generator.disclosure.drafts.correction import compile_correction
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.drafts.takedown import compile_takedown
from generator.disclosure.releases.release import Release
from generator.disclosure.surveys.survey_audit import audit_result
from generator.disclosure.surveys.survey_compiled import compile_result
from generator.disclosure.surveys.survey_result import SurveyResult
from generator.disclosure.tables.suppression import suppress
from register.case import Case
from register.terms import Channel, CorrectionReason, Matter, Step, TakeDownReason
from tests import factories
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
)
from tests.generator.disclosure.surveyed import finished

K = 5
PERIODS = (Q3, Q4, Q1)
BEGUN = {Q3: at(7, 6), Q4: at(10, 12), Q1: at(1, 11, year=2027)}
LARGE = (Matter.HYGIENE, Matter.NOISE, Matter.CHARGES, Matter.SAFETY)
USUAL = (Channel.WEB, Channel.PHONE, Channel.COUNTER)
WHY = CorrectionReason.STEP_NOTED_LATE


@dataclass(frozen=True)
class Kind:
    """Of which matter a case is and how it came; all else is the same in every world."""

    matter: Matter
    channel: Channel


Quarter = tuple[Kind, ...]


def a_quarter(shift: int) -> Quarter:
    """Four matters by three channels with a small count or two, four small matters, and two channels that few used."""
    few = {(0, 0): 4, (3, 2): 3 if shift else 9}
    kinds = [
        Kind(matter, channel)
        for i, matter in enumerate(LARGE)
        for j, channel in enumerate(USUAL)
        for _ in range(few.get((i, j), 5 + (i + j + shift) % 4))
    ]
    small_matters = (
        Matter.PARKING,
        Matter.GREENING,
        Matter.GREENING,
        Matter.FACILITIES,
        Matter.OTHER,
        Matter.OTHER,
    )
    kinds += [Kind(matter, Channel.WEB) for matter in small_matters]
    kinds += [Kind(Matter.NOISE, Channel.INSPECTION), Kind(Matter.NOISE, Channel.REFERRED)] * 3
    return tuple(kinds)


HAPPENED: tuple[Quarter, ...] = tuple(a_quarter(shift) for shift in range(3))


def cases_of(world: Sequence[Quarter]) -> list[Case]:
    """The first eight of each quarter are listed; the others are still open."""
    cases = []
    for place, (period, quarter) in enumerate(zip(PERIODS, world, strict=True)):
        for number, kind in enumerate(quarter):
            received = BEGUN[period] + timedelta(minutes=number)
            case = opened(
                1000 * place + number + 1, received=received, matter=kind.matter, channel=kind.channel
            )
            cases.append(listable(case) if number < 8 else case)
    return cases


@cache
def replayed(world: tuple[Quarter, ...]) -> tuple[Release, ...]:
    """Everything published of a world, in order: each quarter, what was noted late about the first, a take-down."""
    estate, seen = Estate(cases_of(world)), list[Release]()
    late = [case for case in estate.cases if case.received < BEGUN[Q4]][-2:]
    for place, period in enumerate(PERIODS):
        estate.release(period)
        seen.append(estate.released[-1].release)
        materials = estate.materials(Q3, RELEASED_ON[period])
        known = {number: stored.record for number, stored in materials.holdings.cases.items()}
        noted = {case.number: noted_late(case) for case in late[:place]}
        made = compile_correction(replace(materials, holdings=holdings((known | noted).values())), WHY)
        revised(estate, made, seen)
    ref = seen[1].entries[0].ref
    revised(
        estate, compile_takedown(estate.materials(Q4, RELEASED_ON[Q1]), ref, TakeDownReason.WRONG_FACTS), seen
    )
    return tuple(seen)


def revised(estate: Estate, made: object, seen: list[Release]) -> None:
    if isinstance(made, Draft):
        estate.released = (*estate.released, released(made))
        seen.append(made.release)


def noted_late(case: Case) -> Case:
    """What was done in time and written down after the release."""
    case = step(case, Step.ACKNOWLEDGE)
    return step(case, Step.CLASSIFY, kind=case.kind, matter=case.matter, urgency=case.urgency)


def shown(seen: Sequence[Release]) -> list[dict[str, Any]]:
    return [release.model_dump(mode="json", exclude={"ledger", "previous"}) for release in seen]


def quarters(seen: Sequence[Release]) -> list[Release]:
    return [release for release in seen if release.revision == 1]


def crossed(release: Release) -> Table:
    (table,) = (table for table in release.tables if table.name == TableName.MATTER_BY_CHANNEL)
    return table


def row_of(kind: Kind, release: Release) -> int:
    return crossed(release).rows.index(group_showing(kind.matter, release.groups))  # type: ignore[arg-type]


def column_of(kind: Kind, release: Release) -> int:
    columns = crossed(release).columns
    return columns.index(kind.channel if kind.channel in columns else None)


def tables_like(release: Release) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every table of whole numbers with these totals and shown counts that the rule would have hidden alike."""
    table = crossed(release)
    hidden = {(i, j) for i, row in enumerate(table.cells) for j, count in enumerate(row) if count is None}
    rows = [
        [
            tried
            for tried in product(*(range(group.received + 1) if count is None else (count,) for count in row))
            if sum(tried) == group.received
        ]
        for row, group in zip(table.cells, release.groups, strict=True)
    ]
    for tried in product(*rows):
        if tuple(map(sum, zip(*tried, strict=True))) == table.totals and suppress(tried, K) == hidden:
            yield tried


def with_table(quarter: Quarter, release: Release, cells: tuple[tuple[int, ...], ...]) -> Quarter:
    """The same cases of the same matters, come by other channels, so that the table has these counts."""
    columns = crossed(release).columns
    few = iter([kind.channel for kind in quarter if kind.channel not in columns])
    wanted = {
        i: [column for column, count in zip(columns, row, strict=True) for _ in range(count)]
        for i, row in enumerate(cells)
    }
    taken = {i: iter(channels) for i, channels in wanted.items()}
    return tuple(replace(kind, channel=next(taken[row_of(kind, release)]) or next(few)) for kind in quarter)


def with_channels(quarter: Quarter, release: Release, counts: dict[Channel, int]) -> Quarter:
    """The cases of the channels shown together, come by them in these numbers."""
    left = iter([channel for channel, count in counts.items() for _ in range(count)])
    columns = crossed(release).columns
    return tuple(kind if kind.channel in columns else replace(kind, channel=next(left)) for kind in quarter)


def with_other(quarter: Quarter, release: Release, matter: Matter) -> Quarter:
    """Everything shown as other being of one of its matters."""
    return tuple(
        replace(kind, matter=matter) if group_showing(kind.matter, release.groups) == Matter.OTHER else kind
        for kind in quarter
    )


def splits_like(release: Release) -> Iterator[dict[Channel, int]]:
    """Every way in which the channels shown together may have been used, that would have been shown alike."""
    (table,) = (table for table in release.tables if table.name == TableName.CHANNELS)
    told = dict(zip(table.columns, table.totals, strict=True))
    rest = told.pop(None, 0)
    hidden = [channel for channel in Channel if channel not in told]
    for split in product(range(rest + 1), repeat=len(hidden)):
        counts = dict(zip(hidden, split, strict=True))
        used = {channel: count for channel, count in (told | counts).items() if channel is not None and count}
        if sum(split) == rest and merge_small(used, K) == (told, rest):
            yield counts


def small(count: int) -> bool:
    return 0 < count < K


def test_the_replay_has_all_that_could_give_something_away() -> None:
    seen = replayed(HAPPENED)
    assert [release.period for release in quarters(seen)] == [str(period) for period in PERIODS]
    assert [release.revision for release in seen].count(2) == 2
    assert [release.revision for release in seen].count(3) == 1
    assert any(release.tombstones for release in seen)
    for release in quarters(seen):
        assert any(None in row for row in crossed(release).cells)
        assert None in crossed(release).columns
        assert release.groups[-1].matter == Matter.OTHER


def test_no_matter_that_is_shown_as_other_can_be_told() -> None:
    """All of them may have been nothing but other."""
    world = tuple(
        with_other(quarter, release, Matter.OTHER)
        for quarter, release in zip(HAPPENED, quarters(replayed(HAPPENED)), strict=True)
    )
    before = Counter(kind.matter for quarter in HAPPENED for kind in quarter)
    after = Counter(kind.matter for quarter in world for kind in quarter)
    assert {matter for matter in before if not after[matter]} == {
        Matter.PARKING,
        Matter.GREENING,
        Matter.FACILITIES,
    }
    assert shown(replayed(world)) == shown(replayed(HAPPENED))


def test_no_channel_that_is_shown_with_others_can_be_told() -> None:
    releases = quarters(replayed(HAPPENED))
    splits = [list(splits_like(release)) for release in releases]
    for channel in (Channel.INSPECTION, Channel.REFERRED):
        chosen = [next(one for one in many if not small(one[channel])) for many in splits]
        world = tuple(map(with_channels, HAPPENED, releases, chosen))
        assert shown(replayed(world)) == shown(replayed(HAPPENED))


def test_no_hidden_count_of_the_crossed_table_can_be_told() -> None:
    releases = quarters(replayed(HAPPENED))
    alike = [list(tables_like(release)) for release in releases]
    hidden = [
        {
            (i, j)
            for i, row in enumerate(crossed(release).cells)
            for j, count in enumerate(row)
            if count is None
        }
        for release in releases
    ]
    while any(hidden):
        chosen = [
            max(tables, key=lambda cells: sum(not small(cells[i][j]) for i, j in left))
            for tables, left in zip(alike, hidden, strict=True)
        ]
        told = [
            {(i, j) for i, j in left if small(cells[i][j])}
            for cells, left in zip(chosen, hidden, strict=True)
        ]
        assert told != hidden, "what is left has the same small count in every table"
        hidden = told
        world = tuple(map(with_table, HAPPENED, releases, chosen))
        assert shown(replayed(world)) == shown(replayed(HAPPENED))


def test_another_world_that_the_totals_exclude_is_told_apart() -> None:
    """The comparison can fail: one case more of a shown matter is seen."""
    world = list(HAPPENED)
    world[1] = (replace(HAPPENED[1][-1], matter=Matter.HYGIENE), *HAPPENED[1][1:])
    assert shown(replayed(tuple(world))) != shown(replayed(HAPPENED))


@dataclass(frozen=True)
class Wave:
    """How many homes gave which answer to each question of the sample wave, the best first; all others passed it over."""

    overall: tuple[int, ...]
    web: int
    more: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def result(self, number: int, previous: str | None) -> SurveyResult:
        wave = finished(*self.overall, id=f"2026h{number}", web=self.web, **self.more)
        return compile_result(wave, factories.thresholds(k=K), previous)


SATISFACTION = ("very_satisfied", "fairly_satisfied", "neither", "fairly_dissatisfied", "very_dissatisfied")
ANSWERED = (
    Wave(
        (9, 8, 2, 1, 2),
        web=19,
        more={
            "had_repair": {"yes": 20, "no": 1},
            "repairs": {"very_satisfied": 19, "fairly_satisfied": 1},
            "safe": {"very_satisfied": 9, "fairly_satisfied": 3, "neither": 2, "not_applicable": 2},
        },
    ),
    Wave((6, 1, 1, 6, 6), web=12, more={"had_repair": {"yes": 6, "no": 12}}),
)


def surveyed(waves: Sequence[Wave]) -> list[dict[str, Any]]:
    """What is published of the waves, one after the other; their hashes hang on nothing but what is shown."""
    seen: list[SurveyResult] = []
    for number, wave in enumerate(waves, 1):
        seen.append(wave.result(number, digest(to_bytes(seen[-1])) if seen else None))
        assert audit_result(seen[-1]) == ()
    return [one.model_dump(mode="json") for one in seen]


def everything(world: tuple[Quarter, ...], waves: Sequence[Wave]) -> list[dict[str, Any]]:
    """All that a reader has at the end: releases, revisions, tables, entries and surveys."""
    return [*shown(replayed(world)), *surveyed(waves)]


def splits(total: int, length: int) -> Iterator[tuple[int, ...]]:
    """Every way to give so many answers to so many codes."""
    if length == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in splits(total - first, length - 1))


def inside(bands: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, ...]]:
    """Every distribution that gives the bands their counts."""
    for parts in product(*(list(splits(band["count"], len(band["answers"]))) for band in bands)):
        yield tuple(count for part in parts for count in part)


def with_more(wave: Wave, name: str, counts: Mapping[str, int]) -> Wave:
    return replace(wave, more={**wave.more, name: counts})


def waves_like(wave: Wave) -> Iterator[Wave]:
    """Every wave that looks alike and differs in one question, in the ways, or in a filter and what hangs on it."""
    (told,) = surveyed([wave])
    bands = {one["name"]: one["bands"] for one in told["results"]}
    tried = [replace(wave, overall=counts) for counts in inside(bands["overall"])]
    tried += [replace(wave, web=web) for web in range(sum(wave.overall) + 1)]
    for yes, no in inside(bands["had_repair"]):
        other = with_more(wave, "had_repair", {"yes": yes, "no": no})
        tried.append(with_more(other, "repairs", {"very_satisfied": yes} if "repairs" in wave.more else {}))
    if "safe" in wave.more:
        for counts in inside(bands["safe"]):
            said = dict(zip(SATISFACTION, counts, strict=True))
            tried.append(with_more(wave, "safe", {**said, "not_applicable": 0}))
    for other in tried:
        if other != wave and surveyed([other]) == [told]:
            yield other


def answers_of(wave: Wave) -> dict[str, int]:
    """Every count of a wave by the question and the code, and the ways it came by."""
    counts = {f"overall/{code}": count for code, count in zip(SATISFACTION, wave.overall, strict=True)}
    counts |= {"web": wave.web, "paper": sum(wave.overall) - wave.web}
    for name, codes in (("had_repair", ("yes", "no")), ("safe", (*SATISFACTION, "not_applicable"))):
        counts |= {f"{name}/{code}": wave.more.get(name, {}).get(code, 0) for code in codes}
    return counts


def test_the_waves_have_all_that_could_give_something_away() -> None:
    first, second = surveyed(ANSWERED)
    questions = {one["name"]: one for one in first["results"]}
    assert (first["web"], first["paper"]) == (None, None)
    assert len(questions["overall"]["bands"]) < 5
    assert len(questions["had_repair"]["bands"]) == 1
    assert questions["repairs"]["n"] is None
    assert questions["safe"]["not_applicable"] is None
    assert second["previous"]


def test_no_small_count_of_cases_or_answers_can_be_told_from_everything_together() -> None:
    """In every other history cases and answers differ at once; each small count is another one in some of them."""
    releases = quarters(replayed(HAPPENED))
    tables = [
        max(tables_like(release), key=lambda cells: sum(not small(count) for row in cells for count in row))
        for release in releases
    ]
    other_cases = tuple(map(with_table, HAPPENED, releases, tables))
    assert other_cases != HAPPENED
    told = everything(HAPPENED, ANSWERED)
    for place, wave in enumerate(ANSWERED):
        left = {name: count for name, count in answers_of(wave).items() if small(count)}
        for other in waves_like(wave):
            differs = {name for name, count in left.items() if answers_of(other)[name] != count}
            if differs:
                waves = [*ANSWERED[:place], other, *ANSWERED[place + 1 :]]
                assert everything(other_cases, waves) == told
                left = {name: count for name, count in left.items() if name not in differs}
            if not left:
                break
        assert not left


def test_a_wave_that_the_bands_exclude_is_told_apart() -> None:
    """The comparison can fail: one who was satisfied and is not any more is seen."""
    other = replace(ANSWERED[0], overall=(8, 8, 2, 1, 3))
    assert surveyed([other]) != surveyed(ANSWERED[:1])
