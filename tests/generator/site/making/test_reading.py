"""The quick way of reading a page reads what Python's parser reads, and leaves to it what it does not know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.site.making import reading
from generator.site.making.reading import read_any, read_page
from generator.site.making.standalone import STANDALONE

PARTS = (
    "<!doctype html>", "<html lang=\"zh-CN\">", "<title>", "</title>", "题目", "一 &amp; 二", "&lt;b&gt;", "&copy", "&", "<", ">", "\n", " ",
    "<h1 id=\"a\">", "<H1 ID=\"b\">", "</h1>", "</H1>", "</h1 >", "</h1 x>", "<p>", "</p>", "<br>", "<br/>", "<br />", "<p/>", "<p >", "<p a=\"b\" >", "<title >", "<title> </title>", "<TITLE>", "</TITLE>", "<svg>", "</svg>",
    "<table class=\"rows\">", "<table>", "</table>", "<b data-figure=\"x@y\">", "95 %", "</b>", "<img src=\"/x\" width=\"900\">", "<img src=/x>",
    "<img src='/x'>", "<a href=\"/?a=1&amp;b=2\">", "<a href=\"/?a=1&b=2\" hidden>", "<a  href=\"/\">", "<a href = \"/\">", "<a href=\"<b>\">", "</a>",
    "<script>", "</script>", "<script src=\"/s.js\">", "<script/>", "<style>", "</style>", "x<y", "<!-- <p> -->", "<?x?>", "<![CDATA[x]]>", "</>",
    "<p a=\"1\"b=\"2\">", "<p a=\"1\" a=\"2\">", "<p style=\"x\" onclick=\"y\">", "<textarea>", "</textarea>", "<1>", "<p", "<a-b>",
)  # fmt: skip
pages = st.lists(st.sampled_from(PARTS), max_size=14).map("".join)


@given(pages)
def test_the_quick_way_reads_what_the_parser_reads(html: str) -> None:
    assert read_page(html) == read_any(html)


def test_every_page_of_a_site_is_read_the_quick_way(staged, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_any", lambda html: pytest.fail("was left to the parser"))
    alone = {staged.folder / root / one / "index.html" for root in ("", "en") for one in STANDALONE}
    for path in {*staged.folder.rglob("*.html")} - alone:
        assert read_page(path.read_text(encoding="utf-8")).headings == 1
