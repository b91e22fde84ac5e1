"""The content files of what was written: which there are, whose they are, and putting one in place."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from forms_api.written.kinds import FORMS, Writing, file_of, pieces_of
from register.content import Written, read_written
from register.disk import put, read_regular, told
from register.errors import SettingsRefused
from register.spelling import is_spelled, to_toml

_NAME: Final = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_LARGEST: Final = 1_000_000
PUBLIC: Final = 0o644


@dataclass(frozen=True)
class Kept:
    """A content file and its pieces, none where it cannot be read. `ours` where the desk keeps it and may change it."""

    writing: Writing
    name: str
    sha256: str
    ours: bool
    pieces: tuple[Written, ...]

    @property
    def piece(self) -> Written | None:
        """The one piece of the file; None where it holds several or none."""
        return self.pieces[0] if len(self.pieces) == 1 else None


class FileChanged(Exception):
    """The file is not the one that was read any more."""


class FileNotOurs(Exception):
    """The file is kept by hand; the desk does not touch it."""


def kept_files(content: Path, writing: Writing) -> tuple[Kept, ...]:
    """Every file of a kind, newest name first."""
    folder = content / FORMS[writing].folder
    names = (path.stem for path in folder.glob("*.toml")) if folder.is_dir() else ()
    return tuple(
        _kept(content, writing, name) for name in sorted(names, reverse=True) if _NAME.fullmatch(name)
    )


def kept_file(content: Path, writing: Writing, name: str) -> Kept | None:
    """The file of this name, None where there is none."""
    if not _NAME.fullmatch(name) or not _place(content, writing, name).is_file():
        return None
    return _kept(content, writing, name)


def _kept(content: Path, writing: Writing, name: str) -> Kept:
    form, place = FORMS[writing], _place(content, writing, name)
    data = read_regular(place, _LARGEST)
    digest = hashlib.sha256(data).hexdigest()
    try:
        pieces = pieces_of(writing, read_written(place, form.file))
    except SettingsRefused:  # the build names the fault; here it is only a file of somebody's
        pieces = ()
    ours = len(pieces) == 1 and is_spelled(data, form.file)
    return Kept(writing, name, digest, ours, pieces)


def check_base(content: Path, writing: Writing, name: str, base: str, piece: Written) -> None:
    """Whether the piece may become its file. `base` is the SHA-256 of the file it was written from, empty for a new one.

    Raises FileChanged or FileNotOurs. A file that says just this was put there before a crash.
    """
    there = kept_file(content, writing, name)
    if there and there.sha256 == hashlib.sha256(to_toml(file_of(writing, piece))).hexdigest():
        return
    if (there.sha256 if there else "") != base:
        raise FileChanged(name)
    if there and not there.ours:
        raise FileNotOurs(name)


def put_in_place(content: Path, writing: Writing, name: str, piece: Written) -> None:
    """Write the piece as its file, whole or not at all; readers see the old one or the new one. Raises StorageFailed.

    Its writers hold the drafts' lock.
    """
    place = _place(content, writing, name)
    with told():
        place.parent.mkdir(exist_ok=True)
        put(place, to_toml(file_of(writing, piece)), PUBLIC)


def _place(content: Path, writing: Writing, name: str) -> Path:
    return content / FORMS[writing].folder / f"{name}.toml"
