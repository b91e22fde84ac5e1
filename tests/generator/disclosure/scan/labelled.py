"""The labelled texts beside this file, and how a scan is measured against them: spans, texts, and as a gate."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from pathlib import Path

from generator.disclosure.scan import Public, Verdict, World, scan_text
from generator.disclosure.scan.lines import public_of, world_of

HERE = Path(__file__).parent
PUBLIC = public_of(
    {
        "phones": ["028-85550123", "96333", "12345", "110", "119", "120"],
        "emails": ["kefu@lanting-wy.example"],
        "estate": "兰亭雅苑",
        "company": "兰亭物业",
    }
)
KINDS = {"n": "name", "r": "room", "p": "phone", "i": "id_card", "c": "plate", "b": "bank_card", "e": "email", "w": "wechat", "q": "qq", "k": "parking", "t": "cert", "l": "landline", "d": "datetime", "h": "health", "f": "family"}  # fmt: skip
ORIGINS = {"k": "known", "s": "staff", "b": "bystander", "f": "free"}
NUMBER_LIKE = frozenset(KINDS.values()) - {"name", "health", "family", "datetime"}
PLACEHOLDER = "某处"
_SEPARATORS = "【】“” -－—.·()（），,、_\u200b\u3000\u00a0"
_ROOM_CORE = "0123456789〇零一二三四五六七八九十百两千顶底甲ABCDEFlO"


@dataclass(frozen=True)
class Leak:
    """A span that must not be published; `core` are the indices of its identifying characters."""

    start: int
    end: int
    kind: str
    origin: str
    core: tuple[int, ...]


@dataclass(frozen=True)
class Labelled:
    lang: str
    text: str
    known: dict[str, str | list[str]]
    leaks: tuple[Leak, ...]

    @cached_property
    def world(self) -> World:
        """One for all that is asked of this text: what is looked for is put together once."""
        return world_of(self.known)

    def only(self, kept: Leak | None) -> str:
        """The text with every leak but one replaced by a neutral word."""
        pieces, position = [], 0
        for leak in self.leaks:
            pieces.append(self.text[position : leak.start])
            pieces.append(self.text[leak.start : leak.end] if leak is kept else PLACEHOLDER)
            position = leak.end
        return "".join(pieces) + self.text[position:]


def written() -> Iterator[Labelled]:
    """The texts with leaks, one after another: their worlds together would fill the memory."""
    return (_parse(*fields) for fields in _lines("written.txt"))


def harmless() -> Iterator[Labelled]:
    """The texts without any."""
    return (Labelled(lang, text, {}, ()) for lang, text, _ in _lines("harmless.txt"))


def _lines(name: str) -> Iterator[tuple[str, str, str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            lang, _, rest = line.partition(" | ")
            text, _, known = rest.partition(" |")
            yield lang, text.strip(), known.strip()


def _parse(lang: str, marked: str, known: str) -> Labelled:
    text, leaks, position = "", [], 0
    for tag in re.finditer(r"<(\w):(\w)\|(.*?)>", marked):
        text += marked[position : tag.start()]
        plain = tag[3].replace("[", "").replace("]", "")
        kind = KINDS[tag[1]]
        core = tuple(len(text) + index for index in _core(tag[3], kind))
        leaks.append(Leak(len(text), len(text) + len(plain), kind, ORIGINS[tag[2]], core))
        text, position = text + plain, tag.end()
    fields = dict(pair.strip().split("=", 1) for pair in known.split(";") if pair.strip())
    values: dict[str, str | list[str]] = {
        key: value.split(",") if key == "staff" else value for key, value in fields.items()
    }
    return Labelled(lang, text + marked[position:], values, tuple(leaks))


def _core(inner: str, kind: str) -> list[int]:
    marked, inside, core, index = "[" in inner, False, [], 0
    for character in inner:
        if character in "[]":
            inside = character == "["
            continue
        if (inside or not marked) and _identifies(character, kind):
            core.append(index)
        index += 1
    return core[1:] if kind == "datetime" else core


def _identifies(character: str, kind: str) -> bool:
    if kind == "room":
        return character in _ROOM_CORE or character.isdigit()
    if kind == "datetime":
        return character.isdigit()
    return character not in _SEPARATORS


Scan = Callable[[str, World, Public, str], Verdict]


@dataclass
class Score:
    """Counts, and what went wrong, to be read when a bar is missed."""

    caught: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def count(self, group: str, good: bool, what: str) -> None:
        self.total[group] = self.total.get(group, 0) + 1
        self.caught[group] = self.caught.get(group, 0) + good
        if not good:
            self.misses.append(f"{group}: {what}")

    def percent(self, group: str) -> float:
        return 100 * self.caught[group] / self.total[group]


def measure(scan: Scan = scan_text) -> Score:
    """All figures of all texts, each world put together and each wording scanned once; a text is let go before the next."""
    score = Score()
    for labelled in written():
        verdict_on = cache(
            partial(_scanned, scan, labelled)
        )  # with one leak, the whole is what is left with it alone
        _measure_spans(score, labelled, verdict_on(labelled.text))
        _measure_gate(score, labelled, verdict_on)
    for labelled in harmless():
        verdict = _scanned(scan, labelled, labelled.text)
        score.count("harmless", not verdict.spans, labelled.text)
        score.count("not held", not verdict.hold, labelled.text)
    return score


def _measure_spans(score: Score, labelled: Labelled, verdict: Verdict) -> None:
    """Recall of spans by origin, texts fully clean, texts that would go out unsafe."""
    gone = {index for span in verdict.spans for index in range(span.start, span.end)}
    clean = True
    for leak in labelled.leaks:
        caught = gone.issuperset(leak.core)
        clean &= caught
        group = "known and staff" if leak.origin in ("known", "staff") else leak.origin
        for name in (group, "spans"):
            score.count(name, caught, labelled.text[leak.start : leak.end])
    score.count("clean", clean, labelled.text)
    score.count("safe", clean or verdict.hold, labelled.text)


def _measure_gate(score: Score, labelled: Labelled, verdict_on: Callable[[str], Verdict]) -> None:
    """One leak left in the text must hold it; no leak left must not."""
    for leak in labelled.leaks:
        held = verdict_on(labelled.only(leak)).hold
        for group in ("leaks", "number-like") if leak.kind in NUMBER_LIKE else ("leaks",):
            score.count(group, held, labelled.text[leak.start : leak.end])
    score.count("replaced", not verdict_on(labelled.only(None)).hold, labelled.only(None))


def _scanned(scan: Scan, labelled: Labelled, text: str) -> Verdict:
    return scan(text, labelled.world, PUBLIC, labelled.lang)


def each_leak() -> Iterator[tuple[Labelled, Leak]]:
    """Every leak with the text that has it."""
    return ((labelled, leak) for labelled in written() for leak in labelled.leaks)


def is_held(labelled: Labelled, kept: Leak) -> bool:
    """Whether the text is held when that leak alone is left in it."""
    return _scanned(scan_text, labelled, labelled.only(kept)).hold
