"""The photos of a case wherever they came from: with the form, later with facts that were added, or from the staff."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from register.case import Case
from register.records import canonical
from register.terms import Step


@dataclass(frozen=True)
class Picture:
    """One photo: the key and the place under which `PhotoStore` keeps it, and its SHA-256."""

    key: str
    place: int
    digest: str


def pictures(case: Case) -> tuple[Picture, ...]:
    """Every photo, those of the form first, then in the order in which they were added."""
    found = _under(case.instance, case.submission.photos)
    for entry in case.entries:
        if entry.step in (Step.ADD_FACTS, Step.ATTACH):
            digests = tuple(entry.particulars.get("photos", ()))
            found += _under(added_key(case.number, digests), digests)
    return found


def added_key(number: str, digests: Sequence[str]) -> str:
    """The key of photos that came later; the same photos sent twice have the same."""
    return hashlib.sha256(canonical([number, list(digests)])).hexdigest()[:32]


def _under(key: str, digests: Sequence[str]) -> tuple[Picture, ...]:
    return tuple(Picture(key, place, digest) for place, digest in enumerate(digests, 1))
