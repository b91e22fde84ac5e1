"""Measures of what the estate wrote down itself. Each is told by its items: what counts, how much of it was kept.

They are computed from content on the day of the build: a record added later moves an earlier period, and the page
says so. What falls under a due-cohort rule counts in the period it fell due in, kept or not.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, pairwise
from typing import Literal

from generator.disclosure.indicators import Figure
from generator.disclosure.measures import MEASURES, AnyMeasure
from generator.disclosure.period import Period
from generator.disclosure.releases import ReleasedPeriod
from generator.site.content import Content
from generator.site.derived import MORE, READ, AnyDerived, derived_figures
from generator.site.work.duties import KeptBy, Turn, turns
from generator.site.work.training import Cause
from register.content import Words
from register.errors import Fault, SettingsRefused
from register.sealed_standards import changed
from register.terms import Matter
from register.written.inspections import Problem

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
class Item:
    """What a figure rests on: the day that decides its period, and how much of it was kept."""

    day: date
    what: Words
    kept: int
    of: int = 1


@dataclass(frozen=True)
class Recorded:
    """A measure over items. A rate divides kept by all; a count adds up what was kept.

    `basis` are the items without which there is no data: for a count, whatever could have held one. What is `yearly`
    stands for a year: each period shows the newest items of the twelve months up to its end.
    """

    id: str
    group: str
    items: Callable[[Content], Iterable[Item]]
    unit: Literal["rate", "count", "days"] = "rate"
    basis: Callable[[Content], Iterable[Item]] | None = None
    yearly: bool = False

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


def turns_of(content: Content) -> Iterator[Turn]:
    """Every turn of every duty with a rhythm, the releases' own included."""
    work = content.work
    published = [date.fromisoformat(one.approval.published) for one in content.released]
    begun = content.released[0].period.first if content.released else None
    for duty in work.profile.duty if work.profile else ():
        logged = [done.on for done in work.disclosures.done if done.duty == duty.id]
        yield from turns(duty, published if duty.kept_by == KeptBy.RELEASES else logged, begun)


def _rounds_due(content: Content) -> Iterator[Item]:
    return (Item(one.due, one.name, int(one.in_time)) for one in content.work.rounds)


def _rounds_independent(content: Content) -> Iterator[Item]:
    return (Item(one.done, one.name, int(one.independent)) for one in content.work.rounds if one.done)


def _points(content: Content) -> Iterator[Item]:
    for one in content.work.rounds:
        if one.done and one.checked is not None and one.passed is not None:
            yield Item(one.done, one.name, one.passed, one.checked)


def _problems(content: Content) -> Iterator[tuple[date, Problem]]:
    return ((one.done, problem) for one in content.work.rounds if one.done for problem in one.problem)


def _problems_found(content: Content) -> Iterator[Item]:
    return (Item(found, problem.what, 1) for found, problem in _problems(content))


def _problems_due(content: Content) -> Iterator[Item]:
    return (Item(problem.due, problem.what, int(problem.in_time)) for _, problem in _problems(content))


def _rechecks(content: Content) -> Iterator[Item]:
    for _, problem in _problems(content):
        if problem.rechecked:
            yield Item(problem.rechecked, problem.what, int(problem.passed is True))


def _improvements_due(content: Content) -> Iterator[Item]:
    return (Item(one.due, one.title, int(one.in_time)) for one in content.work.improvements)


def _effects(content: Content) -> Iterator[Item]:
    for one in content.work.improvements:
        if one.effect:
            yield Item(one.effect.on, one.title, int(one.effect.better))


def _sessions_due(content: Content) -> Iterator[Item]:
    return (Item(one.due, one.topic, int(one.in_time)) for one in content.work.training.session)


def _tests(content: Content) -> Iterator[Item]:
    for one in content.work.training.session:
        if one.done and one.tested is not None and one.passed is not None and one.shows_result:
            yield Item(one.done, one.topic, one.passed, one.tested)


def _sessions_held(content: Content) -> Iterator[Item]:
    return (Item(one.done, one.topic, 1) for one in content.work.training.session if one.done)


def _sessions_after_complaints(content: Content) -> Iterator[Item]:
    for one in content.work.training.session:
        if one.done and one.cause == Cause.COMPLAINTS:
            yield Item(one.done, one.topic, 1)


def _disclosures_due(content: Content) -> Iterator[Item]:
    return (Item(turn.due, turn.duty.what, int(turn.in_time)) for turn in turns_of(content))


def _publication(content: Content) -> Iterator[Item]:
    """From a period's last day to its publication, in days; the day that counts is the period's last."""
    first = (one for one in content.released if one.release.revision == 1)
    for one in first:
        days = (date.fromisoformat(one.approval.published) - one.period.last).days
        yield Item(one.period.last, Words(zh=one.file, en=one.file), days)


