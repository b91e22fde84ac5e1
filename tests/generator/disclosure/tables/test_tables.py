"""The fixed set of tables: what is shown, what is left out, and that no other exists."""

import json
from collections import Counter
from dataclasses import replace

import pytest
from pydantic import ValidationError

from generator.disclosure.cases.groups import form_groups
from generator.disclosure.cases.listed import Group, Table, TableName
from generator.disclosure.releases.release import Release
from generator.disclosure.tables import tables
from generator.disclosure.tables.attacker import given_away
from generator.disclosure.tables.suppression import suppress
from generator.disclosure.tables.tables import (
    MOST_HIDDEN,
    Registered,
    channels,
    hide,
    make_tables,
    matter_by_channel,
)
from register.terms import Channel, Matter
from tests.generator.disclosure.estate import Q3, Estate, at, opened, some_cases
from tests.generator.disclosure.sample import a_release

K = 5


def registered(counts: dict[tuple[Matter, Channel | None], int]) -> list[Registered]:
    return [Registered(*key) for key, count in counts.items() for _ in range(count)]


def groups_of(cases: list[Registered]):
    return form_groups(Counter(one.matter for one in cases), K)


def crossed(counts: dict[tuple[Matter, Channel | None], int]) -> Table | None:
    cases = registered(counts)
    return matter_by_channel(cases, groups_of(cases), K)


LARGE = {
    (Matter.HYGIENE, Channel.WEB): 30,
    (Matter.HYGIENE, Channel.PHONE): 20,
    (Matter.HYGIENE, Channel.COUNTER): 14,
    (Matter.NOISE, Channel.WEB): 25,
    (Matter.NOISE, Channel.PHONE): 18,
    (Matter.NOISE, Channel.COUNTER): 9,
}


def test_channels_with_few_cases_are_shown_together() -> None:
    cases = [Registered(Matter.HYGIENE, Channel.WEB)] * 9
    cases += [Registered(Matter.HYGIENE, channel) for channel in list(Channel)[1:7]]
    table = channels(cases, groups_of(cases), K)
    assert table is not None
    assert (table.columns, table.totals) == ((Channel.WEB, None), (9, 6))


def test_channels_whose_counts_could_be_worked_out_are_left_out() -> None:
    """All but two channels are shown, and the two are 4 each or nothing: the attacker would know."""
    cases = [Registered(Matter.HYGIENE, channel) for channel in list(Channel)[:5] for _ in range(5)]
    cases += [Registered(Matter.HYGIENE, channel) for channel in list(Channel)[5:] for _ in range(4)]
    assert channels(cases, groups_of(cases), K) is None
    assert matter_by_channel(cases, groups_of(cases), K) is None


def test_fewer_than_k_cases_have_no_table() -> None:
    cases = [Registered(Matter.HYGIENE, Channel.WEB)] * 4
    assert channels(cases, groups_of(cases), K) is None


def test_a_table_without_small_counts_is_shown_whole() -> None:
    table = crossed(LARGE)
    assert table is not None
    assert table.cells == ((25, 18, 9), (30, 20, 14)) or table.cells == ((30, 20, 14), (25, 18, 9))
    assert table.totals == (55, 38, 23)


def test_a_table_of_which_more_than_half_would_be_hidden_is_left_out() -> None:
    """Four of six counts, though nobody could work one of them out."""
    groups = form_groups({Matter.HYGIENE: 36, Matter.NOISE: 36}, K)
    columns = (Channel.WEB, Channel.PHONE, Channel.COUNTER)
    cells = ((4, 12, 20), (12, 4, 20))
    hidden = suppress(cells, K)
    assert hidden is not None
    assert len(hidden) == 4
    seen = [[None if (i, j) in hidden else n for j, n in enumerate(row)] for i, row in enumerate(cells)]
    assert not given_away(seen, [36, 36], [16, 16, 40], K)
    assert hide(groups, columns, cells, K) is None


