"""What the owners' committee says to a period: `content/replies/2026-Q3.toml`, shown beside that period, unshortened."""

from datetime import date
from typing import Annotated, Final

from pydantic import Field

from register.content import Words, Written

NAME: Final = r"[0-9]{4}-(Q[1-4]|H[12]|0[1-9]|1[0-2])"


class Reply(Written):
    """The committee's own words, a text each paragraph; `by` is who speaks, `received` the day it was handed in."""

    by: Words
    received: date
    text: Annotated[tuple[Words, ...], Field(min_length=1)]
