"""The standards page and the short table of limits: printed from the file that every clock is computed from."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.disclosure.releases.release import Release
from generator.site.edition import Edition, Page
from generator.site.figures.figures import proportion
from generator.site.figures.judged import shifts
from generator.site.words.voice import Voice
from register.sealed_standards import changed
from register.standards import Standard, Standards, Version
from register.terms import Kind, Step, Urgency

FIRST_STEPS = (Step.ARRIVE, Step.ACKNOWLEDGE)
LAST_STEPS = (Step.FINISH, Step.ANSWER)
SHOWN = (
    (Kind.REPAIR, Urgency.EMERGENCY),
    (Kind.REPAIR, Urgency.ORDINARY),
    (Kind.COMPLAINT, Urgency.EMERGENCY),
    (Kind.COMPLAINT, Urgency.ORDINARY),
    (Kind.INQUIRY, None),
    (Kind.SUGGESTION, None),
)


@dataclass(frozen=True)
class LimitRow:
    """First response and finish of one sort of case, in words."""

    name: str
    first: str
    finish: str


@dataclass(frozen=True)
class Kept:
    """How a step of a kind was kept in the latest period, over all urgencies."""

    step: str
    share: str
    due: int


@dataclass(frozen=True)
class KindPromises:
    """All standards of one kind, and how each of their steps was kept."""

    kind: Kind
    standards: tuple[Standard, ...]
    kept: tuple[Kept, ...]


def limit_rows(version: Version, voice: Voice) -> list[LimitRow]:
    """The short table for the home page; a sort of case without limits has no row."""
    rows = []
    for kind, urgency in SHOWN:
        first = _first_found(version, kind, urgency, FIRST_STEPS)
        finish = _first_found(version, kind, urgency, LAST_STEPS)
        if first and finish:
            said = voice.say(
                "row", "step_within", step=voice.term(first.step), limit=voice.limit(first.limit)
            )
            rows.append(LimitRow(_row_name(kind, urgency, voice), said, voice.limit(finish.limit)))
    return rows


def first_limit(version: Version, kind: Kind, urgency: Urgency, step: Step, voice: Voice) -> str | None:
    """The limit of a step in words, None where nothing is promised."""
    found = _first_found(version, kind, urgency, (step,))
    return voice.limit(found.limit) if found else None


def objection_limit(version: Version, voice: Voice) -> str:
    """By when an objection to something published is answered: its own promise, else that of any complaint."""
    special = next((one for one in version.standard if one.objection and one.step == Step.ANSWER), None)
    found = special or _first_found(version, Kind.COMPLAINT, Urgency.ORDINARY, (Step.ANSWER,))
    return voice.limit(found.limit) if found else "—"


def standards_pages(edition: Edition) -> Iterator[Page]:
    voice, version = edition.voice, edition.version
    release = edition.latest.release if edition.latest else None
    kinds = [
        KindPromises(kind, standards, kept_by_step(release, kind, voice) if release else ())
        for kind in Kind
        if (standards := tuple(one for one in version.standard if one.kind == kind))
    ]
    yield edition.page(
        "standards/",
        voice.say("nav", "standards"),
        "standards",
        "pages/standards.html",
        version=version,
        versions=versions(edition.content.standards),
        hours=edition.content.standards.hours_of(version),
        odd_days=edition.content.odd_days,
        shifts=shifts(edition.content),
        kinds=kinds,
        points=edition.content.work.points,
    )


def versions(standards: Standards) -> list[tuple[Version, tuple[Standard, ...]]]:
    """Every version, the newest first, with the promises it changed; the first one changed none."""
    pairs = zip((None, *standards.version), standards.version, strict=False)
    return [(one, changed(before, one) if before else ()) for before, one in reversed(list(pairs))]


def kept_by_step(release: Release, kind: Kind, voice: Voice) -> tuple[Kept, ...]:
    """The due cohorts of a kind summed over the period's months, in the order of the steps."""
    kept = []
    for step in Step:
        rows = [row for row in release.performance.due if (row.kind, row.step) == (kind, step)]
        due = sum(row.due for row in rows)
        if due:
            share = proportion(sum(row.kept for row in rows), due, release.thresholds.percent_from)
            kept.append(Kept(voice.term(step), share, due))
    return tuple(kept)


def _first_found(
    version: Version, kind: Kind, urgency: Urgency | None, steps: tuple[Step, ...]
) -> Standard | None:
    """The standard of the first of these steps that has one."""
    for step in steps:
        for one in version.standard:
            if (one.kind, one.step, one.objection) == (kind, step, False) and one.urgency in (None, urgency):
                return one
    return None


def _row_name(kind: Kind, urgency: Urgency | None, voice: Voice) -> str:
    if (kind, urgency) == (Kind.REPAIR, Urgency.EMERGENCY):
        return voice.say("row", "emergency_repair")
    if urgency is None:
        return voice.term(kind)
    return voice.say("row", "urgency_kind", urgency=voice.term(urgency), kind=voice.term(kind).lower())
