"""What MkDocs is told. This module and `engine.py` are the only two that know it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import material
import yaml

from generator.site.edition import Page
from generator.site.words.render import SITE, quiet
from register.terms import Language

THEME = SITE / "theme"
Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""libyaml's where there is one, as MkDocs reads with it too: it writes the same, sixty times as fast."""
ONE_LINE = 2**30
"""No line is ever broken; libyaml takes no endless width."""
MATERIAL = Path(material.__file__).parent / "templates"
_STYLESHEETS = MATERIAL / "assets" / "stylesheets"
_SOURCE_MAP = b"/*# sourceMappingURL="


def material_stylesheet() -> bytes:
    """Material's main stylesheet, without the address of a source map that we do not publish."""
    (path,) = _STYLESHEETS.glob("main.*.min.css")
    return path.read_bytes().split(_SOURCE_MAP)[0]


def settings(
    name: str, language: Language, source: Path, site: Path, shell: Mapping[str, Any]
) -> dict[str, Any]:
    """`mkdocs.yml` of one language. `shell` reaches the skeleton as `config.extra.shell`."""
    return {
        "site_name": name,
        "docs_dir": str(source),
        "site_dir": str(site),
        "theme": {"name": "material", "custom_dir": str(THEME), "font": False, "language": language.value},
        "plugins": [],
        "nav": [
            {str(section["title"]): path}
            for section, path in zip(shell["sections"], navigated(shell), strict=True)
        ],
        "not_in_nav": "*",
        "use_directory_urls": True,
        "extra": {"shell": dict(shell)},
    }


def navigated(shell: Mapping[str, Any]) -> list[str]:
    """The sources that stand in the navigation."""
    return [f"{section['address']}index.md" for section in shell["sections"]]


def page_source(page: Page) -> str:
    """A staged page: front matter alone, the finished body one quoted line of it. There is no Markdown in it."""
    meta = {
        "template": "page.html",
        "title": str(quiet(page.title)),
        "description": str(quiet(page.description)),
        "body": page.body,
    }
    text = yaml.dump(
        meta, Dumper=Dumper, allow_unicode=True, default_style='"', width=ONE_LINE, sort_keys=True
    )
    return f"---\n{text}---\n"


def page_path(page: Page) -> str:
    return f"{page.address}index.md"


def dump(values: Mapping[str, Any] | Sequence[Any]) -> str:
    return str(yaml.safe_dump(values, allow_unicode=True, sort_keys=True, width=float("inf")))
