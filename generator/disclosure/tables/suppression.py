"""Cell suppression for a crossed table of counts whose row and column totals are published.

Counts of 1 to k-1 are hidden (primary); further ones are hidden with them (complementary), until what is shown leaves
every small count anything from 0 to k or more. That it does is tried in the tests with exact spans. Sources: Handbook on
Statistical Disclosure Control, 2nd ed., chapter 5; Statistical Policy Working Paper 22 (FCSM), chapter II.
"""

from collections.abc import Iterator, Sequence
from itertools import product

Cells = Sequence[Sequence[int]]
Place = tuple[int, int]


def suppress(cells: Cells, k: int) -> frozenset[Place] | None:
    """The places to hide: none where nothing is small; None where a small count has no partners to hide behind.

    Each small count is a corner of a hidden rectangle in which it could be nothing, and could be k; the one that hides
    the fewest cases more is taken. Deterministic: the same counts always hide the same places.
    """
    hidden = {place for place in _places(cells) if 0 < _at(cells, place) < k}
    for place in sorted(hidden):
        partners = min(_partners(cells, hidden, place, k), default=None)
        if partners is None:
            return None
        hidden.update(partners[1])
    return frozenset(hidden)


def _partners(
    cells: Cells, hidden: set[Place], place: Place, k: int
) -> Iterator[tuple[int, tuple[Place, Place, Place]]]:
    """The rectangles that protect a place, with the number of cases they would hide in addition."""
    row, column = place
    count = cells[row][column]
    for i in range(len(cells)):
        if i == row or cells[i][column] < k - count:
            continue
        for j in range(len(cells[0])):
            if j == column or cells[row][j] < k - count or cells[i][j] < count:
                continue
            corners = ((row, j), (i, column), (i, j))
            yield sum(cells[a][b] for a, b in corners if (a, b) not in hidden), corners


def _places(cells: Cells) -> Iterator[Place]:
    return product(range(len(cells)), range(len(cells[0])))


def _at(cells: Cells, place: Place) -> int:
    return cells[place[0]][place[1]]
