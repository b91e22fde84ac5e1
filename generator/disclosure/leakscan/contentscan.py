"""What people write into `content/` is searched for the register's values before it becomes a page (DESIGN 7.11).

A value may stand there when it is declared (names by law, the estate's phones), when it is public already (the
templates, the site as it is now), or when it is an everyday word: nobody can stop a notice by calling himself 高峰.
Everything else holds the build, with file and line. An exception is written down, by two people, with the reason, and
holds for that very line; what it names is free in no other (`signedwords`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from pydantic import Field, field_validator

from generator.disclosure.leakscan.everyday import is_everyday
from generator.disclosure.leakscan.publicwords import PublicWords
from generator.disclosure.leakscan.signedwords import SignedWords, signed_lines
from generator.disclosure.leakscan.sitepieces import Pieces
from generator.disclosure.leakscan.sitesearch import Search
from generator.disclosure.leakscan.undoing import undo
from generator.disclosure.remembered import Remembered
from generator.disclosure.scan import FindingKind, Standing
from register.content import Written
from register.records import canonical

EXCEPTIONS: Final = "exceptions.toml"


class LineException(Written):
    """A line that may stand although it holds a value of the register; any change of the line voids it."""

    file: str
    line_sha256: str = Field(pattern="^[0-9a-f]{64}$")
    reason: str = Field(min_length=10)
    by: tuple[str, str]

    @field_validator("by")
    @classmethod
    def _two_people(cls, by: tuple[str, str]) -> tuple[str, str]:
        if by[0] == by[1]:
            raise ValueError("an exception needs two different people")
        return by

    @property
    def sha256(self) -> str:
        """What both people sign: file, line, reason and names; any change voids their word."""
        return sha256(canonical(self.model_dump(mode="json"))).hexdigest()

    def unsigned(self, signatures: Mapping[str, Collection[str]]) -> tuple[str, ...]:
        """Who of the two has not given her own word for it. `signatures` are accounts by digest."""
        return tuple(name for name in self.by if name not in signatures.get(self.sha256, ()))


class Exceptions(Written):
    """`content/exceptions.toml`; a missing file is none."""

    exception: tuple[LineException, ...] = ()

    def allows(self, file: str, line: str) -> bool:
        return any(one.file == file and one.line_sha256 == digest_of(line) for one in self.exception)


@dataclass(frozen=True)
class HeldLine:
    """A line that holds a value of the register. It prints without the value; `sha256` is what an exception names."""

    file: str
    line: int
    kind: FindingKind
    sha256: str

    def __str__(self) -> str:
        return (
            f"content/{self.file}, 第 {self.line} 行：含有登记簿中的私有信息（{self.kind}）；请改写，或由两人在 {EXCEPTIONS} 说明理由（line_sha256 = {self.sha256}）"
            f" · content/{self.file}, line {self.line}: holds a private value of the register ({self.kind}); "
            f"reword it, or let two people give the reason in {EXCEPTIONS} (line_sha256 = {self.sha256})"
        )


def scan_content(
    files: Mapping[str, str],
    pieces: Pieces,
    *,
    declared: Iterable[str],
    declared_in: Mapping[str, Collection[str]] | None = None,
    exceptions: Exceptions,
    shown: Callable[[], Iterable[str]],
    published: Iterable[str] = (),
    remembered: Remembered | None = None,
) -> tuple[HeldLine, ...]:
    """Every line of the files (by name) that must not be published as it stands.

    `declared` are public names and numbers as they are written in the settings, `declared_in` those of one file alone;
    `shown` gives what is public already, as it is written there, and is asked only where something was found; what is
    declared for one file is public in no other. `published` are sentences that were approved (`Baseline.published`).
    """
    search = pieces.search
    excused = _values(declared, search)
    own = {name: _values(names, search) for name, names in (declared_in or {}).items()}
    found = [
        (value, held)
        for name, text in sorted(files.items())
        for value, line, held in _found(name, text, search)
        if value not in excused | own.get(name, set())
        and not exceptions.allows(name, line)
        and not is_everyday(value, held.kind)
    ]
    wanted = sorted({value for value, held in found if held.kind is not FindingKind.SAID})
    signed = SignedWords(signed_lines(files, exceptions.allows), search)
    public = _public(wanted, shown(), pieces, signed, remembered or Remembered()) if wanted else set()
    public -= set().union(*own.values())
    words = PublicWords((lambda: published, shown))
    public |= {value for value, held in found if held.kind is FindingKind.SAID and words.explain(value)}
    return tuple(dict.fromkeys(held for value, held in found if value not in public))


def _public(
    values: list[str], texts: Iterable[str], pieces: Pieces, signed: SignedWords, remembered: Remembered
) -> set[str]:
    """Which of the values stand in one of the texts, in other words than two people signed for.

    Of a text that was asked before a mark a value is remembered.
    """
    public: set[str] = set()
    for text in texts:
        key = remembered.key("public", pieces.search.world.digest, signed.digest, *values, text)
        marks = remembered.find(key)
        if marks is None:
            stands = {value for value, _, how in pieces.seen(text) if how is Standing.VALUE}
            free = signed.free_in("", text, stands)
            marks = bytes(value in free for value in values)
            remembered.keep(key, marks)
        public.update(value for value, mark in zip(values, marks, strict=True) if mark)
    return public


def _values(texts: Iterable[str], search: Search) -> set[str]:
    return {value for text in texts for value, _, _ in search.find(text)}


def _found(name: str, text: str, search: Search) -> Iterator[tuple[str, str, HeldLine]]:
    """Each value with the line it begins in. The text is read as a whole too: an editor wraps a name like any other word."""
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        for value, kind, _ in search.find(undo(line)):
            yield value, line, HeldLine(name, number, kind, digest_of(line))
    whole = undo(text)
    for value, kind, place in search.find(whole):
        number = min(whole.count("\n", 0, place) + 1, len(lines))
        line = lines[number - 1]
        yield value, line, HeldLine(name, number, kind, digest_of(line))


def digest_of(line: str) -> str:
    """The SHA-256 of a line without the blanks around it."""
    return sha256(line.strip().encode()).hexdigest()
