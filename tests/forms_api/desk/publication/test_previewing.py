"""The preview behind the desk's sign-in, and its place before a release."""

from dataclasses import replace

import pytest

from forms_api.desk.publication.previewing import marked
from forms_api.desk.publication.views import CheckResult, Job
from tests.forms_api.desk.office import PASSWORD, Desk

HTML = (
    b'<html><head><title>x</title></head><body class="a"><script src="/x.js"></script>'
    b'<a href="/outcomes/">o</a><a href="//evil.example/">e</a><img src="/assets/a.svg"></body></html>'
)


def test_a_page_of_the_preview_is_marked_keeps_its_links_inside_and_has_no_script() -> None:
    page = marked(HTML, "预览 <未发布>").decode()
    assert '<body class="a"><aside class="desk-preview" aria-label="预览 &lt;未发布&gt;">预览 &lt;' in page
    assert 'href="/preview/outcomes/"' in page
    assert 'src="/preview/assets/a.svg"' in page
    assert 'href="//evil.example/"' in page
    assert "<script" not in page
    assert '<link rel="stylesheet" href="/preview.css"></head>' in page


def test_only_those_who_release_see_the_preview(desk: Desk) -> None:
    desk.publishing.files = {"": HTML}
    assert desk.visitor().get("/preview/").headers["location"] == "/sign-in"
    desk.signed_in("wangfang").open("/preview/", 403)
    shown = desk.signed_in("sunli").browser.get("/preview/")
    assert shown.status_code == 200
    policy = shown.headers["content-security-policy"]
    assert "frame-ancestors 'self'" in policy
    assert "script-src" not in policy
    assert policy.startswith("default-src 'none'")
    assert shown.headers["cache-control"] == "no-store"


def test_styles_that_stand_in_a_page_are_allowed_by_their_digests(desk: Desk) -> None:
    policy = b"style-src 'sha256-aa' 'sha256-bb'; script-src 'sha256-cc'"
    meta = b'<meta http-equiv="Content-Security-Policy" content="' + policy + b'">'
    desk.publishing.files = {"verify/": HTML.replace(b"<title>", meta + b"<title>"), "": HTML}
    browser = desk.signed_in("sunli").browser
    allowed = browser.get("/preview/verify/").headers["content-security-policy"]
    assert "style-src 'self' 'sha256-aa' 'sha256-bb';" in allowed
    assert "script-src" not in allowed
    assert "style-src 'self';" in browser.get("/preview/").headers["content-security-policy"]


def test_files_of_the_preview_come_with_their_own_type(desk: Desk) -> None:
    desk.publishing.files = {
        "assets/a.css": b"a{}",
        "outcomes": HTML,
        "outcomes/": HTML,
        "404.html": HTML,
        "ledger/checkpoint": b"head",
    }
    browser = desk.signed_in("sunli").browser
    assert browser.get("/preview/assets/a.css").headers["content-type"] == "text/css; charset=utf-8"
    assert browser.get("/preview/outcomes").headers["location"] == "/preview/outcomes/"
    assert "desk-preview" in browser.get("/preview/404.html").text
    for path in ("/preview/nothing/", "/preview/f/complaint"):
        assert browser.get(path).status_code == 404


def test_without_a_preview_of_these_bytes_nothing_is_released(desk: Desk) -> None:
    person = desk.signed_in("sunli")
    page = person.open("/publish")
    assert desk.publishing.previewed is not None
    desk.publishing.previewed = replace(desk.publishing.previewed, sha256="cd" * 32)
    assert "请先生成这份草稿的预览" in person.send(page, "/publish/approve", 422, password=PASSWORD)
    assert "/publish/approve" not in person.open("/publish")
    assert desk.publishing.approved == []


def test_a_preview_with_a_failed_check_stops_the_release(desk: Desk) -> None:
    person = desk.signed_in("sunli")
    page = person.open("/publish")
    assert desk.publishing.previewed is not None
    desk.publishing.previewed = replace(
        desk.publishing.previewed, checks=(CheckResult("bad", "含有私有信息"),)
    )
    person.send(page, "/publish/approve", 422, password=PASSWORD)
    again = person.open("/publish")
    assert "含有私有信息" in again
    assert "/publish/approve" not in again
    assert desk.publishing.approved == []


def test_a_preview_is_made_in_the_background_and_its_progress_needs_no_script(desk: Desk) -> None:
    desk.publishing.previewed = None
    person = desk.signed_in("sunli")
    assert person.send(person.open("/publish"), "/publish/preview") == "/publish/preview"
    assert '<meta http-equiv="refresh"' in person.open("/publish/preview")
    assert "正在生成预览" in person.open("/publish")
    desk.publishing.staging = Job("failed", ("坏了",))
    assert "居民看到的网站没有变化" in person.open("/publish/preview")
    assert "没有生成预览" in person.open("/publish")
    assert ("sunli", "preview_started") in desk.events()


def test_too_early_no_preview_is_made(desk: Desk) -> None:
    person = desk.signed_in("sunli")
    desk.publishing.previewed = None
    page = person.open("/publish")
    desk.publishing.period = None
    person.send(page, "/publish/preview", 422)
    assert desk.publishing.staging is None


def test_what_changes_is_said_old_and_new_with_checks_and_pages(desk: Desk) -> None:
    page = desk.signed_in("sunli").open("/publish")
    for said in (
        "<del>96%（48/50）</del>",
        "<ins>95%（58/61）</ins>",
        "没有姓名、电话、门牌",
        "2 条没有英文",
    ):
        assert said in page
    assert '<iframe class="phone" src="/preview/"' in page
    assert 'href="/preview/outcomes/2026-Q2/"' in page
    assert 'href="/preview/old/"' not in page


@pytest.mark.parametrize("path", ["/publish", "/publish/preview", "/publish/corrections", "/published"])
def test_only_the_publishing_page_may_frame_and_only_itself(desk: Desk, path: str) -> None:
    policy = desk.signed_in("sunli").browser.get(path).headers["content-security-policy"]
    assert ("frame-src 'self'" in policy) == (path == "/publish")
