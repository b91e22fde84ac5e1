"""The page `/log`: who looked, who decided; the chain is checked every time it is shown."""

from itertools import islice

from starlette.responses import Response

from forms_api.desk.office import Visit
from register.audit import AuditLine
from register.errors import RecordDamaged
from register.terms import Step

SHOWN = 200


def show_log(visit: Visit) -> Response:
    """The newest lines, or those about one case; a broken chain is named and what stands before it shown."""
    about = visit.request.query_params.get("about", "").strip()[:80]
    lines: list[AuditLine] = []
    fault = ""
    try:
        lines.extend(visit.office.audit.lines())
    except RecordDamaged as damaged:
        fault = str(damaged)
    fitting = (line for line in reversed(lines) if not about or about in (line.about, line.by))
    return visit.page(
        "log.html",
        lines=tuple(islice(fitting, SHOWN)),
        total=len(lines),
        fault=fault,
        about=about,
        shown=SHOWN,
        event=lambda code: event_words(visit, code),
    )


def event_words(visit: Visit, code: str) -> str:
    """An event in words: a step by its name, a refusal with what was refused."""
    words = visit.office.pages.wording
    if code in set(Step):
        return words.term(Step(code), visit.language)
    what = code.removeprefix("refused_")
    if what != code:
        thing = visit.say("verb", what) if what in set(Step) else visit.say("area", what)
        return visit.say("event", "refused", what=thing)
    events = words.section("event", visit.language)
    return events.get(code, code)
