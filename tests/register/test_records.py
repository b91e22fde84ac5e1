"""The one spelling of records, and the strict way back."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ConfigDict, ValidationError

from register.case import Contact
from register.records import Record, canonical, strict_json, to_bytes
from tests.factories import submission

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(JSON)
def test_the_canonical_spelling_is_ascii_and_says_the_same(value: Any) -> None:
    spelled = canonical(value)
    assert spelled.isascii()
    assert json.loads(spelled) == value


@given(st.dictionaries(st.text(), st.integers()))
def test_the_canonical_spelling_does_not_depend_on_order(value: dict[str, int]) -> None:
    assert canonical(value) == canonical(dict(reversed(value.items())))


class Anything(Record):
    value: Any


class NotNumbers(Record):
    model_config = ConfigDict(ser_json_inf_nan="constants")
    value: Any


@given(JSON | st.floats(allow_nan=False, allow_infinity=False))
def test_a_file_is_spelled_as_the_standard_library_spells_it(value: Any) -> None:
    spelled = json.dumps({"value": value}, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    assert to_bytes(Anything(value=value)) == spelled.encode()


def test_what_is_no_number_is_not_written() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        to_bytes(NotNumbers(value=[float("nan")]))


def test_a_record_is_readable_sorted_and_ends_its_line() -> None:
    assert to_bytes(Contact(room="5-2", name="陈")) == (
        '{\n "name": "陈",\n "phone": "",\n "room": "5-2"\n}\n'.encode()
    )


@pytest.mark.parametrize("answers", [{"what": "\ud800"}, {"\udfff": "what"}])
def test_half_a_character_is_refused_when_the_record_is_made(answers: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="surrogates"):
        submission(answers=answers)
    with pytest.raises(ValidationError, match="surrogates"):
        Contact(name="陈\ud800")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'{"a": 1, "a": 2}', "twice"),
        (b'{"a": NaN}', "NaN"),
        (b"[-Infinity]", "-Infinity"),
        (b"\xff", "utf-8"),
        (b"{", "Expecting"),
    ],
)
def test_what_is_not_strict_json_is_refused_with_the_reason(data: bytes, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        strict_json(data)


def test_strict_json_reads_what_is_right() -> None:
    assert strict_json('{"a": ["中", 1, null]}'.encode()) == {"a": ["中", 1, None]}
