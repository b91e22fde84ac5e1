"""Publishing as the desk sees it, done by the gate and the press; the site is built in a child process."""

import subprocess
import sys
import threading
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from forms_api.desk.publishing import (
    KNOWN,
    DraftView,
    EntryView,
    Finding,
    Job,
    PublishingState,
    ReleaseLine,
)
from generator.cli.gate import Gate
from generator.disclosure.approval import ApprovalRefused
from generator.disclosure.draft import Refused
from generator.disclosure.period import Period
from generator.disclosure.release import Entry
from generator.disclosure.report import refusals_in_words, report
from generator.disclosure.scan import Reason, Span
from generator.disclosure.schedule import next_period, ready_on
from generator.site.swap import SwapRefused, only_builder, roll_back
from register.handling import Actor
from register.keys import Draw
from register.settings import Book, Clock, Home
from register.wording import Wording, load_wording


@dataclass
class GatePublishing:
    """Implements `forms_api.desk.publishing.Publishing`."""

    home: Home
    book: Book
    clock: Clock
    draw: Draw
    gate: Gate = field(init=False)
    wording: Wording = field(init=False)
    _build: subprocess.Popen[bytes] | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self.gate = Gate(self.home, self.book, self.clock, self.draw)
        self.wording = load_wording("terms", "release", "scan")

    def scan(self, text: str, language: str) -> tuple[Finding, ...]:
        verdict = self.gate.scan(text, language)
        return tuple(self._finding(span, language) for span in verdict.reasons)

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
            held=tuple((number, self.wording.term(reason, language)) for number, reason in made.held),
        )

    def approve(self, period: str, sha256: str, by: Actor, at: datetime, language: str) -> tuple[str, ...]:
        try:
            done = self.gate.publish(Period.parse(period), sha256, by, at)
        except ApprovalRefused as refused:
            return refusals_in_words(refused, self.wording, language)
        return self._refusals(done, language) if isinstance(done, Refused) else ()

    def start_build(self) -> None:
        with self._lock:
            if self._build is not None and self._build.poll() is None:
                return
            self._log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            command = [sys.executable, "-m", "generator.cli", "build", "--home", str(self.home.folder)]
            with self._log.open("wb") as log:
                self._build = subprocess.Popen(  # noqa: S603  our own program, our own arguments
                    [*command, "--today", self.clock().date().isoformat()],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )

    def job(self, language: str) -> Job | None:
        if self._build is None:
            return None
        code = self._build.poll()
        lines = self._log.read_text(encoding="utf-8", errors="replace").splitlines()
        state = "running" if code is None else "done" if code == 0 else "failed"
        return Job(state, tuple(in_language(line, language) for line in lines))  # type: ignore[arg-type]

    def roll_back(self, language: str) -> str:
        try:
            with only_builder(self.home.folder):
                name = roll_back(self.home.folder, self.gate.withdrawn())
        except SwapRefused as refused:
            return str(refused)
        return self.wording.say("site", "rolled_back", language).format(name=name)

    def _refusals(self, refused: Refused, language: str) -> tuple[str, ...]:
        return refusals_in_words(refused, self.wording, language)

    @property
    def _log(self) -> Path:
        return self.home.var / "builds" / "last.log"

    def _finding(self, span: Span, language: str) -> Finding:
        kind = KNOWN if span.reason == Reason.KNOWN_VALUE else span.kind.value
        reason = self.wording.term(span.kind, language)
        return Finding(span.start, span.end, kind, reason, span.suggestion(language))

    def _entry(self, entry: Entry, language: str) -> EntryView:
        return EntryView(
            group=self.wording.term(entry.matter, language),
            outcome=self.wording.term(entry.outcome, language),
            summary_zh=entry.summary.zh,
            summary_en=entry.summary.en or "",
        )


def in_language(line: str, language: str) -> str:
    """One half of a line that says the same in both languages; other lines whole."""
    chinese, dot, english = line.partition(" · ")
    return (english if language == "en" else chinese) if dot else line
