"""Targets and homes: whatever moves between two releases, or since the last, is told; and refused where nobody says why."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.cases.period import Period
from generator.disclosure.releases.release import Promised, Release
from generator.site.content import Content, read_content
from generator.site.figures.figures import make_book
from generator.site.figures.judged import against_shifts, shifts
from generator.site.figures.recorded import check_targets
from generator.site.words.voice import voices
from register.content import Words
from register.errors import SettingsRefused
from register.estate import Recounted
from register.rules import Moved, Target

MEASURE = "points_passed"
WHY = Words(zh="与新版管理办法一致。")
percents = st.integers(0, 100)


def under(release: Release, percent: int, households: int) -> Release:
    held = {one.measure: one.percent for one in release.targets or ()} | {MEASURE: percent}
    figures = tuple(one.model_copy(update={"target": held.get(one.measure)}) for one in release.figures)
    targets = tuple(Promised(measure=id, percent=n) for id, n in sorted(held.items()))
    return Release(**{**dict(release), "targets": targets, "figures": figures, "households": households})


@pytest.fixture(scope="module")
def whole(home) -> Content:
    return read_content(home)


def content_of(
    whole: Content, then: tuple[int, int], later: tuple[int, int], now: tuple[int, int]
) -> Content:
    """Two releases and the rules of today: (target, homes) of each."""
    released = tuple(
        replace(one, release=under(one.release, *judged))
        for one, judged in zip(whole.current[-2:], (then, later), strict=True)
    )
    rules = whole.rules.model_copy(update={"target": (Target(measure=MEASURE, percent=now[0]),)})
    estate = whole.estate.model_copy(update={"households": now[1]})
    return replace(whole, released=released, rules=rules, estate=estate)


def test_a_target_and_homes_that_moved_are_told_with_the_period_they_moved_in(whole):
    content = content_of(whole, (95, 600), (1, 6000), (1, 6000))
    told = [(one.measure, one.old, one.new, str(one.since), one.why) for one in shifts(content)]
    assert told == [(None, 600, 6000, "2026-Q3", None), (MEASURE, 95, 1, "2026-Q3", None)]


def test_what_was_moved_today_counts_from_the_period_that_comes_next(whole):
    content = content_of(whole, (95, 600), (95, 600), (80, 600))
    (one,) = shifts(content)
    assert (one.old, one.new, one.since) == (95, 80, Period.parse("2026-Q4"))


def test_before_the_first_release_nothing_moved(whole):
    assert shifts(replace(whole, released=())) == ()


def test_the_why_is_that_of_the_target_it_was(whole):
    content = content_of(whole, (95, 600), (95, 600), (80, 620))
    moved = (Moved(measure=MEASURE, was=90, why=WHY),)
    silent = replace(content, rules=content.rules.model_copy(update={"moved": moved}))
    assert {one.why for one in shifts(silent)} == {None}
    assert len(list(against_shifts(silent, silent.current[-1].release))) == 2
    with pytest.raises(SettingsRefused, match=r"(?s)\[\[moved\]\].*\[\[recounted\]\]") as refused:
        check_targets(silent)
    assert {fault.key for fault in refused.value.faults} >= {f"target.{MEASURE}", "households"}
    said = (Moved(measure=MEASURE, was=95, why=WHY),)
    told = replace(
        content,
        rules=content.rules.model_copy(update={"moved": said}),
        estate=content.estate.model_copy(update={"recounted": (Recounted(was=600, why=WHY),)}),
    )
    assert {one.why for one in shifts(told)} == {WHY}
    assert list(against_shifts(told, told.current[-1].release)) == []


@given(percents, percents, percents, st.integers(1, 9999), st.integers(1, 9999))
def test_nothing_moves_without_being_told(whole, then, later, now, homes, more):
    told = shifts(content_of(whole, (then, homes), (later, more), (now, more)))
    assert sum(one.measure == MEASURE for one in told) == (then != later) + (later != now)
    assert sum(one.measure is None for one in told) == (homes != more)


def test_a_figure_says_what_its_target_was_a_period_before(whole):
    voice = voices()[0]
    book = make_book(content_of(whole, (95, 600), (80, 600), (80, 600)), voice)
    assert [one.target_was for one in book.history(MEASURE)] == [None, 95]
    same = make_book(content_of(whole, (95, 600), (95, 600), (95, 600)), voice)
    assert [one.target_was for one in same.history(MEASURE)] == [None, None]
