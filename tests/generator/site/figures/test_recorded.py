"""Measures of the estate's records: each period is judged by the target that stood when its release was made."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.disclosure.releases.release import Promised, Release
from generator.site.content import Content, read_content
from generator.site.figures.figures import make_book
from generator.site.figures.items import publication, turns_of
from generator.site.figures.recorded import check_targets, figures_of
from generator.site.pictures.pictures import history
from generator.site.words.voice import voices
from register.errors import SettingsRefused
from register.rules import Ended, Target

ZH, EN = voices()
MEASURE = "points_passed"


def made_under(release: Release, **targets: int) -> Release:
    """The release as if these targets had stood, beside those of its own figures."""
    promised = [Promised(measure=id, percent=percent) for id, percent in release.promised().items()]
    promised += [Promised(measure=id, percent=percent) for id, percent in targets.items()]
    return Release(**{**dict(release), "targets": tuple(promised)})


@pytest.fixture(scope="module")
def content(home) -> Content:
    """Two periods: the older promised 80 %, the newer 90 %; the rules of today say something else."""
    whole = read_content(home)
    kept = [one for one in whole.current if MEASURE in figures_of(whole, one)][-2:]
    released = tuple(
        replace(one, release=made_under(one.release, **{MEASURE: target, "survey_overall": target}))
        for one, target in zip(kept, (80, 90), strict=True)
    )
    targets = (Target(measure=MEASURE, percent=99), Target(measure="survey_overall", percent=99))
    rules = whole.rules.model_copy(update={"target": targets})
    return replace(whole, released=released, rules=rules)


def test_each_period_is_judged_by_its_own_target(content):
    assert [figures_of(content, one)[MEASURE].target for one in content.current] == [80, 90]


def test_a_release_from_before_targets_were_kept_is_judged_by_those_of_today(content):
    old = replace(content.current[0], release=content.current[0].release.model_copy(update={"targets": None}))
    assert figures_of(content, old)[MEASURE].target == 99


def test_a_figure_that_an_old_release_holds_keeps_its_target(content):
    old = content.current[0].release.model_copy(update={"targets": None})
    held = {figure.measure: figure.target for figure in old.figures if figure.target is not None}
    assert held
    assert held.items() <= content.promised_in(old).items()


def test_a_day_in_a_released_period_has_the_targets_of_its_release(content):
    first, last = content.current
    assert content.promised_on(first.period.last)["survey_overall"] == 80
    assert content.promised_on(last.period.first)["survey_overall"] == 90
    assert content.promised_on(last.period.last + timedelta(days=1))["survey_overall"] == 99


def test_the_picture_says_that_the_target_was_changed(content):
    for voice in (ZH, EN):
        told = voice.say("history", "targets_differ")
        views = make_book(content, voice).history(MEASURE)
        assert told in history(MEASURE, views, voice).subtitle
        assert told not in history(MEASURE, views[-1:], voice).subtitle


def test_a_target_that_was_lost_stops_the_build_in_both_languages(content):
    cut = replace(content, rules=content.rules.model_copy(update={"target": ()}))
    with pytest.raises(SettingsRefused, match="从备份恢复") as refused:
        check_targets(cut)
    assert MEASURE in [fault.value for fault in refused.value.faults]
    assert all("restore it from the backup" in fault.problem for fault in refused.value.faults)


def test_a_target_that_was_given_up_does_not(content):
    ended = tuple(
        Ended(measure=id, why={"zh": "并入另一项。"}) for id in content.current[-1].release.promised()
    )
    check_targets(replace(content, rules=content.rules.model_copy(update={"target": (), "ended": ended})))


def test_a_take_down_does_not_change_when_the_period_was_published(home):
    """The first revision's bytes are withdrawn; what its second person said on which day stays."""
    content = read_content(home)
    newest = content.current[-1]
    later = date.fromisoformat(newest.approval.published) + timedelta(days=90)
    word = newest.approval.model_copy(update={"published": str(later), "role": "handler", "revision": 2})
    release = newest.release.model_copy(update={"revision": 2})
    taken = replace(newest, release=release, approval=word, opening=newest.approval)
    changed = replace(content, released=(*(one for one in content.released if one != newest), taken))
    assert taken.is_takedown
    assert taken.begun == newest.approval
    assert [item.kept for item in publication(changed)] == [item.kept for item in publication(content)]
    late = {turn.due for turn in turns_of(changed) if not turn.in_time}
    assert late == {turn.due for turn in turns_of(content) if not turn.in_time}
