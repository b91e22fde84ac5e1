"""A backup of an estate's folder: one tar file with a checksum for every file in it, read back before it counts.

It holds content, settings, register, keys, accounts and logs: whoever has it has everything. What can be made again
(the site, its builds and previews, what a build remembers) and what must not be kept (answers of surveys that still hang on a code,
printed slips with codes, photos nobody sent yet) is left out. A restored folder is checked with `portal verify`.
"""

import hashlib
import io
import os
import tarfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from generator.disclosure.releases import files
from generator.disclosure.releases.files import Places
from register.disk import TEMPORARY, read_regular, sync_folder, told
from register.errors import Fault, RecordDamaged, SettingsRefused
from register.records import Record, strict_json, to_bytes
from register.settings import Home
from register.store import FolderStore

MANIFEST: Final = "MANIFEST.json"
LARGEST: Final = 1 << 30
_LEFT_OUT: Final = ("var/builds", "var/cache", "var/preview", "var/slips", "var/staged", "site")
_PASSING: Final = ("lock", "turn", "changes")
_PRIVATE: Final = 0o600


class Manifest(Record):
    """What a backup holds: when it was made, and every file's SHA-256 by its path in the estate's folder."""

    format: Literal[1] = 1
    made: str
    files: dict[str, Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]]


def make_backup(home: Home, file: Path, now: datetime) -> Manifest:
    """Write the backup, read it back, and only then give it its name. Raises SettingsRefused, StorageFailed, RecordDamaged.

    Nobody publishes or changes a case meanwhile; both wait.
    """
    if file.exists():
        raise SettingsRefused([Fault(str(file), "-", None, "is there already; name a new file")])
    if file.resolve().is_relative_to(home.folder):
        raise SettingsRefused([Fault(str(file), "-", None, "lies inside the estate; keep backups elsewhere")])
    if not file.parent.is_dir():
        raise SettingsRefused([Fault(str(file.parent), "-", None, "is no folder; make it first")])
    part = file.with_name(f"{file.name}.part")
    with told():
        try:
            with ExitStack() as stack:
                stack.enter_context(files.locked(Places.of(home).drafts))
                stack.enter_context(FolderStore(home.register).still())
                _write(home, part, now)
            manifest = check_backup(part)
            os.link(part, file)
            sync_folder(file.parent)
        finally:
            part.unlink(missing_ok=True)
    return manifest


def check_backup(file: Path) -> Manifest:
    """Every file of the backup against its checksum. Raises RecordDamaged naming the first that differs."""
    found: dict[str, str] = {}
    manifest = None
    try:
        with tarfile.open(file, "r:") as tar:
            for member in tar:
                data = _member(tar, member)
                if member.name == MANIFEST:
                    manifest = Manifest.model_validate(strict_json(data))
                else:
                    found[member.name] = hashlib.sha256(data).hexdigest()
    except (tarfile.TarError, EOFError, ValueError, ValidationError) as problem:
        raise RecordDamaged(file.name, f"is no whole backup ({type(problem).__name__})") from None
    if manifest is None:
        raise RecordDamaged(file.name, "has no list of its files; it was cut off")
    wrong = [
        name for name in sorted(found.keys() | manifest.files) if found.get(name) != manifest.files.get(name)
    ]
    if wrong:
        raise RecordDamaged(file.name, f"does not hold what its list says: {', '.join(wrong[:5])}")
    return manifest


def kept_files(home: Home) -> Iterator[Path]:
    """Every file that belongs into a backup, in the order of their names. Links are never followed."""
    for root, folders, names in os.walk(home.folder, followlinks=False):
        place = Path(root)
        folders[:] = sorted(name for name in folders if _is_kept(home, place / name))
        yield from (
            path for name in sorted(names) if _is_file(path := place / name) and not _is_passing(path)
        )


def _is_kept(home: Home, folder: Path) -> bool:
    inside = folder.relative_to(home.folder).as_posix()
    is_pending = folder.name == "pending" and "surveys" in folder.relative_to(home.folder).parts
    is_half_made = folder.name.startswith(TEMPORARY)
    return not (inside in _LEFT_OUT or is_pending or is_half_made or folder.is_symlink())


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _is_passing(path: Path) -> bool:
    """Locks, notes for who looks at the register, and files that were being written when a process died."""
    return path.name in _PASSING or path.name.startswith(TEMPORARY)


def _write(home: Home, part: Path, now: datetime) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW | os.O_CLOEXEC, _PRIVATE)
    digests: dict[str, str] = {}
    with os.fdopen(handle, "wb") as out:
        with tarfile.open(fileobj=out, mode="w|", format=tarfile.PAX_FORMAT) as tar:
            for path in kept_files(home):
                name, data = path.relative_to(home.folder).as_posix(), read_regular(path, LARGEST)
                digests[name] = hashlib.sha256(data).hexdigest()
                _add(tar, name, data, path.stat().st_mtime, path.stat().st_mode & 0o777)
            manifest = Manifest(made=now.isoformat(), files=digests)
            _add(tar, MANIFEST, to_bytes(manifest), now.timestamp(), _PRIVATE)
        out.flush()
        os.fsync(out.fileno())


def _add(tar: tarfile.TarFile, name: str, data: bytes, changed: float, mode: int) -> None:
    member = tarfile.TarInfo(name)
    member.size, member.mtime, member.mode = len(data), int(changed), mode
    tar.addfile(member, io.BytesIO(data))


def _member(tar: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    stream = tar.extractfile(member) if member.isreg() else None
    if stream is None:
        raise ValueError("a backup holds plain files alone")
    return stream.read()
