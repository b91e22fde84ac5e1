"""Sentences to start a public summary from: by matter and outcome, without anything that could tell who it was."""

from dataclasses import dataclass

from register.case import Case
from register.terms import Outcome
from register.wording import Wording, load_wording

ANY = "any"


@dataclass(frozen=True)
class Offer:
    """One sentence in both languages; `key` names it in the address."""

    key: str
    zh: str
    en: str


def load_summaries() -> Wording:
    """`wording/summaries.toml`: a section a matter, `OUTCOME` or `OUTCOME_n` a sentence; `[any]` fits every matter."""
    return load_wording("summaries")


def offers(case: Case, sentences: Wording) -> tuple[Offer, ...]:
    """The sentences for the case's matter and outcome, the matter's own first."""
    outcome = case.outcome
    if outcome is None:
        return ()
    return tuple(
        Offer(f"{section}.{code}", sentences.say(section, code, "zh"), sentences.say(section, code, "en"))
        for section in (case.matter.value, ANY)
        for code in sentences.section(section, "zh")
        if _fits(code, outcome)
    )


def _fits(code: str, outcome: Outcome) -> bool:
    stem, _, count = code.rpartition("_")
    return code == outcome or (stem == outcome and count.isdigit())
