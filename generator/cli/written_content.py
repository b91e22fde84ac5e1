"""The files of content that people write, as texts by their name there."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.disclosure.leakscan.contentscan import EXCEPTIONS

_TEXTS: Final = frozenset({".html", ".css", ".js", ".toml", ".md", ".svg", ".txt"})


def content_files(content: Path) -> dict[str, str]:
    """Every file of content that people write, by its name there; releases and the ledger are exact bytes of their own."""
    return {
        file.relative_to(content).as_posix(): file.read_text(encoding="utf-8")
        for file in _written(content)
        if file != content / EXCEPTIONS
    }


def texts_below(folder: Path) -> list[str]:
    """Every text of a folder, a site or the templates, that is no release and no ledger."""
    return [file.read_text(encoding="utf-8") for file in _written(folder.resolve())]


def _written(folder: Path) -> Iterator[Path]:
    """Files of text below a folder; wherever it lies itself, only what is below it may be a release or the ledger."""
    for file in sorted(folder.rglob("*")):
        below = file.relative_to(folder).parts
        if file.suffix in _TEXTS and not {"releases", "ledger"} & set(below):
            yield file
