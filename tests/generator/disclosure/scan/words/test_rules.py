"""Rules as data: every rule finds its own example, and the notation says what its head promises."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from generator.disclosure import scan
from generator.disclosure.scan.reading import read
from generator.disclosure.scan.words.rules import Rulebook, rulebook

ROOM = Path(scan.__file__).parent


def books() -> Iterator[Rulebook]:
    """The rules beside every detector, so that none can be left out."""
    for file in sorted(ROOM.rglob("*.toml")):
        module = ".".join((scan.__name__, *file.relative_to(ROOM).with_suffix("").parts))
        yield import_module(module).RULES


EXAMPLES = [
    pytest.param(rules, noun, rule, like, id=f"{noun}: {rule}")
    for rules in books()
    for (noun, rule), like in rules.examples.items()
]

TREES = """
[words]
tree = "柳 柳树 樟树"

[pieces]
size = ['大', '老']
grown = '{size}{tree}'

[place.under]
like = "在大柳树下面"
before = '在'
found = '{grown}'
behind = '(?=下)'

[place.behind]
like = "老柳后面"
found = '{grown}{side}'
"""


@pytest.fixture
def trees(tmp_path: Path) -> Rulebook:
    (tmp_path / "trees.toml").write_text(TREES, encoding="utf-8")
    return rulebook(str(tmp_path / "trees.py"), side="[前后]面")


@pytest.mark.parametrize(("rules", "noun", "rule", "like"), EXAMPLES)
def test_a_rule_finds_its_own_example(rules: Rulebook, noun: str, rule: str, like: str) -> None:
    found = rules.patterns[noun].finditer(read(like, "zh").plain)
    assert rule in [match.lastgroup for match in found]


def test_what_stands_around_it_is_not_found(trees: Rulebook) -> None:
    text = "站在大柳树下,老樟树前面"
    assert [text[slice(*at)] for at in trees.find("place", text)] == ["大柳树", "老樟树前面"]


def test_without_what_must_stand_around_it_nothing_is_found(trees: Rulebook) -> None:
    assert not list(trees.find("place", "大柳树下"))
    assert not list(trees.find("place", "在大柳树上"))


def test_words_are_a_set_and_a_piece(trees: Rulebook) -> None:
    assert trees.words["tree"] == {"柳", "柳树", "樟树"}
    assert trees.examples["place", "under"] == "在大柳树下面"


def test_a_piece_nobody_wrote_is_no_pattern(tmp_path: Path) -> None:
    (tmp_path / "trees.toml").write_text(TREES, encoding="utf-8")
    with pytest.raises(KeyError, match="side"):
        rulebook(str(tmp_path / "trees.py"))
