"""The public side of a case: what the scan found, the editor of the summary, the review by another person."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from forms_api.answers import plain_reference
from forms_api.desk.handling.fields import Field
from forms_api.desk.handling.marking import Piece, marked, reworded
from forms_api.desk.handling.stepforms import StepForm
from forms_api.desk.office import Visit
from forms_api.desk.publication.summaries import Offer, offers
from forms_api.desk.publication.views import Finding
from register.case import ENTRY, Case
from register.errors import StepRefused
from register.handling import refusals, steps_open_to
from register.publication import Publication, Stage, publication, summary_digest
from register.terms import Step

REVIEW_STEPS: Final = (Step.APPROVE, Step.SEND_BACK, Step.COUNT_ONLY, Step.WITHHOLD)
LANGUAGES: Final = ("zh", "en")
REPLY: Final = "reply"
WORDS: Final = "words"
SCAN_OPEN: Final = "scan_open"
FIRST: Final = frozenset({"what"})
CODES: Final = frozenset({REPLY, "why"})
Marked = list[tuple[str, tuple[Piece, ...]]]


def public_side(
    visit: Visit, case: Case, forms: Mapping[Step, StepForm], typed: StepForm | None, checked: bool
) -> dict[str, Any]:
    """What the panel of the public version shows. `typed` is a form that came back, `checked` after a look-over."""
    state = publication(case)
    offered = offers(case, visit.office.pages.sentences)
    chosen = visit.request.query_params.get("sentence", "")
    returned = typed if typed and typed.step == Step.SUMMARISE else None
    editor = returned or _started_from(forms.get(Step.SUMMARISE), offered, chosen)
    return {
        "public": state,
        "drafted": state.stage == Stage.DRAFTED,
        "asked_for": _asked_for(case, state),
        "digest": summary_digest(state.summary) if state.summary else "",
        "editor": editor,
        "offered": offered,
        "chosen": chosen,
        "checked": checked,
        "findings": _findings(visit, _texts(state, editor, returned), _words(state, returned)),
        "worded": _worded(visit, state),
        "reviews": [forms[step] for step in REVIEW_STEPS if step in forms],
        "against": refusals(case, Step.APPROVE, by=visit.actor, at=visit.now),
    }


def says(name: str, text: str) -> bool:
    """Whether an answer is somebody's words: the others are codes and public references."""
    return name not in CODES and not (name == ENTRY and plain_reference(text))


def marked_answers(visit: Visit, case: Case) -> Marked:
    """Every answer as received, what happened first, with what the scan found in it; a code tells of nobody."""
    scan, language = visit.scan, case.submission.language
    answers = sorted(case.submission.answers.items(), key=lambda one: (one[0] not in FIRST, one[0] == REPLY))
    return [(name, marked(text, scan(text, language) if says(name, text) else ())) for name, text in answers]


def said_to_be_words(visit: Visit, form: StepForm) -> StepForm:
    """The form of a summary with the phrases of it that its author, by a tick, says to be words."""
    if form.step != Step.SUMMARISE or not form.values.get(WORDS):
        return form
    texts = ((name, str(form.values.get(name, ""))) for name in LANGUAGES)
    phrases = [
        text[finding.start : finding.end]
        for name, text in texts
        for finding in visit.scan(text, name)
        if finding.may_be_a_word
    ]
    return replace(form, values={**form.values, WORDS: list(dict.fromkeys(phrases))})


def left(findings: Iterable[Finding], text: str, words: Collection[str]) -> tuple[Finding, ...]:
    """The findings without what was said to be a word there."""
    return tuple(one for one in findings if not (one.may_be_a_word and text[one.start : one.end] in words))


def scan_problems(visit: Visit, form: StepForm) -> dict[str, str]:
    """A summary that holds a private value of the register is not kept: it could only be sent back."""
    if form.step != Step.SUMMARISE:
        return {}
    scan, texts = visit.scan, {name: str(form.values.get(name, "")) for name in LANGUAGES}
    said = form.values.get(WORDS)
    words = said if isinstance(said, list) else []
    return {
        name: "known"
        for name in LANGUAGES
        if any(finding.is_known for finding in left(scan(texts[name], name), texts[name], words))
    }


def check_clean(visit: Visit, case: Case, step: Step) -> None:
    """What the gate would hold back is not approved: it could only be sent back then. Raises StepRefused."""
    summary = publication(case).summary
    if step != Step.APPROVE or summary is None:
        return
    texts = {"zh": summary.zh, "en": summary.en or ""}
    if any(left(visit.scan(text, language), text, summary.words) for language, text in texts.items() if text):
        allowed = sorted(steps_open_to(case, visit.actor, visit.now) - {Step.APPROVE})
        raise StepRefused(step, case.status, (SCAN_OPEN,), allowed)


def reworded_texts(visit: Visit, values: Mapping[str, object]) -> dict[str, str]:
    """What was typed, with the suggestions in the place of what the scan found."""
    texts = {name: str(values.get(name) or "") for name in LANGUAGES}
    return {name: reworded(pieces) for name, pieces in _findings(visit, texts)}


def option_words(visit: Visit) -> Callable[[Field, str], str]:
    """The words of an option: of its vocabulary, or a person's name."""

    def words(field: Field, code: str) -> str:
        if field.vocabulary:
            return visit.office.pages.option(field, code, visit.language)
        return visit.name_of(code)

    return words


def _asked_for(case: Case, state: Publication) -> str:
    """What the reviewer wants changed in a summary she sent back."""
    entry = case.last(Step.SEND_BACK) if state.stage == Stage.SENT_BACK else None
    return str(entry.particulars.get("text", "")) if entry else ""


def _started_from(form: StepForm | None, offered: tuple[Offer, ...], chosen: str) -> StepForm | None:
    """The editor, filled with the sentence that was chosen."""
    picked = next((offer for offer in offered if offer.key == chosen), None)
    if form is None or picked is None:
        return form
    return replace(form, values={**form.values, "zh": picked.zh, "en": picked.en})


def _texts(state: Publication, editor: StepForm | None, returned: StepForm | None) -> dict[str, str]:
    """The words to look over: what was typed, else the summary that is kept, else what the editor starts with."""
    kept = state.summary.model_dump() if state.summary and not returned else None
    values = kept or (editor.values if editor else {})
    return {name: str(values.get(name) or "") for name in LANGUAGES}


def _words(state: Publication, returned: StepForm | None) -> tuple[str, ...]:
    """What the author of the summary that is kept says to be words; a form that came back is looked at without."""
    return state.summary.words if state.summary and not returned else ()


def _worded(visit: Visit, state: Publication) -> list[Finding]:
    """The same with the cases where somebody is called so, for whoever reviews it."""
    if state.summary is None or not state.summary.words:
        return []
    texts = (("zh", state.summary.zh), ("en", state.summary.en))
    return [
        replace(finding, reason=text[finding.start : finding.end])
        for language, text in texts
        for finding in visit.scan(text, language)
        if finding.may_be_a_word and text[finding.start : finding.end] in state.summary.words
    ]


def _findings(visit: Visit, texts: Mapping[str, str], words: Collection[str] = ()) -> Marked:
    scan = visit.scan
    return [(name, marked(text, left(scan(text, name), text, words))) for name, text in texts.items() if text]
