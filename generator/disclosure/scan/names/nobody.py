"""What has the shape of a name and is none: a part of a set phrase, a street, a deed and how often it was done."""

from typing import Final

from generator.disclosure.scan.names.seams import names_a_seam
from generator.disclosure.scan.reading import Reading
from generator.disclosure.scan.words import things, turns

_LONGEST_FAILING: Final = 3
_CALLED: Final = frozenset("名叫称号是")


def names_nobody(reading: Reading, start: int, end: int) -> bool:
    """Whether a range that a detector took for a name is an ordinary part of its sentence."""
    text = reading.plain
    return (
        reading.within_word(start, end)
        or names_a_seam(reading, start, end)
        or _is_a_place(text, start, end)
        or any(turn.match(text, start) for turn in (*turns.BEGINNINGS, *things.BEGINNINGS))
        or any(turn.fullmatch(text, start, end) for turn in turns.WHOLE)
        or _is_a_unit(reading, start)
        or _is_a_dog(text, start, end)
        or _is_a_look(text, start, end)
        or _is_a_title(text, start, end)
        or (end - start <= _LONGEST_FAILING and turns.FAILS.match(text, start) is not None)
        or (end - start == 2 and turns.TO_A_DEGREE.match(text, start) is not None)
    )


def _is_a_look(text: str, start: int, end: int) -> bool:
    """燕麦色, 宫格形."""
    return turns.LOOK.match(text, end) is not None or (end - start > 2 and text[end - 1] in "色形式")


def _is_a_title(text: str, start: int, end: int) -> bool:
    """《黄河》: all that the marks of a work hold, and not what somebody is called by."""
    whole = text[start - 1 : start] == "《" and text[end : end + 1] == "》"
    return whole and text[start - 2 : start - 1] not in _CALLED


def _is_a_place(text: str, start: int, end: int) -> bool:
    """青羊区, 黄石路, 杨家坪: what is called after a family is no person, unless something is done there by one."""
    return bool(turns.STREET.fullmatch(text, start, end) and turns.STREET.match(text, start)) or (
        turns.BEHIND_STREET.match(text, end) is not None
    )


def _is_a_dog(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - turns.DOGS_REACH) : start] + text[end : end + turns.DOGS_REACH]
    return turns.BIG_DOG.fullmatch(text, start, end) is not None and turns.OF_DOGS.search(around) is not None


def _is_a_unit(reading: Reading, start: int) -> bool:
    """2021年|通过, but 2021年|小|西|搬来: before a word, or a unit that is hardly anything else."""
    behind = start + 1
    return turns.BEHIND_A_FIGURE.match(reading.plain, start) is not None and (
        reading.plain[start] in turns.UNITS or reading.words[behind] > behind + 1
    )
