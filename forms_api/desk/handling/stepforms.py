"""The steps of a case as forms: which are offered, which come first, with what filled in, and what is refused and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final

from forms_api.desk.handling.fields import Field, fields_of, read_values, unfit_texts
from forms_api.desk.handling.taking_up import USUAL_POST
from forms_api.desk.handling.templates import ANSWERING, FIELD, Offer
from forms_api.desk.people.staff import Member
from register.case import Case
from register.clocks import running_clocks
from register.handling import Actor, counting_reasons, refusals, steps_open_to
from register.publication import publication
from register.steps import PARTICULARS
from register.terms import RESIDENTS_STEPS, EraseReason, Kind, Outcome, Relation, Status, Step
from register.transitions import OFFICE, PUBLICATION, allowed_steps

# Particulars no form asks for: an approval's digest and a summary's words come with the page, photos come from the resident alone.
_UNASKED: Final[dict[Step, frozenset[str]]] = {
    Step.APPROVE: frozenset({"sha256"}),
    Step.ADD_FACTS: frozenset({"photos"}),
    Step.SUMMARISE: frozenset({"words"}),
}
_WITH_THE_PAGE: Final = frozenset({"sha256", "words"})
SYSTEMS: Final = frozenset({"csrf", "revision", "seen"})
# Steps that are not taken with the fields of a form: photos have a page of their own, decrees settle limits, and the
# gate tells the register when a published sentence was taken down.
FORMLESS: Final = frozenset({Step.ATTACH, Step.SETTLE, Step.TAKE_DOWN})

_ELSEWHERE: Final = FORMLESS | {Step.NEW_CODE}

# The step a person most likely comes to take; it lies open on the page, the others are folded.
_EXPECTED: Final[dict[Status, Step]] = {
    Status.RECEIVED: Step.ACKNOWLEDGE,
    Status.ACKNOWLEDGED: Step.CLASSIFY,
    Status.CLASSIFIED: Step.ASSIGN,
    Status.PAUSED: Step.RESUME,
    Status.ANSWERED: Step.FEED_BACK,
    Status.REVIEWING: Step.RECONSIDER,
    Status.WITHDRAWN: Step.CONFIRM,
}
_BY_KIND: Final[dict[Kind, Step]] = {Kind.COMPLAINT: Step.INVESTIGATE, Kind.REPAIR: Step.FINISH}
_OUTCOMES: Final[dict[Kind, tuple[Outcome, ...]]] = {
    Kind.COMPLAINT: (
        Outcome.RECTIFIED,
        Outcome.PARTLY_RECTIFIED,
        Outcome.EXPLAINED,
        Outcome.UNFOUNDED,
        Outcome.UNVERIFIABLE,
        Outcome.OUT_OF_SCOPE,
    ),
    Kind.REPAIR: (
        Outcome.RECTIFIED,
        Outcome.PARTLY_RECTIFIED,
        Outcome.EXPLAINED,
        Outcome.UNVERIFIABLE,
        Outcome.OUT_OF_SCOPE,
    ),
    Kind.INQUIRY: (Outcome.EXPLAINED, Outcome.OUT_OF_SCOPE),
    Kind.SUGGESTION: (Outcome.ADOPTED, Outcome.NOT_ADOPTED, Outcome.EXPLAINED, Outcome.OUT_OF_SCOPE),
    Kind.PRAISE: (Outcome.THANKED,),
}
# Refusals a person can do something about, or should know of; the rest only says that a step makes no sense now.
_TOLD: Final = frozenset(
    {
        "role",
        "same_person",
        "one_hand",
        "investigate_first",
        "answer_first",
        "objected",
        "extended_before",
        "too_late_to_extend",
        "asked_before",
        "pause_spent",
        "withdrawal_unconfirmed",
        "not_to_be_published",
    }
)


@dataclass(frozen=True)
class StepForm:
    """One step offered. `values` fill it in, `problems` are codes by field; `group` is handle, behalf, other or publish."""

    step: Step
    fields: tuple[Field, ...]
    group: str
    expected: bool = False
    values: Mapping[str, object] = field(default_factory=dict)
    problems: Mapping[str, str] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()


def step_form(case: Case, step: Step, staff: Sequence[Member], expected: bool = False) -> StepForm:
    """The form of one step, whoever takes it, filled in with what the case already says."""
    choices: dict[str, Sequence[str]] = {}
    if step == Step.ASSIGN:
        choices["to"] = tuple(
            member.account for member in staff if member.role in OFFICE and not member.disabled
        )
    if step in (Step.ANSWER, Step.FINISH, Step.RECONSIDER):
        choices["outcome"] = tuple(outcome.value for outcome in _OUTCOMES[case.kind])
    if step == Step.UNLINK:
        choices["number"] = tuple(case.links)
    if step == Step.COUNT_ONLY:
        choices["reason"] = tuple(reason.value for reason in counting_reasons(case))
    if step == Step.ERASE:
        choices["reason"] = (EraseReason.RESIDENT_ASKED.value,)
    fields = fields_of(PARTICULARS[step], choices, _UNASKED.get(step, frozenset()))
    return StepForm(step, fields, _group(step), expected, _filled_in(case, step))


def typed_form(case: Case, step: Step, staff: Sequence[Member], typed: Mapping[str, str]) -> StepForm:
    """The form as it was sent, with what may not be kept in its texts."""
    form = step_form(case, step, staff)
    values: dict[str, object] = read_values(form.fields, typed)
    if step == Step.APPROVE:
        values["sha256"] = typed.get("sha256", "")
    if step == Step.SUMMARISE:
        values["words"] = ["-"] if "words" in typed else []
    return replace(form, values=values, problems=dict.fromkeys(unfit_texts(form.fields, typed), "character"))


def particulars(form: StepForm) -> dict[str, Any]:
    """The values as the model wants them: an empty choice is no answer."""
    return {name: value for name, value in form.values.items() if value not in ("", None)}


def known_names(step: Step) -> frozenset[str]:
    """Every name a step's form may send."""
    asked = fields_of(PARTICULARS[step], hidden=_UNASKED.get(step, frozenset()) - _WITH_THE_PAGE)
    return SYSTEMS.union({FIELD} if step in ANSWERING else (), *(one.names for one in asked))


