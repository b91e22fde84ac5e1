"""Particulars that somebody wrote into a free text: a second phone, a plate, the flat above.

They are found by the detectors of the text scan, and looked for like those she gave where she was asked. Short numbers are
left out: they are hotlines and counts far more often than somebody's.
"""

import re
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from generator.disclosure.scan import FindingKind, PrivateValues
from generator.disclosure.scan.homes.parking import find_parking
from generator.disclosure.scan.known.addresses import registered
from generator.disclosure.scan.known.notations import compacted
from generator.disclosure.scan.known.parts import FIGURES
from generator.disclosure.scan.known.told_homes import Address, addresses
from generator.disclosure.scan.numbers.contacts import find_contacts
from generator.disclosure.scan.numbers.numbers import PROVINCES, find_numbers
from generator.disclosure.scan.reading import Found, Reading, read

_FIELDS: Final = {
    FindingKind.PHONE: "phone",
    FindingKind.LANDLINE: "landline",
    FindingKind.ID: "id_number",
    FindingKind.BANK: "bank",
    FindingKind.PLATE: "plate",
    FindingKind.PARKING: "parking",
    FindingKind.CERTIFICATE: "certificate",
    FindingKind.EMAIL: "email",
    FindingKind.WECHAT: "wechat",
    FindingKind.QQ: "qq",
}
"""Where `PrivateValues` has what a detector found."""
_DETECTORS: Final = (find_numbers, find_parking, find_contacts)
_FEWEST: Final = {FindingKind.PHONE: 7, FindingKind.LANDLINE: 7, FindingKind.ID: 6, FindingKind.BANK: 12}
"""Figures below which a number tells nobody."""
_FIGURE: Final = re.compile("[0-9]")
_ANY: Final = rf"[0-9０-９{FIGURES}①-⑨⓪]"
_PERHAPS: Final = re.compile(
    rf"(?:{_ANY}.{{0,3}}){{6}}{_ANY}|[{PROVINCES}].?[A-Za-z]|[车泊]位|[@＠]|微|信|扣|[qv]|wx|mail|邮|"  # noqa: RUF001
    rf"{_ANY}[ ]?(?:[栋幢座楼号弄单室户房铺门区期#/-]|[A-Za-z])|[铺墅拼楼]|block|flat|unit|room|villa|shop",
    re.I,
)
"""A first look: what none of this stands in tells nothing."""


@lru_cache(maxsize=200_000)
def particulars_in(text: str) -> tuple[PrivateValues, ...]:
    """Each as a person of its own; the same text is read once, however often the register changes."""
    if not _PERHAPS.search(text):
        return ()
    reading = read(text, "zh")
    numbers = [found for detect in _DETECTORS for found in detect(reading)]
    taken = {place for start, end, _ in numbers for place in range(start, end)}
    return tuple(dict.fromkeys((*_numbers(reading, numbers), *_homes(reading, taken))))


def _numbers(reading: Reading, numbers: Iterable[Found]) -> Iterator[PrivateValues]:
    for start, end, kind in numbers:
        written = reading.plain[start:end]
        if kind in _FIELDS and _tells(kind, written):
            particular: dict[str, Any] = {_FIELDS[kind]: written}
            yield PrivateValues(**particular)


def _tells(kind: FindingKind, written: str) -> bool:
    """Whether it is long enough; a name of an account has a figure, or it may be a word of a program."""
    if kind is FindingKind.WECHAT:
        return _FIGURE.search(written) is not None
    return len(_FIGURE.findall(compacted(written))) >= _FEWEST.get(kind, 0)


def _homes(reading: Reading, taken: Container[int]) -> Iterator[PrivateValues]:
    for told in addresses(reading.plain.lower()):
        if told.told and told.start not in taken:
            spelled = (str(told), f"别墅{told.door}号", f"商铺{told.door}")
            yield from (PrivateValues(room=room) for room in spelled if _is(told, room))


def _is(told: Address, room: str) -> bool:
    return any(known.keys == told.keys for known in registered(room))
