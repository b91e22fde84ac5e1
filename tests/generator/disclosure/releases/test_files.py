"""Writing: whole or not at all, once where it is for ever, private where it is private."""

import fcntl
import stat
from pathlib import Path

import pytest

from generator.disclosure.releases.files import PRIVATE, PUBLIC, create_once, locked, remove_folder, replace
from register.errors import RecordDamaged, StorageFailed
from tests.faulty_disk import each_fault, faulty_disk


def modes(path: Path) -> tuple[int, int]:
    return stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)


def test_a_public_file_can_be_read_by_all_and_a_private_one_by_its_owner(tmp_path: Path) -> None:
    create_once(tmp_path / "public" / "a", b"a", PUBLIC)
    create_once(tmp_path / "private" / "a", b"a", PRIVATE)
    assert modes(tmp_path / "public" / "a")[0] == 0o644
    assert modes(tmp_path / "private" / "a") == (0o600, 0o700)


def test_what_is_written_once_is_never_overwritten(tmp_path: Path) -> None:
    create_once(tmp_path / "a", b"first", PUBLIC)
    create_once(tmp_path / "a", b"first", PUBLIC)
    with pytest.raises(RecordDamaged, match="a: is there already with other bytes"):
        create_once(tmp_path / "a", b"other", PUBLIC)
    assert (tmp_path / "a").read_bytes() == b"first"


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    replace(tmp_path / "a", b"first", PUBLIC)
    replace(tmp_path / "a", b"other", PUBLIC)
    assert [file.name for file in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"other"


@pytest.mark.parametrize("write", [create_once, replace])
def test_a_failing_disk_leaves_the_old_file_or_the_new_one(write: object, tmp_path: Path) -> None:
    for fault in each_fault():
        path = tmp_path / str(fault) / "a"
        with faulty_disk(fault) as disk:
            try:
                write(path, b"new", PRIVATE)  # type: ignore[operator]
            except StorageFailed:
                pass
            else:
                if not disk.failed():
                    break
        assert not path.exists() or path.read_bytes() == b"new"
    assert path.read_bytes() == b"new"


def test_a_folder_is_taken_away_with_its_files(tmp_path: Path) -> None:
    replace(tmp_path / "draft" / "a", b"a", PRIVATE)
    remove_folder(tmp_path / "draft")
    assert not (tmp_path / "draft").exists()


def test_one_at_a_time(tmp_path: Path) -> None:
    with (tmp_path / "lock").open("w") as second:
        with locked(tmp_path), pytest.raises(BlockingIOError):
            fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
