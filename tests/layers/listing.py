"""What counts as a layer: a piece of code that keeps something private in, and what stands in its place once it is gone.

The lists are `*.toml` beside this file, one a part of the gate: `text` stands exactly once in `file`; with `without` in its
place the layer does nothing, and at least one of `tests` must fail.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Layer:
    """One layer: `part` is the list it stands in, `tests` are files or single tests below the root."""

    part: str
    name: str
    file: str
    text: str
    without: str
    tests: tuple[str, ...]

    def taken_out(self, source: str) -> str:
        """The source without the layer. Raises ValueError where its text does not stand there exactly once."""
        times = source.count(self.text)
        if times != 1:
            raise ValueError(f"{self.part}: {self.name}: the text stands {times} times in {self.file}")
        return source.replace(self.text, self.without)


def layers(folder: Path = Path(__file__).parent) -> tuple[Layer, ...]:
    """Every layer of every list, in the order of the lists."""
    return tuple(layer for file in sorted(folder.glob("*.toml")) for layer in _of(file))


def _of(file: Path) -> Iterable[Layer]:
    for part in tomllib.loads(file.read_text(encoding="utf-8"))["layer"]:
        yield Layer(file.stem, **{**part, "tests": tuple(part["tests"])})
