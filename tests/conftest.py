"""For all tests: results are judged, never the time a busy machine takes; what they write is kept in memory."""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import tracing
from tests.order import dealt

UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# The same examples are drawn each time, so that a change is judged by what it changed and not by luck.
# `--hypothesis-profile=exploring` draws others.
settings.register_profile("steady", UNTIMED, derandomize=True)
settings.register_profile("exploring", UNTIMED, derandomize=False)
settings.load_profile("steady")

MEMORY = Path("/dev/shm")
ENOUGH = 2 * 1024**3  # bytes; a whole run writes well under half of it


def write_to_memory() -> None:
    """A store syncs every write, and a disk takes milliseconds each time; what memory does with it is the same.

    Whoever says where to write (TMPDIR) is obeyed. Workers and commands that are started take this over.
    """
    if "TMPDIR" not in os.environ and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ENOUGH:
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # so that it is asked for again


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("numprocesses", None) and not hasattr(config, "workerinput"):
        tracing.stop()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[object]:
    """What is there when the tests begin stays to the end: looking through it for garbage again and again finds none."""
    gc.disable()
    tracing.load_measured()
    try:
        with tracing.untraced():
            return (yield)
    finally:
        gc.enable()
        gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Each of several workers works out the same order."""
    workers = getattr(config, "workerinput", {"workercount": 1})["workercount"]
    items[:] = dealt(items, lambda item: item.nodeid.partition("::")[0], workers)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Iterator[object]:
    with tracing.untraced():
        return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    with tracing.surroundings_of(item):
        return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    with tracing.call_of(item):
        return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    with tracing.surroundings_of(item):
        return (yield)


write_to_memory()
