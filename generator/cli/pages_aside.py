"""Files of a finished site that hold a private value, where a take-down waits for that site: they are set aside, not the site.

A file stays as residents saw it, if it says nothing that is gone since; else it is left out until the next build. So nobody can keep
a sentence on the site by giving, as her own, a value that some page will show.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from generator.disclosure.leakscan.cells import cells_of
from generator.disclosure.leakscan.sitefiles import Unreadable, decode, readings
from generator.disclosure.leakscan.wordings import letters, weight
from generator.disclosure.scan.folding import spelled_plainly
from generator.site.making.written_for import How

_LEAST: Final = 6
"""What words must weigh to be looked for in an old page: three characters, or six Latin letters."""
_INDEX: Final = "search"
"""The files of a search belong together: numbers of one are lines of another."""


def set_aside(site: Path, files: Iterable[str], before: Path, gone: Iterable[str]) -> dict[str, How]:
    """Take these files out of a staged site, or put those of the site `before` in their place; how, by name."""
    aside: dict[str, How] = {}
    words = frozenset(gone)
    for file in _with_companions(site, files):
        stays = _stays(before / file, words) and Path(file).parent.name != _INDEX
        if stays:
            shutil.copyfile(before / file, site / file)
        else:
            (site / file).unlink()
        aside[file] = "as_shown" if stays else "left_out"
    return aside


def words_gone(before: Iterable[str], now: Iterable[str]) -> frozenset[str]:
    """What these texts said and those do not say: letters of whole lines and strings, of some length."""
    return frozenset(words for words in _words(before) - _words(now) if weight(words) >= _LEAST)


def sentences_of(releases: Path) -> Iterator[str]:
    """Every text of every release in a folder, of content or of a site."""
    for file in sorted(releases.glob("*.json")):
        yield from cells_of(file.name, file.read_text(encoding="utf-8"))


def lines_of(texts: Mapping[str, str]) -> Iterator[str]:
    """Every string and every line of what people wrote."""
    for text in texts.values():
        for line in text.splitlines():
            yield line
            yield from line.split('"')[1::2]


def _with_companions(site: Path, files: Iterable[str]) -> list[str]:
    """The files, and with one of a search all its others."""
    found = set(files)
    folders = {str(Path(file).parent) for file in found if Path(file).parent.name == _INDEX}
    others = (path for folder in folders for path in (site / folder).glob("*.json"))
    return sorted(found.union(path.relative_to(site).as_posix() for path in others))


def _words(texts: Iterable[str]) -> set[str]:
    return {letters(spelled_plainly(text)) for text in texts}


def _stays(old: Path, gone: frozenset[str]) -> bool:
    """Whether an old file is there, can be read, and says nothing that is gone."""
    try:
        text = decode(old.name, old.read_bytes())
    except (OSError, Unreadable):
        return False
    said = "¦".join(letters(spelled_plainly(reading)) for reading in readings(text))
    return not any(words in said for words in gone)
