"""The second factor: one-time codes of RFC 6238 and the recovery codes that stand in for a lost phone. Pure.

A code is six digits for half a minute (HMAC-SHA1, what every authenticator app knows). The half minutes before and after
count too, because phones and servers disagree; a code that was used is refused, and so is every older one.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final

import segno
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.totp import TOTP

from register.keys import Draw, Keys
from register.numbers import CROCKFORD, squeeze
from register.records import Record

DIGITS: Final = 6
SECONDS: Final = 30
DRIFT: Final = 1
SECRET_BYTES: Final = 20
RECOVERY_CODES: Final = 10
_RECOVERY_BITS: Final = 60
_NONCE: Final = 12
_LABEL: Final = "second-factor"


class SecondFactor(Record):
    """What is kept of it: the secret sealed, the number of the last half minute used, the recovery codes as SHA-256."""

    sealed: str
    last: int
    recovery: tuple[str, ...]


def draw_secret(draw: Draw) -> bytes:
    return draw(SECRET_BYTES)


def seal_secret(keys: Keys, account: str, secret: bytes, draw: Draw) -> str:
    """The secret as it is kept, in hex: without the key file a copy of the staff file opens nothing."""
    nonce = draw(_NONCE)
    sealed = ChaCha20Poly1305(keys.derive(_LABEL)).encrypt(nonce, secret, account.encode())
    return (nonce + sealed).hex()


def open_secret(keys: Keys, account: str, sealed: str) -> bytes | None:
    """The secret; None where it was sealed for another account or under another key."""
    try:
        data = bytes.fromhex(sealed)
        return ChaCha20Poly1305(keys.derive(_LABEL)).decrypt(data[:_NONCE], data[_NONCE:], account.encode())
    except (InvalidTag, ValueError):
        return None


def half_minute(secret: bytes, code: str, at: datetime) -> int | None:
    """The number of the half minute whose code this is, among the one now and its neighbours; else None."""
    now = int(at.timestamp()) // SECONDS
    totp = _totp(secret)
    for number in range(now - DRIFT, now + DRIFT + 1):
        try:
            totp.verify(squeeze(code).encode("utf-8", "replace"), number * SECONDS)
        except InvalidToken:
            continue
        return number
    return None


def code_at(secret: bytes, at: datetime) -> str:
    """The six digits an authenticator shows at a moment."""
    return _totp(secret).generate(int(at.timestamp())).decode()


def enrolled(sealed: str, half_minute_used: int, codes: Iterable[str]) -> SecondFactor:
    """A new second factor. The code that proved it counts as used."""
    return SecondFactor(sealed=sealed, last=half_minute_used, recovery=tuple(map(_digest, codes)))


def spent(second: SecondFactor, secret: bytes, code: str, at: datetime) -> SecondFactor | None:
    """What is left after this code was used; None where it is wrong, too old, or was used before."""
    number = half_minute(secret, code, at)
    if number is not None and number > second.last:
        return second.model_copy(update={"last": number})
    digest = _digest(code)
    if digest in second.recovery:
        left = tuple(kept for kept in second.recovery if kept != digest)
        return second.model_copy(update={"recovery": left})
    return None


def spending(
    keys: Keys, account: str, code: str, at: datetime
) -> Callable[[SecondFactor], SecondFactor | None]:
    """How an account's second factor is used up by this code, for whoever may write the staff file."""

    def use(second: SecondFactor) -> SecondFactor | None:
        secret = open_secret(keys, account, second.sealed)
        return spent(second, secret, code, at) if secret else None

    return use


def recovery_codes(draw: Draw) -> tuple[str, ...]:
    """Ten codes of 60 bits in three groups of four, each good for one sign-in."""
    return tuple(_grouped(int.from_bytes(draw(8)) >> 4) for _ in range(RECOVERY_CODES))


def in_groups(secret: bytes) -> str:
    """The secret as a person types it into an app that has no camera."""
    text = _totp(secret).get_provisioning_uri("x", None).partition("secret=")[2].partition("&")[0]
    return " ".join(text[i : i + 4] for i in range(0, len(text), 4))


def picture(secret: bytes, account: str, issuer: str) -> str:
    """The QR code of the secret as an SVG without script or style."""
    address = _totp(secret).get_provisioning_uri(account, issuer)
    return str(segno.make(address, error="m").svg_inline(omitsize=True, border=2))


def _totp(secret: bytes) -> TOTP:
    return TOTP(secret, DIGITS, SHA1(), SECONDS, enforce_key_length=False)  # noqa: S303  what RFC 6238 and the apps use


def _grouped(value: int) -> str:
    text = "".join(CROCKFORD[value >> shift & 31] for shift in range(_RECOVERY_BITS - 5, -1, -5)).lower()
    return "-".join(text[i : i + 4] for i in range(0, len(text), 4))


def _digest(code: str) -> str:
    """60 random bits need no slow hash."""
    return hashlib.sha256(f"recovery/{squeeze(code).lower()}".encode("utf-8", "replace")).hexdigest()
