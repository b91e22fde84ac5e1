"""One spelling for every way of writing the same thing, with the way back to the original offsets.

Three readings of a text, each made in one pass:

* `fold` - NFKC, combining and zero-width marks out, traditional → simplified, circled and emoji digits → 0-9,
  any white space → one blank, letter-spaced words closed up; upper and lower case kept.
* `read_numbers` - the same length as the folded text; Chinese digits and the letters O, l, I inside a run
  of digits are written 0-9.
* `compact` - lower case, separators out, every digit-like character as a digit: for values searched whole.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from generator.disclosure.scan.characters import (
    CHINESE_DIGITS,
    INVISIBLE,
    KEYCAPS,
    LETTER_DIGITS,
    SEPARATORS,
    SIMPLIFIED,
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A reading of a text; character i of `text` stands for `original[starts[i]:ends[i]]`."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original that the range [start, end) of this reading stands for (not empty)."""
        return self.starts[start], self.ends[end - 1]

    def position(self, original: int) -> int:
        """Where the character at an index of the original is found in this reading."""
        return bisect_left(self.starts, original)

    def keep(self, indices: Iterable[int]) -> "Folded":
        """The reading of the characters at `indices` alone."""
        chosen = tuple(indices)
        return Folded(
            "".join(map(self.text.__getitem__, chosen)),
            tuple(map(self.starts.__getitem__, chosen)),
            tuple(map(self.ends.__getitem__, chosen)),
        )


def fold(text: str) -> Folded:
    """The plain reading of a text; an invisible mark belongs to the character before it."""
    if all(len(_FOLDS[ord(character)]) == 1 for character in set(text)):
        return _close_up(Folded(text.translate(_FOLDS), range(len(text)), range(1, len(text) + 1)))
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, character in enumerate(text):
        folded = _FOLDS[ord(character)]
        characters.extend(folded)
        starts.extend([index] * len(folded))
        ends.extend([index + 1] * len(folded))
        if not folded and ends:
            ends[-1] = index + 1
    return _close_up(Folded("".join(characters), tuple(starts), tuple(ends)))


def folded_text(text: str) -> str:
    """The text of `fold` without the offsets: enough to see whether there is anything to look for."""
    return _SPACED.sub(lambda spaced: spaced.group()[::2], spelled_plainly(text))


def spelled_plainly(text: str) -> str:
    """The same with letter-spaced words left as they are; compact, both are one."""
    return text.translate(_FOLDS)


Made = TypeVar("Made")


class _Table(dict[int, Made]):
    """What each code point becomes, worked out when it is met first; as many are kept as real texts need."""

    MOST: Final = 20_000

    def __missing__(self, code: int) -> Made:
        made = self.made(code)
        if len(self) < self.MOST:
            self[code] = made
        return made

    def made(self, code: int) -> Made:
        raise NotImplementedError


class _Folds(_Table[str]):
    """The plain reading of a character."""

    def made(self, code: int) -> str:
        return _fold_character(chr(code))


def _fold_character(character: str) -> str:
    if character in KEYCAPS:
        return KEYCAPS[character]
    if character.isspace():
        return " "
    if character in INVISIBLE or unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return ""
    value = unicodedata.numeric(character, None)
    if value is not None and value == int(value) and unicodedata.category(character) in ("Nd", "No"):
        return str(int(value))
    decomposed = unicodedata.normalize("NFKD", character)
    kept = (part for part in decomposed if unicodedata.category(part) not in ("Mn", "Me", "Cf"))
    return "".join(SIMPLIFIED.get(part, part) for part in kept)


_FOLDS: Final = _Folds()
_SPACED = re.compile(
    r"(?<![一-鿿0-9])[一-鿿0-9](?: [一-鿿0-9](?![一-鿿0-9]))+(?: [0-9〇零一二三四五六七八九十](?=[一-鿿]))?"
    r"|(?<=[一-鿿])[0-9〇零一二三四五六七八九十](?: [一-鿿0-9](?![一-鿿0-9])){3,}(?: [0-9〇零一二三四五六七八九十](?=[一-鿿]))?"
)