def open_forms(case: Case, actor: Actor, now: datetime, staff: Sequence[Member]) -> tuple[StepForm, ...]:
    """A form for every step this person may take now, the expected one first."""
    first = expected_step(case)
    steps = sorted(steps_open_to(case, actor, now) - _ELSEWHERE, key=list(Step).index)
    forms = [_begun(step_form(case, step, staff, expected=step == first), case, actor) for step in steps]
    return tuple(sorted(forms, key=lambda form: not form.expected))


def _begun(form: StepForm, case: Case, actor: Actor) -> StepForm:
    """An assignment begins with the one who opened the page and the post that usually sees to the matter."""
    if form.step != Step.ASSIGN or case.responsible is not None:
        return form
    return replace(form, values={"to": actor.account, "post": USUAL_POST[case.matter].value})


def expected_step(case: Case) -> Step | None:
    """The step that brings the case on."""
    if case.status in _EXPECTED:
        return _EXPECTED[case.status]
    if case.status == Status.ASSIGNED:
        return _BY_KIND.get(case.kind, Step.ANSWER)
    if case.status == Status.INVESTIGATED:
        return Step.FINISH if case.kind == Kind.REPAIR else Step.ANSWER
    if any(clock.step == Step.FOLLOW_UP for clock in running_clocks(case)):
        return Step.FOLLOW_UP
    return None


def refused_steps(case: Case, actor: Actor, now: datetime) -> tuple[tuple[Step, tuple[str, ...]], ...]:
    """Steps that fit the case's state and yet are not open, with the reasons worth telling."""
    found = []
    for step in sorted(allowed_steps(case.status) - _ELSEWHERE, key=list(Step).index):
        reasons = refusals(case, step, by=actor, at=now)
        if reasons and _TOLD.issuperset(reasons):
            found.append((step, reasons))
    return tuple(found)


def _group(step: Step) -> str:
    if step in PUBLICATION - {Step.OBJECT}:
        return "publish"
    if step in RESIDENTS_STEPS:
        return "behalf"
    return "other" if step in _OTHER else "handle"


_OTHER = frozenset({
    Step.LINK, Step.UNLINK, Step.HOLD, Step.RELEASE_HOLD, Step.REOPEN, Step.ARCHIVE, Step.REPLY, Step.ERASE,
})  # fmt: skip


def _filled_in(case: Case, step: Step) -> dict[str, object]:
    if step in (Step.CLASSIFY, Step.RECLASSIFY):
        return {"kind": case.kind.value, "matter": case.matter.value, "urgency": case.urgency.value}
    if step == Step.LINK:
        return {"relation": Relation.REPEAT.value}
    if step == Step.SUMMARISE:
        summary = publication(case).summary
        return summary.model_dump(mode="json") if summary else {}
    return {}
