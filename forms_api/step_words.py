"""What a resident says with a step of hers: the words and the rating she typed, made into what the step keeps."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticCustomError

from forms_api.answers import checked_text
from forms_api.visit import Visit
from register.terms import Satisfaction, Step

LONGEST = 500
LONGEST_STORED = 2000
# Steps whose own words are a note; the others say a text. An objection may be made without giving reasons.
_NOTED = frozenset({Step.CHASE, Step.WITHDRAW, Step.ASK_ERASURE})
_WORDS_NEEDED = frozenset({Step.ADD_FACTS, Step.MESSAGE, Step.ASK_REVIEW})


class StepMistaken(Exception):
    """What was typed for a step must be put right; `code` names the sentence."""

    def __init__(self, code: str, values: Mapping[str, object]) -> None:
        self.code, self.values = code, values
        super().__init__(code)


def particulars_of(visit: Visit, step: Step, fields: Mapping[str, str]) -> dict[str, Any]:
    """What the step says. Raises StepMistaken."""
    words = _words(fields.get("text", ""))
    if not words and step in _WORDS_NEEDED:
        raise StepMistaken("words_missing", {})
    if step in _NOTED:
        return {"note": words}
    if step != Step.RATE:
        return {"text": words or visit.say("act", "object_default")}
    satisfaction = fields.get("satisfaction", "")
    if satisfaction not in set(Satisfaction) - {Satisfaction.NO_ANSWER}:
        raise StepMistaken("rating_missing", {})
    return {"satisfaction": satisfaction, "text": words}


def _words(typed: str) -> str:
    try:
        words = checked_text(typed, LONGEST, lines=True)
    except PydanticCustomError as problem:
        raise StepMistaken(problem.type, problem.context or {}) from None
    if len(words) > LONGEST_STORED:
        raise StepMistaken("too_long", {"count": len(words), "longest": LONGEST})
    return words
