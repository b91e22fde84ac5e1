"""Proof of a staged site before it is swapped in: every link leads somewhere, nothing is loaded from elsewhere,
both languages are whole, and every figure is what its rows say."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.disclosure.figures.measures import compute_figures
from generator.disclosure.releases.releases import ReleasedPeriod
from generator.site.content import Content
from generator.site.figures.figures import make_book
from generator.site.making.reading import ReadPage, read_page
from generator.site.making.standalone import vouched
from generator.site.words.voice import voices

SERVED_ELSEWHERE = ("/f/",)
SCHEMES = ("tel", "mailto")
_HALF_WIDTH = re.compile(r"[一-鿿][,;:!?()]|[,;:!?()][一-鿿]")
_LOADED_BY_CSS = re.compile(r"""@import|url\(\s*(?!["']?(?:data:|#))""")


@dataclass(frozen=True)
class Flaw:
    """Something wrong on a staged page. Only a `grave` one stops publication."""

    page: str
    code: str
    problem: str
    grave: bool = True

    def __str__(self) -> str:
        return f"{self.page}: {self.problem}"


Pages = Mapping[str, ReadPage]


def prove_site(folder: Path, content: Content) -> list[Flaw]:
    """Every flaw of the staged site, grave ones first. An empty list proves the site."""
    flaws = [flaw for one in content.current for flaw in _figures_recomputed(one)]
    pages: dict[str, ReadPage] = {}
    for path in sorted(folder.rglob("*.html")):
        name, html = path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8")
        pages[name] = read_page(html)
        flaws += _as_written(name, html, pages[name])
    for check in (_identity, _loading, _width):
        flaws += [flaw for name, page in pages.items() for flaw in check(name, page)]
    flaws += _punctuation(pages, content)
    flaws += _dead_links(folder, pages)
    flaws += _missing_languages(pages)
    flaws += _figures_shown(pages, content)
    flaws += _stylesheets(folder)
    return sorted(flaws, key=lambda flaw: (not flaw.grave, flaw.page, flaw.code, flaw.problem))


def _as_written(name: str, html: str, page: ReadPage) -> Iterator[Flaw]:
    if "{{" in html or "{%" in html:
        yield Flaw(name, "left_over", "holds a template's braces that were never filled in")
    for inline in Counter(page.inline) - Counter(vouched(html)) if page.inline else ():
        yield Flaw(name, "inline", f"holds script or style of its own ({inline}); the policy forbids it")


def address_file(path: str) -> str:
    """The file that serves a path: `/outcomes/` → `outcomes/index.html`."""
    name = unquote(path).lstrip("/")
    return name + "index.html" if not name or name.endswith("/") else name


def _identity(name: str, page: ReadPage) -> Iterator[Flaw]:
    if not page.title.strip():
        yield Flaw(name, "title", "has no title")
    if not page.description.strip():
        yield Flaw(name, "description", "has no description")
    if page.headings != 1:
        yield Flaw(name, "heading", f"has {page.headings} main headings; it needs one")
    for repeated in sorted(one for one, times in Counter(page.ids).items() if times > 1):
        yield Flaw(name, "id", f"the id {repeated!r} is used twice")


def _loading(name: str, page: ReadPage) -> Iterator[Flaw]:
    for target in page.loads:
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            yield Flaw(name, "external", f"loads {target!r} from another host")


def _width(name: str, page: ReadPage) -> Iterator[Flaw]:
    for wide in page.wide:
        yield Flaw(name, "width", f"may be too wide for a phone: {wide}")


def _punctuation(pages: Pages, content: Content) -> Iterator[Flaw]:
    """Half-width marks beside Chinese look careless. What is frozen in a release can only be warned of."""
    texts = {text for page in pages.values() for text in page.texts}
    careless = {text: found for text in texts if (found := _HALF_WIDTH.search(text))}
    frozen = _frozen_words(content) if careless else ""
    for name, page in pages.items() if careless else ():
        for text in page.texts:
            if found := careless.get(text):
                near = text[max(0, found.start() - 8) : found.end() + 8].strip()
                grave = text.strip().rstrip("…") not in frozen
                yield Flaw(name, "punctuation", f"half-width punctuation beside Chinese: …{near}…", grave)


def _frozen_words(content: Content) -> str:
    """What people wrote into the releases; no later build can change it."""
    releases = [one.release for one in content.released]
    summaries = [entry.summary.zh for release in releases for entry in release.entries]
    return "\n".join(summaries + [one.why.zh for release in releases for one in release.corrections])


def _dead_links(folder: Path, pages: Pages) -> Iterator[Flaw]:
    """Every page links to much the same; where a link from the root leads does not depend on its page."""
    known: dict[str, str | None] = {}
    for name, page in pages.items():
        for target in sorted({*page.links, *page.loads}):
            asked = target if target.startswith("/") else f"{name} {target}"
            if asked not in known:
                known[asked] = _link_problem(folder, pages, name, target)
            problem = known[asked]
            if problem:
                yield Flaw(name, "link", problem)


def _link_problem(folder: Path, pages: Pages, name: str, target: str) -> str | None:
    parts = urlsplit(target)
    if parts.scheme in SCHEMES:
        return None
    if parts.scheme or parts.netloc:
        return f"links to {target!r}, another host"
    if parts.path.startswith(SERVED_ELSEWHERE):
        return None
    if parts.path and not parts.path.startswith("/"):
        return f"the link {target!r} does not start at the root"
    file = address_file(parts.path) if parts.path else name
    if not (folder / file).is_file():
        return f"the link {target!r} leads nowhere"
    if parts.fragment and parts.fragment not in pages[file].ids:
        return f"the link {target!r} leads to a place that is not on its page"
    return None


def _missing_languages(pages: Pages) -> Iterator[Flaw]:
    for name, page in pages.items():
        is_english = name.startswith("en/")
        other = name.removeprefix("en/") if is_english else f"en/{name}"
        if other not in pages:
            yield Flaw(name, "language", f"has no counterpart {other}")
        if page.language != ("en" if is_english else "zh-CN"):
            yield Flaw(name, "language", f"says its language is {page.language!r}")


def _figures_recomputed(one: ReleasedPeriod) -> Iterator[Flaw]:
    """The figures of a release must be what its own rows and balance give."""
    release = one.release
    computed = compute_figures(release.performance, release.balance, release.households, release.promised())
    theirs = {figure.measure: figure for figure in release.figures}
    ours = {figure.measure: figure for figure in computed}
    for measure in sorted(theirs.keys() | ours.keys()):
        if theirs.get(measure) != ours.get(measure):
            yield Flaw(f"releases/{one.file}", "figure", f"{measure} is not what its rows give")


def _figures_shown(pages: Pages, content: Content) -> Iterator[Flaw]:
    """A figure reads the same wherever it stands."""
    expected = {}
    for voice in voices():
        book = make_book(content, voice)
        views = [view for period in book.periods for view in book.period(period)]
        expected[voice.html_language] = {view.key: view.worded for view in views}
    for name, page in pages.items():
        for key, text in page.figures:
            right = expected.get(page.language, {}).get(key)
            if text != right:
                yield Flaw(name, "figure", f"shows {key} as {text!r} instead of {right!r}")


def _stylesheets(folder: Path) -> Iterator[Flaw]:
    for path in sorted(folder.rglob("*.css")):
        if _LOADED_BY_CSS.search(path.read_text(encoding="utf-8")):
            yield Flaw(path.relative_to(folder).as_posix(), "external", "a stylesheet loads another file")
