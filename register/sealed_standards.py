"""Standards that a release was made under do not change: `content/sealed.toml` keeps a digest of each.

Written when a release is published, with the office hours of each version and the working days of each period
(`sealed_days`). A standard that shall change gets a new version with its own effective date; what
was measured under the old one stays what it was. English that was missing may be added.
"""

import hashlib
from datetime import date
from pathlib import Path
from typing import Annotated, Final

from pydantic import Field

from register.content import Written, read_written
from register.errors import Fault, SettingsRefused
from register.records import canonical
from register.spelling import is_spelled
from register.standards import Standard, Standards, TimeOfDay, Version

FILE: Final = "sealed.toml"
STANDARDS: Final = "standards.toml"


class SealedStandard(Written):
    id: str
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class SealedVersion(Written):
    """A version as it was in force; `release` is the first period published under it."""

    version: str
    effective: date
    release: str
    standard: tuple[SealedStandard, ...] = ()


class SealedHours(Written):
    """The office hours of a version, for working hours and the end of every day rest on them."""

    version: str
    opens: TimeOfDay
    closes: TimeOfDay
    release: str


class SealedDays(Written):
    """A period's days as they were when it was released: weekdays off, and weekend days worked."""

    release: str
    first: date
    last: date
    off: tuple[date, ...]
    worked: tuple[date, ...]


class Sealed(Written):
    sealed: tuple[SealedVersion, ...] = ()
    hours: tuple[SealedHours, ...] = ()
    days: tuple[SealedDays, ...] = ()


def read_standards(content: Path, root: Path) -> Standards:
    """The standards, checked against what is sealed. Raises SettingsRefused naming every one that changed."""
    standards = read_written(content / STANDARDS, Standards, root)
    faults = changes(standards, read_sealed(content, root), f"{content.name}/{STANDARDS}")
    if faults:
        raise SettingsRefused(faults)
    return standards


def read_sealed(content: Path, root: Path) -> Sealed:
    """What is sealed; nothing before the first release. Raises SettingsRefused where somebody changed it by hand."""
    file = content / FILE
    if not file.is_file():
        return Sealed()
    sealed = read_written(file, Sealed, root)
    if not is_spelled(file.read_bytes(), Sealed):
        problem = "is not as it was written when a release was published; restore it from the backup"
        raise SettingsRefused([Fault(f"{content.name}/{FILE}", "-", None, problem)])
    return sealed


def changes(standards: Standards, sealed: Sealed, file: str) -> list[Fault]:
    """A fault for every sealed standard that is no longer what it was."""
    versions = {version.version: version for version in standards.version}
    faults = [fault for one in sealed.sealed for fault in _changes_of(one, versions.get(one.version), file)]
    return faults + [
        _other_hours(one, file)
        for one in sealed.hours
        if one.version in versions and _hours(standards, versions[one.version]) != (one.opens, one.closes)
    ]


def _hours(standards: Standards, version: Version) -> tuple[str, str]:
    hours = standards.hours_of(version)
    return hours.opens, hours.closes


def _other_hours(sealed: SealedHours, file: str) -> Fault:
    problem = (
        f"were {sealed.opens}-{sealed.closes} when the release {sealed.release} was made, as {FILE} says; put them back, "
        "and write other hours as `hours` of a new [[version]] with its own effective date"
    )
    return Fault(file, f"version {sealed.version}.hours", None, problem)


def _changes_of(sealed: SealedVersion, version: Version | None, file: str) -> list[Fault]:
    key, under = (
        f"version {sealed.version}",
        f"the release {sealed.release} was made under it, as {FILE} says",
    )
    advice = "put it back, and write the change as a new [[version]] with its own effective date"
    if version is None:
        return [Fault(file, key, None, f"is gone, but {under}; {advice}")]
    if version.effective != sealed.effective:
        return [
            Fault(file, f"{key}.effective", version.effective, f"was {sealed.effective}; {under}; {advice}")
        ]
    now = {standard.id: digest(standard) for standard in version.standard}
    then = {standard.id: standard.sha256 for standard in sealed.standard}
    return [
        Fault(file, f"{key}.{name}", None, f"was changed, added or taken away, but {under}; {advice}")
        for name in sorted(now.keys() | then.keys())
        if now.get(name) != then.get(name)
    ]


def changed(before: Version, after: Version) -> tuple[Standard, ...]:
    """What a version made new or different, in its words, and then what it took back, in the words of the one before."""
    earlier, later = ({one.id: digest(one) for one in version.standard} for version in (before, after))
    new = (one for one in after.standard if earlier.get(one.id) != later[one.id])
    gone = (one for one in before.standard if one.id not in later)
    return (*new, *gone)


def digest(standard: Standard) -> str:
    """SHA-256 of what is promised: everything but the translation."""
    said = standard.model_dump(mode="json")
    for words in ("promise", "measured", "basis"):
        said[words].pop("en", None)
    return hashlib.sha256(canonical(said)).hexdigest()
