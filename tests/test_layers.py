"""The list of layers cannot rot: each stands in the code as it says, and names tests that are there.

That every one of them is noticed when it is gone is tried by `python -m tests.layers`, which takes minutes.
"""

import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.layers.__main__ import LONGEST_RUN, Fate, is_green, try_without
from tests.layers.listing import ROOT, Layer, layers

ALL = layers()
READ = {".py": lambda source: compile(source, "without a layer", "exec"), ".toml": tomllib.loads}
"""What tells that a file without its layer can still be read: code, or the words of a detector."""


def test_every_layer_stands_in_the_code_once_and_can_be_taken_out() -> None:
    sources = {layer.file: (ROOT / layer.file).read_text(encoding="utf-8") for layer in ALL}
    strange = [
        f"{layer.part}: {layer.name}: its text stands {times} times in {layer.file}"
        for layer in ALL
        if (times := sources[layer.file].count(layer.text)) != 1
    ]
    assert not strange, "\n".join(strange)
    for layer in ALL:
        READ[Path(layer.file).suffix](layer.taken_out(sources[layer.file]))


def test_every_layer_has_a_name_of_its_own_and_tests_that_exist() -> None:
    names = [(layer.part, layer.name) for layer in ALL]
    assert len(set(names)) == len(names) >= 100
    for layer in ALL:
        assert layer.tests, layer.name
        for place in layer.tests:
            file, _, test = place.partition("::")
            assert (ROOT / file).is_file(), place
            said = test.rpartition("::")[2].partition("[")[0]
            assert f"def {said}(" in (ROOT / file).read_text(encoding="utf-8") or not test, place


def test_a_change_that_no_test_notices_is_told_from_one_that_is(tmp_path: Path) -> None:
    (tmp_path / "gate.py").write_text("def holds(text):\n    return '1' in text\n", encoding="utf-8")
    (tmp_path / "test_gate.py").write_text(
        "from gate import holds\n\ndef test_it():\n    assert holds('1')\n", encoding="utf-8"
    )

    def fate(without: str) -> Fate:
        layer = Layer("a list", "a layer", "gate.py", "'1' in text", without, ("test_gate.py",))
        return try_without(layer, tmp_path)

    assert fate("False") == Fate.KILLED
    assert fate("True") == Fate.SURVIVED
    assert fate("'1' in") == Fate.BROKEN
    assert "'1' in text" in (tmp_path / "gate.py").read_text(encoding="utf-8")


def test_tests_that_fail_anyway_or_never_end_prove_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gate.py").write_text("HOLDS = True\n", encoding="utf-8")
    (tmp_path / "test_fails.py").write_text("def test_it():\n    assert False\n", encoding="utf-8")
    (tmp_path / "test_passes.py").write_text("def test_it():\n    pass\n", encoding="utf-8")
    fails, passes = (
        Layer("a list", "a layer", "gate.py", "True", "False", (test,))
        for test in ("test_fails.py", "test_passes.py")
    )
    assert is_green([passes], tmp_path)
    assert not is_green([passes, fails], tmp_path)

    def never(command: list[str], **options: object) -> None:
        raise subprocess.TimeoutExpired(command, LONGEST_RUN)

    monkeypatch.setattr(subprocess, "run", never)
    assert try_without(passes, tmp_path) == Fate.BROKEN
    assert (tmp_path / "gate.py").read_text(encoding="utf-8") == "HOLDS = True\n"


def test_a_text_that_stands_twice_or_nowhere_is_no_layer() -> None:
    layer = Layer("a list", "a layer", "a.py", "hold", "", ("a",))
    for source in ("hold hold", "nothing"):
        with pytest.raises(ValueError, match="a layer: the text stands"):
            layer.taken_out(source)
