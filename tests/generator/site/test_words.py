"""The words of the site: complete, used, and in good Chinese."""

import re
import tomllib
from pathlib import Path

import pytest

from generator.disclosure.figures.measures import DueRate
from generator.site.figures.recorded import ALL, Recorded
from generator.site.words.voice import voices
from register.wording import TEMPLATES

PROJECT = TEMPLATES.parent
SOURCES = [
    *(TEMPLATES / "site").rglob("*.html"),
    *(PROJECT / "generator" / "site").rglob("*.py"),
    *(PROJECT / "register").rglob("*.py"),
]
WORDING = sorted(path.stem for path in (TEMPLATES / "wording").glob("*.toml"))
CHINESE = sorted((PROJECT / "content" / "pages" / "zh").glob("*.md"))
HALF_WIDTH = re.compile(r"[一-鿿][,;:!?()]|[,;:!?()][一-鿿]")
BANNED = ("尊敬的", "敬请", "你们", "你的")


def words(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((TEMPLATES / "wording" / f"{name}.toml").read_text(encoding="utf-8"))


def test_every_measure_is_explained_in_both_languages():
    for voice in voices():
        for measure in ALL:
            for section in ("measure_name", "measure_formula", "measure_why", "measure_detail"):
                assert voice.has(section, measure.id), (section, measure.id)
            if isinstance(measure, DueRate) or (isinstance(measure, Recorded) and measure.unit == "rate"):
                assert voice.has("numerator", measure.id)
                assert voice.has("denominator", measure.id)
            assert voice.has("measure_group", measure.group)


def test_no_word_is_left_that_nobody_says():
    said = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    unused = [
        f"{section}.{code}"
        for name in ("site", "work", "outcomes", "intervals", "board")
        for section, codes in words(name).items()
        for code in codes
        if f'"{code}"' not in said and f"'{code}'" not in said and section not in ("period", "limit", "unit")
    ]
    assert unused == []


@pytest.mark.parametrize("name", WORDING)
def test_chinese_words_use_full_width_punctuation(name):
    for section, codes in words(name).items():
        for code, (chinese, _) in codes.items():
            bare = re.sub(r"\{[^}]*\}", "", chinese)
            assert not HALF_WIDTH.search(bare), f"{section}.{code}: {chinese}"
            assert not any(banned in chinese for banned in BANNED), f"{section}.{code}: {chinese}"


@pytest.mark.parametrize("path", CHINESE, ids=lambda path: path.name)
def test_chinese_pages_use_full_width_punctuation(path: Path):
    text = re.sub(r"\]\([^)]*\)|\[|\{[^}]*\}", "", path.read_text(encoding="utf-8"))
    assert not HALF_WIDTH.search(text), HALF_WIDTH.search(text)
    assert not any(banned in text for banned in BANNED)


@pytest.mark.parametrize("name", WORDING)
def test_placeholders_are_the_same_in_both_languages(name):
    for section, codes in words(name).items():
        for code, (chinese, english) in codes.items():
            ours, theirs = (set(re.findall(r"\{(\w+)\}", text)) for text in (chinese, english))
            assert ours == theirs, f"{section}.{code}"
