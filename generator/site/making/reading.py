"""Reading a finished page back: what it links to, what it would load, what it says."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.site.making.tags import NOTHING, VOID, Noted, Tag, note, read_tag, unescaped


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


_DOCTYPE = "<!doctype html>"


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
        reader.handle_data(unescaped(before))
    return reader.page if reader.read(tags) else None


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
            tag = read_tag(written)
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

    def _start(self, tag: Tag) -> None:
        self.start(tag.name, tag.noted)
        if tag.ends:
            self.end(tag.name)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.start(tag, note(tag, attrs))

    def start(self, tag: str, noted: Noted) -> None:
        if noted is not NOTHING:
            self._take(noted)
        if tag not in VOID:
            self._open.append(tag)
        if noted.figure is not None:
            self._figure = (noted.figure, len(self._open), [])

    def _take(self, noted: Noted) -> None:
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
        if tag not in VOID:
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
