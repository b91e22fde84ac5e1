"""Every way in which a program writes a character for another is undone, as often as it was done."""

from urllib.parse import quote

import pytest

from generator.disclosure.leakscan.undoing import undo


@pytest.mark.parametrize(
    "written",
    [
        "&#21608;&#x5efa;国",
        "&" + "amp;" * 9 + "#21608;建国",
        "\\u5468\\u{5efa}\\u56fd",
        "\\5468\\005efa 国",
        quote("周建国"),
        quote(quote(quote(quote(quote("周建国"))))),
        "?q=" + quote("周建国".encode("gbk")) + "&amp;p=1",
        f"http://{'周建国'.encode('idna').decode()}.example",
    ],
)
def test_every_notation_of_a_character_is_undone(written: str) -> None:
    assert "周建国" in undo(written)


def test_letters_of_a_style_sheet_are_undone_where_a_blank_ends_them() -> None:
    assert undo("\\31 \\33 \\39 05086221") == "13905086221"
    assert undo("\\b13905086221") != "13905086221"
    assert "13905086221" in undo("tel\\b 13905086221")


def test_the_end_of_a_line_in_a_script_is_one() -> None:
    assert undo("17栋\\n3单元\\t1904") == "17栋 3单元 1904"


def test_figures_behind_bytes_that_are_no_utf8_are_kept() -> None:
    assert "13905086221" in undo("%E713905086221")
    assert "17栋3单元1904" in undo(quote("17栋3单元1904".encode("gbk")))


@pytest.mark.parametrize("text", ["\\ud800", "\\u{ffffff}", "xn--999999999", "100%", "a & b"])
def test_what_stands_for_nothing_stays(text: str) -> None:
    assert undo(text) == text


def test_two_halves_of_one_character_are_read_as_it() -> None:
    assert undo("const x = '\\ud86c\\udd4c王'") == "const x = '\U0002b14c王'"
