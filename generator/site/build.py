"""Content to a staged site: everything is gathered first, then written, then built once in each language."""

import logging
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.site.content import Content, read_content
from generator.site.edition import Edition, Page
from generator.site.mkdocs_config import dump, material_stylesheet, page_path, page_source, settings
from generator.site.outline import all_pages
from generator.site.published import made_files
from generator.site.recorded import check_targets
from generator.site.shell import Asset, load_assets, make_shell
from generator.site.voice import voices
from register.errors import RegisterError
from register.terms import Language

Progress = Callable[[str, int], None]
SUBFOLDER = {Language.ZH: "", Language.EN: "en"}


class BuildFailed(RegisterError):
    """The site engine refused. Nothing was swapped in; the old site is untouched."""


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
) -> Staged:
    """Build the site of `home/content` in the new folder `into`; the finished site is `into/site`.

    An `unscanned` one says on every page that it is not to be published. `origin` is the public address, for QR codes.

    The same content and the same `today` give the same bytes. `progress(step, pages)` is called with `read`,
    `zh`, `en` and `done`. Raises SettingsRefused with every fault of the content, BuildFailed when the engine
    refuses.
    """
    content = read_content(home)
    check_targets(content)
    assets = load_assets(material_stylesheet())
    editions = {voice.language: Edition(content, voice, today, unscanned, origin) for voice in voices()}
    pages = {language: all_pages(edition) for language, edition in editions.items()}
    shells = {language: make_shell(edition, assets) for language, edition in editions.items()}
    count = sum(len(made) for made in pages.values())
    progress("read", count)
    site = into / "site"
    for language, edition in editions.items():
        source = into / "source" / language
        name = edition.content.estate.short_name.say(language)
        _write_pages(source, pages[language])
        config = into / f"mkdocs.{language}.yml"
        built = into / "built" / language
        config.write_text(dump(settings(name, language, source, built, shells[language])), encoding="utf-8")
        _run(config)
        _keep_pages(built, site / SUBFOLDER[language])
        progress(language.value, len(pages[language]))
    _write_files(site, assets, {**content.files, **made_files(editions)})
    _clear(into)
    progress("done", count)
    return Staged(site, content, count)


def _write_pages(source: Path, pages: list[Page]) -> None:
    for page in pages:
        path = source / page_path(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page_source(page), encoding="utf-8")


def _run(config: Path) -> None:
    """Run MkDocs strictly: a warning is a failure, and its words come with it."""
    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    propagates, logger.propagate = logger.propagate, False
    try:
        mkdocs_build(load_config(config_file=str(config), strict=True))
    except (MkDocsException, SystemExit) as problem:
        raise BuildFailed("\n".join([str(problem), *heard.words])) from problem
    finally:
        logger.removeHandler(heard)
        logger.propagate = propagates


class _Heard(logging.Handler):
    """Keeps the warnings of a build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.words: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.words.append(record.getMessage())


def _keep_pages(built: Path, site: Path) -> None:
    """Take the pages alone: the theme's scripts, icons and time-stamped sitemap are not ours to publish."""
    for path in sorted(built.rglob("*.html")):
        target = site / path.relative_to(built)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, target)


def _write_files(site: Path, assets: Mapping[str, Asset], files: Mapping[str, bytes]) -> None:
    published = {asset.address: asset.data for asset in assets.values()} | dict(files)
    for address, data in published.items():
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _clear(into: Path) -> None:
    """Leave the finished site alone: the sources have served."""
    for name in ("source", "built"):
        shutil.rmtree(into / name)
    for language in SUBFOLDER:
        (into / f"mkdocs.{language}.yml").unlink()
