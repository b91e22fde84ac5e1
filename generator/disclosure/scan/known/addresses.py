"""The homes of the register, found in whatever way a text tells them."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from generator.disclosure.scan.folding import fold
from generator.disclosure.scan.known.notations import compacted, home
from generator.disclosure.scan.known.parts import FIGURES
from generator.disclosure.scan.known.told_homes import LETTERED, Address, addresses

_FIGURES: Final = re.compile("[0-9]+")
_SAID_OTHERWISE: Final = re.compile(f"[{FIGURES}十百楼层顶底首]|floor|/f|[0-9]o")
"""Numerals, and storeys of which a door may be put together: 十九楼4, 19/F 04."""
_CODE: Final = re.compile("[a-z][0-9]{4}|[0-9]{4}[a-z]")
"""As many characters as an account needs to be looked for; S12 and 402A need a word that says what they are."""
_NAMED: Final = re.compile("[一-鿿]{1,6}[阁轩苑庭府邸寓居园坊庄楼堂][0-9]{3,4}(?:室|号|房)?")


class Addresses:
    """The homes of the register, to be asked for what a text tells."""

    def __init__(self, rooms: Iterable[str]) -> None:
        self._homes: dict[tuple[str, str], dict[Address, None]] = {}
        for room in dict.fromkeys(rooms):
            for address in registered(room):
                self._homes.setdefault((address.building, address.door), {})[address] = None

    def __bool__(self) -> bool:
        return bool(self._homes)

    def may_be_told(self, text: str) -> bool:
        """A first look at a folded text of small letters: whether it has the figures of a door, or what could stand for them."""
        if self._any_text or _SAID_OTHERWISE.search(text):
            return True
        return not self._figures.isdisjoint(figures.lstrip("0") or "0" for figures in _FIGURES.findall(text))

    @cached_property
    def _any_text(self) -> bool:
        """Whether there is a door without figures (东户)."""
        return not all(_FIGURES.search(door) for _, door in self._homes)

    @cached_property
    def _figures(self) -> frozenset[str]:
        return frozenset(_FIGURES.findall(door)[0] for _, door in self._homes)

    def find(self, text: str) -> Iterator[tuple[Address, int]]:
        """Each home of the register that a folded text of small letters tells, and where."""
        for address in addresses(text):
            if address.told:
                for known in self._known(address):
                    yield known, address.start

    def _known(self, address: Address) -> Iterator[Address]:
        for key in address.keys:
            yield from (known for known in self._homes.get(key, ()) if known.agrees(address))


def registered(room: str) -> Iterator[Address]:
    """The home that a resident gave, in the notation she chose. A single number is none."""
    text = fold(room).text.lower().strip()
    found = list(addresses(text))
    if LETTERED.fullmatch(text):
        found.append(Address("", text))
    if not any(one.building for one in found) and len(parts := home(text)) > 1:
        found.append(Address(parts[0], parts[-1], parts[1] if len(parts) == 3 else ""))
    for one in found:
        yield Address(one.building, one.door, one.unit, one.phase)


def spelled_out(room: str) -> str:
    """The compact spelling of a home that is found letter for letter, or nothing: B1201, 水岸阁1203."""
    text = compacted(room)
    return text if _CODE.fullmatch(text) or _NAMED.fullmatch(text) else ""
