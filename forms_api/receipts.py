"""The receipt: case number, codes, and what happens by when; open for half an hour, and no way into the case."""

from datetime import date
from typing import Any

import segno
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from forms_api import sealing
from forms_api.counter import Counter
from forms_api.heads import published_head
from forms_api.moments import show_moment
from forms_api.refusals import Refused
from forms_api.visit import Visit
from register.case import Case
from register.dates import show_date
from register.errors import CaseErased, CaseNotFound
from register.numbers import show_proof_code, show_query_code
from register.receipt import query_tag
from register.terms import Step


async def receipt(counter: Counter, request: Request) -> Response:
    """GET: what the sealed address holds. Raises Refused (404, or 410 when its time is over)."""
    visit = Visit(counter, request)
    view, case = await open_receipt(counter, request)
    return visit.answer(
        "receipt.html",
        {"number": view.number, "query_code": view.query, "proof_code": view.proof},
        title=visit.say(
            "receipt", "title_objection" if case.submission.is_objection else f"title_{case.submission.kind}"
        ),
        case=case,
        number=view.number,
        query=show_query_code(view.query),
        proof=show_proof_code(view.proof),
        picture=segno.make_qr(view.proof, error="m").svg_inline(omitsize=True, border=2),
        address=f"/f/receipt/{request.path_params['view']}",
        received=show_moment(case.received, visit.language),
        steps=dated_steps(visit, case),
        later=later_steps(visit, case),
        due=show_date(published_by(counter, case), visit.language),
        head=published_head(counter.home.content / "ledger" / "checkpoint"),
    )


async def saved(counter: Counter, request: Request) -> Response:
    """GET: she says that she kept the code; it is shown no more, so that nobody else reads it from her screen."""
    visit = Visit(counter, request)
    view, case = await open_receipt(counter, request)
    return visit.answer(
        "saved.html",
        {"number": view.number},
        number=view.number,
        kind=case.submission.kind,
        back=f"/f/receipt/{request.path_params['view']}",
    )


def published_by(counter: Counter, case: Case) -> date:
    """The last day on which its entry may come into the public ledger."""
    return counter.book.rules.periods.published_by(case.received.date())


async def open_receipt(counter: Counter, request: Request) -> tuple[sealing.View, Case]:
    """What the sealed address holds, and its case.

    Raises Refused (404; 410 when its time is over, or its query code was replaced).
    """
    try:
        view = sealing.open_view(counter.keys, request.path_params["view"], now=counter.now())
        stored = await run_in_threadpool(counter.store.read, view.number)
    except sealing.ViewForged:
        raise Refused(404, "not_found") from None
    except (sealing.ViewExpired, CaseNotFound, CaseErased):
        raise Refused(410, "receipt_over") from None
    if stored.record.query != query_tag(counter.keys, view.query):
        raise Refused(410, "receipt_over")
    return view, stored.record


def dated_steps(visit: Visit, case: Case) -> list[dict[str, Any]]:
    """What happens next by when, from the case's own clocks, nearest first."""
    return [
        {
            "what": visit.say("next_step", clock.step),
            "by": show_moment(clock.due, visit.language),
            "provisional": clock.provisional,
        }
        for clock in sorted(case.entries[0].limits, key=lambda clock: clock.due)
    ]


def later_steps(visit: Visit, case: Case) -> list[str]:
    """The promises that begin only with the answer, in the words of the standards."""
    version = visit.counter.book.standards.in_force(case.received)
    kind, urgency = case.submission.kind, case.submission.urgency
    begun_by = (Step.ANSWER, Step.FINISH, Step.FEED_BACK)
    return [
        standard.promise.say(visit.language)
        for step in begun_by
        for standard in version.starting(step, kind, urgency, objection=case.submission.is_objection)
    ]
