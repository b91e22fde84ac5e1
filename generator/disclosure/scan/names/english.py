"""Detector of people in English: a capitalised word that is neither ordinary nor an allowed proper noun is a name.

At the beginning of a sentence everything is capitalised, so there more is asked: a known first name, a name's other
half behind it, or something a person does.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.english import (
    ABBREVIATIONS,
    COMMON,
    DEEDS,
    FIRST_NAMES,
    PROPER,
    TITLES,
    TRADES,
    WORD_NAMES,
)
from generator.disclosure.scan.words.english_lexicon import in_dictionary
from generator.disclosure.scan.words.english_vocabulary import VOCABULARY
from generator.disclosure.scan.words.makes import MAKES
from generator.disclosure.scan.words.patterns import any_word, parts, word_set
from generator.disclosure.scan.words.pinyin import is_pinyin_name

_NAME: Final = r"[A-Z][A-Za-z'’\-]{0,20}\.?(?:[ ][A-Z][A-Za-z'’\-]{1,20}){0,2}"
_TITLED: Final = re.compile(
    rf"(?<![A-Za-z])(?P<title>(?i:{any_word(TITLES | TRADES)}))\.?[ ]{{1,2}}(?P<name>{_NAME})"
)
_SUFFIXED: Final = re.compile(
    r"(?<![A-Za-z])(?P<name>[A-Z][a-z]{1,12}[ \-](?i:shifu|ayi|laoshi|jingli|xiansheng|nvshi|taitai|gong|jie|ge))(?![A-Za-z])"
)
_PERSON: Final = (
    "(?:man|woman|guy|lady|boy|girl|tenant|guard|cleaner|someone|son|daughter|husband|wife|neighbou?r)"
)
_NOT_SECOND: Final = "(?!(?:and|from|in|of|at|who|i|my|is|has|was|the|on|with|to)\\b)"
_CALLED: Final = re.compile(
    rf"(?<![A-Za-z])(?i:my name is|my name's|name is|{_PERSON} (?:named|called))[ ]{{1,2}}"
    rf"(?P<name>[A-Za-z][A-Za-z'’\-]{{1,20}}(?:[ ]{_NOT_SECOND}[A-Za-z][A-Za-z'’\-]{{1,20}})?)"
)
_INITIALS: Final = re.compile(
    r"(?<![A-Za-z.])(?P<name>[A-Z]\.[ ]?(?:[A-Z]\.[ ]?)?(?:[A-Z][a-z]{1,20}|[A-Z]\.?))(?![A-Za-z])"
)
_KIN_AND_SYLLABLE: Final = re.compile(
    r"(?<![A-Za-z])(?P<it>(?i:sister|brother|auntie|aunty|aunt|uncle|granny|grandma|grandpa|old|little|lao|xiao|big|master|teacher|shifu) (?P<name>[a-z]{2,6}))(?![A-Za-z])"
)
_FAMILIAR: Final = re.compile(
    r"(?<![A-Za-z])(?P<it>(?:Old|Young|Little|Big|Fat|Auntie|Aunty|Aunt|Uncle|Granny|Grandma|Grandpa|Master|Brother|Sister) (?!Man|Men|Song|Fan|Pan|Bin|Sun|Long|Can|Gong|Den|Bang|Ban|Ran)(?P<name>[A-Z][a-z]{1,5}))(?![A-Za-z]|[ ][A-Z])"
)
"""Old Ma, Big Wu: a syllable that is a surname behind how neighbours call one another."""
_HYPHENED: Final = re.compile(r"(?<![A-Za-z])(?P<name>(?i:ah?|lao|xiao|da)-[A-Za-z]{2,6})(?![A-Za-z-])")
_WORD: Final = re.compile(r"(?<![A-Za-z'’])[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*")
_BEGINNING: Final = re.compile(r"(?:^|[.!?;:\n。！？；：“\"'‘(（\[]|[–—]|- )[ “\"'‘(]{0,3}$")
_ACTS: Final = re.compile(rf"'s\b|’s\b|,? {any_word(DEEDS)}\b")
_PLACE: Final = re.compile(
    r"(?<![A-Za-z])(?<!Mr )(?<!Ms )(?<!Mrs )(?:[A-Z][a-z]{1,20} ){1,3}(?:Road|Street|Avenue|Square|District|Station|Expressway|Highway|University|Hospital|Airport|Museum|Plaza|Mall|Boulevard|Walk|Lane|Gardens?|Park|Bridge|River|Lake)(?![A-Za-z])"
)
"""Jianshe North Road."""
_NUMBERED: Final = re.compile("[-–]?[0-9]{4}")
_THINGS_TOO: Final = word_set(
    "heather hazel basil rosemary jasmine myrtle laurel fern sage clover iris holly ivy lily violet daisy poppy olive amber ruby pearl coral opal ginger cherry"
)
_OF_A_THING: Final = re.compile(
    r"\b(?:an?|the|of|some|no|more|wild|fresh|dried|new|potted|white|pink|purple|yellow) $", re.IGNORECASE
)
_THING_BEHIND: Final = re.compile(
    r" (?:(?:is|was|has been|will be|needs to be) (?:cut|clipped|pruned|trimmed|thinned|sprayed|planted|transplanted|replanted|mulched|uprooted|grubbed)\b|(?:nests?|berries|petals|stems|branches|shoots|clippings|nuts)\b|tea|rice|oil|soap|water|plants?|bush(?:es)?|hedges?|shrubs?|beds?|trees?|flowers?|blossoms?|scent|leaves|seeds?|honey|pots?|light|roots?)\b"
)
"""The heather, jasmine tea: what grows, or is set in a ring, and is written small."""
_NOBODYS_DEED: Final = re.compile(
    r" (?:is|was|will be|has been) (?:given|granted|allowed|extended|shown|that|needed)\b"
)
"""Grace is given to late payers."""
_CALENDAR: Final = word_set("may april june august summer autumn sunday march january")


def find_english_names(reading: Reading) -> Iterator[Found]:
    """Every person an English text names."""
    if reading.lang == "en":
        for find in (_titled, _called, _formed, _capitalised):
            yield from ((start, end, FindingKind.NAME) for start, end in find(reading.plain))


def _titled(text: str) -> Iterator[tuple[int, int]]:
    """Mr K is a person; Manager Office is none."""
    for match in _TITLED.finditer(text):
        first = match["name"].split()[0].lower()
        if match["title"].lower() in TITLES or not is_ordinary(first):
            yield match.span()


def _called(text: str) -> Iterator[tuple[int, int]]:
    for match in _CALLED.finditer(text):
        first = match["name"].split()[0].lower()
        if first not in COMMON or first in WORD_NAMES:
            yield match.span("name")


def _formed(text: str) -> Iterator[tuple[int, int]]:
    """Wang shifu; J. Smith; a-qiang; sister he."""
    for pattern in (_SUFFIXED, _INITIALS, _HYPHENED):
        yield from parts(pattern, text)
    for match in _FAMILIAR.finditer(text):
        if is_pinyin_name(match["name"].lower()):
            yield match.span("it")
    for match in _KIN_AND_SYLLABLE.finditer(text):
        if is_pinyin_name(match["name"]) and match["name"] not in COMMON - {"he"}:
            yield match.span("it")


def _capitalised(text: str) -> Iterator[tuple[int, int]]:
    """Words that only a name explains, and what is capitalised right behind them."""
    words = [*_WORD.finditer(text)]
    places = {at for place in _PLACE.finditer(text) for at in range(*place.span())}
    named = -2
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        behind_name = word.start() == named + 1 and text[named] == " " and word.group()[0].isupper()
        if index and _is_a_product(text, words[index - 1], word):
            continue
        if word.start() not in places and (behind_name or _is_unexplained(text, word, following)):
            named = word.end()
            yield word.span()


def _is_a_product(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """SF Express, a Fermax Loft panel: an English word right behind a make."""
    lower = word.group().lower()
    made = before.group().lower() in MAKES and text[before.end() : word.start()] == " "
    return made and in_dictionary(lower) and lower not in FIRST_NAMES | WORD_NAMES


def is_ordinary(word: str) -> bool:
    """Whether a lower-case word is no name: ordinary, an allowed proper noun or an abbreviation."""
    bare = word.removesuffix("'s").removesuffix("’s")
    forms = {bare, bare.removesuffix("s"), bare.removesuffix("es"), *bare.split("-")}
    return any(form in table for form in forms for table in (COMMON, VOCABULARY, PROPER, ABBREVIATIONS))


def _is_unexplained(text: str, word: re.Match[str], following: re.Match[str] | None) -> bool:
    written = word.group()
    lower = written.lower().removesuffix("'s").removesuffix("’s")
    if written.islower():
        return (
            not _is_a_thing(text, word)
            and lower in FIRST_NAMES - WORD_NAMES
            and not is_ordinary(lower)
            and not is_pinyin_name(lower)
        )
    if not written[0].isupper() or len(lower) < 2 or (written.isupper() and len(written) <= 5):
        return written.isupper() and lower in FIRST_NAMES and len(written) > 2
    begins = bool(_BEGINNING.search(text[max(0, word.start() - 5) : word.start()]))
    if lower in WORD_NAMES:
        return _word_is_name(text, word, following, begins=begins)
    if lower in FIRST_NAMES or is_ordinary(lower):
        return lower in FIRST_NAMES
    if not begins or _names_too(text, following) or is_pinyin_name(lower) or written.endswith(("'s", "’s")):
        return True
    return not in_dictionary(lower) and _ACTS.match(text, word.end()) is not None


def _names_too(text: str, following: re.Match[str] | None) -> bool:
    """Whether a name's other half may follow; the capitals of a number (Invoice YX-2026) are none."""
    return bool(
        following
        and following.group()[0].isupper()
        and not is_ordinary(following.group().lower())
        and not _NUMBERED.match(text, following.end())
    )


