"""The page `/publish/corrections`: published figures that are known better now, corrected with a reason from a closed list, whose words are published."""

from typing import Final

from starlette.responses import Response

from forms_api.desk.office import Visit
from forms_api.desk.people.proving import WORD_FIELDS, word_fault
from forms_api.desk.publication.views import CorrectionView
from register.signoff import SignOff
from register.terms import CorrectionReason

REASON_FIELDS: Final = ("period", "reason")
CORRECT_FIELDS: Final = (*REASON_FIELDS, "sha256", *WORD_FIELDS)


def show_corrections(visit: Visit, status: int = 200, problems: tuple[str, ...] = ()) -> Response:
    """The released periods whose figures changed with what is registered now."""
    return _page(visit, status, problems, None)


def check(visit: Visit) -> Response:
    """What the correction would say with this reason, before anybody signs it."""
    fault, made = _made(visit)
    if fault:
        return _page(visit, 422, (fault,), None)
    if made is not None and made.refusals:
        return _page(visit, 422, made.refusals, None)
    return _page(visit, 200, (), made)


def correct(visit: Visit) -> Response:
    """Publish the correction that was shown, on one's own word, and build the site behind the page."""
    fault, made = _made(visit)
    period, reason = _chosen(visit)
    fault = fault or word_fault(visit, "correction_refused", period)
    if fault or reason is None:
        return _page(visit, 422, (fault,), made)
    signed = SignOff(visit.typed.get("sha256", ""), visit.actor, visit.now)
    publishing = visit.office.publishing
    problems = publishing.correct(period, reason, signed, visit.language)
    if problems:
        return _page(visit, 422, problems, made)
    publishing.start_build()
    return visit.see_other("/publish/progress")


def _made(visit: Visit) -> tuple[str, CorrectionView | None]:
    """What stands against the form, and else the correction as it would be."""
    period, reason = _chosen(visit)
    if period not in visit.office.publishing.corrections_due():
        return visit.say("correct", "not_due"), None
    if reason is None:
        return visit.say("correct", "reason_missing"), None
    return "", visit.office.publishing.correction(period, reason, visit.language)


def _chosen(visit: Visit) -> tuple[str, CorrectionReason | None]:
    """The period, and the reason where it is one of the list."""
    period, reason = (visit.typed.get(name, "").strip() for name in REASON_FIELDS)
    return period, CorrectionReason(reason) if reason in set(CorrectionReason) else None


def _page(visit: Visit, status: int, problems: tuple[str, ...], made: CorrectionView | None) -> Response:
    due = visit.office.publishing.corrections_due()
    return visit.page(
        "corrections.html",
        status,
        due=due,
        made=made,
        problems=problems,
        reasons=tuple(CorrectionReason),
        typed=visit.typed,
    )
