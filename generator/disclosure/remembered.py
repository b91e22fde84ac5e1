"""What was made before need not be made again: results kept by the digest of everything they were made from.

A key covers the kind of work, the program's own bytes and every input, so that nothing old can be taken for new. A
result is used only if it still has the seal it was kept with, an HMAC under the program's digest, which the estate's
secret made: who can write the store, and has not the secret, can pass nothing off as made, or as searched and found
clean. A damaged store is thrown away. It lies in the
estate's private folder and may be removed at any time: the next build is slower and byte for byte the same.
"""

import hashlib
import hmac
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Final

FILE: Final = "made.sqlite"
_FAST: Final = 1
_TABLE: Final = (
    "CREATE TABLE IF NOT EXISTS made (key TEXT PRIMARY KEY, digest BLOB NOT NULL, data BLOB NOT NULL)"
)


class Remembered:
    """A memory of results; this one forgets at once, for a build from nothing."""

    def __init__(self, program: str = "") -> None:
        self._program = program

    def key(self, kind: str, *inputs: bytes | str) -> str:
        """The name of a result: the digest of what it is made from."""
        whole = hashlib.sha256()
        for one in (kind, self._program, *inputs):
            data = one.encode("utf-8", "surrogatepass") if isinstance(one, str) else one
            whole.update(len(data).to_bytes(8) + data)
        return whole.hexdigest()

    def find(self, key: str) -> bytes | None:
        """The result kept under a key; None where there is none, or not as it was kept."""
        return None

    def keep(self, key: str, data: bytes) -> None:
        """Keep a result for the next build."""


class RememberedInFile(Remembered):
    """A memory that lasts from build to build. What a build did not ask for is dropped at its end."""

    def __init__(self, connection: sqlite3.Connection, program: str) -> None:
        super().__init__(program)
        self._connection = connection
        self._asked: set[str] = set()

    def find(self, key: str) -> bytes | None:
        self._asked.add(key)
        found = self._connection.execute("SELECT digest, data FROM made WHERE key = ?", (key,)).fetchone()
        if found is None:
            return None
        try:
            data = zlib.decompress(found[1])
        except zlib.error:
            return None
        return data if hmac.compare_digest(self._seal(key, data), found[0]) else None

    def keep(self, key: str, data: bytes) -> None:
        self._asked.add(key)
        row = (key, self._seal(key, data), zlib.compress(data, _FAST))
        self._connection.execute("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", row)

    def _seal(self, key: str, data: bytes) -> bytes:
        return hmac.digest(self._program.encode(), key.encode() + data, "sha256")

    def forget_rest(self) -> None:
        """Drop what was not asked for: it was made from something that is no more."""
        kept = [key for (key,) in self._connection.execute("SELECT key FROM made")]
        rest = [(key,) for key in kept if key not in self._asked]
        self._connection.executemany("DELETE FROM made WHERE key = ?", rest)


@contextmanager
def remembering(folder: Path, program: str) -> Iterator[Remembered]:
    """The memory in a private folder, open for one build; a store that cannot be used is replaced by an empty one.

    `program` is the program's digest under the estate's secret. A build that fails keeps what it made: its keys say what it was made from.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with closing(_opened(folder / FILE)) as connection:
        memory = RememberedInFile(connection, program)
        try:
            yield memory
            memory.forget_rest()
        finally:
            connection.commit()


def _opened(file: Path) -> sqlite3.Connection:
    try:
        return _connected(file)
    except sqlite3.DatabaseError:
        file.unlink()
        return _connected(file)


def _connected(file: Path) -> sqlite3.Connection:
    file.touch(mode=0o600)
    connection = sqlite3.connect(file)
    try:
        connection.execute("PRAGMA synchronous = OFF")  # derived: after a power cut it is made again
        connection.execute(_TABLE)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("is damaged")
    except sqlite3.DatabaseError:
        with suppress(sqlite3.DatabaseError):
            connection.close()
        raise
    return connection


def digest_of_files(folder: Path, endings: frozenset[str] | None = None) -> str:
    """The digest of every file below a folder, names included; of those with these endings alone, if any are named."""
    whole = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        if endings is None or file.suffix in endings:
            name = file.relative_to(folder).as_posix()
            whole.update(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {name}\n".encode())
    return whole.hexdigest()
