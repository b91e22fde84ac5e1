"""The estate's own records against what a release kept of them: whatever moves a published figure is named."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.disclosure.cases.period import Period
from generator.disclosure.releases.own_records import OwnRecords
from generator.site.content import Content, read_content
from generator.site.figures.kept import KEPT, How, moved_since, own_records
from generator.site.figures.recorded import RECORDED
from generator.site.work.facts import facts_of
from generator.site.work.reading import Work
from generator.site.work.training import FEWEST_TESTED
from register.written.improvements import Improvement
from register.written.inspections import MOST_CHECKED, Problem, Round

Q3 = Period.parse("2026-Q3")


@pytest.fixture(scope="module")
def content(home) -> Content:
    """One period, released with the records as they are."""
    whole = read_content(home)
    last = whole.current[-1]
    release = last.release.model_copy(update={"own_records": own_records(whole, last.period)})
    return replace(whole, released=(replace(last, release=release),))


def with_rounds(content: Content, *rounds: Round) -> Content:
    return replace(content, work=replace(content.work, rounds=rounds))


def done_in(content: Content) -> list[Round]:
    return [one for one in content.work.rounds if one.done and one.done in Q3 and one.due in Q3]


def test_records_that_are_as_they_were_move_nothing(content):
    assert content.current[-1].period == Q3
    assert moved_since(content) == ()
    assert moved_since(with_rounds(content, *reversed(content.work.rounds))) == ()


def test_a_release_from_before_records_were_kept_is_not_judged(content):
    last = content.current[-1]
    old = replace(last, release=last.release.model_copy(update={"own_records": None}))
    assert moved_since(replace(with_rounds(content), released=(old,))) == ()


def test_rounds_that_were_cut_out_are_named_with_the_figures_they_moved(content):
    gone = [one for one in done_in(content) if one.problem]
    kept = [one for one in content.work.rounds if one not in gone]
    (moved,) = moved_since(with_rounds(content, *kept))
    assert moved.period == Q3
    assert {one.measure for one in moved.figures} >= {
        "points_passed",
        "problems_found",
        "rounds_done_on_time",
    }
    assert ("problems_found", str(sum(len(one.problem) for one in gone))) in {
        (one.measure, one.old) for one in moved.figures
    }
    assert {one.how for one in moved.records} == {How.GONE}
    assert sum(
        one.count for one in moved.records if one.due in {each.due.isoformat() for each in gone}
    ) == len(gone)


def test_a_round_that_was_written_again_is_one_that_changed(content):
    one = next(each for each in done_in(content) if each.checked != each.passed)
    better = one.model_copy(update={"passed": one.checked})
    (moved,) = moved_since(
        with_rounds(content, *(better if each is one else each for each in content.work.rounds))
    )
    assert [(each.kind, each.due, each.how, each.count) for each in moved.records] == [
        ("round", one.due.isoformat(), How.CHANGED, 1)
    ]
    assert "points_passed" in {each.measure for each in moved.figures}


def test_a_round_that_came_later_is_one_more(content):
    more = done_in(content)[0].model_copy(
        update={"due": date(2026, 7, 31), "done": date(2026, 7, 31), "problem": ()}
    )
    (moved,) = moved_since(with_rounds(content, more, *content.work.rounds))
    assert [(one.due, one.how) for one in moved.records] == [("2026-07-31", How.ADDED)]


def test_a_figure_without_records_any_more_is_told_as_absent(content):
    (moved,) = moved_since(with_rounds(content))
    assert {one.new for one in moved.figures if one.measure == "points_passed"} == {"—"}


@settings(max_examples=40, deadline=None)
@given(place=st.integers(0, 200), days=st.integers(1, 60))
def test_what_happens_after_the_last_day_of_a_period_is_none_of_its_changes(content, place, days):
    """A problem put right, a round made up for: that belongs to the period in which it happened."""
    rounds = list(content.work.rounds)
    which = place % len(rounds)
    later = Q3.last + timedelta(days=days)
    one = rounds[which]
    if one.done and one.done <= Q3.last:
        problem = tuple(
            each.model_copy(update={"rectified": later}) if each.rectified is None else each
            for each in one.problem
        )
        rounds[which] = one.model_copy(update={"problem": problem})
    elif one.due <= Q3.last:
        rounds[which] = one.model_copy(update={"done": later, "checked": 3, "passed": 2})
    assert moved_since(with_rounds(content, *rounds)) == ()


@settings(max_examples=40, deadline=None)
@given(
    place=st.integers(0, 200), change=st.sampled_from(["gone", "twice", "due", "done", "passed", "problem"])
)
def test_whatever_changes_a_round_of_the_period_is_named(content, place, change):
    of_period = done_in(content)
    one = of_period[place % len(of_period)]
    rest = [each for each in content.work.rounds if each is not one]
    problem = (*one.problem, Problem(what=one.name, post=one.post, due=date(2026, 12, 1)))
    changed = {
        "gone": [],
        "twice": [one, one],
        "due": [one.model_copy(update={"due": one.due + timedelta(days=300)})],
        "done": [one.model_copy(update={"done": (one.done or one.due) - timedelta(days=1)})],
        "passed": [one.model_copy(update={"passed": (one.passed or 0) - 1})],
        "problem": [one.model_copy(update={"problem": problem})],
    }
    (moved,) = moved_since(with_rounds(content, *changed[change], *rest))
    assert moved.records


def test_only_what_was_done_by_the_last_day_is_kept(content):
    early = Period.parse("2026-Q2")
    for facts in facts_of(content.work, early):
        days = [facts.started, facts.done, facts.measured]
        days += [day for one in facts.problems for day in (one.rectified, one.rechecked)]
        assert all(day <= "2026-06-30" for day in days if day)


def test_an_effect_that_was_measured_later_is_not_kept(content):
    one = next(each for each in content.work.improvements if each.effect)
    assert one.effect is not None
    assert (
        _kept(content.work, one, Period.holding(one.effect.on, "month")).measured == one.effect.on.isoformat()
    )
    before = _kept(content.work, one, Period.holding(one.started, "month"))
    assert (before.measured, before.passed) == (None, None)


def _kept(work: Work, one: Improvement, period: Period):
    (facts,) = facts_of(replace(work, rounds=(), improvements=(one,), training=type(work.training)()), period)
    return facts


def test_the_result_of_a_few_people_is_not_kept(content):
    session = next(one for one in content.work.training.session if one.tested)
    few = session.model_copy(update={"tested": FEWEST_TESTED - 1, "passed": 1})
    work = replace(
        content.work,
        rounds=(),
        improvements=(),
        training=content.work.training.model_copy(update={"session": (few,)}),
    )
    (facts,) = facts_of(work, Period.holding(session.due))
    assert (facts.counted, facts.passed) == (None, None)


def test_what_is_kept_holds_no_word_that_somebody_wrote(content):
    kept: OwnRecords = own_records(content, Q3)
    names = {one.name.zh for one in content.work.rounds}
    assert not any(name in kept.model_dump_json() for name in names)


def test_every_measure_is_kept_or_rests_on_something_else():
    assert {one.id for one in KEPT} <= {one.id for one in RECORDED}
    assert {"points_passed", "problems_found", "tests_passed", "improvements_effective"} <= {
        one.id for one in KEPT
    }
    assert not any(one.yearly for one in KEPT)


@pytest.mark.parametrize("checked", [MOST_CHECKED + 1, 100_000])
def test_a_round_of_more_points_than_one_round_has_is_refused(content, checked):
    one = done_in(content)[0].model_dump()
    with pytest.raises(ValueError, match="checked"):
        Round(**{**one, "checked": checked, "passed": checked, "problem": ()})
    assert Round(**{**one, "checked": MOST_CHECKED, "passed": MOST_CHECKED, "problem": ()})
