"""Detector of Latin words in Chinese texts: Tony 卢, Kevin, ZHANG Wei, zhangwei. What is no allowed word is a name."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.names.candidates import SURNAME, one_of
from generator.disclosure.scan.numbers.codes import codes, stands_for_a_person
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.english import ABBREVIATIONS, COMMON, FIRST_NAMES, PROPER, WORD_NAMES
from generator.disclosure.scan.words.english_lexicon import in_dictionary
from generator.disclosure.scan.words.makes import SHORT
from generator.disclosure.scan.words.pinyin import is_pinyin_name
from generator.disclosure.scan.words.predicates import Part, part_of
from generator.disclosure.scan.words.surnames import FUNCTION_WORDS, MEDIUM, SINGLE, STRONG
from generator.disclosure.scan.words.titles import PREPOSITIONS

_LATIN: Final = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z'’.\-]*(?:[ ][A-Z][a-z]+)?(?![0-9@_])")
_PREFIX: Final = re.compile(r"(?:[A-Z]{2,6}[\-–])++")
_NUMBER: Final = re.compile("[0-9]{2}")
"""FQ-2026-0917, LG-HT-2026-035: whether the number is allowed is asked of the number."""
_NO_SURNAME: Final = (PREPOSITIONS | FUNCTION_WORDS) - {"单"}
_SURNAME_BEHIND: Final = re.compile(
    rf"[ ]?(?:{SURNAME}(?=说|[，。、；！？,.;!? ]|$)|(?![和与向从由经于应随据按时]){SURNAME}(?=[把被又总老在骂讲]|反映|投诉|来过|来电|天天|每天|半夜)|{one_of(STRONG | MEDIUM)}(?![一-鿿]?[家楼栋]))"
)


def find_latin_names(reading: Reading) -> Iterator[Found]:
    """Every Latin word of a Chinese text that only a name explains, with a surname behind a first name."""
    if reading.lang == "en":
        return
    things = {at for start, end in (*codes(reading), *_prefixes(reading.plain)) for at in range(start, end)}
    for match in _LATIN.finditer(reading.plain):
        if match.start() in things:
            continue
        words = re.findall(r"[A-Za-z]+", match.group())
        nickname = match.group().isupper() and stands_for_a_person(reading.plain, *match.span())
        ordinary = all(_is_ordinary(word) for word in words) or _is_in_english(reading.plain, match)
        if nickname or not ordinary:
            named = words[0][0].isupper() or words[0].lower() in FIRST_NAMES | WORD_NAMES
            end = _with_surname(reading, match.end()) if named else match.end()
            yield match.start(), end, FindingKind.NAME


def _with_surname(reading: Reading, end: int) -> int:
    """Where a surname behind a first name ends: before an edge, or before what the words say that somebody does."""
    behind = _SURNAME_BEHIND.match(reading.plain, end)
    if behind:
        return behind.end()
    at = end + (reading.plain[end : end + 1] == " ")
    alone = (
        at < len(reading.plain) and reading.words[at] == at + 1 and reading.plain[at] in SINGLE - _NO_SURNAME
    )
    if not alone or at + 1 == len(reading.plain):
        return end
    follows = part_of(reading.plain[at + 1 : reading.words[at + 1]])
    return at + 1 if follows in (Part.DOES, Part.LEADS, Part.WHEN) else end


def _prefixes(text: str) -> Iterator[tuple[int, int]]:
    """The capitals before a number, each chain of them once."""
    return (chain.span() for chain in _PREFIX.finditer(text) if _NUMBER.match(text, chain.end()))


def _is_ordinary(word: str) -> bool:
    lower = word.lower()
    if lower in ABBREVIATIONS or len(word) == 1:
        return True
    if lower in FIRST_NAMES:
        return False
    if lower in SHORT and (word.isupper() or not is_pinyin_name(lower)):
        return True
    return lower in PROPER or (word.islower() and (lower in COMMON or _is_a_word(lower)))


_ENGLISH_GOES_ON: Final = re.compile("(?:['’]s?)? ?[A-Za-z]+")
_MANNER: Final = re.compile("[A-Z][a-z]{3,}ly")
"""Seriously, Honestly: how the rest is meant."""


def _is_in_english(text: str, match: re.Match[str]) -> bool:
    """Fire pump, Kids' corner, Life Fitness: ordinary words with a capital, where English goes on; Seriously alone."""
    words = re.findall("[A-Za-z]{2,}", match.group())
    goes_on = len(words) > 1 or _ENGLISH_GOES_ON.match(text, match.end()) is not None
    manner = _MANNER.fullmatch(match.group()) is not None
    return (goes_on or manner) and all(_is_ordinary(word) or _is_a_plain_word(word.lower()) for word in words)


def _is_a_plain_word(lower: str) -> bool:
    return lower not in FIRST_NAMES and lower not in PROPER and _is_a_word(lower)


def _is_a_word(lower: str) -> bool:
    """An English word that nobody is called by, in whatever script."""
    return lower not in WORD_NAMES and not is_pinyin_name(lower) and in_dictionary(lower)
