"""The public ledger: one entry of 48 bytes for every case ever counted, and the head of the RFC 6962 tree over them.

`content/ledger/entries.txt` holds one entry a line in lower-case hex, appended to by each release and sorted inside its
batch, so that order says nothing; `content/ledger/checkpoint` the head in the shape of a C2SP tlog-checkpoint.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.disclosure.releases.release import LedgerHead
from register.errors import RecordDamaged

ENTRIES = "entries.txt"
CHECKPOINT = "checkpoint"
_ENTRY = re.compile(r"[0-9a-f]{96}")


def leaf_hash(entry: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def tree_root(entries: Sequence[str]) -> str:
    """The RFC 6962 root over entries in hex, as hex; that of no entries is the SHA-256 of nothing."""
    level = [leaf_hash(bytes.fromhex(entry)) for entry in entries]
    while len(level) > 1:
        pairs = [node_hash(left, right) for left, right in zip(level[::2], level[1::2], strict=False)]
        level = pairs + level[len(pairs) * 2 :]
    return (level[0] if level else hashlib.sha256(b"").digest()).hex()


def append_batch(entries: Sequence[str], batch: Iterable[str]) -> tuple[str, ...]:
    """The entries with a release's own after them, these in their own order. Raises ValueError for one there already."""
    added = sorted(batch)
    if len({*entries, *added}) != len(entries) + len(added):
        raise ValueError("an entry is in the ledger already")
    return (*entries, *added)


def head_of(origin: str, entries: Sequence[str], batch: int) -> LedgerHead:
    """The head after a release that added `batch` entries."""
    return LedgerHead(origin=origin, size=len(entries), batch=batch, root=tree_root(entries))


def extends(entries: Sequence[str], size: int, root: str) -> bool:
    """Whether an older head is a prefix: nothing it covered was removed, changed or reordered."""
    return size <= len(entries) and tree_root(entries[:size]) == root


def origin_of(address: str) -> str:
    """The ledger's name, from the address of the site: `https://cuihu.example` → `cuihu.example/ledger`."""
    return f"{address.split('://', 1)[-1].rstrip('/')}/ledger"


def entries_text(entries: Sequence[str]) -> bytes:
    return "".join(f"{entry}\n" for entry in entries).encode("ascii")


def checkpoint_text(head: LedgerHead) -> bytes:
    """Origin, size and root in base64, each on its line, then an empty line; signatures would follow it."""
    root = base64.b64encode(bytes.fromhex(head.root)).decode("ascii")
    return f"{head.origin}\n{head.size}\n{root}\n\n".encode()


def read_ledger(folder: Path, heads: Sequence[LedgerHead]) -> tuple[str, ...]:
    """The ledger's entries, checked against the heads of all releases, oldest first.

    Raises RecordDamaged naming the file and what is wrong: a line that is no entry, an entry twice, more or fewer
    entries than were released, a head that is no longer a prefix, a checkpoint of another head.
    """
    if not heads:
        return _empty(folder)
    latest = max(heads, key=lambda head: head.size)
    entries = parse_entries(_bytes(folder / ENTRIES))
    if len(entries) != latest.size:
        raise RecordDamaged(ENTRIES, f"holds {len(entries)} entries; {latest.size} were released")
    for head in heads:
        if not extends(entries, head.size, head.root):
            raise RecordDamaged(
                ENTRIES, f"the first {head.size} entries no longer give the head they were released with"
            )
    if _bytes(folder / CHECKPOINT) != checkpoint_text(latest):
        raise RecordDamaged(CHECKPOINT, "is not the head of the latest release")
    return entries


def _empty(folder: Path) -> tuple[str, ...]:
    for name in (ENTRIES, CHECKPOINT):
        if (folder / name).exists():
            raise RecordDamaged(name, "is there although nothing has been released")
    return ()


def parse_entries(data: bytes) -> tuple[str, ...]:
    """The lines of `entries.txt`. Raises RecordDamaged naming the first that is no entry."""
    lines = data.decode("ascii", "replace").split("\n")
    if lines.pop():
        raise RecordDamaged(ENTRIES, "does not end with a whole line")
    for count, line in enumerate(lines, start=1):
        if not _ENTRY.fullmatch(line):
            raise RecordDamaged(ENTRIES, f"line {count} is no entry of 48 bytes in lower-case hex")
    if len(set(lines)) != len(lines):
        raise RecordDamaged(ENTRIES, "holds an entry twice")
    return tuple(lines)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise RecordDamaged(
            path.name, f"cannot be read ({problem.strerror}); restore it from a copy"
        ) from None
