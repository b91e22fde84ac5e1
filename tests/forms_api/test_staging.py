"""Staged photos: kept for 24 hours under a random name, then swept; confirmed ones are durable before the case is."""

import errno
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from forms_api import staging
from forms_api.photos import Photo, PhotoFault, PhotoProblem
from forms_api.staging import Staging
from register.errors import StorageFailed
from register.photo_store import PhotoStore

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ONE, TWO = Photo(b"one", b"1"), Photo(b"two", b"2")
KEY = "f" * 32
GONE = PhotoProblem(PhotoFault.GONE)


class Stage:
    """A staging folder with a clock of its own."""

    def __init__(self, folder: Path) -> None:
        self.now = NOON
        self.folder = folder / "staged"
        self.kept = PhotoStore(folder / "register")
        self.staging = Staging(self.folder, self.kept, clock=lambda: self.now, draw=Random(1).randbytes)

    def stage(self, *photos: Photo) -> str:
        staged = self.staging.stage(photos)
        assert isinstance(staged, str)
        return staged

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir() if path.name != "lock")


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


def test_staged_photos_come_back_in_order(stage: Stage) -> None:
    staged = stage.stage(ONE, TWO, ONE)
    assert stage.staging.photos(staged) == (ONE, TWO, ONE)
    assert stage.staging.thumbnails(staged) == (b"1", b"2", b"1")


def test_names_are_drawn_and_nothing_of_the_senders_is_in_them(stage: Stage) -> None:
    first, second = stage.stage(ONE), stage.stage(ONE)
    assert first != second
    assert all(len(name) == 32 and set(name) <= set("0123456789abcdef") for name in (first, second))
    files = sorted(path.name for path in (stage.folder / first).iterdir())
    assert files == ["1.jpg", "1.small.jpg"]


def test_staged_photos_are_private(stage: Stage) -> None:
    stage.stage(ONE)
    for path in [stage.folder, *stage.folder.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


@pytest.mark.parametrize("after", [timedelta(hours=24, seconds=1), timedelta(days=4000), timedelta(days=-2)])
def test_after_24_hours_they_are_gone_and_then_swept(stage: Stage, after: timedelta) -> None:
    staged = stage.stage(ONE)
    stage.now = NOON + after
    assert stage.staging.photos(staged) == GONE
    assert stage.staging.thumbnails(staged) == GONE
    assert stage.staging.commit(staged, KEY) == GONE
    assert stage.names() == [staged]
    assert stage.staging.sweep() == 1
    assert stage.names() == []
    assert stage.kept.keys() == set()


@pytest.mark.parametrize("after", [timedelta(hours=24), timedelta(minutes=-5)])
def test_until_then_they_stay(stage: Stage, after: timedelta) -> None:
    staged = stage.stage(ONE)
    stage.now = NOON + after
    assert stage.staging.sweep() == 0
    assert stage.staging.photos(staged) == (ONE,)


def test_staging_sweeps_so_that_nothing_piles_up_where_nobody_calls_for_it(stage: Stage) -> None:
    stage.stage(ONE)
    stage.now = NOON + timedelta(days=2)
    staged = stage.stage(TWO)
    assert stage.names() == [staged]


def test_what_a_crash_left_half_made_is_swept_and_never_seen(stage: Stage) -> None:
    half = stage.folder / (".tmp-" + "a" * 32)
    half.mkdir()
    (half / "1.jpg").write_bytes(b"one")
    assert stage.staging.photos("a" * 32) == GONE
    assert stage.staging.sweep() == 1
    assert stage.names() == []


@pytest.mark.parametrize(
    "staged", ["", ".", "..", "../register", "lock", "/etc", "A" * 32, "0" * 32 + "\n", "0" * 33]
)
def test_a_name_that_was_not_drawn_is_gone_and_never_a_path(stage: Stage, staged: str) -> None:
    assert stage.staging.photos(staged) == GONE
    assert stage.staging.commit(staged, KEY) == GONE


def test_too_many_waiting_photos_are_refused_for_a_while(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "MOST", 2)
    stage.stage(ONE)
    stage.stage(ONE)
    assert stage.staging.stage([ONE]) == PhotoProblem(PhotoFault.BUSY)
    stage.now = NOON + timedelta(days=2)
    stage.stage(ONE)


def test_a_full_disk_leaves_nothing_half_made(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(staging, "write_new", full)
    with pytest.raises(StorageFailed, match="ENOSPC"):
        stage.staging.stage([ONE])
    assert stage.names() == []


def test_confirmed_photos_are_in_the_register_with_their_digests(stage: Stage) -> None:
    staged = stage.stage(ONE, TWO)
    assert stage.staging.commit(staged, KEY) == (ONE.digest, TWO.digest)
    assert stage.kept.digests(KEY) == (ONE.digest, TWO.digest)
    assert stage.kept.read(KEY, 2, small=True) == b"2"


def test_confirming_again_does_the_same_also_after_the_sweep(stage: Stage) -> None:
    staged = stage.stage(ONE)
    first = stage.staging.commit(staged, KEY)
    assert stage.staging.commit(staged, KEY) == first
    stage.now = NOON + timedelta(days=3)
    stage.staging.sweep()
    assert stage.staging.commit(staged, KEY) == first


def test_other_photos_under_the_same_key_are_told_apart_and_overwrite_nothing(stage: Stage) -> None:
    stage.staging.commit(stage.stage(ONE), KEY)
    assert stage.staging.commit(stage.stage(TWO), KEY) == (TWO.digest,)
    assert stage.kept.digests(KEY) == (ONE.digest,)


def test_photos_that_cannot_be_kept_are_not_confirmed(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    staged = stage.stage(ONE)

    def broken(key: str, photos: object) -> None:
        raise StorageFailed("EIO")

    with monkeypatch.context() as patched:
        patched.setattr(stage.kept, "keep", broken)
        with pytest.raises(StorageFailed):
            stage.staging.commit(staged, KEY)
    assert stage.staging.commit(staged, KEY) == (ONE.digest,)


def test_a_link_among_staged_photos_is_not_followed(stage: Stage) -> None:
    staged = stage.stage(ONE)
    folder = stage.folder / staged
    dated = folder.stat().st_mtime
    (folder / "1.jpg").unlink()
    (folder / "1.jpg").symlink_to("/etc/passwd")
    os.utime(folder, (dated, dated))  # whoever can plant a link can also set the date
    with pytest.raises(StorageFailed, match="ELOOP"):
        stage.staging.photos(staged)
