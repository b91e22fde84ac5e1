"""Gates before patterns: nothing is missed, and where no alternative can begin, none is tried."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.disclosure.scan.words import openings
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
    assert gated(pattern).compiled.pattern == f"(?=[{opening}])(?:{pattern})"


@pytest.mark.parametrize("pattern", UNGATED.values(), ids=UNGATED)
def test_what_can_begin_with_anything_has_no_gate(pattern: str) -> None:
    assert gated(pattern).compiled.pattern == pattern


@given(
    st.sampled_from([*GATED, *UNGATED.values()]), st.text("王李四欧阳东南门楼层号第09abcmMrRli ", max_size=30)
)
def test_a_gate_changes_no_match(pattern: str, text: str) -> None:
    plain = [(match.span(), match.groups()) for match in re.finditer(pattern, text)]
    assert [(match.span(), match.groups()) for match in gated(pattern).finditer(text)] == plain


def test_a_pattern_is_compiled_once_and_when_it_is_first_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    gates: list[str] = []
    monkeypatch.setattr(openings, "_with_gate", lambda written: gates.append(written) or written)
    door = gated("门|楼")
    assert gates == []
    assert door.search("一扇门")
    assert door.match("楼上")
    assert gates == ["门|楼"]


def test_it_is_asked_as_any_pattern_is() -> None:
    door, plain = gated("(?P<it>门)禁?"), re.compile("(?P<it>门)禁?")
    for asked in (door, plain):
        assert asked.search("有门禁")
        assert not asked.match("有门禁")
        assert asked.match("有门禁", 1)
        assert asked.fullmatch("有门禁", 1)
        assert not asked.fullmatch("有门禁", 0, 2)
        assert [match.span() for match in asked.finditer("门禁和门", 1)] == [(3, 4)]
        assert asked.sub("_", "门禁和门") == "_和_"
        assert dict(asked.groupindex) == {"it": 1}
