"""Outcomes: an index, a page for each period with its balance and every listed case, a page for each matter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.disclosure.release import Entry, Group, Release
from generator.disclosure.releases import ReleasedPeriod
from generator.site.edition import Edition, Page
from generator.site.paging import Leaf, leaves
from generator.site.tables import ages, by_channel, reasons
from register.terms import Matter

Listed = tuple[Release, Entry]
FLOWS = {"into": ("carried_in", "received"), "out": ("listed", "counted", "withheld", "carried_out")}


@dataclass(frozen=True)
class Part:
    """A piece of the balance's bar: `x` and `width` in per cent of all cases."""

    code: str
    count: int
    x: float
    width: float


@dataclass(frozen=True)
class MatterRow:
    """A group of the period: how many came in, how many are listed, and the bar's width in per cent."""

    group: Group
    listed: tuple[Entry, ...]
    width: float


def outcome_pages(edition: Edition) -> Iterator[Page]:
    yield _index(edition)
    for one in edition.content.current:
        yield _period_page(edition, one)
    for matter, entries in _by_matter(edition.content.current).items():
        for leaf in leaves(f"outcomes/{matter}/", entries):
            yield _matter_page(edition, matter, leaf)


def balance_parts(release: Release, side: str) -> list[Part]:
    """One side of the balance as parts of a bar; both sides are equally long, because nothing is lost."""
    balance = release.balance
    counts = {code: getattr(balance, code) for code in FLOWS[side] if code != "carried_out"}
    if side == "out":
        counts["carried_out"] = balance.left_over
    total = sum(counts.values()) or 1
    parts, x = [], 0.0
    for code, count in counts.items():
        width = count * 100 / total
        parts.append(Part(code, count, round(x, 2), round(width, 2)))
        x += width
    return parts


def matter_rows(release: Release) -> list[MatterRow]:
    """The groups by size; an entry's group that has no row of its own still gets one."""
    groups = {group.matter: group for group in release.groups}
    for entry in release.entries:
        groups.setdefault(entry.matter, Group(matter=entry.matter, includes=(), received=0))
    most = max((group.received for group in groups.values()), default=0) or 1
    ranked = sorted(
        groups.values(), key=lambda group: (group.matter == Matter.OTHER, -group.received, group.matter)
    )
    return [
        MatterRow(
            group,
            tuple(entry for entry in release.entries if entry.matter == group.matter),
            round(group.received * 100 / most, 1),
        )
        for group in ranked
    ]


def _index(edition: Edition) -> Page:
    current = edition.content.current
    counts = {matter: len(entries) for matter, entries in _by_matter(current).items()}
    return edition.page(
        "outcomes/",
        edition.voice.say("nav", "outcomes"),
        "outcomes",
        "pages/outcomes.html",
        periods=list(edition.newest_first()),
        matters=counts,
    )


def _period_page(edition: Edition, one: ReleasedPeriod) -> Page:
    release, voice = one.release, edition.voice
    k = release.thresholds.k
    period = voice.period(release.period)
    rows = matter_rows(release)
    return edition.page(
        f"outcomes/{release.period}/",
        voice.say("outcomes", "title", period=period),
        "outcome_period",
        "pages/period.html",
        one=one,
        release=release,
        period=period,
        into=balance_parts(release, "into"),
        out=balance_parts(release, "out"),
        figures=edition.book.released(release.period),
        rows=rows,
        top=rows[0].group if rows and rows[0].group.received else None,
        counted=reasons("countedreason", release.performance.reasons.counted, k, voice),
        withheld=reasons("withholdingreason", release.performance.reasons.withheld, k, voice),
        carried=ages(release.balance.carried_out, voice),
        channels=by_channel(release, voice),
    )


def _matter_page(edition: Edition, matter: Matter, leaf: Leaf[Listed]) -> Page:
    name = edition.voice.term(matter)
    return edition.page(
        leaf.address,
        edition.voice.say("outcomes", "matter_title", matter=name),
        "outcome_matter",
        "pages/matter.html",
        matter=name,
        leaf=leaf,
        by_period=[
            (release, [entry for _, entry in listed])
            for release, listed in groupby(leaf.items, key=lambda listed: listed[0])
        ],
    )


def _by_matter(current: Iterable[ReleasedPeriod]) -> dict[Matter, list[Listed]]:
    """Listed entries by matter in the order of the vocabulary, newest period first; empty matters are left out."""
    entries = [(one.release, entry) for one in reversed(tuple(current)) for entry in one.release.entries]
    found = {matter: [listed for listed in entries if listed[1].matter == matter] for matter in Matter}
    return {matter: listed for matter, listed in found.items() if listed}
