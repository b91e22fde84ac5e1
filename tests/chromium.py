"""The browser of the tests: where it is, and how it is begun."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest

CHROMIUM: Final = (
    os.environ.get("PORTAL_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
)
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)


@contextmanager
def launched() -> Iterator[Any]:
    """A browser while the block runs; a test that needs one is skipped where there is none."""
    if CHROMIUM is None:
        pytest.skip("no chromium: install Debian's package `chromium`, or set PORTAL_CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()
