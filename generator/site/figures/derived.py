"""Measures read from the rows a release publishes, beside the figures it holds itself.

The press computes them, not the gate: so a release of years ago gives them too, and nothing new is published by them.
"""

from dataclasses import dataclass
from typing import Literal

from generator.disclosure.cases.listed import Entry, TableName, Tombstone
from generator.disclosure.figures.indicators import Figure, ReasonCount
from generator.disclosure.figures.measures import AnyMeasure, DueRate, ExtendedShare, ReceivedCount
from generator.disclosure.releases.release import Release
from generator.site.figures.happened import HAPPENED, AnyHappened
from generator.site.figures.pairs import Pair, PairFigure, count, rate
from register.terms import AgeBand, Channel, Kind, Matter, Outcome, Step, TakeDownReason

PUT_RIGHT = (Outcome.RECTIFIED, Outcome.PARTLY_RECTIFIED)
FOUNDED = (*PUT_RIGHT, Outcome.EXPLAINED, Outcome.UNFOUNDED, Outcome.UNVERIFIABLE, Outcome.OUT_OF_SCOPE)
"""The outcomes that answer a complaint or a repair; suggestions and praise have others."""


@dataclass(frozen=True)
class NinetiethDays:
    """Nine of ten were answered or finished within so many days; absent where too few were closed."""

    id: str
    group: str
    kind: Kind
    unit: Literal["days"] = "days"

    def compute(self, release: Release) -> Figure | None:
        for row in release.performance.durations:
            if row.kind == self.kind:
                return Figure(measure=self.id, unit="days", value=row.p90_days, n=row.n)
        return None


@dataclass(frozen=True)
class ReasonTotal:
    """How often a reason was given for a refusal, a pause or an extension: all reasons of the period together."""

    id: str
    group: str
    act: Literal["refusal", "pause"]
    unit: Literal["count"] = "count"

    def reasons(self, release: Release) -> tuple[ReasonCount, ...]:
        return (
            release.performance.reasons.refusal
            if self.act == "refusal"
            else release.performance.reasons.pause
        )

    def compute(self, release: Release) -> Figure | None:
        return count(self.id, sum(row.count for row in self.reasons(release)), release.balance.received)


@dataclass(frozen=True)
class OutcomeShare:
    """Published cases with a wanted outcome ÷ those whose outcome is one of `among`."""

    id: str
    group: str
    wanted: tuple[Outcome, ...]
    among: tuple[Outcome, ...]
    unit: Literal["rate"] = "rate"

    def entries(self, release: Release) -> list[Entry]:
        return [entry for entry in release.entries if entry.outcome in self.among]

    def compute(self, release: Release) -> Figure | None:
        entries = self.entries(release)
        return rate(self.id, sum(entry.outcome in self.wanted for entry in entries), len(entries))


@dataclass(frozen=True)
class MatterPerThousand:
    """Cases of a matter per 1,000 homes; absent where the release shows the matter together with others."""

    id: str
    group: str
    matter: Matter
    unit: Literal["per_thousand"] = "per_thousand"

    def compute(self, release: Release) -> Figure | None:
        for group in release.groups:
            if set(group.includes) == {self.matter}:
                value = f"{group.received * 1000 / release.households:.1f}"
                return Figure(measure=self.id, unit="per_thousand", value=value, n=group.received)
        return None


@dataclass(frozen=True)
class ChannelShare:
    """Cases by one channel ÷ all registered; absent where the channel has too few to be shown."""

    id: str
    group: str
    channel: Channel
    unit: Literal["rate"] = "rate"

    def compute(self, release: Release) -> Figure | None:
        for table in release.tables:
            if table.name == TableName.CHANNELS and self.channel in table.columns:
                came = table.totals[table.columns.index(self.channel)]
                return rate(self.id, came, sum(table.totals))
        return None


@dataclass(frozen=True)
class TakenDown:
    """Published texts of the period that were taken down again, for one reason or for any."""

    id: str
    group: str
    reason: TakeDownReason | None = None
    unit: Literal["count"] = "count"

    def stones(self, release: Release) -> list[Tombstone]:
        return [stone for stone in release.tombstones if self.reason in (None, stone.reason)]

    def compute(self, release: Release) -> Figure | None:
        return count(self.id, len(self.stones(release)), release.balance.listed)


