"""Sealing the standards a release was made under; what is sealed is checked by `register.sealed_standards`."""

from datetime import date
from pathlib import Path

from register.disk import put, told
from register.sealed_standards import FILE, Sealed, SealedStandard, SealedVersion, digest, read_sealed
from register.spelling import to_toml
from register.standards import Standards, Version

PUBLIC = 0o644


def seal(content: Path, standards: Standards, release: str, last: date) -> None:
    """Seal every version that was in force by a period's last day and is not sealed yet. Raises StorageFailed."""
    kept = read_sealed(content, content.parent).sealed
    known = {one.version for one in kept}
    fresh = [
        _sealed(version, release)
        for version in standards.version
        if version.effective <= last and version.version not in known
    ]
    if fresh:
        with told():
            put(content / FILE, to_toml(Sealed(sealed=(*kept, *fresh))), PUBLIC)


def _sealed(version: Version, release: str) -> SealedVersion:
    standards = tuple(SealedStandard(id=one.id, sha256=digest(one)) for one in version.standard)
    return SealedVersion(
        version=version.version, effective=version.effective, release=release, standard=standards
    )
