"""Starting and stopping the real server, and talking to it byte by byte."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from register.keys import make_keys
from register.settings import Home, read_home
from tests.factories import KEYS, PROJECT

SERVER = Path(__file__).with_name("server.py")


@dataclass(frozen=True)
class Running:
    """A server process, its port, and where what it said was written."""

    process: "subprocess.Popen[str]"
    port: int
    said: Path

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=600)

    def ask(self, request: bytes) -> bytes:
        """Everything that comes back until the server closes, or until one whole answer is there.

        It may have answered and closed before it was told everything.
        """
        with self.connect() as connection:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                connection.sendall(request)
            return answer(connection)


def answer(connection: socket.socket) -> bytes:
    """What the server sends; a connection that stays open after a whole answer is not waited for."""
    received = b""
    with contextlib.suppress(ConnectionResetError):
        while not is_whole(received) and (chunk := connection.recv(65536)):
            received += chunk
    return received


def is_whole(received: bytes) -> bool:
    head, found, body = received.partition(b"\r\n\r\n")
    lengths = [
        int(line.split(b":")[1])
        for line in head.lower().split(b"\r\n")
        if line.startswith(b"content-length:")
    ]
    return bool(found and lengths and len(body) >= lengths[0])


def status_of(received: bytes) -> int:
    """The status of the first answer; 0 where the connection was closed without one."""
    return int(received.split()[1]) if received.startswith(b"HTTP/1.") else 0


def estate(folder: Path) -> Home:
    """An estate's folder that `read_home` accepts, with the tests' keys."""
    shutil.copytree(PROJECT / "content" / "forms", folder / "content" / "forms")
    origins = 'origin = "https://portal.example"\ndesk_origin = "https://desk.example"\n'
    (folder / "portal.toml").write_text(origins, encoding="utf-8")
    home = read_home(folder)
    make_keys(home.key_file, lambda length: KEYS.secret[:length])
    return home


@contextlib.contextmanager
def serving(folder: Path, *flags: str) -> Iterator[Running]:
    """The server on an estate's folder; killed at the end, whatever happens."""
    said = folder / "said.txt"
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with said.open("ab") as errors:
        process = subprocess.Popen(
            [sys.executable, str(SERVER), str(folder), *flags],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=environment,
        )
    assert process.stdout is not None
    with process.stdout as out:
        try:
            yield Running(process, int(out.readline()), said)
        finally:
            process.kill()
            process.wait()
            said.write_text(said.read_text(encoding="utf-8") + out.read(), encoding="utf-8")
