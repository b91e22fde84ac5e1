"""Cell suppression against a brute-force attacker, and against published examples."""

from collections.abc import Iterator
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.disclosure.tables.suppression import suppress
from tests.generator.disclosure.tables.spans import is_protected, span

# Federal Committee on Statistical Methodology, Statistical Policy Working Paper 22 (1994, revised 2005), chapter II:
# number of delinquent children by county (rows) and education of the head of household (columns); threshold 5.
WP22 = ((15, 1, 3, 1), (20, 10, 10, 15), (3, 10, 10, 2), (12, 14, 7, 2))
# Its example of a table that looks suppressed and is not: every row and column has two holes.
WP22_UNPROTECTED = frozenset({(0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (2, 0), (2, 3), (3, 0), (3, 3)})

# M. Fischetti and J. J. Salazar, "Models and Algorithms for Optimizing Cell Suppression in Tabular Data with Linear Constraints",
# Journal of the American Statistical Association 95 (2000), 916-928, after L. Willenborg and T. de Waal: investments by activity and
# region. The cell of the second row and third column is private; with it three others are hidden.
INVESTMENTS = ((20, 50, 10), (8, 19, 22), (17, 32, 12))
INVESTMENTS_HIDDEN = frozenset({(1, 0), (1, 2), (2, 0), (2, 2)})

# Handbook on Statistical Disclosure Control (sdctools.github.io/HandbookSDC), 4.2, example 3, after J. Geurts (1992), table 10:
# four counts of which only the totals of their rows (7, 3) and columns (6, 4) are shown. It gives the interval of the first, 3 to
# 6, which is that of every table with these totals; here is one of them.
HANDBOOK = ((5, 2), (1, 2), (3, 3))
HANDBOOK_HIDDEN = frozenset({(0, 0), (0, 1), (1, 0), (1, 1)})

# Statistics Norway, R package GaussSuppression 1.2.3, vignette "Small count frequency table suppression", table 1: age (young, old)
# by country (Iceland, Portugal, Spain), all totals published. No young person is from Portugal, which is to be hidden; the three
# cells hidden with it are the package's own answer.
NORWAY = ((2, 0, 5), (3, 4, 6))
NORWAY_HIDDEN = frozenset({(0, 0), (0, 1), (1, 0), (1, 1)})


def tables(cells, hidden) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Every table of whole numbers with the same totals and the same shown counts: what an attacker can think of."""
    rows = [
        [
            candidate
            for candidate in product(
                *(range(sum(row) + 1) if (i, j) in hidden else (count,) for j, count in enumerate(row))
            )
            if sum(candidate) == sum(row)
        ]
        for i, row in enumerate(cells)
    ]
    totals = [sum(column) for column in zip(*cells, strict=True)]
    for table in product(*rows):
        if [sum(column) for column in zip(*table, strict=True)] == totals:
            yield table


small_tables = st.integers(2, 3).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 6), min_size=columns, max_size=columns), min_size=2, max_size=3
    )
)


@settings(max_examples=60, deadline=None)
@given(small_tables, st.data())
def test_the_span_is_exactly_what_a_brute_force_attacker_finds(cells, data) -> None:
    places = [(i, j) for i in range(len(cells)) for j in range(len(cells[0]))]
    hidden = data.draw(st.sets(st.sampled_from(places), min_size=1, max_size=6))
    place = data.draw(st.sampled_from(sorted(hidden)))
    possible = [table[place[0]][place[1]] for table in tables(cells, hidden)]
    assert span(cells, hidden, place) == (min(possible), max(possible))


@settings(max_examples=60, deadline=None)
@given(small_tables)
def test_no_small_count_can_be_worked_out_from_what_is_shown(cells) -> None:
    k = 3
    hidden = suppress(cells, k)
    if hidden is None:
        return
    possible = list(tables(cells, hidden))
    for i, row in enumerate(cells):
        for j, count in enumerate(row):
            values = {table[i][j] for table in possible}
            if 0 < count < k:
                assert (i, j) in hidden
                assert min(values) == 0
                assert max(values) >= k
            if (i, j) not in hidden:
                assert values == {count}


def test_the_published_example_of_a_failed_suppression_is_seen_to_fail() -> None:
    """The paper adds two rows and takes away two columns: the very high of Alpha is 1."""
    assert span(WP22, WP22_UNPROTECTED, (0, 3)) == (1, 1)
    assert not is_protected(WP22, WP22_UNPROTECTED, (0, 3), 5)


def test_the_published_example_is_protected() -> None:
    hidden = suppress(WP22, 5)
    assert hidden is not None
    small = {(i, j) for i, row in enumerate(WP22) for j, count in enumerate(row) if 0 < count < 5}
    assert small <= hidden
    assert all(is_protected(WP22, hidden, place, 5) for place in small)


def test_the_interval_of_a_published_example_is_found() -> None:
    """All that the others say of the private cell, which is 22: between 5 and 30."""
    assert span(INVESTMENTS, INVESTMENTS_HIDDEN, (1, 2)) == (5, 30)
    assert {table[1][2] for table in tables(INVESTMENTS, INVESTMENTS_HIDDEN)} == set(range(5, 31))
    assert span(INVESTMENTS, {(1, 2)}, (1, 2)) == (22, 22), "alone it is found by subtraction"


def test_the_feasibility_interval_of_the_handbook_is_found() -> None:
    assert [sum(row) for row in HANDBOOK] == [7, 3, 6]
    assert [sum(column) for column in zip(*HANDBOOK, strict=True)] == [9, 7]
    assert span(HANDBOOK, HANDBOOK_HIDDEN, (0, 0)) == (3, 6)
    assert not is_protected(HANDBOOK, HANDBOOK_HIDDEN, (1, 0), 5), "at most 3: known to be small"


def test_the_answer_of_another_program_is_seen_to_protect_and_not_to_hide_too_much() -> None:
    assert [sum(row) for row in NORWAY] == [7, 13]
    assert [sum(column) for column in zip(*NORWAY, strict=True)] == [5, 4, 11]
    spans = {place: span(NORWAY, NORWAY_HIDDEN, place) for place in NORWAY_HIDDEN}
    assert spans == {(0, 0): (0, 2), (0, 1): (0, 2), (1, 0): (3, 5), (1, 1): (2, 4)}
    for shown in NORWAY_HIDDEN - {(0, 1)}:
        assert span(NORWAY, NORWAY_HIDDEN - {shown}, (0, 1)) == (0, 0), "with one hole fewer it is found"


def test_hiding_the_small_alone_gives_a_lonely_one_away() -> None:
    cells = ((3, 9, 8), (9, 9, 9), (9, 9, 9))
    assert span(cells, {(0, 0)}, (0, 0)) == (3, 3)
    hidden = suppress(cells, 5)
    assert hidden == {(0, 0), (0, 2), (1, 0), (1, 2)}


def test_where_nothing_is_small_nothing_is_hidden_and_one_row_cannot_be_protected() -> None:
    assert suppress(((5, 0), (7, 9)), 5) == frozenset()
    assert suppress(((3, 9),), 5) is None
    assert suppress(((1, 0), (0, 1)), 5) is None
