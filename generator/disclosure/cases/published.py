"""What everything published is made of: closed shapes, the spelling of numbers, months and digests, and the bytes.

The models are the allow-list (DESIGN 7.1): a field that is not here cannot be published.
"""

import hashlib
import json
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import ErrorDetails

FORMAT: Final = 1
Count = Annotated[int, Field(ge=0)]
Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
PeriodName = Annotated[str, Field(pattern=r"^\d{4}-((0[1-9]|1[0-2])|Q[1-4]|H[12])$")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Ref = Annotated[str, Field(pattern=r"^[0-9A-HJKMNP-TV-Z]{8}$")]


class Published(BaseModel):
    """Base of everything that is published: frozen, nothing unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Summary(Published):
    """Written for the public by staff, never the resident's words."""

    zh: Annotated[str, Field(min_length=1, max_length=120)]
    en: Annotated[str, Field(max_length=300)] | None = None


def to_bytes(published: Published) -> bytes:
    """The one spelling of a published record: sorted keys, UTF-8, two spaces, a newline at the end."""
    record = published.model_dump(mode="json")
    return (json.dumps(record, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode("utf-8")


def problem_of(error: ErrorDetails) -> str:
    """What is wrong with a field in words; of one that nobody here knows, that newer software may have written it."""
    newer = error["type"] == "extra_forbidden" or error["loc"] == ("format",)
    return (
        "is not known to this version of the portal: the file was changed, or a newer version wrote it; update first"
        if newer
        else error["msg"]
    )


def digest(data: bytes) -> str:
    """SHA-256 of exact bytes, as lower-case hex."""
    return hashlib.sha256(data).hexdigest()
