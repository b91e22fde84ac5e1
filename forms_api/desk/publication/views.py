"""What the desk is shown of publication: findings, drafts, previews, releases and builds, as values.

Texts are finished sentences in the language that was asked for."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

KNOWN: Final = "known"


@dataclass(frozen=True)
class Finding:
    """A place [start, end) in a text that may tell who somebody is.

    `kind` is KNOWN for a private value of the register (the desk shows it red and lets nobody publish it), any other
    code for what only looks like one (amber, the reader decides). `reason` says what it is, `suggestion` what to write,
    `hint` what else would do ("" where nothing would). `cases` are those where somebody is called so, if two people may say that
    it is a word.
    """

    start: int
    end: int
    kind: str
    reason: str
    suggestion: str = ""
    hint: str = ""
    cases: tuple[str, ...] = ()

    @property
    def may_be_a_word(self) -> bool:
        """Whether author and reviewer may say that it is no name where it stands."""
        return bool(self.cases)

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
    """The building of the site in the background; `lines` are its progress in words, oldest first.

    `partly` is done for a take-down, and something that people wrote was set aside.
    """

    state: Literal["running", "done", "partly", "failed"]
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
    it can; `held` pairs what is carried on with the reason; `passed` a listed case with words that are spelled like a value
    of the register and hold it no more; `changes` are its figures against the release before it.
    """

    period: str
    sha256: str
    lines: tuple[str, ...]
    refusals: tuple[str, ...] = ()
    entries: tuple[EntryView, ...] = ()
    held: tuple[tuple[str, str], ...] = ()
    passed: tuple[tuple[str, str], ...] = ()
    changes: tuple[Change, ...] = ()