@dataclass(frozen=True)
class NotShownAlone:
    """Numbers too small to stand by themselves: matters and channels shown with others, and hidden cells."""

    id: str
    group: str
    unit: Literal["count"] = "count"

    def parts(self, release: Release) -> dict[str, tuple[int, int]]:
        """(not shown alone, of how many) by what it is; a table the release does not have has no part."""
        matters = [len(group.includes) for group in release.groups]
        parts = {"matters": (sum(n for n in matters if n > 1), sum(matters))}
        for table in release.tables:
            cells = [cell for row in table.cells for cell in row]
            if table.name == TableName.CHANNELS:
                alone = sum(column is not None for column in table.columns)
                parts["channels"] = (len(Channel) - alone, len(Channel))
            else:
                parts["cells"] = (cells.count(None), len(cells))
        return parts

    def compute(self, release: Release) -> Figure | None:
        hidden, of = (sum(column) for column in zip(*self.parts(release).values(), strict=True))
        return count(self.id, hidden, of)


def _open_long(release: Release) -> Pair:
    """Cases without an answer at the period's end that are older than thirty days, of all without one."""
    ages = release.performance.open_at_end
    return ages.get(AgeBand.OVER_30, 0), sum(ages.values())


def _ratings_given(release: Release) -> Pair | None:
    """Those who said how the handling was, of all who were asked; none where too few were asked."""
    rated = release.performance.satisfaction
    return (rated.answered, rated.asked) if rated else None


def _ratings_not_listed(release: Release) -> Pair | None:
    """Rated cases that are settled and not listed, of all of those; none where that would tell too much."""
    rated, balance = release.performance.unlisted_rated, release.balance
    return None if rated is None else (rated, balance.settled - balance.listed)


def _withdrawn_by_staff(release: Release) -> Pair | None:
    """Withdrawals that staff noted, of all the release settles; none where that would tell too much."""
    performance = release.performance
    among = performance.reasons.withdrawn
    told = performance.withdrawn_by_staff
    return None if told is None or among is None else (told, among)


def _counted_only(release: Release) -> Pair:
    """Cases the release settles by counting them only; the reasons stand beside the balance."""
    return release.balance.counted, release.balance.settled


AnyDerived = (
    NinetiethDays
    | ReasonTotal
    | OutcomeShare
    | MatterPerThousand
    | ChannelShare
    | TakenDown
    | NotShownAlone
    | AnyHappened
)

MORE: tuple[AnyMeasure, ...] = (
    DueRate("fed_back_on_time", "A", (Kind.COMPLAINT, Kind.REPAIR), Step.FEED_BACK),
    ExtendedShare("repairs_extended", "B", (Kind.REPAIR,), Step.FINISH),
    ReceivedCount("praise_received", "D", (Kind.PRAISE,)),
)
"""Measures of the gate's own shapes that its releases do not carry as figures."""

READ: tuple[AnyDerived, ...] = (
    ChannelShare("received_online", "A", Channel.WEB),
    ChannelShare("received_by_referral", "A", Channel.REFERRED),
    PairFigure("open_over_30_days", "A", "ages", _open_long),
    ReasonTotal("clocks_paused", "A", "pause"),
    NinetiethDays("repair_days_p90", "B", Kind.REPAIR),
    NinetiethDays("complaint_days_p90", "C", Kind.COMPLAINT),
    OutcomeShare("put_right_share", "C", PUT_RIGHT, FOUNDED),
    ReasonTotal("cases_refused", "C", "refusal"),
    MatterPerThousand("attitude_per_thousand", "D", Matter.ATTITUDE),
    MatterPerThousand("safety_per_thousand", "E", Matter.SAFETY),
    MatterPerThousand("hygiene_per_thousand", "F", Matter.HYGIENE),
    PairFigure("ratings_given", "H", "ratings", _ratings_given, "rate"),
    PairFigure("ratings_not_listed", "H", "unlisted", _ratings_not_listed),
    OutcomeShare("suggestions_adopted", "I", (Outcome.ADOPTED,), (Outcome.ADOPTED, Outcome.NOT_ADOPTED)),
    PairFigure("counted_only", "K", "settled", _counted_only),
    PairFigure("withdrawn_by_staff", "K", "settled", _withdrawn_by_staff),
    TakenDown("taken_down", "K"),
    TakenDown("taken_down_for_a_person", "K", TakeDownReason.IDENTIFIES_PERSON),
    NotShownAlone("numbers_not_alone", "K"),
    *HAPPENED,
)


def derived_figures(release: Release) -> dict[str, Figure]:
    """Every figure that the release's own rows give beside those it holds; none where there is no data."""
    computed = [
        *(one.compute(release.performance, release.balance, release.households) for one in MORE),
        *(one.compute(release) for one in READ),
    ]
    return {figure.measure: figure for figure in computed if figure}
