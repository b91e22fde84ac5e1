"""Parts of an edition, each made anew only if something it read has changed since it was made."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from generator.disclosure.releases.releases import ReleasedPeriod
from generator.disclosure.remembered import Remembered
from generator.site.edition import SETTLED, Edition
from generator.site.reads import CONTENT, DAY, PROSE, WORK
from register.terms import Language

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Parts:
    """The parts of an edition that notes what is read of it, taken from memory where they can be."""

    edition: Edition
    remembered: Remembered

    def take(self, name: str, make: Callable[[Edition], Files]) -> Files:
        """The files of a part. `make` reads the edition alone, and is a function of what it reads."""
        read = self._key("read", name)
        said = self.remembered.find(read)
        if said is not None:
            known = self.remembered.find(self._made_of(name, json.loads(said)))
            if known is not None:
                return unpacked(known)
        with self.edition.reads.listen() as heard:
            made = make(self.edition)
        names = sorted(heard)
        self.remembered.keep(read, json.dumps(names).encode())
        self.remembered.keep(self._made_of(name, names), packed(made))
        return made

    def _key(self, kind: str, *inputs: str) -> str:
        edition = self.edition
        return self.remembered.key(
            kind, edition.voice.language, str(edition.unscanned), edition.origin, *inputs
        )

    def _made_of(self, name: str, names: list[str]) -> str:
        return self._key("part", name, *(f"{one} {digest(self.edition, one)}" for one in names))


def digest(edition: Edition, name: str) -> str:
    """SHA-256 of what an edition says when it is asked for a name; worked out once."""
    return edition.reads.shared(f"digest of {name}", lambda: _digest(_asked(edition, name)))


def _asked(edition: Edition, name: str) -> object:
    kind, _, rest = name.partition(".")
    if kind == DAY:
        return edition.today
    if kind in (CONTENT, WORK):
        return attrgetter(rest)(edition.content if kind == CONTENT else edition.content.work)
    if kind == PROSE:
        language, _, page = rest.partition(".")
        return edition.content.prose[Language(language), page]
    return SETTLED[rest.partition(".")[0]](edition)


def _digest(value: object) -> str:
    """Of the value as Python writes it; a release is its bytes, which the approval names."""
    return hashlib.sha256(repr(_short(value)).encode("utf-8", "surrogatepass")).hexdigest()


def _short(value: Any) -> object:
    if isinstance(value, ReleasedPeriod):
        return value.file, value.sha256, value.first, value.approval, value.opening
    if isinstance(value, bytes):
        return hashlib.sha256(value).digest()
    if isinstance(value, tuple) and value and isinstance(value[0], ReleasedPeriod):
        return [_short(one) for one in value]
    if isinstance(value, Mapping):
        return [(key, _short(one)) for key, one in value.items()]
    return value


def packed(files: Files) -> bytes:
    """Files as one record: a line of names and lengths, then their bytes."""
    head = json.dumps([(address, len(data)) for address, data in files.items()])
    return b"".join((head.encode(), b"\n", *files.values()))


def unpacked(data: bytes) -> dict[str, bytes]:
    head, _, rest = data.partition(b"\n")
    files, start = {}, 0
    for address, length in json.loads(head):
        files[address] = rest[start : start + length]
        start += length
    return files
