"""Content to a staged site: everything is gathered first, then written, then built once in each language."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.disclosure.remembered import Remembered
from generator.site.content import Content, read_content
from generator.site.edition import Edition, Page, editions_of
from generator.site.figures.recorded import check_targets
from generator.site.files.published import FILES
from generator.site.making.engine import Manuscript, make_pages
from generator.site.making.mkdocs_config import material_stylesheet, page_path, page_source
from generator.site.making.outline import PAGES
from generator.site.making.parts import Parts
from generator.site.making.shell import Asset, load_assets, make_shell
from generator.site.making.standalone import STANDALONE, stand_alone
from generator.site.words.voice import voices
from register.terms import Language

Progress = Callable[[str, int], None]
Maker = Callable[[Edition], Iterator[Page]]
SUBFOLDER = {Language.ZH: "", Language.EN: "en"}


@dataclass(frozen=True)
class Staged:
    """A finished site that nobody sees yet: its folder, the content it shows, and how many pages it has."""

    folder: Path
    content: Content
    pages: int


def stage_site(
    home: Path,
    into: Path,
    *,
    today: date,
    progress: Progress,
    unscanned: bool = False,
    origin: str = "",
    remembered: Remembered | None = None,
) -> Staged:
    """Build the site of `home/content` in the new folder `into`; the finished site is `into/site`.

    An `unscanned` one says on every page that it is not to be published. `origin` is the public address, for QR codes.
    What is `remembered` from an earlier build is not made again.

    The same content and the same `today` give the same bytes. `progress(step, pages)` is called with `read`,
    `zh`, `en` and `done`. Raises SettingsRefused with every fault of the content, BuildFailed when the engine
    refuses.
    """
    remembered = remembered or Remembered()
    content = read_content(home)
    check_targets(content)
    progress("read", 0)
    assets = load_assets(material_stylesheet())
    editions = editions_of(content, voices(), today, unscanned=unscanned, origin=origin)
    site, count = into / "site", 0
    write_files(site, ((asset.address, asset.data) for asset in assets.values()))
    write_files(site, content.files.items())
    for edition in editions:
        pages = _stage_edition(edition, assets, into, remembered)
        progress(edition.voice.language.value, pages)
        count += pages
    progress("done", count)
    return Staged(site, content, count)


def _stage_edition(edition: Edition, assets: Mapping[str, Asset], into: Path, remembered: Remembered) -> int:
    """One language of the site, written below `into/site`; how many pages it has."""
    language, parts = edition.voice.language, Parts(edition, remembered)
    sources = page_sources(parts)
    name = edition.content.estate.short_name.say(language)
    manuscript = Manuscript(name, language, make_shell(edition, assets), sources)
    pages = make_pages(manuscript, into=into / language, remembered=remembered)
    write_files(into / "site" / SUBFOLDER[language], whole_pages(pages, assets))
    write_files(into / "site", made_files(parts).items())
    return len(sources)


def whole_pages(
    pages: Iterable[tuple[str, bytes]], assets: Mapping[str, Asset]
) -> Iterator[tuple[str, bytes]]:
    """The pages with their files; what must stand alone has what it loads written into it."""
    loaded = {asset.address: asset.data for asset in assets.values()}
    alone = {f"{address}index.html" for address in STANDALONE}
    for file, html in pages:
        yield file, stand_alone(html.decode(), loaded).encode() if file in alone else html


def page_sources(parts: Parts) -> dict[str, bytes]:
    """What the engine is given of one language, by path; each path once."""
    sources: dict[str, bytes] = {}
    for make in PAGES:
        made = parts.take(make.__name__, partial(_sources, make))
        assert sources.keys().isdisjoint(made), "two pages share an address"
        sources |= made
    return sources


def _sources(make: Maker, edition: Edition) -> dict[str, bytes]:
    return {page_path(page): page_source(page).encode() for page in make(edition)}


def made_files(parts: Parts) -> dict[str, bytes]:
    """Open data, feed and search index of one language, by address below the root."""
    return {address: data for name, make in FILES.items() for address, data in parts.take(name, make).items()}


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files by their address, each as it comes."""
    for address, data in files:
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
