"""Reading what was released: in the order of the chain, and every fault by name."""

from pathlib import Path

import pytest

from generator.disclosure.cases.published import digest, to_bytes
from generator.disclosure.releases.release import Approval
from generator.disclosure.releases.releases import (
    ReleasedPeriod,
    approval_name,
    current,
    read_releases,
    release_name,
)
from register.errors import SettingsRefused
from tests.generator.site.samples import make_releases, publish


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    publish(tmp_path, make_releases(("2026-Q1", "2026-Q2", "2026-Q3")))
    return tmp_path / "content" / "releases"


def problems(folder: Path) -> list[tuple[str, str]]:
    with pytest.raises(SettingsRefused) as refused:
        read_releases(folder)
    return [(fault.file.removeprefix("releases/"), fault.problem) for fault in refused.value.faults]


def rewrite(folder: Path, one: ReleasedPeriod, **change: object) -> None:
    """Change a release and approve its new bytes."""
    data = to_bytes(one.release.model_copy(update=change))
    (folder / one.file).write_bytes(data)
    approved = one.approval.model_copy(update={"sha256": digest(data)})
    (folder / approval_name(one.file)).write_bytes(to_bytes(approved))


def test_releases_come_in_the_order_of_the_chain(folder):
    released = read_releases(folder)
    assert [one.release.period for one in released] == ["2026-Q1", "2026-Q2", "2026-Q3"]
    assert [one.release.previous for one in released] == [None, released[0].sha256, released[1].sha256]
    assert all(one.sha256 == digest((folder / one.file).read_bytes()) for one in released)
    assert str(released[0].period) == "2026-Q1"


def test_a_folder_that_is_not_there_or_empty_holds_none(tmp_path):
    assert read_releases(tmp_path / "nowhere") == ()
    (tmp_path / ".gitkeep").touch()
    assert read_releases(tmp_path) == ()


def test_names_of_revisions():
    assert (release_name("2026-Q3", 1), release_name("2026-Q3", 2)) == ("2026-Q3.json", "2026-Q3.r2.json")
    assert approval_name("2026-Q3.r2.json") == "2026-Q3.r2.approval.json"


def test_the_current_release_of_a_period_is_its_latest_revision(tmp_path):
    first, second = make_releases(("2026-Q1", "2026-Q2"))
    again = first.model_copy(update={"revision": 2, "previous": digest(to_bytes(second))})
    publish(tmp_path, (first, second, again))
    released = read_releases(tmp_path / "content" / "releases")
    assert [one.file for one in released] == ["2026-Q1.json", "2026-Q2.json", "2026-Q1.r2.json"]
    assert [one.file for one in current(released)] == ["2026-Q1.r2.json", "2026-Q2.json"]
    assert [one.file for one in current(released[::-1])] == ["2026-Q1.r2.json", "2026-Q2.json"]


def test_a_release_without_approval_is_refused(folder):
    (folder / "2026-Q2.approval.json").unlink()
    assert problems(folder) == [
        ("2026-Q2.approval.json", "the approval is missing; a release is published only with it")
    ]


def test_a_changed_release_is_refused(folder):
    path = folder / "2026-Q2.json"
    path.write_bytes(path.read_bytes().replace(b'"households": 624', b'"households": 625'))
    assert ("2026-Q2.approval.json", "approves other bytes: the release was changed since") in problems(
        folder
    )


def test_an_unknown_field_is_refused_by_name(folder):
    path = folder / "2026-Q2.json"
    path.write_bytes(path.read_bytes().replace(b'"households": 624', b'"households": 624, "room": "1203"'))
    with pytest.raises(SettingsRefused) as refused:
        read_releases(folder)
    assert [(fault.file, fault.key) for fault in refused.value.faults] == [("releases/2026-Q2.json", "room")]


@pytest.mark.parametrize(
    ("old", "new"),
    [(b'"format": 1', b'"format": 2'), (b'"households": 624', b'"households": 624,\n "novel": null')],
)
def test_what_newer_software_wrote_is_refused_and_says_what_to_do(folder, old, new):
    path = folder / "2026-Q2.json"
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    with pytest.raises(SettingsRefused, match="a newer version wrote it; update first"):
        read_releases(folder)


def test_a_file_that_is_not_json_is_refused(folder):
    (folder / "2026-Q2.json").write_bytes(b"{")
    assert [file for file, _ in problems(folder)] == ["2026-Q2.json"]


@pytest.mark.parametrize(("ending", "where"), [(b"\n", "its end"), (b'{\n "x": 1}', "line 1")])
def test_another_spelling_of_the_same_record_is_refused(folder, ending, where):
    path = folder / "2026-Q2.approval.json"
    data = path.read_bytes()
    changed = data + ending if where == "its end" else b" " + data
    path.write_bytes(changed)
    assert problems(folder) == [
        ("2026-Q2.approval.json", f"is not in the one spelling of a release ({where})")
    ]


def test_strange_files_and_stray_approvals_are_refused(folder):
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    (folder / "2026-Q4.approval.json").write_text("{}", encoding="utf-8")
    assert [file for file, _ in problems(folder)] == ["notes.txt", "2026-Q4.approval.json"]


def test_a_name_must_say_what_the_file_holds(folder):
    one = read_releases(folder)[2]
    (folder / one.file).rename(folder / "2026-Q4.json")
    (folder / approval_name(one.file)).rename(folder / "2026-Q4.approval.json")
    assert problems(folder) == [
        ("2026-Q4.json", "holds 2026-Q3 revision 1"),
        ("2026-Q4.approval.json", "is for 2026-Q3 revision 1"),
    ]


def test_a_broken_chain_is_refused(folder):
    released = read_releases(folder)
    rewrite(folder, released[1], previous="0" * 64)
    found = problems(folder)
    assert ("2026-Q2.json", "0000000000000000… is the SHA-256 of no release that is here") in found
    assert [file for file, _ in found] == ["2026-Q2.json", "2026-Q3.json"]


def test_two_releases_cannot_follow_the_same_one(folder):
    released = read_releases(folder)
    rewrite(folder, released[2], previous=released[0].sha256)
    assert problems(folder) == [("2026-Q3.json", "follows the same release as 2026-Q2.json")]


def test_a_chain_has_a_beginning(folder):
    (folder / "2026-Q1.json").unlink()
    (folder / "2026-Q1.approval.json").unlink()
    assert [problem for _, problem in problems(folder)][-1] == "no release is the first of the chain"


def test_an_approval_is_a_record_of_its_own():
    approval = Approval(
        period="2026-Q3", revision=1, sha256="0" * 64, published="2026-10-15", role="reviewer", audit="0" * 64
    )
    assert b'"role": "reviewer"' in to_bytes(approval)
