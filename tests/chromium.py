"""The browser of the tests: where it is, and how it is begun."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest

KINDS: Final = ("chromium-headless-shell", "chromium", "google-chrome")
"""The first one that is there is taken: a shell without windows loads a page for less than half the price."""
CHROMIUM: Final = os.environ.get("PORTAL_CHROMIUM") or next(filter(None, map(shutil.which, KINDS)), None)
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)
PATIENCE: Final = 300_000
"""Milliseconds; nobody waits so long but where it fails, or the machine is very busy."""


@contextmanager
def launched() -> Iterator[Any]:
    """A browser while the block runs; a test that needs one is skipped where there is none."""
    if CHROMIUM is None:
        pytest.skip(
            "no chromium: install Debian's package `chromium-headless-shell` or `chromium`, or set PORTAL_CHROMIUM"
        )
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS), timeout=PATIENCE)
        browser.new_context, browser.new_page = map(patient, (browser.new_context, browser.new_page))
        yield browser
        browser.close()


def patient(make: Callable[..., Any]) -> Callable[..., Any]:
    """Makes pages that wait for what is clicked and loaded as long as for what is expected."""

    def made(**options: Any) -> Any:
        one = make(**options)
        one.set_default_timeout(PATIENCE)
        return one

    return made
