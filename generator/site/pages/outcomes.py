"""Outcomes: an index, a page for each period with its balance and every listed case, a page for each matter."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.disclosure.cases.listed import Entry, Group
from generator.disclosure.releases.release import Release
from generator.disclosure.releases.releases import ReleasedPeriod
from generator.site.edition import Edition, Page
from generator.site.figures.tables import ages, by_channel, reasons
from generator.site.pages.paging import Leaf, leaves
from generator.site.pictures.outcome_pictures import endings, multiples
from register.terms import Matter, Outcome

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
    """A matter of the period: its group, how many are listed, and the bar's width in per cent.

    `group` is None where cases registered earlier are listed but no group of this period tells how many came in now:
    nought would be a figure, and a wrong one.
    """

    matter: Matter
    group: Group | None
    listed: tuple[Entry, ...]
    width: float


@dataclass(frozen=True)
class GroupPart:
    """The cases of one matter that stand on a leaf, of how many listed in the period."""

    matter: Matter
    of: int
    entries: tuple[Entry, ...]


def outcome_pages(edition: Edition) -> Iterator[Page]:
    yield _index(edition)
    for one in edition.content.current:
        yield from _period_pages(edition, one)
    for matter, entries in _by_matter(edition.content.current).items():
        title = edition.voice.say("outcomes", "matter_title", matter=edition.voice.term(matter))
        for leaf in leaves(f"outcomes/{matter}/", entries):
            yield _filtered_page(edition, title, leaf, "outcome_matter", matter=edition.voice.term(matter))
    for outcome, entries in by_outcome(edition.content.current).items():
        title = edition.voice.say("filter", "outcome_title", outcome=edition.voice.term(outcome))
        for leaf in leaves(f"outcomes/{outcome}/", entries):
            yield _filtered_page(edition, title, leaf, "outcome_outcome", name=edition.voice.term(outcome))


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
    """The groups by size; an entry's matter that is no group of this period still gets a row."""
    groups = {group.matter: group for group in release.groups}
    sizes = {matter: group.received for matter, group in groups.items()}
    most = max(sizes.values(), default=0) or 1
    ranked = sorted(
        {*groups, *(entry.matter for entry in release.entries)},
        key=lambda matter: (matter == Matter.OTHER, -sizes.get(matter, 0), matter),
    )
    return [
        MatterRow(
            matter,
            groups.get(matter),
            tuple(entry for entry in release.entries if entry.matter == matter),
            round(sizes.get(matter, 0) * 100 / most, 1),
        )
        for matter in ranked
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
        ways={outcome: len(entries) for outcome, entries in by_outcome(current).items()},
        endings=endings(current, edition.voice) if current else None,
        multiples=multiples(current, edition.voice) if current else None,
    )


def period_leaves(release: Release) -> list[Leaf[Entry]]:
    """The listed cases of a period by matter, in leaves; the first stands below the period's figures."""
    entries = [entry for row in matter_rows(release) for entry in row.listed]
    return leaves(f"outcomes/{release.period}/", entries)


def places(release: Release) -> dict[str, str]:
    """The address of every listed case of a period by its reference."""
    return {
        entry.ref: f"{leaf.address}#e-{entry.ref}" for leaf in period_leaves(release) for entry in leaf.items
    }


def parts_of(leaf: Leaf[Entry], release: Release) -> list[GroupPart]:
    """The cases of a leaf under their matters."""
    wholes = Counter(entry.matter for entry in release.entries)
    return [
        GroupPart(matter, wholes[matter], tuple(entries))
        for matter, entries in groupby(leaf.items, key=lambda entry: entry.matter)
    ]


def _starts(release: Release) -> dict[Matter, str]:
    """Where the cases of each matter begin."""
    starts: dict[Matter, str] = {}
    for leaf in period_leaves(release):
        for entry in leaf.items:
            starts.setdefault(entry.matter, f"{leaf.address}#{entry.matter}")
    return starts


def _period_pages(edition: Edition, one: ReleasedPeriod) -> Iterator[Page]:
    first, *others = period_leaves(one.release)
    yield _period_page(edition, one, first)
    period = edition.voice.period(one.release.period)
    title = edition.voice.say("outcomes", "title", period=period)
    for leaf in others:
        yield edition.page(
            leaf.address,
            edition.voice.say("filter", "leaf", title=title, n=leaf.number),
            "outcome_period",
            "pages/period_leaf.html",
            period=period,
            release=one.release,
            leaf=leaf,
            parts=parts_of(leaf, one.release),
        )


def _period_page(edition: Edition, one: ReleasedPeriod, leaf: Leaf[Entry]) -> Page:
    release, voice = one.release, edition.voice
    k = release.thresholds.k
    period = voice.period(release.period)
    rows = matter_rows(release)
    return edition.page(
        leaf.address,
        voice.say("outcomes", "title", period=period),
        "outcome_period",
        "pages/period.html",
        one=one,
        release=release,
        leaf=leaf,
        parts=parts_of(leaf, release),
        starts=_starts(release),
        period=period,
        into=balance_parts(release, "into"),
        out=balance_parts(release, "out"),
        figures=edition.book.released(release.period),
        rows=rows,
        top=rows[0].group if rows else None,
        counted=reasons("countedreason", release.performance.reasons.counted, k, voice),
        withheld=reasons("withholdingreason", release.performance.reasons.withheld, k, voice),
        carried=ages(release.balance.carried_out, voice),
        channels=by_channel(release, voice),
        reply=edition.content.work.replies.get(release.period),
    )


def _filtered_page(edition: Edition, title: str, leaf: Leaf[Listed], described: str, **named: str) -> Page:
    """Cases of one matter or of one outcome; the title of a later leaf tells its number."""
    if leaf.number > 1:
        title = edition.voice.say("filter", "leaf", title=title, n=leaf.number)
    return edition.page(
        leaf.address,
        title,
        described,
        "pages/filtered.html",
        leaf=leaf,
        by_period=[
            (release, [entry for _, entry in listed])
            for release, listed in groupby(leaf.items, key=lambda listed: listed[0])
        ],
        **named,
    )


def _by_matter(current: Iterable[ReleasedPeriod]) -> dict[Matter, list[Listed]]:
    """Listed entries by matter in the order of the vocabulary, newest period first; empty matters are left out."""
    entries = _listed(current)
    found = {matter: [listed for listed in entries if listed[1].matter == matter] for matter in Matter}
    return {matter: listed for matter, listed in found.items() if listed}


def by_outcome(current: Iterable[ReleasedPeriod]) -> dict[Outcome, list[Listed]]:
    """The same by how they ended."""
    entries = _listed(current)
    found = {outcome: [listed for listed in entries if listed[1].outcome == outcome] for outcome in Outcome}
    return {outcome: listed for outcome, listed in found.items() if listed}


def _listed(current: Iterable[ReleasedPeriod]) -> list[Listed]:
    return [(one.release, entry) for one in reversed(tuple(current)) for entry in one.release.entries]
