"""What people had written for a build, kept beside it: the next build and a way back need to know what residents were shown.

`var/builds/NAME.written.json` holds every file of content that the build was made of, as it stood then, and what was set aside.
It is as private as the builds themselves and goes with them.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

How = Literal["left_out", "as_shown"]
"""A file that was held is left out, or stands as residents saw it before."""
_DIGEST: Final = "sha256"


@dataclass(frozen=True)
class WrittenFor:
    """The texts by their name in content, and what was set aside: files of content or of the site, and how."""

    texts: Mapping[str, str] = field(default_factory=dict)
    aside: Mapping[str, How] = field(default_factory=dict)


NOTHING_WRITTEN: Final = WrittenFor()


def keep_written(home: Path, name: str, written: WrittenFor) -> None:
    """Keep it, whole: one that is half there is believed nothing."""
    said: dict[str, Any] = {"texts": dict(written.texts), "aside": dict(written.aside)}
    place = _place(home, name)
    coming = place.with_suffix(".coming")
    coming.write_text(json.dumps({**said, _DIGEST: _digest(said)}, ensure_ascii=False), encoding="utf-8")
    coming.rename(place)


def written_for(home: Path, name: str | None) -> WrittenFor | None:
    """What was written for a build; None where nothing says so, as beside builds of older software."""
    if name is None:
        return None
    try:
        said = json.loads(_place(home, name).read_text(encoding="utf-8"))
        digest = said.pop(_DIGEST)
        return WrittenFor(said["texts"], said["aside"]) if digest == _digest(said) else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def forget_written(home: Path, name: str) -> None:
    _place(home, name).unlink(missing_ok=True)


def _place(home: Path, name: str) -> Path:
    return home / "var" / "builds" / f"{name}.written.json"


def _digest(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode("ascii")).hexdigest()
