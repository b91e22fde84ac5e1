"""Whether words of a case are public words: whoever pastes a notice into her form, or guesses the next one, stops no build.

Letters of a quotation count as somebody's own only where no public text has them in the same company, four by four. So what is
put together from public sentences is public too: a page that was never there before consists of them.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import compress
from operator import not_
from typing import Final

from generator.disclosure.leakscan.sitefiles import blocks, readings
from generator.disclosure.leakscan.wordings import cut_at_marks, letters, weight
from generator.disclosure.scan.folding import spelled_plainly

_COMPANY: Final = 8
"""What a piece must weigh to say that its letters are public: four characters, or eight Latin letters."""
_OWN: Final = 12
"""What may be left of a quotation that no public text explains."""
_FILLED: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{[^{}]*\}")
"""Where a template is filled in."""


Texts = Callable[[], Iterable[str]]


@dataclass
class PublicWords:
    """The letters of all that is public. Each of the `sources` is read when those before it do not explain all."""

    sources: tuple[Texts, ...]
    _read: dict[Texts, tuple[str, frozenset[str]]] = field(default_factory=dict)
    _explained: dict[str, bool] = field(default_factory=dict)

    def explain(self, said: str) -> bool:
        """Whether so little is left of a stretch of letters that it is nobody's own."""
        if said not in self._explained:
            self._explained[said] = self._explain(said)
        return self._explained[said]

    def _explain(self, said: str) -> bool:
        public = [False] * len(said)
        for source in self.sources:
            known, sentences = self._letters(source)
            if said in sentences or said in known:
                return True
            for start, end in _pieces(said):
                if not all(public[start:end]) and said[start:end] in known:
                    public[start:end] = [True] * (end - start)
            if weight("".join(compress(said, map(not_, public)))) < _OWN:
                return True
        return False

    def _letters(self, source: Texts) -> tuple[str, frozenset[str]]:
        """All that is written there, and each sentence of it."""
        if source not in self._read:
            known = _letters_of(source())
            self._read[source] = known, frozenset(cut_at_marks(known))
        return self._read[source]


def _letters_of(texts: Iterable[str]) -> str:
    """The letters of texts as they are written and as they are read, each block once."""
    read = {
        reading
        for block in {block for text in texts for block in blocks(text)}
        for reading in readings(block)
    }
    filled = {_FILLED.sub("", reading) for reading in read if "{" in reading}
    return letters(spelled_plainly("¦".join(read | filled)))


def _pieces(said: str) -> Iterable[tuple[int, int]]:
    """The shortest stretches that count, one for each place at which one begins."""
    end = 0
    for start in range(len(said)):
        while end < len(said) and weight(said[start:end]) < _COMPANY:
            end += 1
        if weight(said[start:end]) >= _COMPANY:
            yield start, end
