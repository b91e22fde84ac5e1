"""The attacker who knows the rule, held against one who tries every table there is."""

from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.disclosure.cases.groups import form_groups, merge_small
from generator.disclosure.tables.attacker import given_away, merged_given_away
from generator.disclosure.tables.suppression import suppress
from register.terms import Channel, Matter
from tests.generator.disclosure.tables.spans import is_protected

K = 3
CHANNELS = list(Channel)[:4]


def every_table(rows: list[int], columns: list[int]):
    """All tables of whole numbers with these totals, by brute force."""
    choices = [
        [row for row in product(range(total + 1), repeat=len(columns)) if sum(row) == total] for total in rows
    ]
    for table in product(*choices):
        if [sum(column) for column in zip(*table, strict=True)] == columns:
            yield table


def look(table, hidden):
    """What a table looks like when it is published."""
    return [
        [None if (i, j) in hidden else count for j, count in enumerate(row)] for i, row in enumerate(table)
    ]


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from((2, 3)).flatmap(lambda width: st.tuples(*[st.tuples(*[st.integers(0, 5)] * width)] * 2))
)
def test_what_passes_gives_no_small_count_to_one_who_tries_every_table(cells) -> None:
    rows, columns = [sum(row) for row in cells], [sum(column) for column in zip(*cells, strict=True)]
    hidden = suppress(cells, K)
    if not hidden:
        return
    seen = look(cells, hidden)
    alike = [
        table
        for table in every_table(rows, columns)
        if (its := suppress(table, K)) == hidden and look(table, its) == seen
    ]
    assert tuple(map(tuple, cells)) in alike
    told = {(i, j) for i, j in hidden if all(0 < table[i][j] < K for table in alike)}
    assert told <= given_away(seen, rows, columns, K)


def test_a_table_whose_totals_do_not_fit_is_like_no_other_and_passes_nothing() -> None:
    assert given_away(((None, 2), (1, 3)), (4, 4), (2, 5), K) == {(0, 0)}


def test_one_who_knows_the_rule_learns_what_the_totals_alone_do_not_say() -> None:
    """Between the totals the first count may be nothing; but then nothing would have been hidden."""
    cells = ((1, 2), (2, 1))
    hidden = suppress(cells, K)
    assert hidden is not None
    assert all(is_protected(cells, hidden, place, K) for place in hidden)
    assert given_away(look(cells, hidden), [3, 3], [3, 3], K) == hidden


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 7), min_size=4, max_size=4))
def test_what_is_shown_together_hides_each_of_them_or_is_said_not_to(counts) -> None:
    shown, rest = merge_small({c: n for c, n in zip(CHANNELS, counts, strict=True) if n}, K)
    assume(rest >= K)
    hidden = [channel for channel in CHANNELS if channel not in shown]
    alike = [
        dict(zip(hidden, split, strict=True))
        for split in product(range(rest + 1), repeat=len(hidden))
        if sum(split) == rest
        and merge_small({c: n for c, n in (shown | dict(zip(hidden, split, strict=True))).items() if n}, K)
        == (shown, rest)
    ]
    told = {channel for channel in hidden if all(0 < split[channel] < K for split in alike)}
    assert alike
    assert told == merged_given_away(shown, hidden, rest, K)


def test_two_that_are_each_as_large_as_they_may_be_are_known() -> None:
    """Both are under 3 and they are 4 together: each is 2."""
    assert merged_given_away({Channel.WEB: 3}, [Channel.PHONE, Channel.COUNTER], 4, 3) == {
        Channel.PHONE,
        Channel.COUNTER,
    }


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(list(Matter)[-4:]), st.integers(1, 6), min_size=1))
def test_matters_are_never_given_away_because_other_may_be_all_of_them(counts) -> None:
    groups = form_groups(counts, K)
    rest = next((group for group in groups if group.matter == Matter.OTHER), None)
    assume(rest is not None)
    shown = {group.matter: group.received for group in groups if group is not rest}
    assert not merged_given_away(shown, list(rest.includes), rest.received, K, together=Matter.OTHER)
