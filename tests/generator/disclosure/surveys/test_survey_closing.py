"""Two people publish a survey: who ends it is not who approves it; the bytes are chained, and a crash leaves no half."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.disclosure.cases.published import to_bytes
from generator.disclosure.surveys import survey_closing
from generator.disclosure.surveys.survey_closing import (
    SurveyPlaces,
    SurveyRefusal,
    SurveyRefused,
    finish_surveys,
    read_closed,
    unfinished_surveys,
)
from generator.disclosure.surveys.survey_publications import read_results
from generator.disclosure.surveys.survey_result import SurveyApproval, SurveyResult
from register.errors import RecordDamaged, SettingsRefused, StorageFailed
from register.handling import Actor
from register.settings import Home, PortalFile, read_home
from register.terms import Role
from register.wording import load_wording
from tests.generator.disclosure.surveyed import AT, HANDLER, REVIEWER, Shelf, result


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def _reasons(shelf: Shelf, sha256: str, by: Actor = REVIEWER) -> tuple[SurveyRefusal, ...]:
    with pytest.raises(SurveyRefused) as refused:
        shelf.approve(sha256=sha256, by=by)
    return refused.value.reasons


def test_a_result_is_published_by_a_second_person_and_logged(shelf: Shelf) -> None:
    sha256 = shelf.close(result())
    assert read_results(shelf.places.results) == ()
    approval = shelf.approve(sha256=sha256)
    (one,) = read_results(shelf.places.results)
    assert (one.sha256, one.result, one.approval) == (sha256, result(), approval)
    assert (approval.role, approval.published) == ("reviewer", date(2026, 12, 10))
    assert [(line.event, line.by) for line in shelf.audit.lines()] == [
        ("close_survey", "wangfang"),
        ("approve_survey", "sunli"),
    ]
    assert read_closed(shelf.places, "2026h2") is None
    assert "wangfang" not in "".join(p.read_text() for p in shelf.places.results.iterdir())


@pytest.mark.parametrize(
    ("by", "reason"),
    [
        (HANDLER, (SurveyRefusal.ROLE, SurveyRefusal.SAME_PERSON)),
        (replace(REVIEWER, barred=frozenset({HANDLER.account})), (SurveyRefusal.ONE_HAND,)),
        (Actor("zhaoqiang", Role.HANDLER), (SurveyRefusal.ROLE,)),
    ],
)
def test_who_may_not_approve_is_refused(shelf: Shelf, by: Actor, reason: tuple[SurveyRefusal, ...]) -> None:
    assert _reasons(shelf, shelf.close(result()), by) == reason


def test_even_a_manager_cannot_approve_what_she_closed(shelf: Shelf) -> None:
    manager = Actor("liweidong", Role.MANAGER)
    assert _reasons(shelf, shelf.close(result(), manager), manager) == (SurveyRefusal.SAME_PERSON,)


def test_other_bytes_than_those_shown_are_refused(shelf: Shelf) -> None:
    shelf.close(result())
    assert _reasons(shelf, "0" * 64) == (SurveyRefusal.OTHER_BYTES,)


def test_nothing_is_approved_that_nobody_closed(shelf: Shelf) -> None:
    assert _reasons(shelf, "0" * 64) == (SurveyRefusal.NOT_CLOSED,)


def test_approving_again_changes_nothing_and_another_result_of_the_wave_is_refused(shelf: Shelf) -> None:
    sha256 = shelf.publish(result())
    before = list(shelf.audit.lines())
    assert shelf.approve(sha256=sha256).sha256 == sha256
    assert list(shelf.audit.lines()) == before
    with pytest.raises(SurveyRefused, match="already_published"):
        shelf.close(result(10, 10, 10, 10, 10))


def test_results_form_a_chain_and_one_that_is_not_next_is_refused(shelf: Shelf) -> None:
    waiting = shelf.close(result(id="2026h2"))
    first = shelf.publish(result(id="2026h1"))
    assert _reasons(shelf, waiting) == (SurveyRefusal.NOT_NEXT,)
    shelf.publish(result(id="2026h2", previous=first))
    assert [one.result.survey for one in read_results(shelf.places.results)] == ["2026h1", "2026h2"]


def test_a_result_that_gives_something_away_is_neither_kept_nor_approved(shelf: Shelf) -> None:
    bad = result().model_copy(update={"web": 97, "paper": 3})
    with pytest.raises(SurveyRefused) as refused:
        shelf.close(bad)
    assert refused.value.places == ("2026h2/ways",)
    with patch.object(survey_closing, "audit_result", return_value=()):
        sha256 = shelf.close(bad)
    assert _reasons(shelf, sha256) == (SurveyRefusal.GIVES_AWAY,)


@pytest.mark.parametrize("at", ["create_once", "remove_folder"])
def test_what_a_crash_cut_off_is_finished(shelf: Shelf, at: str) -> None:
    sha256 = shelf.close(result())
    with (
        patch.object(survey_closing.files, at, side_effect=StorageFailed("EIO")),
        pytest.raises(StorageFailed),
    ):
        shelf.approve(sha256=sha256)
    assert unfinished_surveys(shelf.places) == ("2026h2",)
    finish_surveys(shelf.places)
    (one,) = read_results(shelf.places.results)
    assert one.sha256 == sha256
    assert unfinished_surveys(shelf.places) == ()


def test_an_approval_cut_off_after_its_audit_line_is_logged_once(shelf: Shelf) -> None:
    sha256 = shelf.close(result())
    with (
        patch.object(survey_closing.files, "replace", side_effect=StorageFailed("EIO")),
        pytest.raises(StorageFailed),
    ):
        shelf.approve(sha256=sha256)
    shelf.approve(sha256=sha256)
    assert [line.event for line in shelf.audit.lines()] == ["close_survey", "approve_survey"]


def test_what_waits_is_believed_only_whole(shelf: Shelf) -> None:
    sha256 = shelf.close(result())
    folder = shelf.places.closings / "2026h2"
    kept = (folder / "result.json").read_bytes()
    (folder / "result.json").write_bytes(kept.replace(b'"issued": 624', b'"issued": 625'))
    with pytest.raises(RecordDamaged, match="do not belong together"):
        shelf.approve(sha256=sha256)
    (folder / "result.json").unlink()
    with pytest.raises(RecordDamaged, match="cannot be read"):
        read_closed(shelf.places, "2026h2")


def test_an_approval_of_other_bytes_is_not_finished(shelf: Shelf) -> None:
    sha256 = shelf.close(result())
    with (
        patch.object(survey_closing.files, "create_once", side_effect=StorageFailed("EIO")),
        pytest.raises(StorageFailed),
    ):
        shelf.approve(sha256=sha256)
    approval = shelf.places.closings / "2026h2" / "approval.json"
    approval.write_text(approval.read_text().replace(sha256, "0" * 64))
    with pytest.raises(RecordDamaged, match="other bytes"):
        finish_surveys(shelf.places)


def test_an_approval_that_nobody_gave_is_not_finished(shelf: Shelf) -> None:
    """Whoever can write the folder writes an approval beside a result; no line of the log says so."""
    sha256 = shelf.close(result())
    other = shelf.audit.append(at=AT, by="somebody", event="approve_survey", about="0" * 64)
    for audit in ("0" * 64, other):
        forged = SurveyApproval(
            survey="2026h2", sha256=sha256, published=AT.date(), role="manager", audit=audit
        )
        (shelf.places.closings / "2026h2" / "approval.json").write_bytes(to_bytes(forged))
        with pytest.raises(
            RecordDamaged, match=r"survey-results/2026h2/approval.json: is not in the audit log"
        ):
            finish_surveys(shelf.places)
    (shelf.places.closings / "2026h2" / "approval.json").write_bytes(b"{}")
    with pytest.raises(RecordDamaged, match=r"survey-results/2026h2/approval.json: cannot be read"):
        finish_surveys(shelf.places)
    assert not shelf.places.results.exists()


def test_before_anything_was_closed_nothing_is_written(shelf: Shelf) -> None:
    finish_surveys(shelf.places)
    assert read_results(shelf.places.results) == ()
    assert not shelf.places.closings.exists()


def test_results_lie_in_content_and_what_waits_in_the_private_folder(tmp_path: Path) -> None:
    home = Home(tmp_path, PortalFile(origin="https://a.example", desk_origin="https://b.example"))
    places = SurveyPlaces.of(home)
    assert places.results == home.content / "surveys" / "results"
    assert places.closings.is_relative_to(home.var)


def test_every_refusal_has_its_words() -> None:
    wording = load_wording("survey")
    assert set(wording.section("surveyrefusal", "zh")) == set(SurveyRefusal)


def _spoil(shelf: Shelf, name: str, old: str, new: str) -> None:
    path = shelf.places.results / name
    path.write_text(path.read_text().replace(old, new))


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("2026h1.json", '"issued": 624', '"issued": 625', "approves other bytes"),
        ("2026h1.json", '"issued": 624', '"issued":  624', "one spelling"),
        ("2026h1.json", '"format": 1', '"format": 2', "format"),
        ("2026h1.approval.json", '"survey": "2026h1"', '"survey": "2026h2"', "named after"),
    ],
)
def test_a_published_file_that_was_changed_is_named(
    shelf: Shelf, file: str, old: str, new: str, problem: str
) -> None:
    shelf.publish(result(id="2026h1"))
    _spoil(shelf, file, old, new)
    with pytest.raises(SettingsRefused, match=problem):
        read_results(shelf.places.results)


@pytest.mark.parametrize("gone", ["2026h1.json", "2026h1.approval.json"])
def test_a_published_file_that_is_gone_is_named(shelf: Shelf, gone: str) -> None:
    first = shelf.publish(result(id="2026h1"))
    shelf.publish(result(id="2026h2", previous=first))
    (shelf.places.results / gone).unlink()
    with pytest.raises(SettingsRefused, match="is missing"):
        read_results(shelf.places.results)


def test_a_result_taken_out_of_the_chain_is_noticed(shelf: Shelf) -> None:
    first = shelf.publish(result(id="2026h1"))
    shelf.publish(result(id="2026h2", previous=first))
    for name in ("2026h1.json", "2026h1.approval.json"):
        (shelf.places.results / name).unlink()
    with pytest.raises(SettingsRefused, match="follows no result"):
        read_results(shelf.places.results)


def test_a_foreign_file_is_named(shelf: Shelf) -> None:
    shelf.publish(result())
    (shelf.places.results / "notes.txt").write_text("x")
    with pytest.raises(SettingsRefused, match="is no result"):
        read_results(shelf.places.results)


def test_a_result_has_no_place_for_a_person() -> None:
    names = set(SurveyResult.model_fields)
    assert not names & {"by", "name", "code", "building", "at"}


def test_what_waits_lies_under_var_and_what_is_public_in_content(tmp_path: Path) -> None:
    (tmp_path / "portal.toml").write_text(
        'origin = "https://estate.example"\ndesk_origin = "https://desk.example"\n', encoding="utf-8"
    )
    home = read_home(tmp_path)
    places = SurveyPlaces.of(home)
    assert places.closings.is_relative_to(home.var)
    assert places.results.is_relative_to(home.content)
