"""The estate's secret and what is made from it."""

import stat
from pathlib import Path

import pytest

from register.errors import SettingsRefused, StorageFailed
from register.keys import LENGTH, Keys, make_keys, read_keys
from tests.faulty_disk import ERRORS, each_fault, faulty_disk


def draw(length: int) -> bytes:
    return bytes(range(length))


def test_a_secret_is_read_back_and_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "master.key"
    make_keys(file, draw)
    assert read_keys(file) == Keys(draw(LENGTH))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_a_secret_is_never_replaced(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    make_keys(file, draw)
    with pytest.raises(FileExistsError):
        make_keys(file, lambda length: b"x" * length)
    assert read_keys(file).secret == draw(LENGTH)


@pytest.mark.parametrize("error", ERRORS)
def test_a_fault_leaves_no_half_secret(tmp_path: Path, error: int) -> None:
    for number in each_fault():
        file = tmp_path / str(number) / "master.key"
        with faulty_disk(number, error) as disk:
            try:
                make_keys(file, draw)
            except StorageFailed:
                assert disk.failed()
        assert not file.exists() or read_keys(file).secret == draw(LENGTH)
        if not disk.failed():
            assert file.exists()
            return


def test_a_secret_is_durable_with_its_name_before_it_is_used(tmp_path: Path) -> None:
    with faulty_disk() as disk:
        make_keys(tmp_path / "master.key", draw)
    synced = [about for name, about in disk.calls if name == "fsync"]
    assert synced == ["master.key", tmp_path.name]


def test_what_is_wrong_with_the_file_is_named_all_at_once(tmp_path: Path) -> None:
    file = tmp_path / "master.key"
    file.write_bytes(b"short")
    file.chmod(0o640)
    with pytest.raises(SettingsRefused) as refused:
        read_keys(file)
    assert [(fault.key, fault.value) for fault in refused.value.faults] == [("length", 5), ("mode", "0o640")]


def test_a_missing_or_unreadable_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused, match="restore it from the backup"):
        read_keys(tmp_path / "master.key")
    with pytest.raises(SettingsRefused, match="cannot be read"):
        read_keys(tmp_path)


def test_each_use_has_its_own_key_and_none_shows() -> None:
    keys = Keys(draw(LENGTH))
    assert keys.derive("a") != keys.derive("b")
    assert keys.tag("a", b"m") != keys.tag("b", b"m") != keys.tag("b", b"n")
    assert len(keys.tag("a", b"m")) == 32
    assert "secret" not in repr(keys)
