"""A release: what figures, tables, audit and scan of a quarter cost as it grows."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from math import log

from bench.estates import LAST, Estate, live
from bench.measuring import Row, at_most, compare, worked
from bench.scale import Scale
from generator.disclosure.cases.eligibility import ScanResult
from generator.disclosure.drafts.disclosure_audit import audit
from generator.disclosure.drafts.draft import Draft, compile_release
from generator.disclosure.drafts.population import take_population
from generator.disclosure.releases.materials import Materials
from generator.disclosure.scan import Verdict
from generator.disclosure.tables.tables import make_tables

USUAL = (100, 1_000)
LARGE = (1_000, 10_000)


def measure(sizes: tuple[int, int], scale: Scale) -> Iterator[Row]:
    """A quarter of the larger size, against one of the smaller grown by n log n; then its parts."""
    small, large = sizes
    materials = {size: _materials(scale, size) for size in sizes}
    grown = large * log(large) / (small * log(small))
    yield compare(
        "release",
        f"draft of {large:,} cases",
        partial(_drafted, materials[large], 1.0),
        f"draft of {small:,}, grown by n log n",
        partial(_drafted, materials[small], grown),
        unit="CPU s",
        bar=at_most(1),
        pairs=scale.pairs,
    )
    yield from _parts(large, materials[large], scale.pairs)


def _drafted(materials: Materials, times: float) -> float:
    return times * worked(lambda: compile_release(materials))


def _parts(size: int, materials: Materials, pairs: int) -> Iterator[Row]:
    """The share of each part in the whole draft."""
    draft = compile_release(materials)
    assert isinstance(draft, Draft), "an estate that was lived can be released"
    population = take_population(materials)
    cases = [population.cases[number] for number in sorted(population.fresh & population.cases.keys())]
    k = materials.book.rules.thresholds.k
    unscanned = replace(materials, scan=_silent)
    parts = {
        "all but the scan of summaries": lambda: compile_release(unscanned),
        "tables with suppression": lambda: make_tables(cases, 0, population.groups, k),
        "audit": lambda: audit(draft.release, []),
    }
    for name, part in parts.items():
        yield compare(
            "release",
            f"{name}, {size:,} cases",
            partial(worked, part),
            "the draft",
            lambda: worked(lambda: compile_release(materials)),
            unit="CPU s",
            pairs=pairs,
        )


def _silent(text: str, language: str) -> ScanResult:
    """A scan that finds nothing, for measuring all the rest."""
    return Verdict(())


def _materials(scale: Scale, size: int) -> Materials:
    estate: Estate = live(scale.new(f"release-{size}"), quarters=1, a_month=size / 3, released=False)
    return estate.gate(LAST).materials(LAST)
