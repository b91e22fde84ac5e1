"""Every code has its words in both languages, and no words are left without a code."""

import re
import tomllib
from enum import StrEnum

import pytest

from register.terms import RESIDENTS_STEPS, VOCABULARIES, Language, Step
from register.wording import TEMPLATES, load_wording

TERMS = tomllib.loads((TEMPLATES / "wording" / "terms.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_every_code_has_its_words_and_every_word_its_code(vocabulary: type[StrEnum]) -> None:
    assert set(TERMS[vocabulary.__name__.lower()]) == {code.value for code in vocabulary}
    wording = load_wording("terms")
    assert all(wording.term(code, language) for code in vocabulary for language in Language)


def test_no_section_is_left_without_a_vocabulary() -> None:
    assert set(TERMS) == {vocabulary.__name__.lower() for vocabulary in VOCABULARIES}


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda v: v.__name__)
def test_codes_are_plain_and_their_words_differ(vocabulary: type[StrEnum]) -> None:
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", code.value) for code in vocabulary)
    for language in range(2):
        words = [pair[language] for pair in TERMS[vocabulary.__name__.lower()].values()]
        assert len(set(words)) == len(words)


def test_chinese_words_use_chinese_punctuation() -> None:
    words = [pair[0] for section in TERMS.values() for pair in section.values()]
    assert [word for word in words if re.search(r"[,;:!?()]", word)] == []


def test_the_residents_steps_are_hers_alone() -> None:
    assert {Step.RATE, Step.OBJECT, Step.WITHDRAW} < RESIDENTS_STEPS
    assert Step.ANSWER not in RESIDENTS_STEPS


def test_every_vocabulary_is_listed() -> None:
    from register import terms

    defined = {
        v for v in vars(terms).values() if isinstance(v, type) and issubclass(v, StrEnum) and v is not StrEnum
    }
    assert defined == set(VOCABULARIES)
