"""Revisions: a published period is never altered; what is corrected or taken down comes as its next revision (7.8, 7.9).

A revision settles and registers nothing: balance, groups, ledger head and settlement are those of the period's release.
"""

from typing import Any

from generator.disclosure.cases.published import to_bytes
from generator.disclosure.drafts.draft import Draft
from generator.disclosure.drafts.salt import salted
from generator.disclosure.releases.materials import Materials
from generator.disclosure.releases.release import Release
from generator.disclosure.releases.releases import ReleasedPeriod, current
from generator.disclosure.releases.settlement import Settlement


def latest_of(materials: Materials) -> ReleasedPeriod | None:
    """The latest revision of the materials' period; None where it was not released yet."""
    name = str(materials.period)
    return next((one for one in current(materials.released) if one.release.period == name), None)


def settlement_of(materials: Materials) -> Settlement:
    """The settlement of the materials' period, which must have been released."""
    name = str(materials.period)
    return next(settlement for settlement in materials.settlements if settlement.period == name)


def revise(latest: Release, materials: Materials, **change: Any) -> Draft:
    """The next revision of a period with these parts changed. It follows whatever was published last."""
    parts = {
        **dict(latest),
        "revision": latest.revision + 1,
        "previous": materials.released[-1].sha256,
        "corrections": (),
        **change,
    }
    release = salted(Release(**parts), materials.keys)
    data = to_bytes(release)
    return Draft(
        made=materials.now,
        release=release,
        data=data,
        settlement=settlement_of(materials),
        batch=(),
        held=(),
    )
