"""What figures are judged by and counted over, release by release: targets and homes that are not those of the one before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.disclosure.cases.period import Period
from generator.disclosure.releases.release import Release
from generator.site.content import Content
from register.content import Words
from register.errors import Fault

TARGET_MOVED: Final = (
    "与上期公示依据的目标不同：请改回，或写一段 [[moved]]，填 measure、was（原来的目标）和 why · "
    "is not the target that the last release was judged by: put it back, or write a [[moved]] with measure, was (the "
    "target it had) and why"
)
HOMES_MOVED: Final = (
    "与上期公示依据的户数不同：请改回，或写一段 [[recounted]]，填 was（原来的户数）和 why · "
    "is not the number of homes of the last release: put it back, or write a [[recounted]] with was (the number it had) "
    "and why"
)


@dataclass(frozen=True)
class Shift:
    """A target in per cent, or the number of homes, that is another from a period on; `measure` is None for the homes."""

    measure: str | None
    old: int
    new: int
    since: Period
    why: Words | None


def shifts(content: Content) -> tuple[Shift, ...]:
    """Every one, the newest first; what the rules of today change counts from the period that comes next."""
    made = [(one.period, one.release.promised(), one.release.households) for one in content.current]
    if made:
        made.append((made[-1][0].next(), content.rules.targets(), content.estate.households))
    found = [
        shift
        for (_, promised, homes), (period, later, more) in pairwise(made)
        for shift in (*_targets(promised, later, period, content), *_homes(homes, more, period, content))
    ]
    return tuple(reversed(found))


def against_shifts(content: Content, latest: Release) -> Iterator[Fault]:
    """A target or the number of homes that is another than in the last release, and nobody says why."""
    for measure, percent in content.rules.shifted(latest.promised()).items():
        yield Fault("content/rules.toml", f"target.{measure}", percent, TARGET_MOVED)
    if not content.estate.follows(latest.households):
        yield Fault("content/estate.toml", "households", content.estate.households, HOMES_MOVED)


def _targets(
    before: Mapping[str, int], after: Mapping[str, int], since: Period, content: Content
) -> Iterator[Shift]:
    for measure in sorted(before.keys() & after.keys()):
        old, new = before[measure], after[measure]
        if old != new:
            yield Shift(measure, old, new, since, content.rules.why_moved(measure, old))


def _homes(before: int, after: int, since: Period, content: Content) -> Iterator[Shift]:
    if before != after:
        yield Shift(None, before, after, since, content.estate.why_recounted(before))
