"""Reading what people write: every fault named with file, key and value, all at once."""

from datetime import date
from pathlib import Path

import pytest

from register.content import Words, Written, gather, read_written
from register.errors import Fault, SettingsRefused


class Sheet(Written):
    k: int
    day: date = date(2026, 1, 1)
    name: Words


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "sheet.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def faults(path: Path, root: Path | None = None) -> tuple[Fault, ...]:
    with pytest.raises(SettingsRefused) as refused:
        read_written(path, Sheet, root)
    return refused.value.faults


def test_a_file_is_read_as_its_model(tmp_path: Path) -> None:
    path = write(tmp_path, 'k = 5\nname = { zh = " 翠湖花园 " }')
    assert read_written(path, Sheet) == Sheet(k=5, name=Words(zh="翠湖花园"))


def test_every_fault_is_named_with_key_and_value(tmp_path: Path) -> None:
    path = write(tmp_path, 'k = "five"\nday = 2026-02-03T09:00:00\nkk = 1\nname = { en = "x" }')
    found = {fault.key: fault.value for fault in faults(path, tmp_path.parent)}
    assert found == {"k": "five", "day": found["day"], "kk": 1, "name.zh": None}
    assert str(found["day"]).startswith("2026-02-03")
    assert {fault.file for fault in faults(path, tmp_path.parent)} == {f"{tmp_path.name}/sheet.toml"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [(b"k = \xff", "cannot be read as UTF-8"), ("k = ", "is not TOML"), ("k = 1\nk = 2", "is not TOML")],
)
def test_what_is_no_toml_is_one_fault(tmp_path: Path, text: str | bytes, problem: str) -> None:
    (fault,) = faults(write(tmp_path, text))
    assert problem in fault.problem
    assert fault.file == "sheet.toml"


def test_a_missing_file_and_a_folder_are_faults(tmp_path: Path) -> None:
    (missing,) = faults(tmp_path / "none.toml")
    assert missing.problem == "the file is missing"
    (folder,) = faults(tmp_path)
    assert "cannot be read" in folder.problem


def test_english_falls_back_to_chinese_and_chinese_never_to_english() -> None:
    assert Words(zh="中", en="mid").say("en") == "mid"
    assert Words(zh="中").say("en") == "中"
    assert Words(zh="中", en="mid").say("zh") == "中"


def test_gathering_names_the_faults_of_every_reading() -> None:
    def refuse(key: str) -> object:
        raise SettingsRefused([Fault("f", key, None, "p")])

    with pytest.raises(SettingsRefused) as refused:
        gather(lambda: 1, lambda: refuse("a"), lambda: refuse("b"))
    assert [fault.key for fault in refused.value.faults] == ["a", "b"]
    assert gather(lambda: 1, lambda: 2) == [1, 2]
