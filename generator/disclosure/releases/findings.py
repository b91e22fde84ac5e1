"""What a verification judges, and what it can find: the evidence of a chain, and its flaws."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from generator.disclosure.releases.releases import ReleasedPeriod
from generator.disclosure.releases.settlement import Settlement
from register.audit import AuditLine
from register.case import Case


class Finding(StrEnum):
    """What can be wrong; words in `wording/verify.toml`, where `{about}` says where and `{detail}` what."""

    RELEASE = "release"
    GAP = "gap"
    CARRIED = "carried"
    LEDGER = "ledger"
    CHECKPOINT = "checkpoint"
    HEAD = "head"
    LENGTH = "length"
    GROWTH = "growth"
    ORIGIN = "origin"
    ORDER = "order"
    SETTLEMENT = "settlement"
    TWICE = "twice"
    NEVER_REGISTERED = "never_registered"
    UNSETTLED = "unsettled"
    CASE_MISSING = "case_missing"
    CASE_DIFFERS = "case_differs"
    UNEXPLAINED = "unexplained"
    RECORD = "record"
    AUDIT = "audit"
    UNLOGGED = "unlogged"
    UNPUBLISHED = "unpublished"
    LEFTOVER = "leftover"
    REMOVED = "removed"
    SHORTER = "shorter"
    GIVES_AWAY = "gives_away"
    SURVEY_DIFFERS = "survey_differs"
    SURVEY_HELD = "survey_held"
    SURVEY_GONE = "survey_gone"
    TAKEN_BACK = "taken_back"
    UNSAID = "unsaid"
    TAKEDOWN = "takedown"
    UNRECORDED = "unrecorded"
    ONE_HAND = "one_hand"
    OWN_FIGURE = "own_figure"
    OWN_RECORD = "own_record"
    CONTENT = "content"


NOTES: Final = frozenset({
    Finding.UNPUBLISHED, Finding.LEFTOVER, Finding.UNRECORDED, Finding.ONE_HAND, Finding.SURVEY_HELD,
    Finding.OWN_FIGURE, Finding.OWN_RECORD, Finding.SURVEY_GONE,
})  # fmt: skip


@dataclass(frozen=True)
class Flaw:
    """One thing that is wrong: where (a file, a period, a case number), and what was found there."""

    finding: Finding
    about: str
    detail: str = ""

    @property
    def grave(self) -> bool:
        """A note is what a crash may leave behind; anything else is damage."""
        return self.finding not in NOTES


@dataclass(frozen=True)
class Private:
    """What only the office holds: settlements by period, audit lines by digest, ledger entries and cases by number."""

    settlements: Mapping[str, Settlement]
    decisions: Mapping[str, AuditLine]
    entry_of: Mapping[str, str]
    cases: Mapping[str, Case] = field(default_factory=dict)


@dataclass(frozen=True)
class Evidence:
    """What was read, as far as it could be: None is what is not at hand or unreadable; `flaws` says why.

    `withdrawn` are the SHA-256 of releases whose bytes a take-down withdrew.
    """

    released: tuple[ReleasedPeriod, ...] | None = None
    withdrawn: frozenset[str] = frozenset()
    entries: tuple[str, ...] | None = None
    checkpoint: bytes | None = None
    private: Private | None = None
    flaws: tuple[Flaw, ...] = ()
