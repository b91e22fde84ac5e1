"""The scan of the gate: reads a text three times over and says what must not be published. It holds, never masks.

(A) the closed world of the register, (B) detectors, (C) deny by default. What is public on purpose (the estate's
phones, addresses and names) is excused from B and C, never from a whole value of the register.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.disclosure.scan.facts.aged import find_ages
from generator.disclosure.scan.facts.described import find_described
from generator.disclosure.scan.facts.diagnosed import find_diagnosed
from generator.disclosure.scan.facts.families import find_families
from generator.disclosure.scan.facts.hurt import find_hurt
from generator.disclosure.scan.facts.lived import find_lived
from generator.disclosure.scan.facts.lived_en import find_lived_in_english
from generator.disclosure.scan.facts.neighbours import find_neighbours
from generator.disclosure.scan.facts.persons import find_persons
from generator.disclosure.scan.facts.sensitive import find_doubtful_facts, find_sensitive
from generator.disclosure.scan.homes.parking import find_parking
from generator.disclosure.scan.homes.places import find_places
from generator.disclosure.scan.homes.rooms_en import find_doubtful_english_storeys, find_english_homes
from generator.disclosure.scan.homes.rooms_zh import find_chinese_homes, find_storeys
from generator.disclosure.scan.known.wordlike import is_wordlike
from generator.disclosure.scan.known.world import World
from generator.disclosure.scan.names.alone import find_names_alone
from generator.disclosure.scan.names.bare import find_bare_names, find_transcribed_names
from generator.disclosure.scan.names.by_role import find_names_by_role
from generator.disclosure.scan.names.called import find_called_names
from generator.disclosure.scan.names.cued import find_cued_names
from generator.disclosure.scan.names.doubtful import find_doubtful_names
from generator.disclosure.scan.names.english import find_doubtful_english, find_english_names
from generator.disclosure.scan.names.latin import find_latin_names
from generator.disclosure.scan.names.left_over import find_left_over_names
from generator.disclosure.scan.names.likely import find_likely_names, find_possible_names
from generator.disclosure.scan.names.looks import find_looks
from generator.disclosure.scan.names.nicknames import find_nicknames
from generator.disclosure.scan.names.nobody import names_nobody
from generator.disclosure.scan.names.placed import find_placed_names
from generator.disclosure.scan.names.shaped import find_listed_names, find_old_friends, find_redoubled_names
from generator.disclosure.scan.names.styled import find_styled_names
from generator.disclosure.scan.names.titled import find_titled_names
from generator.disclosure.scan.names.worded import find_worded_names
from generator.disclosure.scan.numbers.codes import codes
from generator.disclosure.scan.numbers.contacts import find_contacts
from generator.disclosure.scan.numbers.numbers import find_numbers
from generator.disclosure.scan.numbers.times import find_births, find_times
from generator.disclosure.scan.numbers.unexplained import find_unexplained
from generator.disclosure.scan.public import Public
from generator.disclosure.scan.reading import Detector, Reading, read
from generator.disclosure.scan.spans import FindingKind, Reason, Span, Verdict, settle

DETECTORS: Final[tuple[Detector, ...]] = (
    find_numbers,
    find_contacts,
    find_chinese_homes,
    find_storeys,
    find_neighbours,
    find_english_homes,
    find_parking,
    find_times,
    find_births,
    find_sensitive,
    find_hurt,
    find_diagnosed,
    find_families,
    find_ages,
    find_titled_names,
    find_cued_names,
    find_called_names,
    find_placed_names,
    find_worded_names,
    find_styled_names,
    find_looks,
    find_bare_names,
    find_transcribed_names,
    find_english_names,
    find_latin_names,
    find_left_over_names,
    find_old_friends,
    find_listed_names,
    find_likely_names,
)
DOUBTS: Final[tuple[Detector, ...]] = (
    find_doubtful_names,
    find_possible_names,
    find_doubtful_english,
    find_redoubled_names,
    find_places,
    find_doubtful_english_storeys,
    find_doubtful_facts,
    find_described,
    find_names_alone,
    find_names_by_role,
    find_nicknames,
    find_lived,
    find_persons,
    find_lived_in_english,
)


_DESIGNATED: Final = frozenset({FindingKind.ROOM, FindingKind.PARKING, FindingKind.NAME})
"""What the designation of a thing can look like: a pressure gauge Y-100, an invoice YX-20260711."""


def scan_text(text: str, world: World, public: Public, lang: str) -> Verdict:
    """What in `text` could tell a neighbour who is meant. `lang` is "zh" or "en".

    Spans are ranges of `text` itself, disjoint and sorted. Pure; time linear in the length of the text.
    """
    reading = read(text, lang)
    excused = public.excused(reading)
    found = [*_known(reading, world, excused), *_detected(reading, world, excused)]
    found.extend(_unexplained(reading, excused, found))
    spans = settle(found)
    doubts = settle(_doubts(reading, excused, spans))
    return Verdict(spans, doubts, lambda spelled: world.sources.of(spelled))


def _known(reading: Reading, world: World, excused: Sequence[bool]) -> Iterator[Span]:
    """Layer A."""
    for start, end, notation in world.find(reading):
        first, last = reading.compact.origin(start, end)
        if not (notation.weak or notation.whole) or not excused[reading.folded.position(first)]:
            yield Span(
                first,
                last,
                notation.kind,
                Reason.KNOWN_VALUE,
                (notation.text,),
                is_wordlike(reading, reading.folded.position(first), reading.folded.position(last), notation),
            )
    for start, end in world.told_homes(reading):
        if not all(excused[start:end]):
            yield reading.span(start, end, FindingKind.ROOM, Reason.KNOWN_VALUE)


def _detected(reading: Reading, world: World, excused: Sequence[bool]) -> Iterator[Span]:
    """Layer B; a detected home that the register knows is a known value."""
    things = {at for start, end in codes(reading) for at in range(start, end)}
    for detect in DETECTORS:
        for start, end, kind in detect(reading):
            if not (
                all(excused[start:end])
                or (kind is FindingKind.NAME and names_nobody(reading, start, end))
                or (kind in _DESIGNATED and things.issuperset(range(start, end)))
            ):
                known = kind is FindingKind.ROOM and world.knows_home(reading.plain[start:end])
                yield reading.span(start, end, kind, Reason.KNOWN_VALUE if known else Reason.DETECTOR)


def _unexplained(reading: Reading, excused: list[bool], found: list[Span]) -> Iterator[Span]:
    """Layer C: numbers that neither a finding nor the allow grammar accounts for."""
    marks = _accounted(reading, excused, found)
    for start, end, kind in find_unexplained(reading, marks):
        yield reading.span(start, end, kind, Reason.UNEXPLAINED)


def _doubts(reading: Reading, excused: list[bool], spans: Sequence[Span]) -> Iterator[Span]:
    """What could be private and is neither found nor explained. A doubt that touches a finding adds nothing to it."""
    marks = _accounted(reading, excused, spans)
    for doubt in DOUBTS:
        for start, end, kind in doubt(reading):
            if not (
                any(marks[start:end]) or (kind is FindingKind.NAME and names_nobody(reading, start, end))
            ):
                yield reading.span(start, end, kind, Reason.UNEXPLAINED)


def _accounted(reading: Reading, excused: list[bool], spans: Sequence[Span]) -> list[bool]:
    """For each character of the folded text whether it is public or already found."""
    taken = [False] * (len(reading.original) + 1)
    for span in spans:
        taken[span.start : span.end] = [True] * (span.end - span.start)
    return [mark or taken[start] for mark, start in zip(excused, reading.folded.starts, strict=True)]
