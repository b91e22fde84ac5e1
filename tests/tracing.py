"""What is traced where coverage is measured: the tests, and nothing around them.

Traced, a line costs two to three times as much, measured or not. So pytest's own work, drawn examples and measurements
run untraced: what is covered is what a test with examples of its own reaches.
"""

import importlib
import pkgutil
import sys
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any, Final

import pytest
from hypothesis import is_hypothesis_test

MEASURED: Final = ("register", "generator.disclosure")
"""What the tests have to reach whole."""

_TRACER: Final = sys.gettrace()
_THREADS: Final = threading.gettrace()


def call_of(item: pytest.Item) -> AbstractContextManager[None]:
    """A branch that only luck reaches is not covered."""
    return nullcontext() if is_hypothesis_test(getattr(item, "obj", None)) else surroundings_of(item)


def surroundings_of(item: pytest.Item) -> AbstractContextManager[None]:
    """What is made before a test and taken away behind it.

    What asks again what was asked with tracing, in thousands of variations, is marked `untraced`.
    """
    return traced() if item.get_closest_marker("untraced") is None else nullcontext()


def traced() -> AbstractContextManager[None]:
    return nullcontext() if _TRACER is None else _tracing(_TRACER, _THREADS)


def untraced() -> AbstractContextManager[None]:
    return nullcontext() if _TRACER is None else _tracing(None, None)


@contextmanager
def _tracing(tracer: Any, threads: Any) -> Iterator[None]:
    before = sys.gettrace(), threading.gettrace()
    _set(tracer, threads)
    try:
        yield
    finally:
        _set(*before)


def _set(tracer: Any, threads: Any) -> None:
    sys.settrace(tracer)
    threading.settrace(threads)


def stop() -> None:
    """For a process that runs no tests itself."""
    if _TRACER is not None:
        _set(None, None)


def load_measured() -> None:
    """What a module does when it is loaded is traced here, once: the tests are collected untraced."""
    if _TRACER is not None and sys.gettrace() is not None:
        for name in MEASURED:
            package = importlib.import_module(name)
            for module in pkgutil.walk_packages(package.__path__, f"{name}."):
                importlib.import_module(module.name)
