"""Inspections: the plan and how it was kept, and every problem found, from the finding to the second look."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.site.edition import Edition, Page
from generator.site.pages.paging import leaves
from register.content import Words
from register.terms import Matter, Post
from register.written.inspections import Problem, Round, Stage

A_YEAR = timedelta(days=365)
COMING = 7
MEASURES = ("rounds_done_on_time", "points_passed", "problems_rectified_on_time", "rechecks_passed")


@dataclass(frozen=True)
class PlanRow:
    """One kind of round over the last year: planned and done, points checked and passed, problems found."""

    name: Words
    post: Post
    planned: int
    done: int
    in_time: int
    checked: int
    passed: int
    found: int


@dataclass(frozen=True)
class Found:
    """A problem with the round on which it was found, and where it stands today."""

    problem: Problem
    round: Round
    on: date
    stage: Stage


def inspection_pages(edition: Edition) -> Iterator[Page]:
    rounds, today = edition.content.work.rounds, edition.today
    title = edition.voice.say("nav", "inspections")
    problems = problems_found(rounds, today)
    for leaf in leaves("inspections/", problems):
        yield edition.page(
            leaf.address,
            title,
            "inspections",
            "pages/inspections.html",
            leaf=leaf,
            plan=plan_rows(rounds, today),
            problems=problems,
            unsettled=[found for found in problems if found.stage in (Stage.OPEN, Stage.OVERDUE)],
            coming=[one for one in reversed(rounds) if one.due > today][:COMING],
            cards=latest_cards(edition, MEASURES),
        )


def latest_cards(edition: Edition, measures: Sequence[str]) -> list[object]:
    """The latest figures of these measures; empty before the first release."""
    if edition.latest is None:
        return []
    return [edition.book.of(measure, edition.latest.release.period) for measure in measures]


def plan_rows(
    rounds: Sequence[Round], today: date, matters: Container[Matter] = frozenset(Matter)
) -> list[PlanRow]:
    """The plan of the last year by kind of round, in the order of their names."""
    kinds: dict[tuple[str, Post], list[Round]] = {}
    for one in rounds:
        if today - A_YEAR < one.due <= today and one.matter in matters:
            kinds.setdefault((one.name.zh, one.post), []).append(one)
    return [_plan_row(kinds[key]) for key in sorted(kinds)]


def problems_found(
    rounds: Sequence[Round], today: date, matters: Container[Matter] = frozenset(Matter)
) -> list[Found]:
    """Every problem, those still open first, then the newest."""
    found = [
        Found(problem, one, one.done, problem.stage(today))
        for one in rounds
        if one.done and one.matter in matters
        for problem in one.problem
    ]
    settled = {Stage.OPEN: 1, Stage.OVERDUE: 0}
    return sorted(
        found, key=lambda one: (settled.get(one.stage, 2), -one.on.toordinal(), one.problem.what.zh)
    )


def _plan_row(kind: Sequence[Round]) -> PlanRow:
    return PlanRow(
        name=kind[0].name,
        post=kind[0].post,
        planned=len(kind),
        done=sum(one.done is not None for one in kind),
        in_time=sum(one.in_time for one in kind),
        checked=sum(one.checked or 0 for one in kind),
        passed=sum(one.passed or 0 for one in kind),
        found=sum(len(one.problem) for one in kind),
    )
