"""Names that are nothing but everyday words: whoever calls himself 物业服务 or will hunter stops no page with it."""

from generator.disclosure.scan import FindingKind
from generator.disclosure.scan.names.division import left_over
from generator.disclosure.scan.words.english_lexicon import in_dictionary
from generator.disclosure.scan.words.lexicon import words
from generator.disclosure.scan.words.surnames import COMPOUND, SINGLE


def is_everyday(value: str, kind: FindingKind) -> bool:
    """A name that is made of ordinary words alone (物业服务, will hunter) tells nothing where it stands.

    What has the shape of a person's name must be one single word (高峰, 安宁): 周建国 is three words that are met every
    day and still somebody. The scan of the site tells of those that pass.
    """
    if kind is not FindingKind.NAME:
        return False
    if value.isascii():
        return in_dictionary(value)
    ends, start = words(value), 0
    if is_shaped_like_a_name(value):
        return ends[0] == len(value)
    while start < len(value):
        if ends[start] == start + 1 and (left_over(value[start]) or len(value) < 3):
            return False
        start = ends[start]
    return True


def is_shaped_like_a_name(value: str) -> bool:
    """A surname and one or two characters."""
    return (value[:1] in SINGLE and len(value) <= 3) or (value[:2] in COMPOUND and len(value) <= 4)
