"""The case sheet (处理单): one case on paper, to take along and to sign. It holds no code and no contact details."""

from typing import Final

from starlette.responses import Response

from forms_api.desk.handling import casework
from forms_api.desk.office import Visit
from register.terms import Step
from register.transitions import PUBLICATION

# Publication and holds are matters of the desk; on paper stands what was done about the matter itself.
TOLD: Final = (
    frozenset(Step) - PUBLICATION - {Step.HOLD, Step.RELEASE_HOLD, Step.LINK, Step.UNLINK, Step.SETTLE}
)


def show_sheet(visit: Visit) -> Response:
    """The sheet for printing; that it was opened stands in the log."""
    case = visit.read_case().record
    wording = visit.office.pages.wording
    visit.record("printed_sheet", case.number)
    return visit.page(
        "sheet.html",
        case=case,
        contact=casework.masked(case.contact) if case.contact else None,
        limits=casework.limits(case, visit.now, visit.language),
        history=casework.history(case, visit.language, wording),
        told=TOLD,
    )
