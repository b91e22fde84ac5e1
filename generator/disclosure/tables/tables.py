"""The tables of a release: a small fixed set, each with the rule that keeps its small counts from being worked out.

`TABLES` names all there are: a release with another one is refused. The matter groups (`groups.py`) and the listed
entries are the other two descriptive parts; outcomes, times and satisfaction are counted from the entries alone.
A table with too few cases to show at least half of its counts, or that the audit would not let through, is left out; both are
decided by what would be published alone, so that leaving it out tells nothing either. So is one with a count behind which are
fewer than k different people; that tells no more than that there is such a count.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.disclosure.cases.groups import group_showing, merge_small
from generator.disclosure.cases.listed import Group, Table, TableName
from generator.disclosure.tables.attacker import given_away, merged_given_away
from generator.disclosure.tables.suppression import Cells, suppress
from register.case import Case
from register.senders import NOBODY_KNOWN, sender_of, senders
from register.terms import Channel, Matter


@dataclass(frozen=True)
class Registered:
    """A case this release registers, as a table counts it; an erased one has no channel any more and is among `other`.

    `sender` is a mark that cases of one home share; None where it does not count among the people (`register.senders`).
    """

    matter: Matter
    channel: Channel | None
    sender: str | None = None


MOST_HIDDEN: Final = 12
Build = Callable[[Sequence[Registered], Sequence[Group], int], Table | None]


def make_tables(cases: Iterable[Case], erased: int, groups: Sequence[Group], k: int) -> tuple[Table, ...]:
    """Every table of the fixed set that has enough cases to be shown."""
    registered = [Registered(case.matter, case.submission.channel, sender_of(case)) for case in cases]
    registered += [Registered(Matter.OTHER, None, NOBODY_KNOWN)] * erased
    made = (build(registered, groups, k) for build in TABLES.values())
    return tuple(table for table in made if table is not None and _has_people(table, registered, groups, k))


def _has_people(table: Table, registered: Iterable[Registered], groups: Sequence[Group], k: int) -> bool:
    """Whether k different people are behind every count that is shown, but for those that are nothing."""
    people: dict[tuple[Matter | None, Channel | None], set[str | None]] = {}
    for one in registered:
        column = one.channel if one.channel in table.columns else None
        for row in (None, group_showing(one.matter, groups)):
            people.setdefault((row, column), set()).add(one.sender)
    rows = ((None, table.totals), *zip(table.rows, table.cells, strict=True))
    return all(
        len(senders(people[row, column])) >= k
        for row, counts in rows
        for column, count in zip(table.columns, counts, strict=True)
        if count
    )


def channels(registered: Sequence[Registered], groups: Sequence[Group], k: int) -> Table | None:
    """Cases by the channel they came by; few-used channels are shown together, so that nothing is hidden."""
    counts = Counter(one.channel for one in registered)
    together = counts.pop(None, 0)
    named = {channel: count for channel, count in counts.items() if channel is not None}
    shown, rest = merge_small(named, k, together)
    columns: tuple[Channel | None, ...] = tuple(channel for channel in Channel if channel in shown)
    columns = (*columns, None) if rest else columns
    hidden = [channel for channel in Channel if channel not in shown]
    if rest and merged_given_away(shown, hidden, rest, k):
        return None
    totals = tuple(shown[column] if column is not None else rest for column in columns)
    return (
        Table(name=TableName.CHANNELS, rows=(), columns=columns, totals=totals, cells=()) if groups else None
    )


def matter_by_channel(registered: Sequence[Registered], groups: Sequence[Group], k: int) -> Table | None:
    """Cases by the group they are shown in and the channels as they are shown."""
    by_channel = channels(registered, groups, k)
    if by_channel is None or min(len(groups), len(by_channel.columns)) < 2:
        return None
    return hide(groups, by_channel.columns, _cells(registered, groups, by_channel.columns), k)


def _cells(
    registered: Sequence[Registered], groups: Sequence[Group], columns: Sequence[Channel | None]
) -> list[list[int]]:
    counts: Counter[tuple[Matter | None, Channel | None]] = Counter()
    for one in registered:
        counts[group_showing(one.matter, groups), one.channel if one.channel in columns else None] += 1
    return [[counts[group.matter, column] for column in columns] for group in groups]


def hide(groups: Sequence[Group], columns: tuple[Channel | None, ...], cells: Cells, k: int) -> Table | None:
    """The crossed table with everything hidden that must be; None where that is too much of it to be of use."""
    hidden = suppress(cells, k)
    if hidden is None or 2 * len(hidden) > len(cells) * len(columns) or len(hidden) > MOST_HIDDEN:
        return None
    table = Table(
        name=TableName.MATTER_BY_CHANNEL,
        rows=tuple(group.matter for group in groups),
        columns=columns,
        totals=tuple(sum(column) for column in zip(*cells, strict=True)),
        cells=tuple(
            tuple(None if (i, j) in hidden else count for j, count in enumerate(row))
            for i, row in enumerate(cells)
        ),
    )
    return None if given_away(table.cells, [group.received for group in groups], table.totals, k) else table


TABLES: Final[Mapping[TableName, Build]] = {
    TableName.CHANNELS: channels,
    TableName.MATTER_BY_CHANNEL: matter_by_channel,
}
