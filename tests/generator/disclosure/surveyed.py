"""Finished survey waves for tests of the gate: answers by the number of each, results, and a folder to publish in."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from generator.disclosure.cases.published import to_bytes
from generator.disclosure.surveys.survey_closing import SurveyPlaces, approve_survey, keep_closed
from generator.disclosure.surveys.survey_compiled import Finished, compile_result
from generator.disclosure.surveys.survey_result import SurveyApproval, SurveyResult
from register.audit import AuditLog
from register.handling import Actor
from register.settings import ZONE
from register.signoff import SignOff
from register.surveys.survey import SCALES
from register.surveys.survey_records import Answers
from register.terms import Role
from tests import factories
from tests.surveys import survey

HANDLER = Actor("wangfang", Role.HANDLER)
REVIEWER = Actor("sunli", Role.REVIEWER)
AT = datetime(2026, 12, 10, 9, 0, tzinfo=ZONE)
EVEN = (40, 30, 12, 10, 8)


def answers(*counts: int, web: int | None = None, **more: Mapping[str, int]) -> Answers:
    """As many answers to `overall` as counted, from the best; `more` names other questions with counts by code."""
    said = [code for code, count in zip(SCALES["satisfaction"], counts, strict=True) for _ in range(count)]
    rows = [{"overall": code} for code in said]
    for name, by_code in more.items():
        codes = [code for code, count in by_code.items() for _ in range(count)]
        for row, code in zip(rows, codes, strict=False):
            row[name] = code
    online = len(rows) if web is None else web
    wave = survey()
    return Answers(
        survey=wave.id, questions=wave.digest, web=online, paper=len(rows) - online, answers=tuple(rows)
    )


def finished(*counts: int, id: str = "2026h2", households: int = 624, **more: Any) -> Finished:
    given = answers(*(counts or EVEN), **more)
    wave = survey(id=id)
    return Finished(wave, given.model_copy(update={"survey": id, "questions": wave.digest}), 624, households)


def result(*counts: int, previous: str | None = None, **more: Any) -> SurveyResult:
    return compile_result(finished(*counts, **more), factories.thresholds(), previous)


class Shelf:
    """The two folders of an estate's results, and its audit log."""

    def __init__(self, folder: Path) -> None:
        self.places = SurveyPlaces(
            folder / "content" / "results", folder / "var" / "survey-results", folder / "var" / "audit.jsonl"
        )
        self.audit = AuditLog(self.places.audit)

    def close(self, one: SurveyResult, by: Actor = HANDLER) -> str:
        return keep_closed(one, self.places, by=by, at=AT, audit=self.audit).sha256

    def approve(self, survey: str = "2026h2", sha256: str = "", by: Actor = REVIEWER) -> SurveyApproval:
        return approve_survey(survey, SignOff(sha256, by, AT), places=self.places, audit=self.audit)

    def publish(self, one: SurveyResult) -> str:
        sha256 = self.close(one)
        self.approve(one.survey, sha256)
        return sha256

    def rewrite(self, name: str, one: SurveyResult) -> None:
        (self.places.results / name).write_bytes(to_bytes(one))
