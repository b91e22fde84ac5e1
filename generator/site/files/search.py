"""Search in the reader's own browser: every pair of neighbouring Chinese characters, every Latin word, in small shards.

A query loads the shards of its own tokens and the texts of what they have in common; the texts are then searched for
the words as typed, so nothing is missed and nothing false is shown. `assets/search.js` folds and hashes in the same way.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.site.edition import Edition, Page, settled_in_language
from generator.site.pages.noticeboard import posted
from generator.site.pages.outcomes import places

SEARCH = "search/"
MOST_SHARDS = 64
POSTINGS = 1500
CHUNK = 40
_RUNS = re.compile(r"[a-z0-9]+|[㐀-鿿豈-﫿]+")


@dataclass(frozen=True)
class Document:
    """Something to find: where it is, what it is called, and its text as the page shows it."""

    address: str
    title: str
    text: str


def search_pages(edition: Edition) -> Iterator[Page]:
    found = documents(edition)
    yield edition.page(
        SEARCH,
        edition.voice.say("nav", "search"),
        "search",
        "pages/search.html",
        count=len(found),
        shards=shards(edition),
        chunk=CHUNK,
        periods=list(edition.newest_first()),
    )


def index_files(edition: Edition) -> dict[str, bytes]:
    """Shards of tokens and chunks of texts by address; each document is its number in the list."""
    found = documents(edition)
    filled: list[dict[str, list[int]]] = [{} for _ in range(shards(edition))]
    for number, one in enumerate(found):
        for token in sorted(tokens(f"{one.title} {one.text}")):
            filled[shard_of(token, len(filled))].setdefault(token, []).append(number)
    base = edition.link(SEARCH).lstrip("/")
    files = {f"{base}s{number}.json": _json(shard) for number, shard in enumerate(filled)}
    for start in range(0, len(found), CHUNK):
        texts = [[one.address, one.title, one.text] for one in found[start : start + CHUNK]]
        files[f"{base}d{start // CHUNK}.json"] = _json(texts)
    return files


@settled_in_language
def documents(edition: Edition) -> list[Document]:
    """Notices, promises and listed cases, the newest first."""
    voice = edition.voice
    notices = [
        Document(
            edition.link(hung.address),
            hung.notice.title.say(voice.language),
            " ".join(text.say(voice.language) for text in hung.notice.text),
        )
        for hung in posted(edition)
    ]
    promises = [
        Document(
            f"{edition.link('standards/')}#{one.kind}",
            f"{voice.term(one.kind)} · {voice.term(one.step)}",
            one.promise.say(voice.language),
        )
        for one in edition.version.standard
    ]
    cases = [
        Document(
            edition.link(where[entry.ref]),
            f"{voice.term(entry.matter)} · {voice.term(entry.outcome)} · {voice.period(one.period)}",
            (not voice.is_chinese and entry.summary.en) or entry.summary.zh,
        )
        for one in edition.newest_first()
        for where in (places(one.release),)
        for entry in one.release.entries
    ]
    return [*notices, *promises, *cases]


def fold(text: str) -> str:
    """One spelling of a text: full-width, half-width, capitals and small letters alike."""
    return unicodedata.normalize("NFKC", text).lower()


def tokens(text: str) -> set[str]:
    """Pairs of neighbouring Chinese characters, single ones that stand alone, and whole Latin words."""
    found: set[str] = set()
    for run in _RUNS.findall(fold(text)):
        if run[0] < "㐀" or len(run) == 1:
            found.add(run)
        else:
            found.update(run[i : i + 2] for i in range(len(run) - 1))
    return found


def shard_of(token: str, shards: int) -> int:
    number = 0
    for character in token:
        number = (number * 31 + ord(character)) % 65536
    return number % shards


@settled_in_language
def shards(edition: Edition) -> int:
    """How many: a power of two, so that a shard stays a few kilobytes however long the estate lives."""
    postings = sum(len(tokens(f"{one.title} {one.text}")) for one in documents(edition))
    count = 1
    while count < MOST_SHARDS and postings > count * POSTINGS:
        count *= 2
    return count


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode("utf-8")
