"""Published survey results are checked against the audit log, the rules and the answers they were counted from."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.disclosure.releases.findings import Finding
from generator.disclosure.surveys.survey_publications import PublishedResult, read_results
from generator.disclosure.surveys.survey_verification import (
    verify_approvals,
    verify_closed,
    verify_counted,
    verify_results,
)
from register.audit import AuditLine
from tests.generator.disclosure.surveyed import EVEN, Shelf, finished, result


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    shelf = Shelf(tmp_path)
    shelf.publish(result())
    return shelf


def _published(shelf: Shelf) -> tuple[PublishedResult, ...]:
    return read_results(shelf.places.results)


def _decisions(shelf: Shelf) -> Mapping[str, AuditLine]:
    lines = shelf.audit.lines()
    return {line.digest: line for line in lines}


def test_what_was_published_in_order_has_no_flaw(shelf: Shelf) -> None:
    results = _published(shelf)
    assert not list(verify_results(results))
    assert not list(verify_approvals(results, _decisions(shelf)))
    assert not list(verify_counted(results, {"2026h2": finished()}))
    assert not list(verify_counted(results, {}))


def test_an_approval_that_is_not_in_the_log_is_found(shelf: Shelf) -> None:
    (flaw,) = verify_approvals(_published(shelf), {})
    assert (flaw.finding, flaw.about) == (Finding.UNLOGGED, "2026h2.json")


def test_an_approved_result_that_is_not_there_is_told(shelf: Shelf) -> None:
    (flaw,) = verify_approvals((), _decisions(shelf))
    assert flaw.finding == Finding.UNPUBLISHED


def test_a_wave_that_was_ended_and_not_published_is_told_though_its_file_is_gone(shelf: Shelf) -> None:
    closed = [line for line in shelf.audit.lines() if line.event == "close_survey"]
    assert not list(verify_closed(_published(shelf), _decisions(shelf)))
    (flaw,) = verify_closed((), _decisions(shelf))
    assert (flaw.finding, flaw.about, flaw.grave) == (Finding.SURVEY_HELD, "2026h2", False)
    assert flaw.detail == closed[0].at.date().isoformat()


def test_a_result_that_the_answers_do_not_give_is_found(shelf: Shelf) -> None:
    more = finished(EVEN[0] + 1, *EVEN[1:])
    (flaw,) = verify_counted(_published(shelf), {"2026h2": more})
    assert flaw.finding == Finding.SURVEY_DIFFERS


def test_a_result_that_gives_a_count_away_is_found(shelf: Shelf) -> None:
    (one,) = _published(shelf)
    bad = one.result.model_copy(update={"web": 97, "paper": 3})
    (flaw,) = verify_results([replace(one, result=bad)])
    assert (flaw.finding, flaw.detail) == (Finding.GIVES_AWAY, "2026h2/ways")
