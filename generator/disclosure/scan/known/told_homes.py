"""The homes that a text tells: 17栋（3单元）的1904, 1904室（17栋3单元）, Block 17, Flat 1904.

A home is a building and a door; unit and phase tell it apart only where both sides name one. What is too short to be told
from a count, a date or a bare number (5-2, 6号, 1203) is none, unless words say that it is (5栋2号, 别墅6号).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.disclosure.scan.known.parts import Label, Part, chains
from generator.disclosure.scan.words.quantities import FIXTURES


@dataclass(frozen=True, slots=True)
class Address:
    """A home that a text tells, and where; it is `told` where nothing else could be meant."""

    building: str
    door: str
    unit: str = ""
    phase: str = ""
    start: int = 0
    told: bool = True

    @property
    def keys(self) -> set[tuple[str, str]]:
        """What it is looked up by: 甲单元1203 may be all that the register has."""
        return {(self.building, self.door)} | ({(_of_unit(self.unit), self.door)} if self.unit else set())

    def agrees(self, other: "Address") -> bool:
        """Whether unit and phase are the same, or one of both does not say."""
        pairs = ((self.unit, other.unit), (self.phase, other.phase))
        return all(not mine or not its or mine == its for mine, its in pairs)

    def __str__(self) -> str:
        return "-".join(filter(None, (self.phase, self.building, self.unit, self.door)))


def addresses(text: str) -> Iterator[Address]:
    """Every home that a folded text of small letters tells, and what could be one."""
    for chain in chains(text):
        yield from _Chain(_groups(chain)).read()


def _groups(chain: Sequence[Part]) -> list[list[Part]]:
    """The parts of a chain; numbers without words that dashes join to what follows stand together: [17, 3, 1904室]."""
    groups: list[list[Part]] = []
    for part in chain:
        if groups and part.dashed and groups[-1][-1].label is Label.BARE and len(groups[-1]) < _MOST:
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


_MOST: Final = 4
_LEVELS: Final = frozenset("顶底首")
_LONG: Final = re.compile("[0-9]{3,4}[a-z]?")
_STRONG: Final = re.compile("[0-9]{3,4}[a-z]?|[0-9]{1,2}[a-z]|[a-z][0-9]{1,4}[a-z]?|ph|.*[东西南北中左右]")
LETTERED: Final = re.compile("(?=.*[0-9])(?=.*[a-z])[0-9a-z]{2,6}")
_BUILDING: Final = re.compile("[0-9]{1,3}[a-z]?|[a-z][0-9]{0,2}")
_COUNTED: Final = re.compile("[家间个户套处米平元年月日件次部台人辆位天名%]")
_FIXTURE: Final = re.compile(f"{FIXTURES}|[一-鿿]?(?:电梯|[梯泵机门线井阀车柜路箱灯])")
_LISTED: Final = re.compile("[、,和及与或]|and")
_TELLS_A_DOOR: Final = (Label.DOOR, Label.BARE, Label.SIDE, Label.NUMBER, Label.SUITE)
_GOES_INSIDE: Final = (Label.UNIT, Label.STOREY, Label.LEVEL)


@dataclass
class _Chain:
    """What was read of a chain so far: each group of parts changes it, or tells a home."""

    groups: Sequence[Sequence[Part]]
    phase: str = ""
    building: str = ""
    unit: str = ""
    storey: str = ""
    doors: int = 0
    waiting: list[Part] = field(default_factory=list)
    """Doors whose building comes behind them."""

    def read(self) -> Iterator[Address]:
        for index, group in enumerate(self.groups):
            follows = self.groups[index + 1] if index + 1 < len(self.groups) else ()
            role = self._role(group[-1], follows)
            if len(group) > 1 and role in (Label.DOOR, Label.BARE):
                yield from self._dashed(group)
            else:
                yield from self._take(group, role, follows)
            yield from _of_a_kind(group[-1], follows)
        yield from self._left()

    def _role(self, part: Part, follows: Sequence[Part]) -> Label:
        """What the part is, here."""
        match part.label:
            case Label.LEVEL:
                return Label.STOREY if self.building else Label.BUILDING
            case Label.SUITE:
                inside = bool(follows) and follows[-1].label in (*_TELLS_A_DOOR, Label.STOREY)
                return Label.UNIT if inside and not _STRONG.fullmatch(part.code) else Label.DOOR
            case Label.NUMBER:
                return self._numbered(follows)
            case Label.SIDE:
                return Label.DOOR
            case label:
                return label

    def _numbered(self, follows: Sequence[Part]) -> Label:
        """6号1101室 is a house and a door, 38弄6号1101室 an entrance and a door, 18弄6号 a door."""
        behind = follows[0] if follows else None
        if behind is None or _LISTED.search(behind.joint):
            return Label.DOOR
        door = behind.label in (Label.DOOR, Label.BARE) and _LONG.fullmatch(behind.code)
        if self.building:
            return Label.UNIT if door else Label.DOOR
        return Label.BUILDING if door or behind.label in _GOES_INSIDE else Label.DOOR

    def _take(self, group: Sequence[Part], role: Label, follows: Sequence[Part]) -> Iterator[Address]:
        part = group[-1]
        match role:
            case Label.PHASE:
                self.phase, self.building, self.unit, self.storey = part.code, "", "", ""
            case Label.BUILDING:
                self.phase = group[0].code if len(group) > 1 else self.phase
                self.building, self.unit = part.code, ""
                self.storey = self.storey if self.waiting else ""
            case Label.UNIT:
                self.building = self.building or (group[0].code if len(group) > 1 else "")
                self.unit, self.storey = part.code, ""
            case Label.STOREY:
                self.storey = part.code
            case Label.DOOR:
                yield from self._door(part)
            case Label.BARE:
                yield from self._bare(part, follows)
            case _:
                pass

    def _bare(self, part: Part, follows: Sequence[Part]) -> Iterator[Address]:
        if self.building or self.unit or self.phase:
            yield from self._door(part)
        elif follows and follows[-1].label is Label.UNIT:
            self.building = part.code
        elif follows and follows[-1].label is Label.BUILDING and _LONG.fullmatch(part.code):
            self.waiting.append(part)

    def _door(self, part: Part) -> Iterator[Address]:
        if self.building or self.unit or self.phase:
            self.doors += 1
            yield self._at(part.code, part, self._is_told(part))
        else:
            self.waiting.append(part)

    def _at(self, code: str, part: Part, told: bool) -> Address:
        building = self.building or (_of_unit(self.unit) if self.unit else f"{self.phase}区")
        return Address(building, self._on_its_storey(code), self.unit, self.phase, part.start, told)

    def _is_told(self, part: Part) -> bool:
        """A short number is a door only where a word says so, and it is no lift's or lamp's."""
        if _STRONG.fullmatch(self._on_its_storey(part.code)):
            return True
        if part.label is Label.BARE or _FIXTURE.match(part.behind):
            return False
        return bool(self.building) or part.label is Label.NUMBER

    def _on_its_storey(self, code: str) -> str:
        """19楼04 is 1904, 10楼E室 is 10e, 4层东户 is 4东; 4楼402 says it twice."""
        if not self.storey or _LONG.fullmatch(code):
            return code
        if code.isdecimal():
            return f"{self.storey}{code:0>2}" if self.storey.isdecimal() else code
        return self.storey + code

    def _dashed(self, group: Sequence[Part]) -> Iterator[Address]:
        """Numbers that dashes join: behind a building unit and door (3栋1-2) or two doors; else a whole home."""
        if not (self.building and len(group) == 2):
            yield from self._whole(group)
            return
        first, last = group
        if _LONG.fullmatch(first.code):
            yield self._at(first.code, first, told=True)
            yield self._at(
                last.code if _LONG.fullmatch(last.code) else f"{first.code}-{last.code}", last, told=True
            )
            return
        self.unit = self.unit or first.code
        counted = _COUNTED.match(last.behind) or _FIXTURE.match(last.behind)
        yield self._at(last.code, last, told=bool(_STRONG.fullmatch(last.code)) or not counted)

    def _whole(self, group: Sequence[Part]) -> Iterator[Address]:
        codes = [part.code for part in group]
        if not _BUILDING.fullmatch(codes[0]):
            return
        unit = codes[1] if len(codes) > 2 else ""
        door = "-".join(codes[2:]) if len(codes) > 3 else codes[-1]
        told = _is_whole(group)
        yield Address(codes[0], door, unit, self.phase, group[0].start, told)
        if told:
            self.building, self.unit, self.storey = codes[0], unit, ""

    def _left(self) -> Iterator[Address]:
        """Doors in front of their building, lettered doors that need none, and the top floor of an entrance."""
        for door in self.waiting:
            if self.building or self.unit:
                yield self._at(door.code, door, self._is_told(door))
            elif LETTERED.fullmatch(door.code) and door.label in (Label.DOOR, Label.SUITE):
                yield Address("", door.code, start=door.start)
        if self.storey in _LEVELS and self.unit and not self.doors:
            yield self._at("", self.groups[-1][-1], told=True)


def _of_unit(unit: str) -> str:
    return f"{unit}单元"


def _is_whole(group: Sequence[Part]) -> bool:
    """Whether numbers that dashes join are a home by themselves and no date, count or version: 17-1904, 3-2-12, G12-3."""
    codes, last = [part.code for part in group], group[-1]
    dotted = any(mark in part.joint for part in group[1:] for mark in "._·")
    if dotted and not (len(group) == 3 and group[1].joint == group[2].joint):
        return False
    if _LONG.fullmatch(codes[min(2, len(codes) - 1)]) or (last.label is Label.DOOR and not dotted):
        return True
    digits = sum(character.isdecimal() for code in codes for character in code)
    if dotted or "/" in "".join(part.joint for part in group[1:]) or _COUNTED.match(last.behind):
        return False
    if len(group) > 2:
        return digits > 3
    return bool(LETTERED.search(codes[0])) and digits > 2 and len(last.joint) == 1


def _of_a_kind(part: Part, follows: Sequence[Part]) -> Iterator[Address]:
    """别墅18号, 18号别墅, 商铺S12, Villa 6: a villa or a shop by its number alone."""
    behind = follows[-1] if follows else None
    if part.label is Label.KIND:
        numbered = part if part.code else behind
        if numbered and not (numbered.label is Label.BARE and _COUNTED.match(numbered.behind)):
            yield from _kind(part.kind, numbered)
    elif behind and behind.label is Label.KIND and not behind.code and not behind.joint:
        yield from _kind(behind.kind, part)


def _kind(kind: str, part: Part) -> Iterator[Address]:
    if part.code:
        yield Address(kind, part.code, start=part.start)
    if LETTERED.fullmatch(part.code):
        yield Address("", part.code, start=part.start)
