"""Group A: hostile requests byte by byte against the real server. Numbers are those of the list of 135."""

import contextlib
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from register.store import FolderStore
from tests.hostile.running import Running, answer, estate, serving, status_of

HOST = b"Host: 127.0.0.1\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
POST = b"POST /f/complaint HTTP/1.1\r\n" + HOST + FORM
GET = b"GET /f/complaint HTTP/1.1\r\n" + HOST
MARK = b"CIWEI-4471"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """With the patience it has in earnest: a busy machine may take its time between two packets."""
    folder = tmp_path_factory.mktemp("estate")
    estate(folder)
    with serving(folder) as running:
        yield running


@pytest.fixture(scope="module")
def impatient(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """It gives up after a second, for those who must be given up."""
    folder = tmp_path_factory.mktemp("impatient")
    estate(folder)
    with serving(folder, "--impatient") as running:
        yield running


def chunked(size: int) -> bytes:
    return b"Transfer-Encoding: chunked\r\n\r\n%x\r\n" % size + b"a" * size + b"\r\n0\r\n\r\n"


CASES: list[tuple[str, bytes, int]] = [
    ("1 one byte over, announced", POST + b"Content-Length: 65537\r\n\r\n" + b"a" * 65537, 413),
    ("2 over, chunked", POST + chunked(66_000), 413),
    ("3a length of twenty digits", POST + b"Content-Length: 99999999999999999999\r\n\r\n", 413),
    ("3b negative length", POST + b"Content-Length: -1\r\n\r\n", 400),
    ("3c signed length", POST + b"Content-Length: +3\r\n\r\nabc", 400),
    ("3d length of letters", POST + b"Content-Length: abc\r\n\r\n", 400),
    ("8 length and chunks", POST + b"Content-Length: 5\r\n" + chunked(5), 400),
    ("9 two lengths", POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde", 400),
    ("10 unknown transfer coding", POST + b"Transfer-Encoding: xchunked\r\n\r\n", 400),
    ("11a bare line feeds", GET.replace(b"\r\n", b"\n") + b"\n", 400),
    ("11b folded header", GET + b"X-Mark: a\r\n b\r\n\r\n", 400),
    ("11c space before the colon", GET + b"X-Mark : a\r\n\r\n", 400),
    ("12a two hosts", GET + HOST + b"\r\n", 400),
    ("12b no host", b"GET /f/complaint HTTP/1.1\r\n\r\n", 400),
    ("12c no host, old version", b"GET /f/complaint HTTP/1.0\r\n\r\n", 400),
    ("12d host with a user", b"GET / HTTP/1.1\r\nHost: a.com:80@evil\r\n\r\n", 400),
    ("13 foreign host", b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", 400),
    ("14 absolute target", b"GET http://evil.example/f HTTP/1.1\r\n" + HOST + b"\r\n", 400),
    ("15a header of 17 kB", GET + b"X: " + b"a" * 17_000 + b"\r\n\r\n", 431),
    ("15b a thousand headers", GET + b"".join(b"X%d: y\r\n" % n for n in range(1000)) + b"\r\n", 431),
    ("15c long address", b"GET /f/" + b"a" * 3000 + b" HTTP/1.1\r\n" + HOST + b"\r\n", 414),
    ("16a NUL in a header", GET + b"X-Mark: a\0b\r\n\r\n", 400),
    ("16b high bytes in the host", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\xff\r\n\r\n", 400),
    ("17a TLS hello", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 40 + b"\r\n\r\n", 400),
    ("17b HTTP/0.9", b"GET /\r\n\r\n", 400),
    ("18a TRACE", b"TRACE /f/complaint HTTP/1.1\r\n" + HOST + b"\r\n", 405),
    ("18b CONNECT", b"CONNECT 127.0.0.1:80 HTTP/1.1\r\n" + HOST + b"\r\n", 405),
    ("18c QUERY", b"QUERY /f/complaint HTTP/1.1\r\n" + HOST + b"\r\n", 405),
    ("18d FOO", b"FOO /f/complaint HTTP/1.1\r\n" + HOST + b"\r\n", 405),
    ("19 method override", GET + b"X-HTTP-Method-Override: DELETE\r\n\r\n", 200),
    ("20 oversize behind 100-continue", POST + b"Content-Length: 70000\r\nExpect: 100-continue\r\n\r\n", 413),
    ("21 compressed body", POST + b"Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x08", 415),
    ("24 part of a page", GET + b"Range: bytes=0-9\r\nIf-None-Match: *\r\n\r\n", 200),
    ("84 twenty megabytes of one letter", POST + b"Content-Length: 20000000\r\n\r\n" + b"a" * 1000, 413),
]  # fmt: skip


@pytest.mark.parametrize(("request_bytes", "status"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_the_request_gets_its_status_and_leaves_no_trace(
    server: Running, request_bytes: bytes, status: int
) -> None:
    received = server.ask(request_bytes.replace(b"X-Mark: a", b"X-Mark: " + MARK))
    assert status_of(received) == status
    assert b"100 Continue" not in received
    assert b"evil.example" not in received
    if status == 405:
        assert b"\r\nallow: GET, HEAD, POST" in received
    assert stored(server) == 0
    assert server.said.read_text(encoding="utf-8") == ""


def stored(server: Running) -> int:
    return len(list(FolderStore(server.said.parent / "var" / "register").numbers()))


def test_4_a_body_that_breaks_off_leaves_nothing(server: Running) -> None:
    with server.connect() as connection:
        connection.sendall(POST + b"Content-Length: 500\r\n\r\nwhat=" + MARK)
        connection.shutdown(socket.SHUT_WR)
        assert status_of(answer(connection)) in (0, 400, 408)
    assert stored(server) == 0
    assert server.said.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    "begun", [b"", b"GET /f/compl", GET, GET + b"X: "], ids=["idle", "line", "host", "header"]
)
def test_5_half_a_head_is_given_up(impatient: Running, begun: bytes) -> None:
    with impatient.connect() as connection:
        connection.sendall(begun)
        assert connection.recv(1000) == b""


def served(connection: socket.socket, request: bytes) -> bytes:
    """The answer to a request in time; none where this machine was so busy that half a second too many went by."""
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        connection.sendall(request)
    return answer(connection)


def until_in_time(server: Running, request: bytes) -> tuple[socket.socket, bytes]:
    """A connection on which a server without patience has answered, and the answer: a late request is sent again."""
    while True:
        connection = server.connect()
        if received := served(connection, request):
            return connection, received
        connection.close()
        assert server.process.poll() is None


def test_5_a_second_half_head_on_a_kept_connection_is_given_up(impatient: Running) -> None:
    connection, received = until_in_time(impatient, GET + b"\r\n")
    with connection:
        assert status_of(received) == 200
        connection.sendall(b"GET /f/compl")
        assert connection.recv(1000) == b""


def test_6_a_body_that_does_not_come_is_answered_408(impatient: Running) -> None:
    connection, received = until_in_time(impatient, POST + b"Content-Length: 500\r\n\r\nw")
    connection.close()
    assert status_of(received) == 408
    assert "等待时间太长".encode() in received


def test_7_two_hundred_idle_connections_do_not_shut_the_others_out(server: Running) -> None:
    idle = [server.connect() for _ in range(200)]
    try:
        assert status_of(server.ask(GET + b"\r\n")) == 200
    finally:
        for connection in idle:
            connection.close()


def test_23_what_follows_a_refused_body_is_not_another_request(server: Running) -> None:
    with server.connect() as connection:
        connection.sendall(POST + b"Content-Length: 2000000\r\n\r\n" + b"a" * 50 + GET + b"\r\n")
        received = b""
        while chunk := connection.recv(65536):
            received += chunk
    assert status_of(received) == 413
    assert received.count(b"HTTP/1.1 ") == 1


def test_134_a_server_told_to_stop_finishes_what_is_under_way_and_stores_nothing_half(tmp_path: Path) -> None:
    estate(tmp_path)
    with serving(tmp_path) as stopping, stopping.connect() as connection:
        connection.sendall(POST + b"Content-Length: 7\r\n\r\n_e")
        assert status_of(stopping.ask(GET + b"\r\n")) == 200  # the half request has arrived by now
        stopping.process.terminate()
        connection.sendall(b"nd=1\0")
        assert status_of(answer(connection)) in (0, 400)
        assert stopping.process.wait(120) is not None
        assert stored(stopping) == 0
    assert stopping.said.read_text(encoding="utf-8") == ""


def test_valid_visitors_are_served_after_all_this(server: Running, impatient: Running) -> None:
    for each in (server, impatient):
        assert each.process.poll() is None
        connection, received = until_in_time(each, GET + b"\r\n")
        connection.close()
        assert status_of(received) == 200
        assert stored(each) == 0
        assert each.said.read_text(encoding="utf-8") == ""
