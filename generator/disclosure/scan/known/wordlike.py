"""Whether two people may say that a name of the register is no name where it stands: a summary would not get on otherwise.

Anybody can give a piece of an everyday sentence as her name (后已更 of 报修后已更换). These are let to two people:

* what begins like a surname and is cut out of words (后|已|更换), if it is far less likely as a name than they are;
* what begins like a surname and is one word (松动, 车辆), or a little word and one (由|业主), and has a character behind the surname
  that is in no given name;
* what begins like no surname (不及时), if words explain all of it and one of its characters is in no given name.

Some who are called like a word that no list of names has are among them (丰收, 石榴). So it is never silent: author and reviewer say it
of one phrase in one summary.
"""

import re
from typing import Final

from generator.disclosure.scan.known.notations import Notation, split_name
from generator.disclosure.scan.known.standing import LITTLE
from generator.disclosure.scan.names.division import left_over
from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.spans import FindingKind
from generator.disclosure.scan.words.name_costs import SHORTEST, in_no_given_name, name_cost
from generator.disclosure.scan.words.surnames import COMPOUND, SINGLE
from generator.disclosure.scan.words.titles import PREFIXES, SHORT_HONORIFICS

_CHINESE: Final = re.compile("[一-鿿]+")
_TITLES: Final = frozenset(SHORT_HONORIFICS) | {"师", "班"}
_MUCH: Final = 11
_MUCH_WEAKER: Final = 25
"""Bits; the likeliest name of the register that stood across words had ten (云海 in 云海报), the likeliest given name nineteen (建国家)."""


def is_wordlike(reading: Reading, start: int, end: int, notation: Notation) -> bool:
    """`start` and `end` are positions of the folded text."""
    written = reading.plain[start:end]
    if notation.kind is not FindingKind.NAME or notation.titled or not _CHINESE.fullmatch(written):
        return False
    if notation.weak:
        return _is_given_name(written) and _is_word(reading, start, end, written, _MUCH_WEAKER)
    surname, given = split_name(written)
    if surname not in SINGLE and surname not in COMPOUND:
        return in_no_given_name(written) and _is_explained(reading, start, end)
    return 0 < len(given) <= SHORTEST and _is_word(reading, start, end, given, _MUCH)


def _is_word(reading: Reading, start: int, end: int, given: str, margin: int) -> bool:
    if _is_cut(reading, start, end):
        return _margin(reading, start, end) <= -margin
    first = start + 1 if reading.plain[start] in LITTLE and reading.words[start] == start + 1 else start
    return reading.words[first] == end and end - first >= SHORTEST and in_no_given_name(given)


def _is_given_name(written: str) -> bool:
    """Two characters, and no title or nickname."""
    familiar = written[0] in PREFIXES or written[-1] in _TITLES or written[0] == written[-1]
    return len(written) == SHORTEST and not familiar


def _is_explained(reading: Reading, start: int, end: int) -> bool:
    """Whether no character of it is left over by the words of the text (额|尔|敦)."""
    alone = (at for at in range(start, end) if reading.words[at] == at + 1 and _stands_alone(reading, at))
    return not any(left_over(reading.plain[at]) for at in alone)


def _stands_alone(reading: Reading, at: int) -> bool:
    return at == 0 or reading.words[at - 1] == at


def _is_cut(reading: Reading, start: int, end: int) -> bool:
    """Whether a word of the likeliest division goes on over one of its ends."""
    words = reading.words
    return words[end - 1] > end or (start > 0 and words[start - 1] > start)


def _margin(reading: Reading, start: int, end: int) -> int:
    """What the words cost less what the name costs, in bits."""
    priced = reading.priced
    words = priced.behind[0] - priced.before[start] - priced.behind[end]
    return words - name_cost(reading.plain[start:end])
