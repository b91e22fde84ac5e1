"""The photos of cases: `photos/KEY/1.jpg`, `1.small.jpg` and so on, private, kept once, durable.

KEY is a case's number or the tag of the form instance they came with. The case holds their digests.
"""

import contextlib
import hashlib
import re
import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from register.disk import TEMPORARY, locked, make_private, read_regular, sync_folder, told, write_new
from register.errors import RecordDamaged

LARGEST = 32_000_000
_KEY = re.compile(r"[0-9a-f]{32}|[0-9]{4}-[0-9]{3}-[0-9]{3}-[0-9]")


class PhotoStore:
    """The folder `photos/` of a register. Every method raises ValueError for a key that is none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "photos"
        with told():
            make_private(self.folder)

    def keep(self, key: str, photos: Sequence[tuple[bytes, bytes]]) -> None:
        """Keep photos with their thumbnails, durably; what is kept under the key already stands.

        Raises StorageFailed; then nothing can be seen under a key that had nothing.
        """
        place = self._place(key)
        with self._alone():
            if not place.exists():
                self._fill(self._temporary(key), photos)
                self._temporary(key).rename(place)
            sync_folder(self.folder)

    def digests(self, key: str) -> tuple[str, ...]:
        """SHA-256 of each photo under a key, in order; none where nothing is kept."""
        with told(), contextlib.suppress(FileNotFoundError):
            count = sum(path.name.endswith(".small.jpg") for path in self._place(key).iterdir())
            return tuple(hashlib.sha256(self.read(key, number)).hexdigest() for number in range(1, count + 1))
        return ()

    def read(self, key: str, number: int, *, small: bool = False) -> bytes:
        """One photo, for staff. Raises FileNotFoundError where there is none, RecordDamaged for a link or the like."""
        name = f"{number}.small.jpg" if small else f"{number}.jpg"
        try:
            return read_regular(self._place(key) / name, LARGEST)
        except FileNotFoundError:
            raise
        except OSError as problem:
            raise RecordDamaged(f"{key}/{name}", f"cannot be read: {problem.strerror}") from None

    def erase(self, key: str) -> None:
        """Remove all photos under a key; done also where there are none."""
        place = self._place(key)
        with self._alone():
            if place.exists():
                place.rename(self._temporary(key))
                sync_folder(self.folder)
                shutil.rmtree(self._temporary(key))

    def keys(self) -> frozenset[str]:
        """Every key that has photos: those that no case holds were sent with a form that was never kept."""
        with told():
            return frozenset(path.name for path in self.folder.iterdir() if _KEY.fullmatch(path.name))

    def kept_before(self, moment: datetime) -> frozenset[str]:
        """The keys of photos that were kept before a moment."""
        with told():
            return frozenset(
                key for key in self.keys() if (self.folder / key).stat().st_mtime < moment.timestamp()
            )

    def _place(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError("not a key of photos")
        return self.folder / key

    def _temporary(self, key: str) -> Path:
        return self.folder / (TEMPORARY + key)

    def _fill(self, folder: Path, photos: Sequence[tuple[bytes, bytes]]) -> None:
        folder.mkdir(mode=0o700)
        for number, (full, thumbnail) in enumerate(photos, 1):
            write_new(folder / f"{number}.jpg", full)
            write_new(folder / f"{number}.small.jpg", thumbnail)
        sync_folder(folder)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """One writer at a time; what a writer that failed or died left behind is cleared away first."""
        with told(), locked(self.folder / "lock"):
            for path in self.folder.glob(f"{TEMPORARY}*"):
                shutil.rmtree(path)
            yield
