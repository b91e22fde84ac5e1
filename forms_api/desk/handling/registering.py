"""Registering what came by phone, at the counter, on paper: the same questions as the form, the same receipt."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, Final

import segno
from pydantic import Field, ValidationError
from starlette.responses import Response

from forms_api.answers import plain_phone
from forms_api.desk.handling.fields import fields_of, read_values, unfit_texts
from forms_api.desk.handling.taking_up import take_up
from forms_api.desk.handling.turning import begun_from, link_to_origin, origin_of
from forms_api.desk.office import Visit
from forms_api.instance import FormInstance, InstanceForged, draw_instance, read_instance, sign_instance
from forms_api.refusals import Refused
from register.case import Case, Contact, Submission
from register.intake import InstanceReused, open_case
from register.numbers import show_proof_code, show_query_code
from register.receipt import make_receipt
from register.records import canonical
from register.settings import ZONE
from register.steps import Particulars
from register.terms import Channel, Kind, Language, Matter, Urgency

FORM: Final = "desk"
# A period is released no sooner than 14 days after its end, so what is entered later than that could be uncounted.
LONGEST_DELAY: Final = timedelta(days=14)
_BY_HAND = tuple(channel.value for channel in Channel if channel != Channel.WEB)


class Publish(StrEnum):
    """What the resident said when asked whether an anonymised outcome may be published."""

    YES = "yes"
    NO = "no"


class Noted(Particulars):
    """One matter noted by staff. `received` is the true time of receipt in the estate's zone; empty means now.

    `slip` is the number of the paper slip on which it was noted while the desk was out of order.
    """

    channel: Channel
    received: Annotated[str, Field(max_length=16, pattern=r"^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2})?$")] = ""
    slip: Annotated[str, Field(max_length=20)] = ""
    kind: Kind
    matter: Matter
    urgency: Urgency
    place: Annotated[str, Field(max_length=60)] = ""
    what: Annotated[str, Field(min_length=1, max_length=1000)]
    wish: Annotated[str, Field(max_length=200)] = ""
    name: Annotated[str, Field(max_length=40)] = ""
    phone: Annotated[str, Field(max_length=30)] = ""
    room: Annotated[str, Field(max_length=40)] = ""
    publish: Publish


_SECTIONS: Final = {"publish": "publish_choice"}
FIELDS: Final = fields_of(Noted, {"channel": _BY_HAND})
KNOWN: Final = frozenset({"instance", "origin"}).union(*(field.names for field in FIELDS))
DIGEST: Final = hashlib.sha256(canonical(Noted.model_json_schema())).hexdigest()


def show_registering(visit: Visit) -> Response:
    """An empty form; where it is to become a complaint, begun from the case in the address."""
    values = {"urgency": "ordinary", "channel": "phone"}
    origin = origin_of(visit, visit.request.query_params.get("from", ""))
    if origin is not None:
        values |= begun_from(origin)
    return _page(visit, values, {}, _new_instance(visit), origin=origin)


def show_typed(visit: Visit) -> Response:
    """The form as it was typed; nothing is opened."""
    origin = origin_of(visit, visit.typed.get("origin", ""))
    return _page(visit, read_values(FIELDS, visit.typed), {}, visit.typed.get("instance", ""), origin=origin)


def register(visit: Visit) -> Response:
    """Open the case and show its slip; the same form sent twice opens one case."""
    keys = visit.office.keys
    try:
        instance = read_instance(keys, visit.typed.get("instance", ""), FORM, now=visit.now)
    except InstanceForged:
        raise Refused(400, "not_whole") from None
    values = read_values(FIELDS, visit.typed)
    origin = origin_of(visit, visit.typed.get("origin", ""))
    checked = check_noted(values, visit.typed, visit.now)
    if not isinstance(checked, dict) and _slip_is_taken(visit, values["slip"], instance):
        checked = {"slip": "slip_taken"}
    if isinstance(checked, dict):
        return _page(visit, values, checked, visit.typed["instance"], 422, origin)
    submission, contact = checked
    if contact is None and origin is not None:
        contact = origin.contact
    try:
        opened = open_case(
            submission,
            contact,
            instance=instance.for_receipt,
            keys=keys,
            store=visit.office.store,
            clockwork=visit.office.book.clockwork,
            by=visit.member.account,
            noted=visit.now,
        )
    except InstanceReused:
        return _page(visit, values, {"": "sent_before"}, _new_instance(visit), 409, origin)
    if not opened.replay:
        visit.record("registered", opened.case.number)
    if origin is not None:
        link_to_origin(visit, opened.case.number, origin.number)
    visit.session.slips = {opened.case.number: opened.receipt}
    return visit.see_other("/register/slip")


def check_noted(
    values: Mapping[str, Any], typed: Mapping[str, str], now: datetime
) -> tuple[Submission, Contact | None] | dict[str, str]:
    """The submission and the contact details, or a problem's code for every field that has one."""
    problems = dict.fromkeys(unfit_texts(FIELDS, typed), "character")
    if values["slip"] and not values["received"]:
        problems["received"] = "received_missing"
    received = _received(values["received"], now)
    if received is None:
        problems["received"] = "received"
    if values["phone"] and plain_phone(values["phone"]) is None:
        problems["phone"] = "phone"
    if values["channel"] == Channel.WEB:
        problems["channel"] = "particular"
    try:
        noted = Noted.model_validate(values)
    except ValidationError as found:
        return {**{str(error["loc"][0]): "particular" for error in found.errors()}, **problems}
    if problems or received is None:
        return problems
    return _submission(noted, received), _contact(noted)


