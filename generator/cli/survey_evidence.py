"""What `portal verify` looks at of surveys: the published results, and with the private folder at hand their making."""

from collections.abc import Iterator
from pathlib import Path

from generator.disclosure.releases.findings import Evidence, Finding, Flaw
from generator.disclosure.surveys.survey_closing import SurveyPlaces, unfinished_surveys
from generator.disclosure.surveys.survey_compiled import Finished
from generator.disclosure.surveys.survey_publications import PublishedResult, read_results
from generator.disclosure.surveys.survey_verification import (
    verify_approvals,
    verify_closed,
    verify_counted,
    verify_results,
)
from register.errors import RecordDamaged, SettingsRefused
from register.settings import Home
from register.surveys.survey import read_surveys
from register.surveys.survey_files import read_record
from register.surveys.survey_records import Codes
from register.surveys.survey_store import read_ended


def survey_flaws(home: Home, evidence: Evidence) -> Iterator[Flaw]:
    """Every flaw of the results that are public. Reads, never writes."""
    places = SurveyPlaces.of(home)
    try:
        results = read_results(places.results)
    except SettingsRefused as refused:
        yield from (Flaw(Finding.RELEASE, one.file, f"{one.key}: {one.problem}") for one in refused.faults)
        return
    yield from verify_results(results)
    if evidence.private is not None:
        under_way = unfinished_surveys(places)
        yield from (Flaw(Finding.LEFTOVER, f"survey-results/{survey}") for survey in under_way)
        yield from () if under_way else verify_approvals(results, evidence.private.decisions)
        yield from () if under_way else verify_closed(results, evidence.private.decisions)
        yield from _gone(home)
        yield from _counted_again(home, results)


def _gone(home: Home) -> Iterator[Flaw]:
    """A wave that residents were asked to answer does not vanish by the removal of its file."""
    written = {survey.id for survey in read_surveys(home.content)}
    for file in sorted(home.surveys.glob("*/codes.json")):
        if file.parent.name not in written and (issued := _issued(file)) != "0":
            yield Flaw(Finding.SURVEY_GONE, file.parent.name, issued)


def _issued(file: Path) -> str:
    """How many codes a file holds; of one that cannot be read nobody knows."""
    try:
        return str(read_record(file, Codes, file.name).issued)
    except RecordDamaged:
        return "?"


def _counted_again(home: Home, results: tuple[PublishedResult, ...]) -> Iterator[Flaw]:
    """The ended waves whose answers are here, counted anew."""
    waves = {}
    for survey in read_surveys(home.content):
        try:
            kept = read_ended(home.surveys, survey)
        except RecordDamaged as damaged:
            yield Flaw(Finding.RECORD, f"surveys/{survey.id}/{damaged.name}", damaged.problem)
            continue
        if kept is not None:
            codes, answers = kept
            waves[survey.id] = Finished(survey, answers, codes.issued, households=1)
    yield from verify_counted(results, waves)
