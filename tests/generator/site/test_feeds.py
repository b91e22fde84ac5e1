"""The feeds: ids that stay, `updated` that moves, and words that are only words."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.site.content import read_content
from generator.site.edition import Edition
from generator.site.feeds import ATOM, feed_bytes
from generator.site.voice import voices
from register.content import Words
from tests.generator.site.samples import TODAY

NAME = {"a": ATOM}


@pytest.fixture(scope="module")
def edition(home: Path) -> Edition:
    return Edition(read_content(home), voices()[0], TODAY, origin="https://cuihu.example")


def entries(edition: Edition) -> dict[str, ElementTree.Element]:
    feed = ElementTree.fromstring(feed_bytes(edition))
    return {one.findtext("a:id", "", NAME): one for one in feed.findall("a:entry", NAME)}


def updated(one: ElementTree.Element) -> str:
    return one.findtext("a:updated", "", NAME)


def test_releases_and_notices_are_there_newest_first(edition):
    found = entries(edition)
    assert "tag:cuihu.example,2026-10-15:release/2026-Q3/zh" in found
    assert "tag:cuihu.example,2026-11-16:notices/garage-waterproofing/zh" in found
    days = [updated(one) for one in found.values()]
    assert days == sorted(days, reverse=True)


def test_what_atom_asks_for_is_there(staged):
    for name in ("feed.xml", "en/feed.xml"):
        feed = ElementTree.parse(staged.folder / name).getroot()
        assert feed.tag == f"{{{ATOM}}}feed"
        for element in (feed, *feed.findall("a:entry", NAME)):
            for child in ("id", "title", "updated"):
                assert element.findtext(f"a:{child}", "", NAME)
        assert feed.findtext("a:author/a:name", "", NAME)
        ids = [one.findtext("a:id", "", NAME) for one in feed.findall("a:entry", NAME)]
        assert len(set(ids)) == len(ids)


def test_a_revision_moves_updated_and_keeps_the_id(edition):
    last = edition.content.released[-1]
    later = date.fromisoformat(last.approval.published) + timedelta(days=20)
    revised = replace(
        last,
        release=last.release.model_copy(update={"revision": 2}),
        approval=last.approval.model_copy(update={"published": str(later), "revision": 2}),
    )
    before = entries(edition)
    after = entries(
        replace(edition, content=replace(edition.content, released=(*edition.content.released, revised)))
    )
    key = "tag:cuihu.example,2026-10-15:release/2026-Q3/zh"
    assert before.keys() == after.keys()
    assert updated(after[key]) == f"{later}T00:00:00+08:00" > updated(before[key])


def test_hostile_words_are_words_and_control_characters_are_left_out(edition):
    notice = edition.content.work.notices["ebike-charging"]
    title = "<script>x</script> ]]> &amp; \x0b\x00 {{7*7}}"
    bad = notice.model_copy(update={"title": Words(zh=title)})
    work = replace(edition.content.work, notices={"bad": bad})
    found = entries(replace(edition, content=replace(edition.content, work=work)))
    (shown,) = [one.findtext("a:title", "", NAME) for key, one in found.items() if "/bad/" in key]
    assert shown == "<script>x</script> ]]> &amp;  {{7*7}}"


def test_an_estate_without_releases_and_notices_has_a_feed(edition):
    work = replace(edition.content.work, notices={})
    empty = replace(edition, content=replace(edition.content, released=(), work=work), origin="")
    assert entries(empty) == {}
    assert b"tag:portal.invalid" in feed_bytes(empty)
