"""Swapping a proved site in, whole: `home/site` is a link that is replaced by one rename; old builds are kept."""

import fcntl
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.disclosure.remembered import digest_of_files
from generator.site.making.written_for import NOTHING_WRITTEN, WrittenFor, forget_written, keep_written
from register.errors import RegisterError

KEPT = 5
_DIGEST = "sha256"
_BUILD = re.compile(r"^(\d{6})-[0-9a-f]{12}$")


class SwapRefused(RegisterError):
    """The site was not swapped; the one that was there still is. `code` is the reason; the desk has words for it.

    `about` are the files it is about.
    """

    def __init__(self, code: str, message: str, about: Collection[str] = ()) -> None:
        self.code, self.about = code, tuple(about)
        super().__init__(message)


@dataclass(frozen=True)
class Chain:
    """What a site was made from and must be there still when the next one is: parts by name, each with its SHA-256.

    `files` are those it shows, `under` what they were made under.
    """

    files: Mapping[str, str]
    under: Mapping[str, str]


NO_CHAIN = Chain({}, {})


@contextmanager
def only_builder(home: Path) -> Iterator[Path]:
    """Hold this while staging, proving, scanning and swapping; gives an empty folder to stage in.

    Raises SwapRefused when somebody else is building. The lock ends with the process, whatever happens to it.
    """
    builds = _builds(home)
    builds.mkdir(parents=True, exist_ok=True)
    with (builds / ".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SwapRefused("busy", "another build is running; wait until it has finished") from None
        staging = builds / ".staging"
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
        try:
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def swap_in(
    home: Path,
    staged: Path,
    releases: Collection[str] = (),
    chain: Chain = NO_CHAIN,
    written: WrittenFor = NOTHING_WRITTEN,
) -> None:
    """Make the staged folder the current site. Call it while holding `only_builder`.

    `releases` are the SHA-256 of what it was made from; they are kept beside the build, so that no way leads back to
    a sentence that was taken down. So is the `chain`: what was shown once must still be there when the next site is made;
    and what people had `written` for it.

    Everything is on the disk before the link moves: a crash leaves the old site or the new one. The same
    bytes as the current build change nothing but what is said of it: they may be made from other files now.
    """
    digest, said = digest_of(staged), _saying(releases, chain)
    current = current_build(home)
    if current and current.endswith(digest):
        keep_written(home, current, written)
        _say(home, current, said)
        return
    name = f"{_last_number(home) + 1:06}-{digest}"
    _sync_tree(staged)
    keep_written(home, name, written)
    _say(home, name, said)
    staged.rename(_builds(home) / name)
    _sync(_builds(home))
    _point(home, name)
    _forget_old(home, keep=name)


def roll_back(
    home: Path, withdrawn: Collection[str] = (), *, look_at: Callable[[str], None] = lambda name: None
) -> str:
    """Put the build before the current one back and return its name. Call it while holding `only_builder`.

    Raises SwapRefused when there is none, where it was made from a release that is withdrawn now, where it is not what was
    built, and whatever `look_at` raises when it is given the build's name.
    """
    before = earlier_build(home)
    if withdrawn and _made_from(home, before, withdrawn):
        raise SwapRefused(
            "taken_down",
            f"the earlier build {before} still shows what was taken down since; it is not put back",
        )
    if not before.endswith(digest_of(build_folder(home, before))):
        raise SwapRefused("altered", f"the earlier build {before} is not what was built; it is not put back")
    look_at(before)
    _point(home, before)
    return before


def earlier_build(home: Path) -> str:
    """The name of the build before the current one. Raises SwapRefused when there is none."""
    names, current = build_names(home), current_build(home)
    if current not in names or names.index(current) == 0:
        raise SwapRefused("none_earlier", "there is no earlier build to go back to")
    return names[names.index(current) - 1]


def build_folder(home: Path, name: str) -> Path:
    """Where a build lies."""
    return _builds(home) / name


def shows_withdrawn(home: Path, withdrawn: Collection[str]) -> bool:
    """Whether the current site was made from a release that is withdrawn now; one that does not say counts as if it were."""
    name = current_build(home)
    return name is not None and bool(withdrawn) and _made_from(home, name, withdrawn)


def current_build(home: Path) -> str | None:
    """The name of the build that `home/site` shows; None before the first."""
    site = home / "site"
    return site.readlink().name if site.is_symlink() else None


def shown_chain(home: Path) -> Mapping[str, str]:
    """Every file of the chain the current site was made from, with its SHA-256; empty where it does not say."""
    name = current_build(home)
    return _parts(home, name, "chain") if name else {}


def shown_ever(home: Path) -> Mapping[str, str]:
    """Every part of the chain that a kept build was made from or under, with its SHA-256.

    All builds that are kept are asked, so that cutting short what stands beside one of them forgets nothing.
    """
    asked = ((name, key) for name in build_names(home) for key in ("chain", "under"))
    return {part: digest for name, key in asked for part, digest in _parts(home, name, key).items()}


def builds_that_do_not_say(home: Path) -> tuple[str, ...]:
    """The files beside kept builds that are missing, or no longer say what their build was made from."""
    silent = (name for name in build_names(home) if not isinstance(_said(home, name).get("chain"), dict))
    return tuple(f"builds/{_manifest(home, name).name}" for name in silent)


def build_names(home: Path) -> list[str]:
    """The builds that are kept, oldest first."""
    builds = _builds(home)
    return (
        sorted(path.name for path in builds.iterdir() if _BUILD.match(path.name)) if builds.is_dir() else []
    )


def digest_of(folder: Path) -> str:
    """12 hex digits over the names and bytes of every file of a folder."""
    return digest_of_files(folder)[:12]


def _point(home: Path, name: str) -> None:
    """Move the link by one rename, so that a reader finds either site and never none."""
    site, coming = home / "site", home / ".site.coming"
    if site.exists() and not site.is_symlink():
        raise SwapRefused("not_ours", f"{site} is not the link this program made; move it away first")
    coming.unlink(missing_ok=True)
    coming.symlink_to(Path("var") / "builds" / name)
    coming.rename(site)
    _sync(home)


def _made_from(home: Path, name: str, releases: Collection[str]) -> bool:
    """Whether a build was made from any of these releases; one that does not say counts as if it were."""
    said = _said(home, name).get("releases")
    return not isinstance(said, list) or not set(releases).isdisjoint(said)


def _say(home: Path, name: str, said: str) -> None:
    """Keep beside a build what it was made from, whole: one that says half of it is believed nothing."""
    place = _manifest(home, name)
    coming = place.with_suffix(".coming")
    coming.write_text(said, encoding="utf-8")
    _sync(coming)
    coming.rename(place)
    _sync(_builds(home))


def _saying(releases: Collection[str], chain: Chain) -> str:
    """What is kept beside a build, with the digest of it all, so that a changed letter is not believed."""
    said: dict[str, Any] = {
        "releases": sorted(releases),
        "chain": dict(sorted(chain.files.items())),
        "under": dict(sorted(chain.under.items())),
    }
    return json.dumps({**said, _DIGEST: _digest(said)}, indent=1)


def _parts(home: Path, name: str, key: str) -> Mapping[str, str]:
    parts = _said(home, name).get(key)
    return parts if isinstance(parts, dict) else {}


def _said(home: Path, name: str) -> dict[str, Any]:
    """What is kept beside a build; nothing where it cannot be read, or is not what was written.

    What older software kept has no digest, and counts as it is.
    """
    try:
        said = json.loads(_manifest(home, name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(said, dict) or not said.keys() <= {"releases", "chain", "under", _DIGEST}:
        return {}
    digest = said.pop(_DIGEST, None)
    return said if digest in (None, _digest(said)) else {}


def _digest(said: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _forget_old(home: Path, keep: str) -> None:
    for name in build_names(home)[:-KEPT]:
        if name != keep:
            shutil.rmtree(_builds(home) / name)
            _manifest(home, name).unlink(missing_ok=True)
            forget_written(home, name)


def _last_number(home: Path) -> int:
    return max((int(name.split("-")[0]) for name in build_names(home)), default=0)


def _manifest(home: Path, name: str) -> Path:
    return _builds(home) / f"{name}.json"


def _builds(home: Path) -> Path:
    return home / "var" / "builds"


def _sync_tree(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
