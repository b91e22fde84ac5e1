"""A form instance: one rendering of a form, signed. It makes sending twice one case, and shows that we drew the form."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from itsdangerous import BadData, URLSafeSerializer

from register.keys import Draw, Keys
from register.receipt import Instance
from register.settings import ZONE

LIFE = timedelta(hours=24)
SKEW = timedelta(minutes=5)
DRAWN = 16


class InstanceForged(Exception):
    """A token we did not sign, or signed for another form."""


@dataclass(frozen=True, repr=False)
class FormInstance:
    """Which form was drawn, as which 16 random bytes, when, and from which description (SHA-256)."""

    form: str
    drawn: bytes
    issued: datetime
    digest: str

    def is_expired(self, now: datetime) -> bool:
        return now - self.issued > LIFE

    def age(self, now: datetime) -> timedelta:
        return now - self.issued

    @property
    def for_receipt(self) -> Instance:
        """The year of the case number is that in which the form was drawn, so that a replay finds the same number."""
        return Instance(self.drawn, self.issued.astimezone(ZONE).year)


def draw_instance(form: str, digest: str, *, now: datetime, draw: Draw) -> FormInstance:
    """A fresh instance; kept to milliseconds, as the token carries it."""
    return FormInstance(form, draw(DRAWN), now.replace(microsecond=now.microsecond // 1000 * 1000), digest)


def sign_instance(keys: Keys, instance: FormInstance) -> str:
    """The token that goes into the page and is never stored."""
    drawn = base64.urlsafe_b64encode(instance.drawn).decode()
    return str(_signer(keys).dumps([instance.form, drawn, _milliseconds(instance.issued), instance.digest]))


def read_instance(keys: Keys, token: str, form: str, *, now: datetime) -> FormInstance:
    """The instance a token was signed for; it may be expired. Raises InstanceForged."""
    try:
        named, drawn, issued, digest = _signer(keys).loads(token)
        instance = FormInstance(
            named, base64.urlsafe_b64decode(drawn), datetime.fromtimestamp(issued / 1000, UTC), digest
        )
    except (BadData, ValueError, TypeError):
        raise InstanceForged from None
    if instance.form != form or instance.issued > now + SKEW:
        raise InstanceForged
    return instance


def _milliseconds(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


@lru_cache(maxsize=4)
def _signer(keys: Keys) -> URLSafeSerializer:
    return URLSafeSerializer(
        keys.derive("form-instance"),
        salt="form-instance",
        signer_kwargs={"digest_method": hashlib.sha256, "key_derivation": "hmac"},
    )
