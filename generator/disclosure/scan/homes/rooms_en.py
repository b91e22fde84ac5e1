"""Detector of homes in English: Room 1204 of Block 5, Unit 2B, Tower 3 Flat 1105, #12-03, the man in 4C."""

import re
from collections.abc import Iterator
from typing import Final

from generator.disclosure.scan.reading import Found, Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.openings import gated
from generator.disclosure.scan.words.patterns import alternatives, parts, words

_BLOCK: Final = words("block blk building bldg tower villa")
_ROOM: Final = words("unit flat apartment apt room rm suite")
_DOOR: Final = alternatives(_ROOM, "door", "no", "number")
_NUMBERED: Final = r"[.,]?[ ]?(?:no\.?[ ]?|number[ ]|#)?"
_LABEL: Final = r"(?:[0-9]{1,4}[a-z]?(?:[\-/][0-9]{1,4}[a-z]?){0,2}|[a-h](?:[\-]?[0-9]{1,4}[a-z]?)?)"
_SPELLED: Final = words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
_STOREY: Final = alternatives(
    "[0-9]{1,2}(?:st|nd|rd|th)[ ]floor", "(?:top|ground)[ ]floor", "floor[ ][0-9]{1,2}"
)
_OF: Final = r"(?:[ ]?,?[ ]?(?:of|in|at)[ ](?:the[ ])?)?"

_BEFORE_BLOCK: Final = rf"(?:{_DOOR}[.#]?[ ]?#?[ ]?)?(?:[0-9]{{1,4}}[a-z]?{_OF}[ ]?,?[ ]?)?"
_ENTRANCE: Final = rf"(?:(?:unit|entrance|stair)[ ]?{_LABEL}[ ,]{{1,3}})?"
_INSIDE: Final = alternatives(
    rf"(?:{_DOOR}[.#]?|#)[ ]?#?{_LABEL}", "[0-9]{3,4}[a-z]?", r"[0-9]{1,2}[a-z]\b", _STOREY
)
_BUILDING: Final = gated(
    rf"\b(?P<home>{_BEFORE_BLOCK}{_BLOCK}{_NUMBERED}(?:{_LABEL}|{_SPELLED}\b)(?:[ ,]{{1,3}}{_ENTRANCE}{_INSIDE}|[\-/][0-9]{{3,4}})?)(?![0-9a-z])"
)
_ROOM_ONLY: Final = re.compile(
    rf"\b(?P<home>{_ROOM}[.#]?[ ]?(?:no\.?[ ]?|number[ ]|#)?{_LABEL}(?:[ ,]{{1,2}}(?:of|in|at)?[ ]?(?:the[ ])?{_BLOCK}[ ]?{_LABEL})?)(?![0-9a-z])"
)
_SHORT: Final = gated(
    r"(?<![0-9a-z])(?P<hash>#[ ]?[0-9]{1,3}-[0-9]{1,4}[a-z]?)"
    r"|(?<![0-9a-z])(?P<subject>[0-9]{1,2}[a-h])(?= (?:has|have|is|was|keeps?|who|and|again|on)\b)"
    r"|\b(?:in|at|from|of|to|near|below|above|outside) (?P<place>[0-9]{1,2}[a-h])\b"
    r"|\b(?:upstairs|downstairs|next door|across the hall|opposite|lives?|living) (?:in|at) (?P<door>[0-9]{3,4}[a-z]?)(?![0-9a-z%])"
)
_FROM: Final = re.compile(
    r"\b(?:noise|noises|leak|leaks|water|smell|smells|smoke|music|shouting|barking|banging|drilling|came|comes|coming|dripping) from (?P<door>[12][0-9]0[1-9]|[12][0-9]1[0-9])(?![0-9a-z%])"
)
"""Noise from 2003: what makes noise is no year."""
_ACTS: Final = re.compile(
    r"(?:^|(?<=[.;:!?,] ))no\.? ?(?P<no>[1-9][0-9]?(?:0[1-9]|1[0-9]))(?= (?:leaks?|has|is|was|keeps?|and|smells?|plays?|parks?|again|still|did|does|said|says|owes?|never|always)\b)"
    r"|(?:^|(?<=[.;:!?,] ))(?P<house>(?:no\.?|number|house) ?[1-9][0-9]{0,3})(?= (?:leaks?|keeps?|smells?|plays?|parks?|owes?|never|always|says|said|throws?|people|kids|dogs?|tenants?)\b)"
    r"|(?:^|(?<=[.;:!?,] ))(?P<door>[1-9][0-9]?(?:0[1-9]|1[0-9]))(?= (?:people|cars?|kids?|dogs?|pumps?|tenants?|guests?|visitors?|music|noise|pipes?)(?: noise)? (?:shout|scream|block|fight|bark|smoke|party|knock|bang|run|leak|argue|sing|sit|stand|park|make|leave|(?:all|at|every) night)s?\b)"
)
"""No 501 leaks, 1203 people shout at night: what does it still is a door; 1203 people voted are counted."""
_ONLY: Final = re.compile(
    r"\b(?P<which>(?:the penthouse|(?:corner|end|last|only) (?:flat|apartment)|(?:flat|apartment) with the (?:red|blue|green|yellow|black|white) door))\b"
)
"""Told by its place: there is one."""
_FLOOR: Final = re.compile(
    rf"\b(?P<floor>(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{words('top ground first second third fourth fifth sixth seventh eighth ninth tenth')})[ -]floor)"
    rf"(?= {words('neighbour neighbor resident tenant owner family couple lady man woman guy')})"
)


def find_english_homes(reading: Reading) -> Iterator[Found]:
    """Every home an English text points to."""
    for pattern in (_BUILDING, _ROOM_ONLY, _SHORT, _FROM, _ACTS, _ONLY, _FLOOR):
        yield from ((start, end, FindingKind.ROOM) for start, end in parts(pattern, reading.numbers))


_ANY_STOREY: Final = re.compile(
    rf"\b(?P<floor>(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{words('second third fourth fifth sixth seventh eighth ninth tenth')})[ -]floor|floor[ ][0-9]{{1,2}})"
    rf"(?! {words('lobby corridor hallway hall landing roof meeting office toilet toilets lights lamp lamps garden terrace slab ceiling')})"
)


def find_doubtful_english_storeys(reading: Reading) -> Iterator[Found]:
    """Somebody's floor: to the 9th floor."""
    yield from ((*found, FindingKind.ROOM) for found in parts(_ANY_STOREY, reading.numbers))
