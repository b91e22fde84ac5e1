"""What was posted to a form, and the signed instance it was posted under."""

from dataclasses import dataclass

from forms_api.answers import AskedForm
from forms_api.instance import FormInstance
from forms_api.intake import HONEYPOT
from forms_api.visit import INSTANCE, SWITCH, Visit

CHANGE = "_change"
SEAL = "_seal"


@dataclass(frozen=True)
class Sent:
    """The fields of one post. `stale` says why the page must be drawn anew before it can be sent; empty if it need not."""

    fields: dict[str, str]
    token: str
    instance: FormInstance
    stale: str

    @property
    def answers(self) -> dict[str, str]:
        """The answers and the trap, without what the page added."""
        return {name: value for name, value in self.fields.items() if not name.startswith("_")}


async def read_sent(visit: Visit, form: AskedForm) -> Sent:
    """The posted fields under their signed instance. Raises Refused."""
    fields = await visit.fields((*form.description.names, HONEYPOT, INSTANCE, SEAL, CHANGE, SWITCH))
    token = fields.get(INSTANCE, "")
    instance = visit.instance(token, form.description.id)
    if instance.is_expired(visit.counter.now()):
        return Sent(fields, token, instance, "expired")
    return Sent(fields, token, instance, "" if instance.digest == form.digest else "changed")
