"""Codes that are typed are told in words by the command's own help."""

import pytest

from register.terms import CorrectionReason, Language, Role, TakeDownReason
from register.wording import load_wording
from tests.generator.cli.conftest import Portal


@pytest.mark.parametrize(
    ("command", "vocabulary"),
    [(("correct",), CorrectionReason), (("takedown",), TakeDownReason), (("staff", "add"), Role)],
)
def test_help_says_every_code_in_both_languages(
    portal: Portal, command: tuple[str, ...], vocabulary: type
) -> None:
    words, said = load_wording("terms"), "".join(portal(*command, "--help").output.split())
    assert [
        (code, language)
        for code in vocabulary
        for language in Language
        if "".join(words.term(code, language).split()) not in said
    ] == []
