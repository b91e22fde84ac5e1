"""Every code the counter may say has its words, in both languages, with all its values."""

import re
import string
import tomllib

import pytest

from forms_api.answers import ask
from forms_api.description import read_forms
from forms_api.progress import OFFERED, TOLD
from register.wording import TEMPLATES, load_wording
from tests.factories import PROJECT, book

FILE = tomllib.loads((TEMPLATES / "wording" / "forms.toml").read_text(encoding="utf-8"))
MORE = tomllib.loads((TEMPLATES / "wording" / "counter.toml").read_text(encoding="utf-8"))
SAID = [
    (f"{section}.{code}", *pair)
    for file in (FILE, MORE)
    for section, codes in file.items()
    for code, pair in codes.items()
]
WORDING = load_wording("terms", "forms", "counter")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,:;?!()]|[,:;?!()][\u4e00-\u9fff]")


def slots(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize(("code", "zh", "en"), SAID, ids=[code for code, _, _ in SAID])
def test_both_languages_say_the_same_values_in_proper_type(code: str, zh: str, en: str) -> None:
    assert slots(zh) == slots(en)
    assert not HALF_WIDTH.search(zh), "half-width punctuation beside Chinese"
    assert "尊敬的" not in zh
    assert "敬请谅解" not in zh


def test_the_forms_and_the_notice_use_full_width_punctuation() -> None:
    for file in (PROJECT / "content" / "forms").glob("*.toml"):
        for line in file.read_text(encoding="utf-8").splitlines():
            for said in re.findall(r'zh = "([^"]*)"', line):
                assert not HALF_WIDTH.search(said), (file.name, said)


@pytest.mark.parametrize("step", sorted(TOLD))
def test_every_step_a_resident_is_told_of_has_words(step: str) -> None:
    assert WORDING.say("told", step, "zh")


@pytest.mark.parametrize("step", OFFERED)
def test_every_step_offered_has_its_form(step: str) -> None:
    for part in ("", "_note", "_field", "_button"):
        assert WORDING.say("act", f"{step}{part}", "en")
    assert WORDING.say("done", f"done_{step}", "zh")


def test_every_limit_of_the_standards_has_words() -> None:
    for version in book().standards.version:
        for standard in version.standard:
            assert WORDING.say("next_step", standard.step, "zh")


def test_every_page_has_title_and_text() -> None:
    codes = set(FILE["page"])
    titles = {code.removesuffix("_title") for code in codes if code.endswith("_title")}
    assert codes == titles | {f"{code}_title" for code in titles}


def test_every_refusal_in_the_code_has_its_page() -> None:
    code_of = re.compile(r'Refused\(\s*\d+(?: if [^,]+)?, "([a-z0-9_]+)"\)')
    for file in (PROJECT / "forms_api").glob("*.py"):
        for code in code_of.findall(file.read_text(encoding="utf-8")):
            assert WORDING.say("page", code, "zh"), code


def test_every_problem_with_an_answer_has_its_sentence() -> None:
    forms, _ = read_forms(PROJECT / "content" / "forms")
    assert all(ask(form).digest for form in forms.values())
    raised = re.compile(r'(?:PydanticCustomError|StepMistaken)\("([a-z_]+)"')
    for name in ("answers.py", "step_words.py"):
        codes = raised.findall((PROJECT / "forms_api" / name).read_text(encoding="utf-8"))
        assert codes, name
        for code in codes:
            assert WORDING.say("problem", code, "en")


CHINESE_MARK = re.compile("[，。；：、（）？！]")
BY_LANGUAGE = re.compile(r"""(["'])[，。；：、（）？！]\1 if lang == "zh" else""")


@pytest.mark.parametrize("room", ["forms", "desk"])
def test_no_page_writes_a_chinese_mark_into_its_english_words(room: str) -> None:
    for file in (PROJECT / "site_templates" / room).glob("*.html"):
        for line in file.read_text(encoding="utf-8").splitlines():
            assert not CHINESE_MARK.search(BY_LANGUAGE.sub("", line)), (file.name, line)
