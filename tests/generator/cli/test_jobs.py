"""The desk's long work: one at a time, and nothing that was asked for is lost."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Queue
from threading import Event
from typing import Any

import pytest

from generator.cli import jobs
from generator.cli.jobs import ChildJob
from tests.waiting import join_all


class Child:
    """A process that ends when it is told to."""

    def __init__(self, arguments: Sequence[str], code: int) -> None:
        self.arguments, self._code, self._over = arguments, code, Event()

    def end(self) -> None:
        self._over.set()

    def poll(self) -> int | None:
        return self._code if self._over.is_set() else None

    def wait(self) -> int:
        assert self._over.wait(600)
        return self._code


class Children:
    """Every process that was begun, in order."""

    def __init__(self) -> None:
        self._begun: Queue[Child] = Queue()
        self.code = 0

    def __call__(self, command: Sequence[str], **streams: Any) -> Child:
        streams["stdout"].write(f"正在做 {command[-1]} · Doing {command[-1]}".encode())
        child = Child(command[3:], self.code)
        self._begun.put(child)
        return child

    def next(self) -> Child:
        return self._begun.get(timeout=600)

    def none_left(self) -> bool:
        return self._begun.empty()


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> Iterator[Children]:
    """Nobody follows a child on into another test, where what is begun next would be a process indeed."""
    made = Children()
    monkeypatch.setattr(jobs, "Popen", made)
    yield made
    join_all("child job")


class NeverBegun(threading.Thread):
    """A thread that the machine has no time for."""

    def start(self) -> None:
        pass


def state(job: ChildJob) -> str | None:
    told = job.state("zh")
    return told.state if told else None


def test_one_is_begun_and_told_in_the_readers_language(children: Children, tmp_path: Path) -> None:
    job = ChildJob(tmp_path / "builds" / "last.log")
    assert state(job) is None
    job.start(["build"])
    told = job.state("en")
    assert told is not None
    assert (told.state, told.lines) == ("running", ("Doing build",))
    children.next().end()
    assert state(job) == "done"


def test_what_is_asked_for_while_one_runs_begins_when_it_has_ended(
    children: Children, tmp_path: Path
) -> None:
    job = ChildJob(tmp_path / "last.log")
    for day in ("1", "2", "3"):
        job.start(["build", day])
    first = children.next()
    assert first.arguments == ["build", "1"]
    assert children.none_left()
    first.end()
    assert state(job) == "running"
    last = children.next()
    assert last.arguments == ["build", "3"]
    last.end()
    assert state(job) == "done"
    assert children.none_left()


def test_one_that_failed_says_so_and_the_next_can_begin(children: Children, tmp_path: Path) -> None:
    job = ChildJob(tmp_path / "last.log")
    children.code = 1
    job.start(["build"])
    children.next().end()
    assert state(job) == "failed"
    job.start(["build", "again"])
    child = children.next()
    assert state(job) == "running"
    child.end()


def test_what_was_asked_for_is_remembered_until_it_was_done_well(children: Children, tmp_path: Path) -> None:
    mark = tmp_path / "builds" / "asked-for"
    job = ChildJob(tmp_path / "builds" / "last.log", mark)
    assert not job.is_left_undone
    children.code = 1
    job.start(["build", "1"])
    children.next().end()
    children.code = 0
    job.start(["build", "2"])
    assert job.is_left_undone
    job.start(["build", "3"])
    children.next().end()
    last = children.next()
    assert ChildJob(job.log, mark).is_left_undone, "the next start of the program knows it"
    last.end()
    join_all("child job")
    assert not job.is_left_undone


def test_who_is_told_that_it_is_done_finds_nothing_left_undone(
    children: Children, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However late the thread that follows the child comes to it."""
    job = ChildJob(tmp_path / "last.log", tmp_path / "asked-for")
    with monkeypatch.context() as late:
        late.setattr(jobs, "Thread", NeverBegun)
        job.start(["build"])
    children.next().end()
    assert state(job) == "done"
    assert not job.is_left_undone


def test_one_that_failed_is_left_undone_also_when_its_end_was_seen(
    children: Children, tmp_path: Path
) -> None:
    job = ChildJob(tmp_path / "last.log", tmp_path / "asked-for")
    children.code = 1
    job.start(["build"])
    children.next().end()
    join_all("child job")
    assert state(job) == "failed"
    assert job.is_left_undone


def test_one_that_did_a_take_down_without_all_the_rest_is_done_in_part(
    children: Children, tmp_path: Path
) -> None:
    job = ChildJob(tmp_path / "last.log", tmp_path / "asked-for")
    children.code = 4
    job.start(["build"])
    children.next().end()
    join_all("child job")
    assert state(job) == "partly"
    assert not job.is_left_undone, "the next start need not build again what would be refused"


def test_work_without_a_mark_is_not_remembered(children: Children, tmp_path: Path) -> None:
    job = ChildJob(tmp_path / "last.log")
    job.start(["preview"])
    assert not job.is_left_undone
    children.next().end()
