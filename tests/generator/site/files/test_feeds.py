"""The feeds: ids that stay, `updated` that moves, and words that are only words."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.site.content import read_content
from generator.site.edition import Edition
from generator.site.files.feeds import ATOM, feed_bytes
from generator.site.words.voice import voices
from register.content import Words
from tests.generator.site.atom import faults
from tests.generator.site.samples import TODAY

NAME = {"a": ATOM}
OLD = "<updated>2026-01-01T00:00:00+08:00</updated>"


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


@pytest.mark.parametrize("name", ["feed.xml", "en/feed.xml"])
def test_every_feed_of_the_site_is_what_the_standard_asks_for(staged, name):
    assert faults((staged.folder / name).read_bytes()) == []


@pytest.mark.parametrize(
    ("clause", "old", "new"),
    [
        ("2", "</feed>", ""),
        ("2", "2005/Atom", "2005/Atoms"),
        ("2", 'xml:lang="zh-CN"', 'xml:lang="中文"'),
        ("2", "<entry>", '<entry class="x">'),
        ("3.1.1", "<summary>", '<summary type="markdown">'),
        ("3.1.1.1", "<summary>", "<summary><b>x</b>"),
        ("3.2.1", "<name>绿源物业服务有限公司</name>", "<name> </name>"),
        ("3.2.1", "</name>", "</name><name>x</name>"),
        ("3.3", "T00:00:00+08:00</updated>", "</updated>"),
        ("3.3", "T00:00:00+08:00</published>", "t00:00:00z</published>"),
        ("4.1.1", "<author>", "<subtitle>a</subtitle><subtitle>b</subtitle><author>"),
        ("4.1.1", "author>", "contributor>"),
        ("4.1.1", 'rel="self"', 'rel="via"'),
        ("4.1.1", "2026-11-16T00:00:00+08:00</updated>", "2026-01-01T00:00:00+08:00</updated>"),
        ("4.1.2", "published>", "issued>"),
        ("4.1.2", "2026-11-18:notices/water-tank-cleaning/zh", "2026-11-16:notices/garage-waterproofing/zh"),
        ("4.2.6", "<id>tag:", "<id>"),
        ("4.2.6.1", "<id>tag:", "<id>TAG:"),
        ("4.2.7.1", 'href="https://cuihu.example/notices', 'href="/notices'),
        ("4.2.7.2", 'rel="alternate"', 'rel="a b"'),
        ("4.2.7.3", 'type="text/html"', 'type="html"'),
        ("4.2.9", "2026-11-18T00:00:00+08:00</published>", "2026-12-18T00:00:00+08:00</published>"),
        ("4.2.14", "<title>生活水箱清洗，分区停水</title>", "<title> </title>"),
        ("4.2.15", "<updated>2026-11-19T00:00:00+08:00</updated>\n  <author>", f"{OLD}<author>"),
        ("4.1.2", "<published>2026-11-18", "<id>tag:x,2026:y</id><published>2026-11-18"),
    ],
)
def test_the_check_finds_what_is_wrong_with_a_feed(edition, clause, old, new):
    right = feed_bytes(edition).decode()
    assert old in right
    found = faults(right.replace(old, new).encode())
    assert any(fault.startswith(f"{clause}: ") for fault in found), found


@pytest.mark.parametrize("voice", voices(), ids=lambda voice: voice.language)
def test_a_notice_that_was_changed_comes_first_again_under_its_old_id(edition, voice):
    edition = replace(edition, voice=voice)
    first = next(iter(entries(edition)))
    notice = edition.content.work.notices["ebike-charging"]
    changed = notice.model_copy(update={"updated": TODAY})
    notices = {**edition.content.work.notices, "ebike-charging": changed}
    after = replace(
        edition,
        content=replace(edition.content, work=replace(edition.content.work, notices=notices)),
    )
    assert entries(edition).keys() == entries(after).keys()
    assert "ebike-charging" not in first
    key, entry = next(iter(entries(after).items()))
    assert "ebike-charging" in key
    assert updated(entry) == f"{TODAY}T00:00:00+08:00"
    feed = ElementTree.fromstring(feed_bytes(after))
    assert updated(feed) == f"{TODAY}T00:00:00+08:00" > updated(ElementTree.fromstring(feed_bytes(edition)))
    assert faults(feed_bytes(after)) == []


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
    assert (
        faults(
            feed_bytes(
                replace(
                    edition, content=replace(edition.content, released=(*edition.content.released, revised))
                )
            )
        )
        == []
    )


def test_hostile_words_are_words_and_control_characters_are_left_out(edition):
    notice = edition.content.work.notices["ebike-charging"]
    title = "<script>x</script> ]]> &amp; \x0b\x00 {{7*7}}"
    bad = notice.model_copy(update={"title": Words(zh=title)})
    work = replace(edition.content.work, notices={"bad": bad})
    found = entries(replace(edition, content=replace(edition.content, work=work)))
    (shown,) = [one.findtext("a:title", "", NAME) for key, one in found.items() if "/bad/" in key]
    assert faults(feed_bytes(replace(edition, content=replace(edition.content, work=work)))) == []
    assert shown == "<script>x</script> ]]> &amp;  {{7*7}}"


def test_an_estate_without_releases_and_notices_has_a_feed(edition):
    work = replace(edition.content.work, notices={})
    empty = replace(edition, content=replace(edition.content, released=(), work=work))
    assert entries(empty) == {}
    assert faults(feed_bytes(empty)) == []
    assert b"tag:portal.invalid" in feed_bytes(replace(empty, origin=""))
