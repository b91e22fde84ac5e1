"""What the desk asks of the wing that publishes. `generator.cli` implements it and hands it in; the desk imports none of it.

Texts that come back are finished sentences in the `language` asked for (`zh` or `en`). No method may take longer than a
page can wait, except `draft`; long work runs behind `start_build` and is told by `job`.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, Protocol

from register.handling import Actor
from register.terms import TakeDownReason

KNOWN: Final = "known"


@dataclass(frozen=True)
class Finding:
    """A place [start, end) in a text that may tell who somebody is.

    `kind` is KNOWN for a private value of the register (the desk shows it red and lets nobody publish it), any other
    code for what only looks like one (amber, the reader decides). `reason` says what it is, `suggestion` what to write.
    """

    start: int
    end: int
    kind: str
    reason: str
    suggestion: str = ""

    @property
    def is_known(self) -> bool:
        return self.kind == KNOWN


@dataclass(frozen=True)
class ReleaseLine:
    """One published release: `period`, `revision` (1 is the first), SHA-256 of its bytes, the day, its three counts."""

    period: str
    revision: int
    sha256: str
    published: date
    listed: int
    counted: int
    withheld: int


@dataclass(frozen=True)
class Job:
    """The building of the site in the background; `lines` are its progress in words, oldest first."""

    state: Literal["running", "done", "failed"]
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class PublishingState:
    """`next_period` is the oldest one that ended and is not released; before `ready_on` it is too early to release it.

    `releases` come newest first. `job` is the latest build, None where none was started since the start of the program.
    """

    next_period: str | None = None
    ready_on: date | None = None
    releases: tuple[ReleaseLine, ...] = ()
    job: Job | None = None


@dataclass(frozen=True)
class Change:
    """Something residents will see otherwise than now: `what` in words, from `old` to `new` (empty where there is none)."""

    kind: Literal["new", "changed", "gone"]
    what: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True)
class CheckResult:
    """One check of a preview; only a `bad` one stops the release."""

    state: Literal["good", "doubt", "bad"]
    text: str


@dataclass(frozen=True)
class PageChange:
    """A page of the preview against the site of today; `address` begins with a slash."""

    kind: Literal["new", "changed", "gone"]
    address: str
    title: str


@dataclass(frozen=True)
class PreviewView:
    """The site as it would be with the draft of these bytes, staged for the desk alone."""

    sha256: str
    made: datetime
    pages: int
    checks: tuple[CheckResult, ...]
    differences: tuple[PageChange, ...] = ()

    @property
    def passed(self) -> bool:
        return not any(check.state == "bad" for check in self.checks)


@dataclass(frozen=True)
class PublishedView:
    """One outcome that is published, or was taken down: then `state` says where the confirmation stands.

    `number` is the case's. `state` is empty, unconfirmed, overdue or confirmed; `reason`, `by`, `due` belong to a take-down.
    """

    ref: str
    number: str
    period: str
    group: str
    summary: str
    state: str = ""
    reason: str = ""
    by: str = ""
    due: datetime | None = None


@dataclass(frozen=True)
class CorrectionView:
    """What a correction of a period would say: `lines` old → new in words, `sha256` of the bytes with this reason."""

    period: str
    sha256: str
    lines: tuple[str, ...]
    refusals: tuple[str, ...] = ()


@dataclass(frozen=True)
class EntryView:
    """One outcome as it will be listed; `group` and `outcome` in words."""

    group: str
    outcome: str
    summary_zh: str
    summary_en: str = ""


@dataclass(frozen=True)
class DraftView:
    """The draft of a period. `sha256` is that of the exact bytes an approval would publish.

    `lines` say what it holds (listed, counted, withheld, carried on); `refusals` why it cannot be released, empty where
    it can; `held` pairs what is carried on with the reason; `changes` are its figures against the release before it.
    """

    period: str
    sha256: str
    lines: tuple[str, ...]
    refusals: tuple[str, ...] = ()
    entries: tuple[EntryView, ...] = ()
    held: tuple[tuple[str, str], ...] = ()
    changes: tuple[Change, ...] = ()


class Publishing(Protocol):
    """The gate and the press, as the desk sees them. Methods are called from several threads."""

    def scan(self, text: str, language: str, told: str) -> tuple[Finding, ...]:
        """What in the text may identify a person, by start; nothing overlaps.

        `language` is the text's own, and that of the suggestions; `told` that of the reasons.
        """
        ...

    def state(self, language: str) -> PublishingState:
        """What can be released, what was, and how the building goes."""
        ...

    def draft(self, period: str, language: str) -> DraftView:
        """The draft of a period as it would be released now."""
        ...

    def approve(self, period: str, sha256: str, by: Actor, at: datetime, language: str) -> tuple[str, ...]:
        """Freeze the draft with these exact bytes. Returns what stands against it, in words; empty means done.

        The desk has checked the person's own password before, and writes the audit line after.
        """
        ...

    def is_site_behind(self) -> bool:
        """Whether the site is still one that was made from something else than is published now."""
        ...

    def start_build(self) -> None:
        """Begin to build the site in the background, as soon as the build that runs has ended."""
        ...

    def job(self, language: str) -> Job | None:
        """The latest build."""
        ...

    def start_preview(self, period: str) -> None:
        """Begin to stage the site with the period's draft in it, in the background; nothing where that runs already."""
        ...

    def preview_job(self, language: str) -> Job | None:
        """The latest staging."""
        ...

    def preview(self, language: str) -> PreviewView | None:
        """What was staged last, of whatever draft."""
        ...

    def preview_file(self, address: str) -> bytes | None:
        """A file of the preview by its address without the leading slash; None where there is none."""
        ...

    def published(self, language: str) -> tuple[PublishedView, ...]:
        """Every outcome ever published, the newest period first, taken down ones too."""
        ...

    def unconfirmed(self) -> int:
        """How many take-downs wait for a second person."""
        ...

    def take_down(
        self, ref: str, reason: TakeDownReason, by: Actor, at: datetime, language: str
    ) -> tuple[str, ...]:
        """Take a sentence down at once. Returns what stands against it; empty means done. The caller starts a build."""
        ...

    def confirm_take_down(self, ref: str, by: Actor, at: datetime, language: str) -> tuple[str, ...]:
        """The second person's word, with its line in the log. Returns what stands against it; empty means done."""
        ...

    def corrections_due(self) -> tuple[str, ...]:
        """The released periods whose figures have changed with what is registered now."""
        ...

    def correction(self, period: str, zh: str, en: str, language: str) -> CorrectionView | None:
        """What a correction with this reason would say; None where there is nothing to correct."""
        ...

    def correct(
        self, period: str, zh: str, en: str, sha256: str, by: Actor, at: datetime, language: str
    ) -> tuple[str, ...]:
        """Publish the correction with exactly these bytes. Returns what stands against it; empty means done."""
        ...

    def roll_back(self, language: str) -> str:
        """Put the previous site back in place; says what happened."""
        ...
