"""Take the picture of the home page anew: `python docs/pictures/take.py [http://127.0.0.1:8000/]`, beside a running demo."""

import sys
from pathlib import Path
from shutil import which

from playwright.sync_api import sync_playwright

WIDTH, HEIGHT = 390, 1500
CHROMIUM = which("chromium") or which("google-chrome")


def take(address: str, picture: Path) -> None:
    """The first screens of the page on a phone, as the README shows them."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=2)
        page.goto(address)
        page.screenshot(path=picture)
        browser.close()


if __name__ == "__main__":
    take(
        sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000/",
        Path(__file__).with_name("home-390.png"),
    )
