"""Made-up surveys for tests: a small wave, its codes, and answers that differ."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from register.surveys.survey import Survey
from register.surveys.survey_codes import make_codes
from register.surveys.survey_store import SurveyStore
from tests.factories import KEYS

SAME = {"zh": "同上。", "en": "As above."}
METHOD = dict.fromkeys(
    ("collection", "sampling", "representativeness", "weighting", "contractor", "excluded", "incentives"),
    SAME,
)


def question(name: str, **change: Any) -> dict[str, Any]:
    words = {"zh": f"您对{name}满意吗？", "en": f"Are you satisfied with {name}?"}
    return {"name": name, "scale": "satisfaction", "label": words, "short": words, **change}


def survey(**change: Any) -> Survey:
    values: dict[str, Any] = {
        "id": "2026h2",
        "title": {"zh": "满意度调查", "en": "Survey"},
        "lead": {"zh": "约四分钟。", "en": "About four minutes."},
        "opens": "2026-11-01",
        "closes": "2026-11-30",
        "paper_closes": "2026-12-07",
        "method": METHOD,
        "question": [
            question("overall", required=True),
            question("had_repair", scale="yes_no"),
            question("repairs", asked_if="had_repair"),
            question("safe", may_not_apply=True),
            question("respect", scale="agreement"),
        ],
    }
    return Survey.model_validate({**values, **change})


def draw(seed: int = 1) -> Callable[[int], bytes]:
    return Random(seed).randbytes


CODES = make_codes(20, draw())
# Twenty answers, each different from every other, so that one can be told from another.
VOICES = tuple(
    {"overall": overall, "safe": safe}
    for overall in ("very_satisfied", "fairly_satisfied", "neither", "very_dissatisfied")
    for safe in ("very_satisfied", "neither", "fairly_dissatisfied", "very_dissatisfied", "not_applicable")
)


def wave(folder: Path, codes: int = 20, **change: Any) -> SurveyStore:
    """The store of a wave with so many codes issued."""
    store = SurveyStore(folder, survey(**change), KEYS)
    store.issue(CODES[:codes])
    return store
