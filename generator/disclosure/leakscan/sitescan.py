"""The gate's last act: every byte of a staged site is searched for the register's private values (DESIGN 7.11).

A hit fails the build. Nobody can stop publication by calling himself 物业服务 or 高峰: a value that stands in the public
baseline (templates, reviewed content, public phones) is *ambiguous*, told and not fatal; so are ordinary words that are
spelled like a name and all of it (高峰期), told apart. Parts of names and single
numbers of a home are not looked for here: alone they say nothing, and every release was scanned for them before.
Messages say where and which kind of value, never the value.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.disclosure.leakscan.laidopen import BREAK
from generator.disclosure.leakscan.lookalikes import excuse_of
from generator.disclosure.leakscan.publicwords import PublicWords
from generator.disclosure.leakscan.signedwords import SignedLine, SignedWords
from generator.disclosure.leakscan.sitefiles import (
    SiteText,
    Unreadable,
    decode,
    name_text,
    read_site,
    texts_shown,
)
from generator.disclosure.leakscan.sitepieces import Pieces
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.leakscan.undoing import undo
from generator.disclosure.remembered import Remembered
from generator.disclosure.scan import FindingKind, Standing, World
from generator.disclosure.scan.folding import compact, fold

_HOLDS: Final = "holds a private value of the register"


@dataclass(frozen=True)
class Hit:
    """Something found: the file, what it is, and about where. It prints without the value."""

    file: str
    problem: str
    place: int = 0

    @property
    def is_private(self) -> bool:
        """Whether it is a value of the register, and not a file that cannot be searched or is not what was released."""
        return self.problem.startswith(_HOLDS)

    def __str__(self) -> str:
        return f"{self.file}: {self.problem}" + (f" (character {self.place})" if self.place else "")


@dataclass(frozen=True)
class SiteVerdict:
    """`hits` fail the build; `ambiguous` values are public anyway or ordinary words there, and are only told."""

    files: int
    hits: tuple[Hit, ...]
    ambiguous: tuple[Hit, ...]


@dataclass(frozen=True)
class Baseline:
    """What is public anyway. `declared` are names the law wants published, by the one file they may stand in.

    `words` are the program's own (`Search.words`), `known` values that are public, in their compact spelling. `published`
    are sentences that were approved: the words of a case may be the same, a name in them is free nowhere. `signed` are
    lines of content that two people signed for: free are these words, and not what they name.
    """

    texts: tuple[str, ...]
    declared: Mapping[str, frozenset[str]]
    words: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    published: tuple[str, ...] = ()
    signed: tuple[SignedLine, ...] = ()

    @classmethod
    def of(
        cls,
        texts: Iterable[str],
        declared: Mapping[str, frozenset[str]],
        words: Iterable[str] = (),
        known: Iterable[str] = (),
        published: Iterable[str] = (),
        signed: Iterable[SignedLine] = (),
    ) -> "Baseline":
        return cls(
            tuple(texts), dict(declared), frozenset(words), frozenset(known), tuple(published), tuple(signed)
        )

    @cached_property
    def digest(self) -> str:
        return self.excuses((*self.texts, *self.known))

    def excuses(self, public: Iterable[str]) -> str:
        """The digest of what is excused where `public` is: the texts themselves, or the values they hold."""
        declared = sorted((file, sorted(names)) for file, names in self.declared.items())
        signed = [(one.line, one.behind) for one in self.signed]
        said = [sorted(public), declared, sorted(self.words), signed]
        return hashlib.sha256(json.dumps(said).encode("ascii")).hexdigest()

    def values(self, search: Search) -> frozenset[str]:
        """The register's values that the baseline holds, in their compact spelling."""
        text = undo(BREAK.join(self.texts))
        return self.known.union(value for value, kind, _ in search.find(text) if kind is not FindingKind.SAID)


