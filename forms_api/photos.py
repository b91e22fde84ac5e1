"""Photos from strangers: each is opened in a limited child process and comes back repainted, or as a problem.

The original is never written to disk, and its name is never looked at.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from forms_api.confined import Reader, worker
from forms_api.photo_worker import HEADER, Status

MOST_PHOTOS = 3
LARGEST = 10 * 1024 * 1024
_READER = Reader(worker("forms_api.photo_worker"), seconds=15.0, patience=45.0, largest=16 * 1024 * 1024)


class PhotoFault(StrEnum):
    """Why a photo is not taken; the sentences are in `site_templates/wording/photos.toml`."""

    EMPTY = "empty"  # no file was chosen; a form may pass over it
    TOO_MANY = "too_many"
    TOO_BIG = "too_big"
    WRONG_TYPE = "wrong_type"
    TOO_MANY_PIXELS = "too_many_pixels"
    UNREADABLE = "unreadable"
    BUSY = "busy"
    GONE = "gone"  # staged too long ago


@dataclass(frozen=True)
class Photo:
    """A repainted photo and its thumbnail, both plain JPEG."""

    full: bytes
    thumbnail: bytes

    @property
    def digest(self) -> str:
        """SHA-256 of the photo as kept; it stands in the submission and in the ledger entry."""
        return hashlib.sha256(self.full).hexdigest()


@dataclass(frozen=True)
class PhotoProblem:
    """What is wrong, and with which of the photos, counted from 1; 0 where it is none in particular."""

    code: PhotoFault
    place: int = 0


def clean_all(files: Sequence[bytes]) -> tuple[Photo, ...] | PhotoProblem:
    """All photos of a form, or the first problem. File inputs left empty are passed over."""
    chosen = [(place, data) for place, data in enumerate(files, 1) if data]
    if len(chosen) > MOST_PHOTOS:
        return PhotoProblem(PhotoFault.TOO_MANY)
    photos: list[Photo] = []
    for place, data in chosen:
        cleaned = clean(data)
        if isinstance(cleaned, PhotoProblem):
            return PhotoProblem(cleaned.code, place)
        photos.append(cleaned)
    return tuple(photos)


def clean(data: bytes) -> Photo | PhotoProblem:
    """The photo repainted. Blocks for up to a minute: call it in a thread. One runs at a time, the others wait."""
    if not data:
        return PhotoProblem(PhotoFault.EMPTY)
    if len(data) > LARGEST:
        return PhotoProblem(PhotoFault.TOO_BIG)
    answer = _READER.read(data)
    return PhotoProblem(PhotoFault.BUSY) if answer is None else _result(*answer)


def _result(status: int, output: bytes) -> Photo | PhotoProblem:
    if status == Status.WRONG_TYPE:
        return PhotoProblem(PhotoFault.WRONG_TYPE)
    if status == Status.TOO_MANY_PIXELS:
        return PhotoProblem(PhotoFault.TOO_MANY_PIXELS)
    if status != Status.DONE or len(output) <= HEADER.size:
        return PhotoProblem(PhotoFault.UNREADABLE)
    end = HEADER.size + HEADER.unpack_from(output)[0]
    return Photo(output[HEADER.size : end], output[end:])
