"""Since when the register has what was found in a text, and whose it is. Asked of what holds a text alone, so nothing is prepared."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.disclosure.scan.judged import Source
from generator.disclosure.scan.known.notations import Notation, compacted
from generator.disclosure.scan.words.pinyin import spell

Writer = Callable[[str], Iterable[Notation]]


class Sources:
    """The values of a world with what writes their notations, and where each was given (None: it was always there)."""

    def __init__(self, given: Mapping[tuple[Writer, str], Sequence[Source | None]]) -> None:
        self._given = given
        self._holding: dict[str, dict[tuple[Writer, str], None]] = {}
        for key in given:
            for mark in _marks(key[1]):
                self._holding.setdefault(mark, {})[key] = None
        self._told: dict[str, tuple[Source, ...]] = {}

    def of(self, text: str) -> tuple[Source, ...]:
        """The sources of every value that is written so (compact); none where one was always there, or nobody knows.

        Looks through all values that may be, once for a spelling.
        """
        if text not in self._told:
            found = {source for key in self._writing(text) for source in self._given[key]}
            known = sorted(source for source in found if source is not None)
            self._told[text] = () if None in found else tuple(known)
        return self._told[text]

    def _writing(self, text: str) -> Iterator[tuple[Writer, str]]:
        for write, value in self._candidates(text):
            if any(notation.text == text for notation in write(value)):
                yield write, value

    def _candidates(self, text: str) -> Iterable[tuple[Writer, str]]:
        """Figures stand in the value itself, letters begin with one of its own or of its pinyin, Chinese shares a character with it."""
        if text.isdecimal():
            return (key for key in self._holding.get(text[0], ()) if text in compacted(key[1]))
        marks = text[:1] if text.isascii() else text
        return dict.fromkeys(key for mark in marks for key in self._holding.get(mark, ()))


def _marks(value: str) -> set[str]:
    """The characters of a value, and the letters its pinyin begins with."""
    marks = set(compacted(value))
    return marks | {spelling[0] for mark in marks for syllables in spell(mark) for spelling in syllables}