@dataclass(frozen=True)
class Scanner:
    """The search of one site: what is looked for, what is public anyway, and what earlier builds found clean."""

    folder: Path
    pieces: Pieces
    baseline: Baseline
    remembered: Remembered
    before: Path | None = None

    @property
    def search(self) -> Search:
        return self.pieces.search

    @cached_property
    def public(self) -> frozenset[str]:
        return self.baseline.values(self.search)

    @cached_property
    def signed(self) -> SignedWords:
        return SignedWords(self.baseline.signed, self.search)

    @cached_property
    def shown(self) -> frozenset[str]:
        """The register's values that the site shows as it is now; asked only where something would be a hit.

        Whom the law wants to be named on one page, or two people in one line, is not free on the others.
        """
        texts = texts_shown(self.before) if self.before else ()
        values = {value for text in texts for value in self._free_in(text)}
        return frozenset(values.difference(*map(self._own, self.baseline.declared)))

    def _free_in(self, shown: SiteText) -> set[str]:
        values = {
            value
            for value, kind, how in self.pieces.seen(shown.text)
            if how is Standing.VALUE and kind is not FindingKind.SAID
        }
        return self.signed.free_in(shown.file, shown.text, values)

    @cached_property
    def public_words(self) -> PublicWords:
        """What is public for the words of a case: all that is approved or shown."""
        baseline, before = self.baseline, self.before
        shown = lambda: (one.text for one in texts_shown(before)) if before else ()  # noqa: E731
        return PublicWords((lambda: baseline.published, lambda: baseline.texts, shown))

    @cached_property
    def excused(self) -> str:
        """The digest of all that the baseline excuses: a new sentence that holds no value has nothing searched again."""
        key = self.remembered.key("excused", self.search.world.digest, self.baseline.digest)
        known = self.remembered.find(key)
        if known is None:
            known = self.baseline.excuses(self.public).encode("ascii")
            self.remembered.keep(key, known)
        return known.decode("ascii")

    def verdict(self, name: str) -> tuple[list[Hit], list[Hit]]:
        """What is found in a file: hits, and what is public anyway. The same bytes and values are searched once."""
        file = self.folder / name
        if file.is_symlink() or not file.is_file():
            return [Hit(name, "is not a plain file")], []
        values = (self.search.world.digest, self.excused)
        key = self.remembered.key("searched", *values, name, file.read_bytes())
        known = self._as_before(name, self.remembered.find(key))
        if known is not None:
            return [], known
        hits, ambiguous, said = self._searched(name)
        if not hits:
            told = [(hit.problem, hit.place) for hit in ambiguous]
            self.remembered.keep(key, json.dumps([told, said]).encode("ascii"))
        return hits, ambiguous

    def _as_before(self, name: str, known: bytes | None) -> list[Hit] | None:
        """What was told of the same bytes; None where words of a case that were public are so no more."""
        if known is None:
            return None
        told, said = json.loads(known)
        if not all(self.signed.say(one) or self.public_words.explain(one) for one in said):
            return None
        return [Hit(name, problem, place) for problem, place in told]

    def _searched(self, name: str) -> tuple[list[Hit], list[Hit], list[str]]:
        """Hits, what is public anyway, and the words of cases among it."""
        file = self.folder / name
        try:
            seen = self.pieces.seen(decode(name, file.read_bytes()))
        except Unreadable as problem:
            hits, told, _ = self._closely([SiteText(name, name_text(name))])
            return [*hits, Hit(name, str(problem))], told, []
        seen |= {(value, kind, how) for value, kind, _, how in self.search.sightings(name_text(name))}
        said = sorted(value for value, kind, _ in seen if kind is FindingKind.SAID)
        own = self._own(name)
        found = {
            (value, kind, self._excuse(value, kind, how)) for value, kind, how in seen if value not in own
        }
        told = [
            Hit(name, _problem(kind, excuse)) for kind, excuse in sorted({one[1:] for one in found}) if excuse
        ]
        if all(excuse for *_, excuse in found):
            return [], told, said
        hits, ambiguous, seen_closely = self._closely(read_site(self.folder, file))
        missed = {kind for value, kind, excuse in found if not excuse and value not in seen_closely}
        return [*hits, *(Hit(name, _problem(kind, "")) for kind in sorted(missed))], ambiguous, said

    def _closely(self, texts: Iterable[SiteText]) -> tuple[list[Hit], list[Hit], set[str]]:
        """What is found in the readings of a file, and where; and all values that were."""
        hits: list[Hit] = []
        ambiguous: list[Hit] = []
        seen: set[str] = set()
        for reading in texts:
            own = self._own(reading.file)
            for value, kind, place, standing in self.search.sightings(reading.text):
                seen.add(value)
                if value not in own:
                    excuse = self._excuse(value, kind, standing) or self._signed_for(
                        reading, value, kind, place
                    )
                    (ambiguous if excuse else hits).append(Hit(reading.file, _problem(kind, excuse), place))
        return hits, ambiguous, seen

    def _signed_for(self, reading: SiteText, value: str, kind: FindingKind, place: int) -> str:
        holds = self.signed.hold(value, kind, reading.file, reading.text, place)
        return "; two people signed for the line" if holds else ""

    def _own(self, name: str) -> frozenset[str]:
        """What the law wants to be published in this very file."""
        return frozenset(compact(fold(declared)).text for declared in self.baseline.declared.get(name, ()))

    def _excuse(self, value: str, kind: FindingKind, standing: Standing) -> str:
        """Why a value may stand where it was found, if it may."""
        if value in self.public or (kind is FindingKind.SAID and self.public_words.explain(value)):
            return "; the same words are public anyway"
        if standing is Standing.WORD:
            return f"; {excuse_of(kind)}"
        return "; the site shows the same already" if value in self.shown else ""


def scan_site(
    folder: Path,
    world: World,
    baseline: Baseline,
    *,
    known_exact: Mapping[str, bytes],
    remembered: Remembered | None = None,
    pieces: Pieces | None = None,
    before: Path | None = None,
) -> SiteVerdict:
    """Search every file of a staged site.

    `known_exact` are files that must be exactly these bytes (the ledger): checked, and not searched. What is
    `remembered` of the same bytes, values and baseline is not searched again; that something was a hit never is.
    `pieces` are what was searched already, for the same world and words. `before` is the folder of the site as it is now:
    keeping it in place would hide nothing of what it shows already.
    """
    pieces = pieces or Pieces(Search(world, baseline.words))
    scanner = Scanner(folder, pieces, baseline, remembered or Remembered(), before)
    files = sorted(path for path in folder.rglob("*") if not path.is_dir())
    names = [file.relative_to(folder).as_posix() for file in files]
    pieces.search.sieve.caught(map(name_text, names))
    hits: list[Hit] = []
    ambiguous: list[Hit] = []
    for name, file in zip(names, files, strict=True):
        if name in known_exact:
            hits += [] if file.read_bytes() == known_exact[name] else [Hit(name, "is not what was released")]
            continue
        found, told = scanner.verdict(name)
        hits += found
        ambiguous += told
    return SiteVerdict(len(files), tuple(dict.fromkeys(hits)), _summed(ambiguous))


def _problem(kind: FindingKind, excuse: str) -> str:
    return f"{_HOLDS}: {kind}{excuse}"


def _summed(ambiguous: list[Hit]) -> tuple[Hit, ...]:
    """One line a kind and excuse: how many files hold such a value, and which is the first."""
    files: dict[str, set[str]] = {}
    for hit in ambiguous:
        files.setdefault(hit.problem, set()).add(hit.file)
    return tuple(
        Hit(f"{len(names)} files ({min(names)})", problem) for problem, names in sorted(files.items())
    )
