"""The check page's own script in a browser."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

SCRIPT = Path(__file__).resolve().parent.parent / "site_templates" / "assets" / "verify.js"
TIMED = """([entries, checkpoint]) => {
  const started = performance.now();
  const answers = Ledger.judge(entries, checkpoint, {}, {});
  if (answers[0].code !== "whole") throw new Error(answers[0].code);
  return (performance.now() - started) / 1000;
}"""


@contextmanager
def checking(entries: str, checkpoint: str) -> Iterator[Callable[[], float]]:
    """A call that reads the ledger and recomputes its head in the browser, and gives the seconds it took."""
    found = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        page = chromium.new_page()
        page.add_script_tag(path=SCRIPT)
        yield lambda: float(page.evaluate(TIMED, [entries, checkpoint]))
        chromium.close()
