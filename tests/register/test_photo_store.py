"""Photos in the register: kept once, durable, private, and gone when they are erased."""

import errno
import hashlib
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from register import photo_store
from register.errors import RecordDamaged, StorageFailed
from register.photo_store import PhotoStore

KEY, OTHER = "0" * 32, "2026-483-901-7"
PHOTOS = [(b"one", b"1"), (b"two", b"2")]


def test_photos_are_kept_in_order_with_their_thumbnails(tmp_path: Path) -> None:
    store = PhotoStore(tmp_path)
    store.keep(KEY, PHOTOS)
    assert store.digests(KEY) == tuple(hashlib.sha256(full).hexdigest() for full, _ in PHOTOS)
    assert [store.read(KEY, n) for n in (1, 2)] == [b"one", b"two"]
    assert store.read(KEY, 2, small=True) == b"2"
    with pytest.raises(FileNotFoundError):
        store.read(KEY, 3)


def test_what_is_kept_stands(tmp_path: Path) -> None:
    store = PhotoStore(tmp_path)
    store.keep(KEY, PHOTOS)
    store.keep(KEY, [(b"other", b"0")])
    assert store.read(KEY, 1) == b"one"


def test_nothing_kept_has_no_digests(tmp_path: Path) -> None:
    assert PhotoStore(tmp_path).digests(OTHER) == ()


@pytest.mark.parametrize(
    "key", ["", ".", "..", "../cases", "a/b", "0" * 31, "A" * 32, "2026-483-901-77", "0" * 32 + "\n"]
)
def test_a_key_is_never_a_path(tmp_path: Path, key: str) -> None:
    store = PhotoStore(tmp_path / "register")
    for deed in (store.digests, store.erase, lambda k: store.read(k, 1), lambda k: store.keep(k, PHOTOS)):
        with pytest.raises(ValueError, match="not a key"):
            deed(key)
    assert [path.name for path in tmp_path.rglob("*")] == ["register", "photos"]


def test_folder_and_files_are_private(tmp_path: Path) -> None:
    PhotoStore(tmp_path / "register").keep(KEY, PHOTOS)
    for path in tmp_path.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)


def test_erased_photos_are_gone_and_others_stay(tmp_path: Path) -> None:
    store = PhotoStore(tmp_path)
    store.keep(KEY, PHOTOS)
    store.keep(OTHER, PHOTOS)
    assert store.keys() == {KEY, OTHER}
    store.erase(KEY)
    store.erase(KEY)
    assert store.keys() == {OTHER}
    assert sorted(path.name for path in store.folder.iterdir()) == [OTHER, "lock"]


def test_a_linked_photo_is_damage_and_not_followed(tmp_path: Path) -> None:
    store = PhotoStore(tmp_path)
    store.keep(KEY, PHOTOS)
    (store.folder / KEY / "1.jpg").unlink()
    (store.folder / KEY / "1.jpg").symlink_to("/etc/passwd")
    with pytest.raises(RecordDamaged, match=r"1\.jpg: cannot be read"):
        store.read(KEY, 1)


def test_a_full_disk_shows_nothing_and_what_it_left_is_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = PhotoStore(tmp_path)
    real = photo_store.write_new

    def full(path: Path, data: bytes) -> None:
        if path.name == "2.jpg":
            raise OSError(errno.ENOSPC, "full")
        real(path, data)

    with monkeypatch.context() as patched:
        patched.setattr(photo_store, "write_new", full)
        with pytest.raises(StorageFailed, match="ENOSPC"):
            store.keep(KEY, PHOTOS)
    assert store.keys() == set()
    assert store.digests(KEY) == ()
    store.keep(KEY, PHOTOS)
    assert sorted(path.name for path in store.folder.iterdir()) == [KEY, "lock"]


def test_photos_are_durable_before_they_can_be_seen_and_their_name_before_they_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = PhotoStore(tmp_path)
    seen: list[tuple[str, bool]] = []

    def noted(folder: Path) -> None:
        seen.append((folder.name, (store.folder / KEY).exists()))

    monkeypatch.setattr(photo_store, "sync_folder", noted)
    store.keep(KEY, PHOTOS)
    assert seen == [(".tmp-" + KEY, False), ("photos", True)]
    store.keep(KEY, PHOTOS)  # whoever wrote them may have died before saying so
    assert seen[2:] == [("photos", True)]


def test_photos_kept_before_a_moment_are_told_from_later_ones(tmp_path: Path) -> None:
    photos, moment = PhotoStore(tmp_path), datetime(2026, 7, 6, tzinfo=UTC)
    for key, days in (("a" * 32, -1), ("b" * 32, 1)):
        photos.keep(key, [(b"full", b"small")])
        stamp = (moment + timedelta(days=days)).timestamp()
        os.utime(photos.folder / key, (stamp, stamp))
    assert photos.kept_before(moment) == {"a" * 32}


def test_photos_are_told_apart_by_when_they_were_kept(tmp_path: Path) -> None:
    store = PhotoStore(tmp_path)
    for key, moment in ((KEY, 1_000_000), (OTHER, 2_000_000)):
        store.keep(key, PHOTOS)
        os.utime(store.folder / key, (moment, moment))
    assert store.keys() == {KEY, OTHER}
    assert store.kept_before(datetime.fromtimestamp(1_500_000, UTC)) == {KEY}
