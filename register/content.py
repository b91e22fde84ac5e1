"""Reading what people write: TOML into a model, every fault named with file, line, key and value, all at once."""

import tomllib
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from register.errors import Fault, SettingsRefused
from register.lines import line_of

MISSING: Final = (
    "缺少这一项，文件可能被截断：请从备份恢复，或补上这一项 · "
    "is missing; the file may be cut off: restore it from the backup, or write it in"
)


class Written(BaseModel):
    """Base of everything read from a file that people write: frozen, and unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Words(Written):
    """One text in both languages. English may be missing; the site then marks the Chinese as untranslated."""

    zh: str
    en: str | None = None

    def say(self, language: str) -> str:
        return self.en if language == "en" and self.en else self.zh


W = TypeVar("W", bound=Written)


def read_written(path: Path, model: type[W], root: Path | None = None) -> W:
    """The file as its model. Raises SettingsRefused with every fault; `root` shortens the file name shown."""
    shown = str(path.relative_to(root)) if root else path.name
    try:
        text = path.read_text(encoding="utf-8")
        read: W = _parsed(text, model)
        return read
    except FileNotFoundError:
        raise SettingsRefused([Fault(shown, "-", None, "the file is missing")]) from None
    except (UnicodeDecodeError, OSError) as problem:
        raise SettingsRefused([Fault(shown, "-", None, f"cannot be read as UTF-8 text: {problem}")]) from None
    except tomllib.TOMLDecodeError as problem:
        raise SettingsRefused([Fault(shown, "-", None, f"is not TOML: {problem}")]) from None
    except ValidationError as problem:
        raise SettingsRefused([_fault(shown, text, error) for error in problem.errors()]) from None


@lru_cache(maxsize=128)  # an estate's files: they are asked for at every page, and hardly ever change
def _parsed(text: str, model: type[W]) -> W:
    """The same text is the same model, which is frozen. Raises TOMLDecodeError and ValidationError."""
    return model.model_validate(tomllib.loads(text))


def _fault(file: str, text: str, error: Any) -> Fault:
    key = ".".join(str(part) for part in error["loc"]) or "-"
    value = error["input"] if isinstance(error["input"], str | int | float | bool | date) else None
    problem = MISSING if error["type"] == "missing" else error["msg"].removeprefix("Value error, ")
    return Fault(file, key, value, problem, line_of(text, error["loc"]))


def gather(*readings: Any) -> list[Any]:
    """Call each reading, and raise one SettingsRefused with the faults of all of them."""
    results: list[Any] = []
    faults: list[Fault] = []
    for reading in readings:
        try:
            results.append(reading())
        except SettingsRefused as refused:
            faults.extend(refused.faults)
    if faults:
        raise SettingsRefused(faults)
    return results
