"""The columns of a ledger, one for one with what a case says; what an office may call them comes from a content file."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from register.content import Written, read_written
from register.terms import (
    Channel,
    Kind,
    Language,
    Matter,
    Measure,
    Outcome,
    Post,
    Satisfaction,
    Status,
    Urgency,
)
from register.wording import Wording, load_wording

FILE: Final = "ledger.toml"


class Column(StrEnum):
    """What a column holds. The words are in `wording/ledger.toml`, in this order they are written out."""

    NUMBER = "number"
    RECEIVED = "received"
    CHANNEL = "channel"
    KIND = "kind"
    MATTER = "matter"
    URGENCY = "urgency"
    PLACE = "place"
    WHAT = "what"
    WISH = "wish"
    REPLY = "reply"
    ENTRY = "entry"
    WHY = "why"
    PUBLISH = "publish"
    ACKNOWLEDGED = "acknowledged"
    RESPONSIBLE = "responsible"
    POST = "post"
    FINDINGS = "findings"
    OUTCOME = "outcome"
    MEASURES = "measures"
    ANSWER = "answer"
    ANSWERED = "answered"
    SATISFACTION = "satisfaction"
    FED_BACK = "fed_back"
    STATUS = "status"
    NAME = "name"
    PHONE = "phone"
    ROOM = "room"


CONTACT: Final = (Column.NAME, Column.PHONE, Column.ROOM)
ANSWERS: Final = (Column.PLACE, Column.WHAT, Column.WISH, Column.REPLY, Column.ENTRY, Column.WHY)
MOMENTS: Final = (Column.RECEIVED, Column.ACKNOWLEDGED, Column.ANSWERED, Column.FED_BACK)
VOCABULARIES: Final[dict[Column, type[StrEnum]]] = {
    Column.CHANNEL: Channel,
    Column.KIND: Kind,
    Column.MATTER: Matter,
    Column.URGENCY: Urgency,
    Column.POST: Post,
    Column.OUTCOME: Outcome,
    Column.SATISFACTION: Satisfaction,
    Column.STATUS: Status,
    Column.MEASURES: Measure,
}
LONGEST: Final[dict[Column, int]] = {
    Column.PLACE: 60,
    Column.WHAT: 1000,
    Column.WISH: 200,
    Column.REPLY: 40,
    Column.ENTRY: 60,
    Column.WHY: 40,
    Column.FINDINGS: 2000,
    Column.ANSWER: 2000,
    Column.NAME: 40,
    Column.ROOM: 40,
}


@dataclass(frozen=True)
class Moment:
    """A day, and where `exact` the time of day too, in the estate's zone; `guessed` where the year was not written."""

    at: datetime
    exact: bool = True
    guessed: bool = False

    def agrees(self, other: "Moment") -> bool:
        """Whether both can mean the same moment: the day, or the minute where both have one."""
        if self.exact and other.exact:
            return self.at == other.at
        return self.at.date() == other.at.date()


Value = str | bool | Moment | tuple[str, ...]
Values = Mapping[Column, Value]


class LedgerFile(Written):
    """`content/ledger.toml`: further spellings of columns, and of options by vocabulary and code."""

    columns: dict[Column, tuple[str, ...]] = {}
    values: dict[str, dict[str, tuple[str, ...]]] = {}


@dataclass(frozen=True)
class Spellings:
    """Folded words to what they mean."""

    columns: Mapping[str, Column]
    options: Mapping[tuple[Column, str], str]

    def column(self, header: str) -> Column | None:
        return self.columns.get(fold(header))

    def option(self, column: Column, word: str) -> str | None:
        """The code of an option of the column's vocabulary; `yes` and `no` for a column of that kind."""
        return self.options.get((column, fold(word)))


_NOISE = re.compile(r"[\s*:：。、,，;；_\-—·]+|[(（\[【〔].*?[)）\]】〕]")


def fold(word: str) -> str:
    """A word without spaces, marks and what stands in brackets, in one width and case."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", word)).casefold()


def load_spellings(content: Path) -> Spellings:
    """The words of the wording files in both languages, the codes themselves, and the estate's own file over them.

    Raises SettingsRefused where that file is faulty.
    """
    file = content / FILE
    own = read_written(file, LedgerFile, content.parent) if file.is_file() else LedgerFile()
    wording = load_wording("terms", "ledger")
    columns = dict(_column_words(wording))
    columns |= {fold(word): column for column, words in own.columns.items() for word in words}
    return Spellings(columns, dict(_option_words(wording)) | dict(_own_options(own)))


def _column_words(wording: Wording) -> Iterator[tuple[str, Column]]:
    for column in Column:
        for language in Language:
            yield fold(wording.say("ledger_column", column, language)), column


def _option_words(wording: Wording) -> Iterator[tuple[tuple[Column, str], str]]:
    for column, vocabulary in VOCABULARIES.items():
        for code in vocabulary:
            for word in (code.value, wording.term(code, "zh"), wording.term(code, "en")):
                yield (column, fold(word)), code.value
    for choice in ("yes", "no"):
        for word in (
            choice,
            wording.say("ledger_publish", choice, "zh"),
            wording.say("ledger_publish", choice, "en"),
        ):
            yield (Column.PUBLISH, fold(word)), choice


def _own_options(own: LedgerFile) -> Iterator[tuple[tuple[Column, str], str]]:
    for column, vocabulary in VOCABULARIES.items():
        codes = {code.value for code in vocabulary}
        for code, words in own.values.get(column.value, {}).items():
            yield from (((column, fold(word)), code) for word in words if code in codes)
