"""The floors of the house: import-linter's contracts hold, and those the design needs are there."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

PROJECT = Path(__file__).resolve().parent.parent
CONTRACTS = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
    "contracts"
]
PACKAGES = ("register", "forms_api", "generator")
PRIVATE = ("store", "stored", "adding", "case_files", "case", "index", "intake", "audit", "keys", "receipt")
# The only rooms of other floors that the press may enter by its own door (DESIGN section 2, the brief of the floors).
OPEN_TO_THE_PRESS = {
    *(f"register.{m}" for m in ("terms", "wording", "content", "estate", "people", "rules", "standards", "errors")),
    *(f"register.written.{m}" for m in ("inspections", "improvements", "notices", "replies")),
    *("register.dates", "register.guarding", "register.sealed_standards", "register.sealed_days", "register.surveys.survey"),
    *(f"generator.disclosure.cases.{m}" for m in ("listed", "period", "published")),
    *(f"generator.disclosure.figures.{m}" for m in ("happenings", "indicators", "measures", "statements")),
    *(f"generator.disclosure.releases.{m}" for m in ("own_records", "release", "releases")),
    *(f"generator.disclosure.surveys.{m}" for m in ("survey_result", "survey_publications")),
    "generator.disclosure.remembered",
    "generator.disclosure.scan.words.lexicon",  # a dictionary, nobody's words: decision 0039
}  # fmt: skip


def test_every_contract_is_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(PROJECT)
    status = lint_imports(config_filename=str(PROJECT / "pyproject.toml"), cache_dir=str(tmp_path))
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def _forbids(source: str, forbidden: str) -> bool:
    return any(
        contract["type"] == "forbidden"
        and source in contract["source_modules"]
        and forbidden in contract["forbidden_modules"]
        and not contract.get("allow_indirect_imports")
        and not contract.get("ignore_imports")
        for contract in CONTRACTS
    )


@pytest.mark.parametrize(
    ("source", "forbidden"),
    [
        ("register", "forms_api"),
        ("register", "generator"),
        ("forms_api", "generator"),
        ("generator.disclosure", "forms_api"),
        ("generator.site", "forms_api"),
        *(("generator.site", f"register.{module}") for module in PRIVATE),
    ],
)
def test_a_contract_forbids_the_way_and_every_detour(source: str, forbidden: str) -> None:
    assert _forbids(source, forbidden)


@pytest.mark.parametrize("container", ["register", "register.surveys"])
def test_the_floors_inside_the_register_name_every_room(container: str) -> None:
    (inside,) = [c for c in CONTRACTS if c.get("containers") == [container]]
    named = {module for layer in inside["layers"] for module in layer.split(" | ")}
    folder = PROJECT / container.replace(".", "/")
    rooms = {path.stem for path in folder.glob("*.py")} | {path.parent.name for path in folder.glob("*/*.py")}
    assert inside["exhaustive"] is True
    assert named == rooms - {"__init__"}


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


def _imports(path: Path) -> Iterator[str]:
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _modules(package: str) -> Iterator[tuple[str, Path]]:
    for path in sorted((PROJECT / package.replace(".", "/")).rglob("*.py")):
        yield str(path.relative_to(PROJECT)), path


def test_the_press_enters_only_the_open_rooms_of_other_floors() -> None:
    entered = {
        (name, imported)
        for name, path in _modules("generator.site")
        for imported in _imports(path)
        if imported.startswith(("register", "generator.disclosure")) and imported not in OPEN_TO_THE_PRESS
    }
    assert entered == set()


def test_at_most_two_modules_of_the_press_know_mkdocs() -> None:
    knowing = {
        name
        for package in PACKAGES
        for name, path in _modules(package)
        if any(imported.split(".")[0] in ("mkdocs", "material") for imported in _imports(path))
    }
    assert all(name.startswith("generator/site/") for name in knowing)
    assert len(knowing) <= 2


def test_only_the_store_knows_where_case_files_lie() -> None:
    """Nobody else spells the folder of the cases, or opens anything under the register's folder."""
    knowing = {
        name
        for package in PACKAGES
        for name, path in _modules(package)
        for node in _nodes(path)
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Div)
        and isinstance(node.right, ast.Constant)
        and node.right.value == "cases"
    }
    assert knowing == {"register/case_files.py"}


def test_only_the_store_and_who_adds_for_it_write_case_files() -> None:
    entering = {
        (imported, name)
        for package in PACKAGES
        for name, path in _modules(package)
        for imported in _imports(path)
        if imported in ("register.case_files", "register.adding")
    }
    assert entering == {
        ("register.case_files", "register/store.py"),
        ("register.case_files", "register/adding.py"),
        ("register.adding", "register/store.py"),
    }


def test_the_registers_folder_is_only_handed_to_the_store() -> None:
    """`home.register / …` would be a way around the store."""
    ways_around = [
        name
        for package in PACKAGES
        for name, path in _modules(package)
        for node in _nodes(path)
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Div)
        and isinstance(node.left, ast.Attribute)
        and node.left.attr == "register"
    ]
    assert ways_around == []
