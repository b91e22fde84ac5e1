"""What a draft holds, what it holds back and why, in words: for the command line and the desk. Private: it names cases.

The wording needs `terms` and `release`: `load_wording("terms", "release")`.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final

from generator.disclosure.cases.eligibility import CarriedReason
from generator.disclosure.cases.listed import TableName
from generator.disclosure.drafts.draft import Draft, Refused
from generator.disclosure.drafts.takedown import TakeDown
from generator.disclosure.figures.statements import in_words
from generator.disclosure.review.approval import ApprovalRefused
from register.terms import CountedReason, Disclosure, Language, WithholdingReason
from register.wording import Wording

_SECTION = "release_report"
WAITS: Final = (
    CarriedReason.SCAN_FOUND,
    CarriedReason.SUMMARY_TOO_LONG,
    CarriedReason.SENT_BACK,
    CarriedReason.NO_SUMMARY,
    CarriedReason.NOT_REVIEWED,
    CarriedReason.WITHHOLDING_PROPOSED,
    CarriedReason.ON_HOLD,
    CarriedReason.OBJECTION_WINDOW,
    CarriedReason.OPEN,
    CarriedReason.SMALL_GROUP,
)
"""Why a case waits: first what somebody at the desk can see to today, last what only time can."""


def report(draft: Draft, wording: Wording, language: Language | str) -> tuple[str, ...]:
    """The draft line by line: balance, groups, then every case that is not listed, by reason."""
    words = _Words(wording, language)
    release, balance = draft.release, draft.release.balance
    figures = {**balance.model_dump(exclude={"carried_out"}), "left_over": balance.left_over}
    head = release.ledger
    return (
        words.say("title", period=release.period, day=release.data_up_to),
        words.say("balance_in", **figures),
        words.say("balance_out", **figures),
        *_groups(draft, words),
        *_not_listed(draft, words),
        *_audited(draft, words),
        words.say("ledger", batch=head.batch, size=head.size, root=head.root[:16]),
        words.say("sha256", sha256=draft.sha256),
    )


def held_cases(draft: Draft, wording: Wording, language: Language | str) -> tuple[tuple[str, str], ...]:
    """The number of every case that is carried on, and why, in words; first what somebody can still put right."""
    order = sorted(draft.held, key=lambda one: (WAITS.index(one[1]), one[0]))
    return tuple((number, wording.term(reason, language)) for number, reason in order)


def refusals_in_words(
    refused: Refused | ApprovalRefused, wording: Wording, language: Language | str
) -> tuple[str, ...]:
    """Why there is no release, or why an approval does not stand: each reason with what to do."""
    if isinstance(refused, ApprovalRefused):
        return tuple(wording.term(reason, language) for reason in refused.reasons)
    return tuple(wording.term(one.refusal, language).replace("{about}", one.about) for one in refused.against)


def correction_report(draft: Draft, wording: Wording, language: Language | str) -> tuple[str, ...]:
    """What a correction changes, line by line. The wording needs `measures` too."""

    def say(section: str, code: str) -> str:
        return wording.say(section, code, language)

    release = draft.release
    return (
        say("revising", "title").format(period=release.period, revision=release.revision),
        *(
            say("revising", "waits" if one.new is None else "moved").format(
                what=in_words(one.what, say), old=one.old, new=one.new, k=release.thresholds.k
            )
            for one in release.corrections
        ),
        _Words(wording, language).say("sha256", sha256=draft.sha256),
    )


def takedown_line(one: TakeDown, now: datetime, wording: Wording, language: Language | str) -> str:
    """A take-down, its reason, and where its confirmation stands."""
    return wording.say("revising", "takedown", language).format(
        ref=one.ref,
        period=one.period,
        reason=wording.term(one.reason, language),
        state=wording.term(one.state(now), language),
        due=one.due.date().isoformat(),
    )


class _Words:
    """The report's sentences in one language."""

    def __init__(self, wording: Wording, language: Language | str) -> None:
        self._wording, self._language = wording, language

    def say(self, code: str, **values: object) -> str:
        return self._wording.say(_SECTION, code, self._language).format(**values)

    def term(self, code: StrEnum) -> str:
        return self._wording.term(code, self._language)

    def list(self, numbers: Sequence[str]) -> str:
        return self._wording.say(_SECTION, "comma", self._language).join(numbers)


def _groups(draft: Draft, words: _Words) -> Iterator[str]:
    release = draft.release
    here = [entry for entry in release.entries if entry.period == release.period]
    if not release.groups:
        yield words.say("no_groups", k=release.thresholds.k)
    for group in release.groups:
        listed = sum(entry.matter == group.matter for entry in here)
        yield words.say("group", matter=words.term(group.matter), received=group.received, listed=listed)
    if len(here) < len(release.entries):
        yield words.say("earlier", listed=len(release.entries) - len(here))


def _audited(draft: Draft, words: _Words) -> Iterator[str]:
    """Which tables are shown, and that nothing small can be worked out: there is no draft that the audit found fault with."""
    release = draft.release
    shown = {table.name: table for table in release.tables}
    for name in TableName:
        code = "table" if name in shown else "no_table"
        cells = [count for row in shown[name].cells for count in row] if name in shown else []
        yield words.say(code, table=words.term(name), hidden=cells.count(None))
    yield words.say("audited", groups=len(release.groups), tables=len(shown), k=release.thresholds.k)


def _not_listed(draft: Draft, words: _Words) -> Iterator[str]:
    settled = draft.settlement.settled.items()
    for code, disclosure, vocabulary in (
        ("counted", Disclosure.COUNTED, CountedReason),
        ("withheld", Disclosure.WITHHELD, WithholdingReason),
    ):
        reasons = [
            (number, vocabulary(one.reason or "")) for number, one in settled if one.disposition == disclosure
        ]
        yield from _by_reason(code, reasons, words)
    yield from _by_reason("carried", draft.held, words)


def _by_reason(code: str, reasons: Sequence[tuple[str, StrEnum]], words: _Words) -> Iterator[str]:
    """A line a reason, the most frequent first, with the numbers of its cases."""
    numbers: dict[StrEnum, list[str]] = {}
    for number, reason in reasons:
        numbers.setdefault(reason, []).append(number)
    for reason in sorted(numbers, key=lambda one: (-len(numbers[one]), one)):
        shown = words.list(sorted(numbers[reason]))
        yield words.say(code, reason=words.term(reason), n=len(numbers[reason]), numbers=shown)
