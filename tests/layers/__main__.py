"""Takes out every layer, one after the other, in a copy of the project, and runs the tests that must notice.

`python -m tests.layers` tries all, `python -m tests.layers NAME…` those whose list or name holds one of the words. Ends with 1
where a layer can be taken out and no test fails, and where one fails with every layer in place. The project itself is never
touched.
"""

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from py_compile import PycInvalidationMode

from tests.layers.listing import ROOT, Layer, layers

COPIED = ("register", "forms_api", "generator", "content", "site_templates", "tests", "docs", "bench")
LONGEST_RUN = 300
LONGEST_RUN_OF_ALL = 3600


class Fate(StrEnum):
    """What became of a change: a test failed, none did, or the tests could not be run, or not to their end."""

    KILLED = "killed"
    SURVIVED = "SURVIVED"
    BROKEN = "BROKEN"


_FATES = {0: Fate.SURVIVED, 1: Fate.KILLED}


def copy_project(folder: Path) -> None:
    """What tests need, without the environment and what was built.

    Compiled by content, not by time: a source that was changed and changed back in one second is never mistaken.
    """
    for name in COPIED:
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
        )
    for file in ROOT.glob("*.*"):
        if file.is_file():
            shutil.copy2(file, folder / file.name)
    compileall.compile_dir(folder, quiet=1, invalidation_mode=PycInvalidationMode.CHECKED_HASH)


def try_without(layer: Layer, project: Path) -> Fate:
    """Run the layer's tests in the copy without it; the copy is whole again afterwards."""
    file = project / layer.file
    source = file.read_text(encoding="utf-8")
    file.write_text(layer.taken_out(source), encoding="utf-8")
    try:
        return _FATES.get(_run(layer.tests, project), Fate.BROKEN)
    except subprocess.TimeoutExpired:
        return Fate.BROKEN
    finally:
        file.write_text(source, encoding="utf-8")


def is_green(chosen: Sequence[Layer], project: Path) -> bool:
    """Whether the tests of all these layers pass while nothing is taken out; otherwise their failing would say nothing."""
    return _run(sorted({test for layer in chosen for test in layer.tests}), project, LONGEST_RUN_OF_ALL) == 0


def _run(tests: Sequence[str], project: Path, longest: int = LONGEST_RUN) -> int:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    plain = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    ended = subprocess.run(command, cwd=project, env=plain, capture_output=True, timeout=longest, check=False)
    return ended.returncode


def main(words: Sequence[str]) -> int:
    chosen = [
        one for one in layers() if not words or any(word in f"{one.part}: {one.name}" for word in words)
    ]
    fates = []
    with tempfile.TemporaryDirectory(prefix="without-a-layer-") as folder:
        copy_project(Path(folder))
        if not is_green(chosen, Path(folder)):
            print("BROKEN: a test fails although every layer is in place")
            return 1
        for layer in chosen:
            begun = time.monotonic()
            fates.append(try_without(layer, Path(folder)))
            print(f"{fates[-1]:9} {time.monotonic() - begun:5.1f} s  {layer.part}: {layer.name}", flush=True)
    print(", ".join(f"{fates.count(fate)} {fate.lower()}" for fate in Fate), f"of {len(fates)}")
    return 0 if fates.count(Fate.KILLED) == len(fates) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
