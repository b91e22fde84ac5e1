"""Four eyes over a survey: one person ends the wave, another publishes its result with her own word for the bytes.

Ending forgets who took part (`SurveyStore.finish`) and cannot be undone. The order of publishing: the audit line, then the
approval beside the draft (from here on it is decided), then result and approval in `content/`. What a crash cut off
between these is taken up by `finish_surveys`, or by approving again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field, ValidationError

from generator.disclosure.cases.history import day_of
from generator.disclosure.cases.published import FORMAT, Digest, Published, digest, to_bytes
from generator.disclosure.releases import files
from generator.disclosure.releases.files import PRIVATE, PUBLIC
from generator.disclosure.surveys.survey_audit import audit_result
from generator.disclosure.surveys.survey_publications import (
    PublishedResult,
    approval_name,
    read_results,
    result_name,
)
from generator.disclosure.surveys.survey_result import SurveyApproval, SurveyResult
from register.audit import AuditLine, AuditLog
from register.errors import RecordDamaged, RegisterError
from register.handling import Actor
from register.settings import Home
from register.signoff import SignOff
from register.surveys.survey import SurveyId
from register.terms import Role

APPROVERS: Final = frozenset({Role.REVIEWER, Role.MANAGER})
CLOSED: Final = "close_survey"
APPROVED: Final = "approve_survey"
_RESULT, _CLOSING, _APPROVAL = "result.json", "closing.json", "approval.json"


class SurveyRefusal(StrEnum):
    """Why a wave is not closed or its result not published; words in `wording/survey.toml`."""

    NOT_ENDED = "not_ended"
    GIVES_AWAY = "gives_away"
    NOT_CLOSED = "not_closed"
    OTHER_BYTES = "other_bytes"
    ROLE = "role"
    SAME_PERSON = "same_person"
    ONE_HAND = "one_hand"
    ALREADY_PUBLISHED = "already_published"
    NOT_NEXT = "not_next"
    TOO_MANY_CODES = "too_many_codes"


class SurveyRefused(RegisterError):
    """It does not stand, for all of these reasons; nothing was published. `places` are those that give away."""

    def __init__(self, survey: str, reasons: Iterable[SurveyRefusal], places: tuple[str, ...] = ()) -> None:
        self.survey, self.reasons, self.places = survey, tuple(reasons), places
        super().__init__(f"{survey}: {', '.join((*self.reasons, *places))}")


class Closing(Published):
    """Who ended the wave, and for which bytes of a result; private."""

    format: Literal[1] = FORMAT
    survey: SurveyId
    by: Annotated[str, Field(min_length=1)]
    closed: date
    sha256: Digest


@dataclass(frozen=True)
class ClosedSurvey:
    """A wave that was ended and waits for its second person."""

    result: SurveyResult
    closing: Closing

    @property
    def sha256(self) -> str:
        return self.closing.sha256


@dataclass(frozen=True)
class SurveyPlaces:
    """Where the results lie: those that are public, and those that wait; and the log that says who decided."""

    results: Path
    closings: Path
    audit: Path

    @classmethod
    def of(cls, home: Home) -> "SurveyPlaces":
        return cls(home.content / "surveys" / "results", home.var / "survey-results", home.audit_file)


def keep_closed(
    result: SurveyResult, places: SurveyPlaces, *, by: Actor, at: datetime, audit: AuditLog
) -> ClosedSurvey:
    """Keep the result of a wave that was ended, for the second person to see. Closing again makes it anew.

    Raises SurveyRefused where the result would give something away or is published already.
    """
    with files.locked(places.closings):
        published = _finish_all(places)
        given = audit_result(result)
        if given:
            raise SurveyRefused(result.survey, [SurveyRefusal.GIVES_AWAY], given)
        if any(one.result.survey == result.survey for one in published):
            raise SurveyRefused(result.survey, [SurveyRefusal.ALREADY_PUBLISHED])
        audit.append(at=at, by=by.account, event=CLOSED, about=result.survey)
        data = to_bytes(result)
        closing = Closing(survey=result.survey, by=by.account, closed=day_of(at), sha256=digest(data))
        folder = places.closings / result.survey
        files.replace(folder / _RESULT, data, PRIVATE)
        files.replace(folder / _CLOSING, to_bytes(closing), PRIVATE)
    return ClosedSurvey(result, closing)


def read_closed(places: SurveyPlaces, survey: str) -> ClosedSurvey | None:
    """The wave that waits for its second person, or None. Raises RecordDamaged."""
    folder = places.closings / survey
    if not (folder / _CLOSING).is_file():
        return None
    try:
        data = (folder / _RESULT).read_bytes()
        closing = Closing.model_validate_json((folder / _CLOSING).read_bytes())
        result = SurveyResult.model_validate_json(data)
    except (OSError, ValidationError) as problem:
        raise RecordDamaged(
            f"survey-results/{survey}", f"cannot be read ({type(problem).__name__})"
        ) from None
    if closing.sha256 != digest(data) or {closing.survey, result.survey} != {survey}:
        raise RecordDamaged(
            f"survey-results/{survey}", "its parts do not belong together; close the survey anew"
        )
    return ClosedSurvey(result, closing)


def approve_survey(survey: str, signed: SignOff, *, places: SurveyPlaces, audit: AuditLog) -> SurveyApproval:
    """Publish the result on the word of a second person, whose password the caller has checked.

    Approving the same again changes nothing. Raises SurveyRefused, RecordDamaged, StorageFailed, or SettingsRefused for
    published results that were tampered with.
    """
    with files.locked(places.closings):
        published = _finish_all(places)
        before = next((one for one in published if one.result.survey == survey), None)
        if before is not None and before.sha256 == signed.sha256:
            return before.approval
        waiting = read_closed(places, survey)
        reasons = tuple(_against(waiting, published, signed))
        if reasons or waiting is None:
            raise SurveyRefused(survey, reasons)
        approval = _approval(waiting, signed, audit)
        files.replace(places.closings / survey / _APPROVAL, to_bytes(approval), PRIVATE)
        _finish_all(places)
    return approval


def finish_surveys(places: SurveyPlaces) -> None:
    """Finish what was approved and not wholly written when a crash came. Raises RecordDamaged for what nobody signed."""
    if places.closings.is_dir():
        with files.locked(places.closings):
            _take_up(places)


def unfinished_surveys(places: SurveyPlaces) -> tuple[str, ...]:
    """The waves whose publication was approved and cut off."""
    return tuple(sorted(file.parent.name for file in places.closings.glob(f"*/{_APPROVAL}")))


def _finish_all(places: SurveyPlaces) -> tuple[PublishedResult, ...]:
    _take_up(places)
    return read_results(places.results)


def _take_up(places: SurveyPlaces) -> None:
    for survey in unfinished_surveys(places):
        folder = places.closings / survey
        waiting, approval = read_closed(places, survey), _kept_approval(folder)
        if waiting is None or (approval.survey, approval.sha256) != (survey, waiting.sha256):
            raise RecordDamaged(f"survey-results/{survey}", "approves other bytes than those beside it")
        _require_word(approval, AuditLog(places.audit))
        files.create_once(places.results / result_name(survey), to_bytes(waiting.result), PUBLIC)
        files.create_once(places.results / approval_name(survey), to_bytes(approval), PUBLIC)
        files.remove_folder(folder)


def _kept_approval(folder: Path) -> SurveyApproval:
    try:
        return SurveyApproval.model_validate_json((folder / _APPROVAL).read_bytes())
    except (OSError, ValidationError) as problem:
        raise RecordDamaged(
            f"survey-results/{folder.name}/{_APPROVAL}", f"cannot be read ({type(problem).__name__})"
        ) from None


def _require_word(approval: SurveyApproval, audit: AuditLog) -> None:
    """Nothing becomes public on an approval that nobody gave. Raises RecordDamaged."""
    if (approval.audit, approval.sha256) not in {(line.digest, line.about) for line in audit.lines()}:
        raise RecordDamaged(
            f"survey-results/{approval.survey}/{_APPROVAL}",
            "is not in the audit log: nobody gave her word for it",
        )


def _against(
    waiting: ClosedSurvey | None, published: tuple[PublishedResult, ...], signed: SignOff
) -> Iterator[SurveyRefusal]:
    if waiting is None:
        yield SurveyRefusal.NOT_CLOSED
        return
    latest = published[-1].sha256 if published else None
    checks = {
        SurveyRefusal.OTHER_BYTES: signed.sha256 != waiting.sha256,
        SurveyRefusal.ROLE: signed.by.role not in APPROVERS,
        SurveyRefusal.SAME_PERSON: signed.by.account == waiting.closing.by,
        SurveyRefusal.ONE_HAND: waiting.closing.by in signed.by.barred,
        SurveyRefusal.NOT_NEXT: waiting.result.previous != latest,
        SurveyRefusal.GIVES_AWAY: bool(audit_result(waiting.result)),
    }
    yield from (reason for reason, stands in checks.items() if stands)


def _approval(waiting: ClosedSurvey, signed: SignOff, audit: AuditLog) -> SurveyApproval:
    by, at = signed.by, signed.at
    before = _line_before(waiting, by, audit)
    line = (
        before.digest if before else audit.append(at=at, by=by.account, event=APPROVED, about=waiting.sha256)
    )
    return SurveyApproval.model_validate(
        {
            "survey": waiting.result.survey,
            "sha256": waiting.sha256,
            "published": day_of(before.at if before else at),
            "role": by.role,
            "audit": line,
        }
    )


def _line_before(waiting: ClosedSurvey, by: Actor, audit: AuditLog) -> AuditLine | None:
    """The audit line of this very approval, where a crash came between it and the rest."""
    for line in audit.lines():
        if (line.event, line.about, line.by) == (APPROVED, waiting.sha256, by.account):
            return line
    return None
