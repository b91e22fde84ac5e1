"""The word of a person for exactly these bytes, given with her own password: what every publication binds."""

from dataclasses import dataclass
from datetime import datetime

from register.handling import Actor


@dataclass(frozen=True)
class SignOff:
    """Who signed what, and when; `sha256` is of the bytes that she was shown."""

    sha256: str
    by: Actor
    at: datetime
