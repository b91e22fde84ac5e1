"""Gates before patterns: nothing is missed, and where no alternative can begin, none is tried."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.scan.words.openings import gated

GATED = {
    "王|李四|欧阳": "李-李欧-欧王-王",
    r"(?<![a-z])(?:[0-9]{1,3}|第)号(?!楼)": "0-9第-第",
    "[东南]?门|(?P<it>楼{0,2}层)": "东-东南-南层-层楼-楼门-门",
    r"\b(?:a|b)++c": "a-ab-b",
    "(?=[a-c])b": "b-b",
    r"\d号|\s\w": r"\d\s",
}
UNGATED = {
    "anything": "[^a]b|c",
    "all but a class": r"\D号",
    "any letter": ".a",
    "either case": "(?i:mr) li",
    "nothing at all": "a*",
    "an edge": "^",
    "what was said before": "(?:(a)|b?)(?(1)b|a)",
}


@pytest.mark.parametrize(("pattern", "opening"), GATED.items(), ids=GATED)
def test_a_gate_holds_every_character_a_match_can_begin_with(pattern: str, opening: str) -> None:
    assert gated(pattern).pattern == f"(?=[{opening}])(?:{pattern})"


@pytest.mark.parametrize("pattern", UNGATED.values(), ids=UNGATED)
def test_what_can_begin_with_anything_has_no_gate(pattern: str) -> None:
    assert gated(pattern).pattern == pattern


@given(
    st.sampled_from([*GATED, *UNGATED.values()]), st.text("王李四欧阳东南门楼层号第09abcmMrRli ", max_size=30)
)
def test_a_gate_changes_no_match(pattern: str, text: str) -> None:
    plain = [(match.span(), match.groups()) for match in re.finditer(pattern, text)]
    assert [(match.span(), match.groups()) for match in gated(pattern).finditer(text)] == plain
