"""What two people judged of a text before the register knew more: a value that came later cannot be what it leaks.

Whoever sends a form with a piece of an approved sentence as her name holds nothing back with it. The values of the case itself,
and of cases that are linked with it, hold whenever they came: the office may have known them without the register.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Since when the register has a value, and of which cases: the one it was given in, and those linked with it."""

    since: datetime
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A text that a second person approved at a moment; `words` are what both say is no name in it, `case` is whose it is."""

    at: datetime
    case: str
    words: frozenset[str] = frozenset()

    def came_later(self, sources: Sequence[Source]) -> bool:
        """Whether a value was unknown then, wherever it comes from. What has no source was always known."""
        return bool(sources) and all(
            source.since > self.at and self.case not in source.cases for source in sources
        )
