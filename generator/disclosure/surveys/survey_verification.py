"""Judging the published results of surveys: chain, approvals, audit, and the answers they were counted from."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.disclosure.cases.history import day_of
from generator.disclosure.releases.findings import Finding, Flaw
from generator.disclosure.surveys.survey_audit import audit_result
from generator.disclosure.surveys.survey_closing import APPROVED, CLOSED
from generator.disclosure.surveys.survey_compiled import Finished, question_results
from generator.disclosure.surveys.survey_publications import PublishedResult
from generator.disclosure.surveys.survey_result import SurveyResult
from register.audit import AuditLine


def verify_results(results: Sequence[PublishedResult]) -> Iterator[Flaw]:
    """What anybody can check: nothing is given away by what is published."""
    for one in results:
        yield from (Flaw(Finding.GIVES_AWAY, one.file, place) for place in audit_result(one.result))


def verify_approvals(
    results: Sequence[PublishedResult], decisions: Mapping[str, AuditLine]
) -> Iterator[Flaw]:
    """Each approval is a line of the audit log, and each line that approves a result is that of a published one."""
    for one in results:
        line = decisions.get(one.approval.audit)
        said = None if line is None else (line.event, line.about, day_of(line.at))
        if said != (APPROVED, one.sha256, one.approval.published):
            yield Flaw(Finding.UNLOGGED, one.file, one.approval.audit[:16])
    published = {one.sha256 for one in results}
    for line in decisions.values():
        if line.event == APPROVED and line.about not in published:
            yield Flaw(Finding.UNPUBLISHED, line.about[:16], line.at.date().isoformat())


def verify_closed(results: Sequence[PublishedResult], decisions: Mapping[str, AuditLine]) -> Iterator[Flaw]:
    """Every wave that was ended has its result published, or is told with the first day on which somebody saw it."""
    published = {one.result.survey for one in results}
    seen: dict[str, date] = {}
    for line in decisions.values():
        if line.event == CLOSED and line.about not in published:
            seen.setdefault(line.about, line.at.date())
    for survey, day in seen.items():
        yield Flaw(Finding.SURVEY_HELD, survey, day.isoformat())


def verify_counted(results: Sequence[PublishedResult], waves: Mapping[str, Finished]) -> Iterator[Flaw]:
    """Counted again from the answers, where these are at hand, a wave gives what was published."""
    for one in results:
        wave = waves.get(one.result.survey)
        if wave is not None and not _is_counted_from(one.result, wave):
            yield Flaw(Finding.SURVEY_DIFFERS, one.file)


def _is_counted_from(result: SurveyResult, wave: Finished) -> bool:
    rules = result.thresholds
    told = (result.issued, result.answers, result.results)
    counted = Finished(wave.survey, wave.answers, wave.issued, result.households)
    again = question_results(counted, k=rules.k, least=rules.survey_from)
    return told == (wave.issued, len(wave.answers.answers), again)
