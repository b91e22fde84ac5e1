"""Reading `content/releases/`: every release with its approval, in the order of the hash chain. Reads, never writes.

A release from which an entry was taken down is no longer there: `2026-Q3.withdrawn.json` keeps its place in the chain.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError

from generator.disclosure.cases.period import Period
from generator.disclosure.cases.published import Published, digest, problem_of, to_bytes
from generator.disclosure.releases.release import Approval, Release, Withdrawn
from register.errors import Fault, SettingsRefused

_NAME = re.compile(r"^(?P<period>\d{4}-(?:\d{2}|Q[1-4]|H[12]))(?:\.r(?P<revision>[2-9]|[1-9]\d+))?\.json$")
_APPROVAL: Final = ".approval.json"
_WITHDRAWN: Final = ".withdrawn.json"
P = TypeVar("P", bound=Published)


@dataclass(frozen=True)
class ReleasedPeriod:
    """One published release: `sha256` of its exact bytes, `file` its name in the folder.

    `first` is the SHA-256 of the period's first revision, where that was withdrawn; `opening` the word given for that
    revision, also where its bytes are gone.
    """

    release: Release
    approval: Approval
    sha256: str
    file: str
    first: str | None = None
    opening: Approval | None = None

    @property
    def begun(self) -> Approval:
        """When the period was first published, and by whom: a take-down or a correction does not change that."""
        return self.opening or self.approval

    @property
    def is_takedown(self) -> bool:
        """A revision that corrects nothing takes something down."""
        return self.release.revision > 1 and not self.release.corrections

    @property
    def period(self) -> Period:
        return Period.parse(self.release.period)


@dataclass(frozen=True)
class Link:
    """A place in the chain: a release that is here, or the record of one that was withdrawn."""

    sha256: str
    file: str
    content: Release | Withdrawn
    approval: Approval | None = None


@dataclass(frozen=True)
class Chain:
    """The whole folder: every link in the order of publication, and the releases that are still there."""

    links: tuple[Link, ...]
    released: tuple[ReleasedPeriod, ...]

    @property
    def withdrawn(self) -> frozenset[str]:
        """The SHA-256 of every release whose bytes were withdrawn."""
        return frozenset(link.sha256 for link in self.links if isinstance(link.content, Withdrawn))


def release_name(period: str, revision: int) -> str:
    """`2026-Q3.json` for the first revision, `2026-Q3.r2.json` for the second."""
    return f"{period}.json" if revision == 1 else f"{period}.r{revision}.json"


def approval_name(release_file: str) -> str:
    return release_file.removesuffix(".json") + _APPROVAL


def withdrawn_name(release_file: str) -> str:
    return release_file.removesuffix(".json") + _WITHDRAWN


def read_releases(folder: Path) -> tuple[ReleasedPeriod, ...]:
    """Every release that is there, in the order of publication; an absent folder holds none. Raises as `read_chain`."""
    return read_chain(folder).released


def read_chain(folder: Path) -> Chain:
    """The releases and the places of withdrawn ones.

    Raises SettingsRefused naming each file that is unknown, damaged, unapproved or outside the chain.
    """
    if not folder.is_dir():
        return Chain((), ())
    names = sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    faults: list[Fault] = []
    released = {
        found.sha256: found
        for name in names
        if not name.endswith((_APPROVAL, _WITHDRAWN)) and (found := _read_one(folder, name, faults))
    }
    links = [Link(one.sha256, one.file, one.release, one.approval) for one in released.values()]
    links += [
        link
        for name in names
        if name.endswith(_WITHDRAWN) and (link := _read_withdrawn(folder, name, faults))
    ]
    approvals = {approval_name(name.replace(_WITHDRAWN, ".json")) for name in names}
    faults += [
        _fault(name, "-", f"approves no release that is here; {_missing(name)}")
        for name in names
        if name.endswith(_APPROVAL) and name not in approvals
    ]
    if not faults:
        faults += (*_chain_faults(links), *_withdrawal_faults(links))
    if faults:
        raise SettingsRefused(faults)
    ordered = tuple(_in_chain_order(links))
    return Chain(ordered, tuple(_with_first(released, ordered)))


def _with_first(released: dict[str, ReleasedPeriod], links: Sequence[Link]) -> Iterator[ReleasedPeriod]:
    firsts = {link.content.period: link for link in links if link.content.revision == 1}
    for link in links:
        if isinstance(link.content, Release):
            first = firsts.get(link.content.period)
            gone = first.sha256 if first and isinstance(first.content, Withdrawn) else None
            yield replace(released[link.sha256], first=gone, opening=first.approval if first else None)


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


def _read_withdrawn(folder: Path, name: str, faults: list[Fault]) -> Link | None:
    record = _parse(name, (folder / name).read_bytes(), Withdrawn, faults)
    if record is None:
        return None
    file = release_name(record.period, record.revision)
    approval = _read_approval(folder, approval_name(file), faults)
    if name != withdrawn_name(file):
        faults.append(_fault(name, "period", f"holds {record.period} revision {record.revision}"))
    if approval is not None and approval.sha256 != record.sha256:
        faults.append(_fault(name, "sha256", f"is not that of {approval_name(file)}"))
    return Link(record.sha256, name, record, approval)


def _read_approval(folder: Path, name: str, faults: list[Fault]) -> Approval | None:
    path = folder / name
    if not path.is_file():
        faults.append(_fault(name, "-", "the approval is missing; a release is published only with it"))
        return None
    return _parse(name, path.read_bytes(), Approval, faults)


def _parse(name: str, data: bytes, model: type[P], faults: list[Fault]) -> P | None:
    try:
        read: tuple[P, bool] = _read(data, model)
    except ValidationError as problem:
        faults += [
            _fault(name, ".".join(map(str, error["loc"])) or "-", problem_of(error))
            for error in problem.errors()
        ]
        return None
    published, is_spelled = read
    if not is_spelled:
        faults.append(
            _fault(name, "-", f"is not in the one spelling of a release ({_where(published, data)})")
        )
    return published


@lru_cache(maxsize=128)  # a build reads the chain three times, and releases are frozen
def _read(data: bytes, model: type[P]) -> tuple[P, bool]:
    """The record, and whether it is in the one spelling. Raises ValidationError."""
    published = model.model_validate_json(data)
    return published, to_bytes(published) == data


def _where(published: Published, data: bytes) -> str:
    """The first line that differs, so that a hand edit is found at once."""
    pairs = zip(to_bytes(published).splitlines(), data.splitlines(), strict=False)
    line = next((number for number, (ours, theirs) in enumerate(pairs, 1) if ours != theirs), 0)
    return f"line {line}" if line else "its end"


def _chain_faults(links: Sequence[Link]) -> Iterator[Fault]:
    """A chain has one beginning, and each release follows exactly one other."""
    digests = {link.sha256 for link in links}
    followers: dict[str | None, str] = {}
    for link in links:
        previous = link.content.previous
        if previous is not None and previous not in digests:
            yield _fault(link.file, "previous", f"{previous[:16]}… is the SHA-256 of no release that is here")
        elif previous in followers:
            yield _fault(link.file, "previous", f"follows the same release as {followers[previous]}")
        else:
            followers[previous] = link.file
    if links and None not in followers:
        yield _fault(links[0].file, "previous", "no release is the first of the chain")


def _withdrawal_faults(links: Sequence[Link]) -> Iterator[Fault]:
    """Nothing is withdrawn silently: a later revision must show what was taken down of it. And it must be gone."""
    names = {link.file for link in links}
    for link in links:
        if not isinstance(link.content, Withdrawn):
            continue
        period, revision = link.content.period, link.content.revision
        if not _was_taken_down(link.content, links):
            yield _fault(link.file, "-", "was withdrawn, but no later revision says what was taken down")
        if release_name(period, revision) in names:
            yield _fault(release_name(period, revision), "-", "was withdrawn and must not be here any more")


def _was_taken_down(withdrawn: Withdrawn, links: Sequence[Link]) -> bool:
    """Whether a later revision has a tombstone that no earlier one had: of what stood in the withdrawn one, then."""
    earlier, later = set[str](), set[str]()
    for link in links:
        if isinstance(link.content, Release) and link.content.period == withdrawn.period:
            refs = {stone.ref for stone in link.content.tombstones}
            (later if link.content.revision > withdrawn.revision else earlier).update(refs)
    return bool(later - earlier)


def _in_chain_order(links: Sequence[Link]) -> Iterator[Link]:
    following = {link.content.previous: link for link in links}
    here = following.get(None)
    while here is not None:
        yield here
        here = following.get(here.sha256)


def _missing(approval: str) -> str:
    """The two files that could explain an approval, neither of which is there."""
    file = approval.removesuffix(_APPROVAL) + ".json"
    return f"neither {file} nor {withdrawn_name(file)} is"


def _fault(file: str, key: str, problem: str) -> Fault:
    return Fault(f"releases/{file}", key, None, problem)
