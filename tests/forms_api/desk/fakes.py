"""A `Publishing` that publishes nothing: it finds what it was told to find and remembers what it was asked."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from forms_api.desk.publication.views import (
    KNOWN,
    Change,
    CheckResult,
    CorrectionView,
    DraftView,
    EntryView,
    Finding,
    Job,
    PageChange,
    PreviewView,
    PublishedView,
    PublishingState,
    ReleaseLine,
)
from register.handling import Actor
from register.signoff import SignOff
from register.terms import CorrectionReason, TakeDownReason

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
    behind: bool = False
    approved: list[tuple[str, str, str]] = field(default_factory=list)
    rolled_back: int = 0
    staging: Job | None = None
    restoring: Job | None = None
    aside: tuple[str, ...] = ()
    previewed: PreviewView | None = field(
        default_factory=lambda: PreviewView(
            DIGEST,
            datetime(2026, 7, 6, 9, tzinfo=UTC),
            47,
            (CheckResult("good", "没有姓名、电话、门牌"), CheckResult("doubt", "2 条没有英文")),
            (PageChange("new", "/outcomes/2026-Q2/", "2026-Q2"), PageChange("gone", "/old/", "旧页")),
        )
    )
    files: dict[str, bytes] = field(default_factory=dict)
    outcomes: list[PublishedView] = field(
        default_factory=lambda: [
            PublishedView("7KQ2M4XD", "2026-483-901-7", "2026-Q1", "环境卫生", "已清理。")
        ]
    )
    due: tuple[str, ...] = ()
    wordlike: dict[str, tuple[str, ...]] = field(default_factory=dict)
    corrected: list[tuple[str, str, str]] = field(default_factory=list)

    def scan(self, text: str, language: str, told: str) -> tuple[Finding, ...]:
        found = [(word, KNOWN) for word in self.known] + [(word, "health") for word in self.doubtful]
        return tuple(
            Finding(
                text.index(word),
                text.index(word) + len(word),
                kind,
                f"理由 {kind}",
                "某业主",
                "另一法",
                self.wordlike.get(word, ()),
            )
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
            changes=(Change("changed", "投诉按时办结率", "96%（48/50）", "95%（58/61）"),),
        )

    def approve(self, period: str, signed: SignOff, language: str) -> tuple[str, ...]:
        if not self.refusing:
            self.approved.append((period, signed.sha256, signed.by.account))
        return self.refusing

    def is_site_behind(self) -> bool:
        return self.behind

    def set_aside(self, language: str) -> tuple[str, ...]:
        return self.aside

    def start_build(self) -> None:
        self.running = Job("running", ("收集内容", "生成页面"))

    def job(self, language: str) -> Job | None:
        return self.running

    def start_roll_back(self) -> None:
        self.rolled_back += 1
        self.restoring = Job("done", ("已恢复",))

    def roll_back_job(self, language: str) -> Job | None:
        return self.restoring

    def start_preview(self, period: str) -> None:
        self.staging = Job("running", (f"预览 {period}",))

    def preview_job(self, language: str) -> Job | None:
        return self.staging

    def preview(self, language: str) -> PreviewView | None:
        return self.previewed

    def preview_file(self, address: str) -> bytes | None:
        return self.files.get(address)

    def published(self, language: str) -> tuple[PublishedView, ...]:
        return tuple(self.outcomes)

    def unconfirmed(self) -> int:
        return sum(one.state in ("unconfirmed", "overdue") for one in self.outcomes)

    def take_down(
        self, ref: str, reason: TakeDownReason, by: Actor, at: datetime, language: str
    ) -> tuple[str, ...]:
        if not self.refusing:
            self._now(ref, state="unconfirmed", reason=reason.value, by=by.account, due=at, summary="")
        return self.refusing

    def confirm_take_down(self, ref: str, by: Actor, at: datetime, language: str) -> tuple[str, ...]:
        if not self.refusing:
            self._now(ref, state="confirmed")
        return self.refusing

    def corrections_due(self) -> tuple[str, ...]:
        return self.due

    def correction(self, period: str, reason: CorrectionReason, language: str) -> CorrectionView | None:
        return CorrectionView(period, DIGEST, ("投诉按时办结率：96% → 95%",), self.refusing)

    def correct(
        self, period: str, reason: CorrectionReason, signed: SignOff, language: str
    ) -> tuple[str, ...]:
        if signed.sha256 != DIGEST:
            return ("您确认的不是这份草稿",)
        self.corrected.append((period, reason, signed.by.account))
        return ()

    def _now(self, ref: str, **change: object) -> None:
        self.outcomes = [replace(one, **change) if one.ref == ref else one for one in self.outcomes]  # type: ignore[arg-type]
