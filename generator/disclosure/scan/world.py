"""Layer A, the closed world: every private value of the register, looked for in every notation at once."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from generator.disclosure.scan import notations
from generator.disclosure.scan.finder import LONGEST, Finder
from generator.disclosure.scan.notations import Notation
from generator.disclosure.scan.ordinary import ORDINARY
from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.surnames import is_surname
from generator.disclosure.scan.titles import HONORIFICS, PREFIXES, SHORT_HONORIFICS


@dataclass(frozen=True, slots=True)
class PrivateValues:
    """The private values of one person of the register; `others` are further words that identify her."""

    name: str | None = None
    phone: str | None = None
    room: str | None = None
    plate: str | None = None
    parking: str | None = None
    email: str | None = None
    wechat: str | None = None
    qq: str | None = None
    id_number: str | None = None
    bank: str | None = None
    certificate: str | None = None
    landline: str | None = None
    others: tuple[str, ...] = ()


Writer = Callable[[str], Iterable[Notation]]


def _numbers_of(kind: FindingKind) -> Writer:
    return lambda value: notations.number(value, kind)


def _accounts_of(kind: FindingKind) -> Writer:
    return lambda value: notations.account(value, kind)


_WRITERS: Final[tuple[tuple[str, Writer], ...]] = (
    ("name", notations.names),
    ("phone", _numbers_of(FindingKind.PHONE)),
    ("landline", _numbers_of(FindingKind.LANDLINE)),
    ("plate", notations.plate),
    ("parking", notations.parking),
    ("email", notations.email),
    ("wechat", _accounts_of(FindingKind.WECHAT)),
    ("qq", _numbers_of(FindingKind.QQ)),
    ("id_number", _numbers_of(FindingKind.ID)),
    ("bank", _numbers_of(FindingKind.BANK)),
    ("certificate", _accounts_of(FindingKind.CERTIFICATE)),
)


@dataclass(frozen=True)
class World:
    """All private values, ready to be looked for; see `World.build`."""

    finder: Finder[Notation] = field(default_factory=lambda: Finder({}))
    homes: frozenset[tuple[str, ...]] = frozenset()

    @classmethod
    def build(cls, people: Iterable[PrivateValues], staff: Iterable[str] = ()) -> "World":
        """From the people of the register and the names of the staff roster; linear in their number."""
        entries: dict[str, Notation] = {}
        homes: set[tuple[str, ...]] = set()
        for person in people:
            _enter(entries, _notations_of(person))
            homes |= _homes_of(person.room)
        for name in staff:
            _enter(entries, notations.names(name))
        _enter(entries, _with_titles(_surnames_in(entries)))
        return cls(Finder(entries), frozenset(homes))

    def find(self, reading: Reading) -> Iterator[tuple[int, int, Notation]]:
        """Every value of the register in a text, as ranges of the *compact* reading."""
        for start, end, notation in self.finder.find(reading.compact.text):
            if _stands(reading, start, end, notation):
                yield start, end, notation

    def knows_home(self, text: str) -> bool:
        """Whether a home written in any notation is one of the register's."""
        return notations.home(text) in self.homes


def _notations_of(person: PrivateValues) -> Iterator[Notation]:
    for attribute, write in _WRITERS:
        value = getattr(person, attribute)
        if value:
            yield from write(value)
    for other in person.others:
        yield from notations.account(other, FindingKind.OTHER)


def _enter(entries: dict[str, Notation], written: Iterable[Notation]) -> None:
    """Adds notations; a whole value wins over a part of another value that is spelled the same."""
    for notation in written:
        known = entries.get(notation.text[:LONGEST])
        if known is None or known.weak > notation.weak:
            entries[notation.text[:LONGEST]] = notation


def _homes_of(room: str | None) -> set[tuple[str, ...]]:
    """A home and its parts that still say who is meant: building and room, the room alone."""
    parts = notations.home(room) if room else ()
    if not parts:
        return set()
    return {parts, (parts[0], parts[-1]), (parts[-1],), parts[:-1] or parts, (parts[0],)}


_CHINESE_NAME: Final = re.compile("[一-鿿1-9]{2,4}")


def _surnames_in(entries: dict[str, Notation]) -> set[str]:
    whole = (
        text for text, notation in entries.items() if notation.kind is FindingKind.NAME and not notation.weak
    )
    return {notations.split_name(text)[0] for text in whole if _CHINESE_NAME.fullmatch(text)}


def _with_titles(surnames: Iterable[str]) -> Iterator[Notation]:
    """老王, 王工, 王师傅: the surnames of the register with every title."""
    for surname in surnames:
        for prefix in PREFIXES:
            yield Notation(notations.compacted(prefix) + surname, FindingKind.NAME, weak=True)
        for title in (*SHORT_HONORIFICS, *HONORIFICS):
            yield Notation(
                surname + notations.compacted(title), FindingKind.NAME, weak=True, titled=len(title) > 1
            )


def _stands(reading: Reading, start: int, end: int, notation: Notation) -> bool:
    """Whether a hit of the compact text is the value and not part of something else."""
    first, last = reading.compact.origin(start, end)
    written = reading.original[first:last]
    if notation.kind is FindingKind.NAME and not any(character.isalpha() for character in written):
        return False
    if notation.whole and _goes_on(reading.original, first, last):
        return False
    return notation.kind is not FindingKind.NAME or not _is_ordinary(reading, first, last, notation)


def _goes_on(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return any(_latin_or_digit(character) for character in (before, after) if character)


def _latin_or_digit(character: str) -> bool:
    plain = unicodedata.normalize("NFKD", character)[0]
    return plain.isascii() and plain.isalnum()


def _is_ordinary(reading: Reading, first: int, last: int, notation: Notation) -> bool:
    """A part of a name that is an ordinary word here; a whole name only inside a longer word (高峰期)."""
    start, end = _folded_range(reading, first, last)
    covered = reading.covered[start]
    if not covered:
        return False
    begins_before = start > 0 and reading.covered[start - 1] == covered
    if notation.titled:
        return begins_before
    if notation.weak:
        return True
    word = reading.plain[start:end]
    if word in ORDINARY and not is_surname(word[:1]) and not is_surname(word[:2]):
        return True
    return begins_before or covered > end


def _folded_range(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The range of the folded text for a range of the original, by bisection."""
    starts = reading.folded.starts
    return bisect_left(starts, first), bisect_left(starts, last)
