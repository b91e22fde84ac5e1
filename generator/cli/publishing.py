"""Publishing as the desk sees it, done by the gate and the press; the site is built in a child process."""

from dataclasses import dataclass, field
from datetime import date, datetime

from forms_api.desk.publication.views import (
    KNOWN,
    Change,
    CorrectionView,
    DraftView,
    EntryView,
    Finding,
    Job,
    PreviewView,
    PublishedView,
    PublishingState,
    ReleaseLine,
)
from generator.cli.chain_check import chain_files
from generator.cli.changes import figure_changes
from generator.cli.gate import Gate
from generator.cli.jobs import ChildJob, in_language
from generator.cli.previewing import PreviewPlaces
from generator.cli.revising import Revising
from generator.cli.setting_aside import aside_in_words, aside_now
from generator.cli.views import (
    held_views,
    hint_of,
    passed_views,
    preview_view,
    published_views,
    read_preview_file,
    reason_of,
)
from generator.disclosure.cases.listed import Entry
from generator.disclosure.cases.period import Period
from generator.disclosure.drafts.correction import Nothing
from generator.disclosure.drafts.draft import Draft, Refused
from generator.disclosure.drafts.takedown import ConfirmationRefused
from generator.disclosure.releases.schedule import next_period, ready_on
from generator.disclosure.review.approval import ApprovalRefusal, ApprovalRefused
from generator.disclosure.review.report import correction_report, refusals_in_words, report
from generator.disclosure.scan import Reason, Span, Verdict
from generator.site.making.swap import (
    build_names,
    current_build,
    shown_chain,
)
from generator.site.words.voice import voices
from register.handling import Actor
from register.keys import Draw
from register.settings import Book, Clock, Home
from register.signoff import SignOff
from register.terms import CorrectionReason, TakeDownReason
from register.wording import Wording, load_wording


