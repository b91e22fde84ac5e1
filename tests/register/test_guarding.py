"""No text is run by a spreadsheet, and every text comes back as it was."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from register.guarding import guard, unguard

risky = st.from_regex(r"'*[=+\-@\t\r\n＝＋－＠].*", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "in_a_file"),
    [("=1+1", "'=1+1"), ("＝1", "'＝1"), ("'=1", "''=1"), ("'a", "'a"), ("报修", "报修"), ("1-1", "1-1")],
)
def test_what_stands_in_a_file_and_what_it_is_read_as(text: str, in_a_file: str) -> None:
    assert guard(text) == in_a_file
    assert unguard(in_a_file) == text


@given(st.text() | risky)
@example("'=1+1")
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not re.match(r"[=+\-@\t\r\n＝＋－＠]", guard(text))


@given(st.text(alphabet="报修'1a ", max_size=9))
def test_an_ordinary_text_stays_as_it_is(text: str) -> None:
    assert guard(text) == text == unguard(text)
