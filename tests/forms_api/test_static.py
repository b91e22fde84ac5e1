"""The built site beside the forms."""

from pathlib import Path

import pytest

from tests.forms_api.visitor import Visitor


def build(folder: Path, words: str) -> Path:
    (folder / "en").mkdir(parents=True)
    (folder / "index.html").write_text(f"<h1>{words}</h1>", encoding="utf-8")
    (folder / "404.html").write_text("没有这一页", encoding="utf-8")
    (folder / "en" / "404.html").write_text("No such page", encoding="utf-8")
    (folder / "site.css").write_text("h1{}", encoding="utf-8")
    return folder


def show(visitor: Visitor, build: Path) -> None:
    link = visitor.home.folder / "next"
    link.symlink_to(build)
    link.rename(visitor.home.site)


def test_until_a_site_is_built_a_page_says_so_and_the_forms_work(visitor: Visitor) -> None:
    answer = visitor.get("/")
    assert answer.status_code == 404
    assert "公示网站还没有生成" in answer.text
    assert visitor.get("/f/complaint").status_code == 200


def test_a_site_swapped_in_is_served_at_once(visitor: Visitor, tmp_path: Path) -> None:
    show(visitor, build(tmp_path / "one", "第一期"))
    assert "第一期" in visitor.get("/").text
    show(visitor, build(tmp_path / "two", "第二期"))
    assert "第二期" in visitor.get("/").text


def test_pages_are_asked_for_anew_and_shielded(visitor: Visitor, tmp_path: Path) -> None:
    show(visitor, build(tmp_path / "one", "第一期"))
    headers = visitor.get("/").headers
    assert headers["cache-control"] == "no-cache"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "max-age" in visitor.get("/site.css").headers["cache-control"]


def test_an_unchanged_page_stays_one_that_is_asked_for_anew(visitor: Visitor, tmp_path: Path) -> None:
    show(visitor, build(tmp_path / "one", "第一期"))
    for path, kept in (("/", "no-cache"), ("/site.css", "public, max-age=3600")):
        etag = visitor.get(path).headers["etag"]
        again = visitor.client.get(path, headers={"if-none-match": etag})
        assert (again.status_code, again.headers["cache-control"]) == (304, kept)


@pytest.mark.parametrize(
    "name", ["data.xlsx", "data/outcomes.csv", "search/d1.json", "feed.xml", "chart.svg"]
)
def test_no_cache_keeps_what_may_hold_a_sentence_that_is_taken_down(
    visitor: Visitor, tmp_path: Path, name: str
) -> None:
    site = build(tmp_path / "one", "第一期")
    (site / name).parent.mkdir(exist_ok=True)
    (site / name).write_text("楼道堆物已清理。", encoding="utf-8")
    show(visitor, site)
    assert visitor.get(f"/{name}").headers["cache-control"] == "no-cache"


def test_a_missing_page_is_told_in_its_language(visitor: Visitor, tmp_path: Path) -> None:
    show(visitor, build(tmp_path / "one", "第一期"))
    zh, en = visitor.get("/nothing/"), visitor.get("/en/nothing/")
    assert (zh.status_code, zh.text) == (404, "没有这一页")
    assert (en.status_code, en.text) == (404, "No such page")
    (tmp_path / "one" / "404.html").unlink()
    assert "没有这一页" in visitor.get("/nothing/").text


def test_nothing_beside_the_site_is_served(visitor: Visitor, tmp_path: Path) -> None:
    show(visitor, build(tmp_path / "one", "第一期"))
    for path in ("/../portal.toml", "/%2e%2e/var/keys/master.key", "/..%2fvar", "//etc/passwd", "/.%00"):
        assert visitor.client.get(path).status_code in (400, 404)


def test_the_site_is_only_looked_at(visitor: Visitor, tmp_path: Path) -> None:
    show(visitor, build(tmp_path / "one", "第一期"))
    assert visitor.client.post("/").status_code == 405


def test_what_a_page_says_it_may_load_is_said_by_the_header_too(visitor: Visitor, tmp_path: Path) -> None:
    folder = build(tmp_path / "one", "第一期")
    policy = "default-src 'none'; script-src 'sha256-x'"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    (folder / "index.html").write_text(f"<head>{meta}</head>", encoding="utf-8")
    (folder / "en" / "index.html").write_text(f"<p>{' ' * 3000}</p>{meta}", encoding="utf-8")
    show(visitor, folder)
    assert visitor.get("/").headers["content-security-policy"] == f"{policy}; frame-ancestors 'none'"
    assert "script-src 'self'" in visitor.get("/en/").headers["content-security-policy"]


def test_a_feed_is_called_a_feed(visitor: Visitor, tmp_path: Path) -> None:
    folder = build(tmp_path / "one", "第一期")
    (folder / "feed.xml").write_text("<feed/>", encoding="utf-8")
    show(visitor, folder)
    assert visitor.get("/feed.xml").headers["content-type"] == "application/atom+xml"
