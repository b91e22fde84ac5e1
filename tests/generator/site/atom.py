"""What RFC 4287 asks of a feed, as a check of its bytes: every fault with the clause it offends."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
COMMON = {f"{XML}lang", f"{XML}base"}
ONCE = {
    "feed": {"generator", "icon", "id", "logo", "rights", "subtitle", "title", "updated"},
    "entry": {"content", "id", "published", "rights", "source", "summary", "title", "updated"},
}
NEEDED = ("id", "title", "updated")
MANY = {"feed": {"author", "category", "contributor", "link", "entry"}, "entry": {"author", "category", "contributor", "link"}}  # fmt: skip
ATTRIBUTES = {
    "link": {"href", "rel", "type", "hreflang", "title", "length"},
    **{name: {"type"} for name in ("title", "summary", "subtitle", "rights")},
    "content": {"type", "src"},
    "category": {"term", "scheme", "label"},
    "generator": {"uri", "version"},
}
MOMENT = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-([0-2]\d|3[01])T[0-2]\d:[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-][0-2]\d:[0-5]\d)"
)
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
MEDIA_TYPE = re.compile(r"[A-Za-z0-9.+_-]+/[A-Za-z0-9.+_-]+(;.+)?")
RELATION = re.compile(r"[A-Za-z][A-Za-z.-]*")


def faults(data: bytes) -> list[str]:
    """`clause: what`, in the order of the feed; empty for a valid feed."""
    try:
        feed = ElementTree.fromstring(data)
    except ElementTree.ParseError as problem:
        return [f"2: is not well-formed: {problem}"]
    if feed.tag != f"{ATOM}feed":
        return [f"2: its root is {feed.tag}"]
    return [*_feed(feed), *(fault for one in feed.iter(f"{ATOM}entry") for fault in _entry(one, feed))]


def _feed(feed: ElementTree.Element) -> Iterator[str]:
    yield from _container(feed, "feed", "4.1.1", based=_is_based(feed))
    entries = feed.findall(f"{ATOM}entry")
    if not feed.findall(f"{ATOM}author") and not all(one.findall(f"{ATOM}author") for one in entries):
        yield "4.1.1: has no author, and not every entry has one"
    if not any(link.get("rel") == "self" for link in feed.findall(f"{ATOM}link")):
        yield "4.1.1: has no link to itself"
    for id, times in Counter(one.findtext(f"{ATOM}id") for one in entries).items():
        if times > 1:
            yield f"4.1.2: the id {id} is used {times} times"
    moments = [one.findtext(f"{ATOM}updated", "") for one in entries]
    if moments != sorted(moments, reverse=True):
        yield "4.1.1: the newest entry does not come first"
    if moments and feed.findtext(f"{ATOM}updated", "") < max(moments):
        yield "4.2.15: an entry is newer than the feed"


def _entry(entry: ElementTree.Element, feed: ElementTree.Element) -> Iterator[str]:
    yield from _container(entry, "entry", "4.1.2", based=_is_based(feed) or _is_based(entry))
    alternates = [
        link for link in entry.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"
    ]
    if entry.find(f"{ATOM}content") is None and not alternates:
        yield "4.1.2: has neither content nor an alternate link"
    published, updated = (entry.findtext(f"{ATOM}{name}", "") for name in ("published", "updated"))
    if published[:10] > updated[:10]:
        yield "4.2.9: was published after it was updated"


def _container(parent: ElementTree.Element, name: str, clause: str, *, based: bool) -> Iterator[str]:
    names = [child.tag.removeprefix(ATOM) for child in parent]
    for needed in NEEDED:
        if needed not in names:
            yield f"{clause}: has no {needed}"
    for child, times in Counter(names).items():
        if child not in ONCE[name] | MANY[name]:
            yield f"{clause}: holds {child}"
        elif child in ONCE[name] and times > 1:
            yield f"{clause}: holds {child} {times} times"
    if name == "entry" and parent.attrib.keys() - COMMON:
        yield f"2: an entry has attributes {sorted(parent.attrib)}"
    if name == "feed" and not LANGUAGE.fullmatch(parent.get(f"{XML}lang", "")):
        yield f"2: its language is {parent.get(f'{XML}lang')!r}"
    kinds = Counter(
        (link.get("type"), link.get("hreflang"))
        for link in parent.findall(f"{ATOM}link")
        if link.get("rel", "alternate") == "alternate"
    )
    if any(times > 1 for times in kinds.values()):
        yield f"{clause}: two alternate links of one type and language"
    for child in parent:
        yield from _child(child, based)


def _child(child: ElementTree.Element, based: bool) -> Iterator[str]:
    name, text = child.tag.removeprefix(ATOM), child.text or ""
    if name != "entry" and child.attrib.keys() - ATTRIBUTES.get(name, set()) - COMMON:
        yield f"2: {name} has attributes {sorted(child.attrib)}"
    if name in ("title", "summary", "subtitle", "rights"):
        if child.get("type", "text") not in ("text", "html", "xhtml"):
            yield f"3.1.1: {name} has the type {child.get('type')}"
        if child.get("type", "text") == "text" and len(child):
            yield f"3.1.1.1: {name} is text and holds elements"
        if name == "title" and not text.strip():
            yield "4.2.14: a title says nothing"
    elif name in ("author", "contributor"):
        if len(child.findall(f"{ATOM}name")) != 1 or not child.findtext(f"{ATOM}name", "").strip():
            yield f"3.2.1: {name} has no name, or more than one"
    elif name in ("updated", "published"):
        if not MOMENT.fullmatch(text):
            yield f"3.3: {name} is {text!r}"
    elif name == "id":
        yield from _id(text)
    elif name == "link":
        yield from _link(child, based)


def _id(text: str) -> Iterator[str]:
    parts = urlsplit(text)
    if not parts.scheme or text != text.strip():
        yield f"4.2.6: the id {text!r} is no absolute IRI"
    if parts.scheme != text.split(":")[0] or parts.netloc != parts.netloc.lower():
        yield f"4.2.6.1: the id {text!r} is not as it is written everywhere"


def _link(link: ElementTree.Element, based: bool) -> Iterator[str]:
    href = link.get("href")
    if not href or re.search(r"\s", href):
        yield f"4.2.7.1: a link leads to {href!r}"
    elif not urlsplit(href).scheme and not based:
        yield f"4.2.7.1: the link {href!r} is relative to nothing"
    if not RELATION.fullmatch(link.get("rel", "alternate")):
        yield f"4.2.7.2: a link's relation is {link.get('rel')!r}"
    if not MEDIA_TYPE.fullmatch(link.get("type", "text/html")):
        yield f"4.2.7.3: a link's type is {link.get('type')!r}"


def _is_based(element: ElementTree.Element) -> bool:
    return bool(urlsplit(element.get(f"{XML}base", "")).scheme)
