"""The contract of `portal scan`."""

import json

import pytest

from generator.disclosure.scan import scan_lines
from generator.disclosure.scan.lines import scan


def answer(**record: object) -> dict[str, object]:
    (line,) = scan_lines([json.dumps(record, ensure_ascii=False)])
    told: dict[str, object] = json.loads(line)
    return told


def test_a_line_is_answered_with_spans_and_whether_to_hold() -> None:
    told = answer(id="x", text="我是王芳，住12栋", lang="zh", known={"name": "王芳"}, public={})
    assert told == {"id": "x", "spans": [{"start": 2, "end": 4}, {"start": 6, "end": 9}], "hold": True}


def test_known_and_public_and_language_may_be_missing() -> None:
    assert answer(id=7, text="已更换水泵轴承。") == {"id": 7, "spans": [], "hold": False}


def test_every_field_of_known_is_looked_for_and_the_unknown_ones_too() -> None:
    known = {"certificate": "蓝本7788", "pet": "旺财", "staff": ["于海"], "phones": ["66778899", 5]}
    text = "蓝本7788，旺财，于师傅，66778899"
    spans = answer(id=1, text=text, lang="zh", known=known)["spans"]
    assert isinstance(spans, list)
    assert [text[span["start"] : span["end"]] for span in spans] == ["蓝本7788", "旺财", "于师傅", "66778899"]


def test_public_phones_mails_and_names_are_excused() -> None:
    public = {"phones": ["028-85550123"], "emails": ["a@b.example"], "estate": "王府", "company": "", "n": 5}
    assert not scan("王府热线028-85550123或85550123，a@b.example", {}, public)["hold"]


@pytest.mark.parametrize("phone", [13812345678, [13812345678]])
def test_a_known_number_is_looked_for_as_it_is_written(phone: object) -> None:
    line = json.dumps({"text": "热线 13812345678", "known": {"phone": phone, "name": None}})
    (verdict,) = scan_lines([line])
    assert json.loads(verdict)["spans"] == [{"start": 3, "end": 14}]


def test_what_is_no_text_among_the_public_values_excuses_nothing() -> None:
    line = json.dumps(
        {
            "text": "热线 13812345678",
            "known": {"phone": ["13900000000"]},
            "public": {"phones": {"hot": "13812345678"}},
        }
    )
    (verdict,) = scan_lines([line])
    assert json.loads(verdict)["hold"]


def test_blank_lines_are_passed_over() -> None:
    assert list(scan_lines(["", "  \n"])) == []


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"id": 1}',
        '{"text": 5}',
        '{"text": "a", "known": 5}',
        '{"text": "a", "public": ["b"]}',
    ],
)
def test_a_line_that_is_not_of_the_form_is_refused_by_its_number(line: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        list(scan_lines(["", line]))
