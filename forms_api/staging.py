"""Photos that wait while the resident checks her answers: 24 hours, under a random name, then swept.

`staged/RANDOM/` holds the repainted photos. Confirming copies them into the register before the case is acknowledged;
what is left here is swept by the clock.
"""

import contextlib
import os
import re
import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from forms_api.photos import Photo, PhotoFault, PhotoProblem
from register.disk import TEMPORARY, locked, make_private, read_regular, told, write_new
from register.keys import Draw
from register.photo_store import LARGEST, PhotoStore
from register.settings import Clock

KEPT_FOR = timedelta(hours=24)
MOST = 300
_ID = re.compile(r"[0-9a-f]{32}")


class Staging:
    """The folder of staged photos, and the register's photos they go to. Its methods raise StorageFailed."""

    def __init__(self, folder: Path, photos: PhotoStore, *, clock: Clock, draw: Draw) -> None:
        self.folder, self._photos, self._clock, self._draw = folder, photos, clock, draw
        with told():
            make_private(folder)

    def stage(self, photos: Sequence[Photo]) -> str | PhotoProblem:
        """Put photos aside; the name to ask for them by is secret and says nothing. BUSY where too many wait."""
        self.sweep()
        with self._alone():
            if len(self._staged()) >= MOST:
                return PhotoProblem(PhotoFault.BUSY)
            name = self._draw(16).hex()
            temporary = self.folder / (TEMPORARY + name)
            try:
                self._fill(temporary, photos)
                temporary.rename(self.folder / name)
            except OSError:
                shutil.rmtree(temporary, ignore_errors=True)
                raise
            return name

    def thumbnails(self, staged: str) -> tuple[bytes, ...] | PhotoProblem:
        """The small pictures, to show to the resident who added them; GONE after the sweep."""
        photos = self.photos(staged)
        return photos if isinstance(photos, PhotoProblem) else tuple(photo.thumbnail for photo in photos)

    def photos(self, staged: str) -> tuple[Photo, ...] | PhotoProblem:
        """What was staged, as long as it is not 24 hours old."""
        with self._alone():
            found = self._read(staged)
        return PhotoProblem(PhotoFault.GONE) if found is None else found

    def commit(self, staged: str, key: str) -> tuple[str, ...] | PhotoProblem:
        """Copy staged photos into the register, durably, and give their digests; GONE asks to add them again.

        Sent twice it does the same. Where other photos have the key already, those stand, and the digests given are
        of what was sent now: so the case that holds other digests tells that the form was changed.
        """
        photos = self.photos(staged)
        if isinstance(photos, PhotoProblem):
            return self._photos.digests(key) or photos
        self._photos.keep(key, [(photo.full, photo.thumbnail) for photo in photos])
        return tuple(photo.digest for photo in photos)

    def sweep(self) -> int:
        """Remove what has waited too long, and what a crash left. Returns how many."""
        with self._alone():
            old = self._old()
            old += [path for path in self.folder.iterdir() if path.name.startswith(TEMPORARY)]
            for path in old:
                shutil.rmtree(path)
        return len(old)

    def count_old(self) -> int:
        """How many have waited too long and would be swept."""
        with self._alone():
            return len(self._old())

    def _old(self) -> list[Path]:
        return [path for path in self._staged() if self._is_over(path)]

    def _fill(self, folder: Path, photos: Sequence[Photo]) -> None:
        """Write the photos, and date the folder by our clock."""
        folder.mkdir(mode=0o700)
        for number, photo in enumerate(photos, 1):
            write_new(folder / f"{number}.jpg", photo.full)
            write_new(folder / f"{number}.small.jpg", photo.thumbnail)
        moment = self._clock().timestamp()
        os.utime(folder, (moment, moment))

    def _read(self, staged: str) -> tuple[Photo, ...] | None:
        folder = self.folder / staged
        if not _ID.fullmatch(staged) or not folder.is_dir() or self._is_over(folder):
            return None
        count = sum(path.name.endswith(".small.jpg") for path in folder.iterdir())
        return tuple(
            Photo(
                read_regular(folder / f"{number}.jpg", LARGEST),
                read_regular(folder / f"{number}.small.jpg", LARGEST),
            )
            for number in range(1, count + 1)
        )

    def _staged(self) -> list[Path]:
        return [path for path in self.folder.iterdir() if _ID.fullmatch(path.name)]

    def _is_over(self, folder: Path) -> bool:
        now = self._clock()
        return abs(now - datetime.fromtimestamp(folder.stat().st_mtime, now.tzinfo)) > KEPT_FOR

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        with told(), locked(self.folder / "lock"):
            yield