def _word_is_name(text: str, word: re.Match[str], following: re.Match[str] | None, *, begins: bool) -> bool:
    """Will, May, Rose: a name in the middle of a sentence, or where a person acts; not in Rose Garden."""
    if following and following.start() == word.end() + 1 and following.group()[0].isupper():
        return _names_too(text, following)
    if word.group().lower() in _CALENDAR:
        return False
    if _NOBODYS_DEED.match(text, word.end()):
        return False
    return not begins or _ACTS.match(text, word.end()) is not None


def _is_a_thing(text: str, word: re.Match[str]) -> bool:
    """A plant or a gem in small letters, with an article or what is made of it; ask heather stays a name."""
    if word.group() not in _THINGS_TOO:
        return False
    before = text[max(0, word.start() - 8) : word.start()]
    acts = _ACTS.match(text, word.end()) is not None
    return not acts and bool(_OF_A_THING.search(before) or _THING_BEHIND.match(text, word.end()))


def find_doubtful_english(reading: Reading) -> Iterator[Found]:
    """Words of an English text that no dictionary has, however they are written."""
    if reading.lang != "en":
        return
    places = {at for place in _PLACE.finditer(reading.plain) for at in range(*place.span())}
    for word in _WORD.finditer(reading.plain):
        if word.start() in places or _is_a_thing(reading.plain, word):
            continue
        lower = word.group().lower().removesuffix("'s").removesuffix("’s")
        if len(lower) > 2 and not (_is_explained(lower) or _is_an_abbreviation(word.group())):
            yield *word.span(), FindingKind.NAME


def _is_an_abbreviation(written: str) -> bool:
    """NTU: a few capitals, unless somebody is called so."""
    lower = written.lower()
    return written.isupper() and len(written) <= 5 and lower not in FIRST_NAMES and not is_pinyin_name(lower)


def _is_explained(lower: str) -> bool:
    return is_ordinary(lower) or all(
        len(part) < 3 or in_dictionary(part) or is_ordinary(part) for part in re.split("[-'’]", lower)
    )
