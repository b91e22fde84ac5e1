"""How large the measured estates are: quick by default, the whole on `--full`; and the folder they are made in."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from bench.measuring import Missing


@dataclass(frozen=True)
class Scale:
    """`folder` is an empty folder of the benchmark's own, on the disk that is measured."""

    folder: Path
    full: bool
    pairs: int

    def room(self, megabytes: int) -> None:
        """Raises Missing where the disk has less room than this."""
        free = shutil.disk_usage(self.folder).free // 2**20
        if free < megabytes:
            raise Missing(f"needs {megabytes} MB in {self.folder.parent}, only {free} MB are free")

    def new(self, name: str) -> Path:
        """A new, empty folder."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder
