"""The page `/published`: what is published, taking a sentence down at once, and the second person's word on it."""

from itertools import islice
from typing import Final

from starlette.responses import Response

from forms_api.desk.office import Visit
from forms_api.desk.people.proving import WORD_FIELDS, word_fault
from forms_api.desk.publication.views import PublishedView
from forms_api.refusals import Refused
from register.errors import RegisterError
from register.numbers import squeeze
from register.terms import TakeDownReason

SHOWN: Final = 60
TAKE_DOWN_FIELDS: Final = ("reason", *WORD_FIELDS)


def show_published(visit: Visit) -> Response:
    """Take-downs that wait for a second person first, then the outcomes, newest period first; or what is looked for."""
    about = visit.request.query_params.get("about", "").strip()[:80]
    everything = visit.office.publishing.published(visit.language)
    found = [one for one in everything if _is_about(one, about)]
    return visit.page(
        "published.html",
        waiting=[one for one in everything if one.state in ("unconfirmed", "overdue")],
        found=list(islice(found, SHOWN)),
        total=len(found),
        about=about,
        inside=visit.member.role != "outside",
    )


def show_one(visit: Visit, status: int = 200, problems: tuple[str, ...] = ()) -> Response:
    """One published outcome: taking it down, or confirming that it was, and whether the site shows it still."""
    one, publishing = _asked(visit), visit.office.publishing
    job = publishing.job(visit.language)
    return visit.page(
        "published_one.html",
        status,
        one=one,
        still_shown=bool(one.state) and publishing.is_site_behind(),
        is_building=job is not None and job.state == "running",
        reasons=tuple(TakeDownReason),
        problems=problems,
        typed=visit.typed,
    )


def take_down(visit: Visit) -> Response:
    """Take the sentence down on one's own word; the site is built anew behind the page."""
    one = _asked(visit)
    reason = visit.typed.get("reason", "")
    if reason not in set(TakeDownReason):
        return show_one(visit, 422, (visit.say("published", "reason_missing"),))
    fault = word_fault(visit, "take_down_refused", one.ref)
    if fault:
        return show_one(visit, 422, (fault,))
    publishing = visit.office.publishing
    try:
        problems = publishing.take_down(
            one.ref, TakeDownReason(reason), visit.actor, visit.now, visit.language
        )
    except RegisterError:  # the release may say it already, and then the site must
        publishing.start_build()
        raise
    if problems:
        return show_one(visit, 422, problems)
    publishing.start_build()
    return visit.see_other(f"/published/{one.ref}", visit.say("published", "taken_down"))


def confirm(visit: Visit) -> Response:
    """The second person's word."""
    one = _asked(visit)
    fault = word_fault(visit, "confirm_refused", one.ref)
    if fault:
        return show_one(visit, 422, (fault,))
    problems = visit.office.publishing.confirm_take_down(one.ref, visit.actor, visit.now, visit.language)
    if problems:
        visit.record("refused_confirm_take_down", one.ref)
        return show_one(visit, 422, problems)
    return visit.see_other("/published", visit.say("published", "confirmed", ref=one.ref))


def _asked(visit: Visit) -> PublishedView:
    """The outcome of the address: only a reference that was published is looked at. Raises Refused."""
    ref = visit.request.path_params["ref"]
    for one in visit.office.publishing.published(visit.language):
        if one.ref == ref:
            return one
    raise Refused(404, "not_published")


def _is_about(one: PublishedView, about: str) -> bool:
    """By reference or number however typed, or by a word of the sentence."""
    wanted = squeeze(about)
    return (
        not about or wanted in (one.ref, squeeze(one.number)) or about in one.summary or about == one.period
    )
