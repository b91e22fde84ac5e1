"""A household answers the survey on a phone without JavaScript; the office types in paper; two people publish the result."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from generator.cli.survey_desk import GateSurveyResults
from generator.cli.surveying import Surveys
from register.handling import Actor
from register.settings import ZONE, read_book
from register.signoff import SignOff
from register.surveys.survey import Way
from register.surveys.survey_codes import make_codes, show_code
from register.terms import Role
from tests.journeys.conftest import Estate
from tests.surveys import draw

pytestmark = pytest.mark.browser

WAVE = "2026h2"
CODES = make_codes(12, draw(3))


def test_a_household_answers_on_the_phone_and_the_result_is_published(estate: Estate, phone: Page) -> None:
    surveys = Surveys(estate.home, read_book(estate.home.content))
    wave = surveys.wave(WAVE)
    surveys.store(wave).issue(CODES)
    estate.clock.now = datetime(2026, 11, 20, 20, 0, tzinfo=ZONE)

    # From the list to the form: a typing error in the code is said, and what was chosen stays.
    phone.goto(f"{estate.site}/f/survey")
    phone.get_by_role("link", name="开始填写").click()
    phone.locator("#code").fill(show_code(CODES[0])[:-1] + "?")
    phone.get_by_label("比较满意").first.check(force=True)
    phone.get_by_role("button", name="下一步：核对答卷").last.click()
    expect(phone).to_have_title(re.compile("^错误"))
    expect(phone.locator("#q_overall-fairly_satisfied")).to_be_checked()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390

    # The code as people type it, the check page, one answer changed, handed in.
    phone.locator("#code").fill(show_code(CODES[0]).lower().replace("-", " "))
    phone.get_by_role("button", name="下一步：核对答卷").last.click()
    expect(phone.locator("main")).to_contain_text("比较满意")
    phone.get_by_role("button", name="修改 总体满意度").click()
    phone.locator("#q_overall").check(force=True)
    phone.get_by_role("button", name="下一步：核对答卷").last.click()
    phone.get_by_role("button", name="交卷").click()
    expect(phone.locator("h1")).to_have_text("您的答卷已收到，谢谢。")
    assert phone.url == f"{estate.site}/f/survey/{WAVE}/thanks"
    phone.reload()
    expect(phone.locator("h1")).to_have_text("您的答卷已收到，谢谢。")

    # Everybody else answers; one ends the wave, another publishes it.
    surveys.store(wave).add_all((code, {"overall": "very_satisfied"}, Way.PAPER) for code in CODES[1:])
    results = GateSurveyResults(surveys)
    over = datetime(2026, 12, 9, 9, 0, tzinfo=ZONE)
    handler, reviewer = Actor("wangfang", Role.HANDLER), Actor("sunli", Role.REVIEWER)
    assert results.close(wave, handler, over, "zh") == ()
    waiting = results.waiting(wave, "zh")
    assert waiting is not None
    assert results.approve(wave, SignOff(waiting.sha256, handler, over), "zh") != ()
    assert results.approve(wave, SignOff(waiting.sha256, reviewer, over), "zh") == ()
    assert results.published() == {WAVE}
