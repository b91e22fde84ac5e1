"""The baseline of a build: stock Material for MkDocs, every page in the navigation, with as many pages of usual length."""

import subprocess
import sys
from pathlib import Path

CONFIG = """\
site_name: Baseline
theme:
  name: material
  language: zh
  font: false
plugins:
  - search
"""
ROWS = "".join(f"| 第 {row} 行 | 已处理 | {row * 3} 件 |\n" for row in range(12))
PARAGRAPH = "反映楼道垃圾清运不及时。已将早间清运提前，周末增加一班，并在公告栏公布清运时间。"


def write(folder: Path, pages: int) -> None:
    """A project of `pages` pages of about two kilobytes of Chinese with a table each."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    docs = folder / "docs"
    docs.mkdir()
    for number in range(pages):
        name = "index.md" if number == 0 else f"page-{number}.md"
        text = f"# 第 {number} 页\n\n{PARAGRAPH * 8}\n\n| 项目 | 结果 | 数量 |\n|---|---|---|\n{ROWS}"
        (docs / name).write_text(text, encoding="utf-8")


def command(folder: Path) -> list[str]:
    config = str(folder / "mkdocs.yml")
    return [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "-q", "-f", config]


def build(folder: Path) -> None:
    subprocess.run(command(folder), check=True, capture_output=True, text=True)
