"""What the scan says: where, of which kind, why, how grave, and which neutral words to write instead."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Final

from generator.disclosure.scan.judged import Judged, Source


class FindingKind(StrEnum):
    """What a span gives away. Stored codes."""

    NAME = "name"
    ROOM = "room"
    PHONE = "phone"
    LANDLINE = "landline"
    ID = "id"
    PLATE = "plate"
    BANK = "bank"
    EMAIL = "email"
    WECHAT = "wechat"
    QQ = "qq"
    PARKING = "parking"
    CERTIFICATE = "certificate"
    DATETIME = "datetime"
    HEALTH = "health"
    FAMILY = "family"
    NUMBER = "number"
    SAID = "said"
    OTHER = "other"


class Reason(StrEnum):
    """Which layer held the text: A the register, B a detector, C nothing explains it (a number, or a doubt)."""

    KNOWN_VALUE = "known_value"
    DETECTOR = "detector"
    UNEXPLAINED = "unexplained"


class Severity(IntEnum):
    """3: identifies alone; 2: identifies an estate's neighbour, or is a sensitive fact; 1: look at it."""

    LOOK = 1
    TELLING = 2
    IDENTIFYING = 3


_GRAVE: Final = frozenset(
    {
        FindingKind.PHONE,
        FindingKind.LANDLINE,
        FindingKind.ID,
        FindingKind.PLATE,
        FindingKind.BANK,
        FindingKind.EMAIL,
        FindingKind.WECHAT,
        FindingKind.QQ,
        FindingKind.CERTIFICATE,
    }
)

_NEUTRAL: Final[dict[FindingKind, tuple[str, str]]] = {
    FindingKind.NAME: ("某业主", "a resident"),
    FindingKind.ROOM: ("某栋某室", "a flat"),
    FindingKind.PHONE: ("来电号码", "a phone number"),
    FindingKind.LANDLINE: ("来电号码", "a phone number"),
    FindingKind.ID: ("证件", "an identity document"),
    FindingKind.PLATE: ("某车辆", "a car"),
    FindingKind.BANK: ("银行账户", "a bank account"),
    FindingKind.EMAIL: ("电子邮箱", "an e-mail address"),
    FindingKind.WECHAT: ("联系方式", "a contact"),
    FindingKind.QQ: ("联系方式", "a contact"),
    FindingKind.PARKING: ("某车位", "a parking space"),
    FindingKind.CERTIFICATE: ("产权证书", "a property certificate"),
    FindingKind.DATETIME: ("近期", "recently"),
    FindingKind.HEALTH: ("特殊情况", "a special situation"),
    FindingKind.FAMILY: ("家庭情况", "a family matter"),
    FindingKind.NUMBER: ("若干", "a number"),
    FindingKind.SAID: ("居民反映的情况", "what a resident reported"),
    FindingKind.OTHER: ("某处", "something"),
}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of the *original* text that must not be published as it stands.

    `spelled` are the values of the register that stand there; `wordlike`: two people may say that it is no name in its place.
    """

    start: int
    end: int
    kind: FindingKind
    reason: Reason
    spelled: tuple[str, ...] = field(default=(), compare=False)
    wordlike: bool = field(default=False, compare=False)

    @property
    def severity(self) -> Severity:
        if self.reason is Reason.UNEXPLAINED:
            return Severity.LOOK
        return Severity.IDENTIFYING if self.kind in _GRAVE else Severity.TELLING

    def suggestion(self, lang: str) -> str:
        """Neutral words for the editor to write instead; never a masked remainder such as 张某."""
        chinese, english = _NEUTRAL[self.kind]
        return english if lang == "en" else chinese


def always_known(spelled: str) -> tuple[Source, ...]:
    """Nobody says since when."""
    return ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer of the scan. `hold`: do not publish, a person must decide. Nothing is ever masked.

    `doubts` are places where something private could stand and nothing explains what does; they hold as well. `sources` tells where
    a value of the register comes from; it is asked about what holds alone, for it looks through the whole register.
    """

    spans: tuple[Span, ...]
    doubts: tuple[Span, ...] = ()
    sources: Callable[[str], tuple[Source, ...]] = field(default=always_known, compare=False, repr=False)

    @property
    def hold(self) -> bool:
        return bool(self.spans or self.doubts)

    @property
    def reasons(self) -> tuple[Span, ...]:
        """Everything a person must look at, in the order of the text."""
        return tuple(sorted((*self.spans, *self.doubts)))

    def of(self, span: Span) -> tuple[Source, ...]:
        """Where what stands there comes from; nothing where some of it was always known, or is no value of the register."""
        told = [self.sources(spelled) for spelled in span.spelled]
        return tuple(dict.fromkeys(source for some in told for source in some)) if all(told) else ()

    def settled_by(self, judged: Judged, text: str) -> tuple[Span, ...]:
        """What holds the text no more: it came to the register after two people approved it, or both say that it is a word there."""
        return tuple(
            span
            for span in self.spans
            if (span.wordlike and text[span.start : span.end] in judged.words)
            or judged.came_later(self.of(span))
        )

    def against(self, judged: Judged, text: str) -> tuple[Span, ...]:
        """What still holds the text, in its order."""
        settled = self.settled_by(judged, text)
        return tuple(span for span in self.reasons if span not in settled)

    def holds(self, judged: Judged, text: str) -> bool:
        """Whether anything does."""
        return bool(self.against(judged, text))


_RANK: Final = {Reason.KNOWN_VALUE: 0, Reason.DETECTOR: 1, Reason.UNEXPLAINED: 2}


def settle(found: Iterable[Span]) -> tuple[Span, ...]:
    """Overlapping spans joined into one, which takes kind and reason from the best founded of them."""
    settled: list[Span] = []
    for span in sorted(found):
        if settled and span.start < settled[-1].end:
            settled[-1] = _join(settled[-1], span)
        else:
            settled.append(span)
    return tuple(settled)


def _join(one: Span, other: Span) -> Span:
    best = min(one, other, key=lambda span: (_RANK[span.reason], -span.severity, span.start - span.end))
    spelled = (*one.spelled, *other.spelled) if one.spelled and other.spelled else ()
    return Span(
        min(one.start, other.start),
        max(one.end, other.end),
        best.kind,
        best.reason,
        tuple(dict.fromkeys(spelled)),
        one.wordlike and other.wordlike,
    )
