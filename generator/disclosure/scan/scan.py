"""The scan of the gate: reads a text three times over and says what must not be published. It holds, never masks.

(A) the closed world of the register, (B) detectors, (C) deny by default. What is public on purpose (the estate's
phones, addresses and names) is excused from B and C, never from a whole value of the register.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.disclosure.scan.contacts import find_contacts
from generator.disclosure.scan.names_bare import find_bare_names, find_transcribed_names
from generator.disclosure.scan.names_cued import find_cued_names
from generator.disclosure.scan.names_en import find_english_names
from generator.disclosure.scan.names_latin import find_latin_names
from generator.disclosure.scan.names_titled import find_titled_names
from generator.disclosure.scan.numbers import find_numbers
from generator.disclosure.scan.parking import find_parking
from generator.disclosure.scan.public import Public
from generator.disclosure.scan.reading import Detector, Reading, read
from generator.disclosure.scan.rooms_en import find_english_homes
from generator.disclosure.scan.rooms_zh import find_chinese_homes
from generator.disclosure.scan.sensitive import find_sensitive
from generator.disclosure.scan.spans import FindingKind, Reason, Span, Verdict, settle
from generator.disclosure.scan.times import find_times
from generator.disclosure.scan.unexplained import find_unexplained
from generator.disclosure.scan.world import World

DETECTORS: Final[tuple[Detector, ...]] = (
    find_numbers,
    find_contacts,
    find_chinese_homes,
    find_english_homes,
    find_parking,
    find_times,
    find_sensitive,
    find_titled_names,
    find_cued_names,
    find_bare_names,
    find_transcribed_names,
    find_english_names,
    find_latin_names,
)


def scan_text(text: str, world: World, public: Public, lang: str) -> Verdict:
    """What in `text` could tell a neighbour who is meant. `lang` is "zh" or "en".

    Spans are ranges of `text` itself, disjoint and sorted. Pure; time linear in the length of the text.
    """
    reading = read(text, lang)
    excused = public.excused(reading)
    found = [*_known(reading, world, excused), *_detected(reading, world, excused)]
    found.extend(_unexplained(reading, excused, found))
    return Verdict(settle(found))


def _known(reading: Reading, world: World, excused: Sequence[bool]) -> Iterator[Span]:
    """Layer A."""
    for start, end, notation in world.find(reading):
        first, last = reading.compact.origin(start, end)
        if not (notation.weak or notation.whole) or not excused[reading.folded.position(first)]:
            yield Span(first, last, notation.kind, Reason.KNOWN_VALUE)


def _detected(reading: Reading, world: World, excused: Sequence[bool]) -> Iterator[Span]:
    """Layer B; a detected home that the register knows is a known value."""
    for detect in DETECTORS:
        for start, end, kind in detect(reading):
            if not all(excused[start:end]):
                known = kind is FindingKind.ROOM and world.knows_home(reading.plain[start:end])
                yield reading.span(start, end, kind, Reason.KNOWN_VALUE if known else Reason.DETECTOR)


def _unexplained(reading: Reading, excused: list[bool], found: list[Span]) -> Iterator[Span]:
    """Layer C: numbers that neither a finding nor the allow grammar accounts for."""
    taken = [False] * (len(reading.original) + 1)
    for span in found:
        taken[span.start : span.end] = [True] * (span.end - span.start)
    marks = [mark or taken[start] for mark, start in zip(excused, reading.folded.starts, strict=True)]
    for start, end, kind in find_unexplained(reading, marks):
        yield reading.span(start, end, kind, Reason.UNEXPLAINED)
