"""Sealing the standards a release was made under; what is sealed is checked by `register.sealed_standards`."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from register.disk import put, told
from register.sealed_standards import (
    FILE,
    Sealed,
    SealedDays,
    SealedHours,
    SealedStandard,
    SealedVersion,
    digest,
    read_sealed,
)
from register.spelling import to_toml
from register.standards import Standards, Version

PUBLIC = 0o644


def seal(
    content: Path, standards: Standards, release: str, last: date, days: SealedDays | None = None
) -> None:
    """Seal every version that was in force by a period's last day, its office hours, and the period's days.

    What is sealed already stays as it is. Raises StorageFailed.
    """
    kept = read_sealed(content, content.parent)
    made = Sealed(
        sealed=(*kept.sealed, *_versions(standards, kept, release, last)),
        hours=(*kept.hours, *_hours(standards, kept, release, last)),
        days=(*kept.days, *([days] if days and all(one.release != release for one in kept.days) else [])),
    )
    if made != kept:
        with told():
            put(content / FILE, to_toml(made), PUBLIC)


def _versions(standards: Standards, kept: Sealed, release: str, last: date) -> Iterator[SealedVersion]:
    known = {one.version for one in kept.sealed}
    for version in standards.version:
        if version.effective <= last and version.version not in known:
            yield _sealed(version, release)


def _hours(standards: Standards, kept: Sealed, release: str, last: date) -> Iterator[SealedHours]:
    known = {one.version for one in kept.hours}
    for version in standards.version:
        if version.effective <= last and version.version not in known:
            hours = standards.hours_of(version)
            yield SealedHours(
                version=version.version, opens=hours.opens, closes=hours.closes, release=release
            )


def _sealed(version: Version, release: str) -> SealedVersion:
    standards = tuple(SealedStandard(id=one.id, sha256=digest(one)) for one in version.standard)
    return SealedVersion(
        version=version.version, effective=version.effective, release=release, standard=standards
    )
