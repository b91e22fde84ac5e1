"""The page about the house names every package there is, and no room that is not there."""

import re
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PAGE = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = set(
    re.findall(r"`((?:register|forms_api|generator|site_templates|content|tests)(?:/[\w./]*)?)`", PAGE)
)


def test_every_room_it_names_is_there() -> None:
    assert len(NAMED) > 40
    assert [name for name in sorted(NAMED) if not (PROJECT / name).exists()] == []


def test_every_package_is_named() -> None:
    packages = {
        folder.parent.relative_to(PROJECT).as_posix()
        for top in ("register", "forms_api", "generator")
        for folder in (PROJECT / top).rglob("__init__.py")
    }
    assert packages - NAMED == {"generator"}