def _received(typed: str, now: datetime) -> datetime | None:
    """The true time of receipt; None for one in the future, too long ago, or no time at all."""
    if not typed:
        return now
    try:
        at = datetime.fromisoformat(typed).replace(tzinfo=ZONE)
    except ValueError:
        return None
    return at if now - LONGEST_DELAY <= at <= now else None


def _submission(noted: Noted, received: datetime) -> Submission:
    answers = {name: getattr(noted, name) for name in ("place", "what", "wish", "slip")}
    return Submission(
        kind=noted.kind,
        matter=noted.matter,
        urgency=noted.urgency,
        channel=noted.channel,
        language=Language.ZH,
        form=DIGEST,
        consent=None,
        received=received,
        publish=noted.publish == Publish.YES,
        answers={name: text for name, text in answers.items() if text},
    )


def _contact(noted: Noted) -> Contact | None:
    contact = Contact(name=noted.name, phone=plain_phone(noted.phone) or "", room=noted.room)
    return contact if contact.values() else None


def _new_instance(visit: Visit) -> str:
    instance = draw_instance(FORM, DIGEST, now=visit.now, draw=visit.office.draw)
    return sign_instance(visit.office.keys, instance)


def _slip_is_taken(visit: Visit, slip: str, instance: FormInstance) -> bool:
    """Whether a paper slip of this number was registered before, by another form than this."""
    if not slip:
        return False
    tag = make_receipt(visit.office.keys, instance.for_receipt).instance_tag
    cases = (stored.record for stored in visit.holdings[0].cases.values())
    return any(case.submission.answers.get("slip") == slip and case.instance != tag for case in cases)


def _page(
    visit: Visit,
    values: Mapping[str, Any],
    problems: Mapping[str, str],
    instance: str,
    status: int = 200,
    origin: Case | None = None,
) -> Response:
    return visit.page(
        "register.html",
        status,
        fields={field.name: field for field in FIELDS},
        values=values,
        problems=problems,
        instance=instance,
        origin=origin,
        earliest=(visit.now - LONGEST_DELAY).astimezone(ZONE),
        option=lambda field, code: visit.say(_SECTIONS.get(field.vocabulary, field.vocabulary), code),
    )


def show_slip(visit: Visit) -> Response:
    """The printable receipt of the case just registered, as long as the session keeps it."""
    if not visit.session.slips:
        return visit.see_other("/register")
    number, receipt = next(iter(visit.session.slips.items()))
    case = visit.office.store.read(number).record
    address = f"{visit.office.home.portal.origin}/f/track"
    return visit.page(
        "slip.html",
        case=case,
        query=show_query_code(receipt.query),
        proof=show_proof_code(receipt.proof) if receipt.proof else "",
        address=address,
        picture=segno.make(address, error="m").svg_inline(omitsize=True, border=2),
    )


def hand_over(visit: Visit) -> Response:
    """The slip was printed or read out: forget its codes, and take the case up where the clerk sees to it herself."""
    number = next(iter(visit.session.slips), "")
    visit.session.slips = {}
    if number and visit.typed.get("mine") and take_up(visit, number):
        return visit.see_other(f"/cases/{number}", visit.say("slip", "taken_up"))
    return visit.see_other(f"/cases/{number}" if number else "/")
