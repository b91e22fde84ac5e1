"""Long lists in leaves of fifty: a page stays small on a slow phone, however long the estate lives."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

SIZE = 50
T = TypeVar("T")


@dataclass(frozen=True)
class Leaf(Generic[T]):
    """One page of a list: its number, counted from 1, of how many, and the items on it."""

    base: str
    number: int
    of: int
    items: Sequence[T]

    @property
    def address(self) -> str:
        return leaf_address(self.base, self.number)

    @property
    def addresses(self) -> list[tuple[int, str]]:
        """Every leaf of the list by number."""
        return [(number, leaf_address(self.base, number)) for number in range(1, self.of + 1)]


def leaf_address(base: str, number: int) -> str:
    """`outcomes/hygiene/`, then `outcomes/hygiene/2/`."""
    return base if number == 1 else f"{base}{number}/"


def leaves(base: str, items: Sequence[T], size: int = SIZE) -> list[Leaf[T]]:
    """The leaves of a list; an empty list has one, empty."""
    of = max(1, -(-len(items) // size))
    return [Leaf(base, number, of, items[(number - 1) * size : number * size]) for number in range(1, of + 1)]
