"""What is remembered is what was kept, or nothing: never something old, foreign or damaged."""

import hashlib
import sqlite3
import zlib
from pathlib import Path

import pytest

from generator.disclosure.remembered import FILE, Remembered, RememberedInFile, digest_of_files, remembering


def kept(folder: Path, program: str = "1") -> bytes | None:
    with remembering(folder, program) as memory:
        return memory.find(memory.key("page", "source"))


def keep(folder: Path, data: bytes = b"made", program: str = "1") -> None:
    with remembering(folder, program) as memory:
        memory.keep(memory.key("page", "source"), data)


def fail(folder: Path) -> None:
    with remembering(folder, "1") as memory:
        memory.keep(memory.key("page", "other"), b"other")
        raise OSError("full")


def change(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / FILE)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_what_was_kept_is_found_by_the_next_build(tmp_path: Path) -> None:
    keep(tmp_path / "cache")
    assert kept(tmp_path / "cache") == b"made"


def test_another_program_finds_nothing(tmp_path: Path) -> None:
    keep(tmp_path)
    assert kept(tmp_path, program="2") is None


def test_a_key_covers_every_input_and_where_it_ends() -> None:
    key = Remembered("1").key
    made = [
        key("page", "a", "b"),
        key("page", "ab"),
        key("page", "ab", ""),
        key("pagea", "b"),
        key("page", b"\xff"),
    ]
    assert len({*made, Remembered("2").key("page", "a", "b")}) == 6


def test_a_result_that_stands_under_the_key_of_another_is_none(tmp_path: Path) -> None:
    """Two rows changed places: each is whole in itself."""
    with remembering(tmp_path, "1") as memory:
        memory.keep(memory.key("page", "source"), b"made")
        memory.keep(memory.key("page", "other"), b"other")
    other = Remembered("1").key("page", "other")
    change(
        tmp_path,
        "UPDATE made SET (digest, data) = (SELECT digest, data FROM made AS one WHERE one.key != made.key) "
        f"WHERE key != '{other}'",
    )
    assert kept(tmp_path) is None


def test_a_build_from_nothing_remembers_nothing() -> None:
    memory = Remembered()
    memory.keep("key", b"made")
    assert memory.find("key") is None


@pytest.mark.parametrize(
    "statement", ["UPDATE made SET data = x'00'", "UPDATE made SET digest = x'00'", "DELETE FROM made"]
)
def test_a_changed_result_is_not_used(tmp_path: Path, statement: str) -> None:
    keep(tmp_path)
    change(tmp_path, statement)
    assert kept(tmp_path) is None


def test_a_result_that_was_sealed_without_the_secret_is_not_used(tmp_path: Path) -> None:
    keep(tmp_path)
    key = Remembered("1").key("page", "source")
    seal, data = hashlib.sha256(key.encode() + b"forged").hexdigest(), zlib.compress(b"forged").hex()
    change(tmp_path, f"UPDATE made SET digest = x'{seal}', data = x'{data}'")
    assert kept(tmp_path) is None


@pytest.mark.parametrize("damage", [b"no database at all" * 9, b"SQLite format 3\0" + b"\xff" * 200])
def test_a_damaged_store_is_replaced_by_an_empty_one(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / FILE).write_bytes(damage)
    assert kept(tmp_path) is None
    keep(tmp_path)
    assert kept(tmp_path) == b"made"


def test_a_store_whose_pages_are_torn_is_replaced(tmp_path: Path) -> None:
    keep(tmp_path, b"".join(number.to_bytes(4) for number in range(40_000)))
    torn = bytearray((tmp_path / FILE).read_bytes())
    torn[4096:8192] = b"\xaa" * 4096
    (tmp_path / FILE).write_bytes(torn)
    assert kept(tmp_path) is None


def test_what_a_build_did_not_ask_for_is_dropped(tmp_path: Path) -> None:
    keep(tmp_path)
    with remembering(tmp_path, "1") as memory:
        memory.keep(memory.key("page", "other"), b"other")
    assert kept(tmp_path) is None


def test_a_build_that_fails_keeps_what_it_made_and_drops_nothing(tmp_path: Path) -> None:
    keep(tmp_path)
    with pytest.raises(OSError, match="full"):
        fail(tmp_path)
    assert kept(tmp_path) == b"made"


def test_it_is_private(tmp_path: Path) -> None:
    keep(tmp_path / "cache")
    assert (tmp_path / "cache").stat().st_mode & 0o077 == 0
    assert (tmp_path / "cache" / FILE).stat().st_mode & 0o077 == 0


def test_the_real_memory_is_one_too(tmp_path: Path) -> None:
    with remembering(tmp_path, "1") as memory:
        assert isinstance(memory, RememberedInFile)


def test_a_folder_is_known_by_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1")
    first = digest_of_files(tmp_path)
    (tmp_path / "b.pyc").write_text("2")
    assert digest_of_files(tmp_path) != first
    assert digest_of_files(tmp_path, frozenset({".py"})) == first
    (tmp_path / "a.py").rename(tmp_path / "c.py")
    assert digest_of_files(tmp_path, frozenset({".py"})) != first
