"""What a release says in figures, statement by statement: a code for each, and its value as text.

`figure/MEASURE`, `received/MONTH/KIND`, `due/MONTH/KIND/STEP/PART`, `open_at_end/AGE`, `NAME/REASON` for the lists of
reasons (`merged` where it has no name), `durations/KIND/PART`, `satisfaction/PART`, `event/EVENT/KIND/PART`,
`reviews/PART`, `objections/PART`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final

from generator.disclosure.figures.indicators import Figure, Performance, ReasonCount
from register.terms import CountedReason, ExtensionReason, PauseReason, RefusalReason, WithholdingReason

REASONS: Final[Mapping[str, type[StrEnum]]] = {
    "pause": PauseReason,
    "extension": ExtensionReason,
    "refusal": RefusalReason,
    "counted": CountedReason,
    "withheld": WithholdingReason,
}
"""The lists of reasons, and what can be a reason in each."""
WHOLE: Final = ("durations", "reviews")
_DUE: Final = ("due", "kept", "extended", "late", "open", "paused", "noted_later")
_DURATION: Final = ("n", "median_days", "p90_days")
_EVENT: Final = ("among", "count")
_OBJECTIONS: Final = ("received", "due", "kept", "late", "open")
_SATISFACTION: Final = ("asked", "satisfied", "fairly_satisfied", "dissatisfied")

# A descriptive row: how many cases it rests on, and what it says.
Rows = Mapping[str, tuple[int, str]]


def statements(performance: Performance, figures: Sequence[Figure]) -> dict[str, str]:
    """Every statement of a release's figures, by code."""
    return dict((*_figures(figures), *_exact(performance), *_described(performance)))


def moves_too_little(part: str, old: Performance, new: Performance, k: int) -> bool:
    """Whether a description differs and rests on fewer than k cases more or less: it would show those who made the difference.

    A list of reasons must move as a whole too: of 14 together that become 10 and 5 by name, one more tells the 4 before. And
    what has no name gets none: 14 that become 10 and 9 can only have been 10 and 4, for a late note seldom takes away.
    """
    before, after = DESCRIPTIVE[part](old), DESCRIPTIVE[part](new)
    if before == after:
        return False
    nothing = (0, "")
    moves = [
        after.get(row, nothing)[0] - before.get(row, nothing)[0]
        for row in {**before, **after}
        if before.get(row) != after.get(row)
    ]
    if part in REASONS:
        moves.append(sum(moves))
        together = f"{part}/merged"
        if together in before and (before.keys() ^ after.keys()) - {together}:
            return True
    return any(abs(move) < k for move in moves)


def _figures(figures: Sequence[Figure]) -> Iterator[tuple[str, str]]:
    for figure in figures:
        value = f"{figure.numerator}/{figure.denominator}" if figure.unit == "rate" else str(figure.value)
        yield f"figure/{figure.measure}", value


def _exact(performance: Performance) -> Iterator[tuple[str, str]]:
    for received in performance.received:
        yield f"received/{received.month}/{received.kind}", str(received.count)
    for row in performance.due:
        for part in _DUE:
            if (count := getattr(row, part)) is not None:
                yield f"due/{row.month}/{row.kind}/{row.step}/{part}", str(count)
    for age, count in performance.open_at_end.items():
        yield f"open_at_end/{age}", str(count)
    for happened in performance.events or ():
        for part in _EVENT:
            yield f"event/{happened.event}/{happened.kind}/{part}", str(getattr(happened, part))
    if performance.objections:
        for part in _OBJECTIONS:
            yield f"objections/{part}", str(getattr(performance.objections, part))


def _described(performance: Performance) -> Iterator[tuple[str, str]]:
    for rows in DESCRIPTIVE.values():
        yield from ((code, text) for code, (_, text) in rows(performance).items())


def _reasons(name: str) -> Callable[[Performance], Rows]:
    def rows(performance: Performance) -> Rows:
        said: Sequence[ReasonCount] = getattr(performance.reasons, name)
        return {f"{name}/{row.reason or 'merged'}": (row.count, str(row.count)) for row in said}

    return rows


def _durations(performance: Performance) -> Rows:
    return {
        f"durations/{row.kind}/{part}": (row.n, str(getattr(row, part)))
        for row in performance.durations
        for part in _DURATION
    }


def _satisfaction(performance: Performance) -> Rows:
    said = performance.satisfaction
    counts = {part: getattr(said, part) for part in _SATISFACTION} if said else {}
    return {f"satisfaction/{part}": (count, str(count)) for part, count in counts.items()}


def _reviews(performance: Performance) -> Rows:
    said = performance.reviews
    if said is None:
        return {}
    return {f"reviews/{part}": (said.decided, str(getattr(said, part))) for part in ("decided", "changed")}


# Each moves as a whole or not at all.
DESCRIPTIVE: Final[Mapping[str, Callable[[Performance], Rows]]] = {
    **{name: _reasons(name) for name in REASONS},
    "durations": _durations,
    "satisfaction": _satisfaction,
    "reviews": _reviews,
}

# The section of the wording for each part of a code after its first; None for what is shown as it is.
_WORDS: Final[Mapping[str, tuple[str | None, ...]]] = {
    "figure": ("measure_name",),
    "received": (None, "kind"),
    "due": (None, "kind", "step", "due_part"),
    "open_at_end": ("ageband",),
    "pause": ("pausereason",),
    "extension": ("extensionreason",),
    "refusal": ("refusalreason",),
    "counted": ("countedreason",),
    "withheld": ("withholdingreason",),
    "durations": ("kind", "duration_part"),
    "satisfaction": ("satisfaction_part",),
    "event": ("event", "kind", "event_part"),
    "reviews": ("review_part",),
    "objections": ("objection_part",),
    "pending": ("statement",),
}


def in_words(what: str, say: Callable[[str, str], str]) -> str:
    """A statement's code in words. `say` gives the words of a section's code in the reader's language.

    The wording needs `terms`, `measures` and `release`. A figure is named by its measure alone.
    """
    first, *parts = what.split("/")
    names = [] if first == "figure" else [say("statement", first)]
    for section, part in zip(_WORDS[first], parts, strict=True):
        if part == "merged":
            names.append(say("withholdingreason", part))
        else:
            names.append(say(section, part) if section else part)
    return say("statement", "between").join(names)
