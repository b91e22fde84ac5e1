"""What a reader who knows the rule can work out of a published table: she tries every table that would look the same.

A hidden count is given away if in all of these it lies in 1 to k-1. The search looks only at what is published, so whether a
table passes tells nothing that was not published; and it stops, and says "given away", where it runs out of tries.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import Final

from generator.disclosure.cases.groups import Code, merge_small
from generator.disclosure.tables.suppression import Place, suppress

Published = Sequence[Sequence[int | None]]
_TRIES_A_VALUE: Final = 4
_TRIES_IN_ALL: Final = 200
_STEPS: Final = 20_000
_MERGES_TRIED: Final = 20_000


def given_away(cells: Published, rows: Sequence[int], columns: Sequence[int], k: int) -> frozenset[Place]:
    """The hidden places of a crossed table that the rule of suppression gives away. `rows`, `columns` are the totals."""
    hidden = frozenset((i, j) for i, row in enumerate(cells) for j, count in enumerate(row) if count is None)
    left = set(hidden)
    for table in islice(_like(cells, rows, columns, hidden, k), _TRIES_IN_ALL):
        seen = {(i, j) for i, j in left if not 0 < table[i][j] < k}
        if seen and suppress(table, k) == hidden:
            left -= seen
        if not left:
            break
    return frozenset(left)


def _like(
    cells: Published, rows: Sequence[int], columns: Sequence[int], hidden: Collection[Place], k: int
) -> Iterator[list[list[int]]]:
    """Tables with the same totals and shown counts: for each hidden place some in which it is nothing, or k or more."""
    steps = iter(range(_STEPS))
    for place in sorted(hidden):
        most = min(rows[place[0]], columns[place[1]])
        for value in (0, *range(k, most + 1)):
            yield from islice(completions(cells, rows, columns, (place, value), steps), _TRIES_A_VALUE)


def completions(
    cells: Published,
    rows: Sequence[int],
    columns: Sequence[int],
    fixed: tuple[Place, int],
    steps: Iterator[int],
) -> Iterator[list[list[int]]]:
    """Tables of whole numbers that fit totals, shown counts and the fixed one, the most even first, while steps last."""
    table = [[count or 0 for count in row] for row in cells]
    places = [(i, j) for i, row in enumerate(cells) for j, count in enumerate(row) if count is None]
    (row, column), value = fixed
    table[row][column] = value
    places.remove(fixed[0])
    row_left = [total - sum(row) for total, row in zip(rows, table, strict=True)]
    column_left = [
        total - sum(column) for total, column in zip(columns, zip(*table, strict=True), strict=True)
    ]
    yield from _fill(table, places, row_left, column_left, steps)


def _fill(
    table: list[list[int]],
    places: Sequence[Place],
    row_left: list[int],
    column_left: list[int],
    steps: Iterator[int],
) -> Iterator[list[list[int]]]:
    if min(*row_left, *column_left) < 0 or next(steps, None) is None:
        return
    if not places:
        if not any(row_left) and not any(column_left):
            yield [list(row) for row in table]
        return
    (row, column), rest = places[0], places[1:]
    for value in _values(row, column, rest, row_left, column_left):
        table[row][column] = value
        row_left[row] -= value
        column_left[column] -= value
        yield from _fill(table, rest, row_left, column_left, steps)
        row_left[row] += value
        column_left[column] += value


def _values(
    row: int, column: int, rest: Sequence[Place], row_left: Sequence[int], column_left: Sequence[int]
) -> Sequence[int]:
    """What a place may hold: the last of its row or column takes what is left; else the even share first."""
    in_row = sum(other == row for other, _ in rest)
    in_column = sum(other == column for _, other in rest)
    most = min(row_left[row], column_left[column])
    if not in_row:
        return (row_left[row],) if row_left[row] <= most else ()
    if not in_column:
        return (column_left[column],) if column_left[column] <= most else ()
    share = row_left[row] // (in_row + 1)
    return sorted(range(most + 1), key=lambda value: (abs(value - share), value))


def merged_given_away(
    shown: dict[Code, int], hidden: Sequence[Code], total: int, k: int, together: Code | None = None
) -> frozenset[Code]:
    """The codes shown together, `total` in all, whose own count the rule of merging gives away.

    `together` is the one that is among them whatever its count (其他).
    """
    left = set(hidden)
    for counts in islice(_splits(hidden, total, k, together), _MERGES_TRIED):
        seen = {code for code in left if not 0 < counts[code] < k}
        if seen and _merges_alike(shown, counts, k, together):
            left -= seen
        if not left:
            break
    return frozenset(left)


def _merges_alike(shown: dict[Code, int], counts: dict[Code, int], k: int, together: Code | None) -> bool:
    named = {code: count for code, count in (shown | counts).items() if count and code != together}
    start = counts.get(together, 0) if together is not None else 0
    return merge_small(named, k, start) == (shown, sum(counts.values()))


def _splits(hidden: Sequence[Code], total: int, k: int, together: Code | None) -> Iterator[dict[Code, int]]:
    """Ways to split a total: each code under k, but for one that may have any count (the one that joined, or 其他)."""
    for free in hidden if together is None else (together, *(code for code in hidden if code != together)):
        others = [code for code in hidden if code != free]
        for counts in _under(others, total, k):
            yield {**counts, free: total - sum(counts.values())}


def _under(codes: Sequence[Code], total: int, k: int) -> Iterator[dict[Code, int]]:
    if not codes:
        yield {}
        return
    for count in range(min(k - 1, total) + 1):
        for rest in _under(codes[1:], total - count, k):
            yield {codes[0]: count, **rest}
