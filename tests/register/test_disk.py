"""The disk's own rules; what is built on them is tested with the store, the audit chain and the keys."""

import errno
from pathlib import Path

import pytest

from register.disk import make_private, put, read_regular, sync_folder, told, write_new
from register.errors import StorageFailed
from tests.faulty_disk import faulty_disk


def test_an_unknown_error_is_told_as_an_io_error() -> None:
    with pytest.raises(StorageFailed, match="EIO"), told():
        raise OSError("without a number")


def test_that_a_name_is_taken_stays_what_it_is() -> None:
    with pytest.raises(FileExistsError), told():
        raise FileExistsError(errno.EEXIST, "taken")


def test_a_new_file_replaces_nothing(tmp_path: Path) -> None:
    write_new(tmp_path / "a", b"one")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", b"two")
    assert read_regular(tmp_path / "a", 10) == b"one"


def test_a_large_file_is_read_whole_and_one_over_the_limit_not_at_all(tmp_path: Path) -> None:
    data = bytes(3_000_000)
    write_new(tmp_path / "a", data)
    assert read_regular(tmp_path / "a", 3_000_000) == data
    with pytest.raises(OSError, match="too large"):
        read_regular(tmp_path / "a", 2_999_999)


def test_every_folder_made_on_the_way_is_durable(tmp_path: Path) -> None:
    with faulty_disk() as disk:
        make_private(tmp_path / "a" / "b")
    made = [call for call in disk.calls if call[0] in ("mkdir", "fsync")]
    assert made == [("mkdir", "a"), ("fsync", tmp_path.name), ("mkdir", "b"), ("fsync", "a")]


def test_a_file_where_a_folder_should_be_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    make_private(tmp_path / "a")
    with pytest.raises(NotADirectoryError):
        sync_folder(tmp_path / "a")


def test_a_file_is_put_in_place_over_what_a_dead_writer_left(tmp_path: Path) -> None:
    place = tmp_path / "notice.toml"
    place.write_bytes(b"old")
    (tmp_path / ".tmp-notice.toml.part").write_bytes(b"half")
    put(place, b"new", 0o644)
    assert place.read_bytes() == b"new"
    assert place.stat().st_mode & 0o777 == 0o644
    assert [path.name for path in tmp_path.iterdir()] == ["notice.toml"]
