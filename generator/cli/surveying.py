"""The surveys of one estate, for commands, desk and demo: issuing codes, counting, ending a wave, publishing its result."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from generator.cli.edges import system_draw
from generator.cli.slips import slips_page
from generator.disclosure.surveys.survey_closing import (
    ClosedSurvey,
    SurveyPlaces,
    SurveyRefusal,
    SurveyRefused,
    approve_survey,
    finish_surveys,
    keep_closed,
    read_closed,
)
from generator.disclosure.surveys.survey_compiled import Finished, compile_result
from generator.disclosure.surveys.survey_publications import PublishedResult, read_results
from generator.disclosure.surveys.survey_result import SurveyApproval
from register.audit import AuditLog
from register.disk import TEMPORARY, make_private, remove, sync_folder, told, write_new
from register.errors import Fault, RegisterError, SettingsRefused
from register.handling import Actor
from register.keys import Draw, read_keys
from register.settings import ZONE, Book, Home
from register.signoff import SignOff
from register.surveys.survey import Stage, Survey, read_surveys
from register.surveys.survey_codes import make_codes, most_codes, slips
from register.surveys.survey_records import Counts
from register.surveys.survey_store import SurveyStore
from register.wording import Wording

SLIPS = "slips"


@dataclass(frozen=True)
class Surveys:
    """Raises what the stores and the gate raise; opens a wave's store only when it is asked for."""

    home: Home
    book: Book
    draw: Draw = system_draw

    @cached_property
    def waves(self) -> dict[str, Survey]:
        """Every wave that was written down, the latest first."""
        return {survey.id: survey for survey in read_surveys(self.home.content)}

    @property
    def places(self) -> SurveyPlaces:
        return SurveyPlaces.of(self.home)

    def wave(self, name: str) -> Survey:
        """Raises SettingsRefused naming the file that is missing."""
        if name not in self.waves:
            problem = f"there is no such survey; there are: {', '.join(self.waves) or 'none'}"
            raise SettingsRefused([Fault(f"content/surveys/{name}.toml", "-", None, problem)])
        return self.waves[name]

    def store(self, survey: Survey) -> SurveyStore:
        return SurveyStore(self.home.surveys, survey, read_keys(self.home.key_file))

    def counts(self, survey: Survey) -> Counts:
        return self.store(survey).counts()

    def published(self) -> tuple[PublishedResult, ...]:
        finish_surveys(self.places)
        return read_results(self.places.results)

    def closed(self, survey: Survey) -> ClosedSurvey | None:
        return read_closed(self.places, survey.id)

    def issue(self, survey: Survey, count: int, draw: Draw) -> Path:
        """So many new codes, valid and durable, and the file of slips to print, readable by its owner alone.

        The slips are written under another name first: a file in its place holds valid codes, all of them. Raises
        SurveyRefused for more than the homes and some replacements.
        """
        left = most_codes(self.book.estate.households) - self.counts(survey).issued
        if count > left:
            raise SurveyRefused(survey.id, [SurveyRefusal.TOO_MANY_CODES], (str(max(0, left)),))
        codes = make_codes(count, draw)
        folder = self.home.var / SLIPS
        page = slips_page(self.book, survey, slips(survey, codes, self.home.portal.origin))
        with told():
            make_private(folder)
            taken = {file.stem for file in folder.glob(f"{survey.id}-*.html")}
            number = next(n for n in range(1, len(taken) + 2) if f"{survey.id}-{n}" not in taken)
            file = folder / f"{survey.id}-{number}.html"
            temporary = file.with_name(TEMPORARY + file.stem)
            temporary.unlink(missing_ok=True)
            write_new(temporary, page.encode("utf-8"))
        try:
            self.store(survey).issue(codes)
        except RegisterError:
            remove(temporary)
            raise
        with told():
            temporary.rename(file)
            sync_folder(folder)
        return file

    def close(self, survey: Survey, by: Actor, at: datetime) -> ClosedSurvey:
        """End a wave for good and keep its result for the second person. Raises SurveyRefused before its last day is over."""
        if survey.stage(at.astimezone(ZONE).date()) != Stage.ENDED:
            raise SurveyRefused(survey.id, [SurveyRefusal.NOT_ENDED])
        published = self.published()
        if any(one.result.survey == survey.id for one in published):
            raise SurveyRefused(survey.id, [SurveyRefusal.ALREADY_PUBLISHED])
        store = self.store(survey)
        wave = Finished(survey, store.finish(), store.counts().issued, self.book.estate.households)
        previous = published[-1].sha256 if published else None
        result = compile_result(wave, self.book.rules.thresholds, previous)
        return keep_closed(result, self.places, by=by, at=at, audit=self._audit)

    def approve(self, survey: Survey, signed: SignOff) -> SurveyApproval:
        """Publish what was closed, on the word of a second person whose password was checked."""
        return approve_survey(survey.id, signed, places=self.places, audit=self._audit)

    @property
    def _audit(self) -> AuditLog:
        return AuditLog(self.home.audit_file, self.draw)


def refusals(refused: SurveyRefused, survey: Survey, wording: Wording, language: str) -> tuple[str, ...]:
    """Why not, in words."""
    said = (wording.say("surveyrefusal", reason, language) for reason in refused.reasons)
    return tuple(one.format(day=survey.paper_closes, places=", ".join(refused.places)) for one in said)


def result_lines(closed: ClosedSurvey, wording: Wording, language: str) -> tuple[str, ...]:
    """The result as somebody reads it before she closes or approves it."""
    result = closed.result
    ways = {"web": result.web, "paper": result.paper}
    split = {way: "—" if count is None else count for way, count in ways.items()}
    head = wording.say("survey_command", "result", language).format(
        title=result.title.say(language), answers=result.answers, issued=result.issued, **split
    )
    lines = [head]
    told = {one.name: one.positive is not None for one in result.results}
    for one in result.results:
        code = "withheld" if one.n is None else "merged" if one.percent is None else "line"
        code = "hidden_before" if one.asked_if and not told[one.asked_if] else code
        said = wording.say("survey_command", code, language)
        lines.append(
            said.format(
                short=one.short.say(language), percent=one.percent, margin=one.margin, n=one.n,
                least=result.thresholds.survey_from,
            )
        )  # fmt: skip
    return tuple(lines)
