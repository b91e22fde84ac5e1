"""What was changed after publication is shown: work records on the page of corrections, days and hours on that of standards."""

from dataclasses import replace
from datetime import date

import pytest

from generator.site.content import Content, read_content
from generator.site.edition import Edition
from generator.site.figures.kept import own_records
from generator.site.pages.promises import standards_pages
from generator.site.pages.redress import correction_pages
from generator.site.words.voice import voices
from register.content import Words
from register.rules import Moved, Target
from register.sealed_days import OddDay
from register.standards import WorkingHours
from tests.generator.site.samples import TODAY

ZH, EN = voices()


@pytest.fixture(scope="module")
def content(home) -> Content:
    """Only the newest release kept the work records."""
    whole = read_content(home)
    last = whole.released[-1]
    release = last.release.model_copy(update={"own_records": own_records(whole, last.period)})
    return replace(whole, released=(*whole.released[:-1], replace(last, release=release)))


def corrections(content: Content, voice=ZH) -> str:
    (page,) = correction_pages(Edition(content, voice, TODAY))
    return page.body


def standards(content: Content) -> str:
    (page,) = standards_pages(Edition(content, ZH, TODAY))
    return page.body


def test_records_that_are_as_they_were_are_said_to_be(content):
    assert ZH.say("kept", "none") in corrections(content)
    assert "从2026年第三季度" in corrections(content)


def test_releases_that_kept_no_records_are_not_said_to_agree(content):
    released = tuple(
        replace(one, release=one.release.model_copy(update={"own_records": None})) for one in content.released
    )
    body = corrections(replace(content, released=released))
    assert ZH.say("kept", "nothing_kept") in body
    assert ZH.say("kept", "none") not in body


def test_a_published_figure_that_moved_is_shown_from_what_to_what(content):
    cut = replace(content, work=replace(content.work, rounds=()))
    found = next(
        one for one in content.current[-1].release.own_records.figures if one.measure == "problems_found"
    )
    assert f"公示时 {found.value}，现在 —。" in corrections(cut)
    assert "gone." in corrections(cut, EN)


def test_the_calendar_says_whether_it_is_the_decreed_one(content):
    assert ZH.say("calendar_kept", "as_decreed") in standards(content)
    odd = OddDay(date(2026, 8, 3), False, "2026-Q3", Words(zh="台风停工。"))
    body = standards(replace(content, odd_days=(odd,)))
    assert "2026年8月3日" in body
    assert "台风停工。" in body
    assert "第三季度公示时相反。" in body


def test_targets_and_homes_that_moved_are_shown_with_their_period_and_why(content):
    measure, was = next(iter(content.latest.release.promised().items()))
    target = tuple(
        Target(measure=id, percent=1 if id == measure else n) for id, n in content.rules.targets().items()
    )
    rules = content.rules.model_copy(update={"target": target, "moved": ()})
    estate = content.estate.model_copy(update={"households": 6120})
    homes = content.latest.release.households
    silent = standards(replace(content, rules=rules, estate=estate))
    assert f"目标 {was}% → 1%，自2026年第四季度起。 {ZH.say('judged', 'no_why')}" in silent
    assert f"{homes} → 6120，自2026年第四季度起。" in silent
    why = Words(zh="并入另一项。")
    rules = rules.model_copy(update={"moved": (Moved(measure=measure, was=was, why=why),)})
    assert "并入另一项。" in standards(replace(content, rules=rules))
    assert ZH.say("judged", "title") not in standards(content)


def test_hours_that_a_version_brought_stand_in_its_history(content):
    *before, newest = content.standards.version
    hours = WorkingHours(opens="09:00", closes="18:00")
    later = content.standards.model_copy(
        update={"version": (*before, newest.model_copy(update={"hours": hours}))}
    )
    body = standards(replace(content, standards=later))
    assert "自该日起服务时间 09:00 至 18:00" in body
    assert ZH.say("standard", "hours", opens="09:00", closes="18:00") in body
