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


def test_every_room_is_told_by_its_own_first_line() -> None:
    parts = ("bench", "forms_api", "generator", "register")
    rooms = [file for part in parts for file in (PROJECT / part).rglob("__init__.py")]
    rows = {f"| `{room.parent.relative_to(PROJECT)}` | {_first_line(room)} |" for room in rooms}
    assert set(re.findall(r"^\| `[^`|]*/?[a-z_]+` \| .*$", PAGE, re.MULTILINE)) == rows


def _first_line(file: Path) -> str:
    return file.read_text(encoding="utf-8").split("\n")[0].strip('"')
