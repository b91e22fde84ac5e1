"""Measures of what the estate wrote down itself. Each is told by its items: what counts, how much of it was kept.

They are computed from content on the day of the build: a record added later moves an earlier period, and the page
says so. What falls under a due-cohort rule counts in the period it fell due in, kept or not.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from typing import Final, Literal

from generator.disclosure.cases.period import Period
from generator.disclosure.figures.indicators import Figure
from generator.disclosure.figures.measures import MEASURES, AnyMeasure
from generator.disclosure.releases.releases import ReleasedPeriod
from generator.site.content import Content
from generator.site.figures import items
from generator.site.figures.derived import MORE, READ, AnyDerived, derived_figures
from generator.site.figures.items import Item, about
from generator.site.figures.judged import against_shifts
from register.errors import Fault, SettingsRefused
from register.terms import Matter

A_YEAR = timedelta(days=365)
SURVEYED = {
    "TP01": "survey_overall",
    "TP02": "survey_repairs",
    "TP03": "survey_repair_time",
    "TP04": "survey_maintained",
    "TP05": "survey_safe",
    "TP06": "survey_listens",
    "TP07": "survey_informs",
    "TP08": "survey_respect",
    "TP09": "survey_complaints",
    "TP10": "survey_clean",
    "TP11": "survey_community",
    "TP12": "survey_order",
}
"""The measure of this site for each of the Tenant Satisfaction Measures a survey may ask."""


@dataclass(frozen=True)
class Recorded:
    """A measure over items. A rate divides kept by all; a count adds up what was kept.

    `basis` are the items without which there is no data: for a count, whatever could have held one. What is `yearly`
    stands for a year: each period shows the newest items of the twelve months up to its end. `rows` is the set of open
    data that holds the records, where there is one.
    """

    id: str
    group: str
    items: Callable[[Content], Iterable[Item]]
    unit: Literal["rate", "count", "days"] = "rate"
    basis: Callable[[Content], Iterable[Item]] | None = None
    yearly: bool = False
    rows: str | None = None

    def within(self, content: Content, period: Period) -> list[Item]:
        """The items of a period, oldest first."""
        found = [item for item in self.items(content) if self._counts(item, period)]
        if self.yearly:
            newest = max((item.day for item in found), default=None)
            found = [item for item in found if item.day == newest]
        return sorted(found, key=lambda item: (item.day, item.what.zh))

    def _counts(self, item: Item, period: Period) -> bool:
        return period.last - A_YEAR < item.day <= period.last if self.yearly else item.day in period

    def compute(self, content: Content, period: Period) -> Figure | None:
        items = self.within(content, period)
        kept, of = sum(item.kept for item in items), sum(item.of for item in items)
        if self.unit == "rate":
            return (of and Figure(measure=self.id, unit="rate", numerator=kept, denominator=of, n=of)) or None
        if not items and not (self.basis and any(item.day in period for item in self.basis(content))):
            return None
        return Figure(measure=self.id, unit=self.unit, value=str(kept), n=of)


RECORDED: tuple[Recorded, ...] = (
    Recorded(
        "complaint_improvements_open", "C", items.complaint_improvements_open, "count", items.publication
    ),
    Recorded("finished_repairs_passed", "B", about(items.points, Matter.MAINTENANCE), rows="rounds"),
    Recorded("front_desk_passed", "D", about(items.points, Matter.ATTITUDE), rows="rounds"),
    Recorded("safety_rounds_on_time", "E", about(items.rounds_due, Matter.SAFETY), rows="rounds"),
    Recorded("safety_points_passed", "E", about(items.points, Matter.SAFETY), rows="rounds"),
    Recorded("hazards_removed_on_time", "E", about(items.problems_due, Matter.SAFETY), rows="problems"),
    Recorded("plant_rounds_on_time", "E", about(items.rounds_due, Matter.FACILITIES), rows="rounds"),
    Recorded("plant_points_passed", "E", about(items.points, Matter.FACILITIES), rows="rounds"),
    Recorded("drills_held_on_time", "E", items.drills_due),
    Recorded(
        "cleaning_rounds_on_time",
        "F",
        about(items.rounds_due, Matter.HYGIENE, Matter.GREENING),
        rows="rounds",
    ),
    Recorded("cleaning_points_passed", "F", about(items.points, Matter.HYGIENE), rows="rounds"),
    Recorded("greening_points_passed", "F", about(items.points, Matter.GREENING), rows="rounds"),
    Recorded("rounds_done_on_time", "G", items.rounds_due, rows="rounds"),
    Recorded("rounds_independent", "G", items.rounds_independent, rows="rounds"),
    Recorded("points_passed", "G", items.points, rows="rounds"),
    Recorded("problems_found", "G", items.problems_found, "count", items.points, rows="problems"),
    Recorded("found_on_rounds", "G", items.found_on_rounds, rows="problems"),
    Recorded("problems_repeated", "G", items.problems_repeated, rows="problems"),
    Recorded("problems_rectified_on_time", "G", items.problems_due, rows="problems"),
    Recorded("rechecks_passed", "G", items.rechecks, rows="problems"),
    Recorded("improvements_done_on_time", "I", items.improvements_due),
    Recorded("improvements_effective", "I", items.effects),
    Recorded("standards_changed", "I", items.standards_changed, "count", items.publication),
    Recorded("sessions_held_on_time", "J", items.sessions_due),
    Recorded("tests_passed", "J", items.tests),
    Recorded("sessions_after_complaints", "J", items.sessions_after_complaints, "count", items.sessions_held),
    Recorded("certificates_held", "J", items.certificates),
    Recorded("disclosures_on_time", "K", items.disclosures_due),
    Recorded("days_to_publish", "K", items.publication, "days"),
    Recorded("corrections_made", "K", items.corrections, "count", items.publication),
    *(
        Recorded(id, "H", items.surveyed(code), yearly=True, rows="survey_results")
        for code, id in SURVEYED.items()
    ),
)

AnyPublic = AnyMeasure | AnyDerived | Recorded
ALL: tuple[AnyPublic, ...] = tuple(
    sorted(chain(MEASURES, MORE, READ, RECORDED), key=lambda measure: measure.group)
)
"""Every measure of the site, by group; within a group in the order above."""

RELEASED = frozenset(measure.id for measure in chain(MEASURES, MORE, READ))
"""Those that a release gives by itself: once published, only a revision moves them."""

LOST: Final = (
    "上期公示依据的这项目标不见了，文件可能被截断：请从备份恢复，或补上 [[target]]；不再设这项目标的，请写 [[ended]] · "
    "the last release was judged by this target, and it is gone; the file may be cut off: restore it from the backup, "
    "write the [[target]] again, or an [[ended]] if it was given up on purpose"
)


def figures_of(content: Content, one: ReleasedPeriod) -> dict[str, Figure]:
    """Every figure of a period: those the release holds, those its rows give, and those of the estate's records.

    What the press computes is judged like the rest, by the targets the release was made under.
    """
    targets = content.promised_in(one.release)
    recorded = {measure.id: measure.compute(content, one.period) for measure in RECORDED}
    computed = derived_figures(one.release) | {id: figure for id, figure in recorded.items() if figure}
    held = {figure.measure: figure for figure in one.release.figures}
    return held | {
        id: figure.model_copy(update={"target": targets.get(id)}) for id, figure in computed.items()
    }


def check_targets(content: Content) -> None:
    """Raises SettingsRefused naming each target that is set for a measure nobody knows, or was lost, or is another
    than in the last release, as the homes are, and nobody says why."""
    known = {measure.id for measure in ALL}
    faults = [
        Fault(
            "content/rules.toml", f"target.{number}.measure", target.measure, "is no measure; see /measures/"
        )
        for number, target in enumerate(content.rules.target)
        if target.measure not in known
    ]
    promised = content.latest.release.promised() if content.latest else {}
    faults += [
        Fault("content/rules.toml", "target", measure, LOST) for measure in content.rules.lost(promised)
    ]
    if content.latest:
        faults += against_shifts(content, content.latest.release)
    if faults:
        raise SettingsRefused(faults)
