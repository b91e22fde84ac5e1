from datetime import date
from pathlib import Path

import pytest

from register.errors import SettingsRefused
from register.seal import seal
from register.sealed_standards import FILE, Sealed, changed, read_sealed, read_standards
from register.settings import read_book
from register.spelling import to_toml
from register.standards import Standards, Version, WorkingHours
from tests.factories import PROJECT, book

LAST = date(2026, 9, 30)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The project's standards, sealed by a release."""
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "standards.toml").write_bytes((PROJECT / "content/standards.toml").read_bytes())
    seal(folder, read_standards(folder, tmp_path), "2026-Q3", LAST)
    return folder


def refused_for(content: Path, old: str, new: str) -> list[str]:
    file = content / "standards.toml"
    file.write_text(file.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SettingsRefused) as refused:
        read_standards(content, content.parent)
    return [str(fault) for fault in refused.value.faults]


def test_what_was_not_changed_is_read(content: Path) -> None:
    assert read_standards(content, content.parent).version
    assert read_sealed(content, content.parent).sealed[0].release == "2026-Q3"


def test_a_seal_that_somebody_wrote_in_is_refused(content: Path) -> None:
    file = content / FILE
    file.write_bytes(file.read_bytes() + b"\n")
    with pytest.raises(SettingsRefused, match="restore it from the backup"):
        read_sealed(content, content.parent)


def test_a_changed_limit_is_refused_by_name(content: Path) -> None:
    (fault,) = refused_for(
        content, 'limit = { amount = 7, unit = "days"', 'limit = { amount = 9, unit = "days"'
    )
    assert "complaint.answer.ordinary" in fault
    assert "2026-Q3" in fault
    assert "[[version]]" in fault


def test_a_changed_promise_is_refused_though_its_limit_stands(content: Path) -> None:
    (fault,) = refused_for(content, "7 天内作出书面处理答复。", "尽快作出书面处理答复。")
    assert "complaint.answer.ordinary" in fault


def test_a_standard_under_another_name_is_one_gone_and_one_new(content: Path) -> None:
    assert len(refused_for(content, 'id = "complaint.contact"', 'id = "complaint.call"')) == 2


def test_an_effective_date_does_not_move(content: Path) -> None:
    (fault,) = refused_for(content, "effective = 2025-01-01", "effective = 2025-02-01")
    assert "effective" in fault


def test_a_version_does_not_go_away(content: Path) -> None:
    faults = refused_for(content, 'version = "2025.1"', 'version = "2025.9"')
    assert any("version 2025.1" in fault for fault in faults)


def test_a_translation_may_be_mended(content: Path) -> None:
    file = content / "standards.toml"
    file.write_text(
        file.read_text("utf-8").replace("You get a written answer", "We answer in writing", 1),
        encoding="utf-8",
    )
    assert read_standards(content, content.parent)


def test_a_new_version_with_its_own_date_is_the_way(content: Path) -> None:
    file = content / "standards.toml"
    text = file.read_text("utf-8")
    newest = text[text.rindex("\n[[version]]\n") :]
    fresh = newest.replace('version = "2026.1"', 'version = "2030.1"').replace(
        "effective = 2026-07-01", "effective = 2030-01-01"
    )
    file.write_text(f"{text}\n{fresh.replace('amount = 7', 'amount = 5', 1)}", encoding="utf-8")
    standards = read_standards(content, content.parent)
    before = read_sealed(content, content.parent)
    seal(content, standards, "2026-Q4", date(2026, 12, 31))
    assert read_sealed(content, content.parent) == before
    seal(content, standards, "2030-Q1", date(2030, 3, 31))
    assert [one.release for one in read_sealed(content, content.parent).sealed][-1] == "2030-Q1"


def test_without_a_release_nothing_is_sealed(tmp_path: Path) -> None:
    assert not (PROJECT / "content" / FILE).exists()
    assert read_book(PROJECT / "content").standards


def test_a_version_changed_what_is_new_different_or_gone_in_it() -> None:
    first, second = book().standards.version[:2]
    new = [one.id for one in changed(first, second)]
    assert set(new) == {"complaint.answer.objection", "complaint.follow_up.again", "repair.follow_up"}
    gone = [one.id for one in changed(second, first)]
    assert gone == new
    assert changed(first, first) == ()


def test_a_better_translation_changes_no_promise() -> None:
    first = book().standards.version[0]
    one, *others = first.standard
    better = one.model_copy(update={"promise": one.promise.model_copy(update={"en": "Better said."})})
    other = Version(**{**dict(first), "standard": (better, *others)})
    assert changed(first, other) == ()


def test_cases_from_before_a_version_keep_the_promises_of_then() -> None:
    standards = book().standards
    before, after = (standards.in_force(date(2026, month, 1)) for month in (6, 7))
    assert (before.version, after.version) == ("2025.1", "2026.1")
    assert not any(one.objection or one.attention for one in before.standard)
    assert {one.id for one in after.standard} > {one.id for one in before.standard}


class TestOfficeHours:
    """Working hours and the end of every day rest on them, so they are sealed with the version."""

    def test_changed_hours_are_refused_by_name(self, content: Path) -> None:
        faults = refused_for(content, 'closes = "20:00"', 'closes = "23:59"')
        assert len(faults) == len(read_sealed(content, content.parent).hours) == 2
        assert "08:00-20:00" in faults[0]
        assert "[[version]]" in faults[0]

    def test_other_hours_come_with_a_new_version(self, content: Path) -> None:
        standards = with_later_version(content, 'hours = { opens = "09:00", closes = "18:00" }')
        assert standards.hours_on(date(2029, 12, 31)) == WorkingHours(opens="08:00", closes="20:00")
        assert standards.hours_on(date(2030, 1, 1)) == WorkingHours(opens="09:00", closes="18:00")
        seal(content, standards, "2030-Q1", date(2030, 3, 31))
        newest = read_sealed(content, content.parent).hours[-1]
        assert (newest.version, newest.opens, newest.closes) == ("2030.1", "09:00", "18:00")

    def test_a_version_that_states_none_keeps_those_before(self, content: Path) -> None:
        assert with_later_version(content, "").hours_on(date(2030, 1, 1)) == book().standards.hours

    def test_hours_of_a_version_sealed_before_hours_were_are_sealed_by_the_next_release(
        self, content: Path
    ) -> None:
        whole = read_sealed(content, content.parent)
        (content / FILE).write_bytes(to_toml(Sealed(sealed=whole.sealed)))
        seal(content, read_standards(content, content.parent), "2026-Q4", date(2026, 12, 31))
        assert {one.release for one in read_sealed(content, content.parent).hours} == {"2026-Q4"}

    def test_a_version_that_is_gone_is_named_once(self, content: Path) -> None:
        faults = refused_for(content, 'version = "2025.1"', 'version = "2025.9"')
        assert not any("hours" in fault for fault in faults)


def with_later_version(content: Path, hours: str) -> Standards:
    file = content / "standards.toml"
    text = file.read_text("utf-8")
    newest = text[text.rindex("\n[[version]]\n") :]
    fresh = newest.replace('version = "2026.1"', f'version = "2030.1"\n{hours}').replace(
        "effective = 2026-07-01", "effective = 2030-01-01"
    )
    file.write_text(f"{text}\n{fresh}", encoding="utf-8")
    return read_standards(content, content.parent)
