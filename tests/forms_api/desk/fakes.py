"""A `Publishing` that publishes nothing: it finds what it was told to find and remembers what it was asked."""

from dataclasses import dataclass, field
from datetime import date, datetime

from forms_api.desk.publishing import (
    KNOWN,
    DraftView,
    EntryView,
    Finding,
    Job,
    PublishingState,
    ReleaseLine,
)
from register.handling import Actor

DIGEST = "ab" * 32


@dataclass
class FakePublishing:
    """Strings in `known` are found red, those in `doubtful` amber."""

    known: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    refusing: tuple[str, ...] = ()
    period: str | None = "2026-Q2"
    ready_on: date | None = None
    draft_view: DraftView | None = None
    running: Job | None = None
    approved: list[tuple[str, str, str]] = field(default_factory=list)
    rolled_back: int = 0

    def scan(self, text: str, language: str) -> tuple[Finding, ...]:
        found = [(word, KNOWN) for word in self.known] + [(word, "health") for word in self.doubtful]
        return tuple(
            Finding(text.index(word), text.index(word) + len(word), kind, f"理由 {kind}", "某业主")
            for word, kind in found
            if word in text
        )

    def state(self, language: str) -> PublishingState:
        released = tuple(
            ReleaseLine(period, 1, sha256, date(2026, 7, 20), 40, 6, 1) for period, sha256, _ in self.approved
        )
        older = ReleaseLine("2026-Q1", 1, "cd" * 32, date(2026, 4, 20), 38, 5, 0)
        return PublishingState(self.period, self.ready_on, (*released, older), self.running)

    def draft(self, period: str, language: str) -> DraftView:
        return self.draft_view or DraftView(
            period,
            DIGEST,
            ("逐件公开 40 件", "只计数 6 件", "不公开 1 件", "转入下期 3 件"),
            entries=(EntryView("环境卫生", "已整改", "公共区域清扫不及时，已清理并调整班次。", "Cleaned."),),
            held=(("2026-483-901-7", "异议期未满"),),
        )

    def approve(self, period: str, sha256: str, by: Actor, at: datetime, language: str) -> tuple[str, ...]:
        if not self.refusing:
            self.approved.append((period, sha256, by.account))
        return self.refusing

    def start_build(self) -> None:
        self.running = Job("running", ("收集内容", "生成页面"))

    def job(self, language: str) -> Job | None:
        return self.running

    def roll_back(self, language: str) -> str:
        self.rolled_back += 1
        return "已恢复到上一版本。"
