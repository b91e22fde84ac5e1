"""Atom feeds of releases and notices: ids that never change, and `updated` that moves with every revision."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from xml.etree import ElementTree

from generator.site.edition import Edition
from generator.site.pages.noticeboard import posted

ATOM = "http://www.w3.org/2005/Atom"
NOBODY = "portal.invalid"
LONGEST = 30


@dataclass(frozen=True)
class Entry:
    """One entry: `key` is what its id is made of, `address` its page below the language's root."""

    key: str
    first: date
    updated: date
    title: str
    summary: str
    address: str


def feed_bytes(edition: Edition) -> bytes:
    """The feed of an edition, newest first. Without an origin its links are paths from the root."""
    voice, estate = edition.voice, edition.content.estate
    entries = sorted(_entries(edition), key=lambda one: (one.updated, one.key), reverse=True)[:LONGEST]
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": voice.html_language})
    _text(feed, "id", f"{_tag(edition, _start(edition))}:feed/{voice.language}")
    _text(feed, "title", voice.say("feed", "title", estate=estate.name.say(voice.language)))
    _text(feed, "updated", _moment(entries[0].updated if entries else _start(edition)))
    _text(ElementTree.SubElement(feed, "author"), "name", estate.company.name.say(voice.language))
    _link(feed, "self", edition.origin + edition.link("feed.xml"), "application/atom+xml")
    _link(feed, "alternate", edition.origin + edition.link(), "text/html")
    for one in entries:
        item = ElementTree.SubElement(feed, "entry")
        _text(item, "id", f"{_tag(edition, one.first)}:{one.key}/{voice.language}")
        _text(item, "title", one.title)
        _text(item, "published", _moment(one.first))
        _text(item, "updated", _moment(one.updated))
        _link(item, "alternate", edition.origin + edition.link(one.address), "text/html")
        _text(item, "summary", one.summary)
    ElementTree.indent(feed)
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entries(edition: Edition) -> Iterator[Entry]:
    voice = edition.voice
    for one in edition.content.current:
        balance, period = one.release.balance, one.release.period
        yield Entry(
            key=f"release/{period}",
            first=date.fromisoformat(one.begun.published),
            updated=date.fromisoformat(one.approval.published),
            title=voice.say("outcomes", "title", period=voice.period(period)),
            summary=voice.say(
                "home",
                "settled",
                settled=balance.settled,
                listed=balance.listed,
                counted=balance.counted,
                withheld=balance.withheld,
            ),
            address=f"outcomes/{period}/",
        )
    for hung in posted(edition):
        notice = hung.notice
        yield Entry(
            key=hung.address.rstrip("/"),
            first=notice.published,
            updated=max(notice.changed, notice.published),
            title=notice.title.say(voice.language),
            summary=notice.text[0].say(voice.language),
            address=hung.address,
        )


def _tag(edition: Edition, day: date) -> str:
    """`tag:example.org,2026-10-15` (RFC 4151): whose name it is, and on which day it was theirs."""
    return f"tag:{urlsplit(edition.origin).hostname or NOBODY},{day}"


def _start(edition: Edition) -> date:
    return date.fromisoformat(f"{edition.content.rules.periods.start}-01")


def _moment(day: date) -> str:
    return f"{day}T00:00:00+08:00"


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = "".join(
        one for one in text if one.isprintable() or one == "\n"
    )


def _link(parent: ElementTree.Element, rel: str, href: str, kind: str) -> None:
    ElementTree.SubElement(parent, "link", {"rel": rel, "href": href, "type": kind})
