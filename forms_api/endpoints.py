"""The way of a form: questions, check page, sending. Nothing is stored before the last step."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from forms_api import sealing
from forms_api.answers import AskedForm, Problem
from forms_api.counter import Counter
from forms_api.enclosures import NOTHING, PHOTOS, REMOVE, as_problem
from forms_api.form_pages import show_check, show_questions
from forms_api.intake import suspicion, take_in
from forms_api.keeping import PhotosNotKept, keep
from forms_api.refusals import Refused
from forms_api.sent import CHANGE, SEAL, Sent, read_answered, read_sent
from forms_api.visit import SWITCH, Visit
from register.case import Contact, Submission
from register.errors import CaseErased, RecordDamaged, StorageFailed
from register.intake import InstanceReused


async def questions(counter: Counter, form: AskedForm, request: Request) -> Response:
    """GET shows the form; POST shows the check page, or the form again with what is to be put right (422)."""
    visit = Visit(counter, request)
    if not visit.is_post:
        return show_questions(visit, form)
    sent = await read_answered(visit, form)
    if wants_questions(sent):
        return show_questions(visit, form, sent, problems=sent.problems, focus=focus_of(sent))
    taken = taken_in(visit, form, sent)
    problems = [*(taken if isinstance(taken, list) else []), *sent.problems]
    if problems:
        return show_questions(visit, form, sent, problems=problems)
    return show_check(visit, form, sent)


def wants_questions(sent: Sent) -> bool:
    """Whether the questions are to be shown again though nothing was asked to be checked."""
    return bool(sent.stale) or CHANGE in sent.fields or SWITCH in sent.fields or REMOVE in sent.fields


def focus_of(sent: Sent) -> str:
    """Which question she came back for."""
    return PHOTOS if REMOVE in sent.fields else sent.fields.get(CHANGE, "")


async def send(counter: Counter, form: AskedForm, request: Request) -> Response:
    """Keep the case, durably, and go on to its receipt (303). Sending again leads to the same receipt."""
    visit = Visit(counter, request)
    sent = await read_sent(visit, form)
    if sent.stale:
        return show_questions(visit, form, sent)
    if not sealing.is_sealed(counter.keys, sent.token, sent.sealed, sent.fields.get(SEAL, "")):
        raise Refused(400, "not_checked")
    taken = taken_in(visit, form, sent)
    if isinstance(taken, list):
        return show_questions(visit, form, sent, problems=taken)
    return await kept(visit, form, sent, *taken)


async def kept(
    visit: Visit, form: AskedForm, sent: Sent, submission: Submission, contact: Contact | None
) -> Response:
    """On to the receipt; or, where the disk refused, the check page again with everything still in it (503)."""
    counter = visit.counter
    suspected = suspicion(sent.fields, sent.instance.age(counter.now()))
    try:
        flooded = counter.floods.is_flood(visit.peer, counter.now())
        receipt = await keep(
            counter, sent.instance, submission, contact, suspected, sent.enclosure, flooded=flooded
        )
    except PhotosNotKept as lost:
        without = replace(sent, enclosure=NOTHING)
        return show_questions(visit, form, without, problems=[as_problem(lost.problem)])
    except InstanceReused:
        raise Refused(409, "sent_before") from None
    except CaseErased:
        raise Refused(410, "erased") from None
    except (StorageFailed, RecordDamaged):
        return show_check(visit, form, sent, failed=True)
    view = sealing.seal_view(counter.keys, receipt, now=counter.now(), draw=counter.draw)
    facts = {"number": receipt.number, "query_code": receipt.query, "proof_code": receipt.proof}
    return visit.see(f"/f/receipt/{view}", facts)


def taken_in(visit: Visit, form: AskedForm, sent: Sent) -> tuple[Submission, Contact | None] | list[Problem]:
    """The submission and contact details as they would be kept now, or the problems with the answers."""
    received = visit.counter.now().replace(microsecond=0)
    consent = visit.counter.consent
    return take_in(form, sent.answers, language=visit.language, received=received, consent=consent)
