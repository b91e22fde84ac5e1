"""What is dear to make and only read is made once a run, by the worker that asks for it first."""

import fcntl
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

T = TypeVar("T")


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], T]) -> T:
    """What `make` returns for an empty folder; workers of the same run get the same folder and a copy of the value.

    The others wait meanwhile. Where `make` fails, the next one to ask tries again in a folder of its own.
    """
    folder = _of_the_run(factory) / "shared"
    folder.mkdir(exist_ok=True)
    kept = folder / f"{name}.pickle"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if kept.exists():
            value: T = pickle.loads(kept.read_bytes())
            return value
        value = make(factory.mktemp(name))
        kept.write_bytes(pickle.dumps(value))
    return value


def _of_the_run(factory: pytest.TempPathFactory) -> Path:
    """The folder that all workers share; a worker's own lies inside it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