@dataclass
class GatePublishing:
    """Implements `forms_api.desk.publication.publishing.Publishing`."""

    home: Home
    book: Book
    clock: Clock
    draw: Draw
    gate: Gate = field(init=False)
    wording: Wording = field(init=False)
    _building: ChildJob = field(init=False)
    _staging: ChildJob = field(init=False)
    _restoring: ChildJob = field(init=False)

    def __post_init__(self) -> None:
        builds = self.home.var / "builds"
        self._building = ChildJob(builds / "last.log", builds / "asked-for")
        self._staging = ChildJob(self.home.var / "preview" / "last.log")
        self._restoring = ChildJob(builds / "rollback.log")
        self.gate = Gate(self.home, self.book, self.clock, self.draw)
        self.wording = load_wording("terms", "release", "scan", "measures", "preview")

    def scan(self, text: str, language: str, told: str) -> tuple[Finding, ...]:
        verdict = self.gate.scan(text, language)
        return tuple(self._finding(span, verdict, language, told) for span in verdict.reasons)

    def state(self, language: str) -> PublishingState:
        released = self.gate.released()
        periods = self.book.rules.periods
        period = next_period(released, periods)
        return PublishingState(
            next_period=str(period) if period.last < self.clock().date() else None,
            ready_on=ready_on(period, periods),
            releases=tuple(
                ReleaseLine(
                    period=one.release.period,
                    revision=one.release.revision,
                    sha256=one.sha256,
                    published=date.fromisoformat(one.approval.published),
                    listed=one.release.balance.listed,
                    counted=one.release.balance.counted,
                    withheld=one.release.balance.withheld,
                )
                for one in reversed(released)
            ),
            job=self.job(language),
        )

    def draft(self, period: str, language: str) -> DraftView:
        made = self.gate.draft(Period.parse(period))
        if isinstance(made, Refused):
            return DraftView(period, "", (), refusals=self._refusals(made, language))
        return DraftView(
            period=period,
            sha256=made.sha256,
            lines=tuple(report(made, self.wording, language)),
            entries=tuple(self._entry(entry, language) for entry in made.release.entries),
            held=tuple(held_views(made, self.gate, self.wording, language)),
            passed=tuple(passed_views(made, self.gate, self.wording, language)),
            changes=self._changes(made, language),
        )

    def approve(self, period: str, signed: SignOff, language: str) -> tuple[str, ...]:
        try:
            done = self.gate.publish(Period.parse(period), signed)
        except ApprovalRefused as refused:
            return refusals_in_words(refused, self.wording, language)
        return self._refusals(done, language) if isinstance(done, Refused) else ()

    def set_aside(self, language: str) -> tuple[str, ...]:
        aside = aside_now(self.home.folder)
        return tuple(in_language(line, language) for line in aside_in_words(aside)[1:])

    def start_build(self) -> None:
        today = self.clock().date().isoformat()
        self._building.start(["build", "--home", str(self.home.folder), "--today", today])

    def catch_up(self) -> None:
        """Build what died with the last run of the program: what was asked for, or a site that lacks what is published.

        A sentence that was taken down would otherwise stand there until somebody asks for the next build. A site that
        was put back by hand is left as it is.
        """
        is_newest = current_build(self.home.folder) in build_names(self.home.folder)[-1:]
        if is_newest and (self._building.is_left_undone or self.is_site_behind()):
            self.start_build()

    def is_site_behind(self) -> bool:
        return self.home.site.exists() and shown_chain(self.home.folder) != chain_files(self.home)

    def job(self, language: str) -> Job | None:
        return self._building.state(language)

    def start_preview(self, period: str) -> None:
        moment = self.clock().isoformat()
        self._staging.start(
            ["preview", str(Period.parse(period)), "--home", str(self.home.folder), "--at", moment]
        )

    def preview_job(self, language: str) -> Job | None:
        return self._staging.state(language)

    def preview(self, language: str) -> PreviewView | None:
        made = PreviewPlaces.of(self.home).read()
        return preview_view(made, self.wording, language) if made else None

    def preview_file(self, address: str) -> bytes | None:
        return read_preview_file(PreviewPlaces.of(self.home).site, address)

    def published(self, language: str) -> tuple[PublishedView, ...]:
        return tuple(published_views(self._revising, self.clock(), self.wording, language))

    def unconfirmed(self) -> int:
        return sum(one.confirmed_by is None for one in self._revising.taken_down())

    def take_down(
        self, ref: str, reason: TakeDownReason, by: Actor, at: datetime, language: str
    ) -> tuple[str, ...]:
        try:
            done = self._revising.take_down(ref, reason, by, at)
        except ApprovalRefused as refused:
            return refusals_in_words(refused, self.wording, language)
        return self._refusals(done, language) if isinstance(done, Refused) else ()

    def confirm_take_down(self, ref: str, by: Actor, at: datetime, language: str) -> tuple[str, ...]:
        try:
            self._revising.confirm(ref, by, at)
        except ConfirmationRefused as refused:
            return (self.wording.term(refused.reason, language),)
        return ()

    def corrections_due(self) -> tuple[str, ...]:
        return self._revising.due()

    def correction(self, period: str, reason: CorrectionReason, language: str) -> CorrectionView | None:
        made = self._revising.correction(Period.parse(period), reason)
        if isinstance(made, Nothing):
            return None
        if isinstance(made, Refused):
            return CorrectionView(period, "", (), self._refusals(made, language))
        return CorrectionView(period, made.sha256, correction_report(made, self.wording, language))

    def correct(
        self, period: str, reason: CorrectionReason, signed: SignOff, language: str
    ) -> tuple[str, ...]:
        made = self._revising.correction(Period.parse(period), reason)
        if isinstance(made, Refused):
            return self._refusals(made, language)
        if isinstance(made, Nothing) or made.sha256 != signed.sha256:
            return (self.wording.term(ApprovalRefusal.OTHER_BYTES, language),)
        try:
            self._revising.correct(made, signed.by, signed.at)
        except ApprovalRefused as refused:
            return refusals_in_words(refused, self.wording, language)
        return ()

    def start_roll_back(self) -> None:
        self._restoring.start(["rollback", "--home", str(self.home.folder)])

    def roll_back_job(self, language: str) -> Job | None:
        return self._restoring.state(language)

    def _changes(self, made: Draft, language: str) -> tuple[Change, ...]:
        released = self.gate.released()
        voice = next(one for one in voices() if one.language == language)
        return tuple(figure_changes(released[-1].release if released else None, made.release, voice))

    def _refusals(self, refused: Refused, language: str) -> tuple[str, ...]:
        return refusals_in_words(refused, self.wording, language)

    @property
    def _revising(self) -> Revising:
        return Revising(self.gate)

    def _finding(self, span: Span, verdict: Verdict, language: str, told: str) -> Finding:
        """With the cases where somebody is called so, if two people may say that it is a word: for these alone they are looked up."""
        cases = tuple(source.cases[0] for source in verdict.of(span)) if span.wordlike else ()
        kind = KNOWN if span.reason == Reason.KNOWN_VALUE else span.kind.value
        reason = reason_of(span, self.wording, told)
        hint = hint_of(span, self.wording, told)
        return Finding(span.start, span.end, kind, reason, span.suggestion(language), hint, cases)

    def _entry(self, entry: Entry, language: str) -> EntryView:
        return EntryView(
            group=self.wording.term(entry.matter, language),
            outcome=self.wording.term(entry.outcome, language),
            summary_zh=entry.summary.zh,
            summary_en=entry.summary.en or "",
        )
