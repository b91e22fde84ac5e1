"""Content to a staged site: everything is gathered first, then written, then built once in each language."""

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.disclosure.remembered import Remembered, digest_of_files
from generator.site.content import Content, read_content
from generator.site.edition import Edition
from generator.site.engine import make_pages
from generator.site.mkdocs_config import material_stylesheet, page_path, page_source
from generator.site.outline import all_pages
from generator.site.published import made_files
from generator.site.recorded import check_targets
from generator.site.shell import load_assets, make_shell
from generator.site.standalone import STANDALONE, stand_alone
from generator.site.voice import voices
from register.terms import Language

Progress = Callable[[str, int], None]
SUBFOLDER = {Language.ZH: "", Language.EN: "en"}


@dataclass(frozen=True)
class Staged:
    """A finished site that nobody sees yet: its folder, the content it shows, and how many pages it has."""

    folder: Path
    content: Content
    pages: int


@dataclass(frozen=True)
class Made:
    """All that the engine is given, and the files beside its pages: a function of content, program and day.

    By language: the shell, and the staged sources by path. `files` are bytes by address.
    """

    shells: Mapping[str, Mapping[str, Any]]
    sources: Mapping[str, Mapping[str, str]]
    files: Mapping[str, bytes]

    def to_bytes(self) -> bytes:
        packed = {address: base64.b64encode(data).decode("ascii") for address, data in self.files.items()}
        return json.dumps([self.shells, self.sources, packed], ensure_ascii=False).encode(
            "utf-8", "surrogatepass"
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> "Made":
        shells, sources, packed = json.loads(data.decode("utf-8", "surrogatepass"))
        return cls(shells, sources, {address: base64.b64decode(text) for address, text in packed.items()})


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
    key = remembered.key("site", digest_of_files(home / "content"), str(today), str(unscanned), origin)
    known = remembered.find(key)
    made = Made.from_bytes(known) if known else _make(content, today, unscanned, origin)
    if known is None:
        remembered.keep(key, made.to_bytes())
    count = sum(len(sources) for sources in made.sources.values())
    progress("read", count)
    site = into / "site"
    for language, subfolder in SUBFOLDER.items():
        pages = make_pages(
            content.estate.short_name.say(language),
            language,
            made.shells[language],
            made.sources[language],
            into=into / language,
            remembered=remembered,
        )
        for address in STANDALONE:
            name = f"{address}index.html"
            pages[name] = stand_alone(pages[name].decode(), made.files).encode()
        _write_files(site / subfolder, pages)
        progress(language.value, len(made.sources[language]))
    _write_files(site, made.files)
    progress("done", count)
    return Staged(site, content, count)


def _make(content: Content, today: date, unscanned: bool, origin: str) -> Made:
    assets = load_assets(material_stylesheet())
    editions = {voice.language: Edition(content, voice, today, unscanned, origin) for voice in voices()}
    sources = {
        language.value: {page_path(page): page_source(page) for page in all_pages(edition)}
        for language, edition in editions.items()
    }
    return Made(
        shells={language.value: make_shell(edition, assets) for language, edition in editions.items()},
        sources=sources,
        files={
            **{asset.address: asset.data for asset in assets.values()},
            **content.files,
            **made_files(editions),
        },
    )


def _write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    for address, data in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
