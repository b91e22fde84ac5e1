"""A backup holds what it must, leaves out what it must not, and is found out when a single byte differs."""

import tarfile
from pathlib import Path

import pytest

from generator.cli import backup_command
from generator.cli.backup import MANIFEST, check_backup
from register.errors import RecordDamaged, StorageFailed
from register.index import Index
from register.settings import Home, read_home
from register.store import FolderStore
from tests.factories import kept_case
from tests.generator.cli.conftest import Portal


@pytest.fixture
def lived_in(home: Home) -> Home:
    """An estate with a case, a pending survey answer, staged photos, an old site and a link out of the house."""
    kept_case(FolderStore(home.register))
    for name in (
        "var/surveys/2026h2/pending/ab.json",
        "var/surveys/2026h2/codes.json",
        "var/staged/ab/1.jpg",
        "var/builds/1/index.html",
        "var/cache/made.sqlite",
        "var/preview/site/index.html",
        "var/slips/2026h2.html",
        "var/register/cases/2026/.tmp-x.json",
        "var/register/photos/.tmp-ab/1.jpg",
        "content/notices/.tmp-lift.toml.part",
    ):
        (home.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (home.folder / name).write_bytes(b"x")
    (home.folder / "site").symlink_to("var/builds/1")
    (home.folder / "var" / "elsewhere.txt").symlink_to("/etc/hostname")
    return home


def test_it_holds_everything_but_what_is_remade_or_must_not_be_kept(
    portal: Portal, lived_in: Home, tmp_path: Path
) -> None:
    file = tmp_path / "b.tar"
    result = portal("backup", str(file), "--home", str(lived_in.folder))
    assert result.exit_code == 0, result.output
    names = names_in(file)
    assert {
        "portal.toml",
        "content/rules.toml",
        "var/keys/master.key",
        "var/surveys/2026h2/codes.json",
    } <= names
    assert any(name.startswith("var/register/cases/2026/") for name in names)
    for part in (
        "pending",
        "staged",
        "builds",
        "cache",
        "preview",
        "slips",
        ".tmp-",
        "elsewhere",
        "/lock",
        "/changes",
        "site/",
    ):
        assert not [name for name in names if part in name], part
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.glob("*.part")) == []


def test_a_restored_folder_is_an_estate_with_the_same_cases_and_private_modes(
    portal: Portal, lived_in: Home, tmp_path: Path
) -> None:
    file, there = tmp_path / "b.tar", tmp_path / "there"
    portal("backup", str(file), "--home", str(lived_in.folder))
    with tarfile.open(file) as tar:
        tar.extractall(there, filter="fully_trusted")
    home = read_home(there)
    before = Index(FolderStore(lived_in.register)).holdings()
    assert Index(FolderStore(home.register)).holdings().cases == before.cases
    assert home.key_file.stat().st_mode & 0o777 == 0o600
    verified = portal("verify", "--home", str(there))
    assert verified.output == portal("verify", "--home", str(lived_in.folder)).output


def names_in(file: Path) -> set[str]:
    with tarfile.open(file) as tar:
        return set(tar.getnames())


@pytest.mark.parametrize("way", ["bit", "cut", "added", "gone"])
def test_a_backup_that_was_altered_is_named(portal: Portal, lived_in: Home, tmp_path: Path, way: str) -> None:
    file = tmp_path / "b.tar"
    portal("backup", str(file), "--home", str(lived_in.folder))
    assert portal("backup", "--check", str(file)).exit_code == 0
    data = file.read_bytes()
    if way == "bit":
        place = data.index(b"lag_days = 14")
        file.write_bytes(data[:place] + b"lag_days = 24" + data[place + 13 :])
    elif way == "cut":
        file.write_bytes(data[: len(data) // 2 // 512 * 512])
    else:
        _repack(file, way)
    with pytest.raises(RecordDamaged):
        check_backup(file)
    assert portal("backup", "--check", str(file)).exit_code == 3


def _repack(file: Path, way: str) -> None:
    """The same archive with one file more, or one less."""
    with tarfile.open(file) as tar:
        members = [(member, tar.extractfile(member)) for member in tar.getmembers()]
        kept = [(m, s) for m, s in members if way == "added" or m.name != "portal.toml"]
        with tarfile.open(file.with_suffix(".new"), "w") as new:
            for member, stream in kept:
                new.addfile(member, stream)
            if way == "added":
                new.add(__file__, "var/evil.py")
    file.with_suffix(".new").replace(file)


def test_nothing_is_overwritten_and_no_backup_lies_in_the_estate(
    portal: Portal, lived_in: Home, tmp_path: Path
) -> None:
    file, home = tmp_path / "b.tar", str(lived_in.folder)
    file.write_bytes(b"mine")
    assert portal("backup", str(file), "--home", home).exit_code == 1
    assert file.read_bytes() == b"mine"
    assert portal("backup", str(lived_in.folder / "b.tar"), "--home", home).exit_code == 1
    assert portal("backup", "--check", str(tmp_path / "none.tar")).exit_code == 2
    nowhere = portal("backup", str(tmp_path / "none" / "b.tar"), "--home", home)
    assert f"{tmp_path / 'none'}: is no folder; make it first" in nowhere.stderr


def test_a_link_or_a_foreign_tar_is_no_backup(tmp_path: Path) -> None:
    file = tmp_path / "b.tar"
    with tarfile.open(file, "w") as tar:
        member = tarfile.TarInfo("x")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(member)
    with pytest.raises(RecordDamaged):
        check_backup(file)
    with tarfile.open(file, "w") as tar:
        tar.add(__file__, "x")
    with pytest.raises(RecordDamaged, match="cut off"):
        check_backup(file)
    assert MANIFEST not in names_in(file)


def test_a_full_disk_is_told_in_words(
    portal: Portal, lived_in: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StorageFailed("ENOSPC")

    monkeypatch.setattr(backup_command, "make_backup", full)
    told = portal("backup", str(tmp_path / "b.tar"), "--home", str(lived_in.folder))
    assert told.exit_code == 1
    assert "The disk refused: No space left on device" in told.stderr