def _corrections(content: Content) -> Iterator[Item]:
    for one in content.released:
        day = date.fromisoformat(one.approval.published)
        yield from (Item(day, Words(zh=each.what), 1) for each in one.release.corrections)


def _standards_changed(content: Content) -> Iterator[Item]:
    """The promises that a later version made, changed or took back, on the day it came into force."""
    for before, after in pairwise(content.standards.version):
        yield from (Item(after.effective, one.promise, 1) for one in changed(before, after))


def _about(
    items: Callable[[Content], Iterable[Item]], *matters: Matter
) -> Callable[[Content], Iterable[Item]]:
    """The same items, of the rounds about these matters alone."""

    def about(content: Content) -> Iterable[Item]:
        rounds = tuple(one for one in content.work.rounds if one.matter in matters)
        return items(replace(content, work=replace(content.work, rounds=rounds)))

    return about


def _surveyed(measure: str) -> Callable[[Content], Iterable[Item]]:
    """The satisfied among the valid answers to one question, wave by wave; a withheld figure is no item."""

    def items(content: Content) -> Iterator[Item]:
        for one in content.results:
            asked = one.result.of(measure)
            if asked is not None and asked.positive is not None and asked.n:
                yield Item(one.result.closes, one.result.title, asked.positive, asked.n)

    return items


RECORDED: tuple[Recorded, ...] = (
    Recorded("finished_repairs_passed", "B", _about(_points, Matter.MAINTENANCE)),
    Recorded("front_desk_passed", "D", _about(_points, Matter.ATTITUDE)),
    Recorded("safety_rounds_on_time", "E", _about(_rounds_due, Matter.SAFETY)),
    Recorded("safety_points_passed", "E", _about(_points, Matter.SAFETY)),
    Recorded("hazards_removed_on_time", "E", _about(_problems_due, Matter.SAFETY)),
    Recorded("plant_rounds_on_time", "E", _about(_rounds_due, Matter.FACILITIES)),
    Recorded("plant_points_passed", "E", _about(_points, Matter.FACILITIES)),
    Recorded("cleaning_rounds_on_time", "F", _about(_rounds_due, Matter.HYGIENE, Matter.GREENING)),
    Recorded("cleaning_points_passed", "F", _about(_points, Matter.HYGIENE)),
    Recorded("greening_points_passed", "F", _about(_points, Matter.GREENING)),
    Recorded("rounds_done_on_time", "G", _rounds_due),
    Recorded("rounds_independent", "G", _rounds_independent),
    Recorded("points_passed", "G", _points),
    Recorded("problems_found", "G", _problems_found, "count", _points),
    Recorded("problems_rectified_on_time", "G", _problems_due),
    Recorded("rechecks_passed", "G", _rechecks),
    Recorded("improvements_done_on_time", "I", _improvements_due),
    Recorded("improvements_effective", "I", _effects),
    Recorded("standards_changed", "I", _standards_changed, "count", _publication),
    Recorded("sessions_held_on_time", "J", _sessions_due),
    Recorded("tests_passed", "J", _tests),
    Recorded("sessions_after_complaints", "J", _sessions_after_complaints, "count", _sessions_held),
    Recorded("disclosures_on_time", "K", _disclosures_due),
    Recorded("days_to_publish", "K", _publication, "days"),
    Recorded("corrections_made", "K", _corrections, "count", _publication),
    *(Recorded(id, "H", _surveyed(code), yearly=True) for code, id in SURVEYED.items()),
)

AnyPublic = AnyMeasure | AnyDerived | Recorded
ALL: tuple[AnyPublic, ...] = tuple(
    sorted(chain(MEASURES, MORE, READ, RECORDED), key=lambda measure: measure.group)
)
"""Every measure of the site, by group; within a group in the order above."""

RELEASED = frozenset(measure.id for measure in chain(MEASURES, MORE, READ))
"""Those that a release gives by itself: once published, only a revision moves them."""


def figures_of(content: Content, one: ReleasedPeriod) -> dict[str, Figure]:
    """Every figure of a period: those the release holds, those its rows give, and those of the estate's records.

    What the press computes has the targets of the rules in force; a release keeps its own.
    """
    targets = content.rules.targets()
    recorded = {measure.id: measure.compute(content, one.period) for measure in RECORDED}
    computed = derived_figures(one.release) | {id: figure for id, figure in recorded.items() if figure}
    held = {figure.measure: figure for figure in one.release.figures}
    return held | {
        id: figure.model_copy(update={"target": targets.get(id)}) for id, figure in computed.items()
    }


def check_targets(content: Content) -> None:
    """Raises SettingsRefused naming each target that is set for a measure nobody knows."""
    known = {measure.id for measure in ALL}
    faults = [
        Fault(
            "content/rules.toml", f"target.{number}.measure", target.measure, "is no measure; see /measures/"
        )
        for number, target in enumerate(content.rules.target)
        if target.measure not in known
    ]
    if faults:
        raise SettingsRefused(faults)
