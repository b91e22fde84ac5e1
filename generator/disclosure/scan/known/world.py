"""Layer A, the closed world: every private value of the register, looked for in every notation at once."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.disclosure.scan.finder import LONGEST, Finder
from generator.disclosure.scan.judged import Source
from generator.disclosure.scan.known import notations
from generator.disclosure.scan.known.acting import is_set_apart, stands_for_somebody
from generator.disclosure.scan.known.addresses import Addresses, spelled_out
from generator.disclosure.scan.known.grams import Grams
from generator.disclosure.scan.known.notations import Notation
from generator.disclosure.scan.known.parts import FIGURES, WORDS
from generator.disclosure.scan.known.plainly import is_said_plainly
from generator.disclosure.scan.known.sources import Sources, Writer
from generator.disclosure.scan.known.spelled import as_given
from generator.disclosure.scan.known.standing import LITTLE, Standing, standing
from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.titles import (
    CALLINGS,
    HONORIFICS,
    POSTS,
    PREFIXES,
    SHORT_HONORIFICS,
)


@dataclass(frozen=True, slots=True)
class PrivateValues:
    """The private values of one person of the register; `others` are further words that identify her.

    `source` says since when the register has them; None: always.
    """

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
    source: Source | None = None


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

_OTHERS: Final[Writer] = _accounts_of(FindingKind.OTHER)


@dataclass(frozen=True)
class World:
    """All private values: of the people of the register, and the names of the staff. Each is entered once.

    `said` is what the cases say in free words; only the last scan looks for it, for a summary is made of it.
    """

    people: tuple[PrivateValues, ...] = ()
    staff: tuple[str, ...] = ()
    said: tuple[str, ...] = ()

    @classmethod
    def build(
        cls, people: Iterable[PrivateValues], staff: Iterable[str] = (), said: Iterable[str] = ()
    ) -> "World":
        """From people, names and texts in any number; a household with ten cases counts once."""
        return cls(tuple(dict.fromkeys(people)), tuple(dict.fromkeys(staff)), tuple(dict.fromkeys(said)))

    @cached_property
    def digest(self) -> str:
        """What tells one world from another, whatever the order; it says nothing of the values."""
        held = (map(repr, self.people), self.staff, self.said)
        said = "\0\0".join("\0".join(sorted(some)) for some in held)
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def finder(self) -> Finder[Notation]:
        """Every notation of every value, to be looked for at once; linear in their number."""
        entries: dict[str, Notation] = {}
        for write, value in self._values():
            _enter(entries, write(value))
        for name in self.staff:
            _enter(entries, notations.names(name))
        _enter(entries, _with_titles(_surnames_in(entries)))
        for room in dict.fromkeys(person.room for person in self.people if person.room):
            _enter(entries, _as_given(room))
        return Finder(entries)

    @cached_property
    def whole_finder(self) -> Finder[Notation]:
        """The notations of whole values alone, and homes that are spelled out: a tenth of all, and most texts hold none."""
        spelled = (spelled_out(person.room) for person in self.people if person.room)
        rooms = {text: Notation(text, FindingKind.ROOM, whole=True) for text in spelled if text}
        whole = {text: notation for text, notation in self.finder.entries() if not notation.weak}
        return Finder(rooms | whole)

    @cached_property
    def whole_grams(self) -> Grams:
        """The same, to be told quickly that a text holds none, nor a word by which a home is told."""
        words = map(notations.compacted, WORDS if self.addresses else ())
        return Grams([*(text for text, _ in self.whole_finder.entries()), *words])

    @cached_property
    def homes(self) -> frozenset[tuple[str, ...]]:
        rooms = {person.room for person in self.people}
        return frozenset(home for room in rooms for home in _homes_of(room))

    @cached_property
    def addresses(self) -> Addresses:
        """The homes, to be looked for in a text that nobody has marked."""
        return Addresses(person.room for person in self.people if person.room)

    def _values(self) -> dict[tuple[Writer, str], None]:
        """Every value once, with what writes its notations: a household with ten cases has ten numbers and one name."""
        values: dict[tuple[Writer, str], None] = {}
        for person in self.people:
            for attribute, write in _WRITERS:
                value = getattr(person, attribute)
                if value:
                    values[write, value] = None
            values.update(dict.fromkeys((_OTHERS, other) for other in person.others))
        return values

    @cached_property
    def sources(self) -> Sources:
        """Where each value comes from, however often it was given; a member of the staff was there always."""
        given: dict[tuple[Writer, str], list[Source | None]] = {(_named, name): [None] for name in self.staff}
        for person in self.people:
            for attribute, write in (*_WRITERS, ("name", _titled), ("room", _as_given)):
                if value := getattr(person, attribute):
                    given.setdefault((write, value), []).append(person.source)
            for other in person.others:
                given.setdefault((_OTHERS, other), []).append(person.source)
        return Sources(given)

    def find(self, reading: Reading) -> Iterator[tuple[int, int, Notation]]:
        """Every value of the register in a text and every part of one, as ranges of the *compact* reading."""
        for start, end, notation in self.finder.find(reading.compact_text):
            how = standing(reading, start, end, notation)
            if (
                (how is Standing.VALUE and not _is_plain_word(reading, start, end, notation))
                or (how is Standing.WORD and _acts(reading, start, end, notation))
                or (how is Standing.NOTHING and _is_set_apart(reading, start, end, notation))
            ):
                yield start, end, notation

    def whole(self, reading: Reading) -> Iterator[tuple[int, int, Notation, Standing]]:
        """Whole values alone, and where ordinary words are spelled like one."""
        for start, end, notation in self.whole_finder.find(reading.compact_text):
            how = standing(reading, start, end, notation)
            if how is not Standing.NOTHING:
                yield start, end, notation, how

    def told_homes(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """Where a text tells a home of the register whatever stands behind it (商铺S12门前), as ranges of the folded text."""
        text = reading.plain.lower()
        for _, start in self.addresses.find(text):
            yield start, next(told.end() for told in _AS_TOLD.finditer(text, start))

    def holds(self, mark: str) -> bool:
        """Whether a character occurs in any value that is looked for."""
        return mark in self.finder.characters or mark in self.whole_finder.characters

    def knows_home(self, text: str) -> bool:
        """Whether a home written in any notation is one of the register's."""
        return notations.home(text) in self.homes


