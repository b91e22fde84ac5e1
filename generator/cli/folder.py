"""An estate's folder: making a new one from the project's template, and finding the one that is meant."""

import os
import shutil
from pathlib import Path

from register.errors import Fault, SettingsRefused
from register.keys import Draw, make_keys
from register.settings import Home, read_home

TEMPLATE = Path(__file__).resolve().parent.parent.parent / "content"
SAMPLES = (
    "inspections",
    "improvements",
    "notices",
    "training.toml",
    "fees.toml",
    "disclosures.toml",
    "points.toml",
)
"""Work of the invented estate in the template: a real one starts with none."""
PRIVATE = (
    "var",
    "var/register",
    "var/keys",
    "var/staff",
    "var/drafts",
    "var/settlements",
    "var/builds",
    "var/audit",
)

PORTAL_TOML = """\
# 本小区的私有设置。公开的内容写在 content/ 里。
# The estate's private settings. What is public is written in content/.

# 居民看到的网址和工作台的网址（工作台只在本机或内网打开）
origin = "{origin}"
desk_origin = "{desk_origin}"

# 登记簿和密钥，不得放在 content/ 或 site/ 里；请定期备份 var/
register = "var/register"
keys = "var/keys/master.key"

[serve]
host = "127.0.0.1"
port = {port}

[desk]
host = "127.0.0.1"
port = {desk_port}
"""


def make_home(folder: Path, draw: Draw, *, port: int = 8000, desk_port: int = 8001) -> Home:
    """A new estate's folder with content, settings and keys. Raises SettingsRefused if something is there already."""
    if folder.exists() and any(folder.iterdir()):
        raise SettingsRefused([Fault(str(folder), "-", None, "is not empty; name a new folder")])
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(TEMPLATE, folder / "content", ignore=_not_for_a_new_estate)
    for name in SAMPLES:
        if (TEMPLATE / name).is_dir():
            (folder / "content" / name).mkdir()
    for name in PRIVATE:
        (folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
    settings = PORTAL_TOML.format(
        origin=f"http://127.0.0.1:{port}",
        desk_origin=f"http://127.0.0.1:{desk_port}",
        port=port,
        desk_port=desk_port,
    )
    (folder / "portal.toml").write_text(settings, encoding="utf-8")
    make_keys(folder / "var/keys/master.key", draw)
    return read_home(folder)


def _not_for_a_new_estate(folder: str, names: list[str]) -> set[str]:
    """What has been released elsewhere, and samples of work that this estate has not done."""
    released = shutil.ignore_patterns("*.json", "entries.txt", "checkpoint")(folder, names)
    return released | (set(names) & set(SAMPLES) if Path(folder) == TEMPLATE else set())


def find_home(named: Path | None) -> Home:
    """The estate's folder: named, from PORTAL_HOME, or the one you stand in. Raises SettingsRefused if there is none."""
    folder = named or (Path(os.environ["PORTAL_HOME"]) if os.environ.get("PORTAL_HOME") else Path.cwd())
    if not (folder / "portal.toml").is_file():
        raise SettingsRefused(
            [
                Fault(
                    str(folder),
                    "portal.toml",
                    None,
                    "这里没有小区；用 --home 指出文件夹，或用 portal init 新建 · no estate here; use --home DIR, or make one with `portal init DIR`",
                )
            ]
        )
    return read_home(folder)
