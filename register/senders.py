"""Who sent a case, as far as the register tells: how few is few is a matter of people, and one home may send five cases."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from register.case import Case, Contact
from register.numbers import squeeze
from register.publication import Stage, publication

NOBODY_KNOWN: Final = "-"
"""The sender of a case without contact details. All of these together are one: they may well be one person's."""
_PHONE_DIGITS: Final = 11
_TENS: Final = re.compile("([一二三四五六七八九])?十([一二三四五六七八九])?")
_FIGURES: Final = str.maketrans("零〇一二三四五六七八九", "00123456789")


def sender_of(case: Case) -> str | None:
    """A mark that is alike for cases of one home: by room, else phone, else name. Private, never kept.

    None for what two people withheld: four sham cases are no crowd for the fifth to stand in.
    """
    if publication(case).stage == Stage.WITHHELD:
        return None
    return _mark(case.contact) if case.contact else NOBODY_KNOWN


def senders(marks: Iterable[str | None]) -> frozenset[str]:
    """The different senders among the marks of cases."""
    return frozenset(mark for mark in marks if mark is not None)


def _mark(contact: Contact) -> str:
    parts = {"room": _room(contact.room), "phone": _phone(contact.phone), "name": squeeze(contact.name)}
    return next((f"{part} {value}" for part, value in parts.items() if value), NOBODY_KNOWN)


def _room(typed: str) -> str:
    """15栋2单元2703室, 十五栋二单元2703 and 15-2-2703 are one home: what counts are its figures and letters, if it has any."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    plain = _TENS.sub(lambda ten: f"{ten[1] or 1}{ten[2] or 0}", plain).translate(_FIGURES)
    return "-".join(re.findall(r"[0-9]+|[A-Z]+", plain)) or squeeze(typed)


def _phone(typed: str) -> str:
    """The digits without a country's code."""
    return re.sub(r"[^0-9]", "", squeeze(typed))[-_PHONE_DIGITS:]
