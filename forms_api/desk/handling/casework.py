"""A case as the desk shows it: the bar of steps, every limit with its state, the history in words. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from forms_api.desk.handling.fields import fields_of
from forms_api.desk.handling.needs import SOON
from forms_api.desk.publication.spans import span
from register.case import Case, CaseEntry, Contact
from register.clocks import Timed, is_shown, timed_steps
from register.publication import Stage, publication
from register.steps import PARTICULARS
from register.terms import Kind, Language, Satisfaction, Status, Step
from register.vouching import unconfirmed
from register.wording import Wording

SILENT: Final = frozenset({"sha256", "read_all", "photos", "entries"})


@dataclass(frozen=True)
class StageView:
    """One part of the bar over a case. `state` is done, now or todo; `note` what is worth saying under it."""

    code: str
    state: str
    note: str = ""


@dataclass(frozen=True)
class LimitView:
    """One limit. `state` is late, soon, running, paused, kept, missed, undone or cancelled; `length` the time it is about."""

    step: Step
    due: datetime
    state: str
    length: str
    provisional: bool
    extended: bool


@dataclass(frozen=True)
class EntryView:
    """One entry of the history: its particulars as pairs of field and words, and the numbers of its photos.

    `noted` is when it was written down, if later than `at`; `one_word` whether another person has yet to confirm it.
    """

    step: Step
    by: str
    at: datetime
    lines: tuple[tuple[str, str], ...]
    photos: tuple[int, ...] = ()
    noted: datetime | None = None
    one_word: bool = False


_STAGES: Final[tuple[tuple[str, frozenset[Step]], ...]] = (
    ("receive", frozenset({Step.RECEIVE, Step.REOPEN})),
    ("acknowledge", frozenset({Step.ACKNOWLEDGE, Step.REOPEN})),
    ("classify", frozenset({Step.CLASSIFY, Step.REFUSE, Step.REOPEN})),
    ("assign", frozenset({Step.ASSIGN, Step.REFUSE, Step.TRANSFER})),
    ("investigate", frozenset({Step.INVESTIGATE, Step.REFUSE, Step.TRANSFER})),
    ("answer", frozenset({Step.ANSWER, Step.FINISH, Step.REFUSE, Step.TRANSFER, Step.RECONSIDER})),
    ("feed_back", frozenset({Step.FEED_BACK})),
)
_UNINVESTIGATED = frozenset({Kind.INQUIRY, Kind.SUGGESTION, Kind.PRAISE})
_REVIEWED = frozenset({Stage.APPROVED, Stage.COUNTED, Stage.WITHHELD})


def stages(case: Case, language: Language, wording: Wording) -> tuple[StageView, ...]:
    """The bar: what is done in this round, what comes now, what is still to do."""
    taken: dict[str, CaseEntry] = {}
    for code, steps in _STAGES:
        entry = next((e for e in case.round if e.step in steps), None)
        if entry is not None:
            taken[code] = entry
    codes = [code for code, _ in _STAGES if code != "investigate" or case.kind not in _UNINVESTIGATED]
    finished = {code for code in codes if code in taken}
    if publication(case).stage in _REVIEWED or not case.submission.publish:
        finished.add("review")
    if case.status == Status.WITHDRAWN:
        codes, finished = ["receive", "withdraw"], {"receive", "withdraw"}
    codes.append("review")
    current = next((code for code in codes if code not in finished), None)
    notes = _notes(case, taken, language, wording)
    return tuple(
        StageView(
            code, "done" if code in finished else "now" if code == current else "todo", notes.get(code, "")
        )
        for code in codes
    )


def _notes(case: Case, taken: dict[str, CaseEntry], language: Language, wording: Wording) -> dict[str, str]:
    notes: dict[str, str] = {}
    for code in ("acknowledge", "answer"):
        if code in taken and taken[code].step != Step.REOPEN:
            length = span(taken[code].at - case.round[0].at, language)
            notes[code] = wording.say("case", "took", language).format(length=length)
    if case.satisfaction != Satisfaction.NO_ANSWER:
        notes["feed_back"] = wording.term(case.satisfaction, language)
    return notes


def limits(case: Case, now: datetime, language: Language) -> tuple[LimitView, ...]:
    """Every limit the case ever had that counts, the running ones first, the nearest on top."""
    views = [_limit(timed, now, case.status, language) for timed in timed_steps(case) if is_shown(timed)]
    return tuple(sorted(views, key=lambda view: (view.state not in _RUNNING, view.due)))


_RUNNING = frozenset({"late", "soon", "running", "paused"})


def _limit(timed: Timed, now: datetime, status: Status, language: Language) -> LimitView:
    clock = timed.clock
    if timed.cancelled:
        state, length = "cancelled", ""
    elif timed.done is not None:
        state = "missed" if timed.is_late(now) else "kept"
        length = span(timed.done - clock.due, language)
    elif status in (Status.WITHDRAWN, Status.ARCHIVED):
        state, length = "undone", ""
    elif status == Status.PAUSED and clock.step != Step.RESUME:
        state, length = "paused", ""
    else:
        state = "late" if clock.due < now else "soon" if clock.due <= now + SOON else "running"
        length = span(clock.due - now, language)
    return LimitView(clock.step, clock.due, state, length, clock.provisional, clock.extended)


def history(case: Case, language: Language, wording: Wording, since: int = 0) -> tuple[EntryView, ...]:
    """The entries from the `since`-th on, oldest first. Photos are numbered as `register.pictures` counts them."""
    views, number, waiting = [], len(case.submission.photos), unconfirmed(case)
    for entry in case.entries:
        first, number = number + 1, number + len(entry.particulars.get("photos", ()))
        words = _in_words(entry, language, wording)
        photos = tuple(range(first, number + 1))
        views.append(
            EntryView(entry.step, entry.by, entry.at, words, photos, entry.noted, one_word=entry in waiting)
        )
    return tuple(views[since:])


def _in_words(entry: CaseEntry, language: Language, wording: Wording) -> tuple[tuple[str, str], ...]:
    said = []
    for field in fields_of(PARTICULARS[entry.step], hidden=SILENT):
        value = entry.particulars.get(field.name)
        codes = value if isinstance(value, list | tuple) else [value]
        if value in (None, "", [], False):
            continue
        if field.vocabulary:
            comma = "、" if language == Language.ZH else ", "
            said.append(
                (field.name, comma.join(wording.say(field.vocabulary, str(c), language) for c in codes))
            )
        else:
            words = "、".join(map(str, codes))
            said.append((field.name, wording.say("ui", "yes", language) if value is True else words))
    return tuple(said)


def masked(contact: Contact) -> Contact:
    """The contact details as they stand on a page nobody asked to open: enough to tell two people apart."""
    return Contact(
        name=contact.name[:1] + "**" if contact.name else "",
        phone=_masked_phone(contact.phone),
        room="***" if contact.room else "",
    )


def _masked_phone(phone: str) -> str:
    digits = re.sub(r"\D", "", phone)
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) >= 11 else "*" * len(digits)
