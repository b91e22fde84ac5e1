"""Serving an app: limits the protocol itself must keep, no access log, and a graceful end."""

import asyncio
import re
import sys
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

HEADER_SECONDS = 10.0
KEEP_ALIVE_SECONDS = 5
GRACE_SECONDS = 10
LARGEST_HEAD = 16 * 1024
MOST_AT_ONCE = 512
SWITCH_SECONDS = 0.0005
_SLOPPY = re.compile(rb"(?<!\r)\n|\n[ \t]")


class ImpatientProtocol(H11Protocol):
    """Closes a connection that sends no whole request head in `HEADER_SECONDS`; uvicorn itself waits for ever.

    A head with bare line feeds or folded lines is refused: a proxy in front of us might read it differently.
    """

    waiting: asyncio.TimerHandle | None = None
    head: bytes = b""

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        if not self._is_answering() and self._is_sloppy(data):
            self._stop_waiting()
            self.send_400_response("Invalid HTTP request received.")
            return
        super().data_received(data)
        if self._is_answering():
            self._stop_waiting()
        elif self.waiting is None:
            self._wait_for_head()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if not self.transport.is_closing() and not self._is_answering():
            self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_waiting()
        super().connection_lost(exc)

    def _is_sloppy(self, data: bytes) -> bool:
        """Whether the head received so far holds line ends that may be read in two ways."""
        head, end, _ = (self.head + data).partition(b"\r\n\r\n")
        self.head = b"" if end else head[-LARGEST_HEAD:]
        return bool(_SLOPPY.search(head))

    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _wait_for_head(self) -> None:
        self._stop_waiting()
        self.waiting = self.loop.call_later(HEADER_SECONDS, self._give_up)

    def _give_up(self) -> None:
        if not self._is_answering() and not self.transport.is_closing():
            self.transport.close()

    def _stop_waiting(self) -> None:
        if self.waiting is not None:
            self.waiting.cancel()
            self.waiting = None


def make_server(app: ASGIApp, *, host: str, port: int) -> uvicorn.Server:
    """A server that is not started yet; several may share one event loop (`await server.serve()`).

    Threads that come back from the disk get their turn after half a millisecond instead of Python's five: a form is kept
    in some twenty calls to the system, and each may wait so long for a busy event loop.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=ImpatientProtocol,
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,
        log_level="critical",
        server_header=False,
        limit_concurrency=MOST_AT_ONCE,
        backlog=1024,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
        h11_max_incomplete_event_size=LARGEST_HEAD,
    )
    return uvicorn.Server(config)


def serve(app: ASGIApp, *, host: str, port: int) -> None:
    """Serve until the process is asked to stop; requests under way are finished first."""
    make_server(app, host=host, port=port).run()
