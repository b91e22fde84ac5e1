"""Photos sent with a form: read within bounds, cleaned, and put aside while the resident checks her answers."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from forms_api.answers import Problem
from forms_api.body import Posted, Upload
from forms_api.photos import MOST_PHOTOS, Photo, PhotoFault, PhotoProblem, clean
from forms_api.refusals import Refused
from forms_api.staging import Staging
from register.errors import StorageFailed

PHOTOS = "photos"
SLOTS = tuple(f"photo_{place}" for place in range(1, MOST_PHOTOS + 1))
STAGED = "_photos"
REMOVE = "_remove"
UPLOAD = Upload(SLOTS, largest=48 * 1024 * 1024, seconds=120.0)
ROOM = 128 * 1024 * 1024
FAILED = "photos_failed"
_STAGED = re.compile(r"([1-9])-([0-9a-f]{32})", re.ASCII)


class Room:
    """How many bytes all uploads under way may hold together. Used in the event loop alone, so it needs no lock."""

    def __init__(self, size: int = ROOM) -> None:
        self.left = size

    @contextmanager
    def claimed(self) -> Iterator[Callable[[int], None]]:
        """What is claimed inside is free again afterwards. A claim raises Refused (503) where no room is left."""
        taken = 0

        def claim(size: int) -> None:
            nonlocal taken
            if size > self.left:
                raise Refused(503, "busy")
            self.left -= size
            taken += size

        try:
            yield claim
        finally:
            self.left += taken


@dataclass(frozen=True)
class Enclosure:
    """Photos put aside: how many, under which secret name; none of either where there are none."""

    count: int = 0
    name: str = ""

    @property
    def token(self) -> str:
        """What the page carries; the seal of the check page covers it."""
        return f"{self.count}-{self.name}" if self.count else ""

    @property
    def fields(self) -> dict[str, str]:
        return {STAGED: self.token} if self.count else {}


NOTHING = Enclosure()


def read_enclosure(token: str) -> Enclosure:
    """What a page carried; anything else than we wrote is nothing."""
    found = _STAGED.fullmatch(token)
    return Enclosure(int(found[1]), found[2]) if found else NOTHING


def enclose(staging: Staging, earlier: Enclosure, posted: Posted) -> tuple[Enclosure, list[Problem]]:
    """The earlier photos and the new ones, put aside together; what is wrong with a photo leaves the others.

    Blocks: call it in a thread.
    """
    chosen = {place: posted.files[slot] for place, slot in enumerate(SLOTS, 1) if posted.files.get(slot)}
    if not chosen:
        return earlier, []
    if earlier.count + len(chosen) > MOST_PHOTOS:
        return earlier, [as_problem(PhotoProblem(PhotoFault.TOO_MANY))]
    cleaned = {place: clean(data) for place, data in chosen.items()}
    problems = [
        as_problem(PhotoProblem(photo.code, place))
        for place, photo in cleaned.items()
        if isinstance(photo, PhotoProblem)
    ]
    enclosure, trouble = _put_aside(staging, earlier, [p for p in cleaned.values() if isinstance(p, Photo)])
    return enclosure, problems + trouble


def as_problem(problem: PhotoProblem) -> Problem:
    return Problem(problem.code.value, PHOTOS, {"place": problem.place})


def _put_aside(staging: Staging, earlier: Enclosure, new: list[Photo]) -> tuple[Enclosure, list[Problem]]:
    try:
        before = staging.photos(earlier.name) if earlier.count else ()
        if isinstance(before, PhotoProblem):
            return NOTHING, [as_problem(before)]
        if not new:
            return earlier, []
        name = staging.stage([*before, *new])
    except StorageFailed:
        return earlier, [Problem(FAILED, PHOTOS)]
    if isinstance(name, PhotoProblem):
        return earlier, [as_problem(name)]
    return Enclosure(len(before) + len(new), name), []
