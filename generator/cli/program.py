"""Which program this is: the digest of all it is made of, and what it writes whatever anybody is called."""

import re
import sys
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook

import generator
import generator.disclosure
import generator.site
import register
from generator.disclosure.leakscan.sitefiles import decode
from generator.disclosure.remembered import digest_of_files
from generator.site.making.mkdocs_config import material_stylesheet
from register.wording import TEMPLATES

ENGINES = (
    "mkdocs",
    "mkdocs-material",
    "jinja2",
    "markupsafe",
    "markdown",
    "pyyaml",
    "segno",
    "xlsxwriter",
    "holidays",
)


def program_digest() -> str:
    """The digest of our code, templates and words, and the versions of what turns them into pages."""
    code = [
        digest_of_files(Path(next(iter(one.__path__))), frozenset({".py", ".toml", ".txt"}))
        for one in (generator, register)
    ]
    versions = [f"{name} {version(name)}" for name in ENGINES]
    return "\n".join([sys.version, *code, digest_of_files(TEMPLATES), *versions])


_WORD = re.compile("[a-z]{3,}")


@cache
def words_of_program() -> frozenset[str]:
    """The words of the press and of what it publishes (rect, utf, json), in small letters: the source is public too."""
    sources = [
        *Path(generator.site.__path__[0]).rglob("*.py"),
        *(file for file in Path(generator.disclosure.__path__[0]).rglob("*.py") if "scan" not in file.parts),
        *Path(next(iter(register.__path__))).glob("*.py"),
    ]
    texts = (*(source.read_text(encoding="utf-8") for source in sources), *texts_of_engines())
    return frozenset(word for text in texts for word in _WORD.findall(text.lower()))


@cache
def texts_of_engines() -> tuple[str, ...]:
    """What others' programs write into every site: the style sheet, and the fonts and styles of a workbook.

    A resident called 李波 is spelled like one of those fonts (MV Boli), 李米 like the line of an icon (1 1m1).
    """
    empty = BytesIO()
    book = Workbook(empty, {"in_memory": True})
    book.add_worksheet()
    book.close()
    return material_stylesheet().decode("utf-8"), decode("empty.xlsx", empty.getvalue())
