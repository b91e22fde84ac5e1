"""An estate's folder and what it has written: every fault named at once, nothing private in public folders."""

import shutil
from pathlib import Path

import pytest

from register.errors import SettingsRefused
from register.settings import read_book, read_home
from tests.factories import PROJECT, book

PORTAL = 'origin = "https://estate.example"\ndesk_origin = "https://desk.example"\n'


def home_with(folder: Path, more: str = "") -> Path:
    (folder / "portal.toml").write_text(PORTAL + more, encoding="utf-8")
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    for name in ("estate", "people", "rules", "standards"):
        (tmp_path / "content").mkdir(exist_ok=True)
        shutil.copy(PROJECT / "content" / f"{name}.toml", tmp_path / "content")
    shutil.copytree(PROJECT / "content" / "calendar", tmp_path / "content" / "calendar")
    return tmp_path / "content"


def test_everything_private_lies_under_var_by_default(tmp_path: Path) -> None:
    home = read_home(home_with(tmp_path))
    assert home.register == tmp_path / "var" / "register"
    assert home.key_file == tmp_path / "var" / "keys" / "master.key"
    assert home.audit_file.is_relative_to(home.var)
    assert home.staff_file.is_relative_to(home.var)
    assert home.surveys.is_relative_to(home.var)
    assert not home.surveys.is_relative_to(home.register)
    assert (home.portal.serve.host, home.portal.desk.host) == ("127.0.0.1", "127.0.0.1")


def test_the_register_may_lie_on_another_disk(tmp_path: Path) -> None:
    other = tmp_path / "data"
    (tmp_path / "home").mkdir()
    assert read_home(home_with(tmp_path / "home", f'register = "{other}"')).register == other


@pytest.mark.parametrize(
    ("setting", "key"),
    [
        ('register = "content/register"', "register"),
        ('register = "site"', "register"),
        ('register = "var/../content"', "register"),
        ('register = "linked/register"', "register"),
        ('keys = "content/master.key"', "keys"),
    ],
)
def test_private_things_inside_a_public_folder_are_refused(tmp_path: Path, setting: str, key: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path / "content")
    with pytest.raises(SettingsRefused, match="public folder") as refused:
        read_home(home_with(tmp_path, setting))
    (fault,) = refused.value.faults
    assert (fault.file, fault.key, fault.value) == ("portal.toml", key, setting.split('"')[1])


def test_the_faults_of_the_settings_are_named_all_at_once(tmp_path: Path) -> None:
    (tmp_path / "portal.toml").write_text('origin = "estate"\ncolour = "red"\n[serve]\nport = 70000')
    with pytest.raises(SettingsRefused) as refused:
        read_home(tmp_path)
    assert {fault.key for fault in refused.value.faults} == {"origin", "desk_origin", "colour", "serve.port"}


def test_a_folder_without_settings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsRefused, match=r"portal\.toml: the file is missing"):
        read_home(tmp_path)


def test_the_projects_own_book_can_be_read() -> None:
    assert book().clockwork.calendar is book().calendar
    assert book().rules.targets()["listed_share"] == 50
    assert book().people.declared_names() <= {held.name for held in book().people.posts}
    assert book().estate.phones.hotline in book().estate.phones.all()


def test_the_faults_of_all_files_are_named_at_once(content: Path) -> None:
    (content / "estate.toml").unlink()
    rules = (content / "rules.toml").read_text("utf-8")
    (content / "rules.toml").write_text(
        rules.replace("k = 5", "k = 2").replace('start = "2025-01"', 'start = "2025-13"'), "utf-8"
    )
    (content / "standards.toml").write_text("[hours]\nopens = 1", "utf-8")
    (content / "calendar" / "2027.toml").write_text(
        'source = "x"\ndays_off = [2026-01-01, 2027-01-01]\ndays_worked = []'
    )
    (content / "calendar" / "2028.toml").write_text(
        'source = "x"\ndays_off = [2028-01-01]\ndays_worked = [2028-01-01]'
    )
    with pytest.raises(SettingsRefused) as refused:
        read_book(content)
    found = {(fault.file, fault.key) for fault in refused.value.faults}
    assert found >= {
        ("content/estate.toml", "-"), ("content/rules.toml", "thresholds.k"), ("content/rules.toml", "periods.start"),
        ("content/standards.toml", "hours.opens"), ("content/standards.toml", "version"),
        ("content/calendar/2027.toml", "days"), ("content/calendar/2028.toml", "-"),
    }  # fmt: skip
    assert [str(f.value) for f in refused.value.faults if f.key == "days"] == ["2026-01-01"]


@pytest.mark.parametrize(
    ("setting", "wrong"),
    [("lag_days = 14", "lag_days = 13"), ("objection_days = 7", "objection_days = 6"), ("k = 5", "k = 2"),
     ("percent_from = 20", "percent_from = 19"), ("median_from = 10", "median_from = 9"),
     ("longest_zh = 120", "longest_zh = 121"), ('length = "quarter"', 'length = "week"')],
)  # fmt: skip
def test_no_setting_goes_under_its_floor(content: Path, setting: str, wrong: str) -> None:
    rules = (content / "rules.toml").read_text("utf-8")
    assert setting in rules
    (content / "rules.toml").write_text(rules.replace(setting, wrong), "utf-8")
    with pytest.raises(SettingsRefused) as refused:
        read_book(content)
    assert len(refused.value.faults) == 1
