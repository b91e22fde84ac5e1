"""One-time codes of a survey: drawn, printed on slips, typed by residents; only a keyed hash is ever kept.

Eleven Crockford characters (55 bits) and a check character by the hybrid system of ISO 7064 with 32 characters,
which finds every single wrong character. Shown 4-4-4.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from register.keys import Draw, Keys
from register.numbers import CROCKFORD, squeeze
from register.surveys.survey import Survey

REPLACED_AT_LEAST = 10
_RANDOM = 11
_BASE = len(CROCKFORD)


@dataclass(frozen=True, repr=False)
class Slip:
    """What one household's slip says. A QR code may hold the address, never the code: that is typed."""

    code: str
    address: str
    closes: date


def most_codes(households: int) -> int:
    """One for every home, and one in twenty (ten at least) for slips that were lost: more would be answers of nobody."""
    return households + max(REPLACED_AT_LEAST, households // 20)


def make_codes(count: int, draw: Draw) -> tuple[str, ...]:
    """So many different codes, freshly drawn."""
    codes: dict[str, None] = {}
    while len(codes) < count:
        codes[_code(draw(8))] = None
    return tuple(codes)


def parse_code(typed: str) -> str | None:
    """The 12 characters meant, or None; spaces, dashes, full width and small letters are fine, I, L, O are 1, 1, 0."""
    code = squeeze(typed).replace("O", "0").replace("I", "1").replace("L", "1")
    if len(code) != _RANDOM + 1 or not set(code) <= set(CROCKFORD):
        return None
    return code if _check(code[:-1]) == code[-1] else None


def show_code(code: str) -> str:
    return "-".join(code[i : i + 4] for i in range(0, len(code), 4))


def code_tag(keys: Keys, survey: str, code: str) -> str:
    """The keyed hash kept in the code's place; a code of another wave has another."""
    return keys.tag(f"survey-code/{survey}", code.encode("ascii")).hex()


def slips(survey: Survey, codes: Sequence[str], origin: str) -> tuple[Slip, ...]:
    """The slips to print, one a household; `origin` is the public address of the forms."""
    address = f"{origin}/f/survey/{survey.id}"
    return tuple(Slip(show_code(code), address, survey.closes) for code in codes)


def _code(drawn: bytes) -> str:
    value = int.from_bytes(drawn)
    body = "".join(CROCKFORD[value >> 5 * place & 31] for place in range(_RANDOM))
    return body + _check(body)


def _check(body: str) -> str:
    remainder = _BASE
    for char in body:
        remainder = (remainder + CROCKFORD.index(char)) % _BASE or _BASE
        remainder = remainder * 2 % (_BASE + 1)
    return CROCKFORD[(_BASE + 1 - remainder) % _BASE]
