"""What was posted to a form, and the signed instance it was posted under."""

import dataclasses
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool

from forms_api.answers import AskedForm, Problem
from forms_api.enclosures import NOTHING, REMOVE, STAGED, UPLOAD, Enclosure, enclose, read_enclosure
from forms_api.instance import FormInstance
from forms_api.intake import HONEYPOT
from forms_api.visit import INSTANCE, SWITCH, Visit

CHANGE = "_change"
SEAL = "_seal"


@dataclass(frozen=True)
class Sent:
    """The fields of one post. `stale` says why the page must be drawn anew before it can be sent; empty if it need not.

    `enclosure` are its photos, `problems` what was wrong with those that came with this post.
    """

    fields: dict[str, str]
    token: str
    instance: FormInstance
    stale: str
    enclosure: Enclosure = NOTHING
    problems: tuple[Problem, ...] = ()

    @property
    def answers(self) -> dict[str, str]:
        """The answers and the trap, without what the page added."""
        return {name: value for name, value in self.fields.items() if not name.startswith("_")}

    @property
    def sealed(self) -> dict[str, str]:
        """What the seal of the check page is over."""
        return self.answers | self.enclosure.fields


async def read_sent(visit: Visit, form: AskedForm) -> Sent:
    """The posted fields under their signed instance. Raises Refused."""
    return _sent(visit, form, await visit.fields(_known(form)))


async def read_answered(visit: Visit, form: AskedForm) -> Sent:
    """As `read_sent`, for the page that asks: photos sent with it are cleaned and put aside. Raises Refused."""
    if not form.description.photos:
        return await read_sent(visit, form)
    counter = visit.counter
    with counter.room.claimed() as claim:
        posted = await visit.posted(_known(form), UPLOAD, claim)
        sent = _sent(visit, form, posted.fields)
        enclosure, problems = await run_in_threadpool(enclose, counter.staging, sent.enclosure, posted)
    return dataclasses.replace(sent, enclosure=enclosure, problems=tuple(problems))


def _known(form: AskedForm) -> tuple[str, ...]:
    photos = (STAGED, REMOVE) if form.description.photos else ()
    return (*form.description.names, HONEYPOT, INSTANCE, SEAL, CHANGE, SWITCH, *photos)


def _sent(visit: Visit, form: AskedForm, fields: dict[str, str]) -> Sent:
    token = fields.get(INSTANCE, "")
    instance = visit.instance(token, form.description.id)
    enclosure = NOTHING if REMOVE in fields else read_enclosure(fields.get(STAGED, ""))
    stale = "" if instance.digest == form.digest else "changed"
    if instance.is_expired(visit.counter.now()):
        stale = "expired"
    return Sent(fields, token, instance, stale, enclosure)
