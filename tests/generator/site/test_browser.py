"""The site in a real browser: narrow screens, dark, large text, no JavaScript."""

import functools
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.site.making.build import Staged
from tests.chromium import launched
from tests.generator.site.contrast import faint_words
from tests.shared import made_once

PAGES = (
    "/",
    "/en/",
    "/outcomes/2026-Q3/",
    "/en/measures/repair_days/",
    "/standards/",
    "/releases/",
    "/en/privacy/",
    "/inspections/",
    "/en/improvements/",
    "/fees/",
    "/en/calendar/",
    "/people/",
    "/evaluation/",
    "/data/",
    "/print/2026-Q3/",
    "/en/print/2026-Q3/",
    "/en/print/complain/",
    "/search/",
    "/notices/",
)
pytestmark = pytest.mark.browser


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: Any) -> None:
        pass


@pytest.fixture(scope="module")
def address(staged: Staged) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(staged.folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as chromium:
        yield chromium


def keep_large_text(page: Any) -> None:
    """As if she had chosen large text before."""
    page.add_init_script("localStorage.setItem('big', '1')")


SMALL_CONTROLS = """() => {
  const controls = [...document.querySelectorAll("a[href], button, summary, input, select")];
  return controls
    .filter(one => one.checkVisibility() && getComputedStyle(one).display !== "inline")
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width && box.height && box.right > 0 && Math.min(box.width, box.height) < 43.5)
    .map(([one, box]) => `${one.tagName} ${one.innerText} ${box.width} x ${box.height}`);
}"""


@dataclass(frozen=True)
class Looks:
    """What the browser tells of all pages, each loaded once.

    `widths` of their content by viewport, and what they are on a small phone that doubles all text, in pixels; `small`
    are the controls too small for a finger. A link within a sentence may be as high as its line (WCAG 2.5.8).
    """

    widths: dict[tuple[str, int], int]
    doubled: dict[str, int]
    small: dict[str, list[str]]
    faint: dict[tuple[str, str], list[str]]
    asked: list[str]
    errors: list[str]


@pytest.fixture(scope="module", params=[False, True], ids=["normal", "large text"])
def looks(browser, address, request, tmp_path_factory) -> Looks:
    """Narrow pages are loaded dark, then drawn anew on wider screens and in the light."""
    big = request.param
    return made_once(tmp_path_factory, f"looks-{big}", lambda _: look_at_all(browser, address, big))


def look_at_all(browser: Any, address: str, big: bool) -> Looks:
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme="dark")
    page = context.new_page()
    looks = Looks({}, {}, {}, {}, [], [])
    page.on("request", lambda request: looks.asked.append(request.url.removeprefix(address)))
    page.on("console", lambda said: looks.errors.append(said.text) if said.type == "error" else None)
    page.goto(address + "/")
    if big:
        page.get_by_role("button", name="大字版").click()
    for path in PAGES:
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(address + path)
        for width, height in ((320, 640), (390, 844), (768, 1024)):
            page.set_viewport_size({"width": width, "height": height})
            looks.widths[path, width] = page.evaluate("document.documentElement.scrollWidth")
        page.set_viewport_size({"width": 390, "height": 844})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            looks.faint[path, scheme] = faint_words(page)
        looks.small[path] = page.evaluate(SMALL_CONTROLS)
        page.set_viewport_size({"width": 320, "height": 640})
        page.evaluate("document.documentElement.style.setProperty('font-size', '200%', 'important')")
        looks.doubled[path] = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    return looks


def test_no_page_scrolls_sideways(looks):
    assert {seen: width for seen, width in looks.widths.items() if width > seen[1]} == {}
    assert len(looks.widths) == 3 * len(PAGES)


@pytest.mark.parametrize("looks", [False], indirect=True, ids=["normal"])
def test_no_page_scrolls_sideways_when_a_phone_doubles_the_text(looks):
    assert {path: width for path, width in looks.doubled.items() if width > 320} == {}
    assert len(looks.doubled) == len(PAGES)


def test_a_finger_hits_every_control(looks):
    assert {path: controls for path, controls in looks.small.items() if controls} == {}


def test_no_page_asks_another_host_or_complains(looks):
    assert [url for url in looks.asked if not url.startswith("/")] == []
    assert set(PAGES) <= set(looks.asked)
    assert looks.errors == []


def test_every_word_stands_out_from_what_lies_behind_it(looks):
    assert {seen: words for seen, words in looks.faint.items() if words} == {}
    assert len(looks.faint) == 2 * len(PAGES)


