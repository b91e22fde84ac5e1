"""Reading a finished page back: what it links to, what it would load, what it says."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

LOADING = {"src", "srcset", "poster", "data", "action", "formaction"}
NARROWEST = 320
"""Pixels: nothing on a page may ask for more width than the smallest phone has."""
FOLDING = frozenset(("rows", "money", "sheet", "scroll"))
"""Classes below which a table fits a phone: its rows become blocks, or it scrolls by itself."""
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


@dataclass
class ReadPage:
    """What the proof needs of a page. `figures` holds (key, text) of every figure shown, `wide` what may not fit a phone."""

    language: str = ""
    title: str = ""
    description: str = ""
    headings: int = 0
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    figures: list[tuple[str, str]] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)


_TAG = re.compile(
    r"""(/?)([A-Za-z][A-Za-z0-9]*)((?: [A-Za-z][A-Za-z0-9:_-]*(?:="[^"<>]*")?)*)( ?/?)>(.*)""", re.S
)
"""A tag behind its bracket as our templates write it, and the text up to the next one."""
_ATTRIBUTE = re.compile(r' ([A-Za-z][A-Za-z0-9:_-]*)(?:="([^"]*)")?')
_DOCTYPE = "<!doctype html>"
_OPAQUE = frozenset(
    ("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "plaintext", "xmp")
)
"""Elements in which a bracket is no tag. The quick way reads them only empty; a title with words alone in it."""


def read_page(html: str) -> ReadPage:
    """Read a page: the quick way where every character is markup as our templates write it, with Python's parser otherwise."""
    return _read_plain(html) or read_any(html)


def read_any(html: str) -> ReadPage:
    """Read a page with Python's parser, however it is written."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def _read_plain(html: str) -> ReadPage | None:
    """The page as `read_any` reads it, in a tenth of the time; None where anything is not of the plainest kind."""
    before, *tags = html.removeprefix(_DOCTYPE).split("<")
    reader = _Reader()
    if before:
        reader.handle_data(_unescaped(before))
    return reader.page if reader.read(tags) else None


def _unescaped(text: str) -> str:
    return unescape(text) if "&" in text else text


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag and the text behind it. `closes` and `opaque` are its name as written, where it is of that kind.

    `ends` at once: <br/>. `opens` an element that says nothing for itself. `is_said`: the text stands on the page.
    """

    name: str
    noted: "_Noted"
    closes: str
    opaque: str
    ends: bool
    opens: bool
    text: str
    is_said: bool


@lru_cache(maxsize=20_000)
def _read_tag(written: str) -> _Tag | None:
    """None where it is not of the plainest kind; pages share most of theirs."""
    match = _TAG.fullmatch(written)
    if match is None:
        return None
    closing, name, attributes, ending, text = match.groups()
    lower, ends = name.lower(), "/" in ending
    is_opaque = lower in _OPAQUE and not closing
    if (closing and (attributes or ending)) or (is_opaque and (ends or (text and name != "title"))):
        return None
    noted = _NOTHING if closing else _note_written(lower, attributes)
    return _Tag(
        name=lower,
        noted=noted,
        closes=name if closing else "",
        opaque=name if is_opaque else "",
        ends=ends,
        opens=noted is _NOTHING and not closing and not ends and lower not in _VOID,
        text=_unescaped(text),
        is_said=bool(text.strip()) and not is_opaque,
    )


def _attributes(written: str) -> list[tuple[str, str | None]]:
    return [
        (match[1].lower(), None if match[2] is None else unescape(match[2]))
        for match in _ATTRIBUTE.finditer(written)
    ]


@dataclass(frozen=True)
class _Noted:
    """What a start tag gives a page, wherever it stands."""

    language: str | None = None
    description: str | None = None
    headings: int = 0
    ids: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    inline: tuple[str, ...] = ()
    folds: bool = False
    is_table: bool = False
    wide: tuple[str, ...] = ()
    figure: str | None = None


_NOTHING = _Noted()


def _note(tag: str, attributes: list[tuple[str, str | None]]) -> _Noted:
    values = {name: value or "" for name, value in attributes}
    alternate = tag == "a" or _is_alternate(tag, values)
    inline = [f"{tag} {name}" for name in values if name == "style" or name.startswith("on")]
    if tag == "style" or (tag == "script" and "src" not in values):
        inline.append(f"<{tag}>")
    width = values.get("width", "")
    noted = _Noted(
        language=values.get("lang", "") if tag == "html" else None,
        description=values.get("content", "")
        if tag == "meta" and values.get("name") == "description"
        else None,
        headings=int(tag == "h1"),
        ids=tuple(value for name, value in values.items() if name == "id"),
        links=(values["href"],) if alternate and "href" in values else (),
        loads=tuple(
            value for name, value in values.items() if name in LOADING or (name == "href" and not alternate)
        ),
        inline=tuple(inline),
        folds=not FOLDING.isdisjoint(values.get("class", "").split()),
        is_table=tag == "table",
        wide=(f"<{tag}> is {width} pixels wide",) if width.isdecimal() and int(width) > NARROWEST else (),
        figure=values.get("data-figure"),
    )
    return _NOTHING if noted == _NOTHING else noted


@lru_cache(maxsize=20_000)
def _note_written(tag: str, written: str) -> _Noted:
    """The same for a plain tag as it is written: pages share most of theirs."""
    return _note(tag, _attributes(written))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = ReadPage()
        self._open: list[str] = []
        self._folding = 0
        self._figure: tuple[str, int, list[str]] | None = None

    def read(self, tags: Iterable[str]) -> bool:
        """Takes every tag with its text as it is written; False where one is not of the plainest kind."""
        opened, texts, opaque = self._open, self.page.texts, ""
        for written in tags:
            tag = _read_tag(written)
            if tag is None or (opaque and tag.closes != opaque):
                return False
            opaque = tag.opaque
            if tag.opens:
                opened.append(tag.name)
            elif not tag.closes:
                self._start(tag)
            elif not (self._figure or self._folding) and opened and opened[-1] == tag.name:
                opened.pop()
            else:
                self.handle_endtag(tag.name)
            if tag.is_said and not self._figure:
                texts.append(tag.text)
            elif tag.text and (self._figure or tag.opaque):
                self.handle_data(tag.text)
        return not opaque

    def _start(self, tag: _Tag) -> None:
        self.start(tag.name, tag.noted)
        if tag.ends:
            self.end(tag.name)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.start(tag, _note(tag, attrs))

    def start(self, tag: str, noted: _Noted) -> None:
        if noted is not _NOTHING:
            self._take(noted)
        if tag not in _VOID:
            self._open.append(tag)
        if noted.figure is not None:
            self._figure = (noted.figure, len(self._open), [])

    def _take(self, noted: _Noted) -> None:
        page = self.page
        page.language = page.language if noted.language is None else noted.language
        page.description = page.description if noted.description is None else noted.description
        page.headings += noted.headings
        page.ids += noted.ids
        page.links += noted.links
        page.loads += noted.loads
        page.inline += noted.inline
        if noted.folds and not self._folding:
            self._folding = len(self._open) + 1
        if noted.is_table and not self._folding:
            page.wide.append("a table that does not fold on a phone")
        page.wide += noted.wide

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.end(tag)

    def end(self, tag: str) -> None:
        """What is closed where it is opened."""
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._figure and len(self._open) == self._figure[1]:
            self.page.figures.append((self._figure[0], " ".join("".join(self._figure[2]).split())))
            self._figure = None
        if self._open and self._open[-1] == tag:
            self._open.pop()
            if len(self._open) < self._folding:
                self._folding = 0

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "title" and "svg" not in self._open:
            self.page.title += data
        if self._figure:
            self._figure[2].append(data)
        if data.strip():
            self.page.texts.append(data)


def _is_alternate(tag: str, values: dict[str, str]) -> bool:
    return tag == "link" and values.get("rel") == "alternate"
