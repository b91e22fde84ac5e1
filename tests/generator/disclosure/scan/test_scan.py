"""The scan as a whole: any text, any spelling, any length."""

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generator.disclosure.scan as package
from generator.disclosure.scan import PrivateValues, Public, World, scan_text
from generator.disclosure.scan.words.pinyin import is_pinyin_name

WORLD = World.build([PrivateValues(name="王建国", phone="13812345678", room="12栋1201")], ["李娜"])
ALPHABET = "王建国李娜张阿姨老小12栋单元室年月日时点:：-,，。 1380OoIl①１二三十@qq.comWillMrRoomBlock手术离婚\u200b\n"
SPELLINGS = {
    "plain": lambda digits: digits,
    "full width": lambda digits: digits.translate({ord("0") + n: ord("０") + n for n in range(10)}),
    "spaced": lambda digits: " ".join(digits),
    "dashed": lambda digits: "-".join((digits[:3], digits[3:7], digits[7:])),
    "dotted": lambda digits: ".".join((digits[:3], digits[3:7], digits[7:])),
    "comma": lambda digits: "，".join((digits[:3], digits[3:7], digits[7:])),
    "ideographic space": lambda digits: "\u3000".join((digits[:3], digits[3:])),
    "no-break space": lambda digits: "\u00a0".join((digits[:3], digits[3:])),
    "Chinese": lambda digits: "".join("零一二三四五六七八九"[int(d)] for d in digits),
    "spoken": lambda digits: "".join("零幺二三四五六七八九"[int(d)] for d in digits),
    "cheque": lambda digits: "".join("零壹贰叁肆伍陆柒捌玖"[int(d)] for d in digits),
    "circled": lambda digits: "".join("⓪①②③④⑤⑥⑦⑧⑨"[int(d)] for d in digits),
    "emoji": lambda digits: "".join(d + "\ufe0f\u20e3" for d in digits),
    "letters": lambda digits: digits.replace("0", "O").replace("1", "l"),
    "zero width": lambda digits: "\u200b".join(digits),
    "international": lambda digits: "+86 " + digits,
}


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("number", ["13905086221", "18160330412", "15020871660"])
def test_a_phone_is_found_however_it_is_spelled(spelling: str, number: str) -> None:
    written = SPELLINGS[spelling](number)
    text = f"有事打{written}，谢谢"
    gone = {
        index
        for span in scan_text(text, World(), Public(), "zh").spans
        for index in range(span.start, span.end)
    }
    start = text.index(written)
    assert gone.issuperset(index for index in range(start, start + len(written)))


@given(
    st.text(st.one_of(st.sampled_from(ALPHABET), st.characters()), max_size=80), st.sampled_from(["zh", "en"])
)
def test_any_text_gets_sorted_disjoint_spans_inside_it(text: str, lang: str) -> None:
    verdict = scan_text(text, WORLD, Public.build(["12345"], ["a@b.example"], ["翠湖"]), lang)
    position = 0
    for span in verdict.spans:
        assert position <= span.start < span.end <= len(text)
        position = span.end
    assert verdict.hold == bool(verdict.spans or verdict.doubts)
    assert all(0 <= doubt.start < doubt.end <= len(text) for doubt in verdict.doubts)
    assert not any(
        span.start < doubt.end and doubt.start < span.end
        for span in verdict.spans
        for doubt in verdict.doubts
    )


def test_four_syllables_are_no_given_name() -> None:
    assert not is_pinyin_name("xiaoxiaoxiaoxiao")


@given(st.text(ALPHABET, max_size=60))
def test_the_same_text_gets_the_same_answer(text: str) -> None:
    assert scan_text(text, WORLD, Public(), "zh") == scan_text(text, WORLD, Public(), "zh")


def test_company_posts_measures_standards_and_public_phones_survive() -> None:
    public = Public.build(["0571-5550 0100"], ["wy@lvyuan.example"], ["绿源物业服务有限公司", "翠湖花园"])
    text = "绿源物业服务有限公司项目经理承诺：翠湖花园急修30分钟内到场，收费2.8元/平方米，热线0571-55500100，wy@lvyuan.example。"
    assert not scan_text(text, WORLD, public, "zh").spans


PATTERNS = [
    (f"{module.name}.{name}", pattern)
    for module in iter_modules(package.__path__)
    for name, value in vars(import_module(f"{package.__name__}.{module.name}")).items()
    for pattern in (value if isinstance(value, tuple) else (value,))
    if isinstance(pattern, re.Pattern)
]
PARTED = {"names_en._WORD", "unexplained._RUN"}
"""Every round of the outer repeat begins with a separator that the inner one cannot take."""

_PARSER = import_module("re._parser")


def unbounded(tree: object, inside: bool = False) -> list[bool]:
    """One entry for each unbounded repeat: whether it lies inside another one."""
    found: list[bool] = []
    for operation, argument in tree:  # type: ignore[attr-defined]
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            endless = argument[1] == _PARSER.MAXREPEAT
            found += [inside] if endless else []
            found += unbounded(argument[2], inside or endless)
        elif name == "SUBPATTERN":
            found += unbounded(argument[3], inside)
        elif name == "BRANCH":
            found += [entry for branch in argument[1] for entry in unbounded(branch, inside)]
        elif name in ("ASSERT", "ASSERT_NOT"):
            found += unbounded(argument[1], inside)
    return found


@pytest.mark.parametrize(("name", "pattern"), PATTERNS, ids=[name for name, _ in PATTERNS])
def test_no_pattern_can_take_more_than_linear_time(name: str, pattern: re.Pattern[str]) -> None:
    """An endless repeat inside another, where characters can be shared out in many ways, is what explodes."""
    tree = _PARSER.parse(pattern.pattern, pattern.flags)
    assert not any(unbounded(tree)) or name in PARTED
