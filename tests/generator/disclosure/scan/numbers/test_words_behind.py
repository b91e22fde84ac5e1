"""A numeral that begins the word behind a number is no digit of it; one that completes it is."""

import pytest

from generator.disclosure.scan.lines import scan


@pytest.mark.parametrize(
    ("number", "behind"),
    [
        ("153-2077-6614", "一直不接。"),
        ("13812345678", "两次都关机。"),
        ("15320776614", "五次都忙音。"),
        ("13812345678", "七点后打。"),
        ("138 1234 5678", "三遍没人接。"),
        ("13812345678", "，三号楼的灯坏了。"),
        ("8812334", "一天没通。"),
        ("0571-88123344", "一直占线。"),
        ("6222000044556677880", "一直没到账。"),
        ("1201", "一直漏水。"),
    ],
)
def test_a_word_behind_a_number_is_none_of_it(number: str, behind: str) -> None:
    text = f"打{number}{behind}"
    spans = scan(text)["spans"]
    assert text.index(number) in {span["start"] for span in spans}
    assert text.index(number) + len(number) in {span["end"] for span in spans}


@pytest.mark.parametrize("number", ["1381234567八", "138123456七八", "5101041965081299三一"])
def test_a_numeral_that_completes_a_number_is_its_digit(number: str) -> None:
    (span,) = scan(f"打{number}没人接。")["spans"]
    assert (span["start"], span["end"]) == (1, 1 + len(number))


@pytest.mark.parametrize("text", ["热线12345一直忙。", "110一天打了三次。"])
def test_a_public_number_before_a_word_stays_public(text: str) -> None:
    assert scan(text) == {"spans": [], "hold": False}
