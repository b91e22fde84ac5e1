"""The docs say what the program does: glossary, commands, decisions."""

import re
from pathlib import Path

import click
import pytest

from generator.cli.main import main
from register.terms import VOCABULARIES
from register.wording import load_wording

PROJECT = Path(__file__).resolve().parent.parent
DECISIONS = PROJECT / "docs" / "decisions"


def read(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def test_the_glossary_carries_every_code_with_both_words() -> None:
    glossary, wording = read("GLOSSARY.md"), load_wording("terms")
    rows = [
        f"| `{code}` | {wording.term(code, 'zh')} | {wording.term(code, 'en')} |"
        for vocabulary in VOCABULARIES
        for code in vocabulary
    ]
    assert [row for row in rows if row not in glossary] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_every_command_in_a_readme_exists(name: str) -> None:
    ours = {"demo", "test", "check", "cover", "fix", "bench"} | set(main.commands)
    named = set(re.findall(r"(?:portal\.py|`portal) ([a-z]+)", read(name)))
    assert named
    assert named <= ours


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_every_file_a_readme_points_to_is_there(name: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", read(name))
    paths = [first or second for first, second in targets]
    assert [path for path in paths if not path.startswith("http") and not (PROJECT / path).exists()] == []


def test_every_decision_is_in_the_index_and_has_choice_and_why() -> None:
    index = (DECISIONS / "README.md").read_text(encoding="utf-8")
    records = sorted(DECISIONS.glob("[0-9]*.md"))
    assert records
    assert [record.name for record in records if record.name not in index] == []


def test_every_command_explains_itself_in_both_languages() -> None:
    def leaves(command: click.Command) -> list[click.Command]:
        return (
            [leaf for sub in command.commands.values() for leaf in leaves(sub)]
            if isinstance(command, click.Group)
            else [command]
        )

    silent = [leaf.name for leaf in leaves(main) if not re.search(r"[一-鿿].*·", leaf.help or "")]
    assert silent == []
