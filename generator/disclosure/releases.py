"""Reading `content/releases/`: every release with its approval, in the order of the hash chain. Reads, never writes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from generator.disclosure.period import Period
from generator.disclosure.release import Approval, Published, Release, digest, to_bytes
from register.errors import Fault, SettingsRefused

_NAME = re.compile(r"^(?P<period>\d{4}-(?:\d{2}|Q[1-4]|H[12]))(?:\.r(?P<revision>[2-9]|[1-9]\d+))?\.json$")
_APPROVAL = ".approval.json"
P = TypeVar("P", bound=Published)


@dataclass(frozen=True)
class ReleasedPeriod:
    """One published release: `sha256` of its exact bytes, `file` its name in the folder."""

    release: Release
    approval: Approval
    sha256: str
    file: str

    @property
    def period(self) -> Period:
        return Period.parse(self.release.period)


def release_name(period: str, revision: int) -> str:
    """`2026-Q3.json` for the first revision, `2026-Q3.r2.json` for the second."""
    return f"{period}.json" if revision == 1 else f"{period}.r{revision}.json"


def approval_name(release_file: str) -> str:
    return release_file.removesuffix(".json") + _APPROVAL


def read_releases(folder: Path) -> tuple[ReleasedPeriod, ...]:
    """Every release in the order of publication; an absent folder holds none.

    Raises SettingsRefused naming each file that is unknown, damaged, unapproved or outside the chain.
    """
    if not folder.is_dir():
        return ()
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    faults: list[Fault] = []
    released = [
        found
        for name in names
        if not name.endswith(_APPROVAL) and (found := _read_one(folder, name, faults)) is not None
    ]
    approvals = {approval_name(name) for name in names}
    faults += [
        _fault(name, "-", "approves no release that is here")
        for name in names
        if name.endswith(_APPROVAL) and name not in approvals
    ]
    if not faults:
        faults += _chain_faults(released)
    if faults:
        raise SettingsRefused(faults)
    return tuple(_in_chain_order(released))


def current(released: Sequence[ReleasedPeriod]) -> tuple[ReleasedPeriod, ...]:
    """The latest revision of each period, in the order of the periods."""
    latest: dict[str, ReleasedPeriod] = {}
    for one in released:
        before = latest.get(one.release.period)
        if before is None or before.release.revision < one.release.revision:
            latest[one.release.period] = one
    return tuple(sorted(latest.values(), key=lambda one: one.period))


def _read_one(folder: Path, name: str, faults: list[Fault]) -> ReleasedPeriod | None:
    named = _NAME.match(name)
    if not named:
        faults.append(
            _fault(name, "-", "is no release; expected a name like 2026-Q3.json or 2026-Q3.r2.json")
        )
        return None
    data = (folder / name).read_bytes()
    release = _parse(name, data, Release, faults)
    approval = _read_approval(folder, approval_name(name), faults)
    if release is None or approval is None:
        return None
    revision = int(named["revision"] or 1)
    if (release.period, release.revision) != (named["period"], revision):
        faults.append(_fault(name, "period", f"holds {release.period} revision {release.revision}"))
    if (approval.period, approval.revision) != (named["period"], revision):
        faults.append(
            _fault(approval_name(name), "period", f"is for {approval.period} revision {approval.revision}")
        )
    if approval.sha256 != digest(data):
        faults.append(
            _fault(approval_name(name), "sha256", "approves other bytes: the release was changed since")
        )
    return ReleasedPeriod(release, approval, digest(data), name)


def _read_approval(folder: Path, name: str, faults: list[Fault]) -> Approval | None:
    path = folder / name
    if not path.is_file():
        faults.append(_fault(name, "-", "the approval is missing; a release is published only with it"))
        return None
    return _parse(name, path.read_bytes(), Approval, faults)


def _parse(name: str, data: bytes, model: type[P], faults: list[Fault]) -> P | None:
    try:
        published = model.model_validate_json(data)
    except ValidationError as problem:
        faults += [
            _fault(name, ".".join(map(str, error["loc"])) or "-", error["msg"]) for error in problem.errors()
        ]
        return None
    if to_bytes(published) != data:
        faults.append(
            _fault(name, "-", f"is not in the one spelling of a release ({_where(published, data)})")
        )
    return published


def _where(published: Published, data: bytes) -> str:
    """The first line that differs, so that a hand edit is found at once."""
    pairs = zip(to_bytes(published).splitlines(), data.splitlines(), strict=False)
    line = next((number for number, (ours, theirs) in enumerate(pairs, 1) if ours != theirs), 0)
    return f"line {line}" if line else "its end"


def _chain_faults(released: Sequence[ReleasedPeriod]) -> Iterator[Fault]:
    """A chain has one beginning, and each release follows exactly one other."""
    by_digest = {one.sha256: one for one in released}
    followers: dict[str | None, str] = {}
    for one in released:
        previous = one.release.previous
        if previous is not None and previous not in by_digest:
            yield _fault(one.file, "previous", f"{previous[:16]}… is the SHA-256 of no release that is here")
        elif previous in followers:
            yield _fault(one.file, "previous", f"follows the same release as {followers[previous]}")
        else:
            followers[previous] = one.file
    if released and None not in followers:
        yield _fault(released[0].file, "previous", "no release is the first of the chain")


def _in_chain_order(released: Sequence[ReleasedPeriod]) -> Iterator[ReleasedPeriod]:
    following = {one.release.previous: one for one in released}
    here = following.get(None)
    while here is not None:
        yield here
        here = following.get(here.sha256)


def _fault(file: str, key: str, problem: str) -> Fault:
    return Fault(f"releases/{file}", key, None, problem)
