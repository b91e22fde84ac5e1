"""What a reader can work out of a table with holes: the exact span of each hidden count, given all totals and what is shown.

A table between fixed totals is a flow, so the largest change of one cell is a maximum flow, and in whole numbers. Sources: Handbook on
Statistical Disclosure Control, 2nd ed., chapter 5; Statistical Policy Working Paper 22 (FCSM), chapter II.
"""

from collections import deque
from typing import Final

from generator.disclosure.tables.suppression import Cells, Place

_ENDLESS: Final = 10**9


def is_protected(cells: Cells, hidden: set[Place] | frozenset[Place], place: Place, k: int) -> bool:
    """Whether a hidden count could be nothing at all, and k or more, for all that the totals and the others say."""
    least, most = span(cells, hidden, place)
    return least == 0 and most >= k


def span(cells: Cells, hidden: set[Place] | frozenset[Place], place: Place) -> tuple[int, int]:
    """The least and the greatest count a hidden place can have, given all totals and every count that is shown."""
    others = frozenset(hidden) - {place}
    row, column = place
    count = cells[row][column]
    # Nodes are rows 0, 1, … and columns -1, -2, …. What a row gives up in one place it takes in another.
    more = _flow(_arcs(cells, others, giving=True), row, ~column)
    less = _flow(_arcs(cells, others, giving=False), row, ~column)
    return count - min(count, less), count + more


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
