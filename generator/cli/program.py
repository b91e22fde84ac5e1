"""Which program this is: the digest of all it is made of, so that nothing an older one made is taken for its own."""

import sys
from importlib.metadata import version
from pathlib import Path

import generator
import register
from generator.disclosure.remembered import digest_of_files
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
        digest_of_files(Path(next(iter(one.__path__))), frozenset({".py", ".toml"}))
        for one in (generator, register)
    ]
    versions = [f"{name} {version(name)}" for name in ENGINES]
    return "\n".join([sys.version, *code, digest_of_files(TEMPLATES), *versions])
