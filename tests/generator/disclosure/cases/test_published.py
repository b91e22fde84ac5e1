"""How what is published is named by its bytes, and how much a sentence may say."""

import pytest
from pydantic import ValidationError

from generator.disclosure.cases.published import Summary, digest


def test_a_digest_is_sha256_in_hex() -> None:
    assert digest(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_sentence_has_its_length() -> None:
    Summary(zh="字" * 120, en="x" * 300)
    for too_long in ({"zh": "字" * 121}, {"zh": "字", "en": "x" * 301}, {"zh": ""}):
        with pytest.raises(ValidationError):
            Summary.model_validate(too_long)
