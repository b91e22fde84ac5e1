"""The edges: the only place where the clock is read and random numbers are drawn."""

import secrets
from datetime import datetime

from register.settings import ZONE


def system_clock() -> datetime:
    """Now, in the estate's zone."""
    return datetime.now(ZONE)  # noqa: TID251  this is the edge


def system_draw(count: int) -> bytes:
    """Random bytes fit for secrets."""
    return secrets.token_bytes(count)  # noqa: TID251  this is the edge