@pytest.mark.parametrize("big", [False, True], ids=["normal", "large text"])
def test_a_tablet_has_room_for_every_table(browser, address, big):
    context = browser.new_context(viewport={"width": 768, "height": 1024})
    page = context.new_page()
    if big:
        keep_large_text(page)
    page.goto(address + "/measures/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 768
    folded = page.locator("#folded").get_attribute("media")
    assert folded == ("(max-width: 66em)" if big else "(max-width: 44em)")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_and_dark_are_not_the_same(browser, address, scheme):
    """What stands out is asked in two lights of a page that is loaded once: the second must reach it."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(address + "/")
    ground = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(ground)
    page.emulate_media(color_scheme="dark" if scheme == "light" else "light")
    assert page.evaluate(ground) != before
    page.close()


def test_a_faint_word_is_noticed(browser, address):
    page = browser.new_page()
    page.goto(address + "/")
    page.evaluate("document.querySelector('.lead').style.color = '#999'")
    assert len(faint_words(page)) == 1
    page.close()


def test_the_large_text_choice_is_kept_from_page_to_page(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address + "/")
    size = "parseFloat(getComputedStyle(document.querySelector('.lead')).fontSize)"
    before = page.evaluate(size)
    page.get_by_role("button", name="大字版").click()
    page.goto(address + "/measures/")
    assert page.evaluate(size) >= 22 > before
    page.get_by_role("button", name="标准版").click()
    assert page.evaluate(size) == before
    context.close()


@pytest.mark.parametrize(("width", "big"), [(390, False), (390, True), (1280, False)])
def test_nothing_moves_while_a_page_comes_in_slowly(browser, address, width, big):
    """Layout shift, as browsers measure it: what a finger aims at stays where it is."""
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    slow = context.new_cdp_session(page)
    slow.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 100, "downloadThroughput": 60_000, "uploadThroughput": 60_000},
    )
    if big:
        keep_large_text(page)
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "one => { window.moved += one.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    for path in ("/", "/outcomes/2026-Q3/", "/en/measures/repair_days/", "/verify/", "/search/"):
        page.goto(address + path)
        assert page.evaluate("window.moved") < 0.01, path
    context.close()


def test_without_javascript_everything_is_there_but_the_switch(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "/")
    assert not page.locator("#big").is_visible()
    page.get_by_text("菜单").click()
    page.locator(".menu").get_by_role("link", name="服务承诺").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("服务承诺")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Our promises")
    context.close()


def test_the_first_key_leads_past_the_menu_and_focus_can_be_seen(browser, address):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(address + "/outcomes/")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("one => one === document.activeElement")
    assert skip.bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    assert focused.evaluate("one => document.getElementById('main').contains(one)")
    assert focused.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    page.close()


@pytest.mark.parametrize(
    ("path", "size"),
    [
        ("/print/2026-Q3/", "594.95996 841.91998"),
        ("/en/print/2026-Q3/", "594.95996 841.91998"),
        ("/print/2026-Q3/a3/", "841.91998 1191.12"),
        ("/print/complain/", "594.95996 841.91998"),
        ("/print/complain/a3/", "841.91998 1191.12"),
        ("/en/print/complain/", "594.95996 841.91998"),
        ("/en/print/complain/a3/", "841.91998 1191.12"),
        ("/print/points/stairs-and-lifts/", "594.95996 841.91998"),
        ("/en/print/points/plant-rooms/a3/", "841.91998 1191.12"),
    ],
)
def test_a_sheet_is_exactly_one_page_of_its_paper(browser, address, path, size):
    page = browser.new_page()
    page.goto(address + path)
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    assert re.findall(rb"/MediaBox\s*\[0 0 ([0-9. ]+)\]", printed) == [size.encode()]
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1


@pytest.mark.parametrize(
    "path", ["/print/2026-Q3/", "/en/print/complain/", "/print/points/stairs-and-lifts/"]
)
def test_the_seal_of_a_company_fits_into_its_space(browser, address, path):
    """Company seals are up to 42 mm across; the space is measured on paper 186 mm wide between its margins."""
    millimetre = 96 / 25.4
    page = browser.new_page(viewport={"width": round(186 * millimetre), "height": 900})
    page.emulate_media(media="print")
    page.goto(address + path)
    space = page.locator(".stamp").bounding_box()
    page.close()
    assert min(space["width"], space["height"]) >= 45 * millimetre


def test_chinese_words_are_found_without_asking_anybody_else(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "/search/")
    page.get_by_label("要找的词").fill("变形缝")
    page.get_by_role("button", name="查找").click()
    page.get_by_role("link", name="地下车库变形缝防水维修方案公示").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("地下车库变形缝防水维修方案公示")
    page.goto(address + "/search/#绝无此词")
    page.reload()
    page.get_by_text("没有找到").wait_for()
    assert all(url.startswith(address) for url in asked)
    assert not any("变形缝" in url for url in asked if "search" not in url)
    context.close()