def _as_given(room: str) -> Iterator[Notation]:
    if text := as_given(room):
        yield Notation(text, FindingKind.ROOM, whole=True, weak=True)


def _titled(name: str) -> Iterator[Notation]:
    """What her surname is said with."""
    whole = notations.compacted(name)
    if _CHINESE_NAME.fullmatch(whole):
        yield from _with_titles([notations.split_name(whole)[0]])


def _named(name: str) -> Iterator[Notation]:
    """Every way to name one of the staff."""
    yield from notations.names(name)
    yield from _titled(name)


def _is_set_apart(reading: Reading, start: int, end: int, notation: Notation) -> bool:
    """Whether a whole name has a mark between its characters."""
    if notation.weak or notation.whole or notation.kind is not FindingKind.NAME:
        return False
    first, last = (reading.folded.position(at) for at in reading.compact.origin(start, end))
    return is_set_apart(reading, first, last)


def _is_plain_word(reading: Reading, start: int, end: int, notation: Notation) -> bool:
    """Whether a whole name is only a word where it stands (平安就好). The last search asks its baseline instead."""
    if notation.kind is not FindingKind.NAME or notation.weak or notation.titled or notation.whole:
        return False
    first, last = (reading.folded.position(at) for at in reading.compact.origin(start, end))
    return is_said_plainly(reading, first, last)


def _acts(reading: Reading, start: int, end: int, notation: Notation) -> bool:
    """Whether a name that is a word does something there; start and end are positions of the compact reading."""
    if notation.whole:
        return False
    first, last = (reading.folded.position(at) for at in reading.compact.origin(start, end))
    familiar = notation.titled or reading.plain[first] in PREFIXES
    return stands_for_somebody(reading, first, last, given=notation.weak and not familiar)


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


_AS_TOLD: Final = re.compile(rf".[0-9a-z{FIGURES}十百甲乙丙丁戊号栋幢座弄单元层楼室房户东西南北中左右#-]*")
_CHINESE_NAME: Final = re.compile("[一-鿿1-9]{2,4}")


def _surnames_in(entries: dict[str, Notation]) -> set[str]:
    whole = (
        text for text, notation in entries.items() if notation.kind is FindingKind.NAME and not notation.weak
    )
    return {notations.split_name(text)[0] for text in whole if _CHINESE_NAME.fullmatch(text)}


_HOUSES: Final = ("家的", "家里", "家门", "家那", "家楼")
_STAFF: Final = (*CALLINGS, "保安", "客服", "保洁", "秩序员")
_POINTED_TO: Final = frozenset("应向和从于单")
"""应保安 is a name where somebody is pointed to (是应保安当班), and never 应业主要求."""


_TITLES: Final = (*SHORT_HONORIFICS, *"班师", *HONORIFICS)
"""战班, 敬师: short for 班长 and 师傅, where a surname is known."""
_POSTS: Final = (*CALLINGS, *POSTS)
_WRITTEN: Final = {word: notations.compacted(word) for word in (*PREFIXES, *_TITLES, *_POSTS)}
"""Each in the compact reading: it is asked for with every world."""


def _with_titles(surnames: Iterable[str]) -> Iterator[Notation]:
    """老王, 王工, 王师傅, 危保安: the surnames of the register with every title, and with every post where they are no little word."""
    for surname in surnames:
        for prefix in PREFIXES:
            yield Notation(_WRITTEN[prefix] + surname, FindingKind.NAME, weak=True)
        posts = _POSTS if surname not in LITTLE else _STAFF if surname in _POINTED_TO else ()
        for house in _HOUSES if surname not in LITTLE else ():
            yield Notation(surname + house, FindingKind.NAME, weak=True)
        for title in (*_TITLES, *posts):
            yield Notation(surname + _WRITTEN[title], FindingKind.NAME, weak=True, titled=len(title) > 1)
