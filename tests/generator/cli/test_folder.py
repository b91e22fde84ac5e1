"""A new estate's folder: what `portal init` makes, and how an estate is found."""

import re
import stat
from pathlib import Path

import pytest

from generator.cli.folder import find_home, make_home
from register.errors import SettingsRefused
from register.keys import read_keys
from register.settings import Home, read_book
from tests.generator.cli.conftest import Portal


def test_a_new_estate_can_be_read_at_once(home: Home) -> None:
    assert read_book(home.content).estate.name.zh == "翠湖花园"
    assert read_keys(home.key_file)


def test_what_is_private_is_readable_by_its_owner_alone(home: Home) -> None:
    for path in (home.var, home.register, home.key_file):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_a_new_estate_starts_without_anybody_elses_releases(home: Home) -> None:
    assert list((home.content / "releases").glob("*.json")) == []


def test_a_folder_with_something_in_it_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(SettingsRefused, match="not empty"):
        make_home(tmp_path, bytes)


def test_the_estate_is_named_by_option_then_variable_then_the_folder_one_stands_in(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PORTAL_HOME", raising=False)
    assert find_home(home.folder).folder == home.folder
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsRefused, match="no estate here"):
        find_home(None)
    monkeypatch.setenv("PORTAL_HOME", str(home.folder))
    assert find_home(None).folder == home.folder
    monkeypatch.delenv("PORTAL_HOME")
    monkeypatch.chdir(home.folder)
    assert find_home(None).folder == home.folder


def test_init_says_what_to_do_next(portal: Portal, tmp_path: Path) -> None:
    result = portal("init", str(tmp_path / "new"))
    assert result.exit_code == 0
    assert "staff add" in result.output


def test_faults_of_several_files_are_named_at_once_with_key_and_value(portal: Portal, home: Home) -> None:
    rules, estate = home.content / "rules.toml", home.content / "estate.toml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("k = 5", "k = 1"), encoding="utf-8")
    estate.write_text(
        estate.read_text(encoding="utf-8").replace("households = 624", 'households = "many"'),
        encoding="utf-8",
    )
    result = portal("release", "2026-Q3", "--home", str(home.folder))
    assert result.exit_code == 1
    assert re.search(r"content/rules.toml:\d+: thresholds.k = 1", result.stderr)
    assert re.search(r"content/estate.toml:\d+: households = 'many'", result.stderr)
