"""The ledger: RFC 6962 against an independent implementation, append-only, and refused by name when tampered with."""

import base64
import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree, InvalidProof, verify_consistency, verify_inclusion

from generator.disclosure.releases.ledger import (
    CHECKPOINT,
    ENTRIES,
    append_batch,
    checkpoint_text,
    entries_text,
    extends,
    head_of,
    leaf_hash,
    origin_of,
    parse_entries,
    read_ledger,
    tree_root,
)
from register.errors import RecordDamaged

GOLDEN = Path(__file__).resolve().parents[3] / "golden"
ENTRY = st.binary(min_size=48, max_size=48).map(bytes.hex)
LEDGER = st.lists(ENTRY, unique=True, max_size=70)


def some(count: int) -> tuple[str, ...]:
    """Entries that anybody can make again: the first 48 bytes of SHA-384 of their index."""
    return tuple(hashlib.sha384(str(i).encode()).hexdigest() for i in range(count))


def oracle(entries: tuple[str, ...] | list[str]) -> InmemoryTree:
    return InmemoryTree.init_from_entries([bytes.fromhex(entry) for entry in entries], algorithm="sha256")


@given(LEDGER)
def test_the_root_is_the_one_another_implementation_finds(entries: list[str]) -> None:
    assert tree_root(entries) == oracle(entries).get_root().hex()


@given(LEDGER.filter(bool), st.data())
def test_every_older_head_is_a_prefix_for_the_other_implementation_too(
    entries: list[str], data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, len(entries)))
    tree, root = oracle(entries), tree_root(entries[:size])
    assert extends(entries, size, root)
    proof = tree.prove_consistency(size, len(entries))
    verify_consistency(bytes.fromhex(root), bytes.fromhex(tree_root(entries)), proof)


def test_an_entry_is_proved_included_by_the_other_implementation() -> None:
    entries = some(7)
    proof = oracle(entries).prove_inclusion(3, 7)
    root = bytes.fromhex(tree_root(entries))
    verify_inclusion(leaf_hash(bytes.fromhex(entries[2])), root, proof)
    with pytest.raises(InvalidProof):
        verify_inclusion(leaf_hash(bytes.fromhex(entries[3])), root, proof)


def test_the_root_of_nothing_is_the_hash_of_nothing() -> None:
    assert tree_root([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("change", ["drop", "swap", "alter", "shorten"])
def test_a_ledger_that_lost_or_changed_something_does_not_extend_its_old_head(change: str) -> None:
    entries = list(some(9))
    root = tree_root(entries[:6])
    if change == "drop":
        del entries[2]
    elif change == "swap":
        entries[0], entries[1] = entries[1], entries[0]
    elif change == "alter":
        entries[5] = "0" * 96
    else:
        del entries[5:]
    assert not extends(entries, 6, root)


@given(LEDGER, st.lists(ENTRY, unique=True, max_size=9))
def test_a_batch_is_sorted_and_what_was_there_stays(entries: list[str], batch: list[str]) -> None:
    before = tuple(entry for entry in entries if entry not in batch)
    after = append_batch(before, batch)
    assert after[: len(before)] == before
    assert list(after[len(before) :]) == sorted(batch)


@pytest.mark.parametrize("batch", [("a" * 96, "a" * 96), ("b" * 96,)])
def test_an_entry_is_appended_once(batch: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="already"):
        append_batch(("b" * 96,), batch)


def test_the_files_have_the_shape_they_have_for_ever() -> None:
    entries = some(5)
    assert entries_text(entries) == (GOLDEN / "entries.txt").read_bytes()
    assert (
        checkpoint_text(head_of("cuihu.example/ledger", entries, 2)) == (GOLDEN / "checkpoint").read_bytes()
    )


def test_a_checkpoint_is_origin_size_and_root() -> None:
    origin, size, root, empty, end = checkpoint_text(head_of("a/ledger", some(3), 3)).decode().split("\n")
    assert (origin, size, empty, end) == ("a/ledger", "3", "", "")
    assert base64.b64decode(root).hex() == tree_root(some(3))


@pytest.mark.parametrize("address", ["https://cuihu.example", "http://cuihu.example/"])
def test_the_ledger_is_named_after_the_site(address: str) -> None:
    assert origin_of(address) == "cuihu.example/ledger"


class TestReading:
    HEADS = (head_of("a/ledger", some(3), 3), head_of("a/ledger", some(5), 2))

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / ENTRIES).write_bytes(entries_text(some(5)))
        (tmp_path / CHECKPOINT).write_bytes(checkpoint_text(self.HEADS[1]))
        return tmp_path

    def test_a_sound_one(self, folder: Path) -> None:
        assert read_ledger(folder, self.HEADS) == some(5)

    def test_a_revision_of_an_older_period_may_come_last(self, folder: Path) -> None:
        assert read_ledger(folder, (*self.HEADS, self.HEADS[0])) == some(5)

    def test_none_before_the_first_release(self, tmp_path: Path) -> None:
        assert read_ledger(tmp_path / "ledger", ()) == ()

    @pytest.mark.parametrize(
        ("lines", "problem"),
        [
            (some(4), "holds 4 entries; 5 were released"),
            ((*some(2), "0" * 96, *some(5)[3:]), "first 3 entries no longer"),
            ((*some(4), "0" * 96), "first 5 entries no longer"),
            ((*some(4), some(1)[0]), "an entry twice"),
            ((*some(4), "0" * 95), "line 5 is no entry"),
            ((*some(4), "A" * 96), "line 5 is no entry"),
        ],
    )
    def test_tampered_entries_are_refused_by_name(
        self, folder: Path, lines: tuple[str, ...], problem: str
    ) -> None:
        (folder / ENTRIES).write_bytes(entries_text(lines))
        with pytest.raises(RecordDamaged, match=f"entries.txt: .*{problem}"):
            read_ledger(folder, self.HEADS)

    def test_a_torn_line(self) -> None:
        with pytest.raises(RecordDamaged, match="whole line"):
            parse_entries(entries_text(some(2))[:-1])

    @pytest.mark.parametrize("name", [ENTRIES, CHECKPOINT])
    def test_a_missing_file(self, folder: Path, name: str) -> None:
        (folder / name).unlink()
        with pytest.raises(RecordDamaged, match=f"{name}: cannot be read"):
            read_ledger(folder, self.HEADS)

    def test_another_checkpoint(self, folder: Path) -> None:
        (folder / CHECKPOINT).write_bytes(checkpoint_text(self.HEADS[0]))
        with pytest.raises(RecordDamaged, match="checkpoint: is not the head"):
            read_ledger(folder, self.HEADS)

    def test_a_ledger_without_any_release(self, folder: Path) -> None:
        with pytest.raises(RecordDamaged, match="nothing has been released"):
            read_ledger(folder, ())
