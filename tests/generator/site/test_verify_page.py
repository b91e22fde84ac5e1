"""The check page as it is published: what it says without its script, and that nothing in it could be sent."""

import re
from datetime import date
from pathlib import Path

import pytest

from generator.site.making.build import Staged, stage_site
from generator.site.making.reading import read_page
from generator.site.making.shell import ASSETS
from generator.site.making.standalone import vouched
from generator.site.pages.verify import TONES
from generator.site.words.voice import voices
from tests.generator.site.conftest import quiet
from tests.generator.site.samples import make_home

PAGES = ("verify/index.html", "en/verify/index.html")
SCRIPT = (ASSETS / "verify.js").read_text(encoding="utf-8")


@pytest.fixture(params=PAGES)
def html(request: pytest.FixtureRequest, staged: Staged) -> str:
    return (staged.folder / str(request.param)).read_text(encoding="utf-8")


def test_nothing_on_the_page_could_be_sent_anywhere(html: str) -> None:
    form = html[html.index("<form") : html.index("</form>")]
    assert not re.search(r'\s(name|action|formaction)="', form)
    assert "connect-src 'self'" in html
    assert [one for one in read_page(html).inline if one not in ("<style>", "<script>")] == []


def test_only_the_check_page_and_the_search_may_ask_for_anything(staged: Staged) -> None:
    asking = {
        path.relative_to(staged.folder).as_posix()
        for path in staged.folder.rglob("*.html")
        if "connect-src" in path.read_text(encoding="utf-8")
    }
    assert asking == {*PAGES, "search/index.html", "en/search/index.html"}


def test_a_saved_copy_needs_no_other_file_and_runs_nothing_but_its_own(html: str) -> None:
    page = read_page(html)
    assert [one for one in page.loads if not one.startswith("/assets/favicon")] == []
    assert page.inline == ["<style>", "<style>", "<style>", "<script>", "<script>"] == vouched(html)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
    assert "style-src 'sha256-" in policy
    assert "script-src 'sha256-" in policy
    assert policy.count("'sha256-") == 5


def test_without_the_script_the_page_says_how_to_check_and_what_is_not_proved(html: str) -> None:
    assert re.search(r'<form id="verify"[^>]* hidden', html)
    assert re.search(r'<p class="notice" id="verify-no-script">[^<]', html)
    assert "portal verify --ledger" in html
    assert html.count("<li>") > 10


def test_every_answer_has_its_words_and_is_one_the_script_gives() -> None:
    for voice in voices():
        for code in TONES:
            assert voice.say("verify_verdict", code)
            assert voice.say("verify_meaning", code)
    assert {code for code in TONES if f'"{code}"' not in SCRIPT} == set()


def test_the_script_keeps_nothing_and_puts_nothing_into_an_address() -> None:
    for way in ("localStorage", "sessionStorage", "cookie", "location", "innerHTML", "eval", "sendBeacon"):
        assert way not in SCRIPT
    assert SCRIPT.count("fetch(") == 1


def test_before_the_first_release_the_page_asks_to_come_back(tmp_path: Path) -> None:
    home = make_home(tmp_path, ())
    staged = stage_site(home, tmp_path / "staged", today=date(2026, 11, 20), progress=quiet)
    html = (staged.folder / "verify/index.html").read_text(encoding="utf-8")
    assert "<form" not in html
    assert "还没有发布过账本" in html
