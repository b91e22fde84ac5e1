"""Values of cases that came after a release: what stands in it was written before anybody knew them.

Until the first site that shows a release is in place, nothing else says that its words are public. Whoever gives one of them
as her name on the day of the release would hold back that site, and every take-down with it.
"""

from collections.abc import Iterator
from datetime import date

from generator.cli.gate import Gate
from generator.cli.passed import listed_in, passed
from generator.cli.program import words_of_program
from generator.cli.world import values_of
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.leakscan.sitefiles import readings
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.releases.release import Release
from generator.disclosure.releases.releases import ReleasedPeriod
from generator.disclosure.scan import World


def values_of_latecomers(gate: Gate, draft: Draft | None = None) -> frozenset[str]:
    """What the releases that the site does not show yet hold of cases received on the day they were published or later.

    In the sentences of these, and of a draft that is previewed, also what came after their approval, or is said to be a word there.
    """
    waiting = [one for one in gate.released() if not _is_shown(gate, one)]
    listed = [number for one in waiting for number in listed_in(gate, one.release.period)]
    listed += [number for number, _ in draft.listing] if draft else []
    return frozenset(
        (
            *(value for one in waiting for value in _held(gate, one)),
            *(value for one in passed(gate, listed) for value in one.spelled),
        )
    )


def _is_shown(gate: Gate, one: ReleasedPeriod) -> bool:
    return (gate.home.site / "releases" / one.file).is_file()


def _held(gate: Gate, one: ReleasedPeriod) -> Iterator[str]:
    """The sentences of a revision are as old as the period's first release; the reasons it gives are as old as itself."""
    sentences = one.release.model_copy(update={"corrections": ()})
    yield from _found(gate, sentences, date.fromisoformat(one.begun.published))
    yield from _found(gate, one.release, date.fromisoformat(one.approval.published))


def _found(gate: Gate, release: Release, since: date) -> frozenset[str]:
    """Values of those alone who came since: whoever files again frees nothing that was known of her before."""
    cases = [stored.record for stored in gate.holdings().cases.values()]
    known = [value for case in cases for value in values_of(case)]
    early = [value for case in cases if case.received.date() < since for value in values_of(case)]
    told = release.model_dump_json()
    return _values_in(told, World.build(known)) - _values_in(told, World.build(early, gate.staff.names()))


def _values_in(written: str, world: World) -> frozenset[str]:
    search = Search(world, words_of_program())
    return frozenset(value for reading in readings(written) for value, _, _ in search.find(reading))
