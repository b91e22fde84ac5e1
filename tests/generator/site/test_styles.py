"""What residents see is drawn by old webviews too: their stylesheets need nothing newer than CSS grid (Chrome 57)."""

import re
from collections.abc import Iterator

import pytest

from register.wording import TEMPLATES

SHEETS = ("assets/site.css", "assets/folded.css", "forms/forms.css")
TOO_NEW = re.compile(
    r":(?:has|is|where)\(|@(?:layer|container|scope|property)\b|\b(?:color-mix|oklch|lab|light-dark|clamp)\(|"
    r"\binset\s*:|\baspect-ratio\s*:|\d(?:d|s|l)v[hw]\b"
)


def written(css: str) -> str:
    """Without comments."""
    return re.sub(r"/\*.*?\*/", "", css, flags=re.S)


def rules(css: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each rule's selector and its declarations in order."""
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        parts = (one.split(":", 1) for one in body.split(";") if ":" in one)
        yield selector.strip(), [(name.strip(), value.strip()) for name, value in parts]


def faults(css: str) -> list[str]:
    """What an old browser would not understand, and would not find a plainer word for."""
    css = written(css)
    found = TOO_NEW.findall(css)
    for selector, declarations in rules(css):
        names = [name for name, _ in declarations]
        for at, (name, value) in enumerate(declarations):
            if re.search(r"\b(?:min|max)\(", value) and name not in names[:at]:
                found.append(f"{selector}: {value} without a plain value before")
            if name in ("gap", "column-gap") and f"grid-{name}" not in names[:at]:
                found.append(f"{selector}: {name} without grid-{name} before")
        choices = selector.split(",")
        if any(":focus-visible" in one for one in choices) and not all(
            ":focus-visible" in one for one in choices
        ):
            found.append(f"{selector}: an unknown selector drops the whole list")
    return found


@pytest.mark.parametrize("sheet", SHEETS)
def test_no_condition_of_a_newer_browser(sheet):
    assert faults((TEMPLATES / sheet).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "css",
    [
        "p:has(a) { color: red }",
        "@media print { .a { inset: 0; } }",
        ".a { width: min(100%, 3em) }",
        ".a { display: flex; gap: 1em }",
        "a:focus, b:focus-visible { outline: 0 }",
        ".a { color: color-mix(in srgb, red, blue) }",
    ],
)
def test_what_an_old_webview_would_drop_is_noticed(css):
    assert faults(css)
