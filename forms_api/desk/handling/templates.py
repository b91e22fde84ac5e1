"""Answers to start from: `content/answers/*.toml`, by matter and outcome, edited as files by people who answer.

What a template leaves open stands in 【】, and no answer is kept while one of these is still in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field

from register.case import Case
from register.content import Words, Written, gather, read_written
from register.errors import Fault, SettingsRefused
from register.terms import Kind, Language, Matter, Measure, Outcome, Step

ANSWERING: Final = frozenset({Step.ANSWER, Step.FINISH})
FIELD: Final = "template"
OPENS, CLOSES = "【", "】"


class Template(Written):
    """One answer to start from; without `kind` or `matter` it fits every one."""

    id: Annotated[str, Field(pattern=r"^[a-z]+(\.[a-z0-9_]+)+$")]
    kind: Kind | None = None
    matter: Matter | None = None
    outcome: Outcome
    measures: Annotated[tuple[Measure, ...], Field(min_length=1, max_length=5)]
    title: Words
    text: Words

    def fits(self, case: Case) -> bool:
        return self.kind in (None, case.kind) and self.matter in (None, case.matter)


class TemplateFile(Written):
    answer: tuple[Template, ...]


@dataclass(frozen=True)
class Offer:
    """An answer offered for a case: what fills which field. `title` names it in the list."""

    key: str
    title: str
    values: Mapping[str, Any]


def read_templates(content: Path) -> tuple[Template, ...]:
    """All templates of an estate, by file name; none where there is no folder.

    Raises SettingsRefused with every fault, two templates of one name among them.
    """
    files = sorted((content / "answers").glob("*.toml"))
    read = gather(*(lambda f=file: read_written(f, TemplateFile, content.parent) for file in files))
    templates = [one for file in read for one in file.answer]
    names = [one.id for one in templates]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise SettingsRefused([Fault("content/answers", "id", name, "stands twice") for name in twice])
    return tuple(templates)


def offers(
    case: Case, templates: Iterable[Template], kin: Iterable[Case], language: Language
) -> tuple[Offer, ...]:
    """The answers that fit: first those given in linked cases, then the matter's own, then the general ones.

    Their words are in the language the resident wrote in, their titles in that of the desk.
    """
    fitting = sorted((one for one in templates if one.fits(case)), key=lambda one: not one.matter)
    return (
        *(given for other in kin for given in _given(other)),
        *(
            Offer(
                one.id,
                one.title.say(language),
                {
                    "outcome": one.outcome.value,
                    "measures": [measure.value for measure in one.measures],
                    "text": one.text.say(case.submission.language),
                },
            )
            for one in fitting
        ),
    )


def _given(other: Case) -> Iterable[Offer]:
    """The answer a linked case was given, to be given here too."""
    entry = other.last(Step.ANSWER, Step.FINISH)
    if entry is not None:
        said = {name: entry.particulars[name] for name in ("outcome", "measures", "text")}
        yield Offer(other.number, other.number, said)


def started_from(offer: Offer, typed: Mapping[str, Any]) -> dict[str, Any]:
    """The fields filled from a template: choices that were made stay, and its words come after those typed."""
    words = [text for text in (typed.get("text", ""), offer.values["text"]) if text]
    return {
        **typed,
        "outcome": typed.get("outcome") or offer.values["outcome"],
        "measures": typed.get("measures") or offer.values["measures"],
        "text": "\n".join(words),
    }


def left_open(text: str, templates: Iterable[Template]) -> tuple[str, ...]:
    """The gaps of any template that still stand in a text."""
    gaps = {gap for one in templates for words in (one.text.zh, one.text.en or "") for gap in _gaps(words)}
    return tuple(sorted(gap for gap in gaps if gap in text))


def _gaps(words: str) -> Iterable[str]:
    for piece in words.split(OPENS)[1:]:
        inside, closed, _ = piece.partition(CLOSES)
        if closed:
            yield f"{OPENS}{inside}{CLOSES}"
