"""Cell suppression for a crossed table of counts whose row and column totals are published.

Counts of 1 to k-1 are hidden (primary); further ones are hidden with them (complementary), until what is shown leaves
every small count anything from 0 to k or more. The spans are exact: a table between fixed totals is a flow, so the
largest change of one cell is a maximum flow, and in whole numbers. Sources: Handbook on Statistical Disclosure Control,
2nd ed., chapter 5; Statistical Policy Working Paper 22 (FCSM), chapter II.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

Cells = Sequence[Sequence[int]]
Place = tuple[int, int]
_ENDLESS: Final = 10**9


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


def is_protected(cells: Cells, hidden: set[Place] | frozenset[Place], place: Place, k: int) -> bool:
    """Whether a hidden count could be nothing at all, and k or more, for all that the totals and the others say."""
    least, most = span(cells, hidden, place)
    return least == 0 and most >= k


def span(cells: Cells, hidden: set[Place] | frozenset[Place], place: Place) -> tuple[int, int]:
    """The least and the greatest count a hidden place can have, given all totals and every count that is shown."""
    others = frozenset(hidden) - {place}
    row, column = place
    count = _at(cells, place)
    # Nodes are rows 0, 1, … and columns -1, -2, …. What a row gives up in one place it takes in another.
    more = _flow(_arcs(cells, others, giving=True), row, ~column)
    less = _flow(_arcs(cells, others, giving=False), row, ~column)
    return count - min(count, less), count + more


def _places(cells: Cells) -> Iterator[Place]:
    return product(range(len(cells)), range(len(cells[0])))


def _at(cells: Cells, place: Place) -> int:
    return cells[place[0]][place[1]]


def _arcs(cells: Cells, places: frozenset[Place], *, giving: bool) -> dict[int, dict[int, int]]:
    """How much can pass between rows and columns when the row of the place gives (or takes) elsewhere."""
    arcs: dict[int, dict[int, int]] = {}
    for row, column in places:
        room = cells[row][column]
        arcs.setdefault(row, {})[~column] = room if giving else _ENDLESS
        arcs.setdefault(~column, {})[row] = _ENDLESS if giving else room
    return arcs


def _flow(arcs: dict[int, dict[int, int]], source: int, sink: int) -> int:
    """The maximum flow, by shortest augmenting paths (Edmonds and Karp). The arcs are used up."""
    total = 0
    while path := _path(arcs, source, sink):
        amount = min(arcs[a][b] for a, b in path)
        for a, b in path:
            arcs[a][b] -= amount
            arcs[b][a] = arcs[b].get(a, 0) + amount
        total += amount
    return total


def _path(arcs: dict[int, dict[int, int]], source: int, sink: int) -> list[tuple[int, int]]:
    came: dict[int, int] = {source: source}
    waiting = deque([source])
    while waiting and sink not in came:
        here = waiting.popleft()
        for there, room in sorted(arcs.get(here, {}).items()):
            if room > 0 and there not in came:
                came[there] = here
                waiting.append(there)
    if sink not in came:
        return []
    path, here = [], sink
    while here != source:
        path.append((came[here], here))
        here = came[here]
    return path
