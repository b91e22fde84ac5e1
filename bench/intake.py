"""Intake: durable submissions through the real server, beside this disk's own limit and the same app without storing."""

import http.client
import os
import resource
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

from bench.measuring import Row, at_least, at_most, row_of
from bench.scale import Scale
from forms_api.answers import AskedForm, ask
from forms_api.description import read_forms
from forms_api.instance import FormInstance, sign_instance
from forms_api.sealing import seal_answers
from generator.cli.folder import make_home
from register.disk import remove, sync_folder, write_new
from register.keys import Keys, read_keys

CLIENTS = (1, 8, 32)
EACH = 160
BYTES = 1_400
MANY = 20_000
FEW = 2_000
ANSWERS = {
    "matter": "hygiene", "place": "5号楼2单元", "what": "楼道垃圾两天没有清运，气味很大，请尽快处理。", "reply": "call_me",
    "name": "陈建国", "phone": "13812345678", "room": "5-2-1203",
}  # fmt: skip


@dataclass
class Crowd:
    """Forms that were filled in and wait to be confirmed; each is sent once."""

    keys: Keys
    form: AskedForm
    _drawn: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def body(self) -> bytes:
        with self._lock:
            self._drawn += 1
            drawn = self._drawn.to_bytes(16)
        opened = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=1)
        token = sign_instance(self.keys, FormInstance("complaint", drawn, opened, self.form.digest))
        answers = {name: ANSWERS.get(name, "") for name in self.form.description.names}
        fields = {
            **answers,
            "_instance": token,
            "_seal": seal_answers(self.keys, token, answers),
            "_end": "1",
        }
        return urlencode(fields).encode()


@dataclass(frozen=True)
class Run:
    """How many a second were answered, and how long one waits: seconds at the median and at 99 in a hundred."""

    rate: float
    p50: float
    p99: float


def measure(scale: Scale) -> Iterator[Row]:
    scale.room(1_000)
    folder = scale.new("intake")
    home = make_home(folder / "estate", os.urandom)
    forms, _ = read_forms(home.content / "forms")
    crowd = Crowd(read_keys(home.key_file), ask(forms["complaint"]))
    with serving(home.folder) as real, serving(home.folder, "nothing") as idle:
        for clients in CLIENTS:
            yield from _of_clients(clients, crowd, real.port, idle.port, scale)
        yield _memory(crowd, real, MANY if scale.full else FEW)


def _of_clients(clients: int, crowd: Crowd, real: int, idle: int, scale: Scale) -> Iterator[Row]:
    disk = scale.new("disk")
    runs, limits, nothings = [], [], []
    for _ in range(scale.pairs):
        runs.append(_submit(clients, crowd, real))
        limits.append(_written(clients, disk))
        nothings.append(_submit(clients, crowd, idle))
    said = f"submissions, {clients} client{'s' if clients > 1 else ''}"
    bar = at_least(0.7) if clients == 8 else None
    pairs = [(one.rate, limit) for one, limit in zip(runs, limits, strict=True)]
    yield row_of("intake", said, "the disk's durable files", pairs, unit="/s", bar=bar)
    pairs = [(one.rate, other.rate) for one, other in zip(runs, nothings, strict=True)]
    yield row_of("intake", said, "the same app without storing", pairs, unit="/s")
    waits = [(one.p99, one.p50) for one in runs]
    bar = at_most(5) if clients == 8 else None
    yield row_of("intake", f"{said}: wait of 99 in 100", "the median wait", waits, unit="s", bar=bar)


def _submit(clients: int, crowd: Crowd, port: int) -> Run:
    """Confirm forms from so many connections that are kept open, as a proxy keeps them."""
    bodies = [[crowd.body() for _ in range(EACH // clients)] for _ in range(clients)]
    waits: list[float] = []

    def client(own: list[bytes]) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        connection.connect()
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for body in own:
            started = time.perf_counter()
            connection.request("POST", "/f/complaint/send", body, HEADERS)
            answer = connection.getresponse()
            answer.read()
            waits.append(time.perf_counter() - started)
            assert answer.status == 303, f"the server answered {answer.status}"
        connection.close()

    seconds = _together(client, bodies)
    return Run(len(waits) / seconds, median(waits), quantiles(waits, n=100)[98])


HEADERS = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


def _written(clients: int, folder: Path) -> float:
    """Durable small files a second: written, synced, linked to their name, the folder synced."""
    data = os.urandom(BYTES)

    def writer(names: list[str]) -> None:
        for name in names:
            temporary, place = folder / f".{name}", folder / name
            write_new(temporary, data)
            os.link(temporary, place)
            sync_folder(folder)
            remove(temporary)

    named = [[f"{time.perf_counter_ns()}-{n}-{m}" for m in range(EACH // clients)] for n in range(clients)]
    return clients * (EACH // clients) / _together(writer, named)


def _together(work: Callable[[list[bytes]], None] | Callable[[list[str]], None], shares: list[list[bytes]] | list[list[str]]) -> float:  # fmt: skip
    with ThreadPoolExecutor(len(shares)) as pool:
        started = time.perf_counter()
        list(pool.map(work, shares))
        return time.perf_counter() - started


def _memory(crowd: Crowd, server: "Serving", count: int) -> Row:
    """Whether the server grows: its memory after many submissions, against a tenth of them."""
    taken = []
    for part in range(10):
        _submit_many(8, crowd, server.port, count // 10)
        if part in (0, 9):
            taken.append(server.resident())
    return row_of("intake", f"memory after {count:,} submissions", "after a tenth of them", [(taken[1], taken[0])],
                  unit="MiB", bar=at_most(1.1))  # fmt: skip


def _submit_many(clients: int, crowd: Crowd, port: int, count: int) -> None:
    for _ in range(max(1, count // EACH)):
        _submit(clients, crowd, port)


@dataclass(frozen=True)
class Serving:
    process: "subprocess.Popen[str]"
    port: int

    def resident(self) -> float:
        """Memory of the server in MiB now."""
        status = Path(f"/proc/{self.process.pid}/statm")
        if not status.exists():
            return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20
        return int(status.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@contextmanager
def serving(home: Path, *flags: str) -> Iterator[Serving]:
    """The real server in a process of its own; with `nothing`, one whose store keeps nothing."""
    command = [sys.executable, "-m", "bench.server", str(home), *flags]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    with process.stdout as said:
        try:
            yield Serving(process, int(said.readline()))
        finally:
            process.kill()
            process.wait()
