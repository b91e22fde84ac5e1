"""The door for people: `portal.py` makes the environment only when it must, and says what is missing."""

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import TextIO

import pytest

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture
def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module, with its environment in a folder of the test's own."""
    spec = importlib.util.spec_from_file_location("portal_door", PROJECT / "portal.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / "venv")
    return module


def make_current(door: ModuleType, pins: str) -> None:
    door.venv_python().parent.mkdir(parents=True, exist_ok=True)
    door.venv_python().touch()
    door.stamp(pins).write_text(door.fingerprint(pins), encoding="utf-8")


def test_a_current_environment_is_left_alone(door: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    make_current(door, "runtime")
    monkeypatch.setattr(door.subprocess, "run", lambda *_, **__: pytest.fail("nothing may be installed"))
    assert door.make_environment("runtime") is None


def test_changed_pins_make_the_environment_stale(door: ModuleType) -> None:
    make_current(door, "runtime")
    door.stamp("runtime").write_text("of other pins", encoding="utf-8")
    assert not door.is_current("runtime")


def test_an_old_python_is_told_which_one_is_needed(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 0))
    assert door.main(["demo"]) == 1
    assert "3.11" in capsys.readouterr().err


def test_where_a_newer_python_is_on_the_machine_it_is_named(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["portal.py", "demo", "--no-serve"])
    monkeypatch.setattr(door.shutil, "which", {"python3.12": "/usr/bin/python3.12"}.get)
    assert door.too_old().endswith("run: python3.12 portal.py demo --no-serve")
    monkeypatch.setattr(door.shutil, "which", lambda name: None)
    assert door.too_old().count("\n") == 1


def test_a_python_of_ten_years_ago_reads_the_script_so_far_as_to_say_so() -> None:
    """It parses, and no annotation is worked out that such a Python cannot."""
    tree = ast.parse((PROJECT / "portal.py").read_text("utf-8"), feature_version=(3, 6))
    assert not [
        node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "__future__"
    ]
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for annotation in (function.returns, *(argument.annotation for argument in function.args.args)):
            assert annotation is None or isinstance(annotation, ast.Name | ast.Constant), function.name


def test_a_folder_that_may_not_be_written_is_told_before_anything_is_tried(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_current(door, "runtime")  # by somebody else, whose folder it is
    monkeypatch.setattr(door.os, "access", lambda path, mode: False)
    monkeypatch.setattr(door.subprocess, "run", lambda *_, **__: pytest.fail("nothing may be installed"))
    assert "may not be written" in str(door.make_environment("runtime"))


def test_help_is_in_both_languages_and_lists_every_command_once_the_environment_is_there(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    became: list[tuple[str, ...]] = []
    monkeypatch.setattr(door, "become", lambda *arguments: became.append(arguments))
    assert door.main([]) == 0
    assert "演示小区" in capsys.readouterr().out
    assert became == []
    make_current(door, "runtime")
    assert door.main(["--help"]) == 0
    assert became == [("-m", "generator.cli", "--help")]


def test_a_failed_installation_is_told_and_leaves_no_stamp(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    door.venv_python().parent.mkdir(parents=True)
    door.venv_python().touch()
    monkeypatch.setattr(door.subprocess, "run", lambda *_, **__: type("Done", (), {"returncode": 1})())
    assert "Installing failed" in str(door.make_environment("runtime"))
    assert not door.stamp("runtime").exists()


def test_packages_are_hash_checked_and_never_built_from_source(door: ModuleType) -> None:
    pins, ourselves = door.install_steps("dev")
    assert {"--require-hashes", "--only-binary"} <= set(pins)
    assert "--no-deps" in ourselves


def test_compiled_code_is_kept_whatever_the_machine_says(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PORTAL_CHROMIUM", "/opt/chromium")
    assert "PYTHONDONTWRITEBYTECODE" not in door.surroundings()
    assert door.surroundings()["PORTAL_CHROMIUM"] == "/opt/chromium"


class Ended:
    """A process that ended."""

    def __init__(self, code: int) -> None:
        self.code = code

    def wait(self) -> int:
        return self.code


def test_a_check_runs_every_test_once_and_goes_on_after_a_failure(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[tuple[str, ...]] = []

    def begin(command: tuple[str, ...], output: TextIO | None = None) -> Ended:
        ran.append(command)
        if output is not None:
            output.write(f"{command[-1]} is not well")
        return Ended(1)

    monkeypatch.setattr(door, "begin", begin)
    assert door.check() == 1
    *_, covered, others = ran
    assert covered[-2:] == ("portal.py", "cover")
    assert "pytest" in others
    assert {one.removeprefix("--ignore=") for one in others if "--ignore" in one} == set(door.COVERED)
    said = capsys.readouterr().out
    assert "== types\nmypy is not well" in said
    assert "0 passed, 6 failed: all other tests, format, lint, types, floors, tests of register" in said


def test_register_and_gate_are_covered_by_their_own_tests(
    door: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[tuple[str, ...]] = []
    monkeypatch.setattr(door, "run", lambda *arguments: ran.append(arguments) or 0)
    assert door.cover() == 0
    assert set(door.COVERED) < set(ran[1])
    assert all((PROJECT / folder).is_dir() for folder in door.COVERED)
    assert [one for one in ran[-1] if one.startswith("--fail-under")] == ["--fail-under=100"]


@pytest.mark.parametrize("pins", ["runtime", "dev"])
def test_pins_carry_hashes_and_name_no_host(pins: str) -> None:
    text = (PROJECT / "requirements" / f"{pins}.txt").read_text(encoding="utf-8")
    packages = [line for line in text.splitlines() if "==" in line and not line.lstrip().startswith("#")]
    assert len(packages) > 30
    assert all(line.endswith("\\") for line in packages)
    assert "://" not in text
