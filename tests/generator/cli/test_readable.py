"""Not too much: with a lived register at hand, what a company must answer for still passes the gate, and is counted."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.cli.edges import system_draw
from generator.cli.gate import Gate
from register.settings import Home, read_book
from register.terms import Language, Matter, Measure, Outcome, Post, TimeBand
from register.wording import load_wording
from tests.generator.cli.conftest import DEMO_DAY

Text = tuple[str, str]
FILES = ("standards.toml", "fees.toml", "duties", "points.toml", "notices", "improvements", "training.toml")


@pytest.fixture
def gate(demo: Home) -> Gate:
    """Of the demo estate after two quarters: hundreds of names, phones and homes to be afraid of."""
    return Gate(demo, read_book(demo.content), lambda: DEMO_DAY, system_draw)


def said(value: Any, language: Language) -> Iterator[str]:
    """Every sentence of a file that is written in both languages."""
    if isinstance(value, dict) and isinstance(value.get(language), str):
        yield value[language]
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from said(inner, language)


def written(content: Path, name: str, language: Language) -> list[str]:
    files = [content / name] if name.endswith(".toml") else sorted((content / name).glob("*.toml"))
    texts = (text for file in files for text in said(tomllib.loads(file.read_text("utf-8")), language))
    return list(dict.fromkeys(texts))


def held(gate: Gate, texts: list[str], language: Language) -> list[str]:
    return [text for text in texts if gate.scan(text, language).hold]


@pytest.mark.parametrize("language", Language)
def test_company_posts_measures_and_public_phones_stay_readable(gate: Gate, language: Language) -> None:
    """Of the words a summary names the accountable side with, none makes it wait for a person."""
    words, estate = load_wording("terms"), gate.book.estate
    vocabularies = (Post, Measure, Outcome, Matter, TimeBand)
    texts = [words.term(code, language) for vocabulary in vocabularies for code in vocabulary]
    texts += [name.say(language) for name in (estate.name, estate.short_name, estate.company.name)]
    texts += [f"监督电话 {phone}" for phone in estate.phones.all()] + list(estate.emails)
    stopped = held(gate, texts, language)
    assert not stopped


@pytest.mark.parametrize(("language", "least"), [(Language.ZH, 1.0), (Language.EN, 0.99)])
def test_standards_fees_deadlines_and_duties_stay_readable(
    gate: Gate, language: Language, least: float
) -> None:
    """Of the sentences the estate itself publishes, so many would stand in a summary too."""
    texts = [text for name in FILES for text in written(gate.home.content, name, language)]
    assert len(texts) > 100
    stopped = held(gate, texts, language)
    assert 1 - len(stopped) / len(texts) >= least, stopped
