"""Detector of full Chinese names without any cue, and of strong surnames that nothing explains."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import (
    CJK,
    PLACE,
    ROADWORK,
    SURE,
    SURNAME,
    any_of,
    at_edge,
    begins_word,
    ends_word,
    in_word_before,
    is_likely,
    name_end,
    one_of,
    reaches_beyond,
)
from generator.disclosure.scan.names.division import counted
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.given import ELEMENTS, TRANSCRIBED
from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.surnames import FUNCTION_WORDS, WEAK
from generator.disclosure.scan.words.titles import STOPS

_SURNAME: Final = re.compile(f"(?=(?P<it>{SURNAME}))")


def find_bare_names(reading: Reading) -> Iterator[Found]:
    """Every full name whose surname no ordinary word explains and that does not begin inside a likelier one."""
    inside = {at for start, end, _ in reading.likely_names for at in range(start + 1, end)}
    for match in _SURNAME.finditer(reading.plain):
        start, given_at = match.span("it")
        surname = match["it"]
        if reading.covered[start] or start in inside or counted(reading.plain, start):
            continue
        if not PLACE.match(reading.plain, given_at):
            end = name_end(reading, given_at, sure=surname in SURE, likely=is_likely(surname))
            if not (
                reaches_beyond(reading, start, end)
                or ROADWORK.match(reading.plain, end)
                or (start and ROADWORK.match(reading.plain, given_at))
                or (surname not in SURE and _between_words(reading, start, given_at, end))
            ) and _is_name(reading, start, given_at, end, surname):
                yield start, end, FindingKind.NAME


def _between_words(reading: Reading, start: int, given_at: int, end: int) -> bool:
    """时段|施工: one word of the likeliest division ends with the surname, and the next is all the rest."""
    words = reading.words
    ends_word_before = start > 0 and words[start - 1] == words[start] == given_at
    return ends_word_before and given_at + 1 < end and words[given_at] == end


_TRANSCRIBED: Final = gated(f"(?:{any_of(ELEMENTS)})+[{CJK}]{{0,2}}?(?:{any_of(ELEMENTS)})?")

_SPELLED: Final = re.compile(f"{one_of(TRANSCRIBED)}{{3,8}}")


def find_transcribed_names(reading: Reading) -> Iterator[Found]:
    """Names of other peoples of China by their usual parts."""
    for match in _TRANSCRIBED.finditer(reading.plain):
        if in_word_before(reading, match.start()):
            continue  # 心肺复苏和…
        yield _with_syllables(reading, match.start()), match.end(), FindingKind.NAME
    for match in _SPELLED.finditer(reading.plain):
        start, end = match.span()
        alone = sum(
            reading.words[at] == at + 1 and (at == start or reading.words[at - 1] == at)
            for at in range(start, end)
        )
        if alone >= (1 if end - start > 3 else 2) and not any(reading.covered[start:end]):
            yield start, end, FindingKind.NAME


def _with_syllables(reading: Reading, start: int) -> int:
    """帕|夏|古丽: up to three syllables that no word took in belong to the name."""
    for at in range(start - 1, max(-1, start - 4), -1):
        alone = reading.words[at] == at + 1 and (at == 0 or reading.words[at - 1] == at)
        if not alone or at_edge(reading, at) or reading.plain[at] in STOPS:
            return at + 1
    return max(0, start - 3)


def _is_name(reading: Reading, start: int, given_at: int, end: int, surname: str) -> bool:
    """The less a surname says, the more of the name and its surroundings must fit."""
    given = end - given_at
    if surname in SURE:
        return True
    if not given or surname in WEAK:
        return (
            given == 2
            and surname not in FUNCTION_WORDS
            and (start == 0 or at_edge(reading, start - 1))
            and ends_word(reading, end)
        )
    if given == 2:
        return is_likely(surname) or (begins_word(reading, start) and ends_word(reading, end))
    if is_likely(surname):
        return begins_word(reading, start) and ends_word(reading, end)
    return _stands_alone(reading, start, end) and _SIGNED.match(reading.plain, end) is not None


_SIGNED: Final = re.compile(r"[ :：,，(（]{0,2}[0-9+][0-9 ]{5}|[。.!！ ]?$")


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    return (start == 0 or at_edge(reading, start - 1)) and at_edge(reading, end)
