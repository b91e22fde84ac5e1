"""Drafts of what staff write: `HOME/var/written/ID.json`, private until a second person approved them."""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import AwareDatetime, ValidationError

from forms_api.written.kinds import Writing
from register.disk import locked, make_private, put, read_regular, sync_folder, told, write_new
from register.errors import RecordDamaged, RegisterBusy
from register.keys import Draw
from register.records import Record, strict_json, to_bytes

_ID: Final = re.compile(r"[0-9a-f]{16}")
_LARGEST: Final = 1_000_000
State = Literal["drafted", "sent_back", "published", "dropped"]
OPEN: Final = ("drafted", "sent_back")


class DraftNotFound(Exception):
    """No draft has this name."""


class Draft(Record):
    """One piece of writing on its way. `name` is the file it will be, `base` the SHA-256 of the one it changes.

    `values` are what was typed, by question. `revision` counts the savings, so that nobody decides on other words than
    she read.
    """

    format: Literal[1] = 1
    id: str
    writing: Writing
    name: str
    base: str = ""
    values: dict[str, Any]
    author: str
    at: AwareDatetime
    revision: int = 1
    state: State = "drafted"
    note: str = ""
    decided_by: str | None = None
    decided_at: AwareDatetime | None = None


class Drafts:
    """The drafts of one estate."""

    def __init__(self, folder: Path, draw: Draw) -> None:
        self.folder = folder
        self._draw = draw

    def add(
        self, writing: Writing, name: str, base: str, values: dict[str, Any], by: str, at: datetime
    ) -> Draft:
        """A new draft. Raises StorageFailed."""
        draft = Draft(
            id=self._draw(8).hex(), writing=writing, name=name, base=base, values=values, author=by, at=at
        )
        with told():
            make_private(self.folder)
            write_new(self.folder / f"{draft.id}.json", to_bytes(draft))
            sync_folder(self.folder)
        return draft

    def read(self, name: str) -> Draft:
        """Raises DraftNotFound or RecordDamaged."""
        if not _ID.fullmatch(name):
            raise DraftNotFound(name)
        try:
            data = read_regular(self.folder / f"{name}.json", _LARGEST)
        except OSError:
            raise DraftNotFound(name) from None
        try:
            return Draft.model_validate(strict_json(data))
        except (ValueError, ValidationError):
            raise RecordDamaged(f"{name}.json", "is not a draft") from None

    def replace(self, old: Draft, draft: Draft, first: Callable[[], None] = lambda: None) -> Draft:
        """Keep the changed draft if nobody changed it meanwhile; `first` is done before, and nothing where it raises.

        Raises RegisterBusy or StorageFailed.
        """
        with told(), locked(self.folder / "lock"):
            if self.read(draft.id) != old:
                raise RegisterBusy(draft.id)
            first()
            put(self.folder / f"{draft.id}.json", to_bytes(draft))
        return draft

    def open(self) -> tuple[Draft, ...]:
        """Every draft that waits for its author or a reviewer, oldest first."""
        names = (path.stem for path in self.folder.glob("*.json"))
        read = (self.read(name) for name in names if _ID.fullmatch(name))
        return tuple(sorted((one for one in read if one.state in OPEN), key=lambda one: (one.at, one.id)))
