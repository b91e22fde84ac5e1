"""What a reviewer should know before she decides: each check is good, a doubt, or bad, with words filled in. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from difflib import SequenceMatcher
from typing import Final

from forms_api.desk.handling.facts import Facts
from forms_api.desk.handling.marking import Piece
from forms_api.desk.publication.summaries import Offer
from register.case import Case
from register.publication import Publication
from register.rules import Periods
from register.senders import senders

LONGEST_COPIED: Final = 10
"""So many characters in a row taken from the resident's own words are a quotation, by which she can be known."""


@dataclass(frozen=True)
class Check:
    """`state` is good, doubt or bad; `code` is a sentence of the wording's section `check`, `places` fill it in."""

    state: str
    code: str
    places: Mapping[str, object] = field(default_factory=dict)


def system_checks(
    case: Case,
    state: Publication,
    *,
    said: Iterable[tuple[str, Sequence[Piece]]],
    offered: Sequence[Offer],
    alike: int,
    k: int,
    doubts: Iterable[Check] = (),
) -> tuple[Check, ...]:
    """The checks on a summary. `said` are the resident's answers as scanned, `alike` counts the senders of its group.

    `doubts` are what the desk knows of the people (`one_hand`).
    """
    summary = state.summary
    if summary is None:
        return ()
    found = sum(piece.finding is not None for _, pieces in said for piece in pieces)
    copied = longest_copied(summary.zh, case.submission.answers.values())
    templated = any(summary.zh == offer.zh for offer in offered)
    photos = len(case.submission.photos)
    return (
        Check("good", "identifiers", {"n": found}) if found else Check("good", "no_identifiers"),
        Check("good", "templated") if templated else Check("doubt", "free_words"),
        *((Check("doubt", "copied", {"words": copied}),) if len(copied) >= LONGEST_COPIED else ()),
        Check(
            "good" if alike >= k else "doubt", "group" if alike >= k else "small_group", {"n": alike, "k": k}
        ),
        *((Check("good", "photos", {"n": photos}),) if photos else ()),
        *doubts,
        *(() if summary.en else (Check("doubt", "no_english"),)),
    )


def longest_copied(text: str, sources: Iterable[str]) -> str:
    """The longest run of characters that stands in the text and in one of the sources."""
    runs = [
        text[match.a : match.a + match.size]
        for source in sources
        for match in (SequenceMatcher(None, text, source, autojunk=False).find_longest_match(),)
    ]
    return max(runs, key=len, default="")


def alike_in_period(one: Facts | Case, everything: Iterable[Facts], periods: Periods) -> int:
    """How many people sent cases of the same matter in the same period, as the gate counts them, herself among them."""
    period = _period(one.received, periods)
    return len(
        senders(
            other.sender
            for other in everything
            if other.matter == one.matter and _period(other.received, periods) == period
        )
    )


def _period(moment: datetime, periods: Periods) -> tuple[int, int]:
    return moment.year, (moment.month - 1) // periods.months