def _close_up(folded: Folded) -> Folded:
    """Closes up words that were letter-spaced: 十 栋 二 单 元."""
    blanks = {
        index
        for spaced in _SPACED.finditer(folded.text)
        for index in range(spaced.start() + 1, spaced.end(), 2)
    }
    if not blanks:
        return folded
    return folded.keep(index for index in range(len(folded.text)) if index not in blanks)


_DIGIT = "0-9" + "".join(sorted(CHINESE_DIGITS))
_LETTER = re.escape("".join(LETTER_DIGITS))
_DIGIT_RUN = re.compile(
    rf"(?<![A-Za-z周期拜])[{_DIGIT}{_LETTER}](?:[ \-–—_.·,，、/()*~]{{0,2}}[{_DIGIT}{_LETTER}])*"
)
_WHOLE: Final = 7
"""Digits of the shortest number of a telephone."""
_AS_DIGIT = CHINESE_DIGITS | LETTER_DIGITS
_MISTYPED = re.compile(rf"(?<=[0-9])[{_LETTER}]{{1,3}}(?![A-Za-z])|(?<![A-Za-z])[{_LETTER}]{{1,3}}(?=[0-9])")
_IDIOMS = re.compile("三三两两|一五一十|七七八八|九九归一|四四六六|三七二十一")


def read_numbers(text: str) -> str:
    """The folded text with spoken and mistyped digits written 0-9; the length is the same.

    Only runs of at least three digits are read so (七零二, 幺三八…, 18O2816O335); 三个 and 统一 stay words.
    """
    return _DIGIT_RUN.sub(_read_run, text)


def _read_run(match: re.Match[str]) -> str:
    run = match.group()
    digits = sum(character.isdecimal() or character in CHINESE_DIGITS for character in run)
    letters = sum(character in LETTER_DIGITS for character in run)
    if digits < 2 or digits + letters < 3 or _IDIOMS.search(run):
        return run
    behind = match.string[match.end() : match.end() + 1]
    number = _without_word_behind(run, behind)
    read = _MISTYPED.sub(
        lambda typed: _as_digits(typed.group()), _spoken(number) + run[len(number) :] + behind
    )
    return read[: len(run)]


_NUMBER_AND_WORD: Final = re.compile(rf"([^{''.join(CHINESE_DIGITS)}]*[0-9])[^0-9A-Za-z]{{1,4}}")
_COUNTED: Final = "直次天遍个回声再家会下旦起边点分"
_UNFINISHED: Final = re.compile("1[3-9][0-9]{7,8}|[1-9][0-9]{15,16}")
"""A mobile number or an identity number that lacks one digit or two."""


def _without_word_behind(run: str, behind: str) -> str:
    """13812345678|一直没人接, 1201|三次: behind a whole number in figures, or before what it counts, a numeral begins a word."""
    match = _NUMBER_AND_WORD.fullmatch(run)
    if match is None:
        return run
    digits = re.sub("[^0-9]", "", match[1])
    whole = len(digits) >= _WHOLE and not _UNFINISHED.fullmatch(digits)
    if whole:
        return match[1]
    return run[:-1] if behind and behind in _COUNTED else run


def _spoken(run: str) -> str:
    return "".join(CHINESE_DIGITS.get(character, character) for character in run)


def _as_digits(letters: str) -> str:
    return "".join(LETTER_DIGITS[letter] for letter in letters)


def compact(folded: Folded) -> Folded:
    """The reading without separators, in lower case, all digit-like characters as digits."""
    kept = [index for index, character in enumerate(folded.text) if character not in SEPARATORS]
    short = folded.keep(kept)
    return Folded(compact_text(short.text), short.starts, short.ends)


def compact_text(text: str) -> str:
    """The text of `compact` without the offsets: for a value of the register, or before anything is found; `text` is folded."""
    return text.lower().translate(_COMPACT)


class _Compacts(_Table[str | int | None]):
    """What a folded character is in the compact reading; most are themselves."""

    def made(self, code: int) -> int:
        return code


_COMPACT: Final = _Compacts(str.maketrans({**_AS_DIGIT, **dict.fromkeys(SEPARATORS, None)}))
