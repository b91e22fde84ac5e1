"""Words for codes, in both languages."""

from pathlib import Path

import pytest

from register.errors import SettingsRefused
from register.terms import Kind, Language
from register.wording import TEMPLATES, load_wording


def write(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def test_words_are_said_in_the_language_asked_for() -> None:
    wording = load_wording("terms")
    assert wording.say("kind", "repair", "zh") == "报修"
    assert wording.term(Kind.REPAIR, Language.EN) == "Repair"
    assert list(wording.section("role", "zh")) == ["handler", "reviewer", "manager", "outside"]


def test_a_section_that_is_not_there_is_empty_and_a_missing_word_is_named() -> None:
    wording = load_wording("terms")
    assert wording.section("nothing", "zh") == {}
    with pytest.raises(KeyError, match=r"kind\.wish"):
        wording.say("kind", "wish", "zh")
    with pytest.raises(KeyError, match=r"nothing\.wish"):
        wording.say("nothing", "wish", "zh")


def test_files_complement_one_another(tmp_path: Path) -> None:
    write(tmp_path, "a", '[s]\none = ["一", "one"]')
    write(tmp_path, "b", '[s]\ntwo = ["二", "two"]')
    assert load_wording("a", "b", folder=tmp_path).section("s", "en") == {"one": "one", "two": "two"}


@pytest.mark.parametrize(
    "pair", ['["一"]', '["一", ""]', '["一", " "]', '"一"', '["一", 1]', '["一", "one", "uno"]']
)
def test_every_entry_that_lacks_a_language_is_named(tmp_path: Path, pair: str) -> None:
    write(tmp_path, "a", f'top = ["上", "top"]\n[s]\none = {pair}\nright = ["对", "right"]\nother = {pair}')
    with pytest.raises(SettingsRefused) as refused:
        load_wording("a", folder=tmp_path)
    assert [fault.key for fault in refused.value.faults] == ["top", "s.one", "s.other"]


def test_every_wording_file_of_the_project_can_be_loaded() -> None:
    names = [path.stem for path in (TEMPLATES / "wording").glob("*.toml")]
    assert "register" in names
    load_wording(*names)
