"""What the register knows already, so that a row of a ledger is known again."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self

from forms_api.ledger.columns import CONTACT, Column, Moment, Values
from register.case import Case, Submission
from register.index import Holdings
from register.records import canonical
from register.stored import Stored
from register.terms import EraseReason


@dataclass
class Known:
    """The register, to look rows up in by the instance of their case; and what earlier rows of the same file were."""

    cases: Mapping[str, Stored[Case]]
    erased: Mapping[str, EraseReason]
    _alike: Mapping[tuple[str, str], str]
    _seen: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, holdings: Holdings) -> Self:
        """What is held, before the first row."""
        cases = holdings.cases.values()
        return cls(
            cases={stored.record.instance: stored for stored in cases},
            erased={stone.instance: stone.reason for stone in holdings.tombstones.values()},
            _alike={_day_and_words(stored.record.submission): stored.record.number for stored in cases},
        )

    def like(self, submission: Submission) -> str | None:
        """The number of a case that says the same and came on the same day."""
        return self._alike.get(_day_and_words(submission))

    def first_line(self, mark: str, line: int) -> int:
        """The line on which this mark stood first."""
        return self._seen.setdefault(mark, line)


def _day_and_words(submission: Submission) -> tuple[str, str]:
    return submission.received.date().isoformat(), "".join(submission.answers.get("what", "").split())


def identity_of(values: Values) -> str:
    """What tells one row from another: when, what, where, who; not what was done about it."""
    received = values[Column.RECEIVED]
    assert isinstance(received, Moment)
    marks = [str(values.get(column, "")) for column in (Column.WHAT, Column.PLACE, *CONTACT)]
    return canonical([received.at.isoformat(), *marks]).decode("ascii")
