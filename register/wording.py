"""Words for codes, in both languages: `[section] code = ["中文", "English"]` in `site_templates/wording/`."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from register.errors import Fault, SettingsRefused
from register.terms import Language

TEMPLATES = Path(__file__).resolve().parent.parent / "site_templates"


class Wording:
    """The sentences of one or more wording files, by section and code, in a language.

    Asking for a word that is not there is a fault of the program and raises KeyError with its name.
    """

    def __init__(self, words: Mapping[str, Mapping[str, tuple[str, str]]]) -> None:
        self._words = words

    def say(self, section: str, code: str, language: Language | str) -> str:
        """The words for `code` of `section`, e.g. `say("kind", "repair", "zh")` → 报修."""
        try:
            pair = self._words[section][code]
        except KeyError:
            raise KeyError(f"no wording for {section}.{code}") from None
        return pair[0] if language == Language.ZH else pair[1]

    def term(self, code: StrEnum, language: Language | str) -> str:
        """The words for a stored code; its vocabulary's name is the section."""
        return self.say(type(code).__name__.lower(), code.value, language)

    def section(self, section: str, language: Language | str) -> dict[str, str]:
        """All words of a section in one language, by code, in the order of the file."""
        return {code: self.say(section, code, language) for code in self._words.get(section, {})}


def load_wording(*names: str, folder: Path = TEMPLATES / "wording") -> Wording:
    """Read `NAME.toml` files of the wording folder. Raises SettingsRefused naming every entry that lacks a language."""
    words: dict[str, dict[str, tuple[str, str]]] = {}
    faults: list[Fault] = []
    for name in names:
        file = f"wording/{name}.toml"
        for section, code, pair in _entries((folder / f"{name}.toml").read_text("utf-8")):
            if code and _is_pair(pair):
                words.setdefault(section, {})[code] = (pair[0], pair[1])
            else:
                key = f"{section}.{code}" if code else section
                faults.append(Fault(file, key, pair, 'must be ["中文", "English"]'))
    if faults:
        raise SettingsRefused(faults)
    return Wording(words)


@lru_cache(maxsize=64)  # more than there are files: a process asks for the same words many times over
def _entries(text: str) -> tuple[tuple[str, str, Any], ...]:
    """Section, code and words of every entry; what stands outside a section has no code."""
    entries: list[tuple[str, str, Any]] = []
    for section, codes in tomllib.loads(text).items():
        if isinstance(codes, dict):
            entries += ((section, code, pair) for code, pair in codes.items())
        else:
            entries.append((section, "", codes))
    return tuple(entries)


def _is_pair(pair: Any) -> bool:
    if not isinstance(pair, list) or len(pair) != 2:
        return False
    return all(isinstance(words, str) and words.strip() for words in pair)
