"""Seals: the address of a receipt, which only we can open and only for half an hour; and the seal of a checked page."""

import base64
import binascii
import hmac
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from register.keys import Draw, Keys
from register.receipt import Receipt
from register.records import canonical

OPENS_FOR = timedelta(minutes=30)
NONCE = 12
LONGEST = 400
_LABEL = b"receipt-view/1"


class ViewForged(Exception):
    """An address that we did not seal, or not whole."""


class ViewExpired(Exception):
    """The address opened once, and its half hour is over."""


@dataclass(frozen=True, repr=False)
class View:
    """What a receipt's address holds: nothing with which the case could be opened is readable in it."""

    number: str
    query: str
    proof: str
    sealed: datetime


def seal_view(keys: Keys, receipt: Receipt, *, now: datetime, draw: Draw) -> str:
    """The last part of a receipt's address, URL-safe."""
    plain = (
        struct.pack(">d", now.timestamp()) + "|".join((receipt.number, receipt.query, receipt.proof)).encode()
    )
    nonce = draw(NONCE)
    sealed = ChaCha20Poly1305(keys.derive("receipt-view")).encrypt(nonce, plain, _LABEL)
    return base64.urlsafe_b64encode(nonce + sealed).rstrip(b"=").decode()


def open_view(keys: Keys, text: str, *, now: datetime) -> View:
    """What was sealed. Raises ViewForged or ViewExpired."""
    try:
        if len(text) > LONGEST:
            raise ValueError("longer than any that was sealed")
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        plain = ChaCha20Poly1305(keys.derive("receipt-view")).decrypt(data[:NONCE], data[NONCE:], _LABEL)
    except (InvalidTag, ValueError, binascii.Error):
        raise ViewForged from None
    sealed = datetime.fromtimestamp(struct.unpack(">d", plain[:8])[0], UTC)
    if now - sealed > OPENS_FOR:
        raise ViewExpired
    number, query, proof = plain[8:].decode().split("|")
    return View(number, query, proof, sealed)


def seal_answers(keys: Keys, token: str, fields: Mapping[str, str]) -> str:
    """What shows that these answers, under this form instance, were on a check page."""
    return keys.tag("form-check", canonical([token, sorted(fields.items())])).hex()


def is_sealed(keys: Keys, token: str, fields: Mapping[str, str], seal: str) -> bool:
    """Compared in constant time."""
    return hmac.compare_digest(seal_answers(keys, token, fields).encode(), seal.encode())
