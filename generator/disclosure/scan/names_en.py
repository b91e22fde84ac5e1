"""Detector of people in English, and of Latin words in Chinese texts.

In English a capitalised word that is neither an ordinary word nor an allowed proper noun is taken for a name;
in Chinese texts every Latin word that is not an allowed abbreviation is.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.english import ABBREVIATIONS, COMMON, FIRST_NAMES, PROPER, WORD_NAMES
from generator.disclosure.scan.english_vocabulary import VOCABULARY
from generator.disclosure.scan.pinyin import is_pinyin_name
from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind

_TITLE: Final = r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|madam|mme|auntie|aunty|aunt|uncle|grandma|grandpa|granny|grandmother|grandfather|nanny|old|little|lao|xiao|da|ah|master|teacher|manager|captain|officer|engineer|guard|shifu|sister|brother|boss|director|supervisor|technician|plumber|electrician|cleaner|gardener|concierge|porter|driver|courier|foreman|inspector|nurse|doctor|lawyer|tenant|owner|landlord|landlady|resident|neighbou?r|receptionist|clerk|steward|housekeeper|caretaker|handyman|carpenter|doorman|secretary|chairman|chairwoman)"
_TITLED: Final = re.compile(
    rf"(?<![A-Za-z])(?P<title>(?i:{_TITLE}))(?P<dot>\.?)[ ]{{1,2}}(?P<it>[A-Z][A-Za-z'’\-]{{0,20}}\.?(?:[ ][A-Z][A-Za-z'’\-]{{1,20}}){{0,2}})"
)
_SUFFIXED: Final = re.compile(
    r"(?<![A-Za-z])(?P<it>[A-Z][a-z]{1,12}[ \-](?i:shifu|ayi|laoshi|jingli|xiansheng|nvshi|nüshi|taitai|gong|jie|ge))(?![A-Za-z])"
)
_CUED: Final = re.compile(
    r"(?<![A-Za-z])(?i:my name is|my name's|name is|named|called|name:|i am|i'm|this is|signed|regards,?|sincerely,?|thanks,?|cheers,?|contact:?|contact person:?|ask for|speak to|spoke to|spoke with|talk(?:ed)? to|told|asked|thanks to|thank)[ ]{1,2}(?P<it>[A-Za-z][A-Za-z'’\-]{1,20}(?:[ ][A-Z][A-Za-z'’\-]{0,20}\.?){0,2})"
)
_SURE_CUED: Final = re.compile(
    r"(?<![A-Za-z])(?i:my name is|my name's|name is|(?:man|woman|guy|lady|boy|girl|tenant|guard|cleaner|someone|son|daughter|husband|wife|neighbou?r) (?:named|called))[ ]{1,2}(?P<it>[A-Za-z][A-Za-z'’\-]{1,20}(?:[ ](?!(?:and|from|in|of|at|who|i|my|is|has|was|the|on|with|to)\b)[A-Za-z][A-Za-z'’\-]{1,20})?)"
)
_WORD: Final = re.compile(r"(?<![A-Za-z'’])[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*")
_INITIALS: Final = re.compile(
    r"(?<![A-Za-z.])(?P<it>[A-Z]\.[ ]?(?:[A-Z]\.[ ]?)?(?:[A-Z][a-z]{1,20}|[A-Z]\.?))(?![A-Za-z])"
)
_SENTENCE: Final = re.compile(r"(?:^|[.!?;:\n。！？；：“\"'‘(（\[]|[–—]|- )[ “\"'‘(]{0,3}$")
_SUFFIXES: Final = (
    "ing",
    "ed",
    "ly",
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "able",
    "ful",
    "less",
    "ous",
    "ive",
    "ers",
    "ies",
    "ance",
    "ence",
    "ship",
    "ance",
    "age",
    "al",
    "ings",
    "tions",
    "ments",
    "ages",
)
_PERSON_ACTS: Final = re.compile(
    r"(?:'s\b|’s\b|,? (?:says?|said|told|asked|has|had|is|was|lives?|wants?|keeps?|from|who|complain\w*|report\w*|parks?|called|came|repair\w*|fixed|replaced|and (?:his|her|my)|will|did|does|in (?:unit|block|room|flat|[0-9])|of (?:unit|block|room|flat)|at (?:unit|block|[0-9])|refus\w+|shout\w*|play\w*|left|took|threw|smok\w+|again|never|always|also|still|got|fell|broke|hit|scratched|blocked|helped|handled|promised|apologi\w+|checked|visited|answered|agreed|moved|let|hung|drilled|bought|owns?|rents?|thanks|would|can|could|wrote|saw|found|stopped|went|spoke|works?)\b)"
)


def find_latin_names(reading: Reading) -> Iterator[Found]:
    """Every person a text names in Latin letters."""
    find = _in_english if reading.lang == "en" else _in_chinese
    for start, end in find(reading.plain):
        yield start, end, FindingKind.NAME


def _in_english(text: str) -> Iterator[tuple[int, int]]:
    for match in _TITLED.finditer(text):
        if _is_person(match["title"], match["it"]):
            yield match.span()
    for match in _SURE_CUED.finditer(text):
        yield from _names_in(match)
    for pattern in (_SUFFIXED, _INITIALS):
        yield from (match.span("it") for match in pattern.finditer(text))
    words = list(_WORD.finditer(text))
    for index, word in enumerate(words):
        if _unexplained(text, word, words[index + 1] if index + 1 < len(words) else None):
            yield word.span()


_REAL_TITLES: Final = frozenset(
    "mr mrs ms miss mx dr prof auntie aunty aunt uncle grandma grandpa granny lao xiao ah".split()
)


def _is_person(title: str, name: str) -> bool:
    """Mr K is a person; Old Building is none."""
    if title.lower() in _REAL_TITLES:
        return name.split()[0].lower() not in COMMON or len(name.split()[0]) <= 6
    return not _ordinary(name.split()[0].lower())


def _names_in(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    first = match["it"].split()[0].lower()
    if first not in COMMON or first in WORD_NAMES:
        yield match.span("it")


def _ordinary(word: str) -> bool:
    bare = word.removesuffix("'s").removesuffix("’s")
    return any(
        form in COMMON or form in VOCABULARY or form in PROPER or form in ABBREVIATIONS
        for form in (bare, bare.removesuffix("s"), bare.removesuffix("es"), *bare.split("-"))
        if form
    )


def _unexplained(text: str, word: re.Match[str], following: re.Match[str] | None) -> bool:
    """A capitalised word that only a name explains."""
    written = word.group()
    lower = written.lower().removesuffix("'s").removesuffix("’s")
    if written.islower():
        return lower in FIRST_NAMES - WORD_NAMES and not _ordinary(lower) and not is_pinyin_name(lower)
    if not written[0].isupper() or len(lower) < 2 or (written.isupper() and len(written) <= 5):
        return written.isupper() and lower in FIRST_NAMES and len(written) > 2
    starts = bool(_SENTENCE.search(text[max(0, word.start() - 5) : word.start()]))
    if lower in WORD_NAMES:
        return _word_is_name(text, word, following, starts)
    if lower in FIRST_NAMES:
        return True
    if _ordinary(lower):
        return False
    if not starts:
        return True
    if _next_is_name(following) or is_pinyin_name(lower):
        return True
    return not lower.endswith(_SUFFIXES) and bool(_PERSON_ACTS.match(text, word.end()))


def _next_is_name(following: re.Match[str] | None) -> bool:
    return bool(following and following.group()[0].isupper() and not _ordinary(following.group().lower()))


def _word_is_name(text: str, word: re.Match[str], following: re.Match[str] | None, starts: bool) -> bool:
    """Will, May, Rose: a name in the middle of a sentence, or where a person acts."""
    if _next_is_name(following):
        return True
    if word.group().lower() in _CALENDAR:
        return False
    return bool(_PERSON_ACTS.match(text, word.end())) if starts else True


_CALENDAR: Final = frozenset(
    {"may", "april", "june", "august", "summer", "autumn", "sunday", "march", "january"}
)
_LATIN: Final = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z'’.\-]*(?:[ ][A-Z][a-z]+)?(?![0-9@_])")


def _in_chinese(text: str) -> Iterator[tuple[int, int]]:
    """Latin words in a Chinese text: Tony 卢, Kevin, ZHANG Wei, zhangwei."""
    for match in _LATIN.finditer(text):
        parts = re.findall(r"[A-Za-z]+", match.group())
        if not all(_latin_is_ordinary(part) for part in parts):
            end = match.end()
            joined = re.match(r"[ ]?[一-鿿](?=说|[，。、；！？,.;!? ]|$)", text[end : end + 3])
            yield (
                match.start(),
                end + (len(joined.group()) if joined and parts[0].lower() in FIRST_NAMES else 0),
            )


def _latin_is_ordinary(word: str) -> bool:
    lower = word.lower()
    if lower in ABBREVIATIONS or len(word) == 1 or (lower in PROPER and lower not in FIRST_NAMES):
        return True
    if lower in FIRST_NAMES:
        return False
    return word.islower() and lower in COMMON