def test_a_table_with_more_hidden_counts_than_can_be_tried_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tables, "given_away", lambda *_: frozenset())
    matters, columns = list(Matter)[:7], tuple(list(Channel)[:5])
    cells = [[20] * 5 for _ in matters]
    for place in range(7):
        cells[place][place % 5] = 4
    hidden = suppress(cells, K)
    assert hidden is not None
    assert MOST_HIDDEN < len(hidden) <= 17
    groups = tuple(Group(matter=one, includes=(one,), received=84) for one in matters)
    assert hide(groups, columns, cells, K) is None


def test_a_small_count_is_hidden_with_its_partners() -> None:
    counts = {
        (matter, channel): 5 + i * 3 + j
        for i, matter in enumerate((Matter.HYGIENE, Matter.NOISE, Matter.CHARGES, Matter.SAFETY))
        for j, channel in enumerate((Channel.WEB, Channel.PHONE, Channel.COUNTER))
    }
    table = crossed({**counts, (Matter.HYGIENE, Channel.WEB): 4})
    assert table is not None
    hidden = [count for row in table.cells for count in row if count is None]
    assert len(hidden) == 4
    assert not [count for row in table.cells for count in row if count is not None and 0 < count < K]


@pytest.mark.parametrize(
    "cells",
    [((4, 9), (9, 9)), ((3, 0), (9, 9)), tuple((4, 40, 40, 40, 40) for _ in range(9))],
    ids=["more than half", "no partners", "too many"],
)
def test_what_would_hide_too_much_is_left_out(cells) -> None:
    matters = list(Matter)[: len(cells)]
    groups = [
        group.model_copy(update={"matter": matter})
        for matter, group in zip(matters, [a_release().groups[0]] * len(cells), strict=True)
    ]
    columns = tuple(list(Channel)[: len(cells[0])])
    assert hide(groups, columns, cells, K) is None


def test_what_the_rule_itself_gives_away_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "given_away", lambda *_: frozenset({(0, 0)}))
    assert crossed(LARGE) is None


def test_an_erased_case_has_neither_matter_nor_channel() -> None:
    cases = some_cases(6, matter=Matter.HYGIENE, channel=Channel.WEB)
    (table, *_) = make_tables(cases, 5, form_groups({Matter.HYGIENE: 6, Matter.OTHER: 5}, K), K) or (None,)
    assert table is None or sum(table.totals) == 11


def test_a_release_holds_the_tables_of_its_period() -> None:
    cases = [opened(i, received=at(7, 6), channel=Channel.WEB, matter=Matter.HYGIENE) for i in range(8)]
    (table, *_) = Estate(cases).draft(Q3).release.tables
    assert (table.name, table.columns, table.totals) == (TableName.CHANNELS, (Channel.WEB,), (8,))


@pytest.mark.parametrize("change", [{"name": "matter_by_building"}, {"totals": [6]}, {"rows": ["hygiene"]}])
def test_an_unknown_or_misshapen_table_is_refused(change) -> None:
    record = json.loads(a_release().model_dump_json())
    record["tables"][0] |= change
    with pytest.raises(ValidationError):
        Release.model_validate_json(json.dumps(record))


def test_every_table_has_its_rule() -> None:
    assert set(tables.TABLES) == set(TableName)
    assert replace(Registered(Matter.OTHER, None), channel=Channel.WEB).channel == Channel.WEB


def test_a_table_with_a_count_of_fewer_than_k_people_is_left_out() -> None:
    by_web = some_cases(9, matter=Matter.HYGIENE, channel=Channel.WEB)
    by_phone = some_cases(6, first=20, matter=Matter.HYGIENE, channel=Channel.PHONE)
    one_home = [case.model_copy(update={"contact": by_phone[0].contact}) for case in by_phone]
    groups = form_groups({Matter.HYGIENE: 15}, K)
    assert [table.totals for table in make_tables([*by_web, *by_phone], 0, groups, K)] == [(9, 6)]
    assert make_tables([*by_web, *one_home], 0, groups, K) == ()
