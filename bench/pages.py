"""What a phone loads and waits for: the first view, the first result of a search, the check of a receipt."""

import gzip
import hashlib
import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from bench.estates import TODAY, live
from bench.measuring import Missing, Row, at_most, compare, single
from bench.scale import Scale
from generator.disclosure.releases.ledger import checkpoint_text, entries_text, head_of
from generator.site.files.search import shard_of, tokens
from generator.site.making.build import stage_site

QUERY = "电梯困人"
ENTRIES = 10_000
_LOADED = re.compile(r'(?:href|src)="(/assets/[^"]+)"')
_SHARDS = re.compile(r'data-shards="(\d+)"')


def measure(scale: Scale) -> Iterator[Row]:
    estate = live(scale.new("pages"), quarters=6, a_month=25)
    site = stage_site(
        estate.home.folder, scale.new("staged"), today=TODAY, progress=lambda step, pages: None
    ).folder
    for name in ("", "outcomes/2026-Q3/", "verify/"):
        files = first_view(site, site / name / "index.html")
        size = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) / 1024
        yield single(
            "pages", f"first view of /{name}: {len(files)} requests", size, unit="KiB gzip", bar=at_most(100)
        )
    yield single(
        "pages", f"search for {QUERY}: until the first result", _search(site) / 1024, unit="KiB gzip"
    )
    yield _verified(scale)


def first_view(site: Path, page: Path) -> list[Path]:
    """The page and everything of ours that it loads."""
    assets = dict.fromkeys(_LOADED.findall(page.read_text(encoding="utf-8")))
    return [page, *(site / address.lstrip("/") for address in assets)]


def _search(site: Path) -> int:
    """Bytes of the page, the shards of the query's pairs, and one chunk of texts."""
    page = site / "search" / "index.html"
    shards = int(_SHARDS.findall(page.read_text(encoding="utf-8"))[0])
    needed = {site / "search" / f"s{shard_of(token, shards)}.json" for token in tokens(QUERY)}
    files = [*first_view(site, page), *sorted(needed), site / "search" / "d0.json"]
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


def _verified(scale: Scale) -> Row:
    """A browser recomputing the head over 10,000 entries, against Python doing the same hashes."""
    if not (shutil.which("chromium") or shutil.which("google-chrome")):
        raise Missing("needs chromium for the verify page")
    from bench.browser import checking

    entries = [hashlib.sha384(str(number).encode()).hexdigest() for number in range(ENTRIES)]
    text, head = entries_text(entries).decode(), head_of("bench.invalid/ledger", entries, len(entries))
    with checking(text, checkpoint_text(head).decode()) as seconds:
        return compare("pages", f"verify page over {ENTRIES:,} entries", seconds, "the same hashes in Python",
                       lambda: _hashed(entries), unit="s", pairs=scale.pairs)  # fmt: skip


def _hashed(entries: list[str]) -> float:
    """The RFC 6962 tree over the entries: as many hashes of the same sizes."""
    started = time.perf_counter()
    row = [hashlib.sha256(b"\0" + bytes.fromhex(entry)).digest() for entry in entries]
    while len(row) > 1:
        paired = [hashlib.sha256(b"\1" + a + b).digest() for a, b in zip(row[::2], row[1::2], strict=False)]
        row = paired + ([row[-1]] if len(row) % 2 else [])
    return time.perf_counter() - started
