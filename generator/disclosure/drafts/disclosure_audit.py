"""The audit (DESIGN 7.7): nothing under k can be worked out of everything published so far, by one who knows the rule.

It reads releases alone, as a reader does, and trusts nothing that made them. What it rests on: the cases of two periods
are different cases, so descriptive counts of different periods never subtract; a period's own counts are fixed, revisions included; and
performance figures carry no matter, place or person (7.6), so they are exact on purpose. Survey results are tallies of
answers, from ten on, of people nobody can join to a case; `survey_audit` looks at them on their own.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from pydantic import ValidationError

from generator.disclosure.cases.groups import form_groups
from generator.disclosure.cases.listed import Group, Table, TableName
from generator.disclosure.cases.period import Period
from generator.disclosure.figures.events import OF_RECEIVED
from generator.disclosure.figures.happenings import Event
from generator.disclosure.figures.performance import ratings_of
from generator.disclosure.figures.statements import DESCRIPTIVE, REASONS, moves_too_little
from generator.disclosure.figures.unlisted import is_told
from generator.disclosure.releases.release import Release
from generator.disclosure.tables.attacker import given_away, merged_given_away
from register.rules import Thresholds
from register.terms import Channel, Kind, Matter


def audit(release: Release, published: Sequence[Release]) -> tuple[str, ...]:
    """What the release, beside all that is published, would give away: each cell by name; empty where nothing is.

    `published` are the latest revisions of all periods, this release's own earlier revision among them.
    """
    before = next((one for one in published if one.period == release.period), None)
    others = [one for one in published if one.period != release.period]
    return (
        *_rules(release),
        *_groups(release),
        *(problem for table in release.tables for problem in _table(table, release)),
        *_reasons(release, before),
        *_medians(release),
        *_ratings(release, before),
        *_withdrawals(release, before),
        *_events(release),
        *_entries(release, others),
        *(_moves(before, release) if before else ()),
    )


def _rules(release: Release) -> Iterator[str]:
    """No threshold is under its floor, whatever the settings were."""
    try:
        Thresholds(**release.thresholds.model_dump(exclude={"lag_days"}))
    except ValidationError:
        yield f"{release.period}/thresholds"


def _groups(release: Release) -> Iterator[str]:
    k, period = release.thresholds.k, release.period
    for group in release.groups:
        if group.received < k:
            yield f"{period}/groups/{group.matter}"
    if not release.groups:
        return
    # As far as anybody can tell, all that is shown as `other` is other: then no hidden matter has a count of its own.
    told = {group.matter: group.received for group in release.groups}
    if form_groups(told, k) != release.groups:
        yield f"{period}/groups"


def _table(table: Table, release: Release) -> Iterator[str]:
    name, k, groups = f"{release.period}/{table.name}", release.thresholds.k, release.groups
    crossed = table.name == TableName.MATTER_BY_CHANNEL
    if table.rows != (tuple(group.matter for group in groups) if crossed else ()):
        yield f"{name}: rows"
        return
    if sum(table.totals) != release.balance.received:
        yield f"{name}: totals"
        return
    yield from (
        f"{name}/{column}" for column, total in zip(table.columns, table.totals, strict=True) if total < k
    )
    yield from (f"{name}/{channel}" for channel in sorted(_channels(table, k)))
    if crossed:
        yield from _cells(name, table, groups, k)


def _channels(table: Table, k: int) -> frozenset[Channel]:
    totals = dict(zip(table.columns, table.totals, strict=True))
    rest = totals.pop(None, 0)
    shown = {column: total for column, total in totals.items() if column is not None}
    hidden = [channel for channel in Channel if channel not in shown]
    return merged_given_away(shown, hidden, rest, k) if rest else frozenset()


def _cells(name: str, table: Table, groups: Sequence[Group], k: int) -> Iterator[str]:
    for matter, row in zip(table.rows, table.cells, strict=True):
        for column, count in zip(table.columns, row, strict=True):
            if count is not None and 0 < count < k:
                yield f"{name}/{matter}/{column}"
    rows = [group.received for group in groups]
    for i, j in sorted(given_away(table.cells, rows, table.totals, k)):
        yield f"{name}/{table.rows[i]}/{table.columns[j]}"


def _reasons(release: Release, before: Release | None) -> Iterator[str]:
    """A reason has k cases or no name; what is together has k or more, unless it is all there is, and gives none away.

    A list that stands as it did before tells nothing new.
    """
    k = release.thresholds.k
    for name, vocabulary in REASONS.items():
        rows = getattr(release.performance.reasons, name)
        if before is not None and rows == getattr(before.performance.reasons, name):
            continue
        told = {vocabulary(row.reason): row.count for row in rows if row.reason}
        rest = sum(row.count for row in rows if not row.reason)
        hidden = [code for code in vocabulary if code not in told]
        given = merged_given_away(told, hidden, rest, k) if rest >= k else frozenset()
        yield from (f"{release.period}/{name}/{code}" for code in sorted(given))
        for row in rows:
            alone = row.reason is None and len(rows) == 1
            if row.count < k and not alone:
                yield f"{release.period}/{name}/{row.reason or 'merged'}"


def _medians(release: Release) -> Iterator[str]:
    """Medians rest on enough cases."""
    for row in release.performance.durations:
        if row.n < release.thresholds.median_from:
            yield f"{release.period}/durations/{row.kind}"


def _ratings(release: Release, before: Release | None) -> Iterator[str]:
    """Ratings are those of the entries, of enough of them: of more cases, they would tell what those said that are not listed.

    How many of these gave one is told where neither they nor the others are a few.
    """
    told = ratings_of(release.entries, release.thresholds.survey_from)
    if release.performance.satisfaction != (before.performance.satisfaction if before else told):
        yield f"{release.period}/satisfaction"
    rated, unlisted = release.performance.unlisted_rated, release.balance.settled - release.balance.listed
    moved = before is not None and rated != before.performance.unlisted_rated
    if moved or (rated is not None and not is_told(rated, unlisted, release.thresholds.k)):
        yield f"{release.period}/unlisted_rated"


def _withdrawals(release: Release, before: Release | None) -> Iterator[str]:
    """Who noted withdrawals is told where their number stands by name, and neither part is a few. A revision does not move it."""
    told = release.performance.withdrawn_by_staff
    among = release.performance.reasons.withdrawn or 0
    moved = before is not None and told != before.performance.withdrawn_by_staff
    if moved or (told is not None and not is_told(told, among, release.thresholds.k)):
        yield f"{release.period}/withdrawn_by_staff"


def _events(release: Release) -> Iterator[str]:
    """A row stands once and covers what was received; what reviews decided is told once a year, from k on."""
    performance, period = release.performance, Period.parse(release.period)
    received: Counter[Kind] = Counter()
    for row in performance.received:
        received[row.kind] += row.count
    among: Counter[tuple[Event, Kind]] = Counter()
    times: Counter[tuple[Event, Kind]] = Counter()
    for happened in performance.events or ():
        among[happened.event, happened.kind] += happened.among
        times[happened.event, happened.kind] += 1
    expected = product(OF_RECEIVED, received) if performance.events is not None else ()
    too_few = {(event, kind) for event, kind in expected if among[event, kind] < received[kind]}
    twice = {key for key, count in times.items() if count > 1}
    yield from (f"{period}/events/{event}/{kind}" for event, kind in sorted(too_few | twice))
    reviews = performance.reviews
    if reviews and (reviews.decided < release.thresholds.k or not period.ends_year()):
        yield f"{period}/reviews"


def _entries(release: Release, others: Sequence[Release]) -> Iterator[str]:
    """An entry is one of a group that is shown, no reference is used twice, and no group has more entries than cases."""
    everything = (*others, release)
    received = {(one.period, group.matter): group.received for one in everything for group in one.groups}
    listed: Counter[tuple[str, Matter]] = Counter()
    refs: Counter[str] = Counter()
    for one in everything:
        listed.update((entry.period, entry.matter) for entry in one.entries)
        refs.update(place.ref for places in (one.entries, one.tombstones) for place in places)
    mine = {(entry.period, entry.matter) for entry in release.entries}
    for period, matter in sorted(mine):
        if listed[period, matter] > received.get((period, matter), 0):
            yield f"{period}/entries/{matter}"
    for ref in sorted(ref for ref, count in refs.items() if count > 1):
        yield f"{release.period}/entries/{ref}"


def _moves(before: Release, release: Release) -> Iterator[str]:
    """What is hidden stays hidden, what is shown stays shown; a description moves by k or more."""
    for part in ("balance", "groups", "tables", "thresholds", "ledger"):
        if getattr(before, part) != getattr(release, part):
            yield f"{release.period}/{part}"
    for part in DESCRIPTIVE:
        if moves_too_little(part, before.performance, release.performance, release.thresholds.k):
            yield f"{release.period}/{part}"
    gone = {stone.ref for stone in release.tombstones}
    if [entry for entry in before.entries if entry.ref not in gone] != list(release.entries):
        yield f"{release.period}/entries"
