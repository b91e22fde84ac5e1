"""Running the site engine, for the pages that are not remembered. This module and `mkdocs_config.py` are the only two that know it."""

import logging
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.disclosure.remembered import Remembered
from generator.site.making.mkdocs_config import MATERIAL, dump, navigated, settings
from register.errors import RegisterError
from register.terms import Language

MISSING = "404.html"
"""The page that the theme itself brings."""

FOOTER = "<!-- {footer} -->"
"""Stands in for the footer; no page can say it, because no template writes comments and every brace is escaped."""

_ALONE = Lock()
"""MkDocs keeps the folder of its settings and its count of warnings for the whole process: one run at a time."""


class BuildFailed(RegisterError):
    """The site engine refused. Nothing was swapped in; the old site is untouched."""


@dataclass(frozen=True)
class Manuscript:
    """What the site of one language is set from: its name, what is around every page, and the sources by their path."""

    name: str
    language: Language
    shell: Mapping[str, Any]
    sources: Mapping[str, bytes]

    def settings(self, source: Path, built: Path) -> str:
        """The settings of the engine, which reads from one folder and writes to the other."""
        return dump(settings(self.name, self.language, source, built, self.shell))


def make_pages(given: Manuscript, *, into: Path, remembered: Remembered) -> Iterator[tuple[str, bytes]]:
    """Every page of one language with its file, one after the other. Raises BuildFailed.

    A page depends on its source, the shell and the program alone, so one made from the same before is taken as it was.
    The footer says how new the data are and would change every page with each release: it is put in at the end.
    """
    footer, footless = str(given.shell["footer"]).encode(), {**given.shell, "footer": FOOTER}
    manuscript = replace(given, shell=footless)
    skeleton = manuscript.settings(Path("source"), Path("built"))
    keys = {path: remembered.key("page", skeleton, path, text) for path, text in given.sources.items()}
    keys[MISSING] = remembered.key("page", skeleton, MISSING)
    unknown: list[str] = []
    for path, key in keys.items():
        html = remembered.find(key)
        if html is None:
            unknown.append(path)
        else:
            yield _file(path), html.replace(FOOTER.encode(), footer)
    for path, html in _make(manuscript, unknown, into) if unknown else ():
        remembered.keep(keys[path], html)
        yield _file(path), html.replace(FOOTER.encode(), footer)


def _make(manuscript: Manuscript, wanted: Iterable[str], into: Path) -> Iterator[tuple[str, bytes]]:
    """The wanted pages with the path of their source; what the navigation names is always made with them."""
    source, built, config = into / "source", into / "built", into / "mkdocs.yml"
    for path in {*wanted, *navigated(manuscript.shell)} - {MISSING}:
        place = source / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(manuscript.sources[path])
    config.write_text(manuscript.settings(source, built), encoding="utf-8")
    run(config)
    for path in wanted:
        yield path, (built / _file(path)).read_bytes()
    shutil.rmtree(into)


def _file(path: str) -> str:
    """Where the engine puts the page of a source: `outcomes/index.md` → `outcomes/index.html`."""
    return path.removesuffix(".md") + ".html" if path.endswith(".md") else path


def run(config: Path) -> None:
    """Run MkDocs strictly: a warning is a failure, and its words come with it."""
    with _ALONE, _hearing() as words:
        try:
            mkdocs_build(_without_theme_files(load_config(config_file=str(config), strict=True)))
        except (MkDocsException, SystemExit) as problem:
            raise BuildFailed("\n".join([str(problem), *words])) from problem


def _without_theme_files(config: MkDocsConfig) -> MkDocsConfig:
    """Our templates use none of Material's: its folder of fifteen thousand files is not gone through, nor copied."""
    config.theme.dirs = [folder for folder in config.theme.dirs if Path(folder) != MATERIAL]
    return config


@contextmanager
def _hearing() -> Iterator[list[str]]:
    """The warnings of MkDocs while this lasts, and nobody else hears them."""
    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    propagates, logger.propagate = logger.propagate, False
    try:
        yield heard.words
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
