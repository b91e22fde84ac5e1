"""What is traced where coverage is measured: the tests of register and gate, and nothing around them.

Traced, a line costs two to three times as much, measured or not. So pytest's own work, other tests, drawn examples and
measurements run untraced; of a run of all tests, too, only what a test of register or gate with examples of its own
reaches is covered.
"""

import importlib
import os
import pkgutil
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Final

import pytest
from hypothesis import is_hypothesis_test

COVERED: Final = ("tests/register/", "tests/generator/disclosure/")
"""The tests that count."""
MEASURED: Final = ("register", "generator.disclosure")
"""What they have to reach whole."""

_TRACER: Final = sys.gettrace()
_THREADS: Final = threading.gettrace()
_CHILDREN: Final = "COVERAGE_PROCESS_CONFIG"
"""The variable that has Python processes traced which are started."""
_CHILDREN_TRACED: Final = os.environ.get(_CHILDREN)


def counts(item: pytest.Item) -> bool:
    return item.nodeid.startswith(COVERED) and item.get_closest_marker("untraced") is None


def examples_of(item: pytest.Item) -> AbstractContextManager[None]:
    """For the call of a test: a branch that only luck reaches is not covered."""
    return traced() if counts(item) and not is_hypothesis_test(getattr(item, "obj", None)) else nullcontext()


def surroundings_of(item: pytest.Item) -> AbstractContextManager[None]:
    """For what is made before a test and taken away behind it."""
    return traced() if counts(item) else nullcontext()


def traced() -> AbstractContextManager[None]:
    return nullcontext() if _TRACER is None else _tracing(_TRACER, _THREADS, _CHILDREN_TRACED)


def untraced() -> AbstractContextManager[None]:
    return nullcontext() if _TRACER is None else _tracing(None, None, None)


@contextmanager
def _tracing(tracer: Any, threads: Any, children: str | None) -> Iterator[None]:
    before = sys.gettrace(), threading.gettrace(), os.environ.get(_CHILDREN)
    _set(tracer, threads, children)
    try:
        yield
    finally:
        _set(*before)


def _set(tracer: Any, threads: Any, children: str | None) -> None:
    sys.settrace(tracer)
    threading.settrace(threads)
    if children is None:
        os.environ.pop(_CHILDREN, None)
    else:
        os.environ[_CHILDREN] = children


def stop() -> None:
    """For a process that runs no tests itself."""
    if _TRACER is not None:
        _set(None, None, _CHILDREN_TRACED)


def load_measured() -> None:
    """What a module does when it is loaded is traced once, here: the tests are collected untraced."""
    if sys.gettrace() is not None:
        for name in MEASURED:
            package = importlib.import_module(name)
            for module in pkgutil.walk_packages(package.__path__, f"{name}."):
                importlib.import_module(module.name)
